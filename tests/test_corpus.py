"""The whole way from bytes: good documents are silent, flawed ones tell exactly their flaws."""

import csv
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.api import Request, lint_path, load_ruleset
from gongkai_lint.config.settings import PROFILES
from gongkai_lint.model.finding import Profile, Report

CORPUS = Path(__file__).parent.parent / "corpus"
TODAY = date(2026, 11, 24)
EXEMPLARS = sorted(path for path in (CORPUS / "exemplars").iterdir() if path.suffix != ".json")
EXPECTED = sorted((CORPUS / "drafts").glob("*.expected.json"))
RULES = load_ruleset()
Told = set[tuple[str, str]]


@cache
def _report(path: Path, profile: Profile) -> Report:
    return lint_path(path, Request(RULES, TODAY, profile))


def _told(report: Report) -> Told:
    document = report.document
    assert document is not None
    assert report.failures == ()
    return {(found.rule, document.words(found.span)) for found in report.findings}


def _grave(report: Report) -> Told:
    document = report.document
    assert document is not None
    grave = [found for found in report.findings if found.severity != "info"]
    return {(found.rule, document.words(found.span)) for found in grave}


@cache
def _known() -> dict[str, Told]:
    known: dict[str, Told] = {}
    with (CORPUS / "known_findings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["reason"], row
            known.setdefault(row["document"], set()).add((row["rule"], row["text"]))
    return known


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("path", EXEMPLARS, ids=lambda path: path.name)
def test_a_good_document_is_silent(path: Path, profile: Profile) -> None:
    known = _known().get(f"exemplars/{path.name}", set())
    assert _grave(_report(path, profile)) <= known


def _expected(file: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return expected


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.name.split(".")[0])
def test_a_flawed_draft_tells_its_flaws_and_no_others(file: Path) -> None:
    expected = _expected(file)
    report = _report(file.parent / expected["file"], expected.get("profile", "draft"))
    wanted = {(finding["rule"], finding["text"]) for finding in expected["findings"]}
    allowed = wanted | _known().get(f"drafts/{expected['file']}", set())
    told, grave = _told(report), _grave(report)
    assert {want for want in wanted if not _among(want, told)} == set(), "missed"
    assert {one for one in grave if not _among(one, allowed)} == set(), "told without need"
    assert {rule for rule, _ in told} & set(expected.get("clean", ())) == set(), "told though clean"


def _among(one: tuple[str, str], others: Told) -> bool:
    """Say whether the same rule speaks of the same words; the rules' own examples fix the ends."""
    rule, words = one
    return any(rule == other and (words in text or text in words) for other, text in others)


def test_known_findings_only_shrink() -> None:
    gone = [
        (name, *finding)
        for name, findings in _known().items()
        for finding in findings
        if not any(finding in _told(_report(CORPUS / name, profile)) for profile in PROFILES)
    ]
    assert gone == [], "no longer told: take these lines out of corpus/known_findings.csv"


def test_every_draft_has_its_expectations() -> None:
    drafts = {p.name for p in (CORPUS / "drafts").iterdir() if p.suffix in {".txt", ".docx", ".md"}}
    assert {_expected(file)["file"] for file in EXPECTED} == drafts
