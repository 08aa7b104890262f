"""PDF files with a text layer to Source (pypdfium2, extra ``pdf``)."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import pi, sin
from statistics import median
from typing import Any

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Notice, Source
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.format import PDF
from gongkai_lint.readers.page_lines import (
    Line,
    cleaned,
    is_misread,
    odd_characters,
)
from gongkai_lint.readers.page_paragraphs import paragraphs_of
from gongkai_lint.readers.page_tables import laid_out

_MOST_PAGES = 2000
_ABSENT = (
    "检查 PDF 需要安装 pypdfium2：pip install 'gongkai-lint[pdf]'。也可以检查定稿前的 Word 文件。"
)
_SCANNED = (
    "PDF 无文字层（是扫描件或图片），没有可检查的文字，需要人工核对；请检查定稿前的 Word 文件。"
)
_MISREAD = (
    "PDF 的文字层读出来是乱码（字体没有编码对照表），没有检查，需要人工核对；"
    "请检查定稿前的 Word 文件。"
)
_SHOWN = 10
_ASLANT = 0.2  # sine of twice the angle: 0 for text along or across the page
_COLUMN = 1.5  # a gap of more than so many characters parts columns
_CLOSE_COLUMN, _FEWEST_WIDE = 0.6, 2  # beside two such gaps closer ones part columns, too
_SET_APART = 0.12  # by so much of a letter's height a gap may differ from the others in its line
_FEWEST_GAPS = 3  # where every third gap counts as a blank, the letters are set apart
_OPENING, _CLOSING = frozenset("（《〔“‘【"), frozenset("，。、；：）》〕”’】")
_HYPHEN = 2
_PASSWORD = 4  # FPDF_ERR_PASSWORD


class _Glyph(NamedTuple):
    """A character with its box (left, bottom, right, top); blanks have none.

    ``typed`` ones stand in the file, others were put in by the library where it saw a gap;
    ``turn`` says by how many right angles one is turned.
    """

    character: str
    box: tuple[float, float, float, float] | None
    typed: bool = False
    turn: int = 0


def read_pdf(data: bytes) -> Source:
    """Read the text layer: paragraphs joined from lines, each with the page on which it begins."""
    document = _open(data)
    try:
        pages, unread, broken = _read_pages(document)
    finally:
        document.close()
    found = paragraphs_of(pages)
    text = "".join(paragraph.text for paragraph in found)
    if is_misread(text):
        raise UnreadableError(_MISREAD)
    laid = laid_out(found)
    return Source(
        paragraphs=laid.paragraphs,
        tables=laid.tables,
        digest=digest_of(data),
        media_type=PDF,
        notices=(*odd_characters(text), *_broken_pages(broken), *_without_text(pages, unread)),
    )


def _read_pages(document: Any) -> tuple[list[list[Line]], list[int], list[int]]:
    """Give the lines of each page, the bare pages that show something, and the broken ones.

    Bare ones are told by index, broken ones, which do not hide the rest, by number. A page of a
    damaged file is asked for once: it may load once and never again.
    """
    from pypdfium2 import PdfiumError

    pages: list[list[Line]] = []
    unread: list[int] = []
    broken: list[int] = []
    for number in range(len(document)):
        try:
            page = document[number]
            pages.append(list(_lines(page)))
            if not pages[-1] and _shows(page):
                unread.append(number)
        except (PdfiumError, ValueError, OverflowError):
            pages.append([])
            broken.append(number + 1)
    if broken and not any(pages):
        raise UnreadableError(f"PDF 的第 {broken[0]} 页打不开，文件可能已损坏。请重新获取文件。")
    return pages, unread, broken


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
    """Yield the lines as the text layer breaks them, in pieces where a wide gap parts columns.

    What runs in another direction than most of the page is beside the text, as in the margin.
    """
    size = page.get_width(), page.get_height()
    lines = list(_broken(page.get_textpage()))
    turns = Counter(glyph.turn for glyphs in lines for glyph in glyphs if glyph.box)
    usual = turns.most_common(1)[0][0] if turns else 0
    height = size[1 - usual % 2]
    for glyphs in lines:
        kept = [_upright(g, size) for g in glyphs if g.turn == usual or not g.typed]
        for piece in _pieces(kept):
            yield from _line(piece, height)


def _upright(glyph: _Glyph, size: tuple[float, float]) -> _Glyph:
    """Give a character with its box as one sees it who turns the page until it stands upright."""
    if glyph.box is None or not glyph.turn:
        return glyph
    (left, bottom, right, top), (width, height) = glyph.box, size
    turned = {
        1: (height - top, left, height - bottom, right),
        2: (width - right, height - top, width - left, height - bottom),
        3: (bottom, width - right, top, width - left),
    }
    return glyph._replace(box=turned[glyph.turn])


def _broken(text_page: Any) -> Iterator[list[_Glyph]]:
    """Yield the characters line by line; those that run aslant are a watermark."""
    from pypdfium2 import raw

    line: list[_Glyph] = []
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in {10, 13}:
            yield line
            line = []
            continue
        if raw.FPDFText_IsGenerated(text_page, index):
            line.append(_Glyph(chr(code), None))
            continue
        angle = raw.FPDFText_GetCharAngle(text_page, index)
        if abs(sin(2 * angle)) < _ASLANT:
            box = None if code == ord(" ") else text_page.get_charbox(index)
            character = "-" if code == _HYPHEN else chr(code)
            line.append(_Glyph(character, box, typed=True, turn=round(angle / (pi / 2)) % 4))
        if code == _HYPHEN:  # the library says so of one at a line's end, and joins the lines
            yield line
            line = []
    yield line


def _pieces(glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    """Cut a line at wide gaps, and leave out the blanks between letters that are set apart."""
    boxes = [glyph.box for glyph in glyphs if glyph.box]
    em = max((box[3] - box[1] for box in boxes), default=0.0)
    generated = sum(not glyph.typed for glyph in glyphs)
    shown = [glyph for glyph in glyphs if glyph.box]
    gaps = [_gap(before, after, em) for before, after in pairwise(shown)]
    spaced = generated * _FEWEST_GAPS > len(boxes)
    usual = median(gaps) + _SET_APART * em if gaps else 0.0
    wide = sum(gap > _COLUMN * em for gap in gaps)
    limit = (_CLOSE_COLUMN if wide >= _FEWEST_WIDE else _COLUMN) * em
    piece: list[_Glyph] = []
    last: _Glyph | None = None
    for glyph in glyphs:
        if spaced and not glyph.typed:
            continue
        gap = _gap(last, glyph, em) if glyph.box and last is not None else 0.0
        if gap > limit:
            yield piece
            piece = []
        elif last and glyph.box and 0 < gap <= usual and _is_blank_between(piece, last, glyph):
            piece.pop()
        piece.append(glyph)
        last = glyph if glyph.box else last
    yield piece


def _is_blank_between(piece: list[_Glyph], last: _Glyph, glyph: _Glyph) -> bool:
    """Say whether the library put a blank between two digits, as wide as all gaps of the line."""
    made = bool(piece) and piece[-1].box is None and not piece[-1].typed
    return made and last.character.isdecimal() and glyph.character.isdecimal()


def _gap(before: _Glyph, after: _Glyph, em: float) -> float:
    """Give the room between two characters, without the blank halves of full-width marks."""
    if before.box is None or after.box is None:
        return 0.0
    gap = after.box[0] - before.box[2]
    return gap - em / 2 * ((before.character in _CLOSING) + (after.character in _OPENING))


def _line(glyphs: list[_Glyph], height: float) -> Iterator[Line]:
    joined = "".join(glyph.character for glyph in glyphs).replace("\0", "")
    text = cleaned(joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).strip()
    boxes = [glyph.box for glyph in glyphs if glyph.box]
    if text and boxes:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        lead = "\u3000" * (len(joined) - len(joined.lstrip("\u3000")))
        yield Line(lead + text, min(lefts), max(rights), height - max(tops), height - min(bottoms))


def _shows(page: Any) -> bool:
    """Say whether anything is drawn on a page: the back of a sheet is blank."""
    return next(page.get_objects(max_depth=1), None) is not None


def _broken_pages(broken: list[int]) -> tuple[Notice, ...]:
    if not broken:
        return ()
    shown = "、".join(map(str, broken[:_SHOWN])) + " 等" * (len(broken) > _SHOWN)
    return (Notice("unread_pages", f"第 {shown} 页已损坏，读不出来，未检查。"),)


def _without_text(pages: list[list[Line]], unread: list[int]) -> tuple[Notice, ...]:
    empty = [str(number + 1) for number in unread]
    if not any(pages):
        return (Notice("no_text", _SCANNED),)
    if not empty:
        return ()
    shown = "、".join(empty[:_SHOWN]) + " 等" * (len(empty) > _SHOWN)
    return (Notice("pages_without_text", f"第 {shown} 页没有文字层（可能是图片），未检查。"),)
