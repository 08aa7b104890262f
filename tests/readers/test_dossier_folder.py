"""A submission folder and its dossier.toml."""

from pathlib import Path

import pytest

from gongkai_lint.errors import UnreadableError, UsageError
from gongkai_lint.readers.dossier_folder import FolderFile, open_folder


def fill(folder: Path, *names: str, stated: str = "") -> Path:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("字", encoding="utf-8")
    if stated:
        (folder / "dossier.toml").write_text(stated, encoding="utf-8")
    return folder


def test_files_are_listed_by_name_without_what_programs_left_behind(tmp_path: Path) -> None:
    ours = ("稿_批注.docx", "稿_修订.docx", "稿_核稿意见.xlsx")
    fill(tmp_path, "稿.docx", "附件/1.txt", "图.png", "~$稿.docx", ".隐藏", "Thumbs.db", *ours)
    assert open_folder(tmp_path) == (
        FolderFile("图.png", None, is_document=False),
        FolderFile("稿.docx"),
        FolderFile("附件/1.txt"),
    )


def test_roles_are_taken_from_the_file_and_ignored_files_left_out(tmp_path: Path) -> None:
    stated = 'draft = "甲.txt"\nattachment = ["附件/1.txt"]\nignore = "旧.txt"'
    fill(tmp_path, "甲.txt", "旧.txt", "附件/1.txt", stated=stated)
    assert open_folder(tmp_path) == (
        FolderFile("甲.txt", "draft"),
        FolderFile("附件/1.txt", "attachment"),
    )


def test_a_draft_is_opened_whatever_its_name_ends_in(tmp_path: Path) -> None:
    fill(tmp_path, "稿.png", stated='draft = "稿.png"')
    assert open_folder(tmp_path) == (FolderFile("稿.png", "draft", is_document=True),)


def test_all_mistakes_of_the_file_are_told_at_once(tmp_path: Path) -> None:
    stated = """\
    draft = ["甲.txt", "乙.txt"]
    planned = "甲.txt"
    legality_review = "丙.txt"
    drafting_note = "甲.txt"
    secrecy_review = 3
    attachment = ["甲.txt", ""]
    fair_competition_review = "../外.txt"
    ignore = "甲.txt"
    """
    fill(tmp_path, "甲.txt", "乙.txt", stated=stated)
    with pytest.raises(UsageError) as told:
        open_folder(tmp_path)
    for words in (
        "“draft”只能写一份文件，现为 2 份。",
        "不认识“planned”；可用的有：draft（文稿）、",
        "“legality_review”写的“丙.txt”不在这个文件夹里",
        "“secrecy_review”应是文件名，或者一组文件名，现为“3”。",
        "“attachment”应是文件名，或者一组文件名",
        "“../外.txt”不在这个文件夹里",
        "“甲.txt”写了两次（drafting_note、ignore）",
    ):
        assert words in str(told.value)
    assert str(told.value).count("dossier.toml”：") == 7


@pytest.mark.parametrize(
    ("stated", "words"), [(b"draft = ", "不是正确的 TOML"), (b"\xff\xfe\xff", "读不出来")]
)
def test_a_file_that_is_no_toml_is_told(tmp_path: Path, stated: bytes, words: str) -> None:
    (fill(tmp_path, "甲.txt") / "dossier.toml").write_bytes(stated)
    with pytest.raises(UsageError, match=words):
        open_folder(tmp_path)


def test_a_file_in_place_of_the_folder_is_wrong_usage(tmp_path: Path) -> None:
    fill(tmp_path, "甲.txt")
    with pytest.raises(UsageError, match="是文件，不是报批件文件夹"):
        open_folder(tmp_path / "甲.txt")


@pytest.mark.parametrize(("name", "words"), [("无", "找不到报批件文件夹"), ("空", "没有文件")])
def test_a_folder_without_files_cannot_be_read(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "空").mkdir()
    with pytest.raises(UnreadableError, match=words):
        open_folder(tmp_path / name)
