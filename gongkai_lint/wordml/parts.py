"""Adding a part to a package: its content type, and the link from the main part."""

import posixpath
from itertools import count

from lxml import etree

from gongkai_lint.wordml.ooxml import STRICT, Names
from gongkai_lint.wordml.package import Node, Package, parse_xml

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CONTENT_TYPES = "[Content_Types].xml"


def serialized(root: Node) -> bytes:
    """Give a part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def new_part(package: Package, main: str, kind: str, w: Names) -> tuple[str, dict[str, bytes]]:
    """Name a new part beside the main one, and give the two parts that make it known."""
    folder, base = posixpath.split(main)
    names = (posixpath.join(folder, f"{kind}{number or ''}.xml") for number in count())
    name = next(name for name in names if not package.has(name))
    links = posixpath.join(folder, "_rels", f"{base}.rels")
    uri = _OFFICE_STRICT if w.uri == STRICT else _OFFICE
    return name, {
        _CONTENT_TYPES: _with_type(package, name, kind),
        links: _with_link(package, links, posixpath.basename(name), f"{uri}/{kind}"),
    }


def _with_type(package: Package, name: str, kind: str) -> bytes:
    root = package.parse(_CONTENT_TYPES)
    known = f"/{name}".lower()
    for node in root.iterchildren(f"{{{_TYPES}}}Override"):
        if node.get("PartName", "").lower() == known:
            root.remove(node)
    etree.SubElement(
        root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=_CONTENT.format(kind)
    )
    return serialized(root)


def _with_link(package: Package, links: str, target: str, kind: str) -> bytes:
    empty = f'<Relationships xmlns="{_LINKS}"/>'.encode()
    root = parse_xml(package.read(links) if package.has(links) else empty, links)
    taken = {node.get("Id") for node in root}
    key = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    etree.SubElement(root, f"{{{_LINKS}}}Relationship", Id=key, Type=kind, Target=target)
    return serialized(root)
