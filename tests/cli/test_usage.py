import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["chek"], "没有命令“chek”；可用的有：check、"),
        (["check"], "缺少参数 文件或文件夹…。"),
        (["check", "--formt", "json", "x"], "没有选项“--formt”。是不是“--format”？"),
        (["check", "x", "--format", "xml"], "选项 --format 只能是 concise、github、html、json、"),
        (["check", "x", "--output"], "选项“--output”后面要写一个值。"),
        (["check", "x", "--no-color=1"], "选项“--no-color”后面不能写值。"),
        (["check", "x", "--jobs", "0"], "选项 --jobs 应是 1 以上的整数，现为“0”。"),
        (
            ["check", "x", "--as-of", "2020-02-30"],
            "选项 --as-of 应是真实的日期，写作 2020-11-24，现为“2020-02-30”。",
        ),
        (["audit", "x", "--out", "hdfs://甲/乙"], "--out 要写文件夹，不能写地址“hdfs://甲/乙”"),
        (
            ["audit", "x", "--out", "y", "--engine", "spark", "--rehash"],
            "--rehash 只用于本机，不能和 --engine spark 一起用。",
        ),
        (["report", "x", "--since", "2024"], "--since 要和 --forms 一起用。"),
        (["check", "x", "--select", "Q9"], "没有编号是“Q9”或以它开头的规则"),
        (["check", "x", "--encoding", "utf-99"], "不认识编码“utf-99”"),
        (["check", "x", "--rules", "无此目录"], "规则目录“无此目录”不存在"),
        (["check", "x", "--config", "无.toml"], "配置文件“无.toml”读不出来"),
        (
            ["check", "x", "--stdin-filename", "a.txt"],
            "--stdin-filename 要和“-”（标准输入）一起用。",
        ),
        (["explain", "Q99"], "没有编号为“Q99”的规则"),
        (["explain", "A01", "A02"], "多写了“A02”。"),
        (["rules", "--basis", "无此文件"], "没有依据“无此文件”的规则"),
        (["rules", "--topic", "无此类"], "没有类别“无此类”的规则"),
    ],
)
def test_wrong_usage_gives_code_2_and_a_chinese_sentence(
    run: Run, words: list[str], sentence: str
) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("words", [[], ["check"], ["explain"], ["rules"], ["test-rules"]])
def test_every_help_page_is_chinese(run: Run, words: list[str]) -> None:
    page = run(*words, "--help").stdout
    assert page.startswith("用法：gongkai-lint")
    assert "选项：" in page
    for english in ("Usage", "Options", "Commands", "Show", "default:"):
        assert english not in page


def test_no_command_shows_the_help_page(run: Run) -> None:
    done = run()
    assert done.returncode == 2
    assert "命令：" in done.stderr


def test_the_version_is_told(run: Run) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout[:13]) == (0, "gongkai-lint ")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("gongkai-lint ann", ["plain,annotate"]),
        ("gongkai-lint check --fo", ["plain,--format", "plain,--force"]),
        ("gongkai-lint check --format js", ["plain,json", "plain,jsonl"]),
        ("gongkai-lint check -v 送", ["file,送"]),
        ("gongkai-lint fix -o 副", ["file,副"]),
    ],
)
def test_a_shell_completes_commands_options_words_and_files(
    run: Run, line: str, words: list[str]
) -> None:
    told = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    assert run(_GONGKAI_LINT_COMPLETE="bash_complete", **told).stdout.split() == words


@pytest.mark.parametrize("words", [("-h",), ("check", "-h"), ("rules", "--help")])
def test_help_is_asked_for_in_short_too(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode == 0
    assert done.stdout.startswith("用法：gongkai-lint")


@pytest.mark.parametrize("words", [("rules",), ("explain", "A01"), ("schema", "config")])
def test_what_is_shown_may_go_to_a_new_file(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    shown = run(*words).stdout
    done = run(*words, "-o", "果.txt")
    assert (done.returncode, done.stdout) == (0, "")
    again = run(*words, "-o", "果.txt")
    assert again.returncode == 2
    assert "“果.txt”已经存在" in again.stderr
    assert (tmp_path / "果.txt").read_text(encoding="utf-8") == shown


def test_a_draft_that_is_not_there_is_no_unknown_command(run: Run) -> None:
    done = run("送审稿.docx")
    assert done.returncode == 2
    assert "找不到文件“送审稿.docx”" in done.stderr
    assert "没有命令" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("help",), "用法：gongkai-lint [选项]"),
        (("help", "fix"), "用法：gongkai-lint fix"),
        (("version",), "gongkai-lint "),
        (("-V",), "gongkai-lint "),
    ],
)
def test_what_other_programs_understand_is_understood(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout.startswith(said)) == (0, True)


def test_a_pattern_that_the_shell_left_is_read(run: Run, office: str, soon: Path) -> None:
    soon.with_name("通知_批注.txt").write_text("请尽快。", encoding="utf-8")
    words = ("check", "--rules", office, "--select", "X", "--format", "concise")
    assert run(*words, "通*.txt").stdout.startswith("通知.txt:2:5: ")
    assert run(*words, "没有*.txt").returncode == 3
