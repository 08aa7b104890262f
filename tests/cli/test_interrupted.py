"""Ctrl-C: the work ends at once, and what was found is kept."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DRAFT = "关于防汛的通知\n各镇人民政府：\n截止目前，已按装设备。\n云山县人民政府\n2024年5月6日\n"
_ENOUGH = 60  # seconds for three of many files to be judged, on the slowest machine


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_check_that_is_interrupted_keeps_what_was_found(tmp_path: Path, jobs: str) -> None:
    for number in range(3_000):
        (tmp_path / f"{number:04}.txt").write_text(DRAFT, encoding="utf-8")
    words = ("-q", "--jobs", jobs, "--format", "json", "-o", "果.json", "--format", "concise")
    command = [sys.executable, "-m", "gongkai_lint", "check", *words, "-o", "-", "."]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stdout
        for _ in range(3):
            process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=_ENOUGH)
    assert process.returncode == 130
    assert "已中断：做完 " in said
    assert "Traceback" not in said, said
    result = json.loads((tmp_path / "果.json").read_text(encoding="utf-8"))
    assert 0 < len(result["documents"]) == result["summary"]["documents"] < 3_000
