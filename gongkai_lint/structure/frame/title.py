"""The title of a 公文: the last line above the text that ends with a kind of document."""

from collections.abc import Sequence

from gongkai_lint.model.source import METADATA
from gongkai_lint.organs import LAST
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.number_lines import TITLE_NUMBER
from gongkai_lint.structure.frame.organs import HAN, is_organ
from gongkai_lint.structure.frame.shapes import (
    AT_A_GLANCE,
    DATE_LINE,
    KIND_END,
    is_attachment_mark,
)
from gongkai_lint.structure.units import Unit, is_row

LETTERHEAD = compiled(
    rf"^(?!.*关于){HAN}[\u3400-\u9fff（）、]{{1,38}}(?:文件|公报)$"
    rf"|^{HAN}{{0,30}}(?:常务|专题|办公|全体)会议纪要$"
)
ABOUT = compiled(r"关于|(?:办公[厅室]|政府|院|厅|局)对|印发|转发|下发|批转|发布|公布|《[^》]*$")
_CAPTION = compiled(
    rf"^(?:\d{{1,2}}[、.])?(?:20\d\d年)?"
    rf"{HAN}{{4,40}}?(?:表|清单|目录)(?:督察|序号|单位[：])"
)
_ISSUING_TITLE = compiled(
    r"(?:印发|转发|发布|公布)《?(?P<name>.+)(?<!》)》?的(?:通知|公告|通告|决定)$"
)
_MARK = compiled(
    r"[。，；：！、.*＊※]+$|(?<=[\u3400-\u9fff）])(?:\d{1,2}|[〔\[［]\d{1,2}[〕\]］]|[①-⑳])$"
)
_WRAPPED = compiled(r"《[^《》]+》$")
_CONTINUES = compiled(
    r"[和与及的、或对为]$|关于$|(?:会议|大会)$|(?:进一步|推进|推行|开展|做好|加强)$"
)
_PASSES_ON = compiled(rf"(?:转发|批转|印发)[^《》]{{2,40}}(?:部门|单位|[{LAST}室])$")
_ISSUES = compiled(r"(?:印发|转发|批转|下发|颁布|公布|发布)")
_ISSUED = compiled(r"的(?:通知|公告|通告|决定|命令|令|函|批复|报告|通报)(?:（[^（）]*）)*$")
# a line that opens with a conjunction goes on, if it is not a place that does (和平区, 和田地区)
_JOINS = compiled(r"(?:和(?![平田县林顺龙静布硕政])|与|及|或|、)")
# a kind that a subject may end with too: without 的 in front it closes no title
_WEAK_END = compiled(
    r"(?<!的)(?:规范|标准|安排|措施|说明|范围|程序|表|制度|计划|规划|清单|分工|目录|指导)$"
)
# a newspaper's headline says what somebody did, a title what is sent
_NEWS = compiled(
    rf"(?!.*关于)[\u3400-\u9fff]{{1,12}}[省市县区州旗镇乡{LAST}](?:正式|全面|率先|近日|今日)?"
    r"(?:出台|召开|举行|举办|启动|发出|推出|实施新|开展|组织|迎来|获批|亮相|审议通过)"
)
_NO_SUBJECT = compiled(r"[。；！，：]")
_SENTENCE = compiled(r"[。；！]")
_NO_TITLE_PLACES = METADATA | {"header", "footer"}
_LONGEST_TITLE = 160
_LONGEST_LINE = 60
_MOST_LINES = 5
_SHORTEST_WHOLE = 7


def find_title(units: Sequence[Unit], end: int, number: int | None) -> tuple[int, int] | None:
    """Find the title's lines above the text."""
    for last in range(end - 1, -1, -1):
        if last != number and may_end_title(units[last]):
            at = _cover_title(units, last)
            return _first_line(units, at, number), at + 1
    if units and _CAPTION.match(units[0].words):
        return 0, 1
    return _untyped_title(units, end, number)


