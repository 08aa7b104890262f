"""Inputs that failed once, some of each kind, and the hostile ones that are cheap to make."""

import gc
import re
from collections.abc import Iterator

import pytest

from gongkai_lint.api import lint_bytes
from tests.fuzz.hostile import HOSTILE
from tests.fuzz.judge import OVER, request, trouble, trouble_of
from tests.fuzz.mutate import KINDS

# The seeds that the runs found, each with what was wrong; the makers may not change without them.
PAST = (
    ("pdf", 7),  # a page that cannot be loaded
    ("pdf", 10),
    ("pdf", 19),
    ("pdf", 21),
    ("pdf", 27),
    ("pdf", 25),  # not one paragraph
    ("rule", 3112),  # a list in front of a colon
    ("text", 7744),  # the day of printing with a number of ten digits
    ("docx", 10274),  # a directory that names a place behind the end
)
# What reads a hundred thousand paragraphs or millions of bytes is left to `tests.fuzz.hostile`.
_CHEAP = re.compile(
    "样式链|深嵌套|长数字|部件多|跨行|名单|引用|百万|文字块|内嵌|展开|长横线|属性|没写完"
)


@pytest.fixture(autouse=True, scope="module")
def _own_garbage() -> Iterator[None]:
    """Let the seconds not hold the search for garbage in what thousands of tests left behind."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize(("kind", "seed"), PAST)
def test_what_failed_once_does_not_fail_again(kind: str, seed: int) -> None:
    assert trouble(kind, seed) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_some_inputs_of_each_kind_are_judged_without_trouble(kind: str) -> None:
    assert [trouble(kind, seed) for seed in range(1000, 1008)] == [""] * 8


@pytest.mark.parametrize("one", [h for h in HOSTILE if _CHEAP.search(h.name)], ids=lambda h: h.name)
def test_a_hostile_file_is_read_or_refused_in_time(one: object) -> None:
    name, make = one  # type: ignore[misc]
    kind, data = name.rpartition(".")[2], make()  # type: ignore[has-type]
    told = trouble_of(kind, name, data)  # type: ignore[has-type]
    if told == OVER:  # a neighbour on the machine's core doubles the seconds of the processor
        told = trouble_of(kind, name, data)  # type: ignore[has-type]
    assert told == ""


def test_the_findings_of_one_rule_have_an_end_and_say_so() -> None:
    text = "关于做好工作的通知\n" + "云政发[2024]3号，见云政发[2024]4号。\n" * 1500
    report = lint_bytes(text.encode(), "稿.txt", request())
    counts: dict[str, int] = {}
    for finding in report.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    assert max(counts.values()) == 1000
    assert any("后面的没有列出" in finding.message for finding in report.findings)
