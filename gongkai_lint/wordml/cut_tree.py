"""The tree of a part cut from its bytes: expat proves it well formed, one expression cuts it.

Cutting is exact because expat has accepted the bytes, and because a part with comments, CDATA or
instructions, with a ``>`` outside a tag's end, or with one prefix for two namespaces is left to
``expat_tree``, which is several times slower. Properties stay uncut until they are asked for;
those of equal bytes are one element, so that what is made of them can be remembered by them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NoReturn, TypeAlias
from xml.parsers import expat

from gongkai_lint.errors import UnreadableError
from gongkai_lint.wordml.expat_tree import Allowance, encoding
from gongkai_lint.wordml.node import Node

# What text does not need, and what is mostly never asked for.
_UNCUT = (
    *("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr"),
    *("style", "abstractNum", "num", "latentStyles"),
)
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>)?[^<]*<([^\s/>]+)([^>]*)>")
_PLAIN = rb"<(/?[^\s/>]+)([^>]*)>([^<]*)"
_GENERIC = re.compile(rb"()()()()()()" + _PLAIN)
_ATTRIBUTE = re.compile(rb"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = r"&(?:#x([^;]+)|#([^;]+)|([^;]+));"
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_BLANKS = str.maketrans("\n\r\t", "   ")
_XML = "http://www.w3.org/XML/1998/namespace"
_MAIN = "/wordprocessingml/"
_SLICE = 2**20  # tokens of this many bytes are held at a time
_UNDECLARED = "Word 文件已损坏：有的元素没有声明命名空间。请重新获取文件，或另存为 .docx。"
_BYTES = frozenset({"utf-8", "us-ascii"})
_MANY = 5000  # the attributes of an ordinary part are some hundred
_SLASH = ord("/")

_Token: TypeAlias = tuple[bytes, ...]


class OddError(Exception):
    """The part holds something that makes cutting inexact."""


class TextRun(Node):
    """A run of properties, if any, and one text: nine runs in ten."""

    __slots__ = ("shown",)

    shown: Node


class Uncut(Node):
    """An element whose inside is cut when somebody first asks for its length, or iterates."""

    __slots__ = ("raw", "scope")

    raw: bytes
    scope: "_Scope | None"

    def __iter__(self) -> Iterator[Node]:
        """Yield the children."""
        if self.scope is not None:
            self._open(self.scope)
        return list.__iter__(self)

    def __len__(self) -> int:
        """Count the children."""
        if self.scope is not None:
            self._open(self.scope)
        return list.__len__(self)

    def may_hold(self, words: tuple[bytes, ...]) -> bool:
        """Say so unless no name is found in the bytes."""
        return (not words or any(word in self.raw for word in words)) and len(self) > 0

    def _open(self, scope: "_Scope") -> None:
        self.scope = None  # its elements were counted when it was kept
        try:
            scope.hang([_GENERIC.findall(self.raw)[1:-1]], self)
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
    head = _PROLOG.match(data)
    if head is None:
        raise OddError
    name, said = head.groups()
    declares_all = data.count(b"xmlns") == said.count(b"xmlns")
    scope = _Scope(name, _shared(said) if declares_all else _Attributes(said), allowance)
    top = Node()
    top.up = None
    scope.hang(_tokens(data, head.start(1) - 1, scope), top)
    root = top[0]
    root.up = None
    return root


def _tokens(data: bytes, at: int, scope: "_Scope") -> Iterator[list[_Token]]:
    while at < len(data):
        end = data.find(b"<", at + _SLICE)
        end = len(data) if end < 0 else end
        tokens = scope.expression.findall(data, at, end)
        scope.allowance.take(len(tokens))
        yield tokens
        at = end


@cache
def _expression(prefix: bytes) -> re.Pattern[bytes]:
    """Match a run of one text, an element to keep uncut, or one tag with the text behind it."""
    w = b"<" + re.escape(prefix)
    inside = rb"[^<]*(?:<(?!/?" + re.escape(prefix) + rb"%s[\s>/])[^<]*)*+"
    properties = w + rb"rPr>" + inside % b"rPr" + rb"</" + w[1:] + rb"rPr>"
    run = w + rb"r((?:\s[^>]*)?)>(?:(" + properties + rb"))?"
    text = w + rb"t((?:\s[^>]*)?)(?<!/)>([^<]+)</" + w[1:] + rb"t></" + w[1:] + rb"r>"
    names = "|".join(_UNCUT).encode()
    kept = rb"(" + w + rb"(?P<name>" + names + rb")(?:\s[^>]*)?(?<!/)>" + inside % rb"(?P=name)"
    kept += rb"</" + w[1:] + rb"(?P=name)>)"
    return re.compile(rb"(?:" + run + text + rb"|" + kept + rb")[^<]*|" + _PLAIN)


class _Names(dict[bytes, str]):
    """Qualified names by the names that the bytes give, made on first use."""

    def __init__(self) -> None:
        super().__init__()
        self.uris = {"": "", "xml": _XML}

    def __missing__(self, raw: bytes) -> str:
        prefix, _, local = raw.decode().rpartition(":")
        if prefix not in self.uris:
            raise OddError
        uri = self.uris[prefix]
        name = self[raw] = f"{{{uri}}}{local}" if uri else local
        return name

    def declare(self, prefix: str, uri: str) -> None:
        """Bind a prefix, for the whole part: one name for two namespaces is too much."""
        known = self.uris.setdefault(prefix, uri)
        if known != uri:
            raise OddError


class _Attributes(dict[bytes, dict[str, str]]):
    """Attributes by the bytes behind a tag's name, read on first use; the root's bind prefixes."""

    def __init__(self, root: bytes) -> None:
        super().__init__()
        self.names = _Names()
        self.names.uris.pop("")
        self[root]
        self.names.uris.setdefault("", "")

    def __missing__(self, raw: bytes) -> dict[str, str]:
        if len(self) > _MANY:
            self.clear()
        said = [(name, one or other) for name, one, other in _ATTRIBUTE.findall(raw)]
        if b"xmlns" in raw:
            said = [pair for pair in said if not self._declares(*pair)]
        names = self.names
        as_written = raw.isascii() and raw.decode().isprintable() and b"&" not in raw
        read = self[raw] = {
            names[name] if b":" in name else name.decode(): value.decode()
            if as_written
            else _value(value)
            for name, value in said
        }
        return read

    def _declares(self, name: bytes, value: bytes) -> bool:
        found = name == b"xmlns" or name.startswith(b"xmlns:")
        if found:
            self.names.declare(name[6:].decode(), _value(value))
        return found


@lru_cache(maxsize=64)
def _shared(root: bytes) -> _Attributes:
    """Share names and attributes among the parts whose roots declare the same, and all there is.

    Those of one office are written by few programs, and so begin with few roots.
    """
    return _Attributes(root)


class _Kept(dict[bytes, Node]):
    """Uncut elements by their bytes."""

    def __init__(self, scope: "_Scope") -> None:
        super().__init__()
        self._scope = scope

    def __missing__(self, raw: bytes) -> Node:
        return self._scope.keep(raw)


class _Scope:
    """The names, attributes and uncut elements of one part, each made once."""

    def __init__(self, root: bytes, attributes: _Attributes, allowance: Allowance) -> None:
        self.attributes = attributes
        self.names = names = attributes.names
        self.kept = _Kept(self)
        self.allowance = allowance
        self.expression = _GENERIC
        if _MAIN in names[root]:
            prefix = root[: root.find(b":") + 1]
            self._run, self._shown = names[prefix + b"r"], names[prefix + b"t"]
            self.expression = _expression(prefix)

    def keep(self, raw: bytes) -> Node:
        """Give an element to be cut later; at once where it declares names of its own."""
        if b"xmlns" in raw:
            holder = Node()
            holder.up = None
            self.hang([_GENERIC.findall(raw)], holder)
            return holder[0]
        self.allowance.take(raw.count(b"<"))
        ((*_, name, said, behind),) = _GENERIC.findall(raw, 0, raw.find(b"<", 1))
        node = Uncut()
        node.tag, node.attrib = self.names[name], self.attributes[said]
        node.text = _text(behind) if behind else None
        node.up, node.raw = None, raw
        node.scope = self
        self.kept[raw] = node
        return node

    def hang(self, batches: Iterable[list[_Token]], parent: Node) -> None:
        """Hang the elements of tokens under a parent."""
        current, depth, deepest = parent, 0, self.allowance.depth
        new, kept, names, attributes = Node.__new__, self.kept, self.names, self.attributes
        for tokens in batches:
            for run, properties, text, shown, raw, _, name, said, behind in tokens:
                if raw:
                    current.append(kept[raw])
                elif shown:
                    current.append(self._text_run((run, properties, text, shown), current))
                elif name[0] == _SLASH:
                    current = parent if current.up is None else current.up
                    depth -= 1
                else:
                    node = new(Node)
                    node.attrib = attributes[said]  # first: it may declare the name's prefix
                    node.tag = names[name]
                    node.text = None
                    node.up = current
                    current.append(node)
                    if said[-1:] != b"/":
                        node.text = _text(behind) if behind else None
                        current = node
                        depth += 1
                        if depth > deepest:
                            self.allowance.take(0, depth)

    def _text_run(self, token: tuple[bytes, bytes, bytes, bytes], parent: Node) -> TextRun:
        run, properties, text, shown = token
        node, inner = TextRun(), Node()
        node.tag, node.attrib, node.text, node.up = self._run, self.attributes[run], None, parent
        if properties:
            node.append(self.kept[properties])
        inner.tag, inner.attrib, inner.text = self._shown, self.attributes[text], _text(shown)
        inner.up = node
        node.append(inner)
        node.shown = inner
        return node


def _text(raw: bytes) -> str:
    text = raw.decode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(_REFERENCE, _character, text) if "&" in text else text


def _value(raw: bytes) -> str:
    text = raw.decode().replace("\r\n", " ").translate(_BLANKS)
    return re.sub(_REFERENCE, _character, text)


def _character(found: re.Match[str]) -> str:
    code, number, name = found.groups()
    if name:
        return _ENTITIES[name]
    return chr(int(code, 16) if code else int(number))


def _refuse(*_odd: object) -> NoReturn:
    raise OddError
