import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
OFFICE = ("--rules", "rules", "--select", "X")


@pytest.fixture(autouse=True)
def _files(office: str, soon: Path) -> None:
    """Every test here has the office's rules and the text with one finding."""


_CLEAN = (
    "1 个文件，2 条规则，必改 0 处、建议 0 处、提示 0 处；按 2024-09-01 的规定（没有成文日期）。"
)
_ONE = _CLEAN.replace("建议 0 处", "建议 1 处")


def test_a_clean_text_gives_code_0_and_a_summary(run: Run, tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text("按月报送。", encoding="utf-8")
    done = run("check", *OFFICE, "--as-of", "2024-09-01", "好.txt")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-2:] == [
        _CLEAN,
        "下一步：没有查出问题；事实和措辞仍要人核对。",
    ]


def test_a_text_that_is_no_official_document_is_told_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text("按月报送。", encoding="utf-8")
    assert "可能不是公文" in run("check", *OFFICE, "好.txt").stdout


def test_a_finding_gives_code_1_and_stands_under_its_words(run: Run) -> None:
    done = run("check", *OFFICE, "-v", "--as-of", "2024-09-01", "通知.txt")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "通知.txt:2:5 建议 X01 “尽快”没有写明最晚何时完成。" in lines
    at = lines.index("    │ 各单位要尽快报送。")
    assert lines[at + 1] == "    │ " + " " * 8 + "^^^^"
    assert lines[at + 2] == "    依据：《党政机关公文格式》（GB/T 9704-2012）7.3.3"
    assert lines[at + 3] == "    建议：写明最晚完成日期。"
    assert lines[-2] == _ONE


_NEXT = (
    "下一步：逐条核对；gongkai-lint 通知.txt 写一份带修订和批注的副本，"
    "gongkai-lint explain X01 看规则，加 -v 看每一处的原文。"
)


def test_in_brief_the_place_comes_first_and_the_next_step_last(run: Run) -> None:
    done = run("check", *OFFICE, "--as-of", "2024-09-01", "通知.txt")
    assert done.stdout.splitlines()[1:] == [
        "建议 X01 第2行“各单位要尽快报送。”：“尽快”没有写明最晚何时完成。",
        "    依据：《党政机关公文格式》（GB/T 9704-2012）7.3.3　建议：写明最晚完成日期。",
        "",
        _ONE,
        _NEXT,
    ]


def test_concise_gives_one_line_a_finding(run: Run) -> None:
    done = run("check", *OFFICE, "--format", "concise", "通知.txt", "没有.txt")
    assert done.returncode == 3
    found, unread = done.stdout.splitlines()
    assert found == "通知.txt:2:5: 建议 X01 “尽快”没有写明最晚何时完成。"
    assert unread.startswith("没有.txt: 读不出来：")


def test_quiet_leaves_out_the_summary(run: Run) -> None:
    done = run("check", *OFFICE, "-q", "通知.txt")
    assert "条规则" not in done.stdout
    assert "X01" in done.stdout


