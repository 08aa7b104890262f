"""Tasks said in a sentence: 市司法局要于2020年11月底前完成…, 由市司法局牵头，会同市财政局…."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gongkai_lint.model.document import Task, TimeExpression
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.tasks.lines import is_keyed
from gongkai_lint.structure.tasks.owners import ALL_BELOW, HEADING_BRACKET
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.responsible import Responsible
from gongkai_lint.structure.tasks.subjects import charged, helpers, led, opening, subjects

_SENTENCE = compiled(r"[^。；\n]+[。；]?")
_DUE = compiled(r"^(?!自|到)(?!至.*[^前）)]$).*(?:前|底|内|旬)[）)]?$")
_ON = compiled(r".*月$")
_DONE_THEN = compiled("[，]?(?:完成|建成|竣工|投[产入]|启用|上线|开通|出台|印发|交付|开工)")
_GOES_ON = compiled(r"(?:请|要|须|应当?|并|同时|均|务必|另)*(?:将|把|于|在|◇)")
_DONE = compiled(
    "完成|报(?!名|考|酬|销|纸|刊|警|告厅)|印发|出台|制[定订作]|修[订改缮建]|建[成立设好]|完工|竣工|公[布开示]|上[线传]|编[制写印]"
    "|实现|启动|整改|反馈|提交|提出|备案|汇总|更新|改造|启用|开通|验收|清[理退缴]|审[核定]|落实|设立|组织"
    "|开展|举[办行]|完善|健全|发放|移交|拨付|检[查修]|排查|摸底|录入|对接|安装|拆除|调[查整]|招[生聘]|张贴"
)
_CLAUSE = compiled("[，；]")
_ALLOWED = compiled("(?:可|可以|允许|不再|不得)(?:于|在)?$")
_WHO_DID = compiled(
    "，?(?:获得|取得|出生|毕业)|[^，。；\n]{0,60}?(?:(?<!目)的[，；]|已(?!有))"
)  # …前签订合同的，按原条件办理
_YEAR_OF = compiled("年度内[每各的]")


class _Part(NamedTuple):
    """A part of a sentence that sets one day."""

    span: Span
    time: TimeExpression | None


def prose_tasks(page: TaskPage, span: Span, taken: Iterable[SortedSpans]) -> Iterator[Task]:
    """Yield the sentences of a span, outside ``taken``, that name a unit and 牵头 or a day.

    A sentence with a day and without a unit of its own is the task of the unit that begins an
    earlier sentence of its line, or of nobody. Each day of a sentence that sets several makes a
    task of its own.
    """
    for line in _lines_to_read(page, span):
        tasked = any(places.overlap(line) for places in taken)
        if not (page.in_table(line) or tasked or is_keyed(page.folded, line)):
            yield from _line(page, line)


def _line(page: TaskPage, line: Span) -> list[Task]:
    found: list[Task] = []
    before = Responsible()
    for sentence in (page.trimmed(*one.span()) for one in _SENTENCE.finditer(page.folded, *line)):
        words, written = page.without_times(sentence), page.text[slice(*sentence)]
        owner = charged(words, written) if words.startswith("由") and "◇" not in words else None
        if owner and found and not found[-1].lead:  # the sentence behind the task names its unit
            others = helpers(words, written, owner.end)
            found[-1] = found[-1]._replace(lead=owner.lead, others=others)
        else:
            found += _sentence(page, sentence, before)
        before = opening(words, written) or before
    return found


def _lines_to_read(page: TaskPage, span: Span) -> list[Span]:
    places = [time.span.start for time in page.duties_in(span)]
    at = page.folded.find("牵头", *span)
    while at >= 0:
        places.append(at)
        at = page.folded.find("牵头", at + 1, span.end)
    return sorted({page.line_of(place, span) for place in places})


def _sentence(page: TaskPage, span: Span, before: Responsible) -> Iterator[Task]:
    for part in _parts(page, span):
        task = _part(page, part, before)
        if task:
            before = Responsible(task.lead) if task.lead else before
            yield task


def _parts(page: TaskPage, span: Span) -> list[_Part]:
    """Part a sentence before the clause of each further day by which something is to be done."""
    times = [time for time in page.duties_in(span) if _is_due(page, time)]
    if len(times) > 1:
        clauses = [m.end() for m in _CLAUSE.finditer(page.folded, *span)]
        starts = [
            clauses[n - 1] if (n := bisect_left(clauses, t.span.start + 1)) else 0 for t in times
        ]
        bounds = [span.start, *starts[1:], span.end]
        parts = [Span(*pair) for pair in pairwise(bounds)]
        own_clause = starts == sorted(set(starts))
        if own_clause and all(_DONE.search(page.without_times(part)) for part in parts):
            trimmed = (_without_comma(page, part) for part in parts)
            return [_Part(*pair) for pair in zip(trimmed, times, strict=True)]
    return [_Part(span, page.deadline(span))]


def _without_comma(page: TaskPage, part: Span) -> Span:
    start, end = page.trimmed(*part)
    return Span(start, end - (page.folded[end - 1] in "，；"))


def _part(page: TaskPage, part: _Part, before: Responsible) -> Task | None:
    span, time = part
    words, written = page.without_times(span), page.text[slice(*span)]
    due = time is not None and _is_due(page, time)
    if not due and (ALL_BELOW.search(words) or HEADING_BRACKET.search(words)):
        return None
    who = led(words, written)
    if who and page.in_article(span) and not due:
        return None  # an article assigns competences, not tasks
    if not who and time and (due or _DONE.search(words)) and not _is_no_duty(page, time):
        who = subjects(words, written, time.span.end - span.start)
    if who:
        others = helpers(words, written, who.end)
        return _task(span, Responsible(who.lead, others), time)
    if not due or not _DONE.search(words) or page.in_article(span):
        return None
    return _task(span, before if _GOES_ON.match(words) else Responsible(), time)


def _is_due(page: TaskPage, time: TimeExpression) -> bool:
    """Say whether a time is a day by which to act."""
    words = page.folded[slice(*time.span)]
    on = _ON.match(words) and _DONE_THEN.match(page.folded, time.span.end)
    return bool(_DUE.search(words) or on) and not _is_no_duty(page, time)


def _is_no_duty(page: TaskPage, time: TimeExpression) -> bool:
    """Say whether a time is one by which one may act, or tells who had acted, or of a year."""
    start, end = time.span
    return bool(
        _ALLOWED.search(page.folded, max(0, start - 4), start)
        or _WHO_DID.match(page.folded, end)
        or _YEAR_OF.search(page.folded, start, end + 1)
    )


def _task(span: Span, who: Responsible, time: TimeExpression | None) -> Task:
    day, place = (time.resolved, time.span) if time else (None, None)
    return Task(span, who.lead, who.others, day, place)
