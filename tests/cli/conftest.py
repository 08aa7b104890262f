"""The program as its user runs it: a process of its own, in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parent.parent.parent

_OFFICE_RULES = {
    "X01-vague-time.yaml": """\
id: X01
title: 时限含糊
severity: warning
scope: [document]
check: {kind: existence, patterns: [尽快, 抓紧]}
message: “{text}”没有写明最晚何时完成。
why: 没有日期的要求无法督查。
advice: 写明最晚完成日期。
basis: [{instrument: gb-t-9704-2012, provision: '7.3.3'}]
in_force: {since: 2012-07-01}
known_limits: 只认两个词。
examples:
  violation: [各单位要⟦尽快⟧报送。, 请⟦抓紧⟧落实。]
  pass: [请于2024年10月15日前报送。, 按月报送。]
""",
    "X02-stop-between-titles.yaml": """\
id: X02
title: 书名号之间的顿号
severity: {draft: error, archive: info}
certainty: review
scope: [document]
check: {kind: existence, patterns: ['》(?P<mark>、)《']}
message: 并列的书名号之间通常不用顿号。
fix: {replace_with: '', safety: safe}
in_force: always
examples:
  violation: [根据《甲》⟦、⟧《乙》。, 《甲》⟦、⟧《乙》⟦、⟧《丙》]
  pass: [《甲》《乙》, 《甲》和《乙》]
""",
}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command line; the answer has ``returncode``, ``stdout`` and ``stderr``."""

    def command(
        *words: str, stdin: bytes = b"", **settings: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "gongkai_lint", *words],
            cwd=tmp_path,
            input=stdin,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | settings,
            capture_output=True,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return command


@pytest.fixture
def office(tmp_path: Path) -> str:
    """A folder with two rules of an office's own."""
    folder = tmp_path / "rules"
    folder.mkdir()
    for name, text in _OFFICE_RULES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


@pytest.fixture
def soon(tmp_path: Path) -> Path:
    """A text with one finding of X01."""
    file = tmp_path / "通知.txt"
    file.write_text("云岭市人民政府通知\n各单位要尽快报送。\n", encoding="utf-8")
    return file
