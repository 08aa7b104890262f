"""PDF files with a text layer to Source (pypdfium2, extra ``pdf``)."""

import hashlib
from collections.abc import Iterator
from typing import Any

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Anchor, Notice, Paragraph, Place, Source
from gongkai_lint.readers.media_type import PDF
from gongkai_lint.readers.page_lines import (
    Line,
    cleaned,
    odd_characters,
    paragraphs_of,
    squeezed,
)

_MOST_PAGES = 2000
_ABSENT = (
    "检查 PDF 需要安装 pypdfium2：pip install 'gongkai-lint[pdf]'。也可以检查定稿前的 Word 文件。"
)
_SCANNED = (
    "PDF 无文字层（是扫描件或图片），没有可检查的文字，需要人工核对；请检查定稿前的 Word 文件。"
)
_SHOWN = 10
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_pdf(data: bytes) -> Source:
    """Read the text layer: paragraphs joined from lines, each with the page on which it begins."""
    document = _open(data)
    try:
        pages = [list(_lines(document[number])) for number in range(len(document))]
    finally:
        document.close()
    found = paragraphs_of(pages)
    text = "".join(paragraph.text for paragraph in found)
    return Source(
        paragraphs=tuple(
            Paragraph(squeezed(text), Anchor(page, number), place=Place(page=page))
            for number, (text, page) in enumerate(found)
        ),
        digest=f"sha256:{hashlib.sha256(data).hexdigest()}",
        media_type=PDF,
        notices=(*odd_characters(text), *_without_text(pages)),
    )


def _open(data: bytes) -> Any:
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableError(_ABSENT) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise UnreadableError("PDF 已加密，无法读取。请解除密码后再检查。") from None
        raise UnreadableError("PDF 文件已损坏或不完整，无法打开。请重新获取文件。") from None
    if len(document) > _MOST_PAGES:
        raise UnreadableError(f"PDF 超过 {_MOST_PAGES} 页，不像公文。请拆分后再检查。")
    return document


def _lines(page: Any) -> Iterator[Line]:
    """Yield the lines as the text layer breaks them, each with its box."""
    from pypdfium2 import raw

    text_page = page.get_textpage()
    height = page.get_height()
    characters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in {10, 13}:
            yield from _line(characters, boxes, height)
            characters, boxes = [], []
            continue
        characters.append(chr(code))
        if code != ord(" ") and not raw.FPDFText_IsGenerated(text_page, index):
            boxes.append(text_page.get_charbox(index))
    yield from _line(characters, boxes, height)


def _line(
    characters: list[str], boxes: list[tuple[float, float, float, float]], height: float
) -> Iterator[Line]:
    joined = "".join(characters).replace("\0", "")
    text = cleaned(joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).rstrip()
    if text.strip() and boxes:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        yield Line(text, min(lefts), max(rights), height - max(tops), height - min(bottoms))


def _without_text(pages: list[list[Line]]) -> tuple[Notice, ...]:
    empty = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    if not any(pages):
        return (Notice("no_text", _SCANNED),)
    if not empty:
        return ()
    shown = "、".join(empty[:_SHOWN]) + " 等" * (len(empty) > _SHOWN)
    return (Notice("pages_without_text", f"第 {shown} 页没有文字层（可能是图片），未检查。"),)
