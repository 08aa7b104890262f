import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import (
    Edit,
    Failure,
    Finding,
    Fix,
    Related,
    Report,
    Suppressed,
)
from gongkai_lint.model.source import Notice
from gongkai_lint.model.span import Span
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.reporters import sarif
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.ruleset.rule import RuleSet

MakeReport = Callable[..., Report]
SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="session")
def standard() -> Draft202012Validator:
    """The schema of the standard, as Microsoft's sarif-multitool 5.7 ships it (MIT)."""
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.fixture
def run(builtin: RuleSet, standard: Draft202012Validator) -> Callable[..., dict[str, Any]]:
    """Give the only run of a valid log on some reports."""
    rules = builtin.select(("A01", "S06"), ())
    numbers = {rule.id: number for number, rule in enumerate(rules.rules)}

    def write(*reports: Report, full: bool = True) -> dict[str, Any]:
        told = numbers if full else None
        pieces = [sarif.document(report, numbers=told) for report in reports]
        kept: Sequence[sarif.Aside] = [aside for piece in pieces for aside in piece.kept]
        words = ",\n".join(piece.text for piece in pieces if piece.text)
        last = sarif.end(Tally(), kept, rules=rules, full=full)
        log = json.loads(sarif.begin() + words + last)
        assert [error.message for error in standard.iter_errors(log)] == []
        (only,) = log["runs"]
        assert isinstance(only, dict)
        return only

    return write


Run = Callable[..., dict[str, Any]]
COLON = Finding(
    "S06",
    "主送机关",
    "warning",
    "review",
    "应加冒号。",
    Span(4, 6),
    related=(Related(Span(0, 2), "标题"),),
    fix=Fix("改为冒号", (Edit(Span(5, 6), "："),), "unsafe"),
    element="addressee",
)


def test_a_rule_brings_its_manual_along(run: Run, reported: MakeReport) -> None:
    first, second = run(reported("甲"))["tool"]["driver"]["rules"]
    assert (first["id"], second["id"]) == ("A01", "S06")
    assert first["help"]["text"].startswith("A01 公文没有标明公开属性（公开属性）\n")
    assert first["help"]["markdown"].startswith("# A01 公文没有标明公开属性（公开属性）\n\n## 要求")
    assert first["defaultConfiguration"] == {"level": "error"}
    assert any("国办发〔2016〕80号" in basis for basis in first["properties"]["basis"])


def test_only_rules_that_spoke_are_written_unless_all_are_asked(
    run: Run, reported: MakeReport
) -> None:
    short = run(reported("甲乙丙丁戊己", findings=(COLON,)), full=False)
    assert [rule["id"] for rule in short["tool"]["driver"]["rules"]] == ["S06"]
    assert "ruleIndex" not in short["results"][0]
    assert short["tool"]["driver"]["properties"]["ruleset"].startswith("sha256:")


def test_a_result_points_at_lines_and_columns_in_characters(run: Run, reported: MakeReport) -> None:
    only = run(reported("𠀀乙", "𠀀各镇，", findings=(COLON,)))
    assert only["columnKind"] == "unicodeCodePoints"
    (result,) = only["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("S06", 1, "warning")
    assert result["properties"] == {"outcome": "review"}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E7%A8%BF%201.txt"
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 2,
        "endLine": 2,
        "endColumn": 4,
        "charOffset": 4,
        "charLength": 2,
        "snippet": {"text": "各镇"},
    }
    assert result["locations"][0]["logicalLocations"][0]["name"] == "主送机关"
    assert result["relatedLocations"][0]["message"] == {"text": "标题"}
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["endColumn"] == 3


def test_a_word_file_has_offsets_in_its_text_and_no_fixes(run: Run, reported: MakeReport) -> None:
    (result,) = run(reported("甲乙", "丙各镇，", findings=(COLON,), media_type=DOCX))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["charOffset"], region["charLength"]) == (4, 2)
    assert "fixes" not in result
    assert "改法：改为冒号" in result["message"]["text"]


@pytest.mark.parametrize(("end", "place"), [("\n", (4, 2)), ("\r\n", (5, 2)), ("", None)])
def test_offsets_count_the_line_ends_of_the_file(
    run: Run, reported: MakeReport, end: str, place: tuple[int, int] | None
) -> None:
    report = reported("甲乙", "丙各镇，", findings=(COLON,))
    assert report.document
    source = report.document.source._replace(line_end=end)
    document = Document(report.document.text, source, ())
    (result,) = run(report._replace(document=document))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert place == ((region["charOffset"], region["charLength"]) if place else None)
    assert ("charOffset" in region) == bool(place)


def test_a_fix_of_a_text_file_can_be_carried_out(run: Run, reported: MakeReport) -> None:
    (result,) = run(reported("甲乙", "丙各镇，", findings=(COLON,)))["results"]
    (fix,) = result["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "："}
    assert replacement["deletedRegion"] == {
        "startLine": 2,
        "startColumn": 3,
        "endLine": 2,
        "endColumn": 4,
        "charOffset": 5,
        "charLength": 1,
    }
    assert fix["properties"] == {"safety": "unsafe"}


def test_accepted_findings_stay_with_their_reason(run: Run, reported: MakeReport) -> None:
    other = COLON._replace(span=Span(0, 1))
    accepted = (Suppressed(other, Suppression(other.rule, "沿用旧格式", date(2024, 12, 31))),)
    report = reported("甲乙", "丙各镇，", findings=(COLON,))._replace(suppressed=accepted)
    first, second = run(report)["results"]
    assert "suppressions" not in second
    (suppression,) = first["suppressions"]
    assert suppression["justification"] == "沿用旧格式"
    assert suppression["properties"] == {"until": "2024-12-31"}


def test_a_result_carries_the_fingerprint_of_its_finding(
    run: Run, judged: Callable[[str], Report]
) -> None:
    text = "云岭市人民政府关于秋收的通知\n各镇人民政府\n请抓紧办。\n2024年9月2日\n"
    report = judged(text)
    marks = [result["partialFingerprints"] for result in run(report)["results"]]
    assert marks == [{"gongkaiLint/v1": finding.fingerprint} for finding in report.findings]
    assert "A01" in {finding.rule for finding in report.findings}


def test_what_went_wrong_is_a_notification(run: Run, reported: MakeReport) -> None:
    unread = reported("甲", path="/文/空.txt")._replace(
        document=None, digest="", media_type="", failures=(Failure("read", None, "空。"),)
    )
    broken = reported("甲")._replace(failures=(Failure("rule", "S06", "Traceback\nKeyError: 'x'"),))
    only = run(unread, broken)
    assert only["results"] == []
    (invocation,) = only["invocations"]
    assert invocation["executionSuccessful"] is False
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"] == {"text": "读不出来：空。"}
    uri = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///%E6%96%87/%E7%A9%BA.txt"
    assert second["associatedRule"] == {"id": "S06", "index": 1}
    assert "KeyError" in second["exception"]["message"]


def test_a_clean_document_is_an_artifact_with_its_digest(run: Run, reported: MakeReport) -> None:
    report = reported("甲")
    assert report.document
    source = report.document.source._replace(notices=(Notice("images", "有 1 张图片。"),))
    noted = Document("甲", source, ())
    only = run(report._replace(document=noted))
    (artifact,) = only["artifacts"]
    assert artifact["hashes"] == {"sha-256": "0f"}
    (invocation,) = only["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["toolExecutionNotifications"][0]["level"] == "note"
