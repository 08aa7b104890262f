"""Fixing: judge, make the fixes that do not meet, judge the copy, until there is none to make."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial

from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.engine.fix import apply_edits
from gongkai_lint.engine.missing_label import RULE, body_line, label_repair
from gongkai_lint.engine.patch import Patch, unpatched
from gongkai_lint.engine.repair import NO_FIX, RESTLESS, Repair, apart, repair_of
from gongkai_lint.errors import UnreadableError, UsageError
from gongkai_lint.model.document import Disclosure, Document
from gongkai_lint.model.finding import Edit, Finding, Report, Safety, Unmade
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.decode import decoded
from gongkai_lint.readers.format import DOCX, MARKDOWN, PLAIN
from gongkai_lint.reporters.revised_text import TextFile
from gongkai_lint.reporters.word.comment_words import Comment, comments_on
from gongkai_lint.structure.soft_breaks import SOFT

_TEXTS = frozenset({PLAIN, MARKDOWN})
REVISED = _TEXTS | {DOCX}  # what can be written in again
_ROUNDS = 20
MENDED = "已改：核对后接受修订即可。"


class Wish(NamedTuple):
    """What is to be fixed: also what needs judgement; the attribute, if it is known.

    ``when`` is the time on the wall that changes are signed with. With ``comments`` a Word file
    gets one on every finding, also on those that its changes mend.
    """

    when: datetime
    unsafe: bool = False
    attribute: Disclosure | None = None
    comments: bool = False


class Revision(NamedTuple):
    """The copy, both reports, the repairs made, the findings that stay, what is to be known.

    ``texts`` are the words of the file and of the copy, for a comparison; ``remarks`` are what
    comments say, by its place in the original.
    """

    data: bytes
    texts: tuple[str, str]
    before: Report
    after: Report
    made: tuple[Repair, ...]
    left: tuple[Unmade, ...]
    notices: tuple[str, ...]
    remarks: tuple[Comment, ...] = ()


class Pen(NamedTuple):
    """How a format takes edits of the original: why it does not take one; the copy with them.

    ``words`` gives the text of a file or a copy as its reader would write it.
    """

    why_not: Callable[[Edit, Sequence[Span]], str]
    write: Callable[[Sequence[Edit], Sequence[Comment]], bytes]
    words: Callable[[bytes, Report], str]
    notices: tuple[str, ...] = ()


def revise(data: bytes, name: str, request: Request, wish: Wish) -> Revision:
    """Fix a file; raises ``UnreadableError`` or ``UsageError`` where that is not possible."""
    request = _with_every_finding(request)
    before = _judged(data, name, request)
    request = _with_encoding(request, before, data)
    pen = pen_for(before, data, request, wish.when)
    work = _Work(pen, before, wish)
    after, copy = before, data
    for _ in range(_ROUNDS):
        if not work.step():
            break
        copy = pen.write(work.patch.edits(), ())
        work.report = after = _judged(copy, name, request)
        work.check()
    left = tuple(work.left())
    kept = [work.in_original(one) for one in left]
    if remarks := tuple(_on_all(before, kept) if wish.comments else _on_unmade(kept)):
        copy = pen.write(work.patch.edits(), remarks)
    notices = (*pen.notices, *work.notices())
    texts = (pen.words(data, before), pen.words(copy, after))
    return Revision(copy, texts, before, after, tuple(work.made), left, notices, remarks)


def _on_unmade(left: Sequence[Unmade]) -> list[Comment]:
    """Comment on what only its place kept from being fixed."""
    reasons = {one.finding: one.reason for one in left if one.fixable}
    return [
        comment._replace(remark=f"未改：{reasons[comment.finding]}。")
        for comment in comments_on(reasons)
    ]


def _on_all(before: Report, left: Sequence[Unmade]) -> Iterator[Comment]:
    """Comment on every finding of the original, then on what the changes brought about."""
    told: set[int] = set()
    for finding in before.findings:
        same = [n for n, one in enumerate(left) if _is_same(one.finding, finding)]
        told.update(same)
        reason = next((left[n].reason for n in same if left[n].fixable), "")
        undone = f"未改：{reason}。" if reason else ""
        yield Comment(finding, remark=undone if same else MENDED)
    for number, one in enumerate(left):
        if number not in told:
            yield Comment(one.finding)


def _is_same(left: Finding, found: Finding) -> bool:
    met = left.span == found.span or left.span.overlaps(found.span)
    return left.rule == found.rule and met


def _with_every_finding(request: Request) -> Request:
    """Ask for every place of a rule, also of those that reports on archives sum up."""
    rules = tuple(rule._replace(aggregate=False) for rule in request.rules.rules)
    return request._replace(rules=request.rules._replace(rules=rules))


def _with_encoding(request: Request, report: Report, data: bytes) -> Request:
    """Keep to the encoding found, even if another one seems right after the edits."""
    if report.media_type not in _TEXTS:
        return request
    return request._replace(encoding=decoded(data, request.encoding)[1])


def _judged(data: bytes, name: str, request: Request) -> Report:
    report = lint_bytes(data, name, request)
    if report.document is None:
        raise UnreadableError("；".join(failure.message for failure in report.failures))
    return report


def pen_for(report: Report, data: bytes, request: Request, when: datetime) -> Pen:
    """Give what writes edits into a judged file; raises ``UsageError`` where nothing can."""
    if report.media_type == DOCX:
        return _word_pen(report, data, when)
    if report.media_type in _TEXTS:
        file = TextFile(data, *decoded(data, request.encoding))
        return Pen(
            lambda _edit, _held: "",
            lambda edits, _remarks: file.with_edits(edits),
            lambda copy, _report: decoded(copy, file.encoding)[0],
        )
    raise UsageError("只能改 .docx、.txt、.md 文件；.doc、.wps 等请先另存为 .docx。")


def _word_pen(report: Report, data: bytes, when: datetime) -> Pen:
    from gongkai_lint.reporters.word.original import reopened
    from gongkai_lint.reporters.word.revised_docx import revised_docx
    from gongkai_lint.wordml.editable import why_not
    from gongkai_lint.wordml.protection import protections

    file = reopened(report, data)
    like = body_line(file.document)

    def write(edits: Sequence[Edit], remarks: Sequence[Comment]) -> bytes:
        copy = revised_docx(report, data, edits, when, like=like, remarks=remarks)
        _make_sure(copy, apply_edits(file.document.text, edits))
        return copy

    return Pen(
        partial(why_not, file.live),
        write,
        lambda _copy, seen: "" if seen.document is None else seen.document.text,
        tuple(protections(file.package, file.main)),
    )


def _make_sure(copy: bytes, wanted: str) -> None:
    """Read a copy, margins and notes included; it says what it should, or it is not kept."""
    from gongkai_lint.readers.read import read
    from gongkai_lint.reporters.word.original import DIFFERS

    said = "\n".join(line.text for line in read(copy, ".docx", formatting=False).paragraphs)
    if said.rstrip("\n") != _as_read(wanted):
        raise UnreadableError(DIFFERS)


def _as_read(text: str) -> str:
    """Give a text with every break as a reader gives it: a change may make one soft, or hard."""
    return text.replace(SOFT, "\n").rstrip("\n")


class _Work:
    """The text as far as it is fixed, and what was made of which findings."""

    def __init__(self, pen: Pen, report: Report, wish: Wish) -> None:
        self.report = report
        self.patch = unpatched(self._document.text)
        self.made: list[Repair] = []
        self._pen = pen
        self._allowed: tuple[Safety, ...] = ("safe", "unsafe") if wish.unsafe else ("safe",)
        self._attribute = wish.attribute
        self._seen = {self.patch.text}

    @property
    def _document(self) -> Document:
        if self.report.document is None:
            raise AssertionError(self.report.path)
        return self.report.document

    def step(self) -> bool:
        """Make one round of repairs; say whether the text is another one now."""
        wanted = [option for _, option in self._options() if isinstance(option, Repair)]
        chosen = list(apart(wanted))
        patch = self.patch.apply({edit for repair in chosen for edit in repair.edits})
        if patch.text in self._seen:
            return False
        self._seen.add(patch.text)
        self.patch = patch
        self.made += chosen
        return True

    def check(self) -> None:
        """Make sure that the copy says, its changes accepted, what it should say."""
        if _as_read(self._document.text) != _as_read(self.patch.text):
            raise AssertionError(self.report.path)

    def left(self) -> Iterator[Unmade]:
        """Give the findings that stay."""
        for finding, option in self._options():
            if isinstance(option, Unmade):
                yield option
            elif finding is not None:
                yield Unmade(finding, RESTLESS)

    def in_original(self, one: Unmade) -> Unmade:
        """Give a finding that stays by its place in the original."""
        span, _ = self.patch.origin(one.finding.span)
        return one._replace(finding=one.finding._replace(span=span, related=()))

    def notices(self) -> Iterator[str]:
        """Say why a label that was given has not been written."""
        label = self._label()
        if self._attribute and isinstance(label, str):
            yield f"没有补写公开属性标注：{label}。"

    def _options(self) -> Iterator[tuple[Finding | None, Repair | Unmade]]:
        label = self._label()
        lacking = next((f for f in self.report.findings if f.rule == RULE), None)
        if isinstance(label, Repair):
            yield lacking, label
        elif label and lacking:
            yield lacking, Unmade(lacking, label)
        for finding in self.report.findings:
            if finding is not lacking or label is None:
                yield finding, repair_of(finding, self._allowed, self._why_not)

    def _label(self) -> Repair | str | None:
        label = label_repair(self.report, self._attribute)
        if isinstance(label, Repair):
            reasons = (self._why_not(edit) for edit in label.edits)
            return next((reason for reason in reasons if reason), label)
        return label

    def _why_not(self, edit: Edit) -> str:
        return why_unmade(self._document, self.patch, self._pen, edit)


def why_unmade(document: Document, patch: Patch, pen: Pen, edit: Edit) -> str:
    """Say why an edit of the text as it is now cannot be written into the file; else nothing."""
    if document.words(edit.span) == edit.text:
        return NO_FIX
    span, held = patch.origin(edit.span)
    return pen.why_not(Edit(span, edit.text), held)
