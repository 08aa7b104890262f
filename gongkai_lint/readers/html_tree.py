"""The tree of a web page, as a browser makes it of whatever was written.

One pass over the text, each character looked at a bounded number of times: what may be left out
in HTML (``</p>``, ``</li>``, ``<body>`` …) is supplied, what closes nothing is passed over, and
whatever is nested deeper than browsers go stands side by side.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from html import unescape

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/><]*+)"
    r"(?P<attributes>(?:(?<==)\s*+(?:\"[^\"]*+\"|'[^']*+')|[^><])*+)>?"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'>/=]++)(?:\s*+=\s*+(?:\"(?P<a>[^\"]*+)\"|'(?P<b>[^']*+)'|(?P<c>[^\s>]*+)))?+"
)
_DEEPEST = 500  # browsers go to 512


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _words(
    "area base basefont br col embed frame hr img input link meta param source track wbr"
)
_RAW = _words("script style xmp iframe noembed noframes")
_ESCAPABLE = _words("textarea title")
_CLOSED = _VOID | _RAW | _ESCAPABLE  # nothing is put into them
_ONCE = _words("head body frameset")
_IN_HEAD = _words("head base basefont link meta noscript script style template title")
_SCOPE = _words("table td th caption html body button object template")
_ENDS_PARAGRAPH = _words(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section "
    "summary table ul"
)
# What a start tag ends, and what it does not reach beyond.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "a": (_words("a"), _SCOPE),
    "li": (_words("li"), _SCOPE | _words("ul ol menu dir")),
    "dd": (_words("dd dt"), _SCOPE | _words("dl")),
    "dt": (_words("dd dt"), _SCOPE | _words("dl")),
    "option": (_words("option"), _words("select optgroup html")),
    "optgroup": (_words("option optgroup"), _words("select html")),
    "tr": (_words("tr td th caption colgroup"), _words("table html")),
    "td": (_words("td th caption"), _words("tr table html")),
    "th": (_words("td th caption"), _words("tr table html")),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"),
        (_words("tbody thead tfoot tr td th caption colgroup"), _words("table html")),
    ),
}
_PARAGRAPH = _words("p")
# An end tag reaches over elements of its own rank and below: ``</b>`` closes no paragraph.
_RANKS = dict.fromkeys((*_ENDS_PARAGRAPH, "a"), 1) | {
    "td": 2,
    "th": 2,
    "tr": 3,
    "tbody": 4,
    "thead": 4,
    "tfoot": 4,
    "table": 5,
}


class Node:
    """An element: its text up to the first child, its children, the text behind it."""

    __slots__ = ("attributes", "children", "parent", "tag", "tail", "text")

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Node | None") -> None:
        """Make an element at the end of its parent."""
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Node] = []
        self.text = self.tail = ""
        if parent:
            parent.children.append(self)

    def get(self, name: str, default: str = "") -> str:
        """Give an attribute."""
        return self.attributes.get(name, default)

    def child(self, tag: str) -> "Node | None":
        """Give the first child of a kind."""
        return next((node for node in self.children if node.tag == tag), None)

    def iter(self, *tags: str) -> Iterator["Node"]:
        """Yield the element and all below it in order, or those of a kind."""
        stack = [self]
        while stack:
            node = stack.pop()
            if not tags or node.tag in tags:
                yield node
            stack.extend(reversed(node.children))

    def holds(self, tag: str) -> bool:
        """Say whether there is such an element below."""
        return any(node is not self for node in self.iter(tag))

    def texts(self, without: Collection[str] = ()) -> Iterator[str]:
        """Yield the texts in order, passing over what stands inside some elements."""
        stack: list[Node | str] = [self]
        while stack:
            here = stack.pop()
            if isinstance(here, str):
                yield here
                continue
            if here is not self and here.tail:
                stack.append(here.tail)
            if here.tag not in without:
                stack.extend(reversed(here.children))
                if here.text:
                    stack.append(here.text)


class _Building:
    """A tree that is being made."""

    def __init__(self) -> None:
        self.root = Node("html", {}, None)
        self.open = [self.root]
        self.names: Counter[str] = Counter()  # open elements: most tags close nothing
        self.body: Node | None = None
        self.unended: set[str] = set()  # elements whose end tag does not come any more

    def start(self, tag: str, attributes: dict[str, str]) -> Node:
        """Put an element where it belongs."""
        if tag == "html" or (tag in _ONCE and self.body):
            return self.root
        if tag == "body" or (tag not in _IN_HEAD and not self.body):
            self._pop(1)
            self.body = self._push("body", attributes if tag == "body" else {})
            if tag == "body":
                return self.body
        if tag in _ENDS_PARAGRAPH:
            self._end(_PARAGRAPH, _SCOPE)
        if tag in _ENDS:
            self._end(*_ENDS[tag])
        return self._push(tag, attributes)

    def _push(self, tag: str, attributes: dict[str, str]) -> Node:
        node = Node(tag, attributes, self.open[-1])
        if tag not in _CLOSED and len(self.open) < _DEEPEST:
            self.open.append(node)
            self.names[tag] += 1
        return node

    def _pop(self, size: int) -> None:
        for node in self.open[size:]:
            self.names[node.tag] -= 1
        del self.open[size:]

    def _end(self, tags: frozenset[str], barrier: frozenset[str]) -> None:
        """Close the outermost of some elements that is inside the barrier."""
        if not any(self.names[tag] for tag in tags):
            return
        size = None
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag in tags:
                size = place
            elif self.open[place].tag in barrier:
                break
        if size is not None:
            self._pop(size)

    def end(self, tag: str) -> None:
        """Close what an end tag closes; ``</p>`` and ``</br>`` stand for elements of their own."""
        if tag == "br" or (tag == "p" and not self.names["p"]):
            self.start(tag, {})
        if tag in {"html", "body"} or not self.names[tag]:
            return
        rank = _RANKS.get(tag, 0)
        for place in range(len(self.open) - 1, 0, -1):
            here = self.open[place].tag
            if here == tag:
                self._pop(place)
                return
            if _RANKS.get(here, 0) > rank:
                return

    def say(self, text: str) -> None:
        """Put a text where it belongs."""
        if not self.body and self.open[-1].tag in {"html", "head"}:
            if not text.strip():
                return
            self._pop(1)
            self.body = self._push("body", {})
        here = self.open[-1]
        if here.children:
            here.children[-1].tail += text
        else:
            here.text += text


def parse_html(text: str) -> Node:
    """Give the root of a page; there is one whatever the text."""
    building = _Building()
    at, size = 0, len(text)
    while at < size:
        found = text.find("<", at)
        found = size if found < 0 else found
        if found > at:
            building.say(_unescape(text[at:found]))
        if found == size:
            break
        at = _markup(text, found, building)
    return building.root


def _markup(text: str, at: int, building: _Building) -> int:
    """Read what begins with ``<`` and give the place behind it."""
    tag = _TAG.match(text, at)
    if tag is None:
        if text[at + 1 : at + 2] not in {"!", "?", "/"}:
            building.say("<")
            return at + 1
        close, skip = ("-->", 3) if text.startswith("<!--", at) else (">", 1)
        end = text.find(close, at + 2)
        return len(text) if end < 0 else end + skip
    name = tag["name"].lower()
    if tag["end"]:
        building.end(name)
        return tag.end()
    node = building.start(name, _attributes(tag["attributes"]))
    if name in _RAW or name in _ESCAPABLE:
        return _raw(text, tag, node, building.unended)
    return tag.end()


def _raw(text: str, tag: re.Match[str], node: Node, unended: set[str]) -> int:
    """Read what is no markup up to the end tag, else up to the end.

    XHTML writes ``<script/>``; where nothing ends it later, that is meant.
    """
    at = tag.end()
    closing = None
    if node.tag not in unended:
        closing = re.compile(rf"</{node.tag}\b[^>]*+>?", re.IGNORECASE).search(text, at)
    if closing is None:
        unended.add(node.tag)  # nor will any later one be: not searched for again
        if tag["attributes"].endswith("/"):
            return at
    words = text[at : closing.start() if closing else len(text)]
    node.text = _unescape(words) if node.tag in _ESCAPABLE else words
    return closing.end() if closing else len(text)


def _attributes(text: str) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(text):
        value = found["a"] or found["b"] or found["c"] or ""
        attributes.setdefault(found["name"].lower(), _unescape(value))
    return attributes


def _unescape(text: str) -> str:
    try:
        return unescape(text) if "&" in text else text
    except ValueError:  # a number of more digits than Python converts
        return text
