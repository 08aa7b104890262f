"""Printing lines that run together with 抄送, or lack their word."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
HEAD = (
    "青禾县人民政府办公室关于做好秋粮收购工作的通知\n青政办发〔2024〕7号\n各镇人民政府：\n"
    "请认真做好秋粮收购工作。\n青禾县人民政府办公室\n2024年9月2日\n（此件公开发布）\n"
)


@pytest.mark.parametrize(
    "imprint",
    [
        "抄送：县委各部门，县总工会，团县\n委，县妇联，县法院。青禾县人民政府办公室2024年9月2日印发",
        "抄送：县委各部门，县法院。　青禾县人民政府办公室　2024年9月3日印发",
        "抄送：县委各部门，县法院。青禾县人民政府办公室 2024年9月3日印发。",
    ],
)
def test_the_printing_line_may_follow_the_copies_in_one_line(read: Read, imprint: str) -> None:
    document = read(HEAD + imprint)
    (copies,) = (document.words(e.span) for e in document.of("copy_recipients"))
    assert copies.startswith("县委各部门")
    assert copies.endswith("县法院。")
    assert [document.words(e.span) for e in document.of("printing_authority")] == [
        "青禾县人民政府办公室"
    ]
    assert [e.value for e in document.of("printing_date")] in (["2024-09-02"], ["2024-09-03"])


@pytest.mark.parametrize(
    "lines", ["（共印230份）\n{line}", "{line}\n（共印50份）", "共印100份\n{line}"]
)
def test_a_printing_line_beside_the_number_of_copies_may_lack_its_word(
    read: Read, lines: str
) -> None:
    document = read(HEAD + lines.format(line="青禾县粮食局办公室 2024年9月5日"))
    assert [document.words(e.span) for e in document.of("printing_authority")] == [
        "青禾县粮食局办公室"
    ]
    assert str(document.date_of_issue) == "2024-09-02"
    assert document.issuer.names == ("青禾县人民政府办公室",)
