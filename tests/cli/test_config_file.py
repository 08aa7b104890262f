import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
FULL = 'rules = "rules"\nselect = ["x01"]\nfail-on = "warning"\n'


@pytest.fixture(autouse=True)
def _files(office: str, soon: Path) -> None:
    """Every test here has the office's rules and the text with one finding."""


def test_a_file_above_the_document_is_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(FULL, encoding="utf-8")
    deep = tmp_path / "甲" / "乙"
    deep.mkdir(parents=True)
    (deep / "稿.txt").write_text("请抓紧。", encoding="utf-8")
    done = run("check", "甲/乙/稿.txt")
    assert done.returncode == 1
    assert "1 条规则" in done.stdout


def test_a_table_in_pyproject_is_used(run: Run, tmp_path: Path) -> None:
    table = f"[project]\nname = 'x'\n[tool.gongkai-lint]\n{FULL}"
    (tmp_path / "pyproject.toml").write_text(table, encoding="utf-8")
    assert "1 条规则" in run("check", "通知.txt").stdout


def test_a_pyproject_of_someone_else_is_passed_by(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(FULL, encoding="utf-8")
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "pyproject.toml").write_text("not even TOML", encoding="utf-8")
    (tmp_path / "甲" / "稿.txt").write_text("请抓紧。", encoding="utf-8")
    assert run("check", "甲/稿.txt").returncode == 1


def test_the_command_line_wins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(FULL, encoding="utf-8")
    assert run("check", "--fail-on", "error", "通知.txt").returncode == 0


def test_each_document_has_the_nearest_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(FULL, encoding="utf-8")
    (tmp_path / "旧").mkdir()
    nearer = 'rules = "../rules"\nselect = ["X01"]\nas-of = 2012-06-30\n'
    (tmp_path / "旧" / "gongkai-lint.toml").write_text(nearer, encoding="utf-8")
    (tmp_path / "旧" / "稿.txt").write_text("请抓紧。", encoding="utf-8")
    done = run("check", "-v", "旧/稿.txt", "通知.txt")
    assert "旧/稿.txt:" not in done.stdout
    assert "通知.txt:2:5" in done.stdout


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("profil = 'draft'", "不认识的字段“profil”，是不是“profile”？可用的有：profile、as-of"),
        ("profile = 'x'", "字段“profile”不对：没有“x”这个值；可用的有：draft、archive"),
        ("select = 'A'", "字段“select”不对：应是列表，现为文字"),
        ("select = ['A-S']", "应是编号或编号开头，如 A、D0、S01"),
        ("as-of = '2020-02-30'", "字段“as-of”不对：应是日期"),
        ("encoding = 3", "字段“encoding”不对：应是文字，现为整数"),
        ("encoding = ''", "字段“encoding”不对：不能为空"),
        ("[per-path.'a/*']\nrules = 'x'", "不认识的字段“per-path.a/*.rules”；可用的有：profile"),
        ("[per-path]\n'a/*' = 'x'", "字段“per-path.a/*”应写作"),
        ("= 3", "不是正确的 TOML"),
        ("select = ['Q9']", "没有编号是“Q9”或以它开头的规则"),
    ],
)
def test_a_mistake_gives_code_2_and_names_the_file(
    run: Run, tmp_path: Path, text: str, sentence: str
) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(text, encoding="utf-8")
    done = run("check", "通知.txt")
    assert done.returncode == 2
    assert sentence in done.stderr


def test_every_mistake_is_told_at_once(run: Run, tmp_path: Path) -> None:
    text = "a = 1\nprofile = 2\n[per-path.'*.md']\nfail-on = 'no'\n"
    (tmp_path / "gongkai-lint.toml").write_text(text, encoding="utf-8")
    told = run("check", "通知.txt").stderr.splitlines()
    assert len(told) == 3
    assert all(line.startswith("配置文件“") for line in told)
    assert "可用的有：error、warning、info、never" in told[2]


