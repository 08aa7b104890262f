"""Inputs that were named when they failed, rebuilt from the words that named them.

Those of streams, names and devices are in ``tests/cli/test_streams.py``, those of audits in
``tests/audit``, those of Word packages in ``tests/wordml/test_package.py``.
"""

import base64
import os
import signal
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from tests.fuzz.judge import request
from tests.fuzz.tokens import PLACES

ROOT = Path(__file__).parents[2]
HEAD = "云岭市人民政府办公室关于做好森林防火工作的通知\n各县人民政府：\n"
posix = pytest.mark.skipif(os.name == "nt", reason="只在 POSIX 系统上")
# eight times the length: a part that grows linearly needs eight times, a quadratic one 64 times
_SHORT, _TIMES, _MOST = 2_000, 8, 20
_PLACES = {place.name: place for place in PLACES}


def _seconds(words: str) -> float:
    """Give the least of two times: what else the machine does only adds."""
    spent = []
    for _ in range(2):
        begun = process_time()
        lint_bytes(words.encode(), "稿.txt", request())
        spent.append(process_time() - begun)
    return min(spent)


@pytest.mark.parametrize(
    ("token", "place"),
    [
        ("附件1", "lines"),  # a thousand attachments: find_numbers, dates._vague, task brackets
        ("《办法》", "lines"),  # names near a line
        ("联系电话：13800138000", "rows"),  # a table's header at each number
        ("市财政局负责", "headings"),  # task_prose, task_brackets
        ("张三、", "body"),  # sentences without a stop
        ("第1号令", "alone"),  # numbers inside a line
        ("（责任单位：市财政局）", "brackets"),
        ("<!-- gongkai-lint: ignore A01 理由 -->", "lines"),  # suppress._first
        ("云政办发[2024]1号，", "body"),  # the fingerprint of a paragraph at each of its findings
    ],
)
def test_what_was_quadratic_is_linear(token: str, place: str) -> None:
    fill = _PLACES[place].fill
    _seconds(fill(token, 500))  # what is made once
    short, long = _seconds(fill(token, _SHORT)), _seconds(fill(token, _SHORT * _TIMES))
    assert long < _MOST * short


def test_a_day_with_a_number_of_eleven_digits_is_no_day() -> None:
    report = lint_bytes(f"{HEAD}请于99999999999 1日前报送。\n".encode(), "稿.txt", request())
    assert not report.failures
    assert report.document is not None
    assert report.document.deadlines == ()


def test_damaged_base64_hides_no_other_line() -> None:
    page = "<html><body><p>关于做好工作的通知</p><p>各县：</p><p>请做好工作。</p></body></html>"
    packed = base64.b64encode(page.encode()).decode()
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    data = f"{head}{packed[:60]}*!{packed[60:]}=\r\n--b--\r\n".encode()
    report = lint_bytes(data, "坏.mht", request())
    assert report.document is not None
    assert "请做好工作。" in report.document.text


def test_noise_behind_an_old_words_opening_is_no_text() -> None:
    noise = bytes(n * n % 251 for n in range(6000))
    report = lint_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise, "噪声.doc", request())
    assert report.document is None
    assert "没有 Word 正文" in report.failures[0].message


def test_remarks_of_two_rules_at_the_end_of_a_header_line_are_both_told() -> None:
    rules = load_ruleset().select(("S01", "S15", "Z"), ())
    line = "云政办发[2024]1号 <!-- gongkai-lint: ignore S15 照录 -->\n"
    report = lint_bytes((line + HEAD).encode(), "稿.txt", Request(rules, date(2026, 12, 1)))
    assert {"S01", "Z01"} <= {finding.rule for finding in report.findings}


def _run(folder: Path, words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", words.replace("LINT", f"{sys.executable} -m gongkai_lint")],  # noqa: S607
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_difference_passes_no_control_sequence(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(f"{HEAD}请做好做好\x1b[31m工作。\n", encoding="utf-8")
    done = _run(tmp_path, "LINT fix --unsafe --diff 稿.txt")
    assert "+请做好" in done.stdout
    assert "\x1b" not in done.stdout


@posix
def test_an_init_on_a_full_disk_blocks_no_other(tmp_path: Path) -> None:
    """A limit on the size of files refuses to write as a full disk does."""
    assert _run(tmp_path, "ulimit -f 0; LINT init").returncode == 2
    assert list(tmp_path.iterdir()) == []
    assert _run(tmp_path, "LINT init").returncode == 0


@posix
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("套接.txt")
        done = _run(tmp_path, "LINT check 套接.txt")
    assert done.returncode == 3
    assert "特殊文件" in done.stdout + done.stderr


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="只在 Linux 上看得到子进程")
def test_a_worker_with_a_document_without_end_dies_with_its_driver(tmp_path: Path) -> None:
    script = (
        "from datetime import date\n"
        "from gongkai_lint.api import Request, load_ruleset\n"
        "from gongkai_lint.audit.run import Wanted, audit\n"
        "from tests.audit.crash import ENDLESS, crashing\n"
        "if __name__ == '__main__':\n"
        "    from pathlib import Path\n"
        "    folder = Path('档案')\n"
        "    folder.mkdir()\n"
        "    (folder / '稿.txt').write_text(ENDLESS, 'utf-8')\n"
        "    told = Request(load_ruleset(), date(2026, 12, 1), 'archive')\n"
        "    wanted = Wanted((str(folder),), Path('结果'), workers=2, seconds=600)\n"
        "    audit(wanted, crashing(told), lambda _state: None)\n"
    )
    (tmp_path / "run.py").write_text(script, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "run.py"], cwd=tmp_path, env=env)
    workers: list[int] = []
    for _ in range(600):
        workers = [pid for pid in _below(process.pid) if "spawn_main" in _command(pid)]
        if workers:
            break
        time.sleep(0.1)
    time.sleep(3)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert workers, "no worker was seen"
    for _ in range(300):
        if not any("spawn_main" in _command(pid) for pid in workers):
            return
        time.sleep(0.1)
    pytest.fail("a worker lives on")


def _below(pid: int) -> list[int]:
    try:
        return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""
