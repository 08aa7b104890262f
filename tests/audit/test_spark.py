"""The engine of a cluster, on a cluster of one machine: executors are processes of their own."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from .conftest import TEXT, everything, rows

ROOT = Path(__file__).parents[2]
CLUSTER = "local-cluster[2,1,1024]"
pytestmark = [
    pytest.mark.skipif(
        find_spec("pyspark") is None, reason="没有装 pyspark（gongkai-lint[spark]）"
    ),
    pytest.mark.skipif(not shutil.which("java"), reason="本机没有 Java"),
]
HANGS = """id: X01
title: 会卡住的规则
severity: warning
scope: [main]
check: {kind: existence, patterns: ['(?:啊+)+吗']}
message: 多余的语气词。
in_force: always
examples: {violation: [啊吗, 啊啊吗], pass: [啊, 吗]}
"""


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gongkai_lint", "audit", "-q", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def _on_spark(archive: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    select = ("--select", "A,L,S,X") if "--rules" in more else ("--select", "A,L,S")
    spark = ("--engine", "spark", "--master", CLUSTER)
    return _run(f"file://{archive}", "--out", str(out), *select, *spark, *more)


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


def test_a_cluster_finds_the_same_as_one_machine_and_goes_on_where_it_stopped(
    archive: Path, tmp_path: Path
) -> None:
    here, there = tmp_path / "本机", tmp_path / "集群"
    assert _run(str(archive), "--out", str(here), "--select", "A,L,S").returncode == 0
    done = _on_spark(archive, there)
    assert done.returncode == 0, done.stderr
    assert _comparable(there) == _comparable(here)
    again = _on_spark(archive, there)
    assert "新查 0 个" in again.stdout
    assert "没有变化 7 个" in again.stdout
    shutil.rmtree(next((there / "documents").glob("slice=*")))
    assert "新查 7 个" in _on_spark(archive, there).stdout
    assert _comparable(there) == _comparable(here)


def test_packed_documents_are_judged_where_they_stand(tmp_path: Path) -> None:
    packed = tmp_path / "打包.jsonl"
    texts = [TEXT.format(what=f"第{number}期防汛", number=number) for number in range(1, 30)]
    told = [
        {"id": f"文{n}", "text": text, "url": "http://x.invalid"} for n, text in enumerate(texts)
    ]
    packed.write_text("\n".join(json.dumps(row) for row in told), "utf-8")
    out = tmp_path / "结果"
    done = _on_spark(packed, out)
    assert done.returncode == 0, done.stderr
    assert {row["path"].split("#")[0] for row in rows(out, "documents")} == {r["id"] for r in told}
    assert {row["url"] for row in rows(out, "documents")} == {"http://x.invalid"}


def test_a_document_that_hangs_is_a_row_and_the_rest_goes_on(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "X01-hang.yaml").write_text(HANGS, "utf-8")
    (archive / "卡住.txt").write_text(TEXT.format(what="防汛", number=8) + "啊" * 60, "utf-8")
    text = (archive / "卡住.txt").read_text("utf-8").replace("请按照", "啊" * 60 + "请按照")
    (archive / "卡住.txt").write_text(text, "utf-8")
    out = tmp_path / "结果"
    rules = ("--rules", str(tmp_path / "规则"), "--timeout", "5")
    done = _on_spark(archive, out, *rules)
    assert done.returncode == 3, done.stderr
    failed = [row for row in rows(out, "documents") if row["failure"]]
    assert [Path(row["path"]).name for row in failed] == ["卡住.txt"]
    assert len(rows(out, "documents")) == 8


def test_an_executor_that_dies_loses_and_doubles_nothing(archive: Path, tmp_path: Path) -> None:
    for number in range(600):
        path = archive / f"{number:04}.txt"
        path.write_text(TEXT.format(what=f"第{number}期防汛", number=number + 100), "utf-8")
    here, there = tmp_path / "本机", tmp_path / "集群"
    _run(str(archive), "--out", str(here), "--select", "A,L,S")
    killed: list[int] = []
    stop = threading.Event()

    def kill() -> None:
        while not killed and not stop.is_set():
            killed.extend(_kill_an_executor())
            time.sleep(0.2)

    killer = threading.Thread(target=kill)
    killer.start()
    done = _on_spark(archive, there)
    stop.set()
    killer.join()
    assert done.returncode == 0, done.stderr
    assert killed, "no executor was seen at work"
    assert _comparable(there) == _comparable(here)


def _kill_an_executor() -> list[int]:
    """Kill one executor that has a Python worker at work."""
    command = [shutil.which("ps") or "ps", "-eo", "pid,ppid,args"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    listed = done.stdout.splitlines()
    table = [line.split(None, 2) for line in listed[1:]]
    parents = {row[1] for row in table if "pyspark" in row[2] and "daemon" in row[2]}
    busy = [row[0] for row in table if "CoarseGrainedExecutorBackend" in row[2]]
    for pid in busy:
        if pid in parents:
            time.sleep(1)
            os.kill(int(pid), signal.SIGKILL)
            return [int(pid)]
    return []
