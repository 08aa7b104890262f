"""The lines of pages to paragraphs with page numbers.

A line continues the one before it where that one reaches the right margin and this one is not
indented.
"""

import re
from collections.abc import Sequence

from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.page_lines import (
    Line,
    Measure,
    measures,
    ordered,
    rows_of,
    width_of,
    without_edges,
)

_HANGING = 5  # characters by which the rest of a listed name may stand in at most
_FLOWING = frozenset({"正文", "附件", "正文内容", "附件内容"})  # the others are one line each
_HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_STOPS = ("。", "；", "！", "？", "：")
_OTHER_SIZE = 1.25
_FAR = 2.2
_FEW_CHARACTERS = 4
_CENTRED = 1.0
_INDENT = 1.2
_REST = 3  # characters of a title that were left for a line of their own
_OPENS_ITEM = re.compile(
    r"\s*(?:(?:抄\s*送|分\s*送|主\s*送)[：:]|第[一二三四五六七八九十百零]+条[\s\u3000]"
    # facts about a document as pages of archives list them under or over its title
    r"|(?:发文(?:机关|单位|字号|日期)|[发文]\s*文?\s*号|(?:成文|发布|执行|生效|施行|公开)(?:日期|时间)"
    r"|索\s*引\s*号|主\s*题\s*(?:词|分类)|公开(?:方式|属性))[：:])"
)
_LISTED = re.compile(r"\s*(?:附件?\s*[：:]?\s*)?\d{1,2}[.．、]")
_TITLE = re.compile(
    r"关于[^。；]{2,100}(?:通知|意见|决定|通报|报告|请示|批复|函|公告|通告|方案|办法)\s*$"
)
_ADDRESSEE = re.compile(r"\s*[\u4e00-\u9fff（）、，,\s]{2,80}[：:，,]\s*$")
_ENDS_ITEM = re.compile(r"印发\s*$|^\s*(?:抄送|分送|主送)[：:].*。\s*$")
_COLUMNS = re.compile(r"\S {2,}\S")


class PageText(NamedTuple):
    """A paragraph and the 1-based page on which it begins; its ``line``, where it is one."""

    text: str
    page: int
    line: Line | None = None


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[PageText]:
    """Join the lines of pages to paragraphs in reading order."""
    rows = without_edges([rows_of(ordered(lines)) for lines in pages])
    measured = measures(rows)
    found: list[PageText] = []
    last: Line | None = None
    for number, lines in enumerate(rows, start=1):
        measure = measured[number - 1]
        for index, line in enumerate(lines):
            if (
                last is not None
                and not _is_addressee(found[-1].text, line.text)
                and _continues(last, line, measure, found[-1].text, new_page=index == 0)
            ):
                joined = _joined(found[-1].text, line.text)
                found[-1] = found[-1]._replace(text=joined, line=None)
            else:
                found.append(PageText(line.text, number, line))
            last = line
    return found


def _continues(last: Line, line: Line, measure: Measure, above: str, *, new_page: bool) -> bool:
    """Say whether a line goes on with the paragraph ``above``, whose last line is ``last``."""
    if last.element != line.element or _parts(last, line):
        return False
    if line.element and line.element not in _FLOWING:
        return True
    if len(line.text) <= _REST and _is_centred_below(last, line, measure):
        return True
    return _goes_on(last, line, measure, above) and (
        new_page or line.top - last.top <= _FAR * measure.pitch
    )


def _parts(last: Line, line: Line) -> bool:
    """Say whether the words of two lines belong to different paragraphs."""
    return bool(
        _OPENS_ITEM.match(line.text)
        or _COLUMNS.search(last.text)
        or _COLUMNS.search(line.text)
        or _ENDS_ITEM.search(last.text)
        or (_HEADING.match(line.text) and last.text.rstrip().endswith(_STOPS))
    )


def _goes_on(last: Line, line: Line, measure: Measure, above: str) -> bool:
    """Say whether a line begins where the next line of a paragraph does, in letters of its size."""
    if not measure.is_full(last, line.text) or line.text.startswith("\u3000"):
        return False
    if line.left > measure.left + _INDENT * measure.em and not _hangs(last, line, measure, above):
        return False
    tall, short = max(last.height, line.height), min(last.height, line.height)
    return tall <= _OTHER_SIZE * short or width_of(line.text) <= _FEW_CHARACTERS


def _hangs(last: Line, line: Line, measure: Measure, above: str) -> bool:
    """Say whether an indented line goes on: in a block that stands in, or in a listed name."""
    if above.startswith("\u3000"):
        return abs(line.left - last.left) < measure.em
    further = line.left - last.left
    hangs = _LISTED.match(last.text) and measure.em <= further <= _HANGING * measure.em
    return bool(hangs) and not _LISTED.match(line.text)


def _is_addressee(above: str, line: str) -> bool:
    """Say whether a line opens the addressees under a title, which may fill its own line."""
    return bool(_TITLE.search(above) and _ADDRESSEE.match(line))


def _is_centred_below(last: Line, line: Line, measure: Measure) -> bool:
    """Say whether a line is the rest of a centred title that did not fit."""
    middle, other = (last.left + last.right) / 2, (line.left + line.right) / 2
    near = line.top - last.top <= _FAR * max(measure.pitch, last.height)
    alike = line.height <= _OTHER_SIZE * last.height
    full = last.right - last.left >= (measure.right - measure.left) - 4 * last.height
    return near and alike and full and abs(middle - other) < _CENTRED * measure.em


def _joined(before: str, after: str) -> str:
    before, after = before.rstrip(), after.lstrip()
    latin = (
        before[-1:].isascii()
        and before[-1:].isalnum()
        and after[:1].isascii()
        and after[:1].isalnum()
    )
    both_letters = latin and before[-1:].isalpha() and after[:1].isalpha()
    return f"{before} {after}" if both_letters else before + after
