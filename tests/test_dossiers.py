"""Submission folders from their files to the 退文清单."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.api import Request, lint_dossier, lint_path, load_ruleset
from gongkai_lint.model.dossier import Submission
from gongkai_lint.model.finding import Report

CORPUS = Path(__file__).parent.parent / "corpus" / "dossiers"
REQUEST = Request(load_ruleset(), date(2026, 11, 24))
EXPECTED = sorted(CORPUS.glob("*.expected.json"))
DEFECTIVE = [CORPUS / file.name.removesuffix(".expected.json") for file in EXPECTED]
COMPLETE = sorted(path for path in CORPUS.iterdir() if path.is_dir() and path not in DEFECTIVE)
BESIDE = ("I01", "P01", "P03", "P04", "P05", "P08", "P12", "S08")
Told = tuple[str, str, str]


def _name(path: Path) -> str:
    return path.name.split(".")[0]


@cache
def _reports(folder: Path) -> tuple[Report, ...]:
    return lint_dossier(folder, REQUEST)


def _summary(folder: Path) -> Submission:
    summary = _reports(folder)[0].dossier
    assert summary is not None
    return summary


def _grave(folder: Path) -> list[Told]:
    told = []
    for report in _reports(folder):
        assert report.failures == ()
        assert report.document is not None
        name = Path(report.path).relative_to(folder).as_posix()
        grave = [found for found in report.findings if found.severity != "info"]
        told += [(name, found.rule, report.document.words(found.span)) for found in grave]
    return sorted(told)


def test_there_are_complete_and_defective_submissions() -> None:
    assert len(COMPLETE) >= 3
    assert len(DEFECTIVE) >= 5
    assert all(folder.is_dir() for folder in DEFECTIVE)
    with_word = [folder for folder in (*COMPLETE, *DEFECTIVE) if list(folder.glob("**/*.docx"))]
    assert len(with_word) >= 2


@pytest.mark.parametrize("folder", COMPLETE, ids=_name)
def test_a_complete_submission_is_silent(folder: Path) -> None:
    assert _grave(folder) == []
    summary = _summary(folder)
    assert (summary.missing, summary.unplaced, summary.unread, summary.grounds) == ((), (), (), ())


@pytest.mark.parametrize("file", EXPECTED, ids=_name)
def test_a_defective_submission_tells_its_defects_and_no_others(file: Path) -> None:
    expected: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    folder = CORPUS / file.name.removesuffix(".expected.json")
    wanted = [(one["file"], one["rule"], one["text"]) for one in expected["findings"]]
    assert _grave(folder) == sorted(wanted)
    summary = _summary(folder)
    assert list(summary.missing) == expected["missing"]
    grounds = [
        {**ground.returns._asdict(), "rules": sorted({cause.rule for cause in ground.causes})}
        for ground in summary.grounds
    ]
    assert grounds == expected["grounds"]


@pytest.mark.parametrize("folder", DEFECTIVE, ids=_name)
def test_a_draft_without_its_submission_gets_remarks_at_most(folder: Path) -> None:
    report = lint_path(Path(_reports(folder)[0].path), REQUEST)
    told = {found.rule: found.severity for found in report.findings if found.rule in BESIDE}
    assert set(told.values()) <= {"info"}


@pytest.mark.parametrize("folder", [*COMPLETE, *DEFECTIVE], ids=_name)
def test_an_unplaced_file_is_not_passed_by_any_rule(folder: Path, tmp_path: Path) -> None:
    for paper in _reports(folder):
        name = Path(paper.path).relative_to(folder)
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(Path(paper.path).read_bytes())
    (tmp_path / "资料.txt").write_text("会议室座次\n张三 李四", encoding="utf-8")
    *_, last = lint_dossier(tmp_path, REQUEST)
    assert (Path(last.path).name, last.role, last.findings) == ("资料.txt", None, ())
    assert {outcome for rule, outcome in last.outcomes if rule[0] != "Z"} == {"inapplicable"}
