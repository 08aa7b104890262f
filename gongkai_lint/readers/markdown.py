"""Which part of a Markdown line is text: without marks, fences and comments."""

from collections.abc import Iterator

from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

# Numbers such as “1. ” stay: in a 公文 they are text.
_LEADING = compiled(r"\s*(?:(?:#{1,6}(?:\s+|(?=[^\s#!-~]))|>\s?|[-*+]\s+)\s*)*")
_FENCE = compiled(r"\s{0,3}(`{3,}|~{3,})")
# Each part takes what it can and gives nothing back: a line of thousands of marks is no rule.
_RULE = compiled(r"\s*+(?:(?:-\s*+){3,}+|(?:\*\s*+){3,}+|(?:_\s*+){3,}+|(?=[\s:|-]*?---)[\s:|-]++)")
_STRONG = ("**", "__")


def inner_spans(lines: list[str]) -> Iterator[Span | None]:
    """Give the text part of each line; ``None`` where the whole line is text."""
    fence = ""
    comment = False
    for line in lines:
        if fence or comment:
            end = line.find("-->") if comment else -1
            yield _rest(line, end + len("-->")) if end >= 0 else Span(0, 0)
            comment = comment and end < 0
            fence = "" if fence and line.strip().startswith(fence) else fence
        elif opening := _FENCE.match(line):
            fence = opening[1]
            yield Span(0, 0)
        elif line.lstrip().startswith("<!--"):
            end = line.find("-->")
            comment = end < 0
            yield Span(0, 0) if comment else _rest(line, end + len("-->"))
        else:
            yield _inner(line)


def _rest(line: str, start: int) -> Span:
    return Span(start, len(line)) if line[start:].strip() else Span(0, 0)


def _inner(line: str) -> Span | None:
    if _RULE.fullmatch(line):
        return Span(0, 0)
    leading = _LEADING.match(line)
    start = leading.end() if leading and leading[0].strip() else 0
    end = len(line)
    for mark in _STRONG:
        stripped = line[start:end].rstrip()
        if len(stripped) > 2 * len(mark) and stripped.startswith(mark) and stripped.endswith(mark):
            start, end = start + len(mark), start + len(stripped) - len(mark)
    return Span(start, end) if (start, end) != (0, len(line)) else None
