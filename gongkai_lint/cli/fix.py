"""gongkai-lint fix: a copy with what can safely be fixed; in a Word file as tracked changes."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

from gongkai_lint.api import Request
from gongkai_lint.batch import Input
from gongkai_lint.cli.command import OneOf, argument, command, option, say
from gongkai_lint.cli.copies import (
    Copies,
    carry_out,
    copies_of,
    copy_options,
    original,
    originals,
    tell_failures,
    write_copy,
)
from gongkai_lint.cli.drafts import WRITABLE, draft_of
from gongkai_lint.cli.inputs import drafts
from gongkai_lint.cli.judging import encoding_option, judging_options, plan, settings_of, tell_own
from gongkai_lint.model.document import DISCLOSURE_WORDS, Document
from gongkai_lint.model.finding import Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.own_files import REVISED
from gongkai_lint.reporters.revised_text import difference
from gongkai_lint.reporters.unmade import unmade_lines
from gongkai_lint.revise import Revision, Wish, revise

FIXABLE = 1
_KINDS = (*WRITABLE, ".txt", ".md")
_ATTRIBUTES = {name: key for key, name in DISCLOSURE_WORDS.items()}


@command(
    "fix",
    options_metavar="[选项]",
    help="改正有把握的问题：在原文件旁边写一份“文件名_修订.docx”，每处改动都是修订，"
    "可以逐条接受或者拒绝；文本文件写一份“文件名_修订.txt”；"
    ".doc、.wps、.rtf、.odt、.fodt 转换后写成 .docx。没有改的说明原因。"
    "退出码：0 写好了或没有可改的，1 用 --check 时有可改的，2 用法有误或副本已经存在，"
    "3 有文件读不出来或规则出错。",
)
@argument("paths", metavar="文件或文件夹…", nargs=-1, required=True)
@copy_options
@option("--diff", is_flag=True, help="只显示要改什么（统一差异格式），不写副本。")
@option("--check", is_flag=True, help="不写副本；有可改的，退出码为 1。可与 --diff 同用。")
@option("--unsafe", is_flag=True, help="连要由人判断的改法也改，请逐条核对。")
@option(
    "--attribute",
    type=OneOf(tuple(_ATTRIBUTES)),
    metavar="属性",
    help="已经确定的公开属性：主动公开、依申请公开、不予公开；没有标注的，在成文日期下一行补上。",
)
@judging_options
@encoding_option
def fix(paths: tuple[str, ...], **options: Any) -> int:
    """Write the copies and give the exit code."""
    found = drafts(paths, options["config"])
    tell_own(found)
    inputs = tuple(originals(found.inputs, paths, _KINDS))
    work = plan(found._replace(inputs=inputs), settings_of(options), options["config"])
    now = datetime.now()  # noqa: DTZ005 (Word writes the time on the wall)
    wish = Wish(now, options["unsafe"], _ATTRIBUTES.get(options["attribute"]))
    copies = copies_of(options, inputs, REVISED)
    manner = _Manner(copies, options["diff"], options["check"], options["quiet"])
    code = carry_out(work, partial(_fix, manner, wish), quiet=manner.quiet)
    if code == FIXABLE and not manner.quiet:
        say("以上问题可以自动改正：gongkai-lint fix 文件名，写成改好的副本。", err=True)
    return code


class _Manner(NamedTuple):
    """Where the copies go, or only what would change; whether to say what was done."""

    copies: Copies
    diff: bool
    check: bool
    quiet: bool


def _fix(manner: _Manner, wish: Wish, item: Input, request: Request) -> int:
    draft = draft_of(item.path, original(item))
    keeps = manner.diff or manner.check
    target = manner.copies.path_for(item.path, may_exist=keeps, suffix=draft.suffix)
    word = draft.as_word()
    done = revise(word.data, word.path, request, wish)
    done = done._replace(notices=(*word.notices, *done.notices))
    if manner.diff:
        names = (item.path, str(target))
        say(difference(names, *done.texts), nl=False)
    elif manner.check:
        if done.made and not manner.quiet:
            say(f"{item.path}：能改 {len(done.made)} 处。")
    else:
        if done.made or manner.copies.output:
            write_copy(target, done.data)
        _tell(item.path, target, done, manner)
    return tell_failures(done.after) or (FIXABLE if manner.check and done.made else 0)


def _tell(path: str, target: Path, done: Revision, manner: _Manner) -> None:
    for notice in done.notices:
        say(f"{path}: {notice}", err=True)
    if manner.quiet:
        return
    rest = f"，未改 {len(done.left)} 处" if done.left else ""
    if done.made:
        say(f"{path} → {target}：改了 {len(done.made)} 处{rest}。")
    else:
        say(f"{path}：没有能自动改的{rest}。")
    for line in unmade_lines(_document(done.after), done.left):
        say(line)


def _document(report: Report) -> Document:
    return cast("Document", report.document)
