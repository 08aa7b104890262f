"""The table of arranged days says what chinesecalendar says."""

from gongkai_lint.law.arranged import OFF, WORKED
from tests.law.arranged import deviations


def test_the_days_are_those_of_chinesecalendar() -> None:
    assert deviations() == (OFF, WORKED)
