from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.checks.special.length import Length
from gongkai_lint.law.instrument import InForce
from gongkai_lint.law.period import Period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View

SINCE = InForce(date(2024, 8, 6))
LAW = LawTables(periods=(Period("DL42b", "篇幅", "max", "words", 40, in_force=SINCE),))
BODY = "各单位要全面排查消防隐患，建立台账。\n各单位要全面排查消防隐患，建立台账。\n"
Look = Callable[..., list[Match]]


@pytest.fixture
def told(notice: Callable[..., Document], view: Callable[..., View]) -> Look:
    def look(body: str, check: Length, as_of: date = date(2024, 9, 2), **parts: str) -> list[Match]:
        shown = view(notice(body, **parts), "body", "issued_text", as_of=as_of)
        return list(check.matches(shown._replace(law=LAW)))

    return look


def test_a_text_over_the_limit_is_reported_at_its_title(told: Look) -> None:
    [match] = told(f"{BODY}请认真落实。", Length("DL42b"))
    assert match.span.start == 0
    assert match.captures == (("count", "42"), ("limit", "40字"))


def test_blanks_are_not_counted(told: Look) -> None:
    assert told(f"{BODY}请　落　实。", Length("DL42b")) == []


def test_what_is_no_part_of_the_text_is_not_counted(told: Look) -> None:
    behind = f"附件\n消防检查表\n{BODY}"
    assert told(f"{BODY}附件：消防检查表", Length("DL42b"), behind=behind) == []


def test_a_limit_holds_from_its_first_day_on(told: Look) -> None:
    assert told(f"{BODY}请认真落实。", Length("DL42b"), as_of=date(2024, 8, 5)) == []
    assert told(f"{BODY}请认真落实。", Length("DL99")) == []