def test_documents_of_a_path_have_settings_of_their_own(run: Run, tmp_path: Path) -> None:
    more = """
[per-path."旧/**"]
fail-on = "never"
ignore = ["X01"]
[per-path."*要.txt"]
ignore = ["X02"]
"""
    (tmp_path / "gongkai-lint.toml").write_text(FULL.replace("x01", "X") + more, encoding="utf-8")
    for name in ("旧/2019/稿.txt", "旧/要.txt", "要.txt", "稿.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("请抓紧，依据《甲》、《乙》。", encoding="utf-8")
    done = run("check", "--format", "json", "旧", "要.txt", "稿.txt")
    found = {d["path"]: list(d["outcomes"]) for d in json.loads(done.stdout)["documents"]}
    assert found == {
        "旧/2019/稿.txt": ["X02"],
        "旧/要.txt": ["X01"],
        "要.txt": ["X01"],
        "稿.txt": ["X01", "X02"],
    }
    assert run("check", "旧").returncode == 0


def test_what_is_excluded_is_left_alone_by_name_too(run: Run, tmp_path: Path) -> None:
    own = 'exclude = ["旧/", "*_样稿.txt"]\n'
    (tmp_path / "gongkai-lint.toml").write_text(own + FULL, encoding="utf-8")
    for name in ("旧/一/稿.txt", "甲_样稿.txt", "稿.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("请抓紧。", encoding="utf-8")
    done = run("check", "--format", "json", ".")
    assert [d["path"] for d in json.loads(done.stdout)["documents"]] == ["./稿.txt", "./通知.txt"]
    assert "配置的 exclude 不检查的文件：2 个。" in done.stderr
    for command in ("check", "fix", "tasks", "review", "baseline"):
        done = run(command, "甲_样稿.txt")
        assert done.returncode == 2
        assert "要查的文件都写在配置的 exclude 里" in done.stderr


def test_a_path_is_told_from_the_configuration_wherever_the_command_runs(
    run: Run, tmp_path: Path
) -> None:
    more = "[per-path.'旧/**']\nfail-on = 'never'\n"
    (tmp_path / "gongkai-lint.toml").write_text(FULL + more, encoding="utf-8")
    (tmp_path / "旧").mkdir()
    (tmp_path / "旧" / "稿.txt").write_text("请抓紧。", encoding="utf-8")
    absolute = str(tmp_path / "旧" / "稿.txt")
    assert run("check", absolute).returncode == 0
    assert run("check", "--fail-on", "info", absolute).returncode == 1


def test_an_audit_keeps_to_its_configuration_and_judges_again_when_that_changes(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "档案").mkdir()
    (tmp_path / "档案" / "一.txt").write_text(
        "各单位要加强值守。云岭产投、市水利局负责。\n", "utf-8"
    )
    words = ("audit", "-q", "档案", "--out", "结果")
    assert "新查 1 个" in run(*words).stdout
    for name, text in (
        ("单位.toml", 'units = ["云岭产投"]\n'),
        ("忽略.toml", '[[suppressions]]\nrule = "S06"\nreason = "照录原件"\n'),
    ):
        (tmp_path / name).write_text(text, "utf-8")
        assert "新查 1 个" in run(*words, "--config", name).stdout
        assert "新查 0 个" in run(*words, "--config", name).stdout
    (tmp_path / "路径.toml").write_text(
        '[[suppressions]]\nrule = "S06"\nreason = "照录原件"\npath = "旧/"\n', "utf-8"
    )
    refused = run(*words, "--config", "路径.toml")
    assert refused.returncode == 2
    assert "只管一些文件的设置" in refused.stderr


def test_an_audit_leaves_out_what_the_configuration_excludes(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "档案"
    (folder / "旧").mkdir(parents=True)
    for name in ("一.txt", "旧/二.txt"):
        (folder / name).write_text("各单位要加强值守。\n", "utf-8")
    with zipfile.ZipFile(folder / "包.zip", "w") as archive:
        for name in ("三.txt", "旧/四.txt"):
            archive.writestr(name, "各单位要报送情况。\n")
    (tmp_path / "审计.toml").write_text('exclude = ["档案/旧/", "档案/包.zip/旧/"]\n', "utf-8")
    words = ("audit", "-q", "档案", "--out", "结果", "--config", "审计.toml")
    assert "共 2 个文件：新查 2 个" in run(*words).stdout
    assert "没有变化 2 个" in run(*words).stdout
    refused = run(*words, "--engine", "spark")
    assert refused.returncode == 2
    assert "exclude 只用于本机" in refused.stderr
