"""How paragraphs and pages are set, as far as a file says; of plain text nothing is known."""

from typing import Literal

from gongkai_lint.named import NamedTuple

Alignment = Literal["left", "center", "right", "both"]
ALIGNMENT_WORDS: dict[Alignment, str] = {
    "left": "左对齐",
    "center": "居中",
    "right": "右对齐",
    "both": "两端对齐",
}
Measure = Literal["width", "height", "top", "bottom", "left", "right", "pitch", "first"]
MEASURE_WORDS: dict[Measure, str] = {
    "width": "纸宽{:g}毫米",
    "height": "纸高{:g}毫米",
    "top": "上边距{:g}毫米",
    "bottom": "下边距{:g}毫米",
    "left": "左边距{:g}毫米",
    "right": "右边距{:g}毫米",
    "pitch": "行距{:.4g}磅",
    "first": "首行空{:.2g}字",
}


class Face(NamedTuple):
    """A type face: East Asian and Latin font as the file names them, size in points, bold."""

    font: str = ""
    latin: str = ""
    size: float | None = None
    bold: bool = False


class Run(NamedTuple):
    """A stretch of a paragraph's characters in one face, counted from the paragraph's start."""

    start: int
    end: int
    face: Face


class Formatting(NamedTuple):
    """How a paragraph is set.

    ``first`` and ``left`` say how many characters the first and the other lines stand behind the
    margin. ``pitch`` is the line pitch in points; where it is not fixed, ``spacing`` is a multiple
    of the line that the page's grid or the font gives.
    """

    runs: tuple[Run, ...] = ()
    alignment: Alignment | None = None
    first: float | None = None
    left: float | None = None
    pitch: float | None = None
    spacing: float | None = None


class PageNumber(NamedTuple):
    """A page number in a footer: its face and the line that holds it."""

    face: Face
    text: str


class Section(NamedTuple):
    """The pages from paragraph ``start`` on: paper and margins in millimetres, the grid, footers.

    ``grid`` is the pitch of the grid's lines in points, None where lines do not keep to one.
    """

    start: int
    width: float | None = None
    height: float | None = None
    top: float | None = None
    right: float | None = None
    bottom: float | None = None
    left: float | None = None
    grid: float | None = None
    page_numbers: tuple[PageNumber, ...] = ()
