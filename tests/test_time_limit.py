"""No document holds up the others, however it does it."""

import gc
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.api import Request, load_ruleset
from gongkai_lint.batch import Desk, Input, Job
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.time_limit import OverTimeError, limited


def test_a_search_without_end_is_ended() -> None:
    begun = time.monotonic()
    with pytest.raises(OverTimeError), limited(0.2):
        re.search("(a+)+b", "a" * 60)
    assert time.monotonic() - begun < 20


def test_what_ends_in_time_is_not_disturbed() -> None:
    with limited(0.05):
        pass
    time.sleep(0.1)


@pytest.fixture
def _no_callbacks() -> Iterator[None]:
    """Take the collector's callbacks away: what an alarm raises in one of them is dropped."""
    kept = [*gc.callbacks]
    gc.callbacks.clear()
    yield
    gc.callbacks.extend(kept)


@pytest.mark.usefixtures("_no_callbacks")
def test_a_document_that_takes_too_long_is_told_and_the_next_is_judged(tmp_path: Path) -> None:
    slow, good = tmp_path / "慢.txt", tmp_path / "好.txt"
    slow.write_text("关于做好工作的通知\n" + "做好工作。\n" * 20_000, encoding="utf-8")
    good.write_text("关于做好工作的通知\n", encoding="utf-8")
    request = Request(load_ruleset(), date(2026, 12, 1))
    desk = Desk((request,), ((lambda report: Piece(str(report.failures)),),), seconds=0.01)
    (judged,) = desk.judge(Job(Input(str(slow)), 0))
    assert "已放弃这个文件" in judged.pieces[0].text
    assert judged.tally.failed == 1
    (judged,) = desk._replace(seconds=60.0).judge(Job(Input(str(good)), 0))
    assert judged.tally.failed == 0


def test_a_ring_that_python_drops_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    dropped: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", dropped.append)

    class Deaf:
        def __del__(self) -> None:
            time.sleep(0.3)  # the first ring falls in here, where exceptions go nowhere

    begun = time.monotonic()
    with pytest.raises(OverTimeError), limited(0.1):
        time.sleep(20 * (Deaf() is not None))
    assert len(dropped) == 1
    assert time.monotonic() - begun < 15
