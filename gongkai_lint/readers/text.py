"""Plain text and Markdown to Source: every line of the file is one paragraph, unaltered."""

import re
from collections.abc import Iterator

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import (
    MOST_CHARACTERS,
    MOST_PARAGRAPHS,
    TOO_LONG,
    Anchor,
    Notice,
    Paragraph,
    Place,
    Remark,
    RemarkKind,
    Source,
)
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.readers.decode import decode
from gongkai_lint.readers.front_matter import read_front_matter
from gongkai_lint.readers.markdown import inner_spans
from gongkai_lint.text import FILE_LINE_END

_FRONT_MATTER = Place("front_matter")
_EMBEDDED = r"data:[\w/+.-]{1,80};base64,[\w+/=-]+"
_NO_TEXT = compiled(rf"<!--\s*(?i:gongkai-lint)\s*[:：].*?-->|{_EMBEDDED}")
_PICTURE = compiled(_EMBEDDED)
_CLOSE = "-->"


def read_text(data: bytes, *, markdown: bool, encoding: str | None = None) -> Source:
    """Read a text file; paragraph ``i`` is line ``i + 1`` of the file.

    A remark to us and the bytes of an embedded picture stand as blanks in their line, so that no
    rule takes them for the text.
    """
    text, notices = decode(data, encoding)
    if len(text) > MOST_CHARACTERS or text.count("\n") + text.count("\r") > 2 * MOST_PARAGRAPHS:
        raise UnreadableError(TOO_LONG)
    lines = _lines(text)
    remarks = tuple(_remarks(lines)) if "<!--" in text or "base64" in text else ()
    lines = [_blanked(line) for line in lines] if remarks else lines
    front = read_front_matter(lines)
    return Source(
        paragraphs=_paragraphs(lines, front.lines, markdown=markdown),
        digest=digest_of(data),
        media_type="text/markdown" if markdown else "text/plain",
        properties=front.properties,
        notices=(*notices, *front.notices, *_no_text(lines[front.lines :])),
        remarks=remarks,
        line_end=_line_end(text),
    )


def _lines(text: str) -> list[str]:
    lines = FILE_LINE_END.split(text)
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    if len(lines) > MOST_PARAGRAPHS:
        raise UnreadableError(TOO_LONG)
    return lines


def _line_end(text: str) -> str:
    ends = set(FILE_LINE_END.findall(text)) if "\r" in text else set()
    return "" if len(ends) > 1 else "".join(ends) or "\n"


def _remarks(lines: list[str]) -> Iterator[Remark]:
    start = 0
    for line in lines:
        for found in _silent(line):
            kind: RemarkKind = "markup" if found[0][0] == "<" else "embedded"
            yield Remark(found[0], Span(*found.span()).shifted(start), kind)
        start += len(line) + 1


def _silent(line: str) -> Iterator[re.Match[str]]:
    """Yield what is no text; behind the last close no remark is looked for to the line's end."""
    closed = line.rfind(_CLOSE) + len(_CLOSE) if _CLOSE in line else 0
    yield from _NO_TEXT.finditer(line, 0, closed)
    yield from _PICTURE.finditer(line, closed)


def _blanked(line: str) -> str:
    pieces, at = [], 0
    for found in _silent(line):
        pieces += [line[at : found.start()], " " * len(found[0])]
        at = found.end()
    return "".join([*pieces, line[at:]])


def _paragraphs(lines: list[str], front: int, *, markdown: bool) -> tuple[Paragraph, ...]:
    head = [
        Paragraph(line, Anchor(0, number), place=_FRONT_MATTER)
        for number, line in enumerate(lines[:front])
    ]
    rest = lines[front:]
    inner = inner_spans(rest) if markdown else [None] * len(rest)
    body = [
        Paragraph(line, Anchor(0, front + number), inner=span)
        for number, (line, span) in enumerate(zip(rest, inner, strict=True))
    ]
    return (*head, *body)


def _no_text(lines: list[str]) -> tuple[Notice, ...]:
    if any(line.strip() for line in lines):
        return ()
    return (Notice("no_text", "文件里没有文字，没有可检查的内容。"),)
