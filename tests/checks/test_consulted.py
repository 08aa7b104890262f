"""Units that get tasks and were not consulted."""

from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.consulted import Consulted
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Dossier, Paper
from gongkai_lint.model.finding import Match, View
from gongkai_lint.reading.reading import with_reading
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.structure.frame.sheet_page import read_sheet

VOCABULARY = load_ruleset().vocabulary
Notice = Callable[..., Document]
Look = Callable[..., View]
CONSULTED = Consulted(
    units=(Pattern("^(?!各).{2,}(?:局|委|委员会)$"),),
    sheet=(Pattern("会签|主办"),),
    among=("consultation_report",),
    told=(Pattern("征求"),),
    everybody=(Pattern("各部门"),),
)


def judge(notice: Notice, view: Look, units: str, **beside: Document | None) -> list[Match]:
    draft = with_reading(notice(f"完善防汛设施，落实巡查责任。（{units}负责）"), VOCABULARY)
    roles = {"report": "consultation_report", "sheet": "processing_sheet", "note": "drafting_note"}
    papers = [Paper("稿", "draft", draft)]
    for name, document in beside.items():
        papers.append(Paper(name, roles[name], document))  # type: ignore[arg-type]
    seen = view(draft, "document")._replace(dossier=Dossier("", tuple(papers)), role="draft")
    return list(CONSULTED.matches(seen))


@pytest.mark.parametrize(
    ("unit", "listed"),
    [
        ("市财政局", "云岭市财政局"),
        ("市人社局", "征求了市人力资源和社会保障局意见"),
        ("市人力资源和社会保障局", "会签：人社局"),
        ("市发展改革委", "市发展和改革委员会无意见"),
        ("市文化和旅游局", "文旅局"),
        ("市市场监管局", "市市场监督管理局"),
        ("县住房和城乡建设局", "送住建局会签"),
    ],
)
def test_short_and_long_names_agree(notice: Notice, view: Look, unit: str, listed: str) -> None:
    assert judge(notice, view, unit, report=notice(listed, title="征求意见情况")) == []


@pytest.mark.parametrize(
    ("unit", "listed"),
    [("市民政局", "市财政局"), ("市水利局", "市水务局"), ("教育局", "教育委")],
)
def test_other_units_do_not(notice: Notice, view: Look, unit: str, listed: str) -> None:
    (match,) = judge(notice, view, unit, report=notice(f"征求了{listed}意见", title="情况"))
    assert (match.case, dict(match.captures)["units"]) == ("some", unit)


def test_without_any_list_all_units_are_told(notice: Notice, view: Look) -> None:
    units = "市财政局、市公安局、市教育局、市水利局、市民政局、市司法局"
    (match,) = judge(notice, view, units)
    assert match.case == "none"
    assert dict(match.captures)["units"].endswith("市民政局等6个单位")


def test_everybody_and_the_lines_of_the_note_count(notice: Notice, view: Look) -> None:
    assert judge(notice, view, "市财政局", report=notice("征求了各部门意见", title="情况")) == []
    note = notice("征求了市财政局意见。\n市水利局负责采购。", title="说明")
    assert judge(notice, view, "市财政局", note=note) == []
    assert len(judge(notice, view, "市水利局", note=note)) == 1


def test_the_sheet_and_what_could_not_be_read_count(notice: Notice, view: Look) -> None:
    sheet = read_sheet(notice("主办单位：市财政局", title="发文稿纸"))
    assert judge(notice, view, "市财政局", sheet=sheet) == []
    assert judge(notice, view, "市财政局", report=None) == []
