"""Many documents at once."""

import os
import signal
import time
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.api import Request, load_ruleset
from gongkai_lint.batch import Desk, Input, Job, collect, judge_all
from gongkai_lint.model.finding import Report
from gongkai_lint.reporters.piece import Piece

posix = pytest.mark.skipif(os.name == "nt", reason="只在 POSIX 系统上有这个信号")


def show(report: Report) -> Piece[None]:
    """Kill the worker that shows one file, as the system does without memory; hang at another."""
    if "杀" in report.path and not report.failures:
        os._exit(9)
    while "挂" in report.path and not report.failures:  # as a library's code does: deaf to alarms
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGTERM})
        time.sleep(0.1)
    return Piece(report.failures[0].message if report.failures else "好")


@posix
def test_a_document_that_kills_its_worker_or_hangs_is_a_row_and_the_rest_goes_on(
    tmp_path: Path,
) -> None:
    odd = {3: "杀", 7: "杀", 9: "挂"}
    names = [f"{number:03}{odd.get(number, '')}.txt" for number in range(130)]
    for name in names:
        (tmp_path / name).write_text("通知", "utf-8")
    desk = Desk((Request(load_ruleset(), date(2024, 9, 2)),), ((show,),), seconds=5.0)
    jobs = [Job(Input(str(tmp_path / name)), 0) for name in names]
    judged = list(judge_all(jobs, desk, 2))
    assert [Path(one.job.input.path).name for one in judged] == names
    told = {Path(one.job.input.path).name: one.pieces[0].text for one in judged}
    assert {n for n, text in told.items() if text != "好"} == {
        "003杀.txt",
        "007杀.txt",
        "009挂.txt",
    }
    assert "被系统终止" in told["003杀.txt"]
    assert "5 秒没有结束" in told["009挂.txt"]


def test_a_folder_gives_its_documents_in_order_and_counts_what_it_passes_over(
    tmp_path: Path,
) -> None:
    for name in (
        "乙.txt",
        "甲.docx",
        "子/丙.md",
        ".隐藏.txt",
        "~$甲.docx",
        "表.xlsx",
        "甲_核稿意见.html",
        "甲_批注.docx",
        "甲_修订.txt",
        "甲_核稿.docx",
        "甲_督察表.docx",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = collect([str(tmp_path), str(tmp_path / "乙.txt")])
    assert [Path(item.path).name for item in found.inputs] == ["乙.txt", "甲.docx", "丙.md"]
    assert found.passed_over == ((".xlsx", 1),)
