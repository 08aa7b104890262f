"""The numerals of the date of issue."""

from collections.abc import Iterator
from datetime import date

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import chinese_numeral, chinese_year, parse_number
from gongkai_lint.patterns import compiled

_CHINESE = r"[〇○◯零ＯOoО一二三四五六七八九十]"
_WITH_WORDS = compiled(
    rf"(?P<year>\d+|{_CHINESE}+)年(?P<month>\d+|{_CHINESE}+)月(?:(?P<day>\d+|{_CHINESE}+)日)?"
)
_WITH_SIGNS = compiled(
    r"(?P<year>\d{4})(?P<sign>[-./．—])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
)
_IDLE = compiled(r"\s+")
_MORE_ON_THE_LINE = compiled(r"[\d:：|｜]")


class _Parts(NamedTuple):
    year: str
    month: str
    day: str
    signs: bool


class DateNumerals(NamedTuple):
    """Report an element that writes its date otherwise than its time asks.

    From ``arabic_since`` on Arabic numerals without leading zeros, before that Chinese numerals.
    Cases: ``era``, ``old``, ``padded``, ``signs``, ``short_year``, ``incomplete``. White space
    does not count; a date that lost characters is left to others, as are documents issued by an
    organ that matches ``not_by``.
    """

    elements: tuple[ElementKind, ...]
    arabic_since: date
    not_by: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each date in the wrong numerals, with the right ones where they are certain."""
        names = [e.span for e in view.document.of("issuing_authority")]
        if any(p.occurs(view.document.text, name) for p in self.not_by for name in names):
            return
        arabic = view.as_of >= self.arabic_since
        for element in (e for kind in self.elements for e in view.document.of(kind)):
            parts = _read(view.document.words(element.span))
            if parts is None or not _alone(view.document, element.span):
                continue
            case = _case(parts, arabic=arabic)
            if case:
                right = _write(parts, arabic=arabic)
                words = (("right", right or ""),)
                edits = (Edit(element.span, right),) if right else ()
                yield Match(element.span, words, case=case, edits=edits)

    def history(self, _law: LawTables) -> tuple[str, ...]:
        """Say by which days it judges."""
        return (f"{self.arabic_since} 起写阿拉伯数字，以前写汉字。",)


def _read(words: str) -> _Parts | None:
    plain = _IDLE.sub("", words)
    found = _WITH_WORDS.fullmatch(plain)
    signs = _WITH_SIGNS.fullmatch(plain)
    if found:
        return _Parts(found["year"], found["month"], found["day"] or "", signs=False)
    return _Parts(signs["year"], signs["month"], signs["day"], signs=True) if signs else None


def _alone(document: Document, span: Span) -> bool:
    line = document.paragraph_span(document.paragraph_at(span.start))
    rest = document.text[line.start : span.start] + document.text[span.end : line.end]
    return not _MORE_ON_THE_LINE.search(rest)


def _case(parts: _Parts, *, arabic: bool) -> str:
    written = (parts.year, parts.month, parts.day)
    if not parts.day:
        return "incomplete"
    if parts.signs:
        return "signs"
    if len(parts.year) == 2:  # noqa: PLR2004 (a year of two digits)
        return "short_year"
    if arabic and not all(part.isdecimal() for part in written):
        return "era"
    if not arabic and any(part.isdecimal() for part in written):
        return "old"
    padded = any(part.startswith(("0", "０")) for part in (parts.month, parts.day))
    return "padded" if arabic and padded else ""


def _write(parts: _Parts, *, arabic: bool) -> str | None:
    year, month, day = (parse_number(part) for part in parts[:3])
    try:
        date(year or 0, month or 0, day or 0)
    except ValueError:
        return None
    if year is None or month is None or day is None or len(parts.year) != 4:  # noqa: PLR2004
        return None
    if arabic:
        return f"{year}年{month}月{day}日"
    return f"{chinese_year(year)}年{chinese_numeral(month)}月{chinese_numeral(day)}日"


KIND = Kind(
    DateNumerals,
    "日期的数字写法",
    tells=("era", "old", "padded", "signs", "short_year", "incomplete"),
    words=("right",),
)
