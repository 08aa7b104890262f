"""Tracked changes in one part of a Word file: taken out, put in, each to accept or to reject."""

import copy
from collections.abc import Sequence

from lxml import etree

from gongkai_lint.wordml.comments import Signature
from gongkai_lint.wordml.cuts import set_text, twin
from gongkai_lint.wordml.ids import Ids
from gongkai_lint.wordml.ooxml import Names
from gongkai_lint.wordml.package import Node

# Signs that Word sets in the Latin font, unless the run says that they are Chinese.
_EITHER = frozenset("“”‘’…—·")
_MARK_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange")
_NOT_COPIED = ("numPr", "sectPr", "pPrChange", "rPr", "pageBreakBefore", "keepNext")


class Changes:
    """Writes changes that somebody signs."""

    def __init__(self, w: Names, ids: Ids, signature: Signature) -> None:
        """Take the names of the part, numbers that are free in it, and the signature."""
        self.w = w
        self._ids = ids
        self._signature = signature
        self._foreign = frozenset((w["ins"], w["moveTo"]))

    def take_out(self, runs: Sequence[Node]) -> Node:
        """Strike runs out, one mark for those side by side; give the last mark."""
        last = runs[0]
        for run in runs:
            if run.getprevious() is not last:
                last = self._mark("del")
                run.addprevious(last)
            last.append(run)
            for text in run.iterchildren(self.w["t"]):
                text.tag = self.w["delText"]
        return last

    def put_behind(self, element: Node, text: str, properties: Node | None) -> None:
        """Put text behind an element; what somebody else inserted is cut in two for it."""
        while (holder := element.getparent()) is not None and holder.tag in self._foreign:
            self._cut_behind(holder, element)
            element = holder
        element.addnext(self._inserted(text, properties))

    def put_before(self, element: Node, text: str, properties: Node | None) -> None:
        """Put text before an element, likewise."""
        while (holder := element.getparent()) is not None and holder.tag in self._foreign:
            previous = element.getprevious()
            if previous is not None:
                self._cut_behind(holder, previous)
                following = holder.getnext()
                holder = holder if following is None else following
            element = holder
        element.addprevious(self._inserted(text, properties))

    def put_into(self, paragraph: Node, text: str) -> None:
        """Put text into a paragraph that shows none."""
        mark = paragraph.find(f"{self.w['pPr']}/{self.w['rPr']}")
        paragraph.append(self._inserted(text, mark))

    def put_paragraph_behind(self, paragraph: Node, text: str, like: Node) -> Node:
        """Put a new paragraph behind one; it looks like another. Gives the new one.

        Where no paragraph follows, the mark of the old one counts as new, and the new one keeps
        the old one's look in case the change is rejected.
        """
        w = self.w
        new = paragraph.makeelement(w["p"])
        properties = etree.SubElement(new, w["pPr"])
        for node in self._look(like):
            properties.append(copy.deepcopy(node))
        new.append(self._inserted(text, _longest_run(like, w)))
        if _is_followed(paragraph, w):
            self._count_as_new(new, paragraph)
        else:
            self._remember(properties, paragraph)
            self._count_as_new(paragraph, paragraph)
        paragraph.addnext(new)
        return new

    def _mark(self, kind: str) -> Node:
        w, signature = self.w, self._signature
        names = {"id": self._ids.next(), "author": signature.author, "date": signature.date}
        mark = etree.Element(w[kind], nsmap={"w": w.uri})
        for name, value in names.items():
            mark.set(w[name], value)
        return mark

    def _inserted(self, text: str, properties: Node | None) -> Node:
        w = self.w
        inserted = self._mark("ins")
        run = etree.SubElement(inserted, w["r"])
        if properties is not None:
            run.append(self._plain(properties))
        if not _EITHER.isdisjoint(text):
            self._call_chinese(run)
        set_text(etree.SubElement(run, w["t"]), text)
        return inserted

    def _plain(self, properties: Node) -> Node:
        """Copy the formatting of a run or a paragraph's mark without its history."""
        plain = copy.deepcopy(properties)
        for local in _MARK_CHANGES:
            for node in plain.findall(self.w[local]):
                plain.remove(node)
        return plain

    def _call_chinese(self, run: Node) -> None:
        w = self.w
        properties = run.find(w["rPr"])
        if properties is None:
            properties = etree.SubElement(run, w["rPr"])
        fonts = properties.find(w["rFonts"])
        if fonts is None:
            fonts = properties.makeelement(w["rFonts"])
            properties.insert(int(properties.find(w["rStyle"]) is not None), fonts)
        fonts.set(w["hint"], "eastAsia")

    def _cut_behind(self, holder: Node, element: Node) -> None:
        behind = list(element.itersiblings())
        if behind:
            rest = twin(holder)
            rest.set(self.w["id"], self._ids.next())
            rest.extend(behind)
            holder.addnext(rest)

    def _look(self, paragraph: Node) -> list[Node]:
        left_out = {self.w[local] for local in _NOT_COPIED}
        properties = paragraph.find(self.w["pPr"])
        return [] if properties is None else [n for n in properties if n.tag not in left_out]

    def _count_as_new(self, paragraph: Node, old: Node) -> None:
        """Track a paragraph's mark as inserted; it looks like the mark of the old one."""
        w = self.w
        properties = paragraph.find(w["pPr"])
        if properties is None:
            properties = paragraph.makeelement(w["pPr"])
            paragraph.insert(0, properties)
        mark = properties.find(w["rPr"])
        if mark is None:
            mark = properties.makeelement(w["rPr"])
            known = old.find(f"{w['pPr']}/{w['rPr']}")
            mark = mark if known is None else self._plain(known)
            last = [properties.find(w[local]) for local in ("sectPr", "pPrChange")]
            place = next((properties.index(n) for n in last if n is not None), len(properties))
            properties.insert(place, mark)
        mark.insert(0, self._mark("ins"))

    def _remember(self, properties: Node, old: Node) -> None:
        """Note what a paragraph looks like if the change is rejected: as the old one did."""
        w = self.w
        known = old.find(f"{w['pPr']}/{w['rPr']}")
        if known is not None:
            properties.append(self._plain(known))
        change = self._mark("pPrChange")
        before = etree.SubElement(change, w["pPr"])
        source = old.find(w["pPr"])
        left_out = {w[local] for local in ("rPr", "sectPr", "pPrChange")}
        for node in () if source is None else source:
            if node.tag not in left_out:
                before.append(copy.deepcopy(node))
        properties.append(change)


def _is_followed(paragraph: Node, w: Names) -> bool:
    return next(paragraph.itersiblings(w["p"], w["tbl"], w["sdt"]), None) is not None


def _longest_run(paragraph: Node, w: Names) -> Node | None:
    """Give the formatting of the longest run: that of the text, not of a number or a lead."""
    runs = list(paragraph.iter(w["r"]))
    if not runs:
        return None
    longest = max(runs, key=lambda run: sum(len(t.text or "") for t in run.iterchildren(w["t"])))
    return longest.find(w["rPr"])
