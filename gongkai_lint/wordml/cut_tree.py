"""The tree of a part cut from its bytes: expat proves it well formed, one expression cuts it.

Cutting is exact because expat has accepted the bytes, and because a part with comments, CDATA or
instructions, with a ``>`` outside a tag's end, or with one prefix for two namespaces is left to
``expat_tree``, which is several times slower. Properties stay uncut until they are asked for;
those of equal bytes are one element, so that what is made of them can be remembered by them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NoReturn, TypeAlias
from xml.parsers import expat

from gongkai_lint.errors import UnreadableError
from gongkai_lint.wordml.encodings import encoding
from gongkai_lint.wordml.limits import Allowance
from gongkai_lint.wordml.node import Node

# What text does not need, and what is mostly never asked for.
_UNCUT = (
    rb"rPr|pPr|sectPr|tblPr|tblPrEx|tblGrid|trPr|tcPr|style|latentStyles|abstractNum|num"
    rb"|clrScheme|fmtScheme"
)
_START = re.compile(rb"<(?![/?])([^\s/>:]+:)?[^>]*>")
# What stands in a start tag, the text behind it, and the end tags behind that.
_TOKEN = rb"<([^/>][^>]*)>)([^<]*)((?:</[^>]*>[^<]*)*)"
_PLAIN = re.compile(rb"(?:()()" + _TOKEN)
_ATTRIBUTE = re.compile(rb"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_BINDING = re.compile(rb"""\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = r"&(?:#x([^;]+)|#([^;]+)|([^;]+));"
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_BLANKS = str.maketrans("\n\r\t", "   ")
_XML = "http://www.w3.org/XML/1998/namespace"
_SLICE = 2**20  # tokens of this many bytes are held at a time
_UNDECLARED = "Word 文件已损坏：有的元素没有声明命名空间。请重新获取文件，或另存为 .docx。"
_BYTES = frozenset({"utf-8", "us-ascii"})
_MANY = 5000  # the tags of an ordinary part are some hundred
_SLASH = ord("/")

_Token: TypeAlias = tuple[bytes, ...]


class OddError(Exception):
    """The part holds something that makes cutting inexact."""


class Uncut(Node):
    """An element whose inside is cut when somebody first asks for its length, or iterates."""

    __slots__ = ("cutter", "raw")

    raw: bytes
    cutter: "_Cutter | None"

    def __iter__(self) -> Iterator[Node]:
        """Yield the children."""
        if self.cutter is not None:
            self._open(self.cutter)
        return list.__iter__(self)

    def __len__(self) -> int:
        """Count the children."""
        if self.cutter is not None:
            self._open(self.cutter)
        return list.__len__(self)

    def may_hold(self, words: Sequence[bytes]) -> bool:
        """Say so unless no name is found in the bytes."""
        return (not words or any(word in self.raw for word in words)) and len(self) > 0

    def _open(self, cutter: "_Cutter") -> None:
        self.cutter = None  # its elements were counted when it was kept
        try:
            cutter.hang([_PLAIN.findall(self.raw, self.raw.index(b"<", 1))], self)
        except OddError:
            raise UnreadableError(_UNDECLARED) from None


def cut_tree(data: bytes, allowance: Allowance) -> Node:
    """Give the root; raises ``expat.ExpatError`` or ``OddError``."""
    if data.count(b"<") != data.count(b">") or encoding(data) not in _BYTES:
        raise OddError
    parser = expat.ParserCreate()
    parser.CommentHandler = parser.StartCdataSectionHandler = _refuse
    parser.ProcessingInstructionHandler = parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(data, True)  # noqa: FBT003  expat takes it by place
    root = next(_START.finditer(data))
    declares_more = data.count(b"xmlns") > root[0].count(b"xmlns")
    tags = _shared(root[0], frozenset(_bindings(data) if declares_more else ()))
    tokens = _tokens(data, root.start(), _expression(root[1] or b""), allowance)
    top = Node()
    _Cutter(tags, allowance).hang(tokens, top)
    (tree,) = top
    tree.up = None
    return tree


def _tokens(
    data: bytes, at: int, expression: re.Pattern[bytes], allowance: Allowance
) -> Iterator[list[_Token]]:
    while at < len(data):
        following = _START.search(data, at + _SLICE)
        end = following.start() if following else len(data)
        tokens = expression.findall(data, at, end)
        allowance.take(len(tokens))
        yield tokens
        at = end


