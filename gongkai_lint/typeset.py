"""Set an example's text as a Word file would: by the standard, but for what the example says.

``layout`` in an example maps parts (``PARTS``) to what differs from ``STANDARD``; null leaves a
property, or a whole part, unsaid. A font, size (字号) and alignment are those of a part's
characters; ``first`` and ``pitch`` are characters and points; margins are millimetres.
"""

from collections.abc import Mapping
from typing import Any

from gongkai_lint.law.typeface import SIZES
from gongkai_lint.model.document import Document
from gongkai_lint.model.formatting import Face, Formatting, PageNumber, Run, Section
from gongkai_lint.model.source import Paragraph, Source
from gongkai_lint.model.span import Span
from gongkai_lint.structure.recognize import recognize

_TEXT = {"font": "仿宋_GB2312", "size": "三号", "alignment": "both", "first": 2, "pitch": 28}
STANDARD: dict[str, dict[str, Any]] = {
    "page": {"width": 210, "height": 297, "top": 37, "right": 26, "bottom": 35, "left": 28},
    "page_number": {"font": "宋体", "size": "四号", "text": "— 1 —"},
    "title": _TEXT | {"font": "方正小标宋简体", "size": "二号", "alignment": "center", "first": 0},
    "body": _TEXT,
    "heading_1": {"font": "黑体", "size": "三号"},
    "heading_2": {"font": "楷体_GB2312", "size": "三号"},
    "heading_3": {"font": "仿宋_GB2312", "size": "三号"},
    "heading_4": {"font": "仿宋_GB2312", "size": "三号"},
}


def typeset(source: Source, layout: Mapping[str, Any]) -> Source:
    """Give the source as if a Word file had said so; raises ``ValueError`` for an unknown part."""
    parts = {name: _part(name, layout) for name in {**STANDARD, **layout}}
    document = recognize(source)
    paragraphs = (_set(document, index, parts) for index in range(len(source.paragraphs)))
    return source._replace(paragraphs=tuple(paragraphs), sections=_sections(parts))


def _part(name: str, layout: Mapping[str, Any]) -> dict[str, Any]:
    if name not in STANDARD:
        raise ValueError(f"例子的 layout 里有不认识的部分：{name}；可用的有：{'、'.join(STANDARD)}")
    own: dict[str, Any] | None = layout.get(name, {})
    if own is None:
        return {}
    unknown = own.keys() - STANDARD[name].keys() - {"bold", "grid", "spacing"}
    if unknown:
        raise ValueError(f"例子的 layout.{name} 里有不认识的：{'、'.join(sorted(unknown))}")
    return STANDARD[name] | own


def _sections(parts: Mapping[str, dict[str, Any]]) -> tuple[Section, ...]:
    page, number = parts["page"], parts["page_number"]
    numbers = (PageNumber(_face(number, latin=True), number["text"]),) if number else ()
    return (Section(0, **page, page_numbers=numbers),) if page else ()


def _set(document: Document, index: int, parts: Mapping[str, dict[str, Any]]) -> Paragraph:
    span = document.paragraph_span(index)
    titled = any(element.span.overlaps(span) for element in document.of("title"))
    part = parts["title" if titled else "body"]
    paragraph = document.source.paragraphs[index]
    if not part or not paragraph.text.strip():
        return paragraph
    formatting = Formatting(
        tuple(_runs(document, span, part, parts)),
        part["alignment"],
        part["first"],
        0,
        part["pitch"],
        part.get("spacing"),
    )
    return paragraph._replace(formatting=formatting)


def _runs(
    document: Document, span: Span, part: dict[str, Any], parts: Mapping[str, dict[str, Any]]
) -> list[Run]:
    """Give the runs of a paragraph: that of the heading which opens it, and the rest."""
    runs, start = [], span.start
    for heading in document.of("heading"):
        if span.covers(heading.span):
            face = _face(parts[f"heading_{heading.level}"])
            runs.append(Run(0, heading.span.end - span.start, face))
            start = heading.span.end
    return [*runs, Run(start - span.start, span.end - span.start, _face(part))]


def _face(part: dict[str, Any], *, latin: bool = False) -> Face:
    font, size = part.get("font") or "", part.get("size")
    return Face(
        "" if latin else font,
        font if latin else "Times New Roman",
        SIZES[size] if size else None,
        bool(part.get("bold")),
    )
