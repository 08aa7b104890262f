"""The tasks of two small documents in each format."""

import csv
import io
import json
import re
import sys
import zipfile
from datetime import UTC, date, datetime, timedelta
from typing import Any

import docx
import icalendar
import openpyxl
import pytest

from gongkai_lint.errors import UsageError
from gongkai_lint.readers.text import read_text
from gongkai_lint.reporters.tasks.formats import TASK_FORMATS
from gongkai_lint.reporters.tasks.listing import TaskList, plain, task_list
from gongkai_lint.structure.recognize import recognize

NOW = datetime(2024, 3, 4, 8, 30, tzinfo=UTC)
LONG = "建设公开专区，配齐查阅设备，安排专人引导办事群众使用，每季度更新一次公开指南和各类目录"
PLAN = f"""云岭市全面推进政务公开实施方案
一、重点任务
（一）编制公开目录，逐项列明依据。（市司法局牵头，市数据局、市政府办配合，2024年6月底前完成）
（二）开展政策解读，及时回应关切。（各部门负责）
附件：任务分工表
云岭市人民政府办公室
2024年3月4日
附件
任务分工表
| 工作任务 | 责任单位 | 完成时限 |
| {LONG} | 市数据局 | 2024年9月30日前 |
| =公开办理结果 | 市审计局 | 长期坚持 |"""
LETTER = "云岭市司法局关于培训的通知\n市司法局要于2024年5月20日前完成培训。"


def listed(path: str, text: str) -> TaskList:
    return task_list(path, recognize(read_text(text.encode(), markdown=False)))


ONE = (listed("方案.txt", PLAN),)
TWO = (*ONE, listed("通知.txt", LETTER))


def build(name: str, lists: tuple[TaskList, ...] = ONE) -> Any:
    return TASK_FORMATS[name].build(lists, NOW)


def calendar(lists: tuple[TaskList, ...] = ONE) -> list[Any]:
    return icalendar.Calendar.from_ical(build("ics", lists)).walk("VEVENT")


def form(lists: tuple[TaskList, ...] = ONE) -> Any:
    return docx.Document(io.BytesIO(build("docx", lists)))


def xml(part: str) -> str:
    package = zipfile.ZipFile(io.BytesIO(build("docx")))
    return package.read(f"word/{part}.xml").decode()


def test_a_task_tells_its_section_and_place() -> None:
    assert ONE[0].title == "云岭市全面推进政务公开实施方案"
    places = [(task.section, task.place) for task in ONE[0].tasks]
    assert places == [
        ("一、重点任务", "第3段"),
        ("一、重点任务", "第4段"),
        ("任务分工表", "表1第2行"),
        ("任务分工表", "表1第3行"),
    ]


def test_neither_an_addressee_nor_the_task_before_is_a_section() -> None:
    text = (
        "云岭市教育局关于做好校舍改造的通知\n各县（市、区）教育局：\n"
        "任务|单位|时限\n整修屋顶|市教育局|2026年9月底前\n更换门窗|市教育局|2026年10月底前\n"
        "一、建成食堂。〔市教育局牵头，2026年8月底前〕\n二、建成宿舍。〔市教育局牵头，2026年9月底前〕\n"
        "云岭市教育局\n2026年3月6日\n"
    )
    assert [task.section for task in listed("通知.txt", text).tasks] == [""] * 4


def test_words_stand_on_one_line_without_gaps_between_chinese_characters() -> None:
    assert plain("推进 政务\n公开，使用 IPv6\u3000地址") == "推进政务公开，使用 IPv6 地址"


def test_csv_has_a_row_for_each_task_and_no_formulas() -> None:
    rows = list(csv.DictReader(io.StringIO(build("csv"))))
    assert rows[0] == {
        "序号": "1",
        "工作任务": "（一）编制公开目录，逐项列明依据。",
        "牵头（责任）单位": "市司法局",
        "配合单位": "市数据局、市政府办",
        "完成时限": "2024年6月底前",
        "完成日期": "2024-06-30",
        "所在部分": "一、重点任务",
        "位置": "第3段",
    }
    assert (rows[3]["工作任务"], rows[3]["完成时限"], rows[3]["完成日期"]) == (
        "'=公开办理结果",
        "长期坚持",
        "",
    )