@cache
def _expression(prefix: bytes) -> re.Pattern[bytes]:
    """Match an element to keep uncut or a start tag, with the text and the end tags behind it."""
    w = re.escape(prefix)
    start = rb"<" + w + rb"(?P<name>" + _UNCUT + rb")(?:\s[^>]*)?(?<!/)>"
    inside = rb"[^<]*(?:<(?!/?" + w + rb"(?P=name)[\s>/])[^<]*)*+"
    return re.compile(rb"(?:(" + start + inside + rb"</" + w + rb"(?P=name)>)|" + _TOKEN)


class _Tags(dict[bytes, tuple[str, dict[str, str]]]):
    """Names and attributes by what stands in a tag, read on first use.

    A prefix holds for the whole part: one name for two namespaces is too much.
    """

    def __init__(self, root: bytes, deeper: frozenset[tuple[bytes, str]]) -> None:
        super().__init__()
        self._names: dict[bytes, str] = {}
        self._uris = {b"": "", b"xml": _XML} | dict(_bindings(root))
        if any(self._uris.setdefault(prefix, uri) != uri for prefix, uri in deeper):
            raise OddError

    def __missing__(self, tag: bytes) -> tuple[str, dict[str, str]]:
        if len(self) > _MANY:
            self.clear()
        name = tag.split(None, 1)[0].rstrip(b"/")
        found = self[tag] = (
            self._name(name if b":" in name else b":" + name),
            {
                self._name(key): _value(one or other)
                for key, one, other in _ATTRIBUTE.findall(tag)
                if key.partition(b":")[0] != b"xmlns"
            },
        )
        return found

    def _name(self, raw: bytes) -> str:
        """Qualify a name; one without a colon has no namespace."""
        if raw not in self._names:
            prefix, colon, local = raw.rpartition(b":")
            uri = self._uris.get(prefix) if colon else ""
            if uri is None:
                raise OddError
            self._names[raw] = f"{{{uri}}}{local.decode()}" if uri else local.decode()
        return self._names[raw]


# Parts that declare the same share what their tags say: those of one office are written by few
# programs, and so declare few things.
_shared = lru_cache(maxsize=64)(_Tags)


def _bindings(data: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield prefixes and their namespaces; the default one has no prefix."""
    return ((prefix, _value(one or other)) for prefix, one, other in _BINDING.findall(data))


class _Cutter:
    """What the tags of one part say, and its uncut elements, each made once."""

    def __init__(self, tags: _Tags, allowance: Allowance) -> None:
        self._tags = tags
        self._allowance = allowance
        self._kept: dict[bytes, Node] = {}

    def hang(self, batches: Iterable[list[_Token]], parent: Node) -> None:
        """Hang the elements of tokens under a parent, whose own end tag may follow them."""
        current, stack = parent, [parent]
        new, tags, kept, deepest = Node.__new__, self._tags, self._kept, self._allowance.depth
        for tokens in batches:
            for raw, _, tag, behind, ends in tokens:
                closed = ends.count(b"</") if ends else 0
                if raw:
                    current.append(kept[raw] if raw in kept else self._uncut(raw))
                else:
                    node = new(Node)
                    node.tag, node.attrib = tags[tag]
                    node.text, node.up = None, current
                    current.append(node)
                    if tag[-1] != _SLASH:
                        if behind:
                            node.text = _text(behind)
                        if closed:
                            closed -= 1
                        else:
                            stack.append(current)
                            current = node
                            if len(stack) > deepest:
                                self._allowance.take(0, len(stack))
                if closed:
                    current = stack[-closed]
                    del stack[-closed:]

    def _uncut(self, raw: bytes) -> Uncut:
        self._allowance.take(raw.count(b"<"))
        ((*_, tag, behind, _),) = _PLAIN.findall(raw, 0, raw.index(b"<", 1))
        node = self._kept[raw] = Uncut()
        node.tag, node.attrib = self._tags[tag]
        node.text, node.up = _text(behind) if behind else None, None
        node.raw, node.cutter = raw, self
        return node


def _text(raw: bytes) -> str:
    text = raw.decode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(_REFERENCE, _character, text) if "&" in text else text


def _value(raw: bytes) -> str:
    text = raw.decode()
    if "&" not in text and text.isprintable():
        return text
    return re.sub(_REFERENCE, _character, text.replace("\r\n", " ").translate(_BLANKS))


def _character(found: re.Match[str]) -> str:
    code, number, name = found.groups()
    return _ENTITIES[name] if name else chr(int(code, 16) if code else int(number))


def _refuse(*_odd: object) -> NoReturn:
    raise OddError
