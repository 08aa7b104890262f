"""The command line as click has it: help pages, completion, and words for what is wrong."""

from collections.abc import Sequence

import click

from gongkai_lint import __version__
from gongkai_lint.cli.app import COMMANDS, WRONG_USAGE, command_of
from gongkai_lint.cli.chinese import LazyGroup, sentence
from gongkai_lint.cli.command import say


def _say_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 (click's signature)
    if wanted:
        say(f"gongkai-lint {__version__}")
        ctx.exit()


_group = LazyGroup(
    "gongkai-lint",
    summaries=COMMANDS,
    of=command_of,
    help="公文规范核查：对照公开、解读、时限与格式规定检查送审稿。",
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]…",
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_say_version,
            help="显示版本并退出。",
        )
    ],
)


def run_by_click(words: Sequence[str]) -> int:
    """Run a command line, or say what is wrong with it; gives the exit code."""
    try:
        return int(_group.main(words, "gongkai-lint", standalone_mode=False) or 0)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message(), err=True)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "gongkai-lint"
        say(f"{sentence(error)}\n用法说明：{where} --help", err=True)
    return WRONG_USAGE
