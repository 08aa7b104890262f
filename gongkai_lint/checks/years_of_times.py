"""How a time lies to the years: over, of a doubtful year or a told one, in a matter of years."""

from datetime import date

from gongkai_lint.memory import latest
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.titled import years_titled

_LATE = 11  # from November on 年底 may be that of the next year
_TITLES = ("title", "issued_text_title")
_FULL = compiled(r"(20\d\d)年(?:(\d{1,2})月)?")
_NEAR = 120  # characters: the sentence before, or half a long one
# 三年行动, 规划, 2026年至2028年: what goes on for years
_FOR_YEARS = compiled(
    r"[二三四五两]年(?!级|[以之]?[前后])[^，。；、《》\n]{0,8}(?:行动|计划|方案|工作)|规划(?:纲要)?(?:》|的通知)?$"
)
_RANGE = compiled(r"20\d\d[ ]?年?[ ]?(?:[—－~～–-]{1,2}|[至到])[ ]?(?P<last>20\d\d)")
_TIME_OF_YEARS = compiled(r"[用争][^，。；\n]{0,4}[二三四五两]年(?:左右)?的?时间")
_PLAN_NAMED = compiled(r"《[^《》\n]*[二三四五两]年[^《》\n]{0,8}(?:行动|计划|方案)[^《》\n]*》")
_NAMED = compiled(r"《[^《》\n]*》?(?:[（(][^（）()\n]*[）)])?")  # others' plans
_LEAD = 200  # what the first paragraph says of the whole


def doubts_year(document: Document, time: TimeExpression) -> bool:
    """Say whether the missing year of a time can be read in two ways."""
    issued, due = document.date_of_issue, time.resolved
    annual = "annual" in document.traits
    if issued and due and (due < issued or (due.year > issued.year and not annual)):
        return True
    late = issued is not None and issued.month >= _LATE
    return late and "月" not in document.words(time.span) and not annual


def is_told_year(document: Document, time: TimeExpression) -> bool:
    """Say whether a year named before it is that of a day to come, not before the one named."""
    line = document.paragraph_span(document.paragraph_at(time.span.start))
    near = max(line.start, time.span.start - _NEAR)
    told = list(_FULL.finditer(document.text, near, time.span.start))
    if not told or not time.resolved:
        return False
    issued = document.date_of_issue or date.min
    year, month = int(told[-1][1]), int(told[-1][2] or 1)
    return (year, time.resolved.month) >= max((year, month), (issued.year, issued.month))


def goes_on_for_years(document: Document, time: TimeExpression) -> bool:
    """Say whether the matter lasts for years, by the title or by what opens the text."""
    titles = [document.words(e.span) for k in _TITLES for e in document.of(k)]
    if any(_FOR_YEARS.search(title) or _RANGE.search(title) for title in titles):
        return True
    near = max(document.sentence(time.span).start, time.span.start - _NEAR)
    if _PLAN_NAMED.search(document.text, near, time.span.start):
        return True
    opened = [e.span.start for kind in ("body", "issued_text") for e in document.of(kind)[:1]]
    issued = document.date_of_issue
    for start in () if "annual" in document.traits else opened:
        lead = _NAMED.sub("", document.text[start : min(start + _LEAD, time.span.start)])
        found = _RANGE.search(lead)
        if found and issued and int(found["last"]) > issued.year:
            return True
        if _TIME_OF_YEARS.search(lead):
            return True
    return False


def is_past(document: Document, time: TimeExpression) -> bool:
    """Say whether a time is over on the date of issue."""
    issued, day = document.date_of_issue, time.resolved
    if issued is None or day is None:
        return False
    if time.role == "effective" and "日" not in document.words(time.span):  # a month, not its first
        return (day.year, day.month) < (issued.year, issued.month)
    return day < issued


@latest  # each of its times asks the same of all of them
def is_all_too_early(document: Document) -> bool:
    """Say whether all days of a text lie before the one year that its titles name."""
    titled = years_titled(document)
    days = [time.resolved for time in document.deadlines if time.resolved]
    if len(titled) != 1 or len(days) < 2:  # noqa: PLR2004 (one alone may be told of the past)
        return False
    return max(days).year < int(min(titled))
