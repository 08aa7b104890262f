import pytest

from gongkai_lint.errors import UsageError
from gongkai_lint.model.finding import Edit
from gongkai_lint.model.span import Span
from gongkai_lint.readers.decode import decoded
from gongkai_lint.reporters.revised_text import TextFile, difference


def file_of(data: bytes, encoding: str | None = None) -> TextFile:
    return TextFile(data, *decoded(data, encoding))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        *(("utf-8", ""), ("gb18030", ""), ("utf-16-le", ""), ("utf-16-be", "")),
        *(("utf-8", "\ufeff"), ("utf-16-le", "\ufeff"), ("utf-16-be", "\ufeff")),
    ],
)
def test_encoding_mark_and_line_ends_stay(encoding: str, end: str, mark: str) -> None:
    lines = ["关于开展秋粮收购工作的通知", "各镇人民政府,各街道办事处：", "", "请认真落实。", ""]
    data = (mark + end.join(lines)).encode(encoding)
    edits = [Edit(Span(20, 21), "，"), Edit(Span(36, 36), "\n（此件公开发布）")]
    lines[1] = "各镇人民政府，各街道办事处："
    lines.insert(4, "（此件公开发布）")
    assert file_of(data).with_edits(edits) == (mark + end.join(lines)).encode(encoding)


def test_mixed_line_ends_stay_mixed() -> None:
    data = "甲\r\n乙\n丙\r丁".encode()
    assert file_of(data).with_edits([Edit(Span(6, 7), "戊")]) == "甲\r\n乙\n丙\r戊".encode()


def test_an_edit_may_take_out_a_line() -> None:
    data = "甲\r\n乙\r\n丙".encode()
    assert file_of(data).with_edits([Edit(Span(2, 4), "")]) == "甲\r\n丙".encode()


def test_without_edits_the_bytes_are_the_same() -> None:
    data = "甲\r\n乙 \x0b\u2028丙\n".encode()
    assert file_of(data).with_edits([]) == data


def test_a_character_the_encoding_lacks_is_named() -> None:
    file = file_of("收購".encode("big5"), "big5")
    with pytest.raises(UsageError, match="big5编码写不出的字“购”"):
        file.with_edits([Edit(Span(1, 2), "购")])


def test_a_file_that_cannot_be_given_back_is_not_changed() -> None:
    file = file_of("\ufeff甲".encode("utf-16-be"), "utf-16")
    with pytest.raises(UsageError, match="不能原样写回"):
        file.with_edits([])


def test_the_difference_is_unified() -> None:
    shown = difference(("稿.txt", "稿_修订.txt"), "甲\r\n乙\r\n丙", "甲\r\n丁\r\n丙")
    assert shown == "--- 稿.txt\n+++ 稿_修订.txt\n@@ -1,3 +1,3 @@\n 甲\n-乙\n+丁\n 丙\n"
    assert difference(("a", "b"), "甲", "甲") == ""
