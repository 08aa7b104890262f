from pathlib import Path

import pytest

from gongkai_lint.cli.targets import Target, pair
from gongkai_lint.errors import UsageError


def test_one_format_goes_to_the_screen_or_to_its_file() -> None:
    assert pair((), (), ("a.txt",), force=False) == (Target("text"),)
    assert pair(("json",), (), ("a.txt",), force=False) == (Target("json"),)
    assert pair((), ("b.txt",), ("a.txt",), force=False) == (Target("text", Path("b.txt")),)


def test_a_format_that_is_not_said_is_that_of_the_suffix() -> None:
    outputs = ("a.JSON", "b.sarif", "c.xml", "d.xlsx", "-")
    targets = pair((), outputs, (".",), force=False)
    assert [target.format for target in targets] == ["json", "sarif", "junit", "xlsx", "text"]


def test_several_formats_pair_with_outputs_in_order() -> None:
    targets = pair(("sarif", "text", "json"), ("a.sarif", "-", "c.json"), (".",), force=False)
    assert targets == (
        Target("sarif", Path("a.sarif")),
        Target("text"),
        Target("json", Path("c.json")),
    )


@pytest.mark.parametrize(
    ("formats", "outputs", "words"),
    [
        (("json", "text"), ("a.json",), "写了 2 种格式、1 个 --output。"),
        ((), ("a",), "从“a”的后缀看不出要什么格式。请用 --format 写明"),
        ((), ("a.xlsx", "果.doc"), "从“果.doc”的后缀看不出要什么格式"),
        (("json", "text"), (), "有两种格式都要显示在屏幕上"),
        (("json", "text"), ("-", "-"), "有两种格式都要显示在屏幕上"),
        (("json", "text"), ("a", "./a"), "有两种格式都要写到"),
    ],
)
def test_what_does_not_pair_is_told(
    formats: tuple[str, ...], outputs: tuple[str, ...], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        pair(formats, outputs, ("a.txt",), force=False)


def test_a_page_to_keep_goes_beside_the_draft(tmp_path: Path) -> None:
    draft = tmp_path / "方案 一.docx"
    (target,) = pair(("html",), (), (str(draft),), force=False)
    assert target == Target("html", tmp_path / "方案 一_核稿意见.html", chosen=True)
    (about,) = pair(("html",), (), (str(tmp_path),), force=False)
    assert about.file == tmp_path.with_name(f"{tmp_path.name}_核稿意见.html")


def test_a_page_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "a_核稿意见.html").touch()
    paths = (str(tmp_path / "a.docx"),)
    with pytest.raises(UsageError, match=r"已经存在。要覆盖它请加 --force"):
        pair(("html",), (), paths, force=False)
    assert pair(("html",), (), paths, force=True)[0].chosen


@pytest.mark.parametrize("paths", [("a.txt", "b.txt"), ("-",)])
def test_a_page_about_no_single_file_wants_a_name(paths: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="请用 --output 写明 html 文件的名称"):
        pair(("html",), (), paths, force=False)


def test_a_workbook_is_not_for_the_screen() -> None:
    with pytest.raises(UsageError, match="xlsx 不能显示在屏幕上"):
        pair(("xlsx",), ("-",), ("a.txt",), force=False)
