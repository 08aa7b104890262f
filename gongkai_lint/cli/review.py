"""gongkai-lint review: the whole round — judge, one copy with changes and comments, what is first.

``gongkai-lint FILE…`` is the same.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.batch import Input
from gongkai_lint.cli.command import OneOf, argument, command, option, say
from gongkai_lint.cli.copies import (
    Copies,
    carry_out,
    copies_of,
    copy_options,
    original,
    tell_failures,
    write_copy,
)
from gongkai_lint.cli.deliver import fails
from gongkai_lint.cli.drafts import TEXTS, Draft, draft_of
from gongkai_lint.cli.inputs import drafts
from gongkai_lint.cli.judging import (
    Work,
    encoding_option,
    judging_options,
    plan,
    settings_of,
    tell_passed_over,
)
from gongkai_lint.config.settings import FAIL_ON
from gongkai_lint.errors import UnreadableError, UsageError
from gongkai_lint.model.finding import Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.own_files import REVIEWED
from gongkai_lint.reporters.ansi import without_colour
from gongkai_lint.reporters.brief import Told
from gongkai_lint.reporters.tally import tally_of
from gongkai_lint.reporters.terminal import brief_lines
from gongkai_lint.reporters.views import facts
from gongkai_lint.reporters.word.comment_words import Comment
from gongkai_lint.revise import MENDED, Wish, revise


@command(
    "review",
    options_metavar="[选项]",
    help="核稿：检查，在原文件旁边写一份“文件名_核稿.docx”（有把握的改成修订，每个问题一条批注），"
    "再列出先做什么。直接写 gongkai-lint 文件名 也是这个命令。"
    ".doc、.wps、.rtf、.odt、.fodt 转换后写成 .docx；文本文件写改好的文本；"
    "网页、PDF、OFD 不写副本，只列问题。"
    "退出码：0 没有问题，1 有问题，2 用法有误或副本已经存在，3 有文件读不出来或规则出错。",
)
@argument("paths", metavar="文件或文件夹…", nargs=-1, required=True)
@copy_options
@option("--open", "wants_open", is_flag=True, help="写完后打开副本所在的文件夹。")
@option(
    "--fail-on",
    type=OneOf(FAIL_ON),
    metavar="级别",
    help="哪一级起退出码为 1：error、warning（默认）、info、never。",
)
@judging_options
@encoding_option
def review(paths: tuple[str, ...], **options: Any) -> int:
    """Judge the files, write the copies, say what is first, and give the exit code."""
    found = drafts(paths, options["config"])
    settings = settings_of(options)._replace(fail_on=options["fail_on"])
    work = plan(found, settings, options["config"])
    if not options["quiet"]:
        tell_passed_over(found)
    round_ = _Round(copies_of(options, found.inputs, REVIEWED), options["quiet"], work, [])
    code = carry_out(work, partial(_review, round_), quiet=round_.quiet)
    if options["wants_open"]:
        _open_folder(round_.written[0] if round_.written else Path(found.inputs[0].path))
    return code


class _Round(NamedTuple):
    """Where the copies go, whether to say so, the settings; the copies written so far."""

    copies: Copies
    quiet: bool
    work: Work
    written: list[Path]


class _Outcome(NamedTuple):
    """What was judged, what is to be said of each finding, how many repairs the copy has.

    Without a ``target`` no copy was written.
    """

    report: Report
    remarks: Sequence[Comment]
    made: int = 0
    target: Path | None = None
    notices: tuple[str, ...] = ()


def _review(round_: _Round, item: Input, request: Request) -> int:
    data = original(item)
    draft = draft_of(item.path, data)
    writes = draft.is_text or draft.is_word
    outcome = (_copied if writes else _judged)(round_, draft, request)
    for notice in outcome.notices:
        say(f"{item.path}: {notice}", err=True)
    if not round_.quiet:
        say("\n" * (item is not round_.work.jobs[0].input), nl=False)
        _tell(item.path, outcome)
    numbers = zip(round_.work.requests, round_.work.policies, strict=True)
    lowest = next(fails(policy) for own, policy in numbers if own is request)
    reached = lowest is not None and tally_of(outcome.report).reaches(lowest)
    return tell_failures(outcome.report) or int(reached)


def _copied(round_: _Round, draft: Draft, request: Request) -> _Outcome:
    target = round_.copies.path_for(draft.path, suffix=draft.suffix)
    word = draft.as_word()
    now = datetime.now()  # noqa: DTZ005 (Word writes the time on the wall)
    done = revise(word.data, word.path, request, Wish(now, comments=True))
    report = done.before._replace(failures=done.before.failures or done.after.failures)
    outcome = _Outcome(report, done.remarks, len(done.made), None, (*word.notices, *done.notices))
    if not (done.made or (done.remarks and not draft.is_text) or round_.copies.output):
        return outcome
    write_copy(target, done.data)
    round_.written.append(target)
    return outcome._replace(target=target)


def _judged(round_: _Round, draft: Draft, request: Request) -> _Outcome:
    """Judge what no copy can be written of."""
    if round_.copies.output:
        raise UsageError("网页、PDF、OFD 不能写副本，请去掉 -o，或另存为 .docx。")
    report = lint_bytes(draft.data, draft.path, request)
    if report.document is None:
        raise UnreadableError("；".join(failure.message for failure in report.failures))
    return _Outcome(report, [Comment(finding) for finding in report.findings])


def _tell(path: str, outcome: _Outcome) -> None:
    report = outcome.report
    say(f"{path}（{'，'.join(facts(report))}）")
    if report.document is not None:
        told = [Told(c.finding, "（已改）" * (c.remark == MENDED)) for c in outcome.remarks]
        for line in brief_lines(report.document, told):
            say(without_colour(line))
    say(_next_step(path, outcome))


def _next_step(path: str, outcome: _Outcome) -> str:
    made, target = outcome.made, outcome.target
    errors = tally_of(outcome.report).findings("error")
    first = f"先看必改的 {errors} 处" if errors else "逐条核对"
    if not outcome.remarks:
        written = f"副本写在“{target}”；" if target else ""
        return f"没有发现问题。{written}事实和措辞仍要人核对。"
    if target is None:
        return f"下一步：在“{path}”上改，{first}；不明白的用 gongkai-lint explain 规则编号。"
    if outcome.report.media_type in TEXTS:
        return f"下一步：打开“{target}”（已改 {made} 处），{first}，没有改的照上面改。"
    done = f"修订 {made} 处，" * bool(made) + f"批注 {len(outcome.remarks)} 条"
    last = "，再逐条接受或拒绝修订" if made else ""
    return f"下一步：打开“{target}”（{done}），{first}{last}。"


def _open_folder(file: Path) -> None:
    """Open the folder of a file as the desktop does."""
    import click

    if click.launch(str(file), locate=True):
        say(f"打不开文件夹“{file.resolve().parent}”，请自己打开。", err=True)
