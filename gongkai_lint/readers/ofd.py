"""OFD files to Source (ofdkit, extra ``ofd``), behind the same guard as Word files."""

import hashlib
import io
from typing import Any

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Anchor, Notice, Paragraph, Place, Source
from gongkai_lint.readers.media_type import OFD
from gongkai_lint.readers.page_lines import Line, cleaned, odd_characters, paragraphs_of, squeezed
from gongkai_lint.wordml.package import open_package

_ABSENT = (
    "检查 OFD 需要安装 ofdkit：pip install 'gongkai-lint[ofd]'。也可以检查定稿前的 Word 文件。"
)
_NO_TEXT = Notice(
    "no_text",
    "OFD 里没有读到文字（可能是扫描件），需要人工核对；请检查定稿前的 Word 文件。",
)


def read_ofd(data: bytes) -> Source:
    """Read the text objects: paragraphs joined from lines, each with the page it begins on."""
    open_package(data)
    found = paragraphs_of(_pages(data))
    text = "".join(paragraph.text for paragraph in found)
    return Source(
        paragraphs=tuple(
            Paragraph(squeezed(text), Anchor(page, number), place=Place(page=page))
            for number, (text, page) in enumerate(found)
        ),
        digest=f"sha256:{hashlib.sha256(data).hexdigest()}",
        media_type=OFD,
        notices=odd_characters(text) if text.strip() else (_NO_TEXT,),
    )


def _pages(data: bytes) -> list[list[Line]]:
    try:
        import ofdkit
    except ImportError:
        raise UnreadableError(_ABSENT) from None
    try:
        with ofdkit.OFDDocument(io.BytesIO(data)) as document:
            return [_lines(page) for page in document.pages]
    except (ofdkit.OFDError, ValueError, KeyError, OSError) as error:
        raise UnreadableError(f"OFD 文件读不出来（{error}）。请重新获取文件。") from None


def _lines(page: Any) -> list[Line]:
    """Give the text runs from top to bottom, each in its box in millimetres."""
    runs = sorted(page.runs, key=lambda run: (run.y, run.x))
    return [
        Line(cleaned(run.text), run.x, run.x + run.width, run.y - run.size, run.y) for run in runs
    ]
