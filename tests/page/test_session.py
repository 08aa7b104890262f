import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gongkai_lint.errors import UnreadableError, UsageError
from gongkai_lint.page.bridge import call
from gongkai_lint.page.view import MOST_LISTED

Ask = Callable[..., Any]
NOW = "2026-12-01T10:00:00"
DRAFT = """\
云政办发〔2024〕8号
云岭市人民政府办公室关于做好秋粮收购工作的通知
各县人民政府，市政府各部门：
截止目前已按装300台设备，请尽快报送情况。请于6月底前完成验收。
云岭市人民政府办公室
2024年9月2日
（此件公开发布）
""".encode()
SHEET = Path(__file__).parents[2] / "corpus" / "drafts" / "070-首页稿纸.docx"


def _rules(view: Any) -> list[str]:
    return [finding["rule"] for finding in view["findings"]]


def _open(ask: Ask, data: bytes = DRAFT, name: str = "a.txt") -> Any:
    return ask("open", key="d1", name=name, data=data)


def _first(view: Any, safety: str) -> Any:
    return next(finding for finding in view["findings"] if finding["fix"] == safety)


def test_a_document_is_shown_with_its_findings_and_their_basis(ask: Ask) -> None:
    view = _open(ask)
    assert view["recognized"]["document_type_zh"] == "通知"
    assert len(view["cards"]) == len(view["findings"]) > 0
    assert 'class="title"' in view["paper"]
    every = "".join(view["cards"])
    assert "依据" in every
    assert all(rule in every for rule in _rules(view))


def test_an_accepted_fix_is_judged_again_and_can_be_taken_back(ask: Ask) -> None:
    view = _open(ask)
    safe = _first(view, "safe")
    after = ask("accept", key="d1", numbers=[safe["number"]], now=NOW)
    assert len(after["findings"]) < len(view["findings"])
    assert after["changed"] >= 1
    back = ask("undo", key="d1")
    assert (back["findings"], back["changed"]) == (view["findings"], 0)


def test_all_safe_fixes_are_made_at_once(ask: Ask) -> None:
    _open(ask)
    after = ask("accept_safe", key="d1", now=NOW)
    assert not [finding for finding in after["findings"] if finding["fix"] == "safe"]
    copy = ask("save", kind="revised", keys=["d1"], now=NOW).decode()
    assert "安装300台" in copy
    assert "按装" not in copy


def test_an_ignored_finding_is_kept_with_its_reason_until_it_is_heeded(ask: Ask) -> None:
    view = _open(ask)
    after = ask("ignore", key="d1", number=1, reason="已核对")
    (kept,) = after["suppressed"]
    assert (kept["rule"], kept["reason"]) == (view["findings"][0]["rule"], "已核对")
    assert len(after["findings"]) == len(view["findings"]) - 1
    back = ask("heed", key="d1", fingerprint=kept["fingerprint"])
    assert back["findings"] == view["findings"]


@pytest.mark.parametrize(
    ("told", "fact"),
    [
        ({"document_type": "letter"}, "函"),
        ({"disclosure": "on_request"}, "依申请公开"),
        ({"date_of_issue": "2015-03-02"}, "按 2015-03-02 的规定"),
    ],
)
def test_a_correction_takes_part_in_the_judgement(
    ask: Ask, told: dict[str, str], fact: str
) -> None:
    before = _open(ask)
    after = ask("correct", key="d1", **told)
    assert fact not in before["facts"]
    assert fact in after["facts"]
    assert ask("correct", key="d1")["facts"] == before["facts"]


def test_the_fields_of_the_sheet_are_shown_the_empty_ones_too(ask: Ask) -> None:
    view = _open(ask, data=SHEET.read_bytes(), name=SHEET.name)
    fields = dict(view["recognized"]["sheet"])
    assert fields["公开属性"] == "不予公开"
    assert fields["不予公开理由"] == ""


def test_a_web_page_is_judged_and_offers_no_fix(ask: Ask) -> None:
    page = "".join(f"<p>{line}</p>" for line in DRAFT.decode().splitlines())
    view = _open(ask, data=page.encode(), name="a.html")
    assert _rules(view)
    assert {finding["fix"] for finding in view["findings"]} == {None}
    assert {file["kind"] for file in view["files"]} >= {"xlsx", "json"}


def test_of_very_many_findings_the_first_are_listed_and_all_are_kept(ask: Ask) -> None:
    lines = DRAFT.decode().splitlines()
    many = "\n".join([*lines[:3], *[lines[3]] * 600, *lines[4:]])
    view = _open(ask, data=many.encode())
    assert len(view["findings"]) > MOST_LISTED == len(view["cards"])
    assert f"共 {len(view['findings'])} 处问题" in view["notices"][0]
    book = load_workbook(io.BytesIO(ask("save", kind="xlsx", keys=["d1"], now=NOW)))
    assert book.worksheets[0].max_row > len(view["findings"])


