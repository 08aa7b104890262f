"""Tasks said in a sentence: 市司法局要于2020年11月底前完成…, 由市司法局牵头，会同市财政局…."""

import re
from collections.abc import Iterator

from gongkai_lint.model.document import Task
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align
from gongkai_lint.structure.tasks.lines import KEYED_LINE
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.responsible import Responsible, split_units

_SENTENCE = compiled(r"[^。；\n]+[。；]?")
_LED = compiled(
    r"(?:^|[，,：:◇]|的|由|请)(?P<units>[^，。；：\n由请◇]{2,60}?)(?:负责|要|应当?|须|将)?"
    r"(?:于[^，。；\n]{4,24}?)?牵头(?!的|单位|部门|起草|机构|作用|人|举办)"
)
_SUBJECT = compiled(
    r"(?:^|[，,：:◇]|由|请)(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．][ ]?)?"
    r"(?P<units>[^，。；：\n由请◇]{1,60}?"
    r"(?:[局委办厅部府院署社会处室区县镇乡场司行]|单位|部门|机关|机构|中心|街道|学校|小学|中学|企业|公司|医院|地|地区|[市区]）))"
    r"(?:主要)?(?:负责同志|负责人)?"
    r"(?=(?:要|应(?!急)|须|将|负责|必须|按照|结合|确保|原则上|于|在|◇|[12]\d{3}|\d{1,2}月"
    r"|完成|出台|印发|建成|制定|编制|公布|组织))"
)
_ASKED = compiled(
    r"(?:^|[，,：:◇]|[ ])(?:由|请)(?P<units>[^，。；：\n由请◇]{1,60}?"
    r"(?:[局委办厅部府署室处]|单位|部门|机关|机构|中心|街道))(?![、，和与及门位关局的主管])"
)
_DUE = compiled(r"^(?![至自到]).*(?:前|底|内|旬)[）)]?$")
_GOES_ON = compiled(r"(?:请|要|须|应当?|并|同时|均|务必)*(?:将|把|于|在|◇)")
_DONE = compiled(
    "完成|报送|报告|上报|报[省市县区州国]|印发|出台|制[定订]|修[订改]|建成|建立|公布|公开|公示|上线|编制|实现|启动"
    "|整改|反馈|提交|备案|汇总|更新|改造|启用|开通|验收|清理|审核|落实|设立|组织|开展|举办"
)
_JOINED = compiled(
    r"(?:会同|联合(?!上报|发文|印发))(?P<units>[^，。；：“”《》\n]{2,60}?)"
    r"(?=，|。|；|于|在|$|负责|开展|组织|制定|研究|做好|完成|对)"
)
_HELPED = compiled(
    r"，(?P<units>[^，。；：“”《》\n]{2,60}?)(?:积极|密切)?(?:配合|参与|参加|协助)(?=[，。；]|$)"
)
_NO_NAME = compiled("[按对向为将把以]|推[动进]|督促|指导|确保|引导|支持|鼓励|协调|配合|组织")
_UNIT = compiled(
    r"(?:[局委办厅部府院署社会处室区县镇乡场司行]|单位|部门|机关|机构|中心|街道|学校|企业|公司|医院|队)$"
)


def prose_tasks(page: TaskPage, span: Span, taken: SortedSpans) -> Iterator[Task]:
    """Yield the sentences of a span, outside ``taken``, that name a unit and 牵头 or a day.

    A sentence with a day and without a unit of its own is the task of the unit that begins an
    earlier sentence of its line, or of nobody.
    """
    for line in _lines_to_read(page, span):
        told = page.in_table(line) or taken.overlap(line)
        if told or page.in_article(line) or KEYED_LINE.match(page.folded, *line):
            continue
        before = Responsible()
        for found in _SENTENCE.finditer(page.folded, *line):
            sentence = page.trimmed(*found.span())
            task = _sentence(page, sentence, before)
            if task:
                yield task
            before = _opening(page, sentence) or before


def _lines_to_read(page: TaskPage, span: Span) -> list[Span]:
    places = [time.span.start for time in page.duties if span.covers(time.span)]
    at = page.folded.find("牵头", *span)
    while at >= 0:
        places.append(at)
        at = page.folded.find("牵头", at + 1, span.end)
    return sorted({page.line_of(place, span) for place in places})


def _sentence(page: TaskPage, span: Span, before: Responsible) -> Task | None:
    words = page.without_times(span)
    time = page.deadline(span)
    led = _LED.search(words) if "牵头" in words else None
    ends = time.span.end - span.start if time else 0
    for subject in [led] if led else _subjects(words, ends) if time else []:
        if subject and (lead := _names(page, span, subject)):
            others = _helpers(page, span, words, subject.end())
            return page.task(span, Responsible(lead, others))
    due = time and _DUE.search(page.folded[slice(*time.span)]) and _DONE.search(words)
    if not due or led:
        return None
    return page.task(span, before if _GOES_ON.match(words) else Responsible())


def _subjects(words: str, ends: int) -> list[re.Match[str]]:
    """Give the subjects, the nearest to the time first, none of a later clause than its end."""
    found = [one for shape in (_SUBJECT, _ASKED) for one in shape.finditer(words)]
    near = [one for one in found if one.start("units") <= ends + 2]
    return sorted(near, key=lambda one: -one.start("units"))


def _helpers(page: TaskPage, span: Span, words: str, start: int) -> tuple[str, ...]:
    found = (shape.search(words, start) for shape in (_JOINED, _HELPED))
    return next((names for one in found if one and (names := _names(page, span, one))), ())


def _opening(page: TaskPage, span: Span) -> Responsible | None:
    """Give the units that a sentence begins with."""
    found = _SUBJECT.match(page.without_times(span))
    lead = _names(page, span, found) if found else ()
    return Responsible(lead) if lead else None


def _names(page: TaskPage, span: Span, found: re.Match[str]) -> tuple[str, ...]:
    start, end = found.span("units")
    names = split_units(page.text[span.start + start : span.start + end])
    named = names and not _NO_NAME.match(align(names[0])) and _UNIT.search(align(names[-1]))
    return names if named else ()
