"""Marks on the exact characters of findings, cut wherever one begins or ends."""

from collections.abc import Iterator, Mapping, Sequence

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITIES, Finding, Severity
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.markup import shown, tag


class _Mark(NamedTuple):
    """The part of a finding that lies in one unit, and whether it begins or ends there."""

    span: Span
    number: int
    severity: Severity
    first: bool
    last: bool


class Marks:
    """The marks of one document by the units that it is shown in: paragraphs and parts of lines.

    ``parts`` are the units of paragraphs that are shown in parts; ``key`` tells the anchors from
    those of other documents.
    """

    def __init__(
        self,
        document: Document,
        findings: Sequence[Finding],
        key: str,
        parts: Mapping[int, Sequence[Span]],
    ) -> None:
        """Sort the findings by unit."""
        self._document = document
        self._key = key
        self._parts = parts
        self._marks: dict[Span, list[_Mark]] = {}
        for number, finding in enumerate(findings, start=1):
            self._put(finding, number)

    def has(self, unit: Span) -> bool:
        """Say whether a unit holds any mark."""
        return unit in self._marks

    def pieces(self, unit: Span) -> Iterator[str]:
        """Yield a unit's text with its marks."""
        opening: dict[int, list[_Mark]] = {}
        closing: dict[int, list[_Mark]] = {}
        for mark in self._marks.get(unit, ()):
            opening.setdefault(mark.span.start, []).append(mark)
            closing.setdefault(mark.span.end, []).append(mark)
        at = unit.start
        over: dict[int, _Mark] = {}
        for cut in sorted({*unit, *opening, *closing}):
            text = shown(self._document.written(Span(at, cut)))
            yield self._link(text, list(over.values()), "m") if over else text
            for mark in closing.get(cut, ()):
                if over.pop(mark.number, None):
                    yield from self._closed(mark)
            for mark in opening.get(cut, ()):
                yield from self._opened(mark)
                if mark.span.end > cut:
                    over[mark.number] = mark
                else:
                    yield from self._closed(mark)
            at = cut

    def _put(self, finding: Finding, number: int) -> None:
        units = self._touched(finding.span)
        for unit in units:
            start = min(max(finding.span.start, unit.start), unit.end)
            inside = Span(start, max(start, min(finding.span.end, unit.end)))
            first, last = unit is units[0], unit is units[-1]
            mark = _Mark(inside, number, finding.severity, first, last)
            self._marks.setdefault(unit, []).append(mark)

    def _touched(self, span: Span) -> list[Span]:
        """Give the units that share characters with a span, else the one that it stands at."""
        first = self._document.paragraph_at(span.start)
        last = self._document.paragraph_at(max(span.start, span.end - 1))
        units = [unit for index in range(first, last + 1) for unit in self._units(index)]
        shared = [unit for unit in units if unit.start < span.end and span.start < unit.end]
        before = [unit for unit in units if unit.start <= span.start]
        return shared or [max(before, default=units[0])]

    def _units(self, index: int) -> Sequence[Span]:
        return self._parts.get(index) or (self._document.paragraph_span(index),)

    def _opened(self, mark: _Mark) -> Iterator[str]:
        if mark.first:
            yield tag("span", "", id=f"{self._key}t{mark.number}")
        if mark.first and mark.last and mark.span.start == mark.span.end:
            yield self._link("", [mark], "m gap")

    def _closed(self, mark: _Mark) -> Iterator[str]:
        if mark.last:
            yield self._link(str(mark.number), [mark], "no")

    def _link(self, text: str, marks: list[_Mark], kind: str) -> str:
        worst = min(marks, key=lambda mark: SEVERITIES.index(mark.severity))
        numbers = " ".join(str(mark.number) for mark in marks)
        return tag(
            "a",
            text,
            class_=f"{kind} {worst.severity}",
            href=f"#{self._key}c{worst.number}",
            data_n=numbers,
            aria_label=None if text else f"问题 {numbers}",
        )
