"""Tasks said in a sentence: 市司法局要于2020年11月底前完成…, 由市司法局牵头，会同市财政局…."""

import re
from collections.abc import Iterator

from gongkai_lint.model.document import Task
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.responsible import Responsible, split_units
from gongkai_lint.structure.script import align
from gongkai_lint.structure.task_page import TaskPage

_SENTENCE = compiled(r"[^。；\n]+[。；]?")
_LED = compiled(
    r"(?:^|[，,：:]|的|由|请)(?P<units>[^，。；：\n由请]{2,60}?)(?:负责|要|应当?|须|将)?"
    r"(?:于[^，。；\n]{4,24}?)?牵头(?!的|单位|部门|起草|机构|作用|人|举办)"
)
_SUBJECT = compiled(
    r"(?:^|[，,：:]|由|请)(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．][ ]?)?"
    r"(?P<units>[^，。；：\n由请]{1,60}?"
    r"(?:[局委办厅部府院署社会处室区县镇乡场司行]|单位|部门|机关|机构|中心|街道|学校|企业|公司|医院|地))"
    r"(?=(?:要|应(?!急)|须|将|负责|必须|按照|结合|确保|原则上|于|在|[12]\d{3}|\d{1,2}月))"
)
_JOINED = compiled(
    r"(?:会同|联合(?!上报|发文|印发))(?P<units>[^，。；：“”《》\n]{2,60}?)"
    r"(?=，|。|；|于|在|$|负责|开展|组织|制定|研究|做好|完成|对)"
)
_HELPED = compiled(
    r"，(?P<units>[^，。；：“”《》\n]{2,60}?)(?:积极|密切)?(?:配合|参与|参加|协助)(?=[，。；]|$)"
)
_UNIT = compiled(
    r"(?:[局委办厅部府院署社会处室区县镇乡场司行]|单位|部门|机关|机构|中心|街道|学校|企业|公司|医院|队)$"
)


def prose_tasks(page: TaskPage, span: Span, taken: tuple[Span, ...]) -> Iterator[Task]:
    """Yield the sentences of a span, outside ``taken``, that name a unit and 牵头 or a day."""
    for line in _lines_to_read(page, span):
        if page.in_article(line) or page.in_table(line) or any(t.overlaps(line) for t in taken):
            continue
        for found in _SENTENCE.finditer(page.folded, *line):
            task = _sentence(page, page.trimmed(*found.span()))
            if task:
                yield task


def _lines_to_read(page: TaskPage, span: Span) -> list[Span]:
    places = [time.span.start for time in page.duties if span.covers(time.span)]
    at = page.folded.find("牵头", *span)
    while at >= 0:
        places.append(at)
        at = page.folded.find("牵头", at + 1, span.end)
    return sorted({page.line_of(place, span) for place in places})


def _sentence(page: TaskPage, span: Span) -> Task | None:
    words = page.folded[span.start : span.end]
    time = page.deadline(span)
    led = _LED.search(words) if "牵头" in words else None
    subject = led or (_SUBJECT.search(words) if time else None)
    if subject is None or (not led and time and _behind(subject, time.span.end - span.start)):
        return None
    lead = _names(page, span, subject)
    helpers = (shape.search(words, subject.end()) for shape in (_JOINED, _HELPED))
    others = next((n for found in helpers if found and (n := _names(page, span, found))), ())
    return page.task(span, Responsible(lead, others)) if lead else None


def _behind(subject: re.Match[str], end: int) -> bool:
    """Say whether a subject stands in a later clause than the time that ends at ``end``."""
    return subject.start("units") > end + 2


def _names(page: TaskPage, span: Span, found: re.Match[str]) -> tuple[str, ...]:
    start, end = found.span("units")
    names = split_units(page.text[span.start + start : span.start + end])
    named = names and names[0][0] not in "按对向为将把以" and _UNIT.search(align(names[-1]))
    return names if named else ()
