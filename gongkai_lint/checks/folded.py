"""Characters that were read as others: traditional script, look-alikes, what is unseen."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_BLANK_FORM = "数字旁的空格"
_HERE = "◇"
_NEAR = 8
_NAME = 3  # characters of a person's name
_FORMS = (
    ("⺀", "⿕", "部首字符"),
    ("\uf900", "\ufaff", "兼容汉字"),
    ("\U0002f800", "\U0002fa1f", "兼容汉字"),
    ("０", "９", "全角数字"),
    ("Ａ", "ｚ", "全角字母"),
)
_SHOWN = frozenset(name for _, _, name in _FORMS)
# A blank is a slip only inside a date or a measure, or behind a word that goes on: behind others it
# parts two things (第十九条 1998年以前, 国务院批准 1979年发布, a list's or a table's entries).
_GOES_ON = compiled(r"(?:\d[^\S\n]?[年月]|[第自于在至到从达由约超近共每为按截])[^\S\n]+$")
_OF_NUMBER = compiled(r"[年月](?!度)|[日号时个元万亿千百天〔〕次]")
_BLANKS = frozenset(" \u00a0\u202f\u205f") | {chr(code) for code in range(0x2000, 0x200B)}


class Change(NamedTuple):
    """Characters as written, what they were read as, and what kind of form they are.

    Those without a ``form`` are traditional script.
    """

    span: Span
    read_as: str
    form: str


class Folded(NamedTuple):
    """Report each run of characters that are traditional ``script``, or all other ``forms`` as one.

    A form is a character that only looks like the usual one (部首, 兼容汉字, 全角数字), a blank
    between a number and its unit, a format character that nobody sees. A few characters are
    doubtful, case ``name``, where the words around them, each ``◇``, match one of ``names``. A
    text that is traditional as a whole is told once, case ``whole``. The edits give what is usual.
    """

    what: Literal["script", "forms"]
    names: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what was read as something else; only a text as written shows it."""
        found = [
            change
            for change in _changes(view.document)
            if (not change.form) == (self.what == "script")
            and not (change.form == _BLANK_FORM and _parts(view.document, change))
            and any(scope.covers(change.span) for scope in view.spans)
        ]
        runs = [Span(run[0].span.start, run[-1].span.end) for run in _runs(found)]
        first = next((run for s in view.spans for run in runs if s.covers(run)), None)
        if self.what == "forms":
            yield from _as_one(first, found, view.document, "forms")
        elif "traditional" in view.document.traits:
            yield from _as_one(first, found, view.document, "whole")
        else:
            yield from (self._run(view.document, run) for run in _runs(found))

    def _run(self, document: Document, run: list[Change]) -> Match:
        span = Span(run[0].span.start, run[-1].span.end)
        right = "".join(change.read_as for change in run)
        named = len(run) <= _NAME and self._is_named(document, span)
        return Match(
            span,
            (("right", right),),
            case="name" if named else "one",
            edits=(Edit(span, right),),
            doubtful=named,
        )

    def _is_named(self, document: Document, span: Span) -> bool:
        before = document.text[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2]
        behind = document.text[span.end : span.end + _NEAR].partition("\n")[0]
        hidden = _HERE * (span.end - span.start)
        return any(shape.occurs(before + hidden + behind) for shape in self.names)


def _parts(document: Document, change: Change) -> bool:
    """Say whether blanks part two things, as in an imprint the organ and the day."""
    if document.part_at(change.span) == "imprint":
        return True
    text, (start, end) = document.text, change.span
    if text[start - 1 : start].isdigit():
        return not _OF_NUMBER.match(text, end)
    return not _GOES_ON.search(text, max(0, start - _NEAR), end)


def _changes(document: Document) -> Iterator[Change]:
    """Yield in order what folding changed one for one, and what it left out."""
    folding = document.folding
    if folding is None:
        return
    written, read = document.text, folding.document.text
    at = start = 0
    cuts = zip(folding.alignment.offsets, folding.alignment.totals, strict=True)
    for offset, total in (*cuts, (len(read), len(written) - len(read))):
        yield from _replaced(written, read[at:offset], start)
        start, at = start + offset - at, offset
        if left_out := written[start : offset + total]:
            form = _BLANK_FORM if left_out[0] in _BLANKS else "看不见的字符"
            yield Change(Span(start, start + len(left_out)), "", form)
        start = offset + total


def _replaced(written: str, read: str, start: int) -> Iterator[Change]:
    if written.startswith(read, start):
        return
    for number, plain in enumerate(read, start=start):
        if written[number] != plain and not plain.isspace():
            yield Change(Span(number, number + 1), plain, _form(written[number]))


def _form(character: str) -> str:
    return next((name for first, last, name in _FORMS if first <= character <= last), "")


def _runs(found: list[Change]) -> Iterator[list[Change]]:
    for _, run in groupby(enumerate(found), lambda one: one[1].span.start - one[0]):
        yield [change for _, change in run]


def _as_one(
    first: Span | None, found: list[Change], document: Document, case: str
) -> Iterator[Match]:
    if first:
        shown = {change.form: document.words(change.span) for change in reversed(found)}
        forms = [form + (f"“{words}”" if form in _SHOWN else "") for form, words in shown.items()]
        captures = (("count", str(len(found))), ("forms", "、".join(reversed(forms))))
        edits = tuple(Edit(change.span, change.read_as) for change in found)
        yield Match(first, captures, case=case, edits=edits)


KIND = Kind(
    Folded,
    "按别的字来读的字",
    tells=("one", "name", "whole", "forms"),
    words=("right", "count", "forms"),
)