def test_the_addressee_can_be_told_or_denied(ask: Ask) -> None:
    view = _open(ask)
    assert view["recognized"]["addressee"] == 2
    assert ask("correct", key="d1", addressee=-1)["recognized"]["addressee"] is None
    assert ask("correct", key="d1", addressee=3)["recognized"]["addressee"] == 3


TASKS = """\
云岭市人民政府关于印发2024年重点工作任务分工的通知
各县人民政府：
一、完成全市秋粮收购。（责任单位：市粮食局；完成时限：2024年10月底前）
二、修缮县级粮库仓容。（责任单位：市住房城乡建设局；完成时限：2024年11月底前）
三、及时拨付收购资金。（责任单位：市财政局）
四、统筹安排秋粮运力。（责任单位：市交通运输局；完成时限：2024年12月底前）
云岭市人民政府
2024年9月2日
""".encode()


def _tasks(view: Any) -> list[tuple[str, str, str]]:
    return [(task["words"], task["lead"], task["deadline"]) for task in view["tasks"]]


def test_a_corrected_task_takes_part_in_the_judgement_and_in_the_files(ask: Ask) -> None:
    before = _open(ask, TASKS)
    assert "T02" in _rules(before)
    number = next(n for n, task in enumerate(before["tasks"]) if "拨付" in task["words"])
    told = {"number": number, "lead": "市财政局、市审计局", "deadline": "12月5日"}
    after = ask("correct", key="d1", tasks=[told])
    assert "T02" not in _rules(after)
    shown = after["tasks"][number]
    assert (shown["lead"], shown["deadline"]) == ("市财政局、市审计局", "2024-12-05")
    assert [task["told"] for task in after["tasks"]].count(0) == 1
    calendar = ask("save", kind="tasks.ics", keys=["d1"], now=NOW).decode()
    assert "DTSTART;VALUE=DATE:20241205" in calendar
    sheet = load_workbook(io.BytesIO(ask("save", kind="tasks.xlsx", keys=["d1"], now=NOW)))
    cells = {cell.value for row in sheet.worksheets[0].iter_rows() for cell in row}
    assert "市财政局、市审计局" in cells
    assert _tasks(ask("correct", key="d1")) == _tasks(before)


def test_what_is_no_task_is_asked_for_nothing(ask: Ask) -> None:
    before = _open(ask, TASKS)
    number = next(n for n, task in enumerate(before["tasks"]) if "拨付" in task["words"])
    after = ask("correct", key="d1", tasks=[{"number": number, "gone": True}])
    assert "T02" not in _rules(after)
    assert len(after["tasks"]) == len(before["tasks"]) - 1
    assert [task["number"] for task in after["tasks"]] == [0, 1, 3]


def test_a_missed_task_is_added_where_its_words_stand(ask: Ask) -> None:
    end = "云岭市人民政府\n2024".encode()
    view = _open(ask, TASKS.replace(end, "五、通报进展。\n".encode() + end))
    told = {"number": None, "words": "通报进展", "lead": "市政府办公室", "deadline": "12月20日"}
    after = ask("correct", key="d1", tasks=[told])
    shown = next(task for task in after["tasks"] if task["number"] is None)
    assert (shown["place"], shown["lead"]) == ("第7段", "市政府办公室")
    for rule in ("T01", "T02"):
        assert _rules(after).count(rule) == _rules(view).count(rule) - 1
    with pytest.raises(UsageError, match="没有“不在文稿里的事”"):
        ask("correct", key="d1", tasks=[{"number": None, "words": "不在文稿里的事"}])


def test_a_correction_outlives_an_accepted_fix_and_holds_in_a_submission(ask: Ask) -> None:
    _open(ask, TASKS.replace("修缮县级粮库仓容".encode(), "按装设备300台".encode()), "送审稿.txt")
    ask("correct", key="d1", document_type="opinion", tasks=[{"number": 2, "lead": "市审计局"}])
    view = ask("accept_safe", key="d1", now=NOW)
    assert "安装设备" in view["tasks"][1]["words"]
    assert view["tasks"][2]["lead"] == "市审计局"
    (paper,) = ask("dossier", keys=["d1"], roles=["draft"])["views"]
    assert paper["tasks"][2]["lead"] == "市审计局"
    assert paper["recognized"]["document_type"] == "opinion"


