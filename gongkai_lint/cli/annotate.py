"""gongkai-lint annotate: a copy of a Word file with a comment on each finding."""

from datetime import datetime
from functools import partial
from typing import Any

from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.batch import Input
from gongkai_lint.cli.command import argument, command, option, say
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
from gongkai_lint.cli.judging import judging_options, plan, settings_of, tell_own
from gongkai_lint.errors import UsageError
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.own_files import ANNOTATED
from gongkai_lint.reporters.word.annotated_docx import annotate as annotated


@command(
    "annotate",
    options_metavar="[选项]",
    help="把问题写成批注：在原文件旁边写一份“文件名_批注.docx”，每条批注标在有问题的字上。"
    ".doc、.wps、.rtf、.odt、.fodt 转换后写成 .docx。"
    "页眉、页脚、文本框和脚注里的问题批注在正文相应的段落上；同样的问题最多批注三处，必改的每处都批注。"
    "退出码：0 写好了，2 用法有误或副本已经存在，3 有文件读不出来或规则出错。",
)
@argument("paths", metavar="文件或文件夹…", nargs=-1, required=True)
@copy_options
@option("--all", "every", is_flag=True, help="同样的问题每一处都批注，不只批注三处。")
@judging_options
def annotate(paths: tuple[str, ...], **options: Any) -> int:
    """Write the copies and give the exit code."""
    found = drafts(paths, options["config"])
    tell_own(found)
    inputs = tuple(originals(found.inputs, paths, WRITABLE))
    work = plan(found._replace(inputs=inputs), settings_of(options), options["config"])
    wish = _Wish(copies_of(options, inputs, ANNOTATED), options["every"], options["quiet"])
    return carry_out(work, partial(_annotate, wish), quiet=wish.quiet)


class _Wish(NamedTuple):
    """Where the copies go, whether each place gets its comment, and whether to say so."""

    copies: Copies
    every: bool
    quiet: bool


def _annotate(wish: _Wish, item: Input, request: Request) -> int:
    draft = draft_of(item.path, original(item))
    if not draft.is_word:
        raise UsageError("只有 Word、WPS 文稿能加批注，别的文件请用 check 查看。")
    target = wish.copies.path_for(item.path, suffix=draft.suffix)
    word = draft.as_word()
    report = lint_bytes(word.data, word.path, request)
    if report.document is None:
        return tell_failures(report)
    now = datetime.now()  # noqa: DTZ005 (Word writes the time on the wall)
    copy = annotated(report, word.data, now, every=wish.every)
    if copy.comments or wish.copies.output:
        write_copy(target, copy.data)
    for notice in (*word.notices, *copy.notices):
        say(f"{item.path}: {notice}", err=True)
    if not wish.quiet:
        say(_said(item.path, str(target), copy.comments, len(report.findings)))
    return tell_failures(report)


def _said(path: str, target: str, comments: int, findings: int) -> str:
    if not findings:
        return f"{path}：没有问题，不需要批注。"
    rest = (
        f"（问题共 {findings} 处，同样的问题最多批注三处，--all 每处都批注）"
        if comments < findings
        else ""
    )
    return f"{path} → {target}：批注 {comments} 条{rest}。"
