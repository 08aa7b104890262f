"""The JSON that others rely on: every key of the contract, with its type."""

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXT = """\
云政办发〔2024〕5号
云岭市人民政府办公室关于做好秋季检查的通知

各县（市、区）人民政府，市政府各部门：
根据《云岭市检查办法》（云政发〔2023〕8号），请于2024年10月底前抓紧完成检查。
一、总体要求
依法开展检查。
云岭市人民政府办公室
2024年9月2日
（此件公开发布）
"""
DOCUMENT = {
    "path": str,
    "digest": str,
    "media_type": str,
    "profile": str,
    "as_of": str,
    "document_type": str,
    "document_type_zh": str,
    "elements": dict,
    "disclosure": str,
    "deadlines": list,
    "citations": list,
    "tasks": list,
    "findings": list,
    "outcomes": dict,
    "suppressed": list,
    "failures": list,
    "notices": list,
}
FINDING = {
    "rule": str,
    "fingerprint": str,
    "title": str,
    "severity": str,
    "outcome": str,
    "message": str,
    "text": str,
    "location": dict,
    "related": list,
    "basis": list,
}
LOCATION = {
    "start": int,
    "end": int,
    "paragraph": int,
    "line": int,
    "column": int,
    "element": str,
    "place": str,
    "context": str,
}


def _assert_shape(value: dict[str, Any], shape: Mapping[str, type]) -> None:
    for key, kind in shape.items():
        assert isinstance(value[key], kind), key


@pytest.fixture
def result(run: Run, office: str, tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "稿.txt").write_text(TEXT, encoding="utf-8")
    done = run("check", "--rules", office, "--select", "X", "--format", "json", "稿.txt")
    assert done.returncode == 1
    loaded: dict[str, Any] = json.loads(done.stdout)
    return loaded


def test_the_frame_names_schema_version_and_rule_set(result: dict[str, Any]) -> None:
    assert result["schema"] == "gongkai-lint/1"
    assert result["ruleset"]["digest"].startswith("sha256:")
    assert result["ruleset"]["rules"] == 2
    assert result["summary"] == {
        "documents": 1,
        "failed": 0,
        "findings": {"error": 0, "warning": 1, "info": 0},
        "review": 0,
        "suppressed": 0,
        "baseline": {"known": 0, "gone": 0},
        "by_rule": {"X01": 1},
    }


def test_a_document_has_every_key_of_the_contract(result: dict[str, Any]) -> None:
    (document,) = result["documents"]
    _assert_shape(document, DOCUMENT)
    assert (document["path"], document["media_type"]) == ("稿.txt", "text/plain")
    assert (document["profile"], document["as_of"]) == ("draft", "2024-09-02")
    assert (document["document_type"], document["document_type_zh"]) == ("notice", "通知")
    assert document["disclosure"] == "proactive"
    assert document["outcomes"] == {"X01": "violation", "X02": "pass"}


def test_elements_carry_their_words_offsets_and_values(result: dict[str, Any]) -> None:
    elements = result["documents"][0]["elements"]
    (number,) = elements["document_number"]
    assert (number["text"], number["start"], number["end"]) == ("云政办发〔2024〕5号", 0, 12)
    assert number["paragraph"] == 1
    assert elements["date_of_issue"][0]["value"] == "2024-09-02"
    assert elements["heading"][0]["level"] == 1
    for found in elements.values():
        for element in found:
            if "text" in element:
                assert TEXT[element["start"] : element["end"]] == element["text"]


def test_times_and_citations_carry_what_they_mean(result: dict[str, Any]) -> None:
    document = result["documents"][0]
    (deadline,) = [d for d in document["deadlines"] if "10月底" in d["text"]]
    assert (deadline["kind"], deadline["resolved"]) == ("absolute", "2024-10-31")
    (citation,) = document["citations"]
    assert (citation["title"], citation["number"]) == ("云岭市检查办法", "云政发〔2023〕8号")


def test_a_finding_tells_its_exact_place(result: dict[str, Any]) -> None:
    (finding,) = result["documents"][0]["findings"]
    _assert_shape(finding, FINDING)
    _assert_shape(finding["location"], LOCATION)
    place = finding["location"]
    assert TEXT[place["start"] : place["end"]] == finding["text"] == "抓紧"
    line = TEXT.splitlines()[place["line"] - 1]
    assert line[place["column"] - 1 :].startswith("抓紧")
    assert place["context"] == line
    assert (place["place"], place["table"]) == ("body", None)
    assert finding["fix"] is None
    assert finding["basis"] == [
        {"instrument": "GB/T 9704-2012", "title": "党政机关公文格式", "provision": "7.3.3"}
    ]


def test_a_fix_is_edits_in_the_same_offsets(run: Run, office: str) -> None:
    words = ("check", "--rules", office, "--select", "X02", "--format", "json", "-")
    done = run(*words, stdin="根据《甲》、《乙》。".encode())
    (finding,) = json.loads(done.stdout)["documents"][0]["findings"]
    assert finding["outcome"] == "review"
    assert finding["fix"]["safety"] == "safe"
    assert finding["fix"]["edits"] == [{"start": 5, "end": 6, "text": ""}]


def test_jsonl_holds_no_other_line_end(run: Run, office: str, tmp_path: Path) -> None:
    text = "请尽快\u2028办理\u2029，抓紧\x85落实\x0b。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    words = ("check", "--rules", office, "--select", "X", "a.txt", "--format")
    (line,) = run(*words, "jsonl").stdout.splitlines()
    (document,) = json.loads(run(*words, "json").stdout)["documents"]
    assert json.loads(line) == document
    assert "\\u2028" in line


def test_jsonl_is_one_document_a_line(run: Run, office: str, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    done = run("check", "--rules", office, "--format", "jsonl", "a.txt", "b.txt", "c.txt")
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert [document["path"] for document in documents] == ["a.txt", "b.txt", "c.txt"]
    assert documents[2]["failures"][0]["stage"] == "read"
    assert documents[2].keys() == documents[0].keys()
