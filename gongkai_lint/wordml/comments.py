"""The comments of a Word file: those it has, and new ones beside them."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from gongkai_lint.wordml.cuts import set_text
from gongkai_lint.wordml.ooxml import Names, names_of
from gongkai_lint.wordml.package import Node, Package, parse_xml
from gongkai_lint.wordml.parts import new_part, serialized

_KIND = "comments"
_STYLES = {"annotation text": "pStyle", "annotation reference": "rStyle"}


class Signature(NamedTuple):
    """Who makes a comment or a change, and when, in local wall-clock time as Word writes it."""

    author: str
    initials: str
    when: datetime

    @property
    def date(self) -> str:
        """The time as an attribute; its Z is Word's habit and means no time zone."""
        return f"{self.when.replace(microsecond=0, tzinfo=None).isoformat()}Z"


class Comments:
    """The comments part of a package, made where there is none."""

    def __init__(self, package: Package, main: str, w: Names) -> None:
        """Open the part."""
        self._new: dict[str, bytes] = {}
        links = [link for link in package.relationships(main) if link.kind == _KIND]
        held = [link.target for link in links if package.has(link.target)]
        if held:
            self._name = held[0]
            self.root = package.parse(held[0])
        else:
            self._name, self._new = new_part(package, main, _KIND, w)
            self.root = parse_xml(f'<w:comments xmlns:w="{w.uri}"/>'.encode(), self._name)
        self._w = names_of(self.root)
        self._styles = _styles(package, main)

    def add(self, number: str, lines: Iterable[str], signature: Signature) -> None:
        """Add a comment, one paragraph a line."""
        w = self._w
        comment = etree.SubElement(self.root, w["comment"])
        comment.set(w["id"], number)
        comment.set(w["author"], signature.author)
        comment.set(w["date"], signature.date)
        comment.set(w["initials"], signature.initials)
        for index, line in enumerate(lines):
            self._add_line(comment, line, first=index == 0)

    def parts(self) -> dict[str, bytes]:
        """Give the parts that changed."""
        return {**self._new, self._name: serialized(self.root)}

    def reference(self, number: str, w: Names) -> Node:
        """Make the run of the main text that a comment hangs on."""
        run = self.root.makeelement(w["r"])
        self._style(run, "rPr", "rStyle", w)
        etree.SubElement(run, w["commentReference"]).set(w["id"], number)
        return run

    def _add_line(self, comment: Node, line: str, *, first: bool) -> None:
        w = self._w
        paragraph = etree.SubElement(comment, w["p"])
        self._style(paragraph, "pPr", "pStyle", w)
        if first:
            mark = etree.SubElement(paragraph, w["r"])
            self._style(mark, "rPr", "rStyle", w)
            etree.SubElement(mark, w["annotationRef"])
        run = etree.SubElement(paragraph, w["r"])
        set_text(etree.SubElement(run, w["t"]), line)

    def _style(self, node: Node, properties: str, name: str, w: Names) -> None:
        if style := self._styles.get(name):
            holder = etree.SubElement(node, w[properties])
            etree.SubElement(holder, w[name]).set(w["val"], style)


def _styles(package: Package, main: str) -> dict[str, str]:
    """Find the styles for comments; Word gives them other ids in every language."""
    found = {}
    for link in package.relationships(main):
        if link.kind == "styles" and package.has(link.target):
            root = package.parse(link.target)
            w = names_of(root)
            for style in root.iterchildren(w["style"]):
                name = style.find(w["name"])
                use = None if name is None else _STYLES.get(name.get(w["val"], "").lower())
                if use:
                    found[use] = style.get(w["styleId"], "")
    return found
