"""The files that the page gives, named as the commands name theirs."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePosixPath

from gongkai_lint.api import Request
from gongkai_lint.model.finding import Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.page.draft import Draft
from gongkai_lint.readers.format import DOCX, MARKDOWN, PLAIN
from gongkai_lint.reporters.formats import Style, reporter_of
from gongkai_lint.reporters.tally import Tally, tally_of
from gongkai_lint.reporters.tasks.formats import TASK_FORMATS
from gongkai_lint.reporters.tasks.listing import task_list
from gongkai_lint.revise import Wish, revise

_TASKS = ("docx", "xlsx", "ics", "csv")


class Saved(NamedTuple):
    """A file that can be had: its kind, its name, what the button says, what it is about."""

    kind: str
    name: str
    words: str
    about: str


class Saving(NamedTuple):
    """What files are made of: drafts, the request that judged them, the time on the wall."""

    drafts: Sequence[Draft]
    request: Request
    now: datetime


def files_of(report: Report) -> list[Saved]:
    """List what can be had of a document."""
    if report.document is None:
        return []
    stem = PurePosixPath(report.path).stem
    word, text = report.media_type == DOCX, report.media_type in {PLAIN, MARKDOWN}
    suffix = PurePosixPath(report.path).suffix or ".txt"
    rows = (
        (word, "reviewed", f"{stem}_核稿.docx", "核稿版：修订加批注（.docx）", "draft"),
        (word, "annotated", f"{stem}_批注.docx", "批注版（.docx）", "draft"),
        (word or text, "revised", f"{stem}_修订{suffix}", f"修订版（{suffix}）", "draft"),
        (True, "xlsx", f"{stem}_核稿意见.xlsx", "核稿意见（.xlsx）", "draft"),
        (True, "json", f"{stem}_核稿意见.json", "全部结果（.json）", "draft"),
    )
    tasks = (TASK_FORMATS[name] for name in _TASKS if report.document.tasks)
    about_tasks = [
        Saved(f"tasks.{t.name}", f"{stem}_{t.word}{t.suffix}", f"{t.word}（{t.suffix}）", "tasks")
        for t in tasks
    ]
    return [Saved(*row[1:]) for row in rows if row[0]] + about_tasks


def save(kind: str, desk: Saving) -> bytes:
    """Make a file; raises ``UsageError`` where that is not possible."""
    family, _, form = kind.partition(".")
    if family == "tasks":
        return _tasks(form, desk)
    return _MAKERS[kind](desk)


def _annotated(desk: Saving) -> bytes:
    from gongkai_lint.reporters.word.annotated_docx import annotate

    (draft,) = desk.drafts
    report = draft.judge(desk.request)
    return annotate(report, draft.copy, desk.now, every=True).data


def _revised(desk: Saving) -> bytes:
    (draft,) = desk.drafts
    return _with_fixes(draft, desk)[1]


def _reviewed(desk: Saving) -> bytes:
    (draft,) = desk.drafts
    if draft.changed:
        return _annotated(desk)
    wish = Wish(desk.now, comments=True)
    return revise(draft.data, draft.name, draft.asked(desk.request), wish).data


def _with_fixes(draft: Draft, desk: Saving) -> tuple[Report, bytes]:
    """Give what was accepted, or where nothing was, every safe fix."""
    if draft.changed:
        return draft.judge(desk.request), draft.copy
    request = draft.asked(desk.request)
    done = revise(draft.data, draft.name, request, Wish(desk.now))
    return done.after, done.data


def _sheet(desk: Saving) -> bytes:
    return _reported("xlsx", desk)


def _json(desk: Saving) -> bytes:
    return _reported("json", desk)


def _reported(form: str, desk: Saving) -> bytes:
    rules = desk.request.rules
    reporter = reporter_of(form, rules, Style())
    tally, kept, pieces = Tally(), list[object](), list[str]()
    for draft in desk.drafts:
        report = draft.report or draft.judge(desk.request)
        tally = tally.plus(tally_of(report))
        piece = reporter.document(report)
        pieces.append(piece.text)
        kept += piece.kept
    end = reporter.end(tally, kept)
    if isinstance(end, bytes):
        return end
    return f"{reporter.begin()}{reporter.between.join(pieces)}{end}".encode()


def _tasks(form: str, desk: Saving) -> bytes:
    lists = [
        task_list(draft.name, draft.report.document)
        for draft in desk.drafts
        if draft.report and draft.report.document
    ]
    made = TASK_FORMATS[form].build(lists, desk.now)
    return made if isinstance(made, bytes) else made.encode("utf-8-sig")


_MAKERS: dict[str, Callable[[Saving], bytes]] = {
    "annotated": _annotated,
    "revised": _revised,
    "reviewed": _reviewed,
    "xlsx": _sheet,
    "json": _json,
}
