"""Word files in one XML file to Source: flat OPC as it is, Word 2003 XML told as its successor.

Old office systems fill such templates and save them as .doc. LibreOffice shows a flat package as
its source text, and turns the numbers of a Word 2003 file into bullets: neither is handed on to it.
"""

import base64
import contextlib
import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.parsers import expat

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Source
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.readers.docx_chunks import ReadChunk
from gongkai_lint.readers.format import WORD_XML

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_NOTED = "{http://schemas.microsoft.com/aml/2001/core}"
_NEW = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATION = "application/vnd.openxmlformats-package.relationships+xml"
_BROKEN = (
    "这是 XML 格式的 Word 文件，但读不出来（{error}）。请用 WPS 或 Word 另存为 .docx 后再检查。"
)
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DEEPEST = 400  # nobody nests deeper; the walk below calls itself


def read_word_xml(data: bytes, read_chunk: ReadChunk | None = None) -> Source:
    """Read the file; the digest is that of the XML itself."""
    root = _parse(data)
    flat = root.tag == f"{_PKG}package"
    packed = _zipped(_parts(root, data) if flat else _told_anew(root))
    source = read_docx(packed, formatting=flat, read_chunk=read_chunk)
    digest = digest_of(data)
    return source._replace(digest=digest, media_type=WORD_XML)


def unpacked(data: bytes) -> bytes | None:
    """Give the Word file that a flat package is; None for a Word 2003 file, which is none."""
    root = _parse(data)
    return _zipped(_parts(root, data)) if root.tag == f"{_PKG}package" else None


def _parse(data: bytes) -> ET.Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableError(_BROKEN.format(error="含有文件类型声明"))
    try:
        return ET.fromstring(data)  # noqa: S314 (no declarations are let through, so no entities)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UnreadableError(_BROKEN.format(error=error)) from None


def _parts(root: ET.Element, data: bytes) -> dict[str, bytes]:
    """Give the parts of a flat package by name, their XML as it stands in the file."""
    parts: dict[str, bytes] = {}
    as_written = iter(_written(data))
    types = ET.Element(f"{{{_TYPES}}}Types")
    for part in root.iter(f"{_PKG}part"):
        name = part.get(f"{_PKG}name", "")
        xml, binary = part.find(f"{_PKG}xmlData"), part.find(f"{_PKG}binaryData")
        if xml is not None and len(xml):
            parts[name.lstrip("/")] = _standing_alone(next(as_written, b""), xml[0])
        elif binary is not None:
            parts[name.lstrip("/")] = base64.b64decode(binary.text or "")
        told = {"PartName": name, "ContentType": part.get(f"{_PKG}contentType", "")}
        ET.SubElement(types, f"{{{_TYPES}}}Override", told)
    return {"[Content_Types].xml": ET.tostring(types, encoding="utf-8"), **parts}


def _written(data: bytes) -> Iterator[bytes]:
    """Yield the element inside each xmlData, byte by byte as written.

    Written anew its prefixes would be others, and attributes such as mc:Ignorable name prefixes.
    """
    if data.startswith(_WIDE):
        data = data.decode("utf-16").encode("utf-8")
    places: list[tuple[int, int]] = []
    names: list[str] = []
    starts: list[int] = []

    def begin(name: str, _attributes: dict[str, str]) -> None:
        if names and names[-1].endswith("xmlData"):
            starts.append(parser.CurrentByteIndex)
        names.append(name)

    def end(_name: str) -> None:
        names.pop()
        if names and names[-1].endswith("xmlData"):
            places.append((starts.pop(), data.index(b">", parser.CurrentByteIndex) + 1))

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    with contextlib.suppress(expat.ExpatError):  # in another encoding: written anew below
        parser.Parse(data, True)  # noqa: FBT003
        yield from (data[start:stop] for start, stop in places)


def _standing_alone(written: bytes, element: ET.Element) -> bytes:
    """Give a part's bytes; where they lean on names from outside, the element written anew."""
    try:
        ET.fromstring(written)  # noqa: S314 (cut from what was let through)
    except ET.ParseError:
        anew: bytes = ET.tostring(element, encoding="utf-8", xml_declaration=True)
        return anew
    return _DECLARATION + written


def _told_anew(root: ET.Element) -> dict[str, bytes]:
    """Give the parts of a package with the text of a Word 2003 file."""
    body = root.find(f"{_OLD}body")
    if body is None:
        raise UnreadableError(_BROKEN.format(error="没有正文"))
    document = ET.Element(f"{_NEW}document")
    new = ET.SubElement(document, f"{_NEW}body")
    _copy(body, new, 0)
    types = ET.Element(f"{{{_TYPES}}}Types")
    for extension, kind in (("rels", _RELATION), ("xml", _MAIN)):
        told = {"Extension": extension, "ContentType": kind}
        ET.SubElement(types, f"{{{_TYPES}}}Default", told)
    relations = ET.Element(f"{{{_RELATIONS}}}Relationships")
    told = {"Id": "rId1", "Type": f"{_OFFICE}/officeDocument", "Target": "word/document.xml"}
    ET.SubElement(relations, f"{{{_RELATIONS}}}Relationship", told)
    return {
        "[Content_Types].xml": ET.tostring(types, encoding="utf-8"),
        "_rels/.rels": ET.tostring(relations, encoding="utf-8"),
        "word/document.xml": ET.tostring(document, encoding="utf-8"),
    }


def _copy(old: ET.Element, new: ET.Element, depth: int) -> None:
    """Copy the children of an element under its new name; sections and notes are opened up."""
    if depth > _DEEPEST:
        raise UnreadableError(_BROKEN.format(error="内部嵌套过深"))
    for child in old:
        if child.tag == f"{_NOTED}annotation" and child.get(f"{_OLD}type") == "Word.Deletion":
            continue
        if not child.tag.startswith(_OLD):
            _copy(child, new, depth + 1)
            continue
        name = child.tag.removeprefix(_OLD)
        if name in {"listPr", "docSuppData", "pict"}:
            continue
        told = {key.replace(_OLD, _NEW): value for key, value in child.attrib.items()}
        copied = ET.SubElement(new, f"{_NEW}{name}", told)
        copied.text = child.text if name == "t" else None
        if name == "p" and (label := _label(child)):
            run = ET.SubElement(copied, f"{_NEW}r")
            ET.SubElement(run, f"{_NEW}t").text = label
        _copy(child, copied, depth + 1)


def _label(paragraph: ET.Element) -> str:
    """Give the number that Word wrote down beside an automatic one."""
    hint = paragraph.find(f"{_OLD}pPr/{_OLD}listPr/{_HINT}t")
    return "" if hint is None else hint.get(f"{_HINT}val", "")


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()