def test_several_files_make_one_numbered_table_with_their_names() -> None:
    rows = list(csv.DictReader(io.StringIO(build("csv", TWO))))
    assert [row["序号"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row["文件"] for row in rows][-2:] == ["方案.txt", "通知.txt"]


def test_json_has_names_and_dates_apart() -> None:
    told = json.loads(build("json", TWO))
    first = told["documents"][0]["tasks"][0]
    assert [one["path"] for one in told["documents"]] == ["方案.txt", "通知.txt"]
    assert (first["lead"], first["others"]) == (["市司法局"], ["市数据局", "市政府办"])
    assert (first["deadline"], first["deadline_text"]) == ("2024-06-30", "2024年6月底前")
    assert PLAN[first["start"] : first["end"]] == first["text"]


def test_the_workbook_lists_tasks_in_order_and_by_unit() -> None:
    book = openpyxl.load_workbook(io.BytesIO(build("xlsx")))
    order, by_unit = book["工作任务"], book["按单位"]
    assert (order.freeze_panes, order.auto_filter.ref) == ("A2", "A1:H5")
    assert order["F2"].value.date() == date(2024, 6, 30)
    assert [row[0].value for row in by_unit.iter_rows(min_row=2)] == sorted(
        ["各部门", "市司法局", "市审计局", "市政府办", "市数据局", "市数据局"]
    )
    roles = [
        (r[1].value, r[5].value) for r in by_unit.iter_rows(min_row=2) if r[0].value == "市数据局"
    ]
    assert roles == [("配合", 1), ("牵头", 3)]


def test_each_deadline_is_an_all_day_event_with_a_reminder() -> None:
    first, second = calendar()
    assert first["dtstart"].dt == date(2024, 6, 30)
    assert first["dtend"].dt == date(2024, 7, 1)
    assert first["summary"] == "【市司法局】（一）编制公开目录，逐项列明依据。"
    assert (
        "配合单位：市数据局、市政府办\n出处：云岭市全面推进政务公开实施方案，第3段"
        in first["description"]
    )
    (alarm,) = first.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(days=-3, hours=9)
    assert second["summary"].endswith("…")


def test_a_calendar_has_short_lines_that_end_as_the_standard_wants() -> None:
    data: bytes = build("ics")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert not re.search(rb"[^\r]\n", data)
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_an_event_keeps_its_uid_when_only_the_day_changes() -> None:
    later = (listed("另存.txt", PLAN.replace("6月底前", "8月底前")),)
    ours, theirs = calendar(), calendar(later)
    assert [event["uid"] for event in ours] == [event["uid"] for event in theirs]
    assert theirs[0]["dtstart"].dt == date(2024, 8, 31)
    twice = calendar((*ONE, *ONE))
    assert len({event["uid"] for event in twice}) == 4


def test_the_form_has_the_seven_columns_and_is_ready_to_print() -> None:
    paper = form()
    assert paper.paragraphs[0].text == "云岭市全面推进政务公开实施方案任务落实督察表"
    (table,) = paper.tables
    head = [cell.text for cell in table.rows[0].cells]
    assert "｜".join(head) == (
        "序号｜工作任务｜完成情况｜存在问题｜整改措施｜整改责任主体｜材料提供部门"
    )
    row = [cell.text for cell in table.rows[1].cells]
    assert row[1] == "（一）编制公开目录，逐项列明依据。\n完成时限：2024年6月底前"
    assert row[5:] == ["市司法局", "市司法局、市数据局、市政府办"]
    assert (row[2], row[3], row[4]) == ("□已完成\n□未完成", "", "")


def test_the_form_is_landscape_with_a_header_on_each_page_and_chinese_fonts() -> None:
    paper = form()
    section = paper.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    body, foot = xml("document"), xml("footer1")
    head, first = re.findall("<w:tr>.*?</w:tr>", body, re.DOTALL)[:2]
    assert ("<w:tblHeader/>" in head, "<w:tblHeader/>" in first) == (True, False)
    assert "<w:cantSplit/>" in first
    assert set(re.findall('w:eastAsia="([^"]+)"', head)) == {"黑体"}
    assert set(re.findall('w:eastAsia="([^"]+)"', first)) == {"仿宋"}
    assert re.findall('w:instr="([^"]+)"', foot) == ["PAGE", "NUMPAGES"]


def test_a_form_of_several_files_names_each_before_its_tasks() -> None:
    paper = form(TWO)
    firsts = [row.cells[0].text for row in paper.tables[0].rows]
    assert paper.paragraphs[0].text == "工作任务落实督察表"
    assert firsts == ["序号", ONE[0].title, "1", "2", "3", "4", TWO[1].title, "5"]


def test_what_xml_cannot_hold_does_not_break_the_form() -> None:
    task = ONE[0].tasks[0]._replace(words="编制\x0b目录")
    paper = form((ONE[0]._replace(tasks=(task,)),))
    assert paper.tables[0].rows[1].cells[1].paragraphs[0].text == "编制\ufffd目录"


def test_an_absent_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"gongkai-lint\[xlsx\]"):
        build("xlsx")


@pytest.mark.parametrize("words", ["一，二；三,四;五\\六\n七", "长" * 200, "编制\x0b目录"])
def test_a_calendar_gives_words_back_as_they_were(words: str) -> None:
    task = ONE[0].tasks[0]._replace(words=words)
    (event,) = calendar((ONE[0]._replace(tasks=(task,)),))
    assert f"工作任务：{words.replace(chr(11), chr(0xFFFD))}\n" in event["description"]
