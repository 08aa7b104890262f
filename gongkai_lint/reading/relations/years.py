"""The years that a text and its title name."""

from gongkai_lint.model.span import Span
from gongkai_lint.model.table import header_of
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import MUST
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.titled import YEAR, years_titled

UNREAD = (
    "other_year_than_title",
    "earlier_year_than_title",
    "long_before_title",
    "heads_other_year",
    "year_over",
    "matter_of_title",
)
_MATTER = compiled(r"20\d\d年度?(?:全[省市县区镇乡]|[省市县区镇乡]级)?(?P<matter>[一-鿿]{2})")
_NAMED = compiled(r"(?:19|20)\d{2}\s*年|[一二][○〇零九]\S{2}年")
_DAY = compiled(r"\d{1,2}月(?:\d{1,2}日|[上中下]旬)")
_AGO = compiled(r"去年|上年|前年|[今本]年(?:初|[年以]?来)|年初|此前|以前")
_FULL = compiled(r"(20\d\d)年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_LAST = 31
_HOURS = compiled("[\\d一二三四五六七八九十]+个?小时")
_DATED = compiled(r"(20\d\d)年\d{1,2}月")
_OCCASION = compiled("部署|精神|要求|会议")
_TOLD = compiled(r"20\d\d")


def year_named(spot: Spot) -> bool:
    """The sentence names a year."""
    return _NAMED.search(spot.reading.text, *spot.sentence.span) is not None


def past_day_named(spot: Spot) -> bool:
    """The sentence names a day, a month or a year that was over when the document was issued."""
    issued = spot.document.date_of_issue
    words = spot.reading.text[slice(*spot.sentence.span)]
    if _AGO.search(words):
        return True
    told = ((int(f[1]), int(f[2] or _LAST), int(f[3] or _LAST)) for f in _FULL.finditer(words))
    return issued is not None and any(day < (issued.year, issued.month, issued.day) for day in told)


def day_named(spot: Spot) -> bool:
    """The sentence names a day, or a third of a month."""
    return _DAY.search(spot.reading.text, *spot.sentence.span) is not None


def hours_named(spot: Spot) -> bool:
    """The sentence tells a number of hours."""
    return _HOURS.search(spot.reading.text, *spot.sentence.span) is not None


def other_year_than_title(spot: Spot) -> bool:
    """The titles name one year, and it is another one."""
    years = years_titled(spot.document)
    return len(years) == 1 and _year(spot) not in years


def earlier_year_than_title(spot: Spot) -> bool:
    """The titles name one year, and it is an earlier one."""
    years = years_titled(spot.document)
    return len(years) == 1 and _year(spot) < min(years)


def long_before_title(spot: Spot) -> bool:
    """The titles name one year, and it is earlier than the year before that."""
    years = years_titled(spot.document)
    return len(years) == 1 and int(_year(spot)) + 1 < int(min(years))


def earlier_than_its_days(spot: Spot) -> bool:
    """The days told in its sentence are all of later years: “2025…”行动 from 2026年7月1日."""
    told = _DATED.findall(spot.reading.text, *spot.sentence.span)
    return bool(told) and _year(spot) < min(told)


def heads_other_year(spot: Spot) -> bool:
    """A table's head names it alone; the line above the table names one year, and another."""
    document, place = spot.document, Span(spot.term.start, spot.term.end)
    if not document.is_tabled(place):
        return False
    table = next(table for table in document.tables if table.span.overlaps(place))
    head = [cell.span for cell in header_of(table)]
    line = document.paragraph_span(max(0, document.paragraph_at(table.span.start) - 1))
    first = {year for span in head for year in YEAR.findall(document.words(span))}
    above = set(YEAR.findall(document.words(line)))
    return (
        any(span.covers(place) for span in head)
        and len(first) == len(above) == 1
        and first != above
    )


def year_over(spot: Spot) -> bool:
    """It is over on the day of issue."""
    issued = spot.document.date_of_issue
    return issued is not None and int(_year(spot)) < issued.year


def matter_of_title(spot: Spot) -> bool:
    """Behind the year stands what stands behind it in a title: 2024年清明节, 2026年清明祭扫."""
    document = spot.document
    here = _MATTER.match(spot.reading.text, spot.term.start)
    titles = (*document.of("title"), *document.of("issued_text_title"))
    return here is not None and any(
        found["matter"] == here["matter"]
        for title in titles
        for found in _MATTER.finditer(document.text, *title.span)
    )


def another_year_behind(spot: Spot) -> bool:
    """Behind it the sentence names another year."""
    behind = YEAR.findall(spot.reading.text, spot.term.end, spot.sentence.end)
    return any(year != _year(spot) for year in behind)


def opens_clause(spot: Spot) -> bool:
    """It is what its clause begins with."""
    return not spot.reading.text[spot.clause.start : spot.term.start].strip(" \u3000")


def duty_follows(spot: Spot) -> bool:
    """Something must be done, in its clause or the next."""
    clauses = spot.sentence.clauses
    at = clauses.index(spot.clause)
    return any(clause.first({MUST}, spot.term.end) for clause in clauses[at : at + 2])


def year_of_occasion(spot: Spot) -> bool:
    """It is the year of a meeting or of what was asked there: 2023年全国会议精神."""
    return _OCCASION.search(spot.reading.text, spot.term.end, spot.clause.end) is not None


def _year(spot: Spot) -> str:
    """Give the first year that it tells: 2023年, 申报时间：2023年."""
    found = _TOLD.search(spot.words(spot.term))
    return found[0] if found else ""
