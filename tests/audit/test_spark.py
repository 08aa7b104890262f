"""The engine of a cluster, on a cluster of one machine: executors are processes of their own."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pytest
from pyarrow import parquet

from gongkai_lint.api import Request
from gongkai_lint.audit.run import State, Wanted
from gongkai_lint.audit.summary import summarize
from gongkai_lint.audit.views import connect
from gongkai_lint.errors import UsageError

from .conftest import TEXT, Audit, everything, rows
from .crash import DEADLY, ENDLESS, crashing

ROOT = Path(__file__).parents[2]
_JUDGE = "multiprocessing.spawn"
_EXECUTOR = "CoarseGrainedExecutorBackend"
_STARTS_QUICKLY = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"
CLUSTER = "local-cluster[2,1,1024]"
pytestmark = [
    pytest.mark.skipif(
        find_spec("pyspark") is None, reason="没有装 pyspark（gongkai-lint[spark]）"
    ),
    pytest.mark.skipif(not shutil.which("java"), reason="本机没有 Java"),
    pytest.mark.filterwarnings("ignore"),  # those of pyspark
]


@pytest.fixture(scope="module", autouse=True)
def _cluster() -> Iterator[None]:
    """End the cluster that the first audit starts and the others find; it can read the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.setenv("JAVA_TOOL_OPTIONS", _STARTS_QUICKLY)
        yield
    from pyspark.sql import SparkSession

    session = SparkSession.getActiveSession()
    if session is not None:
        session.stop()


def _on_spark(path: Path, out: Path, request: Request, **more: Any) -> State:
    from gongkai_lint.audit.distributed import audit_on_spark

    wanted = Wanted((f"file://{path}",), out, **more)
    return audit_on_spark(wanted, request, lambda _state: None, master=CLUSTER)


def _comparable(out: Path) -> dict[str, list[dict[str, object]]]:
    """Give the tables without times, which Spark rounds; a name's bytes are its key."""
    tables = everything(out)
    return {
        table: sorted(
            ({name: value for name, value in row.items() if name != "changed"} for row in found),
            key=repr,
        )
        for table, found in tables.items()
    }


class Process(NamedTuple):
    """A process: its parent, whether it is running at this moment, its command."""

    parent: int
    runs: bool
    command: str


def _own_processes() -> dict[int, Process]:
    """Give the processes that this one started, theirs, and so on."""
    listed = subprocess.run(
        [shutil.which("ps") or "ps", "-ewwo", "pid,ppid,stat,args"],
        capture_output=True,
        text=True,
        check=True,
    )
    table = {
        int(pid): Process(int(parent), state.startswith("R"), command)
        for pid, parent, state, command in (
            line.split(None, 3) for line in listed.stdout.splitlines()[1:]
        )
    }
    own = {os.getpid()}
    while more := {pid for pid, told in table.items() if told.parent in own} - own:
        own |= more
    return {pid: table[pid] for pid in own & table.keys()}


def _executors_at_work() -> set[int]:
    """Give the executors of this process's cluster that have a judge running below them."""
    own = _own_processes()
    judges = [pid for pid, told in own.items() if told.runs and _JUDGE in told.command]
    above = {pid for judge in judges for pid in _line(own, judge)}
    return {pid for pid in above if _EXECUTOR in own[pid].command}


def _line(own: dict[int, Process], pid: int) -> Iterator[int]:
    """Yield a process, its parent, and so on."""
    while pid in own:
        yield pid
        pid = own[pid].parent


@contextmanager
def _killing_an_executor(out: Path) -> Iterator[list[int]]:
    """Kill one executor once documents are judged and the first of them wait to be committed."""
    killed: list[int] = []
    stop = threading.Event()

    def work() -> None:
        while not killed and not stop.wait(0.05):
            if any((out / "staged").glob("slice=*/_temporary/*/_temporary/*/*.parquet")):
                for pid in sorted(_executors_at_work())[:1]:
                    os.kill(pid, signal.SIGKILL)
                    killed.append(pid)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield killed
    finally:
        stop.set()
        thread.join()


def _lost_tasks() -> int:
    """Count the tasks of the cluster's jobs so far that failed, as those of a dead executor do."""
    from pyspark.sql import SparkSession

    session = SparkSession.getActiveSession()
    if session is None:  # the first test that runs starts the cluster
        return 0
    tracker = session.sparkContext.statusTracker()
    jobs = [tracker.getJobInfo(job) for job in tracker.getJobIdsForGroup(None)]
    stages = [tracker.getStageInfo(stage) for job in jobs if job for stage in job.stageIds]
    return sum(stage.numFailedTasks for stage in stages if stage)


