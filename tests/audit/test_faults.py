"""Whatever breaks, nothing is lost and nothing counts twice."""

import os
import random
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongkai_lint.api import Request
from gongkai_lint.audit.item import Item, Place
from gongkai_lint.audit.local import ShardDesk, judge_all
from gongkai_lint.audit.plan import Shard
from gongkai_lint.audit.store import Store
from gongkai_lint.audit.views import connect
from gongkai_lint.audit.worker import Order, ShardItem
from gongkai_lint.errors import UsageError

from .conftest import TEXT, Audit, everything, rows
from .crash import DEADLY, ENDLESS, crashing

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="只在 POSIX 系统上有这些信号和权限")


def _command(archive: Path, out: Path, *more: str) -> list[str]:
    words = ("audit", str(archive), "--out", str(out), "--select", "A,L,S", "-q", *more)
    return [sys.executable, "-m", "gongkai_lint", *words]


@posix
def test_a_run_killed_again_and_again_ends_like_an_undisturbed_one(
    archive: Path, tmp_path: Path
) -> None:
    for number in range(200):
        path = archive / f"{number:04}.txt"
        path.write_text(TEXT.format(what=f"第{number}期防汛", number=number + 100), "utf-8")
    calm, rough = tmp_path / "平静", tmp_path / "杀"
    subprocess.run(_command(archive, calm, "--jobs", "2"), cwd=ROOT, check=True)
    chance = random.Random(20261125)  # noqa: S311 (moments, no secrets)
    for _ in range(10):
        process = subprocess.Popen(_command(archive, rough, "--jobs", "2"), cwd=ROOT)
        time.sleep(chance.uniform(0.3, 1.2))
        for child in _children(process.pid) if chance.random() < 0.5 else []:
            os.kill(child, signal.SIGKILL)
        process.kill()
        process.wait()
    subprocess.run(_command(archive, rough, "--jobs", "2"), cwd=ROOT, check=True)
    assert everything(rough) == everything(calm)


def _children(pid: int) -> list[int]:
    try:
        return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


@posix
def test_a_document_that_hangs_or_kills_its_worker_is_a_row_and_the_rest_goes_on(
    archive: Path, request_: Request, tmp_path: Path
) -> None:
    endless = tmp_path / "不完.txt"
    endless.write_text(TEXT.format(what=ENDLESS, number=8), "utf-8")
    deadly = tmp_path / "崩溃.txt"
    deadly.write_text(TEXT.format(what=DEADLY, number=9), "utf-8")
    good = [Path(path) for path in sorted((archive / "粮食").iterdir())]
    entries = tuple(
        ShardItem(Item(Place(str(path)), size=1)) for path in (good[0], endless, deadly, *good[1:3])
    )
    store = Store(tmp_path / "结果")
    store.folder.mkdir()
    store.note({"schema": "1"})
    store.prepare()
    desk = ShardDesk(Order(crashing(request_), 1, "b"), store.write, store.folder)
    (done,) = judge_all(iter([Shard("000001-000000", entries)]), desk, 1, 2.0)
    assert (done.documents, done.failed) == (5, 2)
    told = {Path(row["path"]).name: row["failure"] for row in rows(store.folder, "documents")}
    assert {name for name, failure in told.items() if failure} == {"不完.txt", "崩溃.txt"}
    assert "2 秒没有结束" in str(told["不完.txt"])
    assert "被系统终止" in str(told["崩溃.txt"])


def test_a_broken_or_unfinished_part_is_made_again(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    run_audit(archive)
    before = everything(out)
    (part,) = (out / "findings").glob("*.parquet")
    part.write_bytes(part.read_bytes()[:100])
    (out / "tasks" / ".000009-000000.77").write_bytes(b"half")
    assert run_audit(archive).judged == 7
    assert everything(out) == before
    assert list((out / "tasks").glob(".*")) == []


def test_what_a_stopped_cluster_left_does_not_count_and_is_removed(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    run_audit(archive)
    before = everything(out)
    (part,) = (out / "documents").glob("*.parquet")
    written, writing = out / "findings/slice=1", out / "documents/slice=1/_temporary/0"
    for folder in (written, writing):
        folder.mkdir(parents=True)
    shutil.copy(next((out / "findings").glob("*.parquet")), written / "part-0.parquet")
    (writing / "part-0.parquet").write_bytes(part.read_bytes()[:100])
    assert connect(out, [("A01", "", "")]).execute("select count(*) from docs").fetchone() == (7,)
    assert run_audit(archive).judged == 0
    assert everything(out) == before
    assert not list(out.rglob("slice=1"))


def test_a_second_audit_into_the_same_folder_is_refused(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    with Store(tmp_path / "结果").locked(), pytest.raises(UsageError, match="另一个审计"):
        run_audit(archive)
    assert run_audit(archive).judged == 7


def test_a_file_that_vanishes_during_the_run_is_a_row(
    archive: Path, request_: Request, tmp_path: Path
) -> None:
    store = Store(tmp_path / "结果")
    store.folder.mkdir()
    store.note({"schema": "1"})
    store.prepare()
    entry = ShardItem(Item(Place(str(archive / "没了.txt")), size=1), "sha256:1")
    desk = ShardDesk(Order(request_, 1, "b"), store.write, store.folder)
    (done,) = judge_all(iter([Shard("000001-000000", (entry,))]), desk, 1, 60.0)
    assert done.failed == 1
    assert "找不到文件" in rows(store.folder, "documents")[0]["failure"]


@posix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="管理员什么都能读")
def test_an_unreadable_folder_is_a_row(archive: Path, run_audit: Audit) -> None:
    (archive / "粮食").chmod(0)
    try:
        assert run_audit(archive).failed == 1
    finally:
        (archive / "粮食").chmod(0o755)


@posix
def test_a_full_disk_stops_the_run_with_a_sentence_and_the_next_one_goes_on(
    archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    words = " ".join(shlex.quote(word) for word in _command(archive, out, "--jobs", "1"))
    short = ["bash", "-c", f"ulimit -f 4; exec {words}"]  # no file may grow beyond 4 KiB
    done = subprocess.run(short, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "结果写不进" in done.stderr
    assert rows(out, "documents") == []
    subprocess.run(_command(archive, out), cwd=ROOT, check=True)
    assert len(rows(out, "documents")) == 7
