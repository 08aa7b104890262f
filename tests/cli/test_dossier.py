"""check --dossier: a submission folder as its user hands it in."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
DRAFT = """\
云岭市人民政府
关于禁止野外用火的通告
为预防森林火灾，现通告如下：
任何单位和个人不得在林区野外用火。
云岭市人民政府
2025年3月3日
（此件公开发布）
"""
SHEET = """\
云岭市人民政府办公室发文稿纸
标题：关于禁止野外用火的通告
公开属性：☑主动公开 □依申请公开 □不予公开
合法性审核：
"""
PAGES = {"送审稿.txt": DRAFT, "发文稿纸.txt": SHEET}
CHECK = ("check", "--select", "P01", "--dossier")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "报批件"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def result(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(done.stdout)
    return loaded


def test_the_text_lists_the_roles_and_the_grounds_for_return(run: Run, folder: Path) -> None:
    (folder / "参考.txt").write_text("参考资料", encoding="utf-8")
    (folder / "图解.png").write_bytes(b"")
    done = run(*CHECK, "-v", folder.name)
    assert done.returncode == 1
    assert done.stdout.startswith("""\
报批件 报批件
  文稿：送审稿.txt
  发文稿纸：发文稿纸.txt
  解读材料：图解.png
  缺：合法性审核意见
  没有读出内容，只按文件名归类：图解.png
  没有归类，也没有检查：参考.txt（可在 dossier.toml 里写明）
退文清单（1 项）
  1. 规范性文件未经合法性审核或者审核不合法（环节：合法性审核；见 P01 送审稿.txt）

