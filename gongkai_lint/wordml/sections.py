"""Sections of a Word file: paper, margins, grid, and the page numbers of their footers."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gongkai_lint.model.formatting import Face, PageNumber, Section
from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.inline import Piece
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import FALLBACK, Names, names_of, points, relationship_id
from gongkai_lint.wordml.typography import Typography

_TWIPS = 20
_MILLIMETRE = 25.4 / 72
_PAGE = re.compile(r"\bPAGE\b")
_ON_GRID = frozenset({"lines", "linesAndChars", "snapToChars"})
_KINDS = ("default", "even", "first")


class Ending(NamedTuple):
    """The properties that end a section, and the index of the paragraph behind it."""

    properties: Node
    behind: int


def find_sections(
    endings: Sequence[Ending], footers: Mapping[str, Node], typography: Typography
) -> Iterator[Section]:
    """Give the sections in order; a footer that one does not name is that of the one before."""
    start = 0
    shown: dict[str, str] = {}
    counted = {name: tuple(_page_numbers(root, typography)) for name, root in footers.items()}
    for properties, behind in endings:
        w = names_of(properties)
        for reference in properties.children(w["footerReference"]):
            shown[reference.get(w["type"], "default")] = relationship_id(reference)
        numbers = tuple(n for kind in _KINDS for n in counted.get(shown.get(kind, ""), ()))
        yield _section(properties, w, start, numbers)
        start = behind


def last_section(root: Node) -> Node | None:
    """Give the properties of a document's last section."""
    w = names_of(root)
    body = root.find(w["body"])
    return None if body is None else body.find(w["sectPr"])


def _section(properties: Node, w: Names, start: int, numbers: tuple[PageNumber, ...]) -> Section:
    size, margins = properties.find(w["pgSz"]), properties.find(w["pgMar"])
    return Section(
        start,
        width=_millimetres(size, w["w"]),
        height=_millimetres(size, w["h"]),
        top=_millimetres(margins, w["top"]),
        right=_millimetres(margins, w["right"]),
        bottom=_millimetres(margins, w["bottom"]),
        left=_millimetres(margins, w["left"]),
        grid=_grid(properties.find(w["docGrid"]), w),
        page_numbers=numbers,
    )


def _millimetres(node: Node | None, name: str) -> float | None:
    length = None if node is None else points(node.get(name), _TWIPS)
    return None if length is None else round(abs(length) * _MILLIMETRE, 1)


def _grid(node: Node | None, w: Names) -> float | None:
    kept = node is not None and node.get(w["type"]) in _ON_GRID
    return points(node.get(w["linePitch"]), _TWIPS) if node is not None and kept else None


def _page_numbers(footer: Node, typography: Typography) -> Iterator[PageNumber]:
    w = names_of(footer)
    for paragraph in footer.iter(w["p"]):
        holds_others = sum(1 for _ in paragraph.iter(w["p"])) > 1
        if not holds_others and _counts_pages(paragraph, w) and not _is_fallback(paragraph):
            yield _page_number(paragraph, w, typography)


def _counts_pages(paragraph: Node, w: Names) -> bool:
    codes = [node.text or "" for node in paragraph.iter(w["instrText"])]
    codes += [node.get(w["instr"], "") for node in paragraph.iter(w["fldSimple"])]
    # Several fields of a line, or one whose code is cut into runs.
    return any(_PAGE.search(joint.join(codes)) for joint in (" ", ""))


def _is_fallback(paragraph: Node) -> bool:
    return next(paragraph.ancestors(FALLBACK), None) is not None


def _page_number(paragraph: Node, w: Names, typography: Typography) -> PageNumber:
    """Give the face of the first number, of the field's code where no number was kept."""
    shown = [Piece(node.text or "", "field", node) for node in paragraph.iter(w["t"])]
    codes = [Piece(node.text or "", "field", node) for node in paragraph.iter(w["instrText"])]
    digits = [piece for piece in shown if piece.text.strip().isdecimal()]
    setting = typography.setting(paragraph, w)
    runs = typography.formatting(setting, (digits or codes)[:1], w).runs
    text = "".join(piece.text for piece in shown)
    return PageNumber(runs[0].face if runs else Face(), text)
