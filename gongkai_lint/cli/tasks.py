"""gongkai-lint tasks: the tasks that files assign, as a table, a form or a calendar."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from gongkai_lint import policy
from gongkai_lint.api import recognized
from gongkai_lint.batch import Input
from gongkai_lint.cli.app import BROKEN
from gongkai_lint.cli.command import OneOf, argument, command, option, say
from gongkai_lint.cli.copies import write_copy
from gongkai_lint.cli.inputs import drafts
from gongkai_lint.cli.judging import encoding_option, tell_passed_over
from gongkai_lint.cli.output import Progress
from gongkai_lint.errors import UnreadableError, UsageError
from gongkai_lint.reporters.tasks.formats import TASK_FORMATS, TaskFormat
from gongkai_lint.reporters.tasks.listing import TaskList, task_list

_SCREEN = "-"
_NOTHING = 1
_BOM = "\ufeff"


@command(
    "tasks",
    options_metavar="[选项]",
    help="列出文件布置的工作任务：任务、牵头单位、配合单位、完成时限、位置。几个文件合成一张表。"
    "退出码：0 写好了，1 没有认出任务，2 用法有误或文件已经存在，3 有文件读不出来。",
)
@argument("paths", metavar="文件或文件夹…", nargs=-1, required=True)
@option(
    "--format",
    "name",
    type=OneOf(tuple(TASK_FORMATS)),
    metavar="格式",
    help="csv（默认）、json、ics 日历显示在屏幕上；xlsx、docx 督察表写在文件旁边。"
    "不写时按 -o 的后缀。",
)
@option("-o", "--output", metavar="文件", help="写到这个文件；“-”是屏幕。")
@option("--force", is_flag=True, help="文件已经存在时改写它；原文件在任何时候都不改。")
@encoding_option
@option("-q", "--quiet", is_flag=True, help="只说出错的，不说写了什么。")
def tasks(paths: tuple[str, ...], **options: Any) -> int:
    """Write the tasks of all files and give the exit code."""
    style = _format(options["name"], options["output"])
    found = drafts(paths, None)
    inputs = found.inputs
    target = _target(style, options["output"], paths)
    _refuse(target, inputs, force=options["force"])
    if not options["quiet"]:
        tell_passed_over(found)
    failed: list[str] = []
    lists = list(_lists(inputs, options["encoding"], failed, quiet=options["quiet"]))
    code = BROKEN if failed else 0
    if not lists:
        return code or _NOTHING
    now = datetime.now().astimezone()
    _write(style, style.build(lists, now), target)
    if target and not options["quiet"]:
        say(f"{_said(style, lists)}写在“{target}”。", err=True)
    return code


def _format(name: str | None, output: str | None) -> TaskFormat:
    """Give the format asked for, else that of the output's suffix, else csv."""
    suffix = Path(output).suffix.lower() if output and output != _SCREEN else ""
    style = TASK_FORMATS[name or (suffix[1:] if suffix[1:] in TASK_FORMATS else "csv")]
    if output == _SCREEN and not style.shown:
        raise UsageError(f"{style.name} 不能显示在屏幕上，请在 -o 后面写文件名。")
    if output and output != _SCREEN and suffix != style.suffix:
        known = "、".join(f"{one.suffix}" for one in TASK_FORMATS.values())
        raise UsageError(
            f"-o 的文件名“{output}”与格式 {style.name} 不符，后缀应是 {style.suffix}"
            f"（可用的后缀有 {known}）。"
        )
    return style


def _target(style: TaskFormat, output: str | None, paths: Sequence[str]) -> Path | None:
    """Give the file to write; None is the screen."""
    if output:
        return None if output == _SCREEN else Path(output)
    if style.shown:
        return None
    if len(paths) != 1:
        raise UsageError(f"有几个文件，请用 -o 写明{style.word}（{style.suffix}）的文件名。")
    about = Path(paths[0])
    about = about.resolve() if about.is_dir() else about
    stem = about.name if about.is_dir() else about.stem
    return about.with_name(f"{stem}_{style.word}{style.suffix}")


def _refuse(target: Path | None, inputs: Sequence[Input], *, force: bool) -> None:
    if target is None or not target.exists():
        return
    if any(Path(i.path).exists() and target.samefile(i.path) for i in inputs):
        raise UsageError(f"不能写到原文件“{target}”上，请换一个文件名。")
    if not force:
        raise UsageError(f"“{target}”已经存在，没有改写；要改写请加 --force，或用 -o 换文件名。")


def _lists(
    inputs: Sequence[Input], encoding: str | None, failed: list[str], *, quiet: bool
) -> Iterator[TaskList]:
    """Yield the tasks of each file that has some; say which files have none or cannot be read."""
    progress = Progress(len(inputs), wanted=not quiet)
    for item in inputs:
        found = _list(item, encoding)
        progress.step()
        if isinstance(found, str):
            failed.append(item.path)
            say(f"{item.path}：{found}", err=True)
        elif found.tasks:
            yield found
        elif not quiet:
            say(
                f"{item.path}：没有认出工作任务（任务表、段末括注的责任单位、写明单位和日期的句子）。",
                err=True,
            )
    progress.clear()


def _list(item: Input, encoding: str | None) -> TaskList | str:
    """Give the tasks of a file, or why it cannot be read."""
    if item.trouble:
        return item.trouble
    try:
        said = policy.said_of(Path(item.path))
        units = said.words.units if said.words else ()
        own = policy.calendar_of(said)
        document = recognized(Path(item.path), encoding or said.encoding, units, own)
        return task_list(item.path, document)
    except UnreadableError as error:
        return str(error)


def _write(style: TaskFormat, made: str | bytes, target: Path | None) -> None:
    if target is None:
        words = made.decode() if isinstance(made, bytes) else made
        sys.stdout.write(words.replace("\r\n", "\n"))
    else:
        mark = _BOM if style.name == "csv" else ""
        write_copy(target, made if isinstance(made, bytes) else (mark + made).encode())


def _said(style: TaskFormat, lists: Sequence[TaskList]) -> str:
    every = [task for found in lists for task in found.tasks]
    dated = sum(task.deadline is not None for task in every)
    if style.name == "ics":
        rest = (
            f"，另有 {len(every) - dated} 项没有确定的日期，没有写入" if dated < len(every) else ""
        )
        return f"{dated} 项任务的时限{rest}，"
    return f"{len(lists)} 个文件的 {len(every)} 项任务，其中 {dated} 项有确定的日期，"
