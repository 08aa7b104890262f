"""Adding a part to a package: its content type, and the link from the main part."""

import posixpath
import re
from itertools import count
from xml.sax.saxutils import quoteattr

from gongkai_lint.wordml.encodings import utf8
from gongkai_lint.wordml.extent import Extent, extent
from gongkai_lint.wordml.ooxml import STRICT, Names
from gongkai_lint.wordml.package import Package
from gongkai_lint.wordml.splice import Order, Splice

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_KEY = re.compile(rb"\brId(\d{1,9})\b")
_CONTENT_TYPES = "[Content_Types].xml"


def new_part(package: Package, main: str, kind: str, w: Names) -> tuple[str, dict[str, bytes]]:
    """Name a new part beside the main one, and give the two parts that make it known."""
    folder, base = posixpath.split(main)
    names = (posixpath.join(folder, f"{kind}{number or ''}.xml") for number in count())
    name = next(name for name in names if not package.has(name))
    links = posixpath.join(folder, "_rels", f"{base}.rels")
    uri = _OFFICE_STRICT if w.uri == STRICT else _OFFICE
    said = {"Type": f"{uri}/{kind}", "Target": posixpath.basename(name)}
    return name, {
        _CONTENT_TYPES: _with_type(package, name, kind),
        links: _with_link(package, main, links, said),
    }


def _with_type(package: Package, name: str, kind: str) -> bytes:
    data = utf8(package.read(_CONTENT_TYPES))
    root = package.parse(_CONTENT_TYPES, data)
    splice = Splice(data)
    for node in root.children(f"{{{_TYPES}}}Override"):
        if node.get("PartName", "").lower() == f"/{name}".lower():
            where = extent(data, node)
            splice.swap(where.start, where.end, b"")
    said = {"PartName": f"/{name}", "ContentType": _CONTENT.format(kind)}
    return _with(splice, extent(data, root), "Override", said)


def _with_link(package: Package, main: str, links: str, said: dict[str, str]) -> bytes:
    empty = f'<Relationships xmlns="{_LINKS}"/>'.encode()
    data = utf8(package.read(links)) if package.has(links) else empty
    key = _free_key(data, utf8(package.read(main)))
    root = package.parse(links, data)
    return _with(Splice(data), extent(data, root), "Relationship", {"Id": key, **said})


def _free_key(*uses: bytes) -> str:
    """Give an id that no link has and nothing refers to, though there be no such link."""
    used = {int(number) for data in uses for number in _KEY.findall(data)}
    return f"rId{max(used, default=0) + 1}"


def _with(splice: Splice, root: Extent, name: str, said: dict[str, str]) -> bytes:
    prefix = root.name[: root.name.find(b":") + 1].decode()
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in said.items())
    splice.put(splice.inside(root), Order.BEFORE, f"<{prefix}{name}{attributes}/>".encode())
    return splice.written()
