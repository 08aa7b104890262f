"""The year of a calendar expression that names none: 今年, 下月5日, 12月底前."""

from datetime import date, timedelta

from gongkai_lint.structure.times.calendar_words import CalendarWords
from gongkai_lint.structure.times.roles import Context

# Within two months before the date of issue a day without a year is told as over, not set.
_SHORTLY = timedelta(days=60)
_MONTHS = 12


def with_month(context: Context, words: CalendarWords | None) -> CalendarWords | None:
    """Give 本月11日 and 下月5日 their month; they say their year as 今年 and 明年 do."""
    if words is None or words.grain != "near_day":
        return words
    if context.issued is None:
        return None
    months = context.issued.month - 1 + (words.year_word == "下")
    word = "明" if months >= _MONTHS else "今"
    return words._replace(grain="day", month=months % _MONTHS + 1, year_word=word)


def year_of(context: Context, words: CalendarWords) -> int | None:
    """Give the year that is named or meant, None where nothing tells it."""
    if words.explicit:
        return words.year
    issued = context.issued
    if issued and words.year_word in {"今", "明", "次", "翌"}:
        return issued.year + (words.year_word != "今")
    return context.year_for(words.span, words.month, words.day or 31)


def is_of_each(context: Context, words: CalendarWords) -> bool:
    """Say whether 当年 means that of each case: no year is named that it could mean."""
    dated = words.grain in {"day", "month", "month_end", "part"}
    return words.year_word == "当" and dated and not context.names_year(words.span)


def is_just_past(context: Context, words: CalendarWords) -> bool:
    """Say whether a day without a year lies shortly before the date of issue."""
    if words.explicit or words.year_word or context.issued is None:
        return False
    day = words.last(context.issued.year)
    return day is not None and timedelta(0) < context.issued - day <= _SHORTLY


def is_ahead(context: Context, day: date | None) -> bool:
    """Say whether a day lies after the date of issue (or no date of issue is known)."""
    return day is not None and (context.issued is None or day > context.issued)


def running_year(context: Context, last: CalendarWords, year: int | None) -> int | None:
    """Give the year of a range: the year of issue, where the range has begun and not ended."""
    issued = context.issued
    if issued is None or last.explicit or year != issued.year + 1:
        return year
    end = last.last(issued.year)
    return issued.year if end and end >= issued else year
