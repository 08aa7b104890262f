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
    "aim_or_matter_to_come",
)
# sources, compiled where they are asked: few texts ask most of them
_MATTER = r"20\d\d年度?(?:全[省市县区镇乡]|[省市县区镇乡]级)?(?P<matter>[一-鿿]{2})"
_HEAD = 20  # characters before a year that say what is done: 现组织开展
_BEGINS = frozenset("\n 　。；，、")
_AIM = (
    r"[^，。；：\n]{0,24}(?:指导思想|总体要求|总的要求|(?:总体|基本|工作)思路|目标任务"
    r"|(?:主要|总体|工作|奋斗)目标|(?:工作|任务)重点|重点(?:工作|任务))[是为：，]"
)
_TITLED = r"20\d\d年度?(?P<matter>[^》\n]{4,30}?)(?:工作|活动)?(?:的|》|$)"
_TO_COME = (
    r"(?:工作|活动)?(?:申报|报名|推荐|评审|评选)?(?:工作|时间)?"
    r"(?:(?P<now>[，。：])|将|拟|定于|即日|(?:[于自从为]|时间)(?P<year>20\d\d))"
)
_HELD_NOW = r"(?:现|决定|定于|拟|将)[^，。；\n]{0,8}(?:开展|举办|组织|做好|启动|推进|进行|召开)$"
_NAMED = r"(?:19|20)\d{2}\s*年|[一二][○〇零九]\S{2}年"
_DAY = r"\d{1,2}月(?:\d{1,2}日|[上中下]旬)"
_AGO = r"去年|上年|前年|[今本]年(?:初|[年以]?来)|年初|此前|以前"
_FULL = r"(20\d\d)年(?:(\d{1,2})月)?(?:(\d{1,2})日)?"
_LAST = 31
_HOURS = "[\\d一二三四五六七八九十]+个?小时"
_DATED = r"(20\d\d)年\d{1,2}月"
_OCCASION = "部署|精神|要求|会议"
_TOLD = compiled(r"20\d\d")


def year_named(spot: Spot) -> bool:
    """The sentence names a year."""
    return compiled(_NAMED).search(spot.reading.text, *spot.sentence.span) is not None


def past_day_named(spot: Spot) -> bool:
    """The sentence names a day, a month or a year that was over when the document was issued."""
    issued = spot.document.date_of_issue
    words = spot.reading.text[slice(*spot.sentence.span)]
    if compiled(_AGO).search(words):
        return True
    told = (
        (int(f[1]), int(f[2] or _LAST), int(f[3] or _LAST)) for f in compiled(_FULL).finditer(words)
    )
    return issued is not None and any(day < (issued.year, issued.month, issued.day) for day in told)


def day_named(spot: Spot) -> bool:
    """The sentence names a day, or a third of a month."""
    return compiled(_DAY).search(spot.reading.text, *spot.sentence.span) is not None


def hours_named(spot: Spot) -> bool:
    """The sentence tells a number of hours."""
    return compiled(_HOURS).search(spot.reading.text, *spot.sentence.span) is not None


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
    told = compiled(_DATED).findall(spot.reading.text, *spot.sentence.span)
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
    here = compiled(_MATTER).match(spot.reading.text, spot.term.start)
    titles = (*document.of("title"), *document.of("issued_text_title"))
    return here is not None and any(
        found["matter"] == here["matter"]
        for title in titles
        for found in compiled(_MATTER).finditer(document.text, *title.span)
    )


def aim_or_matter_to_come(spot: Spot) -> bool:
    """It tells the aims of that year, or the matter of the title as what is to come."""
    return _aim_follows(spot) or _matter_to_come(spot)


def _aim_follows(spot: Spot) -> bool:
    """Say whether a line that names no other year tells aims: 2025年工作的总体要求是…."""
    text, (start, end) = spot.reading.text, spot.term.span
    if text[start - 1 : start] not in _BEGINS or not compiled(_AIM).match(text, end):
        return False
    line = spot.document.paragraph_span(spot.document.paragraph_at(start))
    return set(YEAR.findall(text, *line)) == {_year(spot)}


def _matter_to_come(spot: Spot) -> bool:
    """Say whether the title's matter is told as what is to come: 2025年度评选定于5月启动.

    What is over (2025年度评选已结束), its results and who took part are something else.
    """
    text, document = spot.reading.text, spot.document
    begin = spot.term.end + text.startswith("度", spot.term.end)
    titles = (*document.of("title"), *document.of("issued_text_title"))
    matters = (
        found["matter"]
        for title in titles
        for found in compiled(_TITLED).finditer(document.text, *title.span)
    )
    matter = next((one for one in matters if text.startswith(one, begin)), None)
    told = matter and compiled(_TO_COME).match(text, begin + len(matter))
    if not told:
        return False
    if told["now"]:
        before = max(0, spot.term.start - _HEAD)
        return bool(compiled(_HELD_NOW).search(text, before, spot.term.start))
    return not told["year"] or told["year"] > _year(spot)


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
    return compiled(_OCCASION).search(spot.reading.text, spot.term.end, spot.clause.end) is not None


def _year(spot: Spot) -> str:
    """Give the first year that it tells: 2023年, 申报时间：2023年."""
    found = _TOLD.search(spot.words(spot.term))
    return found[0] if found else ""
