"""What an OFD file says of its text objects: which are watermarks, of which element each is a part.

GB/T 33476 has office systems mark the elements of a 公文 in a tag file: an element named as the
standard names it (标题, 发文字号 …) holds references to the objects that show it.
"""

import posixpath
import re

from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.package import MalformedPartError, Package

_OBJECT = re.compile(r"<(?:\w+:)?TextObject\b([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_MATRIX, _STRAIGHT, _HALF = 4, 0.1, 128


class OfdMarks(NamedTuple):
    """The numbers of text objects that are watermarks, and the names of the others' elements."""

    aslant: frozenset[str]
    elements: dict[str, str]


def read_marks(package: Package) -> OfdMarks:
    """Read what the file says of its text objects."""
    return OfdMarks(_watermarks(package), _elements(package))


def _watermarks(package: Package) -> frozenset[str]:
    """Give the numbers of the text objects that run aslant or are half transparent."""
    found = set()
    for name in package.names:
        if not name.lower().endswith(".xml"):
            continue
        for told in _OBJECT.findall(package.read(name).decode("utf-8", "replace")):
            attributes = dict(_ATTRIBUTE.findall(told))
            turn = [float(number) for number in attributes.get("CTM", "1 0 0 1").split()[:4]]
            aslant = len(turn) == _MATRIX and abs(turn[0]) > _STRAIGHT and abs(turn[1]) > _STRAIGHT
            if aslant or int(attributes.get("Alpha", "255")) < _HALF:
                found.add(attributes.get("ID", ""))
    return frozenset(found)


def _elements(package: Package) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in package.names:
        if posixpath.basename(name) != "customtags.xml":
            continue
        for place in _texts(package, name, "FileLoc"):
            folder = "" if place.startswith("/") else posixpath.dirname(name)
            target = posixpath.normpath(posixpath.join(folder, place.lstrip("/")))
            if package.has(target):
                found |= _tagged(package, target)
    return found


def _texts(package: Package, name: str, wanted: str) -> list[str]:
    try:
        nodes = list(package.parse(name).iter())
    except MalformedPartError:
        return []
    return [(n.text or "").strip() for n in nodes if n.tag.rpartition("}")[2] == wanted]


def _tagged(package: Package, name: str) -> dict[str, str]:
    """Give the element's name of each object that a tag file refers to."""
    try:
        root = package.parse(name)
    except MalformedPartError:
        return {}
    return {
        (node.text or "").strip(): above.tag.rpartition("}")[2]
        for above in root.iter()
        for node in above
        if node.tag.rpartition("}")[2] == "ObjectRef"
    }
