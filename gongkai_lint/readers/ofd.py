"""OFD files to Source (ofdkit, extra ``ofd``), behind the same guard as Word files."""

import io
from collections import Counter
from collections.abc import Sequence
from typing import Any

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError, plainly
from gongkai_lint.model.source import Notice, Source
from gongkai_lint.readers.format import OFD
from gongkai_lint.readers.ofd_marks import OfdMarks, read_marks
from gongkai_lint.readers.page_lines import (
    Line,
    cleaned,
    is_misread,
    odd_characters,
    width_of,
)
from gongkai_lint.readers.page_paragraphs import paragraphs_of
from gongkai_lint.readers.page_tables import laid_out
from gongkai_lint.wordml.package import Package, open_package

_ABSENT = (
    "检查 OFD 需要安装 ofdkit：pip install 'gongkai-lint[ofd]'。也可以检查定稿前的 Word 文件。"
)
_MISREAD = "OFD 里的文字读出来是乱码，没有检查，需要人工核对；请检查定稿前的 Word 文件。"
_USUAL_SIZE = 5.6  # millimetres: 三号, the size of a 公文's text
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".jb2")
_NO_TEXT = Notice(
    "no_text",
    "OFD 里没有读到文字（可能是扫描件），需要人工核对；请检查定稿前的 Word 文件。",
)


def read_ofd(data: bytes) -> Source:
    """Read the text objects: paragraphs joined from lines, each with the page it begins on."""
    package = open_package(data)
    pages = _pages(data, read_marks(package))
    found = paragraphs_of(pages)
    text = "".join(paragraph.text for paragraph in found)
    if is_misread(text):
        raise UnreadableError(_MISREAD)
    laid = laid_out(found)
    return Source(
        paragraphs=laid.paragraphs,
        tables=laid.tables,
        digest=digest_of(data),
        media_type=OFD,
        notices=(*odd_characters(text), *_without_text(pages, package)),
    )


def _pages(data: bytes, marks: OfdMarks) -> list[list[Line]]:
    try:
        import ofdkit
    except ImportError:
        raise UnreadableError(_ABSENT) from None
    try:
        with ofdkit.OFDDocument(io.BytesIO(data)) as document:
            pages = [list(page.runs) for page in document.pages]
    except (ofdkit.OFDError, ValueError, KeyError, OSError) as error:
        raise UnreadableError(f"OFD 文件读不出来（{plainly(error)}）。请重新获取文件。") from None
    shown = Counter(
        number for runs in pages for number in {r.object_id for r in runs if r.from_template}
    )
    return [
        _lines([r for r in runs if not r.from_template or shown[r.object_id] == 1], marks)
        for runs in pages
    ]


def _lines(runs: Sequence[Any], marks: OfdMarks) -> list[Line]:
    """Give the text runs from top to bottom, each in its box in millimetres.

    What a template shows on one page is part of it, such as a red head; on several it is not.
    """
    kept = [run for run in runs if str(run.object_id) not in marks.aslant]
    ordered = sorted(kept, key=lambda run: (run.y, run.x))
    return [_line(run, marks) for run in ordered]


def _line(run: Any, marks: OfdMarks) -> Line:
    """Give a run in its box.

    Where the file does not say its size, it is as high as its object's box, or of the usual size
    where that is higher: a box may hold several lines.
    """
    number = str(run.object_id)
    element = marks.elements.get(number, "")
    size = run.size or min(marks.heights.get(number) or _USUAL_SIZE, _USUAL_SIZE)
    width = run.width or size * width_of(run.text)
    return Line(cleaned(run.text), run.x, run.x + width, run.y - size, run.y, element)


def _without_text(pages: Sequence[Sequence[Line]], package: Package) -> tuple[Notice, ...]:
    if not any(pages):
        return (_NO_TEXT,)
    empty = [number for number, lines in enumerate(pages, start=1) if not lines]
    pictures = any(name.endswith(_PICTURES) for name in package.names)
    if not empty or not pictures:
        return ()
    shown = "、".join(map(str, empty))
    return (Notice("pages_without_text", f"第 {shown} 页没有文字（可能是图片），未检查。"),)
