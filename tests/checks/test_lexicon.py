from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.checks.lexicon import Entry, Lexicon
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.yaml_source import load_yaml

WORDS = Path(__file__).parents[2] / "rules" / "lexicons" / "typos.yaml"
Write = Callable[..., Document]
Show = Callable[..., View]


@cache
def _listed() -> list[dict[str, Any]]:
    entries: Any = load_yaml(WORDS.read_text(encoding="utf-8")).value
    assert isinstance(entries, list)
    return entries


@pytest.fixture
def find(notice: Write, view: Show) -> Callable[..., list[tuple[str, str, str]]]:
    def look(check: Lexicon, *sentences: str) -> list[tuple[str, str, str]]:
        document = notice("\n".join(sentences))
        found = check.matches(view(document, "body"))
        words = [(dict(m.captures), _line(document, m)) for m in found]
        return [(said["wrong"], said["right"], line) for said, line in words]

    return look


def _line(document: Document, match: Match) -> str:
    return document.words(document.paragraph_span(document.paragraph_at(match.span.start)))


def _typos() -> Lexicon:
    (rule,) = (rule for rule in load_ruleset().rules if rule.id == "L05")
    assert isinstance(rule.check, Lexicon)
    return rule.check


def test_every_entry_reports_its_example(find: Callable[..., list[tuple[str, str, str]]]) -> None:
    told = set(find(_typos(), *(entry["example"] for entry in _listed())))
    wanted = {(entry["wrong"], entry["right"], entry["example"]) for entry in _listed()}
    assert wanted <= told


def test_no_entry_reports_its_sound_sentence(
    find: Callable[..., list[tuple[str, str, str]]],
) -> None:
    sound = [
        entry.get("pass", entry["example"].replace(entry["wrong"], entry["right"]))
        for entry in _listed()
    ]
    assert find(_typos(), *sound) == []


def test_a_word_inside_other_words_is_sound(
    find: Callable[..., list[tuple[str, str, str]]],
) -> None:
    check = Lexicon((Entry("布署", "部署", segment=True),))
    told = find(check, "统一布署防汛工作。", "公布署名单位。")
    assert [line for *_, line in told] == ["统一布署防汛工作。"]


def test_a_word_in_quotation_marks_is_spoken_about(
    find: Callable[..., list[tuple[str, str, str]]],
) -> None:
    assert find(Lexicon((Entry("布署", "部署"),)), "“布署”应当写作“部署”。") == []


def test_conditions_do_not_cross_a_paragraph(
    find: Callable[..., list[tuple[str, str, str]]],
) -> None:
    check = Lexicon((Entry("截止", "截至", after="20"),))
    assert find(check, "报名截止", "2024年另行安排。") == []


def test_a_suspected_word_is_for_review_and_not_edited(notice: Write, view: Show) -> None:
    check = Lexicon((Entry("其它", "其他", "suspected"),))
    (match,) = check.matches(view(notice("其它事项另行通知。"), "body"))
    assert match.doubtful
    assert match.edits == ()
    assert match.case == "suspected"


def test_some_words_are_sought_in_drafts_only(notice: Write, view: Show) -> None:
    shown = view(notice("其它事项另行通知。"), "body")
    check = Lexicon((Entry("其它", "其他", drafts=True),))
    assert len(list(check.matches(shown))) == 1
    assert list(check.matches(shown._replace(profile="archive"))) == []
