"""What holds for every draft: fixed is fixed, and no way of writing it changes the findings."""

import os
import subprocess
import sys
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.batch import Desk, Input, Job, judge_all
from gongkai_lint.engine.baseline import see
from gongkai_lint.model.baseline import Baseline
from gongkai_lint.model.finding import Report
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.revise import Wish, revise
from gongkai_lint.text import FILE_LINE_END
from tests.fuzz.hostile import docx, paragraph
from tests.fuzz.mutate import text

DAY = date(2026, 12, 1)
WISH = Wish(datetime(2026, 12, 1, 12))  # noqa: DTZ001 (the time on the wall)
# the same drafts each time: a gate that fails one day in ten says nothing of the change before it
few = settings(max_examples=25, deadline=None, derandomize=True)
Told = list[tuple[str, str, int, int]]


@cache
def request() -> Request:
    return Request(load_ruleset(), DAY)


def _draft(seed: int) -> str:
    """Give a draft with odd places, of lines that end alike."""
    data = text(Random(f"property/{seed}"))[1]  # noqa: S311 (a seed, no secret)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            words = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return FILE_LINE_END.sub("\n", words).replace("\ufffe", "").replace("\0", "")
    return "关于做好工作的通知\n"


def _told(report: Report) -> Told:
    return [(f.rule, f.message, *f.span) for f in report.findings]


seeds = st.integers(0, 10_000)


@few
@given(seeds)
def test_what_is_fixed_stays_fixed(seed: int) -> None:
    once = revise(_draft(seed).encode(), "稿.txt", request(), WISH)
    again = revise(once.data, "稿.txt", request(), WISH)
    assert not again.made
    assert again.data == once.data


@few
@given(seeds)
def test_fixing_touches_no_other_line(seed: int) -> None:
    before = _draft(seed)
    done = revise(before.encode(), "稿.txt", request(), WISH)
    edits = {edit.span.start for repair in done.made for edit in repair.edits}
    lines = {before.count("\n", 0, at) for at in edits}
    after = done.data.decode().split("\n")
    kept = [line for n, line in enumerate(before.split("\n")) if n not in lines]
    rest = iter(after)
    assert all(line in rest for line in kept)  # in the same order


@few
@given(seeds, st.sampled_from(["\r\n", "\r"]))
def test_line_ends_change_nothing(seed: int, end: str) -> None:
    words = _draft(seed)
    plain = lint_bytes(words.encode(), "稿.txt", request())
    other = lint_bytes(words.replace("\n", end).encode(), "稿.txt", request())
    assert _told(plain) == _told(other)


@few
@given(seeds, st.sampled_from(["utf-8-sig", "utf-16"]))
def test_the_encoding_changes_nothing(seed: int, encoding: str) -> None:
    words = _draft(seed)
    plain = lint_bytes(words.encode(), "稿.txt", request())
    assert _told(plain) == _told(lint_bytes(words.encode(encoding), "稿.txt", request()))


@few
@given(seeds)
def test_the_same_words_in_word_are_the_same_document(seed: int) -> None:
    lines = [line for line in _draft(seed).split("\n") if line.isprintable()]
    lines = [line for line in lines if line and not set(line) & set("<>&")]
    lines = [line for line in lines if line == line.strip()]
    lines = [line for line in lines if "data:" not in line]  # a picture in a Markdown text
    plain = lint_bytes("\n".join(lines).encode(), "稿.txt", request()).document
    body = "".join(map(paragraph, lines))
    word = lint_bytes(docx(body), "稿.docx", request()).document
    assert plain
    assert word
    assert word.text == plain.text
    assert word.elements == plain.elements
    assert word.deadlines == plain.deadlines


def _show(report: Report) -> Piece[tuple[str, str, int, int]]:
    return Piece("", tuple(_told(report)))


@pytest.mark.parametrize("workers", [1, 2])
def test_order_and_number_of_processes_change_nothing(tmp_path: Path, workers: int) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_bytes(_draft(number).encode())
    desk = Desk((request(),), ((partial(_show),),))
    alone = {str(p): tuple(_told(lint_bytes(p.read_bytes(), str(p), request()))) for p in paths}
    jobs = [Job(Input(str(path)), 0) for path in reversed(paths)]
    together = {done.job.input.path: done.pieces[0].kept for done in judge_all(jobs, desk, workers)}
    assert together == alone


_HASHES = """
import sys
from datetime import date
from pathlib import Path
from gongkai_lint.api import Request, lint_path, load_ruleset
request = Request(load_ruleset(), date(2026, 12, 1))
for path in sorted(Path(sys.argv[1]).iterdir()):
    report = lint_path(path, request)
    print(report.findings, report.outcomes, report.document.elements)
"""


def test_the_seed_of_hashes_changes_nothing(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(_draft(number), "utf-8")
    said = {
        subprocess.run(
            [sys.executable, "-c", _HASHES, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "20261201")
    }
    assert len(said) == 1


def _known(words: str) -> Baseline:
    """Take everything that is found in a text as known."""
    report = lint_bytes(words.encode(), "稿.txt", request())
    assert report.document
    seen = see(report.document, report.findings, ())
    return Baseline("基线.json", ".", {"稿.txt": seen.recorded})


@few
@given(seeds)
def test_nothing_that_is_known_is_fixed(seed: int) -> None:
    words = _draft(seed)
    known = request()._replace(baseline=_known(words))
    assert revise(words.encode(), "稿.txt", known, WISH).data == words.encode()


@few
@given(seeds)
def test_what_a_fix_leaves_and_a_baseline_knows_is_not_told(seed: int) -> None:
    words = _draft(seed)
    fixed = revise(words.encode(), "稿.txt", request(), WISH).data
    left = lint_bytes(fixed, "稿.txt", request())
    known = request()._replace(baseline=_known(fixed.decode()))
    assert not lint_bytes(fixed, "稿.txt", known).findings
    assert revise(fixed, "稿.txt", known, WISH).data == fixed
    before = request()._replace(baseline=_known(words))
    new = {f.fingerprint for f in lint_bytes(fixed, "稿.txt", before).findings}
    assert new <= {f.fingerprint for f in left.findings}


@few
@given(seeds)
def test_what_is_remarked_is_not_fixed_and_the_rest_is(seed: int) -> None:
    words = _draft(seed)
    made = revise(words.encode(), "稿.txt", request(), WISH).made
    rules = sorted({repair.rule for repair in made})
    for rule in rules[:2]:
        remark = Suppression(rule, "照录原件", file="gongkai-lint.toml")
        without = request()._replace(suppressions=(remark,))
        kept = {r.rule for r in revise(words.encode(), "稿.txt", without, WISH).made}
        assert rule not in kept
        alone = Request(load_ruleset().select((rule,), ()), DAY)
        after = revise(words.encode(), "稿.txt", without, WISH).data
        assert revise(after, "稿.txt", alone, WISH).made
