"""Worker processes: what they say, and what is said of them."""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest

from gongkai_lint.errors import UsageError
from gongkai_lint.pool import NOTHING, Beat, Pool, WornOutError


def _square(task: int, refused: Mapping[int, str], beat: Beat) -> tuple[int, str]:
    """Die at the third document of a task of an odd number, once."""
    for number in range(4):
        beat(number)
        if task % 2 and number == 2 and number not in refused:
            os._exit(9)
    return task * task, "".join(refused.values())


def _complain(_task: int, _refused: Mapping[int, str], _beat: Beat) -> int:
    raise UsageError("不行")


def _die(_task: int, _refused: Mapping[int, str], beat: Beat) -> int:
    beat(NOTHING)
    os._exit(9)


def _sleep(_task: int, _refused: Mapping[int, str], _beat: Beat) -> int:
    time.sleep(600)
    return 0


def test_every_task_is_done_once_whichever_documents_break_a_worker() -> None:
    with closing(Pool(_square, 3, 60.0)) as pool:
        for first in (1, 50):  # the same workers do a second sequence
            done = sorted(pool.results(iter(range(first, first + 20))))
            assert [square for square, _ in done] == [n * n for n in range(first, first + 20)]
            assert [bool(told) for _, told in done] == [
                bool(n % 2) for n in range(first, first + 20)
            ]


def test_what_the_work_says_is_wrong_is_raised() -> None:
    with closing(Pool(_complain, 2, 60.0)) as pool, pytest.raises(UsageError, match="不行"):
        list(pool.results(iter([1, 2])))


def test_workers_that_die_without_a_document_are_given_up() -> None:
    with closing(Pool(_die, 1, 60.0)) as pool, pytest.raises(WornOutError, match="反复退出"):
        list(pool.results(iter([1])))


def test_who_closes_waits_for_nobody() -> None:
    begun = time.monotonic()
    with closing(Pool(_sleep, 2, 600.0)) as pool, pytest.raises(InterruptedError):
        list(pool.results(_interrupted()))
    assert time.monotonic() - begun < 20


def _interrupted() -> Iterator[int]:
    """Give a task to the first worker; the second is never given one."""
    yield 1
    raise InterruptedError
