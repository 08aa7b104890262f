from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.checks.lexicon import Lexicon, WrongWord
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.ruleset.lexicon_file import read_lexicon
from gongkai_lint.ruleset.yaml_source import load_yaml

LISTS = Path(__file__).parents[2] / "rules" / "lexicons"
every_list = pytest.mark.parametrize("name", sorted(file.stem for file in LISTS.glob("*.yaml")))
Write = Callable[..., Document]
Show = Callable[..., View]


@cache
def _listed(name: str) -> list[dict[str, Any]]:
    entries: Any = load_yaml((LISTS / f"{name}.yaml").read_text(encoding="utf-8")).value
    assert isinstance(entries, list)
    return entries


@cache
def _check(name: str) -> Lexicon:
    check = read_lexicon(LISTS / f"{name}.yaml", pytest.fail)
    assert check
    return check


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


def test_the_list_of_typos_is_long() -> None:
    assert len(_listed("typos")) >= 500


@every_list
def test_every_entry_reports_its_example(
    find: Callable[..., list[tuple[str, str, str]]], name: str
) -> None:
    told = set(find(_check(name), *(entry["example"] for entry in _listed(name))))
    wanted = {(entry["wrong"], entry["right"], entry["example"]) for entry in _listed(name)}
    assert wanted <= told


@every_list
def test_no_entry_reports_its_sound_sentence(
    find: Callable[..., list[tuple[str, str, str]]], name: str
) -> None:
    sound = [
        entry.get("pass", entry["example"].replace(entry["wrong"], entry["right"]))
        for entry in _listed(name)
    ]
    assert find(_check(name), *sound) == []


def test_a_word_inside_other_words_is_sound(
    find: Callable[..., list[tuple[str, str, str]]],
) -> None:
    check = Lexicon.of((WrongWord("布署", "部署", segment=True),))
    told = find(check, "统一布署防汛工作。", "公布署名单位。")
    assert [line for *_, line in told] == ["统一布署防汛工作。"]


def test_a_word_in_quotation_marks_is_spoken_about(
    find: Callable[..., list[tuple[str, str, str]]],
) -> None:
    assert find(Lexicon.of((WrongWord("布署", "部署"),)), "“布署”应当写作“部署”。") == []


def test_conditions_do_not_cross_a_paragraph(
    find: Callable[..., list[tuple[str, str, str]]],
) -> None:
    check = Lexicon.of((WrongWord("截止", "截至", after="20"),))
    assert find(check, "报名截止", "2024年另行安排。") == []


def test_what_must_not_stand_around_a_word_may_stand_across_a_cut_line(
    find: Callable[..., list[tuple[str, str, str]]],
) -> None:
    check = Lexicon.of((WrongWord("络实", "落实", not_before="网", not_after="名"),))
    assert find(check, "推进网", "络实时监控。") == []
    assert find(check, "推进络实", "名登记。") == []
    assert find(check, "推进", "络实任务。") == [("络实", "落实", "络实任务。")]


def test_a_suspected_word_is_for_review_and_not_edited(notice: Write, view: Show) -> None:
    check = Lexicon.of((WrongWord("其它", "其他", "suspected"),))
    (match,) = check.matches(view(notice("其它事项另行通知。"), "body"))
    assert match.doubtful
    assert match.edits == ()
    assert match.case == "suspected"


def test_some_words_are_sought_in_drafts_only(notice: Write, view: Show) -> None:
    shown = view(notice("其它事项另行通知。"), "body")
    check = Lexicon.of((WrongWord("其它", "其他", drafts=True),))
    assert len(list(check.matches(shown))) == 1
    assert list(check.matches(shown._replace(profile="archive"))) == []
