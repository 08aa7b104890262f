from collections.abc import Callable

import pytest

Parts = Callable[[str, str], list[str]]

NOTICE = """\
关于做好防汛工作的通知
各县人民政府：
现就有关事项通知如下。
云岭市人民政府
2024年4月8日
"""


def test_copies_printer_and_printing_date_make_the_imprint(parts: Parts) -> None:
    imprint = "抄送：市委办公室，市政协办公室。\n云岭市人民政府办公室　　　2024年4月9日印发"
    text = NOTICE + imprint
    assert parts(text, "imprint") == [imprint]
    assert parts(text, "copy_recipients") == ["市委办公室，市政协办公室。"]
    assert parts(text, "printing_authority") == ["云岭市人民政府办公室"]
    assert parts(text, "printing_date") == ["2024年4月9日"]


@pytest.mark.parametrize(
    ("line", "printer", "day"),
    [
        ("云岭市政府办公室 2024年4月9日印发", "云岭市政府办公室", "2024年4月9日"),
        ("云岭市政府办公室  二○○六年四月九日印发", "云岭市政府办公室", "二○○六年四月九日"),
        ("沙县青州镇党政办公室      2017616日印发", "沙县青州镇党政办公室", "2017616日"),
        ("东 莞市政府办公室秘书五科 2016年1月1日印发", "东 莞市政府办公室秘书五科", "2016年1月1日"),
        ("崇左市人民政府辦公室 2020年11月26日印發", "崇左市人民政府辦公室", "2020年11月26日"),
        ("云岭市政府办公室\n2024年4月9日印发", "云岭市政府办公室", "2024年4月9日"),
    ],
)
def test_a_printing_line_is_read_old_damaged_or_broken(
    parts: Parts, line: str, printer: str, day: str
) -> None:
    assert parts(NOTICE + line, "printing_authority") == [printer]
    assert parts(NOTICE + line, "printing_date") == [day]


def test_recipients_may_be_broken_over_lines(parts: Parts) -> None:
    copies = "市委办公室，市人大常委会办公室，\n市政协办公室，云岭军分区。"
    text = f"{NOTICE}抄送：{copies}\n云岭市人民政府办公室　2024年4月9日印发"
    assert parts(text, "copy_recipients") == [copies]


def test_labels_and_subject_words_above_belong_to_the_imprint(parts: Parts) -> None:
    imprint = "公开方式：主动公开\n主题词：农业　通知\n抄送：市委办公室。"
    assert parts(NOTICE + imprint, "imprint") == [imprint]


def test_recipients_without_printing_line_end_before_the_sites_furniture(parts: Parts) -> None:
    text = f"{NOTICE}抄送：市公安局\n打印本页"
    assert parts(text, "copy_recipients") == ["市公安局"]
    assert parts(text, "imprint") == ["抄送：市公安局"]


def test_a_sentence_about_printing_is_no_printing_line(parts: Parts) -> None:
    text = f"{NOTICE}《甲办法》由市政府办公室于2024年4月9日印发。"
    assert parts(text, "imprint") == []


def test_a_long_run_of_blanks_is_no_printing_line(parts: Parts) -> None:
    assert parts(f"{NOTICE}云岭市{'　' * 50_000}2024年", "imprint") == []
