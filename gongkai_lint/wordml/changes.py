"""Tracked changes in one part of a Word file: taken out, put in, each to accept or to reject."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from gongkai_lint.wordml.comments import Signature
from gongkai_lint.wordml.cuts import Cuts, Spot
from gongkai_lint.wordml.extent import renumbered
from gongkai_lint.wordml.live import Stretch
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import Names
from gongkai_lint.wordml.part import Part
from gongkai_lint.wordml.splice import Order

# Signs that Word sets in the Latin font, unless the run says that they are Chinese.
_EITHER = frozenset("“”‘’…—·")
_MARK_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange")
_NOT_COPIED = ("numPr", "sectPr", "pPrChange", "rPr", "pageBreakBefore", "keepNext")
_HINT = re.compile(rb"""\s[^\s=]*\bhint\s*=\s*(?:"[^"]*"|'[^']*')""")
_NAME = re.compile(rb"<[^\s/>]+")

# An element's name and its bytes.
_Said: TypeAlias = tuple[str, bytes]


class Changes:
    """Writes changes that somebody signs."""

    def __init__(self, part: Part, cuts: Cuts, signature: Signature) -> None:
        """Take the part, what cuts its runs, and the signature."""
        self._part = part
        self._cuts = cuts
        self._said = {"author": signature.author, "date": signature.date}
        self._foreign = frozenset((part.w["ins"], part.w["moveTo"]))

    def replace(self, stretches: Sequence[Stretch], text: str) -> None:
        """Strike characters out, and put text behind the last of them."""
        runs = [self._cuts.strike(s.piece.node, s.start, s.end, self._said) for s in stretches]
        if text:
            last = stretches[-1]
            self.put_behind(last.piece.node, last.end, text, runs[0].find(self._part.w["rPr"]))

    def put_behind(self, node: Node, offset: int, text: str, look: Node | None = None) -> None:
        """Put text behind characters; what somebody else inserted is cut in two for it."""
        self._put(self._cuts.behind(node, offset), self._inserted(text, look), behind=True)

    def put_before(self, node: Node, offset: int, text: str, look: Node | None = None) -> None:
        """Put text before a character, likewise."""
        self._put(self._cuts.before(node, offset), self._inserted(text, look), behind=False)

    def put_into(self, paragraph: Node, text: str) -> None:
        """Put text into a paragraph that shows none."""
        part = self._part
        mark = paragraph.find(part.w["pPr"], part.w["rPr"])
        at = part.splice.inside(part.extent(paragraph))
        part.splice.put(at, Order.BEFORE, self._inserted(text, mark))

    def put_paragraphs_behind(self, paragraph: Node, lines: Sequence[str], like: Node) -> None:
        """Put new paragraphs behind one; they look like another.

        Where no paragraph follows, the mark of the old one counts as new, and the last new one
        keeps the old one's look in case the change is rejected.
        """
        beside = (paragraph.up or Node()).children(*self._tags("p", "tbl", "sdt"))
        is_followed = paragraph in [*beside][:-1]
        new = [True] * (len(lines) - 1) + [is_followed]
        looks = _longest_run(like, self._part.w)
        written = b""
        for line, is_new in zip(lines, new, strict=True):
            inside = self._properties(paragraph, like, is_new=is_new) + self._inserted(line, looks)
            written += self._part.markup.around("p", inside)
        if not is_followed:
            self._count_as_new(paragraph)
        self._part.splice.put(self._part.extent(paragraph).end, Order.PARAGRAPH, written)

    def _tags(self, *names: str) -> tuple[str, ...]:
        return tuple(self._part.w[local] for local in names)

    def _mark(self) -> dict[str, str]:
        return {"id": self._part.ids.next(), **self._said}

    def _put(self, spot: Spot, fragment: bytes, *, behind: bool) -> None:
        """Put a fragment at a place; the holders that others signed end before it."""
        part, element, at, cut = self._part, spot.element, spot.at, not spot.at_edge
        closing = opening = b""
        while (holder := element.up) is not None and holder.tag in self._foreign:
            where = part.extent(holder)
            if cut or holder[-1 if behind else 0] is not element:
                cut = True
                closing += where.closing
                opening = renumbered(where.tag, part.ids.next()) + opening
            else:
                at = where.end if behind else where.start
            element = holder
        order = Order.BEHIND if behind else Order.BEFORE
        part.splice.put(at, order, closing + fragment + opening)

    def _inserted(self, text: str, properties: Node | None) -> bytes:
        markup = self._part.markup
        said = self._looks(properties)
        if not _EITHER.isdisjoint(text):
            said = self._chinese(said)
        looks = markup.around("rPr", b"".join(raw for _, raw in said)) if said else b""
        run = markup.around("r", looks + markup.text(text))
        return markup.opened("ins", **self._mark()) + run + markup.closed("ins")

    def _looks(self, properties: Node | None) -> list[_Said]:
        """Give the formatting of a run or a paragraph's mark without its history."""
        return self._children(properties, _MARK_CHANGES)

    def _children(self, node: Node | None, left_out: Sequence[str]) -> list[_Said]:
        tags = self._tags(*left_out)
        children = () if node is None else node
        return [(one.tag, self._part.raw(one)) for one in children if one.tag not in tags]

    def _chinese(self, said: list[_Said]) -> list[_Said]:
        fonts, style = self._tags("rFonts", "rStyle")
        hint = self._part.markup.attribute("hint", "eastAsia")
        if any(tag == fonts for tag, _ in said):
            return [(tag, _with(raw, hint) if tag == fonts else raw) for tag, raw in said]
        place = int(bool(said) and said[0][0] == style)
        added = (fonts, self._part.markup.empty("rFonts", hint="eastAsia"))
        return [*said[:place], added, *said[place:]]

    def _properties(self, old: Node, like: Node, *, is_new: bool) -> bytes:
        """Write the properties of a new paragraph, whose mark counts as new or remembers."""
        w, markup = self._part.w, self._part.markup
        before = old.find(w["pPr"])
        said = self._children(like.find(w["pPr"]), _NOT_COPIED)
        mark = b"".join(raw for _, raw in self._looks(old.find(w["pPr"], w["rPr"])))
        change = b""
        if is_new:
            mark = markup.empty("ins", **self._mark()) + mark
        else:
            known = self._children(before, ("rPr", "sectPr", "pPrChange"))
            inside = markup.around("pPr", b"".join(raw for _, raw in known))
            change = markup.opened("pPrChange", **self._mark()) + inside
            change += markup.closed("pPrChange")
        shown = b"".join(raw for _, raw in said)
        return markup.around("pPr", shown + (markup.around("rPr", mark) if mark else b"") + change)

    def _count_as_new(self, paragraph: Node) -> None:
        """Track a paragraph's mark as inserted."""
        part, w, splice = self._part, self._part.w, self._part.splice
        inserted = part.markup.empty("ins", **self._mark())
        properties = paragraph.find(w["pPr"])
        mark = paragraph.find(w["pPr"], w["rPr"])
        if mark is not None:
            splice.put(splice.inside(part.extent(mark), first=True), Order.CLOSE, inserted)
            return
        inserted = part.markup.around("rPr", inserted)
        if properties is None:
            at = splice.inside(part.extent(paragraph), first=True)
            splice.put(at, Order.CLOSE, part.markup.around("pPr", inserted))
            return
        last = next(properties.children(*self._tags("sectPr", "pPrChange")), None)
        where = part.extent(properties)
        at = splice.inside(where) if last is None else part.extent(last).start
        splice.put(at, Order.CLOSE, inserted)


def _with(raw: bytes, attribute: bytes) -> bytes:
    """Give a font element's bytes with another hint."""
    plain = _HINT.sub(b"", raw, count=1)
    return _NAME.sub(lambda found: found[0] + attribute, plain, count=1)


def _longest_run(paragraph: Node, w: Names) -> Node | None:
    """Give the formatting of the longest run: that of the text, not of a number or a lead."""
    runs = list(paragraph.iter(w["r"]))
    if not runs:
        return None
    longest = max(runs, key=lambda run: sum(len(t.text or "") for t in run.children(w["t"])))
    return longest.find(w["rPr"])
