"""Whatever the streams, the signals and the names are: a sentence, and the code of the contract."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name == "nt", reason="只在 POSIX 系统上有这些设备和信号")
_PAIRS = zip("abcdefghijklmnopqrstuv", "bcdefghijklmnopqrstuvw", strict=True)
_DOUBLING = "a: &a [x, x]\n" + "".join(f"{two}: &{two} [*{one}, *{one}]\n" for one, two in _PAIRS)
DRAFT = "云岭市人民政府办公室关于做好森林防火工作的通知\n各县人民政府：\n做好工作。\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def _shell(words: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    line = words.replace("LINT", f"{sys.executable} -m gongkai_lint")
    return subprocess.run(
        ["sh", "-c", line],  # noqa: S607
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@posix
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("LINT check 稿.txt >&-", 2, "结果写不出去"),
        ("LINT check 稿.txt --output 意见.txt >&-", 1, ""),
        ("LINT check 稿.txt 2>&-", 1, ""),
        ("LINT check 没有.txt >&- 2>&-", 2, ""),
        ("LINT check - <&-", 3, ""),
        ("LINT check 稿.txt > /dev/full", 2, "磁盘空间不足"),
        ("LINT check 稿.txt --output /dev/full/x.txt", 2, "写不进"),
        ("LINT rules > /dev/full", 2, "磁盘空间不足"),
        ("LINT explain A01 >&-", 2, "结果写不出去"),
    ],
)
def test_closed_and_full_streams_are_told(draft: Path, words: str, code: int, said: str) -> None:
    done = _shell(words, draft.parent)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_the_encoding_that_is_asked_for_is_written(draft: Path) -> None:
    line = [sys.executable, "-m", "gongkai_lint", "check", draft.name, "--no-color"]
    env = {**os.environ, "PYTHONIOENCODING": "gb18030", "PYTHONUTF8": "0"}
    env["PYTHONPATH"] = str(Path(__file__).parents[2])
    done = subprocess.run(line, cwd=draft.parent, env=env, capture_output=True, check=False)
    assert "公开属性" in done.stdout.decode("gb18030")


@posix
def test_pipes_and_devices_are_refused_and_never_opened(draft: Path) -> None:
    os.mkfifo(draft.parent / "管道.txt")
    for words, code in (
        ("LINT check .", 3),
        ("LINT check 管道.txt", 3),
        ("LINT check /dev/zero", 3),
        ("LINT check 稿.txt --config 管道.txt", 2),
        ("LINT check 稿.txt --baseline 管道.txt", 2),
        ("LINT check 稿.txt --config /dev/zero", 2),
        ("LINT parse 管道.txt", 3),
    ):
        done = _shell(words, draft.parent)
        assert done.returncode == code, (words, done.stderr)
        assert "特殊文件" in done.stdout + done.stderr, words


@posix
def test_an_office_rule_that_is_a_pipe_is_refused(draft: Path) -> None:
    (draft.parent / "规则").mkdir()
    os.mkfifo(draft.parent / "规则" / "X01-a.yaml")
    done = _shell("LINT check 稿.txt --rules 规则", draft.parent)
    assert done.returncode == 2
    assert "特殊文件" in done.stderr


def test_an_empty_folder_of_rules_is_told(draft: Path) -> None:
    (draft.parent / "规则").mkdir()
    done = _shell("LINT check 稿.txt --rules 规则", draft.parent)
    assert done.returncode == 2
    assert "没有规则文件" in done.stderr


def test_a_long_legal_name_is_written_beside(tmp_path: Path) -> None:
    name = "关于做好森林防火工作的通知" * 6 + "稿稿"  # 80 characters of three bytes each
    (tmp_path / f"{name}.txt").write_text(DRAFT + "请各县认真做好做好工作。\n", encoding="utf-8")
    done = _shell(f"LINT fix --unsafe {name}.txt", tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"{name}_修订.txt").exists()
    done = _shell(f"LINT check {name}.txt --format html", tmp_path)
    assert done.returncode == 2  # …_核稿意见.html is longer than names may be
    assert "名字太长" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        "x = " + "[" * 5000,
        "x = " + "9" * 5000,
        'as-of = "' + "9" * 5000 + '"',
        "select = [" + '"A",' * 3 + "9" * 5000 + "]",
    ],
)
def test_a_configuration_that_nests_or_counts_too_far_is_told(draft: Path, words: str) -> None:
    (draft.parent / "gongkai-lint.toml").write_text(words, encoding="utf-8")
    done = _shell("LINT check 稿.txt", draft.parent)
    assert done.returncode == 2
    assert "配置文件" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        "id: &a [*a]",
        _DOUBLING,
        "id: " + "[" * 3000,
        "id: X01\nperiod: " + "9" * 5000,
    ],
    ids=["self", "doubling", "deep", "digits"],
)
def test_a_rule_file_without_end_is_told(draft: Path, words: str) -> None:
    (draft.parent / "规则").mkdir()
    (draft.parent / "规则" / "X01-a.yaml").write_text(words, encoding="utf-8")
    done = _shell("LINT check 稿.txt --rules 规则", draft.parent)
    assert done.returncode == 2
    assert "X01-a.yaml" in done.stderr
    assert "Traceback" not in done.stderr


@posix
def test_a_run_that_is_asked_to_end_leaves_no_draft(draft: Path) -> None:
    many = draft.parent / "许多"
    many.mkdir()
    for number in range(300):
        (many / f"{number}.txt").write_text(DRAFT * 40, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    # What goes to the screen is not read until then: a run cannot be over before it is asked.
    line = [sys.executable, "-m", "gongkai_lint", "check", "许多", "-q"]
    line += ["--format", "text", "--output", "意见.txt", "--format", "json", "--output", "-"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(line, cwd=draft.parent, env=env, stdout=pipe, stderr=pipe)
    for _ in range(3000):
        if any(draft.parent.glob(".gongkai-lint.*")):
            break
        time.sleep(0.02)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 143, said.decode()
    assert "已停止" in said.decode()
    assert not [*draft.parent.glob(".gongkai-lint.*"), *draft.parent.glob("意见*")]
