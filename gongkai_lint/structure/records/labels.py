"""Labelled fields in a line: 责任单位：市教育局；完成时限：年底前, and in brackets behind it."""

from collections.abc import Iterator

from gongkai_lint.model.record import Field
from gongkai_lint.model.span import Span
from gongkai_lint.organs import ASSIGNS
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.records.fields import label_field

_BEFORE_LABEL = frozenset("\n。；，（〔 \u3000\t\xa0|.．、）")
_LABEL = compiled(r"[\u3400-\u9fff][\u3400-\u9fff、/（）]{1,11}")
_LONGEST = 12
_INSIDE = compiled(r"[^〔〕（）\n]*(?:（[^（）\n]*）[^〔〕（）\n]*)*")
_ASSIGNS = compiled(ASSIGNS)
_CITED = compiled(
    r"《[^《》\n]+》(?:[^。；，、\n]{0,4}第[一二三四五六七八九十百\d]+条)?|第[一二三四五六七八九十百]+条"
)
_OPEN, _CLOSE = "（〔", "）〕"
_TAIL = " \u3000\n\t；;，。"
_LONGEST_BRACKET = 240


def labelled(folded: str, span: Span) -> list[Field]:
    """Give the fields of a span that known labels open; each runs up to the next label."""
    found = list(_labels(folded, span))
    ends = [label.start for label in found[1:]] + [span.end]
    return [_field(folded, label, end) for label, end in zip(found, ends, strict=False)]


def _labels(folded: str, span: Span) -> Iterator[Span]:
    at = folded.find("：", *span)
    while at >= 0:
        start = at
        first = max(span.start, at - _LONGEST)
        while start > first and folded[start - 1] not in _BEFORE_LABEL:
            start -= 1
        bounded = start == span.start or folded[start - 1] in _BEFORE_LABEL
        if bounded and label_field(folded[start:at]) and at + 1 < span.end:
            yield Span(start, at)
        at = folded.find("：", at + 1, span.end)


def _field(folded: str, label: Span, end: int) -> Field:
    """Give a field up to its end, or to that of the bracket in which its label stands."""
    start = label.end + 1
    key = folded[label.start : label.end]
    return Field(label_field(key), _trimmed(folded, start, _closing(folded, start, end)), key)


def _closing(folded: str, start: int, end: int) -> int:
    depth = 0
    for at in range(start, end):
        if folded[at] in _OPEN:
            depth += 1
        elif folded[at] in _CLOSE:
            if not depth:
                return at
            depth -= 1
    return end


def _trimmed(folded: str, start: int, end: int) -> Span:
    while start < end and folded[start] in _TAIL:
        start += 1
    while end > start and folded[end - 1] in _TAIL:
        end -= 1
    return Span(start, end)


def key_line(folded: str, line: Span) -> Field | None:
    """Give the field of a line that is nothing but a label with its words, known or not."""
    at = folded.find("：", line.start, min(line.end, line.start + _LONGEST + 1))
    if at < 0:
        return None
    key = folded[line.start : at].strip()
    if not _LABEL.fullmatch(key):
        return None
    return Field(label_field(key), _trimmed(folded, at + 1, line.end), key)


def assigned(folded: str, span: Span) -> Iterator[Field]:
    """Yield the units in the bracket that ends a span: 〔市教育局牵头〕."""
    end = _trimmed(folded, *span).end
    opening = max(span.start, end - _LONGEST_BRACKET)
    if end <= span.start or folded[end - 1] not in _CLOSE:
        return
    start = folded.rfind("〔" if folded[end - 1] == "〕" else "（", opening, end)
    while start >= 0 and not _INSIDE.fullmatch(folded, start + 1, end - 1):
        start = folded.rfind("（", opening, start)
    inside = folded[start + 1 : end - 1] if start >= 0 else ""
    if "：" not in inside and _ASSIGNS.search(inside):
        yield Field("unit", Span(start + 1, end - 1))


def cited(folded: str, span: Span) -> Iterator[Field]:
    """Yield the provisions that a span cites, as a basis that no label opens."""
    for found in _CITED.finditer(folded, *span):
        yield Field("basis", Span(*found.span()))


def gaps(span: Span, fields: list[Field]) -> Iterator[Span]:
    """Yield what labelled fields and their labels leave of a span."""
    start = span.start
    for field in fields:
        yield Span(start, max(start, field.span.start - len(field.key) - 1))
        start = field.span.end
    yield Span(start, max(start, span.end))