def test_a_cluster_finds_the_same_as_one_machine_and_goes_on_where_it_stopped(
    archive: Path, tmp_path: Path, run_audit: Audit, request_: Request
) -> None:
    (archive / "粮食" / "07.txt").rename(archive / "粮食" / "通知 [7]{终稿}?*.txt")
    here, there = tmp_path / "本机", tmp_path / "集群"
    run_audit(archive, out="本机")
    assert _on_spark(archive, there, request_).judged == 7
    assert _comparable(there) == _comparable(here)
    reports = [summarize(connect(out, [("A01", "", "")]), {}) for out in (here, there)]
    assert reports[0] == reports[1]
    again = _on_spark(archive, there, request_)
    assert (again.judged, again.found.unchanged) == (0, 7)
    shutil.rmtree(next((there / "documents").glob("slice=*")))
    assert _on_spark(archive, there, request_).judged == 7
    assert _comparable(there) == _comparable(here)


def test_the_command_hands_the_work_to_a_cluster(archive: Path, tmp_path: Path) -> None:
    words = ["audit", f"file://{archive}", "--out", str(tmp_path / "结果"), "--select", "A"]
    done = subprocess.run(
        [sys.executable, "-m", "gongkai_lint", *words, "--engine", "spark", "--master", "local[2]"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "共 7 个文件：新查 7 个" in done.stdout
    assert len(rows(tmp_path / "结果", "documents")) == 7


def test_packed_documents_are_judged_where_they_stand(tmp_path: Path, request_: Request) -> None:
    packed = tmp_path / "打包.jsonl"
    texts = [TEXT.format(what=f"第{number}期防汛", number=number) for number in range(1, 30)]
    told = [
        {"id": f"文{n}", "text": text, "url": "http://x.invalid"} for n, text in enumerate(texts)
    ]
    packed.write_text("\n".join(json.dumps(row) for row in told), "utf-8")
    out = tmp_path / "结果"
    _on_spark(packed, out, request_)
    assert {row["path"].split("#")[0] for row in rows(out, "documents")} == {r["id"] for r in told}
    assert {row["url"] for row in rows(out, "documents")} == {"http://x.invalid"}


def test_a_folder_of_packed_and_single_documents_is_judged_whole(
    archive: Path, tmp_path: Path, request_: Request
) -> None:
    row = {"path": "打包/一.txt", "text": TEXT.format(what="防汛", number=30)}
    parquet.write_table(pa.Table.from_pylist([row]), archive / "打包.parquet")
    state = _on_spark(archive, tmp_path / "结果", request_)
    assert (state.found.met, state.judged, state.failed) == (8, 8, 0)
    keys = {row["key"] for row in rows(tmp_path / "结果", "documents")}
    (noted,) = (tmp_path / "结果").glob("present-*.parquet")
    assert set(parquet.read_table(noted)["key"].to_pylist()) == keys


def test_a_place_that_is_not_there_is_told_in_a_sentence(tmp_path: Path, request_: Request) -> None:
    with pytest.raises(UsageError, match=r"Spark 没有做完（.*没有这个文件夹.*请核对文稿的地址"):
        _on_spark(tmp_path / "没有这个文件夹", tmp_path / "结果", request_)


def test_a_document_that_hangs_or_crashes_is_a_row_and_the_rest_goes_on(
    archive: Path, tmp_path: Path, request_: Request
) -> None:
    out = tmp_path / "结果"
    (archive / "卡住.txt").write_text(TEXT.format(what=ENDLESS, number=8), "utf-8")
    (archive / "崩溃.txt").write_text(TEXT.format(what=DEADLY, number=9), "utf-8")
    assert _on_spark(archive, out, crashing(request_), seconds=5).failed == 2
    told = {Path(row["path"]).name: row["failure"] for row in rows(out, "documents")}
    assert len(told) == 9
    assert {name for name, failure in told.items() if failure} == {"卡住.txt", "崩溃.txt"}
    assert "5 秒没有结束" in told["卡住.txt"]
    assert "被系统终止" in told["崩溃.txt"]


def test_a_slice_with_failures_is_judged_again_where_that_is_asked(
    archive: Path, tmp_path: Path, request_: Request
) -> None:
    out = tmp_path / "结果"
    (archive / "崩溃.txt").write_text(TEXT.format(what=DEADLY, number=9), "utf-8")
    assert _on_spark(archive, out, crashing(request_)).failed == 1
    assert _on_spark(archive, out, request_).judged == 0
    state = _on_spark(archive, out, request_, retry=True)
    assert (state.judged, state.failed) == (8, 0)
    assert [row["failure"] for row in rows(out, "documents")] == [None] * 8
    assert _on_spark(archive, out, request_, retry=True).judged == 0


def test_an_executor_that_dies_loses_and_doubles_nothing(
    archive: Path, tmp_path: Path, run_audit: Audit, request_: Request
) -> None:
    for number in range(900):
        path = archive / f"{number:04}.txt"
        path.write_text(TEXT.format(what=f"第{number}期防汛", number=number + 100), "utf-8")
    here, there = tmp_path / "本机", tmp_path / "集群"
    run_audit(archive, out="本机", workers=2)
    lost = _lost_tasks()
    with _killing_an_executor(there) as killed:
        assert _on_spark(archive, there, request_).failed == 0
    assert killed, "no executor was seen at work"
    assert _lost_tasks() > lost, "the executor died after its work"
    assert _comparable(there) == _comparable(here)
