"""click in Chinese: help pages, and what is said about a wrong command line."""

from collections.abc import Callable
from typing import Any, Protocol

import click
from click.shell_completion import CompletionItem

from gongkai_lint.cli import command as ours
from gongkai_lint.text import display_width


class Command(click.Command):
    """A command whose help page is Chinese."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add a help option of our own; click's would look for translations on the disk."""
        super().__init__(*args, **kwargs | {"add_help_option": False})
        self.params.append(_help_option())

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        _write_list(formatter, "选项", [record for record in records if record])


def _help_option() -> click.Option:
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_say_help,
        help="显示本页并退出。",
    )


def _say_help(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 (click's signature)
    if wanted:
        click.echo(ctx.get_help())
        ctx.exit()


def _write_list(formatter: click.HelpFormatter, title: str, records: list[tuple[str, str]]) -> None:
    """Write two columns; click's own count a Chinese character as one column."""
    width = max(display_width(name) for name, _ in records)
    formatter.write(f"\n{title}：\n")
    for name, words in records:
        formatter.write(f"  {name}{' ' * (width - display_width(name))}  {words}\n")


class LazyGroup(Command, click.Group):
    """Commands that are imported only when called; ``summaries`` maps each to a line of help."""

    def __init__(
        self,
        *args: Any,
        summaries: dict[str, str],
        of: Callable[[str], ours.Command],
        **kwargs: Any,
    ) -> None:
        """Keep the names and summaries of the commands, and what gives one."""
        super().__init__(*args, **kwargs)
        self.summaries = summaries
        self._of = of

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Give the names in the order written."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """Import the command's own file."""
        return made_by_click(self._of(cmd_name)) if cmd_name in self.summaries else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say in Chinese which commands there are."""
        if not args[0].startswith("-") and args[0] not in self.summaries:
            if set("./\\").intersection(args[0]):
                raise click.UsageError(f"找不到文件“{args[0]}”。请核对路径和文件名。", ctx)
            known = "、".join(self.summaries)
            raise click.UsageError(f"没有命令“{args[0]}”；可用的有：{known}。", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands without importing them."""
        Command.format_options(self, ctx, formatter)
        _write_list(formatter, "命令", list(self.summaries.items()))


class _Readable(Protocol):
    @property
    def name(self) -> str: ...
    def read(self, word: str) -> Any: ...


class _Kind(click.ParamType[Any]):
    """A kind of value as our own commands read it."""

    def __init__(self, kind: _Readable) -> None:
        self.name = kind.name
        self._kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a word; what is no word is a default."""
        try:
            return self._kind.read(value) if isinstance(value, str) else value
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's signature)
        param: click.Parameter,  # noqa: ARG002 (click's signature)
        incomplete: str,
    ) -> list[CompletionItem]:
        """Give the words that may stand there."""
        words = getattr(self._kind, "choices", ())
        return [CompletionItem(word) for word in words if word.startswith(incomplete)]


class _File(click.ParamType[str]):
    """A file or folder, for the shell to complete; whether it is there is asked later."""

    name = "文件"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002 (click's signature)
        """Give the name itself."""
        return value

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's signature)
        param: click.Parameter,  # noqa: ARG002 (click's signature)
        incomplete: str,
    ) -> list[CompletionItem]:
        """Leave it to the shell, which knows its files."""
        return [CompletionItem(incomplete, type="file")]


def made_by_click(wanted: ours.Command) -> Command:
    """Make click's command of one of ours."""
    return Command(
        wanted.name,
        callback=wanted.run,
        params=[_parameter(parameter) for parameter in wanted.parameters],
        **wanted.settings,
    )


_FILES = ("文件", "目录", "审计")  # what a parameter is called that names one


def _parameter(parameter: ours.Parameter) -> click.Parameter:
    settings = dict(parameter.settings)
    if "type" in settings:
        settings["type"] = _Kind(settings["type"])
    elif settings.get("metavar", "").startswith(_FILES):
        settings["type"] = _File()
    if parameter.flags:
        return click.Option([*parameter.flags, parameter.name], **settings)
    return click.Argument([parameter.name], **{"required": parameter.required, **settings})


def sentence(error: click.ClickException) -> str:
    """Say in Chinese what is wrong with a command line."""
    for kind, say in _SENTENCES.items():
        if isinstance(error, kind):
            return say(error)
    return error.format_message()


def _missing(error: Any) -> str:
    return f"缺少{_name(error.param)}。"


def _bad_value(error: Any) -> str:
    return f"{_name(error.param)} {error.message}" if error.param else str(error.message)


def _bad_usage(error: Any) -> str:
    rule = "后面不能写值" if "does not take" in error.message else "后面要写一个值"
    return f"选项“{error.option_name}”{rule}。"


def _no_option(error: Any) -> str:
    near = f"是不是“{error.possibilities[0]}”？" if error.possibilities else ""
    return f"没有选项“{error.option_name}”。{near}"


def _other(error: Any) -> str:
    message = str(error.message)
    extra = message.partition("(")[2].rpartition(")")[0]
    return f"多写了“{extra}”。" if message.startswith("Got unexpected") else message


def _name(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Argument):
        return f"参数 {parameter.human_readable_name}"
    return f"选项 {max(parameter.opts, key=len)}"


_SENTENCES: dict[type[click.ClickException], Callable[[Any], str]] = {
    click.MissingParameter: _missing,
    click.BadParameter: _bad_value,
    click.NoSuchOption: _no_option,
    click.BadOptionUsage: _bad_usage,
    click.UsageError: _other,
}
