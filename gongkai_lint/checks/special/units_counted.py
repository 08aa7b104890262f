"""A stated number of units against those named: 上述5家单位 behind four, 等12个单位 and a list."""

import re
from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Row, cell_text, filled_rows
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import COUNT, parse_number
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import ORGAN
from gongkai_lint.reading.reading import reading_of
from gongkai_lint.reading.sentence import Sentence
from gongkai_lint.reading.term import Term

_COUNTED = (
    rf"(?P<number>{COUNT}{{1,4}})(?:个|家|名|所)"
    "(?P<noun>单位|部门|机关|机构|企业|公司|集体|同志|个人|学校|乡镇|街道|社区)"
)
_ABOVE = compiled(rf"(?P<mark>(?:上述|以上)(?:这)?{_COUNTED})")
_AMONG = compiled(rf"等(?P<mark>{_COUNTED})")
# an enumeration right before its number: 望溪县、禾源县5个县区; nobody counts more than sixty, and
# names joined without end would be gone through from each of them
_AREA = (
    rf"(?P<number>{COUNT}{{1,4}})个"
    r"(?P<noun>县区|县市区|县（市、区）|市县|乡镇|镇街|县|区|市|镇|乡|街道|村|社区|行政村|小区)"
)
_AREAS_COUNTED = compiled(_AREA)
_AREAS = compiled(
    rf"(?P<list>[一-鿿]{{2,12}}(?:、[一-鿿]{{2,12}}){{1,60}})(?P<mark>{_AREA})(?!的|以上|左右)"
)
_AREA_ENDS = {
    "县": "县市区旗",
    "区": "区县",
    "市": "市州盟",
    "镇": "镇乡道",
    "乡": "乡镇",
    "街": "道",
    "村": "村",
    "社": "区",
}
# 五类窗口：甲窗口、乙窗口: an enumeration behind its number, each of whose parts ends as the noun
_KINDS = compiled(
    rf"(?P<mark>(?<!第)(?P<number>{COUNT}{{1,3}})(?:个|类|项|种|大|支|处|座|条|所|家|套|张|本)(?P<noun>[一-鿿]{{2,8}}))"
    r"(?:[：:]|[，,]?(?:分别)?(?:是|为|即|包括)[：:]?)(?P<list>[^。；;：:，,\n]{4,200})(?=[。；;\n])"
)
# 下列6个镇设立查治点：石井、白沙 …: names alone, without their noun, to the sentence's end
_BELOW = compiled(
    rf"(?P<mark>(?:下列|以下)(?P<number>{COUNT}{{1,3}})(?:个|家|所|处|座|条|支|名)"
    r"(?:单位|部门|企业|公司|学校|医院|银行|县区|区县|县|区|市|乡镇|镇街|镇|乡|街道|村|社区|小区|站点|路段|河段|水库|岗位|窗口))"
    r"(?!（)[^，。；：:、\n]{0,16}[：:](?P<list>[一-鿿\d]{2,10}(?:、[一-鿿\d]{2,10}){1,60})(?=。)"
)
_TOLD_MORE = compiled("等$|[负主承][责管办]|的")
_IN_MARKS = compiled(r"[“《（(][^“”《》（）()\n]{0,60}[”》）)]")
_HEAD_NOUN = 2
_LAST_JOINT = compiled("以及|和|及|与")
_JOINT = compiled("、|和|及|以及|与")
_LISTED = compiled("名单|名录|一览表?|花名册")
_SEPARATED = compiled(r"[、\n\s　]+")
_MARKED = compiled(r"[：:，。；;]|^[一二三四五六七八九十]、|^[（(][一二三四五六七八九十][）)]")


class UnitsCounted(NamedTuple):
    """Report a number of units that is not the number of those named.

    上述 or 以上 speaks of the enumeration of organs in the sentence before; 等 of those before it,
    which may be fewer but not more, and of the one attached list that holds the first of them; a
    number of areas right behind their names of just these; a number of kinds of those named right
    behind it (五类窗口：…窗口、…窗口), where each ends as its noun does; 下列6个镇 of the names
    that a whole sentence lists behind its colon.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the numbers in order of place, with where the units are named."""
        document = view.document
        for scope in view.spans:
            both = (
                *_above(document, scope),
                *_among(document, scope),
                *_areas(document, scope),
                *_kinds(document, scope),
                *_below(document, scope),
            )
            yield from sorted(both, key=lambda match: match.span)


