"""Relations: the folder is their register."""

from collections import Counter
from pathlib import Path

import pytest

from gongkai_lint.readers.text import read_text
from gongkai_lint.reading import relations
from gongkai_lint.reading.reading import Reading
from gongkai_lint.reading.relations import NEEDS, RELATIONS, UNREAD, relations_of
from gongkai_lint.reading.spot import Spot
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.schema import rule_schema
from gongkai_lint.structure.recognize import recognize

FAMILIES = relations.FAMILIES


def test_every_module_of_the_folder_is_a_family_of_relations() -> None:
    folder = Path(relations.__file__).parent
    assert {one.__name__.rpartition(".")[2] for one in FAMILIES} == {
        file.stem for file in folder.glob("*.py") if file.stem != "__init__"
    }
    assert all(relations_of(family) for family in FAMILIES)


def test_no_two_relations_bear_one_name() -> None:
    names = Counter(name for family in FAMILIES for name in relations_of(family))
    assert max(names.values()) == 1


@pytest.mark.parametrize("name", RELATIONS)
def test_a_relation_says_when_it_holds(name: str) -> None:
    assert (RELATIONS[name].__doc__ or "").strip()


def test_what_a_relation_needs_are_classes_of_the_vocabulary_or_times() -> None:
    known = {one.name for one in load_ruleset().vocabulary.classes} | {"time"}
    assert NEEDS
    assert set(NEEDS) <= set(RELATIONS)
    assert frozenset().union(*NEEDS.values()) <= known


def test_what_asks_no_sentence_reads_none() -> None:
    text = "市财政局（以下简称市局）于2023年建成平台（以下简称平台）。"
    assert set(RELATIONS) > UNREAD
    for name in UNREAD:
        reading = Reading(
            recognize(read_text(text.encode(), markdown=False)), load_ruleset().vocabulary
        )
        for term in (*reading.of("abbreviates"), *reading.of("year_told")):
            spot = Spot(reading, term)
            RELATIONS[name](spot)
            assert "sentence" not in vars(spot), name


def test_an_editor_is_told_the_relations() -> None:
    clause = rule_schema()["$defs"]["check_clause"]["properties"]
    assert clause["holds"]["items"]["enum"] == sorted(RELATIONS)
