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
    """The numbers of text objects that are watermarks, and the names of the others' elements.

    ``heights`` are in millimetres, of the boxes of objects that do not tell the size of their type.
    """

    aslant: frozenset[str]
    elements: dict[str, str]
    heights: dict[str, float]


def read_marks(package: Package) -> OfdMarks:
    """Read what the file says of its text objects."""
    objects = [
        dict(_ATTRIBUTE.findall(told))
        for name in package.names
        if name.lower().endswith(".xml")
        for told in _OBJECT.findall(package.read(name).decode("utf-8", "replace"))
    ]
    return OfdMarks(
        frozenset(told.get("ID", "") for told in objects if _is_watermark(told)),
        _elements(package),
        {told.get("ID", ""): _height(told) for told in objects if "Size" not in told},
    )


def _is_watermark(told: dict[str, str]) -> bool:
    """Say whether an object runs aslant or is half transparent."""
    turn = _numbers(told.get("CTM", ""))
    aslant = len(turn) >= _MATRIX and abs(turn[0]) > _STRAIGHT and abs(turn[1]) > _STRAIGHT
    return aslant or any(alpha < _HALF for alpha in _numbers(told.get("Alpha", "")))


def _height(told: dict[str, str]) -> float:
    """Give the height of an object's box, 0 where it has none."""
    return (_numbers(told.get("Boundary", "")) + [0.0] * _MATRIX)[_MATRIX - 1]


def _numbers(said: str) -> list[float]:
    """Give the numbers of a value; none of one that is damaged."""
    try:
        return [float(number) for number in said.split()]
    except ValueError:
        return []


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
