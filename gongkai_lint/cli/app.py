"""The commands, and what happens around each: streams, mistakes, interruption."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from gongkai_lint.cli.command import Command, plain, say
from gongkai_lint.cli.streams import Terminated, ended_gently, prepare_streams
from gongkai_lint.errors import GongkaiLintError, RuleFileError, UsageError, plainly

WRONG_USAGE = 2
BROKEN = 3
INTERRUPTED, TERMINATED = 130, 143
COMMANDS = {
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
    "about": "版本、法规数据的日期、组件和许可",
    "test-rules": "用规则自带的例子检验规则",
    "page": "写出核稿页：一个双击打开、不联网的网页文件",
    "lsp": "语言服务器，供编辑器边写边检查",
}


def command_of(name: str) -> Command:
    """Import a command's own file."""
    name = name.replace("-", "_")
    found: Command = getattr(import_module(f"{__package__}.{name}"), name)
    return found


def run(args: Sequence[str] | None = None) -> int:
    """Run a command line and give the exit code."""
    prepare_streams()
    words = with_command(list(sys.argv[1:] if args is None else args))
    try:
        with ended_gently():
            code = _run(words)
            sys.stdout.flush()
    except BrokenPipeError:
        # What Python would still flush at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _say_at_last("已中断。")
        return INTERRUPTED
    except Terminated:
        _say_at_last("已停止。")
        return TERMINATED
    except Exception as error:  # noqa: BLE001 (exit code 1 would say that findings were made)
        _say_at_last(_words(error))
        return WRONG_USAGE if isinstance(error, UsageError | RuleFileError | OSError) else BROKEN
    return code


def _say_at_last(words: str) -> None:
    with suppress(OSError):  # nobody is there to hear it; the exit code says it
        say(words, err=True)


def with_command(words: list[str]) -> list[str]:
    """Take a first word that is no command and names a file or folder for a draft.

    Who writes ``help``, ``version`` or ``-V`` gets what other programs give.
    """
    if words[:1] == ["help"]:
        return [*words[1:2], "--help"]
    if len(words) == 1 and words[0] in {"version", "-V"}:
        return ["--version"]
    if words and not words[0].startswith("-") and words[0] not in COMMANDS:
        return ["review", *words] if os.path.exists(words[0]) else words  # noqa: PTH110 (pathlib costs a start)
    return words


def _run(words: list[str]) -> int:
    if words and words[0] in COMMANDS:
        wanted = command_of(words[0])
        said = plain(wanted, words[1:])
        if said is not None:
            return wanted.run(**said) or 0
    from gongkai_lint.cli.group import run_by_click

    return run_by_click(words)


def _words(error: Exception) -> str:
    if isinstance(error, GongkaiLintError):
        return str(error)
    if isinstance(error, OSError):
        return f"结果写不出去（{plainly(error)}）。请换一个位置，或者腾出空间后再运行。"
    from traceback import format_exc

    return f"程序内部出错，请把下面的信息反馈给维护者：\n{format_exc()}"
