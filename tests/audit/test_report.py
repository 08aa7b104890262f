"""What an auditor hands on."""

import json
import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from pyarrow import parquet

from gongkai_lint.audit.charts import Point, line
from gongkai_lint.audit.forms import forms_of
from gongkai_lint.audit.page import page_of, shown
from gongkai_lint.audit.store import Store
from gongkai_lint.audit.summary import Answer, Row, Summary, summarize
from gongkai_lint.audit.views import connect
from gongkai_lint.audit.workbook import workbook_of
from gongkai_lint.errors import UsageError

from .conftest import TEXT, Audit

NOW = datetime(2026, 11, 25, tzinfo=UTC)
RULES = [("A01", "公文没有标明公开属性", "disclosure"), ("L01", "并列的书名号", "language")]


def summed(out: Path) -> Summary:
    return summarize(connect(out, RULES), Store(out).manifest)


@pytest.fixture
def mixed(archive: Path, run_audit: Audit, tmp_path: Path) -> Path:
    """An archive with what only shows across documents."""
    first = TEXT.format(what="第1批秋粮收购", number=1)
    (archive / "再公布.txt").write_text(first.replace("公开发布", "不予公开"), "utf-8")
    (archive / "重号.txt").write_text(TEXT.format(what="防汛抗旱物资储备", number=2), "utf-8")
    (archive / "跳号.txt").write_text(TEXT.format(what="森林防火", number=9), "utf-8")
    cites = "按《云岭市人民政府关于开展全民阅读的通知》（云政发〔2024〕3号）"
    cites += "和《云岭市人民政府关于防震的通知》（云政发〔2024〕8号）办理。"
    old = TEXT.format(what="办公用房", number=4).replace("2024", "2017")
    old = old.replace("（此件公开发布）\n", "").replace("请按照", f"{cites}请按照")
    (archive / "旧.txt").write_text(old, "utf-8")
    (archive / "副本.txt").write_bytes((archive / "跳号.txt").read_bytes())
    (archive / "空.txt").write_bytes(b"")
    run_audit(archive)
    return tmp_path / "结果"


def _answer(summary: Summary, key: str) -> Answer:
    return next(answer for answer in summary.answers if answer.question.key == key)


def _told(summary: Summary, key: str) -> list[dict[str, Any]]:
    answer = _answer(summary, key)
    return [dict(zip(answer.columns, row.values, strict=True)) for row in answer.rows]


def test_the_totals_count_every_document_once(mixed: Path) -> None:
    totals = summed(mixed).totals
    assert (totals["met"], totals["judged"], totals["copies"], totals["failed"]) == (13, 11, 1, 1)


def test_figures_lead_to_their_documents(mixed: Path) -> None:
    summary = summed(mixed)
    years = {row.values[0]: row for row in _answer(summary, "years").rows}
    assert {year: row.values[1] for year, row in years.items()} == {2017: 1, 2024: 10}
    assert years[2017].filter == {"year": 2017}
    assert [told["文件数"] for told in _told(summary, "rules") if told["规则"] == "A01"] == [1]
    (unlabelled,) = _answer(summary, "unlabelled").rows
    assert summary.documents.columns["path"][unlabelled.ids[0]].endswith("旧.txt")
    assert summary.documents.rules["A01"] == list(unlabelled.ids)
    labelled = {told["年份"]: told["比例"] for told in _told(summary, "labelled")}
    assert labelled == {2017: 0, 2024: 100}


def test_what_does_not_fit_across_documents_is_found(mixed: Path) -> None:
    summary = summed(mixed)
    (version,) = _told(summary, "versions")
    assert (version["文号"], version["份数"]) == ("云政发〔2024〕1号", 2)
    assert shown(version["公开属性"]) == "主动公开、不予公开"
    assert [told["文号"] for told in _told(summary, "twice")] == ["云政发〔2024〕2号"]
    assert [(told["序列"], told["缺号"]) for told in _told(summary, "gaps")] == [
        ("云政发〔2024〕", "8")
    ]
    assert [told["引用文号"] for told in _told(summary, "misnamed")] == ["云政发〔2024〕3号"]
    assert [told["引用文号"] for told in _told(summary, "unknown")] == ["云政发〔2024〕8号"]
    assert len(_told(summary, "failed")) == len(_told(summary, "copies")) == 1


def test_the_risk_of_return_is_what_the_rules_say_of_it(mixed: Path) -> None:
    summary = summed(mixed)
    (ground,) = _told(summary, "returns")
    assert (ground["环节"], ground["退文情形"]) == ("drafting", "没有提出公开属性")
    assert (ground["文件数"], ground["文件占比"]) == (1, 9.1)
    (row,) = _answer(summary, "returns").rows
    assert [summary.documents.columns["path"][number] for number in row.ids] == [
        told["文件"] for told in _told(summary, "returned")
    ]
    page = page_of(summary, mixed)
    assert '<td class="">拟稿</td>' in page