def test_a_review_rule_says_that_a_person_must_look(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("根据《甲》、《乙》。", encoding="utf-8")
    done = run("check", *OFFICE, "-v", "a.txt")
    assert "a.txt:1:6 必改·待核 X02" in done.stdout
    assert "改法：" in done.stdout
    assert "（其中待核 1 处）" in done.stdout


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on_decides_from_which_severity_the_code_is_1(
    run: Run, fail_on: str, code: int
) -> None:
    assert run("check", *OFFICE, "--fail-on", fail_on, "通知.txt").returncode == code


def test_the_archive_profile_has_its_own_severities(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("根据《甲》、《乙》。", encoding="utf-8")
    assert run("check", *OFFICE, "a.txt").returncode == 1
    assert run("check", *OFFICE, "--profile", "archive", "a.txt").returncode == 0


def test_a_rule_is_silent_before_its_day(run: Run) -> None:
    assert run("check", *OFFICE, "--as-of", "2012-06-30", "通知.txt").returncode == 0
    assert run("check", *OFFICE, "--as-of", "2012-07-01", "通知.txt").returncode == 1


def test_select_and_ignore_take_prefixes_and_lists(run: Run) -> None:
    folder = ("check", "--rules", "rules", "通知.txt")
    assert run(*folder, "--select", "X02").returncode == 0
    assert run(*folder, "--select", "x01，X02").returncode == 1
    assert run(*folder, "--select", "X", "--ignore", "X01").returncode == 0


def test_a_missing_file_does_not_stop_the_others(run: Run) -> None:
    done = run("check", *OFFICE, "-v", "没有.txt", "通知.txt")
    assert done.returncode == 3
    assert "没有.txt: 读不出来：找不到文件" in done.stdout
    assert "通知.txt:2:5" in done.stdout
    assert "；1 个文件读不出来；" in done.stdout


def test_wrong_usage_wins_over_what_cannot_be_read(run: Run) -> None:
    assert run("check", *OFFICE, "--ignore", "Q9", "没有.txt").returncode == 2


def test_a_folder_is_walked_in_order_without_hidden_and_lock_files(
    run: Run, tmp_path: Path
) -> None:
    for name in ("乙/2.md", "乙/1.txt", "甲.txt", "乙/.隐.txt", ".git/x.txt", "乙/~$1.txt"):
        file = tmp_path / "文稿" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("请抓紧。", encoding="utf-8")
    done = run("check", *OFFICE, "--format", "json", "文稿")
    paths = [document["path"] for document in json.loads(done.stdout)["documents"]]
    assert paths == ["文稿/甲.txt", "文稿/乙/1.txt", "文稿/乙/2.md"]


def test_a_folder_without_documents_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    done = run("check", *OFFICE, "空")
    assert done.returncode == 3
    assert "空: 读不出来：文件夹里没有可检查的文件（.docx、.docm、" in done.stdout


def test_files_of_other_formats_in_a_folder_are_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(b"x")
    (tmp_path / "版式.ceb").write_bytes(b"x")
    done = run("check", *OFFICE, ".")
    assert "跳过了不能读的文件：.ceb 1 个、.xlsx 1 个。" in done.stderr


def test_standard_input_is_a_file_too(run: Run) -> None:
    words = ("check", *OFFICE, "-", "--format", "json", "--stdin-filename", "稿.md")
    done = run(*words, stdin="# 请抓紧落实。".encode())
    document = json.loads(done.stdout)["documents"][0]
    assert (document["path"], document["media_type"]) == ("稿.md", "text/markdown")
    assert document["findings"][0]["location"]["column"] == 4


def test_the_encoding_may_be_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "繁.txt").write_bytes("請抓紧辦理。".encode("utf-16-be"))
    done = run("check", *OFFICE, "-v", "--encoding", "utf-16-be", "繁.txt")
    assert "繁.txt:1:2 建议 X01" in done.stdout


def test_output_goes_to_a_file_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    done = run("check", *OFFICE, "--format", "json", "--output", "果.json", "通知.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        json.loads((tmp_path / "果.json").read_text(encoding="utf-8"))["summary"]["documents"] == 1
    )
    assert run("check", *OFFICE, "--output", "无/果.txt", "通知.txt").returncode == 2


def test_output_never_replaces_what_is_checked(run: Run, soon: Path) -> None:
    before = soon.read_bytes()
    done = run("check", *OFFICE, "--output", "./通知.txt", "通知.txt")
    assert done.returncode == 2
    assert "请换一个 --output 文件名" in done.stderr
    assert soon.read_bytes() == before


def test_many_processes_say_the_same_in_the_same_order(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "批"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text("请抓紧。\n" * (number % 3), encoding="utf-8")
    (folder / "07.txt").write_bytes(b"")
    one = run("check", *OFFICE, "--format", "jsonl", "--jobs", "1", "批")
    many = run("check", *OFFICE, "--format", "jsonl", "--jobs", "3", "批")
    assert one.stdout == many.stdout
    assert one.returncode == many.returncode == 3


def test_a_reader_that_goes_away_leaves_no_traceback(tmp_path: Path, run: Run) -> None:
    (tmp_path / "长.txt").write_text("请抓紧落实。\n" * 5000, encoding="utf-8")
    run("check", *OFFICE, "通知.txt")
    pipe = f"{sys.executable} -m gongkai_lint check --rules rules --select X -v 长.txt | head -n 1"
    done = subprocess.run(
        ["bash", "-c", pipe],  # noqa: S607 (the shell's own pipe is what is tested)
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parent.parent.parent), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.decode().startswith("长.txt")


def test_there_is_no_colour_without_a_terminal(run: Run) -> None:
    assert "\x1b" not in run("check", *OFFICE, "通知.txt").stdout


def test_names_that_are_no_text_are_shown_escaped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\udcff.txt").write_text("请抓紧。", encoding="utf-8")
    done = run("check", *OFFICE, "--format", "json", ".")
    assert any("\udcff" in d["path"] for d in json.loads(done.stdout)["documents"])