def _above(document: Document, scope: Span) -> Iterator[Match]:
    reading = reading_of(document)
    for found in _ABOVE.finditer(document.text, *scope):
        here = reading.sentence_of(found.start())
        sentences = reading.sentences(here.paragraph)
        before = [each for each in sentences if each.start < here.start][-1:]
        runs = [run for each in before for run in _runs(document, each) if len(run) > 1]
        if len(runs) == 1:
            where = Span(runs[0][0].start, runs[0][-1].end)
            yield from _differing(found, len(runs[0]), where)


def _among(document: Document, scope: Span) -> Iterator[Match]:
    lists: list[tuple[Span, tuple[str, ...]]] | None = None
    for found in _AMONG.finditer(document.text, *scope):
        sentence = reading_of(document).sentence_of(found.start())
        run = next((r for r in _runs(document, sentence) if r[-1].end == found.start()), None)
        stated = parse_number(found["number"])
        if run is None or not stated:
            continue
        if len(run) > stated:
            yield from _differing(found, len(run), Span(run[0].start, run[-1].end))
            continue
        lists = list(_attached(document)) if lists is None else lists
        held = [(span, names) for span, names in lists if document.words(run[0].span) in names]
        if len(held) == 1:
            yield from _differing(found, len(held[0][1]), held[0][0])


def _areas(document: Document, scope: Span) -> Iterator[Match]:
    if not _AREAS_COUNTED.search(document.text, *scope):  # a list may begin at each character
        return
    for found in _AREAS.finditer(document.text, *scope):
        *names, last = found["list"].split("、")
        ends = "".join(_AREA_ENDS.get(character, "") for character in found["noun"])
        joined = _LAST_JOINT.split(last)
        last_names = joined if all(part[-1:] in ends for part in joined if part) else [last]
        if all(name[-1] in ends for name in (*names, *last_names)):
            yield from _differing(found, len(names) + len(last_names), Span(*found.span("list")))


def _kinds(document: Document, scope: Span) -> Iterator[Match]:
    for found in _KINDS.finditer(document.text, *scope):
        listed = _IN_MARKS.sub("", found["list"])
        names = _JOINT.split(listed)
        noun = found["noun"][-_HEAD_NOUN:]
        if len(names) > 1 and all(name.endswith(noun) for name in names):
            yield from _differing(found, len(names), Span(*found.span("list")))


def _below(document: Document, scope: Span) -> Iterator[Match]:
    for found in _BELOW.finditer(document.text, *scope):
        *names, last = found["list"].split("、")
        if not any(map(_TOLD_MORE.search, (*names, last))):
            counted = len(names) + len(_LAST_JOINT.split(last))
            yield from _differing(found, counted, Span(*found.span("list")))


def _runs(document: Document, sentence: Sentence) -> list[list[Term]]:
    """Give the organs of a sentence, those that one enumeration joins together."""
    runs: list[list[Term]] = []
    for organ in sentence.terms({ORGAN}):
        joint = document.text[runs[-1][-1].end : organ.start] if runs else ""
        if runs and _JOINT.fullmatch(joint):
            runs[-1].append(organ)
        else:
            runs.append([organ])
    return runs


def _attached(document: Document) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the attachments that are one plain list of names, with the names."""
    for attachment in document.of("attachment"):
        rows = [
            row
            for table in document.tables
            if attachment.span.covers(table.span)
            for row in filled_rows(table)
        ]
        names = _in_rows(document, rows) if rows else _in_lines(document, attachment)
        if names:
            yield attachment.span, names


def _in_rows(document: Document, rows: list[Row]) -> tuple[str, ...]:
    cells = [[cell_text(document.text, row[column]) for column in sorted(row)] for row in rows]
    if not all(row and row[0] == str(number) for number, row in enumerate(cells, 1)):
        return ()
    return tuple(row[1] for row in cells if len(row) > 1)


def _in_lines(document: Document, attachment: Element) -> tuple[str, ...]:
    lines = document.words(attachment.span).split("\n")
    at = next((n for n, line in enumerate(lines) if _LISTED.search(line)), None)
    body = (
        [] if at is None else [line.strip(" 　") for line in lines[at + 1 :] if line.strip(" 　")]
    )
    if not body or any(_MARKED.search(line.rstrip("。")) for line in body):
        return ()
    return tuple(name for line in body for name in _SEPARATED.split(line.rstrip("。")) if name)


def _differing(found: re.Match[str], counted: int, where: Span) -> Iterator[Match]:
    stated = parse_number(found["number"])
    if stated and stated != counted:
        words = (("stated", str(stated)), ("counted", str(counted)))
        yield Match(Span(*found.span("mark")), words, (Related(where, "这里列出"),))


KIND = Kind(UnitsCounted, "写明的单位个数与列出的单位", words=("stated", "counted"))