def _untyped_title(units: Sequence[Unit], end: int, number: int | None) -> tuple[int, int] | None:
    """Find a title that names no kind of document: an organ, 关于 and a subject."""
    for index in range(end - 1, -1, -1):
        unit = units[index]
        lead, about, subject = unit.words.partition("关于")
        fits = about and is_organ(lead) and _SHORTEST_WHOLE <= len(subject) <= _LONGEST_LINE
        plain = not _NO_SUBJECT.search(subject) and unit.place not in _NO_TITLE_PLACES
        if index != number and fits and plain and not is_furniture(unit):
            return index, index + 1
    return None


def may_end_title(unit: Unit) -> bool:
    """Say whether a line may be a title or its last line."""
    if unit.place in _NO_TITLE_PLACES or len(unit.words) > _LONGEST_TITLE or is_furniture(unit):
        return False
    words = _title_words(unit.words)
    return (
        (bool(KIND_END.search(words)) or bool(AT_A_GLANCE.match(words)))
        and ((unit.place != "table" and "|" not in unit.words) or bool(ABOUT.search(unit.words)))
        and not _SENTENCE.search(words)
        and not is_attachment_mark(words)
        and not DATE_LINE.match(words)
        and words != "目录"
        and (not _NEWS.match(words) or bool(_ISSUED.search(words)))
    )


def _title_words(words: str) -> str:
    """Give a line without what may follow or enclose a title."""
    words = TITLE_NUMBER.sub("", words)
    if ABOUT.search(words) and "，" not in words[:-1]:
        words = without_mark(words)
    return words[1:-1] if _WRAPPED.match(words) else words


def without_mark(words: str) -> str:
    """Give a title without the full stop, colon or footnote's figure that stands behind it."""
    return _MARK.sub("", words)


def _cover_title(units: Sequence[Unit], last: int) -> int:
    """Where the issued text's title follows the notice's own at once, take the notice's."""
    above = units[last - 1].words if last else ""
    issues = _ISSUING_TITLE.search(above) if len(above) <= _LONGEST_TITLE else None
    return last - 1 if issues and issues["name"] == _title_words(units[last].words) else last


def _first_line(units: Sequence[Unit], last: int, number: int | None) -> int:
    """Give the first line of a title that may be broken over several lines."""
    first, joined = last, units[last].words
    while first > 0 and last - first < _MOST_LINES - 1 and first - 1 != number:
        above = units[first - 1]
        joins = _JOINS.match(joined) and not _ISSUED.search(above.words)
        ends = not joins and (_ends(above.words) or not _belongs(units, first, joined))
        if is_furniture(above) or is_row(above) or ends:
            break
        first -= 1
        joined = above.words + joined
    return first


def _belongs(units: Sequence[Unit], first: int, joined: str) -> bool:
    """Say whether the line above goes on in the lines of the title found so far."""
    words = units[first - 1].words
    if is_organ(words.removeprefix("（").removesuffix("）")) or _CONTINUES.search(words):
        return True
    if joined.startswith("关于") and _PASSES_ON.search(words):
        return True
    tail = joined.startswith("（")
    if ABOUT.search(joined) and not tail:
        return False
    # 关于推行 / 公示制度记录制度 / 审核制度的意见: a kind ends a line amid what is not yet whole
    before = units[first - 2].words if first > 1 else ""
    whole = KIND_END.search(words) and KIND_END.search(before)
    opened = ABOUT.search(before) and not whole
    return tail or bool(ABOUT.search(words)) or bool(opened)


def _ends(words: str) -> bool:
    return bool(
        len(words) > _LONGEST_LINE
        or LETTERHEAD.match(words)
        or DATE_LINE.match(words)
        or _SENTENCE.search(words)
        or words.endswith("：")
        or _is_whole(words)
    )


def _is_whole(words: str) -> bool:
    return bool(
        len(words) >= _SHORTEST_WHOLE
        and KIND_END.search(words)
        and not _WEAK_END.search(words)
        and ABOUT.search(words)
        and not words.startswith("（")
        and "《" not in words
        and (not _ISSUES.search(words) or bool(_ISSUED.search(words)))
    )
