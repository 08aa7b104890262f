"""期限: what the law lets a matter take, at most, at least, or on which day."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from gongkai_lint.law.instrument import ALWAYS, InForce
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import COUNT, parse_halves
from gongkai_lint.patterns import compiled

Bound = Literal["max", "min", "exact", "point"]
StepName = Literal[
    "review",
    "sue",
    "sue_after_review",
    "hearing",
    "licence_hearing",
    "hearing_notice",
    "licence_hearing_notice",
    "fine",
    "licence",
    "first_word",
    "press",
    "reply",
    "disclose",
]
Broken = Literal["max", "min", "unit"]
PeriodUnit = Literal["workday", "day", "hour", "month", "year", "date", "times", "percent", "words"]
LIMIT = "◇"
UNIT_WORDS: dict[str, str] = {
    "workday": "个工作日",
    "day": "日",
    "hour": "小时",
    "month": "个月",
    "year": "年",
    "times": "次",
    "percent": "%",
    "words": "字",
}
PERIOD = compiled(
    rf"(?P<amount>{COUNT}+(?:[.．]\d)?)[ 　]*(?:(?P<of>个半?)[ 　]*)?"
    r"(?P<unit>工作日|自然日|日历[日天]|小时|日|天|月(?![0-9一二三四五六七八九十底份初末])|年"
    r"|周(?![年边期围密末岁转一二三四五六日])|星期(?![一二三四五六日天]))(?P<more>半(?![径数价成年]))?"
)
_UNIT_KEYS = {"工作日": "workday", "小时": "hour", "年": "year"}
_UNIT_KEYS |= dict.fromkeys(("日", "天", "自然日", "日历日", "日历天"), "day")
_WEEK = frozenset({"周", "星期"})
# halves in the next smaller unit; a month's half is 15 days, as practice reckons it
_HALVES = {"year": (6, "month"), "month": (15, "day"), "day": (12, "hour")}
_HOURS = {"hour": 1, "day": 24, "month": 720, "year": 8760}
_LONGEST_HOLIDAY = 10
# 20 working days last four weeks; what is called 日 and is more is longer in either reading
_WEEKS = 28
_MONTH = 30


class Period(NamedTuple):
    """One row of the table of statutory periods.

    ``patterns`` recognize the matter in a sentence whose period is replaced by ``◇``; ``context``
    must occur in the paragraph or the title, ``titled`` in the title, ``unless`` must not occur in
    the sentence.
    ``conditional`` says that the law itself writes 一般 or 原则上; ``replaced_by`` is the row that
    took this one's place. A ``point`` is a ``date`` (``month``, ``day``) of every year; what is
    ``exact`` may be neither longer nor shorter, nor be counted in another unit. A ``step`` tells of
    which step of a procedure it is the period, instead of ``patterns``; ``worked`` that the law
    counts its days as working days, so that both units say the same.
    """

    id: str
    matter: str
    bound: Bound
    unit: PeriodUnit
    amount: int | None = None
    month: int | None = None
    day: int | None = None
    patterns: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    conditional: bool = False
    instrument: str = ""
    provision: str = ""
    in_force: InForce = ALWAYS
    replaced_by: str = ""
    source: str = ""
    verified: bool = True
    step: StepName | None = None
    worked: bool = False

    @property
    def limit(self) -> str:
        """The limit in words: ``20个工作日``, ``1月31日``."""
        if self.unit == "date":
            return f"{self.month}月{self.day}日"
        return f"{self.amount}{UNIT_WORDS[self.unit]}"

    def is_replaced_on(self, day: date) -> bool:
        """Say whether another row had taken its place by a day."""
        until = self.in_force.until
        return bool(self.replaced_by) and until is not None and until < day

    def broken_by(self, amount: int, unit: str) -> bool:
        """Say whether a stated period certainly exceeds the maximum or undercuts the minimum."""
        if self.amount is None or self.bound == "point":
            return False
        stated = _range(amount, unit)
        if unit == self.unit and stated is not None:
            return amount > self.amount if self.bound == "max" else amount < self.amount
        limit = _range(self.amount, self.unit)
        if stated is None or limit is None:
            return False
        return stated[0] > limit[1] if self.bound == "max" else stated[1] < limit[0]

    def broken(self, amount: int, unit: str) -> Broken | None:
        """Say how a stated period of its step breaks it: ``max`` is too long, ``min`` too short.

        ``unit`` is another unit of which nobody can say whether it is longer: 60个工作日, 两个月;
        so are ``calendar`` days (自然日) where the law counts working days.
        """
        if self.amount is None:
            return None
        if unit == "calendar":
            return "unit" if self.worked and self.bound == "exact" else self.broken(amount, "day")
        days = {"day", "workday"}
        if self.worked and unit == "month":
            amount, unit = amount * _MONTH, "day"
        if unit == self.unit or (self.worked and {unit, self.unit} <= days):
            longer = amount > (_WEEKS if unit == "day" and self.bound == "max" else self.amount)
            return self._bounded(longer=longer, shorter=amount < self.amount)
        stated, limit = _range(amount, unit), _range(self.amount, self.unit)
        if stated is None or limit is None:
            return None
        longer, shorter = stated[0] > limit[1], stated[1] < limit[0]
        told = self._bounded(longer=longer, shorter=shorter)
        return told or ("unit" if self.bound == "exact" else None)

    def _bounded(self, *, longer: bool, shorter: bool) -> Broken | None:
        if longer and self.bound != "min":
            return "max"
        return "min" if shorter and self.bound != "max" else None

    def concerns(self, sentence: str, places: Iterable[str]) -> bool:
        """Say whether a sentence, its period written ``◇``, speaks of the matter.

        ``places`` are where the context of the matter may stand.
        """
        if not any(compiled(pattern).search(sentence) for pattern in self.patterns):
            return False
        if any(compiled(pattern).search(sentence) for pattern in self.unless):
            return False
        return not self.context or any(
            compiled(pattern).search(place) for place in places for pattern in self.context
        )

    def other_unit(self, amount: int, unit: str) -> bool:
        """Say whether the number is right but 日 stands for 工作日 or the other way round."""
        return amount == self.amount and {unit, self.unit} == {"day", "workday"}


def read_period(words: str) -> tuple[int, str, str] | None:
    """Read the first period of a phrase: its number, its unit, the phrase with ``◇`` for both."""
    found = PERIOD.search(words)
    if found is None:
        return None
    half = "个半" if found["of"] == "个半" or found["more"] else ""
    halves = parse_halves(found["amount"] + half)
    if halves is None:
        return None
    if found["unit"] in _WEEK:
        return halves * 7 // 2, "day", words[: found.start()] + LIMIT + words[found.end() :]
    amount, unit = halves // 2, _UNIT_KEYS.get(found["unit"], "month")
    if halves % 2:
        if unit not in _HALVES:
            return None
        amount, unit = halves * _HALVES[unit][0], _HALVES[unit][1]
    return amount, unit, words[: found.start()] + LIMIT + words[found.end() :]


@lru_cache(maxsize=512)
def _range(amount: int, unit: str) -> tuple[int, int] | None:
    """Give the least and the most hours that a period can last."""
    if unit == "workday":
        days = amount + (amount - 1) // 5 * 2
        return days * 24, (days + 2 + _LONGEST_HOLIDAY) * 24
    if unit in _HOURS:
        hours = amount * _HOURS[unit]
        return hours, hours
    return None
