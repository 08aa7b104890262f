"""The comments of a Word file: those it has, and new ones beside them."""

from collections.abc import Iterable
from datetime import datetime

from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.encodings import utf8
from gongkai_lint.wordml.ids import Ids
from gongkai_lint.wordml.markup import Markup
from gongkai_lint.wordml.ooxml import Names, names_of
from gongkai_lint.wordml.package import Package
from gongkai_lint.wordml.part import Part
from gongkai_lint.wordml.parts import new_part
from gongkai_lint.wordml.splice import Order

_KIND = "comments"
_EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{}"/>'
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
        links = [link for link in package.relationships(main) if link.kind == _KIND]
        held = [link.target for link in links if package.has(link.target)]
        self._new: dict[str, bytes] = {}
        if held:
            self._name = held[0]
            data = utf8(package.read(held[0]))
        else:
            self._name, self._new = new_part(package, main, _KIND, w)
            data = _EMPTY.format(w.uri).encode()
        self.root = package.parse(self._name, data)
        self._part = Part(self._name, data, self.root, Ids(()))
        self._styles = _styles(package, main)

    def add(self, number: str, lines: Iterable[str], signature: Signature) -> None:
        """Add a comment, one paragraph a line."""
        markup, splice = self._part.markup, self._part.splice
        author, initials = signature.author, signature.initials
        said = {"id": number, "author": author, "date": signature.date, "initials": initials}
        shown = b"".join(self._line(line, first=index == 0) for index, line in enumerate(lines))
        comment = markup.opened("comment", **said) + shown + markup.closed("comment")
        splice.put(splice.inside(self._part.extent(self.root)), Order.BEFORE, comment)

    def parts(self) -> dict[str, bytes]:
        """Give the parts that changed."""
        return {**self._new, self._name: self._part.splice.written()}

    def reference(self, number: str, markup: Markup) -> bytes:
        """Write the run of the main text that a comment hangs on."""
        mark = markup.empty("commentReference", id=number)
        return markup.around("r", self._style("rPr", "rStyle", markup) + mark)

    def _line(self, line: str, *, first: bool) -> bytes:
        markup = self._part.markup
        looks = self._style("rPr", "rStyle", markup)
        mark = markup.around("r", looks + markup.empty("annotationRef")) if first else b""
        said = markup.around("r", markup.text(line))
        return markup.around("p", self._style("pPr", "pStyle", markup) + mark + said)

    def _style(self, properties: str, name: str, markup: Markup) -> bytes:
        style = self._styles.get(name)
        return markup.around(properties, markup.empty(name, val=style)) if style else b""


def _styles(package: Package, main: str) -> dict[str, str]:
    """Find the styles for comments; Word gives them other ids in every language."""
    found = {}
    for link in package.relationships(main):
        if link.kind == "styles" and package.has(link.target):
            root = package.parse(link.target)
            w = names_of(root)
            for style in root.children(w["style"]):
                name = style.find(w["name"])
                use = None if name is None else _STYLES.get(name.get(w["val"], "").lower())
                if use:
                    found[use] = style.get(w["styleId"], "")
    return found