报批件/送审稿.txt（通告，主动公开，按 2025-03-03 的规定）
""")
    assert "报批件/送审稿.txt:7:9 必改 P01 稿纸“合法性审核”一栏没有结论。" in done.stdout


def test_json_tells_roles_missing_files_and_grounds(run: Run, folder: Path) -> None:
    done = run(*CHECK, folder.name, "--format", "json")
    draft, sheet = result(done)["documents"]
    assert (draft["role"], sheet["role"]) == ("draft", "processing_sheet")
    assert sheet["dossier"] is None
    assert draft["dossier"] == {
        "folder": "报批件",
        "roles": {"draft": ["报批件/送审稿.txt"], "processing_sheet": ["报批件/发文稿纸.txt"]},
        "missing": ["legality_review"],
        "unplaced": [],
        "unread": [],
        "return_grounds": [
            {
                "ground": "规范性文件未经合法性审核或者审核不合法",
                "step": "legality_review",
                "step_zh": "合法性审核",
                "findings": [
                    {
                        "path": "报批件/送审稿.txt",
                        "rule": "P01",
                        "message": draft["findings"][0]["message"],
                    }
                ],
            }
        ],
    }
    assert draft["findings"][0]["missing"] == ["legality_review"]
    assert [field["value"] for field in sheet["elements"]["sheet_field"]][-1] == "合法性审核"


def test_a_complete_folder_is_silent(run: Run, folder: Path) -> None:
    (folder / "合法性审核意见.txt").write_text("经审核，合法。", encoding="utf-8")
    done = run(*CHECK, folder.name)
    assert (done.returncode, done.stdout.count("\n")) == (0, 2)
    assert done.stdout.startswith("3 个文件")


def test_the_draft_alone_gets_no_more_than_a_remark(run: Run, folder: Path) -> None:
    done = run("check", "--select", "P01", str(folder / "送审稿.txt"))
    assert done.returncode == 0
    (document,) = result(run("check", f"{folder}/送审稿.txt", "--format", "json"))["documents"]
    assert (document["role"], document["dossier"]) == (None, None)
    assert document["outcomes"]["P01"] == "inapplicable"


def test_an_unreadable_companion_is_a_failure_and_has_its_role(run: Run, folder: Path) -> None:
    (folder / "合法性审核意见.docx").write_bytes(b"PK\3\4 cut")
    done = run(*CHECK, folder.name, "--format", "json")
    assert done.returncode == 3
    draft, _, review = result(done)["documents"]
    assert draft["findings"] == []
    assert review["role"] == "legality_review"
    assert [failure["stage"] for failure in review["failures"]] == ["read"]
    assert draft["dossier"]["unread"] == ["报批件/合法性审核意见.docx"]


def test_a_folder_without_a_draft_or_with_two_is_told(run: Run, folder: Path) -> None:
    (folder / "又一份.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "送审稿.txt").rename(folder / "甲.txt")
    done = run(*CHECK, folder.name)
    assert done.returncode == 3
    assert "有 2 份像文稿的文件（又一份.txt、甲.txt）" in done.stdout
    for name in ("又一份.txt", "甲.txt"):
        (folder / name).unlink()
    done = run(*CHECK, folder.name)
    assert done.returncode == 3
    assert "报批件里没有认出文稿。" in done.stdout


def test_a_folder_that_is_not_there_or_empty_does_not_hide_the_others(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "空").mkdir()
    done = run(*CHECK, "没有", "空", folder.name, "--format", "jsonl")
    assert done.returncode == 3
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert [document["path"] for document in documents[:2]] == ["没有", "空"]
    assert all(document["dossier"]["roles"] == {} for document in documents[:2])
    assert documents[2]["role"] == "draft"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("报批件/送审稿.txt",), "是文件，不是报批件文件夹"),
        (("-",), "不能用标准输入"),
        (("报批件", "--output", "报批件/结果.txt"), "不能写进报批件文件夹"),
        (("报批件", "--stdin-filename", "稿.txt"), "不能用标准输入"),
    ],
)
def test_wrong_usage_is_told(run: Run, folder: Path, words: tuple[str, ...], told: str) -> None:
    done = run(*CHECK, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert (folder / "送审稿.txt").read_text(encoding="utf-8") == DRAFT


def test_all_mistakes_of_all_settings_are_told_before_anything_is_judged(
    run: Run, folder: Path
) -> None:
    (folder / "dossier.toml").write_text('draft = "没有.txt"\nplan = "甲.txt"\n', "utf-8")
    done = run(*CHECK, folder.name, "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "“没有.txt”不在这个文件夹里" in done.stderr
    assert "不认识“plan”" in done.stderr


def test_many_folders_are_judged_side_by_side_in_order(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    for number in range(4):
        (tmp_path / f"件{number}").mkdir()
        (tmp_path / f"件{number}" / "送审稿.txt").write_text(DRAFT, encoding="utf-8")
    names = [f"件{number}" for number in range(4)]
    done = run(*CHECK, *names, folder.name, "--jobs", "2", "--format", "json")
    documents = result(done)["documents"]
    assert [Path(d["path"]).parent.name for d in documents] == [*names, "报批件", "报批件"]
    assert result(done)["summary"]["documents"] == 6


def test_the_configuration_in_the_folder_counts(run: Run, folder: Path) -> None:
    (folder / "gongkai-lint.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    done = run(*CHECK, folder.name)
    assert (done.returncode, "P01" in done.stdout) == (0, True)


def test_a_folder_of_submissions_judges_each(run: Run, folder: Path) -> None:
    both = folder.parent / "待办"
    for name in ("甲件", "乙件"):
        shutil.copytree(folder, both / name)
    (both / "乙件" / "合法性审核意见.txt").write_text("经审核，合法。", encoding="utf-8")
    (both / ".缓存").mkdir()
    done = run(*CHECK, "待办", "--format", "json")
    told = [d["dossier"] for d in result(done)["documents"] if d["dossier"]]
    assert [(d["folder"], d["missing"]) for d in told] == [
        ("待办/乙件", []),
        ("待办/甲件", ["legality_review"]),
    ]


def test_papers_in_folders_of_their_kind_are_one_submission(run: Run, folder: Path) -> None:
    for name, inside in (("文稿", "送审稿.txt"), ("附件", "发文稿纸.txt")):
        (folder / name).mkdir()
        (folder / inside).rename(folder / name / inside)
    told = [d["dossier"] for d in result(run(*CHECK, folder.name, "--format", "json"))["documents"]]
    assert [d["folder"] for d in told if d] == ["报批件"]


def test_the_grounds_tell_the_plan_from_the_text(run: Run, folder: Path) -> None:
    (folder / "解读方案.txt").write_text("解读方案\n由市司法局解读。", encoding="utf-8")
    done = run("check", "--dossier", "--select", "I01", folder.name)
    assert "没有附解读材料（环节" in done.stdout
