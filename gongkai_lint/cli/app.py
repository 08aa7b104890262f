"""The commands, and what happens around each: streams, mistakes, interruption."""

import os
import sys
from collections.abc import Sequence

import click

from gongkai_lint import __version__
from gongkai_lint.cli.chinese import LazyGroup, sentence
from gongkai_lint.errors import GongkaiLintError, RuleFileError, UsageError

WRONG_USAGE = 2
BROKEN = 3
_INTERRUPTED = 130
_COMMANDS = {
    "check": "检查文件或文件夹",
    "review": "检查并写一份带修订和批注的副本；直接写文件名也是它",
    "baseline": "记录现有的问题，以后只报新的",
    "annotate": "把问题批注在 Word 文件的副本上",
    "fix": "改正有把握的问题，写成修订或新的文本",
    "tasks": "列出布置的工作任务：清单、督察表、日历",
    "parse": "说明文件是怎样读的：要素、分句、时间、条目",
    "explain": "说明一条规则：要求、依据、例子",
    "audit": "批量审计档案，结果存成表",
    "report": "把审计结果做成报告",
    "rules": "列出规则",
    "init": "写一个带说明的配置文件",
    "schema": "输出规则文件、配置文件的 JSON Schema",
    "law": "法规数据核到哪一天，有没有矛盾",
    "test-rules": "用规则自带的例子检验规则",
    "page": "写出核稿页：一个双击打开、不联网的网页文件",
    "lsp": "语言服务器，供编辑器边写边检查",
}


def _say_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 (click's signature)
    if wanted:
        click.echo(f"gongkai-lint {__version__}")
        ctx.exit()


class _App(LazyGroup):
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a first word that is no command and names a file or folder for a draft."""
        first = args[0]
        if first not in self.summaries and not first.startswith("-") and os.path.exists(first):  # noqa: PTH110 (pathlib costs a start)
            args = ["review", *args]
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> int:
        """Run a command; end quietly where nobody reads the output any more (``| head``)."""
        try:
            code: int | None = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What Python would still flush at its end goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return code or 0


_app = _App(
    "gongkai-lint",
    summaries=_COMMANDS,
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


def run(args: Sequence[str] | None = None) -> int:
    """Run a command line and give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(_app.main(args, "gongkai-lint", standalone_mode=False))
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断。", err=True)
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 (exit code 1 would say that findings were made)
        click.echo(_words(error), err=True)
        wrong = isinstance(error, click.UsageError | UsageError | RuleFileError)
        return WRONG_USAGE if wrong else BROKEN


def _words(error: Exception) -> str:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    if isinstance(error, click.UsageError):
        where = error.ctx.command_path if error.ctx else "gongkai-lint"
        return f"{sentence(error)}\n用法说明：{where} --help"
    if isinstance(error, GongkaiLintError):
        return str(error)
    from traceback import format_exc

    return f"程序内部出错，请把下面的信息反馈给维护者：\n{format_exc()}"
