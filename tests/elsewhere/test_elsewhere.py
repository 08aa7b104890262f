"""Each draft that came from elsewhere: what is found in it, what is not, how it is read."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from gongkai_lint.api import Request, lint_path, load_ruleset
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Profile, Report

FOLDER = Path(__file__).parent
RULES = load_ruleset()
JUNE = date(2024, 6, 30)
NOTICE = "云岭市人民政府关于做好2024年政务公开工作的通知"
BOTH = {"C02": 1, "L05": 1}


class Told(NamedTuple):
    """What is to be told of a draft.

    ``finds`` says how often a rule speaks (never, for 0), ``elements`` what an element is or which
    value it has, ``due`` the deadlines of tasks, ``led`` how many tasks have a unit in charge;
    ``says`` are words of a finding, ``notices`` kinds of notices, ``refused`` words of the refusal.
    """

    finds: Mapping[str, int] = {}
    elements: Mapping[str, str] = {}
    due: tuple[date, ...] | None = None
    led: int | None = None
    says: Mapping[str, str] = {}
    doubts: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    refused: str = ""
    profile: Profile = "draft"


# the same notice, as other programs write it
SAME = Told(BOTH | {"A01": 0, "D00": 0}, {"title": NOTICE, "note": "（此件公开发布）"}, (JUNE,), 1)
WATER = {
    "letterhead": "云岭市人民政府文件",
    "document_number": "云政发〔2026〕18号",
    "title": "云岭市人民政府关于做好冬春农田水利建设工作的通知",
    "date_of_issue": "2026-09-08",
    "disclosure_note": "proactive",
}
DUE = (date(2026, 12, 31), date(2026, 10, 15), date(2026, 12, 25), date(2026, 12, 31))
FOLDED = Told({"L14": 1, "C08": 0, "S03": 0, "D00": 0}, WATER, DUE)
READ = Told({"S03": 0, "S04": 0}, WATER, DUE)
GARBLED = Told(refused="文字层读出来是乱码")
PAGE = {"disclosure_note": "proactive", "document_number": "云政办发〔2026〕18号"}
ARCHIVED = Told({"A01": 0}, PAGE, profile="archive")

TOLD: dict[str, Told] = {
    "formats/00-plain.txt": SAME,
    "formats/01-blink.mhtml": SAME._replace(finds=BOTH | {"L09": 0}),
    "formats/02-altchunk-mht.docx": SAME,
    "formats/03-altchunk-html-body.docx": SAME,
    "formats/04-ordered-list.html": Told(BOTH | {"S07": 0}, {"heading": "一、总体要求"}),
    "formats/05-landscape-table.pdf": Told(BOTH, {"title": NOTICE}, led=25),
    "formats/06-table-rows.pdf": Told(
        BOTH, {"copy_recipients": "市委各部门，市人大常委会办公室。"}, led=5
    ),
    "formats/07-copy-line.pdf": SAME._replace(
        finds=BOTH | {"S10": 0},
        elements={"printing_authority": "云岭市人民政府办公室", "printing_date": "2024-03-18"},
    ),
    "formats/09-red-head-box.pdf": Told(
        {"C02": 1}, {"letterhead": "云岭市人民政府文件", "title": NOTICE}, (JUNE,)
    ),
    "formats/10-easyofd-size.ofd": Told(
        {"S03": 0}, {"title": NOTICE, "addressee": "各县（区）人民政府，市政府各部门"}
    ),
    "formats/11-title-one-character.pdf": Told(
        BOTH | {"S04": 0},
        {"title": "云岭市人民政府关于印发2024年度政务公开重点任务分工的通知"},
        (JUNE,),
    ),
    "formats/12a-fragment.doc": SAME,
    "formats/12b-late-html.doc": SAME,
    "formats/12c-utf16.doc": SAME,
    "formats/12d-blink.doc": SAME,
    "formats/13a-word2003.doc": SAME._replace(elements={"heading": "一、总体要求"}),
    "formats/13b-flatopc.doc": SAME,
    "formats/14-celldel.docx": Told(notices=("revisions",)),
    "formats/16-spaced-date.txt": Told({"L07": 0, "D10": 1, "D11": 2, "L14": 1}),
    "formats/17-letter-spaced.pdf": Told(
        BOTH, {"title": NOTICE, "document_number": "云政发〔2024〕12号"}, (JUNE,), 1
    ),
    "files/20_kangxi.txt": FOLDED,
    "files/21_invisible.txt": FOLDED,
    "files/80_compat_ideograph.txt": FOLDED,
    "files/42_shuffled.pdf": READ,
    "files/43_head_last.pdf": READ,
    "files/43c_two_halves.pdf": READ,
    "files/45_identity_no_tounicode.pdf": GARBLED,
    "files/45b_wrong_tounicode.pdf": GARBLED,
    "files/45c_wrong_cjk_tounicode.pdf": GARBLED,
    "files/57b_watermark_first.ofd": READ,
    "files/81_title_full_stop_no_label.txt": Told({"A01": 1, "S04": 1}, due=DUE),
    "files/82_no_date.txt": Told(
        {"S03": 1},
        {"issuing_authority": "云岭市人民政府"},
        says={"S03": "没有找到成文日期"},
    ),
    "files/83_halfwidth_stop.txt": Told({"L04": 2}),
    "files/84_ji_mismatch.txt": Told({"D16": 1}, says={"D16": "2026年10月12日"}),
    "files/86_relative_task.txt": Told(due=(DUE[0], date(2026, 10, 12), DUE[2], DUE[3])),
    "files/87_imprint_zero.txt": Told({"S10": 1}, says={"S10": "不编虚位"}),
    "files/88_two_digit_year.txt": Told({"L03": 1}, due=DUE),
    "files/89_name_variant.txt": Told({"L08": 1}, doubts=("L08",)),
    "files/90_48h.txt": Told({"D02": 0}),
    "files/91_fragment.txt": Told({"L04": 1, "L05": 3}, notices=("structure",)),
    "files/93_state_name.txt": Told({"L13": 1}, says={"L13": "中华人民共和国"}),
    "files/94_weight3.txt": Told({"P17": 1}, says={"P17": "写作3%，通常不低于4%"}),
    "writing/01-廿三日.txt": Told({"D19": 0}, due=(date(2026, 10, 23),)),
    "writing/03-2027元旦-多数一天.txt": Told({"D05": 1}, says={"D05": "至多3个工作日"}),
    "writing/04-2027元旦-漏报.txt": Told({"D05": 1}, says={"D05": "至多4个工作日"}),
    "writing/05-2027法定假日.txt": Told({"D19": 3}, says={"D19": "法定节假日"}),
    "writing/06-繁体-规则不作声.txt": Told({"L08": 1, "C04": 1, "D07": 1, "C02": 1}),
    "writing/06s-同文简体.txt": Told({"L08": 0, "C04": 1, "D07": 1, "C02": 1}),
    "writing/07-此件公開發佈.txt": Told({"A01": 0, "L08": 1}, {"disclosure_note": "proactive"}),
    "writing/08-日前-数字两边有空格.txt": Told({"L07": 0}, due=(date(2026, 10, 30),)),
    "writing/10-信息表在正文容器里.html": ARCHIVED,
    "writing/11-信息栏写在一行.html": ARCHIVED,
    "writing/13-信息表横表头.html": ARCHIVED,
    "writing/14-信息栏写在一行.txt": ARCHIVED,
    "writing/15-民法典一千二百六十一条.txt": Told({"C04": 1}, says={"C04": "共1260条"}),
    "writing/16-政告文号.txt": Told({"S01": 1}),
    "writing/17-常见繁体字L08.txt": Told({"L08": 6}, says={"L08": "“監”改为“监”"}),
    "writing/18-圈码二十一以上.txt": Told({"S07": 1}, says={"S07": "从“㉑”跳到“㉓”"}),
    "writing/19-一个半月.txt": Told({"D07": 1}, says={"D07": "一个半月"}),
    "writing/21-五一2019原安排.txt": Told({"D19": 0}),
    "writing/22-批覆.txt": Told(
        {"S04": 0, "L08": 2}, {"title": "云岭市人民政府关于城东片区规划的批复"}
    ),
    "writing/23-不存在的日期-空格.txt": Told({"D10": 2}),
    "writing/23n-同文无空格.txt": Told({"D10": 2}),
    "writing/24-有效期推算-空格.txt": Told({"D16": 1}, says={"D16": "2031年9月30日"}),
    "writing/24n-同文无空格.txt": Told({"D16": 1}),
    "writing/25n-同文无空格.txt": Told({"I04": 1}),
    "writing/26-不间断空格.txt": Told({"D07": 1}),
    "writing/27-全角数字.txt": Told({"D10": 1, "S01": 1, "L14": 1}),
}


def _judged(name: str, profile: Profile) -> Report:
    request = Request(RULES, date(2026, 12, 1), profile)
    return lint_path(FOLDER / name, request)


def _is(document: Document, kind: str, wanted: str) -> bool:
    read = document.read
    return any(
        wanted in {"".join(read.words(element.span).split()), element.value}
        for element in read.of(kind)
    )


def test_every_file_is_expected_to_say_something() -> None:
    here = {
        f"{file.parent.name}/{file.name}"
        for file in FOLDER.glob("*/*")
        if file.parent.name in {"formats", "files", "writing"}
    }
    assert here == set(TOLD)


@pytest.mark.parametrize("name", TOLD)
def test_a_draft_from_elsewhere_is_read_and_judged(name: str) -> None:
    told = TOLD[name]
    report = _judged(name, told.profile)
    if told.refused:
        assert told.refused in report.failures[0].message
        return
    assert report.failures == ()
    document = report.document
    assert document is not None
    by_rule = [finding.rule for finding in report.findings]
    assert {rule: by_rule.count(rule) for rule in told.finds} == told.finds
    for kind, wanted in told.elements.items():
        assert _is(document, kind, wanted), kind
    for rule, words in told.says.items():
        assert any(words in f.message for f in report.findings if f.rule == rule), rule
    for rule in told.doubts:
        assert {f.outcome for f in report.findings if f.rule == rule} == {"review"}
    if told.due is not None:
        assert tuple(task.deadline for task in document.tasks) == told.due
    if told.led is not None:
        assert sum(bool(task.lead) for task in document.tasks) == told.led
    seen = {notice.kind for notice in document.notices}
    assert seen.issuperset(told.notices)


def test_a_traditional_text_says_what_the_same_text_in_simplified_script_says() -> None:
    written, plain = (
        dict(_judged(f"writing/{name}", "draft").outcomes) | {"L08": "pass"}
        for name in ("06-繁体-规则不作声.txt", "06s-同文简体.txt")
    )
    assert written == plain