def test_the_day_and_the_region_change_what_is_asked(ask: Ask) -> None:
    _open(ask)
    ask("settle", profile="draft", as_of="2005-06-01", region=None)
    assert "按 2005-06-01 的规定" in ask("judge", key="d1")["facts"]
    ask("settle", profile="archive", as_of=None, region="anhui")
    assert "地区 anhui" in ask("judge", key="d1")["facts"]


def test_several_documents_are_judged_as_one_submission(ask: Ask) -> None:
    ask("open", key="d1", name="件/送审稿.txt", data=DRAFT)
    plan = "关于秋粮收购工作的解读方案\n一、解读形式\n在政府网站发布文字解读。\n".encode()
    ask("open", key="d2", name="件/解读方案.txt", data=plan)
    told = ask("dossier", keys=["d1", "d2"], roles=[None, None])
    assert told["lines"][0] == "报批件 件"
    for key, name in (("d3", "送审稿.txt"), ("d4", "解读方案.txt")):
        ask("open", key=key, name=name, data=DRAFT if key == "d3" else plan)
    loose = ask("dossier", keys=["d3", "d4"], roles=[None, None])["lines"]
    assert loose[0].strip() == "文稿：送审稿.txt"
    assert any("解读方案.txt" in line for line in told["lines"])
    assert [view["key"] for view in told["views"]] == ["d1", "d2"]
    assert [view["role"] for view in told["views"]] == ["draft", "interpretation_plan"]


def test_what_has_no_role_is_told_to_be_unjudged_until_a_person_gives_one(ask: Ask) -> None:
    ask("open", key="d1", name="送审稿.txt", data=DRAFT)
    ask("open", key="d2", name="某材料.txt", data="某某说明\n没有什么。\n".encode())
    (draft, other) = ask("dossier", keys=["d1", "d2"], roles=[None, None])["views"]
    assert (draft["judged"], other["judged"]) == (True, False)
    (_, other) = ask("dossier", keys=["d1", "d2"], roles=[None, "drafting_note"])["views"]
    assert (other["judged"], other["role"]) == (True, "drafting_note")


def test_files_have_the_names_that_the_commands_give(ask: Ask) -> None:
    view = _open(ask, name="某文件.txt")
    names = {file["kind"]: file["name"] for file in view["files"]}
    assert names["revised"] == "某文件_修订.txt"
    assert names["xlsx"] == "某文件_核稿意见.xlsx"


def test_the_sheet_and_the_json_hold_every_finding(ask: Ask) -> None:
    view = _open(ask)
    book = load_workbook(io.BytesIO(ask("save", kind="xlsx", keys=["d1"], now=NOW)))
    assert book["核稿意见"].max_row == 1 + len(view["findings"])
    (document,) = json.loads(ask("save", kind="json", keys=["d1"], now=NOW))["documents"]
    assert [finding["rule"] for finding in document["findings"]] == _rules(view)


def test_the_rule_book_knows_days(ask: Ask) -> None:
    now = {rule["id"] for rule in ask("book", day=None)}
    then = {rule["id"] for rule in ask("book", day="1990-01-01")}
    assert then < now
    assert all(rule["parts"] for rule in ask("book", day=None))


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\x89PNG\r\n", "a.png", "图片"),
        (b"%PDF-1.7", "a.pdf", "另存为 .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "另存为 .docx"),
        (b"", "a.txt", "空的"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(
    ask: Ask, data: bytes, name: str, words: str
) -> None:
    with pytest.raises(UnreadableError, match=words):
        _open(ask, data=data, name=name)


def test_a_damaged_file_fails_alone(ask: Ask) -> None:
    view = _open(ask, data=b"PK\x03\x04" + bytes(40), name="a.docx")
    assert not view["read"]
    assert view["failures"]


def test_a_refusal_is_a_sentence_and_no_fault() -> None:
    answer = json.loads(call("judge", json.dumps({"key": "unknown"})))
    assert answer == {"refused": "这份文稿已经关闭，请重新打开。"}
    with pytest.raises(ValueError, match="_draft"):
        call("_draft", "{}")


def test_a_fix_that_cannot_be_made_is_refused(ask: Ask) -> None:
    view = _open(ask)
    unfixable = next(finding for finding in view["findings"] if finding["fix"] is None)
    with pytest.raises(UsageError, match="没有改"):
        ask("accept", key="d1", numbers=[unfixable["number"]], now=NOW)


def test_what_is_ignored_stays_so_in_a_submission(ask: Ask) -> None:
    ask("open", key="d1", name="送审稿.txt", data=DRAFT)
    ask("ignore", key="d1", number=1, reason="已核对")
    (draft,) = ask("dossier", keys=["d1"], roles=["draft"])["views"]
    assert [one["reason"] for one in draft["suppressed"]] == ["已核对"]