def test_results_without_the_risk_of_return_still_make_a_report(mixed: Path) -> None:
    for part in (mixed / "findings").glob("*.parquet"):
        table = parquet.read_table(part)
        parquet.write_table(table.drop_columns(["returns_at", "returns_for"]), part)
    assert _told(summed(mixed), "returns") == []


def test_each_issuer_has_a_form_with_its_tasks(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    unsigned = TEXT.replace("云岭市人民政府\n", "").replace("云岭市人民政府关于", "关于")
    issuers = ("市粮食局/储备科", "市粮食局?储备科", "")
    listed = [
        {"text": unsigned.format(what=f"第{n}轮清仓", number=n), "issuer": issuer}
        for n, issuer in enumerate(issuers)
    ]
    more = tmp_path / "清单.jsonl"
    more.write_text("\n".join(json.dumps(row) for row in listed), "utf-8")
    run_audit(archive, more)
    database = connect(tmp_path / "结果", RULES)
    forms = {form.name: form.data for form in forms_of(database, NOW)}
    assert list(forms) == [
        "云岭市人民政府任务落实督察表.docx",
        "市粮食局_储备科任务落实督察表.docx",
        "市粮食局_储备科（2）任务落实督察表.docx",
        "未认出任务落实督察表.docx",
    ]
    form = docx.Document(BytesIO(forms["云岭市人民政府任务落实督察表.docx"]))
    assert "督察对象：云岭市人民政府" in form.paragraphs[1].text
    cells = [[cell.text for cell in row.cells] for row in form.tables[0].rows]
    titles = [row[0] for row in cells[1:] if len(set(row)) == 1]
    assert titles[0] == "云岭市人民政府关于做好第1批秋粮收购工作的通知（云政发〔2024〕1号）"
    assert len(titles) == 7
    assert "完成时限：2024年12月31日" in cells[2][1]
    assert cells[2][5] == "市粮食局"
    assert list(forms_of(database, NOW, since=2025)) == []


def test_a_document_that_is_gone_or_judged_again_counts_as_it_is_now(
    mixed: Path, archive: Path, run_audit: Audit
) -> None:
    before = len(_told(summed(mixed), "gaps"))
    (archive / "跳号.txt").unlink()
    (archive / "副本.txt").unlink()
    old = archive / "旧.txt"
    old.write_text(old.read_text("utf-8") + "（此件公开发布）\n", "utf-8")
    run_audit(archive)
    summary = summed(mixed)
    assert (before, _told(summary, "gaps")) == (1, [])
    assert _told(summary, "unlabelled") == []
    assert summary.totals["judged"] == 10


def test_the_page_is_one_file_that_loads_nothing(mixed: Path) -> None:
    page = page_of(summed(mixed), mixed)
    assert not re.search(r"""(src|href)=["'](?!#)""", page)
    assert "http" not in page.replace("http-equiv", "")
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    assert len(data["columns"]["path"]) == 11
    keys = set(re.findall(r'data-row="?(\d+)', page))
    assert keys <= set(data["rows"])


def test_what_is_too_long_for_the_page_is_told_and_leads_to_its_documents(mixed: Path) -> None:
    summary = summed(mixed)
    long = _answer(summary, "unlabelled")
    few = long._replace(rows=long.rows * 1000)
    more = long._replace(
        rows=(*few.rows, *(Row(long.rows[0].values, None, (n,)) for n in (2, 2, 1)))
    )
    assert "行见 Excel 表" not in page_of(summary._replace(answers=(few,)), mixed)
    page = page_of(summary._replace(answers=(more,)), mixed)
    (key,) = re.findall(r'data-row="(\d+)" tabindex="0">网页列前 1000 行，其余 3 行', page)
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    assert data["rows"][key]["ids"] == [2, 1]


def test_the_share_of_labelled_documents_shows_the_day_of_the_duty() -> None:
    points = [Point(year, 50, 0, "") for year in (2014, 2018)]
    assert 'class="step"' in line(points, "%", (2016.86, "2016年11月10日"))
    assert 'class="step"' not in line(points[:1], "%", (2016.86, "2016年11月10日"))


def test_words_from_documents_cannot_become_markup(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    (archive / "坏.txt").write_text(TEXT.format(what="</script><b>防汛", number=8), "utf-8")
    run_audit(archive)
    page = page_of(summed(tmp_path / "结果"), tmp_path)
    assert "<b>防汛" not in page


def test_the_workbook_has_the_same_tables(mixed: Path) -> None:
    summary = summed(mixed)
    book = openpyxl.load_workbook(BytesIO(workbook_of(summary)))
    assert book.sheetnames == [answer.question.title for answer in summary.answers]
    sheet = book["待补认定清单"]
    assert [cell.value for cell in sheet[1]] == list(_answer(summary, "unlabelled").columns)
    dates = [cell.value for cell in sheet[2] if isinstance(cell.value, datetime)]
    assert [day.date() for day in dates] == [date(2017, 9, 2)]
    assert sheet.freeze_panes == "A2"


def test_a_folder_without_an_audit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="不是审计结果"):
        summed(tmp_path)
