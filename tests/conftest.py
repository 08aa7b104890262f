"""Builders of Word packages: tests write the XML they are about, the rest is made here."""

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping

import pytest

from gongkai_lint.model.source import Source
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.wordml import package
from tests.wordml.both_ways import checked

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = {
    "r": OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def wrap(tag: str, content: str, uri: str = W) -> str:
    """Wrap content into a root element that declares every prefix."""
    declared = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    return f'<w:{tag} xmlns:w="{uri}"{declared}>{content}</w:{tag}>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Make a zip archive of the given members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relationships(links: Mapping[str, tuple[str, str]], uri: str = OFFICE) -> str:
    """Write a relationship part; a target with ':' is external."""
    mode = ' TargetMode="External"'
    items = "".join(
        f'<Relationship Id="{key}" Type="{uri}/{kind}" Target="{target}"'
        f"{mode if ':' in target else ''}/>"
        for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def _content_types(types: Mapping[str, str]) -> str:
    """Write the part that tells Word what the others are; without it Word opens nothing."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in types.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def build(
    body: str,
    *,
    more: Mapping[str, tuple[str, str, str]] | None = None,
    extra: Mapping[str, str | bytes] | None = None,
    external: Mapping[str, tuple[str, str]] | None = None,
    uri: str = W,
) -> bytes:
    """Make a .docx; ``more`` maps a relationship id to (kind, root tag, content)."""
    links = {"main": ("officeDocument", "word/document.xml")}
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(links),
        "word/document.xml": wrap("document", f"<w:body>{body}</w:body>", uri),
    }
    targets: dict[str, tuple[str, str]] = dict(external or {})
    types = {"word/document.xml": "document.main"}
    for key, (kind, tag, content) in (more or {}).items():
        parts[f"word/{key}.xml"] = wrap(tag, content, uri)
        targets[key] = (kind, f"{key}.xml")
        types[f"word/{key}.xml"] = kind
    parts["[Content_Types].xml"] = _content_types(types)
    parts["word/_rels/document.xml.rels"] = relationships(targets)
    return zipped({**parts, **(extra or {})})


@pytest.fixture(autouse=True, scope="session")
def _caches(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what tests compile out of the home of whoever runs them."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("caches"))


@pytest.fixture(scope="session", autouse=True)
def _every_part_is_read_both_ways() -> Iterator[None]:
    """Hold the tree of every part that a test reads against the slow tree and lxml's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package, "cut_tree", checked)
        yield


@pytest.fixture(scope="session")
def make_zip() -> Callable[..., bytes]:
    """Give the builder of zip archives."""
    return zipped


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    """Give the builder of Word files."""
    return build


@pytest.fixture(scope="session")
def read_body() -> Callable[..., Source]:
    """Give a reader of Word files that are built on the spot."""

    def read(body: str, **parts: Mapping[str, tuple[str, str, str]]) -> Source:
        return read_docx(build(body, **parts))  # type: ignore[arg-type]

    return read
