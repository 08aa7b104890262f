"""OFD files to Source (ofdkit, extra ``ofd``), behind the same guard as Word files."""

import io
import re
from typing import Any

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Notice, Source
from gongkai_lint.readers.media_type import OFD
from gongkai_lint.readers.page_lines import (
    Line,
    cleaned,
    is_misread,
    odd_characters,
    paragraphs_of,
)
from gongkai_lint.readers.page_tables import laid_out
from gongkai_lint.wordml.package import Package, open_package

_ABSENT = (
    "检查 OFD 需要安装 ofdkit：pip install 'gongkai-lint[ofd]'。也可以检查定稿前的 Word 文件。"
)
_MISREAD = "OFD 里的文字读出来是乱码，没有检查，需要人工核对；请检查定稿前的 Word 文件。"
_USUAL_SIZE = 5.6  # millimetres: 三号, the size of a 公文's text
_OBJECT = re.compile(r"<(?:\w+:)?TextObject\b([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_MATRIX, _STRAIGHT, _HALF = 4, 0.1, 128
_NO_TEXT = Notice(
    "no_text",
    "OFD 里没有读到文字（可能是扫描件），需要人工核对；请检查定稿前的 Word 文件。",
)


def read_ofd(data: bytes) -> Source:
    """Read the text objects: paragraphs joined from lines, each with the page it begins on."""
    aslant = _watermarks(open_package(data))
    found = paragraphs_of(_pages(data, aslant))
    text = "".join(paragraph.text for paragraph in found)
    if is_misread(text):
        raise UnreadableError(_MISREAD)
    laid = laid_out(found)
    return Source(
        paragraphs=laid.paragraphs,
        tables=laid.tables,
        digest=digest_of(data),
        media_type=OFD,
        notices=odd_characters(text) if text.strip() else (_NO_TEXT,),
    )


def _pages(data: bytes, aslant: frozenset[str]) -> list[list[Line]]:
    try:
        import ofdkit
    except ImportError:
        raise UnreadableError(_ABSENT) from None
    try:
        with ofdkit.OFDDocument(io.BytesIO(data)) as document:
            return [_lines(page, aslant) for page in document.pages]
    except (ofdkit.OFDError, ValueError, KeyError, OSError) as error:
        raise UnreadableError(f"OFD 文件读不出来（{error}）。请重新获取文件。") from None


def _lines(page: Any, aslant: frozenset[str]) -> list[Line]:
    """Give the text runs from top to bottom, each in its box in millimetres."""
    runs = sorted(page.runs, key=lambda run: (run.y, run.x))
    return [_line(run) for run in runs if str(run.object_id) not in aslant]


def _line(run: Any) -> Line:
    """Give a run in its box, of the usual size where the file gives it none."""
    size = run.size or _USUAL_SIZE
    width = run.width or size * len(run.text)
    return Line(cleaned(run.text), run.x, run.x + width, run.y - size, run.y)


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
