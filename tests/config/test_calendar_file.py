"""An office's record of a new arrangement of days off."""

from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.config.calendar_file import load_calendar
from gongkai_lint.config.load import load_config
from gongkai_lint.errors import UsageError
from gongkai_lint.law.calendar import Calendar
from gongkai_lint.policy import calendar_of

LINES = """\
# 2027年放假安排
公布 2026-11-05
2026-12-27 班
2027-01-01至2027-01-03 休
2027年2月5日至2027年2月12日 放假  # 春节
2027/2/20 上班
"""
EVENTS = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270205
DTEND;VALUE=DATE:20270213
SUMMARY:春节 假
 期
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270220
SUMMARY:春节（班）
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270306
SUMMARY:惊蛰
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def write(tmp_path: Path) -> Path:
    return tmp_path / "放假安排.txt"


def test_each_line_is_a_day_or_a_stretch(write: Path) -> None:
    write.write_text(LINES, encoding="utf-8")
    (notice,) = load_calendar(write)
    assert (notice.year, notice.announced) == (2027, date(2026, 11, 5))
    days = dict(notice.days)
    assert len(days) == 1 + 3 + 8 + 1
    assert days[date(2026, 12, 27)]
    assert days[date(2027, 2, 20)]
    assert not days[date(2027, 1, 3)]
    assert not days[date(2027, 2, 12)]


def test_an_icalendar_file_tells_its_holidays_and_worked_days(write: Path) -> None:
    write.write_bytes(EVENTS.replace("\n", "\r\n").encode())
    (notice,) = load_calendar(write)
    days = dict(notice.days)
    assert (len(days), days[date(2027, 2, 12)], days[date(2027, 2, 20)]) == (9, False, True)
    assert date(2027, 3, 6) not in days


def test_the_configuration_names_the_file(tmp_path: Path, write: Path) -> None:
    write.write_text(LINES, encoding="utf-8")
    config = tmp_path / "gongkai-lint.toml"
    config.write_text('calendar = "放假安排.txt"', encoding="utf-8")
    own = calendar_of(load_config(config).settings)
    assert own.state(date(2027, 7, 13)) == "working"
    assert Calendar().state(date(2027, 7, 13)) == "unannounced"


def test_every_line_that_cannot_be_read_is_told(write: Path) -> None:
    write.write_text(
        "2027-01-01\n2027-02-30 休\n2027-03-01至2028-03-01 休\n明天 班\n2027-01-02 休\n",
        encoding="utf-8",
    )
    with pytest.raises(UsageError) as caught:
        load_calendar(write)
    told = str(caught.value).splitlines()
    assert [line.partition("第 ")[2][:1] for line in told] == ["1", "2", "3", "4"]
    assert all("放假安排.txt" in line and "一行写一天" in line for line in told)


@pytest.mark.parametrize("text", ["", "# 还没有公布\n", "BEGIN:VEVENT\nSUMMARY:惊蛰\nEND:VEVENT\n"])
def test_a_file_without_a_day_is_told(write: Path, text: str) -> None:
    write.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="没有一天写明"):
        load_calendar(write)


def test_a_missing_file_and_one_in_another_encoding_are_told(write: Path) -> None:
    with pytest.raises(UsageError, match="不存在"):
        load_calendar(write)
    write.write_bytes("2027-01-01 休".encode("gb18030"))
    with pytest.raises(UsageError, match="UTF-8"):
        load_calendar(write)
