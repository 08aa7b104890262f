"""Jieba is asked what our tables and our cuts should be: no difference is known or allowed."""

import random
from importlib.resources import files
from pathlib import Path

import jieba
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jieba import finalseg

from gongkai_lint.segmentation import segment
from gongkai_lint.segmentation.table import Table
from gongkai_lint.segmentation.words import _TOTAL

TABLES = files("gongkai_lint.segmentation")
CORPUS = Path(__file__).parents[2] / "corpus"
WORDS = TABLES.joinpath("words.txt").read_text(encoding="utf-8").splitlines()
# Now and then a text has what no dictionary has: rare characters, Latin, digits, blanks.
OTHERS = list("。，a1.%-+# \r\n\t　〇龦\U00020000γ")


@pytest.fixture(scope="module", autouse=True)
def _quiet(tmp_path_factory: pytest.TempPathFactory) -> None:
    jieba.setLogLevel(60)
    jieba.dt.tmp_dir = str(tmp_path_factory.mktemp("jieba"))  # not in the folder that all share
    jieba.initialize()


def test_the_words_are_those_of_jieba() -> None:
    counts = {word: count for word, count in jieba.dt.FREQ.items() if count}
    lines = sorted(f"{word} {count}".encode() for word, count in counts.items())
    assert [line.encode() for line in WORDS] == lines
    assert jieba.dt.total == _TOTAL


def test_the_likelihoods_are_those_of_jieba() -> None:
    told = finalseg.emit_P
    characters = sorted(set().union(*told.values()))
    lines = [
        " ".join(
            [one, *(repr(told[state][one]) if one in told[state] else "-" for state in "BMES")]
        )
        for one in characters
    ]
    assert TABLES.joinpath("characters.txt").read_text(encoding="utf-8").splitlines() == lines


def test_every_line_of_the_corpus_is_cut_as_jieba_cuts_it() -> None:
    texts = [
        path.read_text(encoding="utf-8", errors="replace") for path in sorted(CORPUS.rglob("*.txt"))
    ]
    lines = [line for text in texts for line in text.splitlines()]
    assert len(lines) > 500
    assert [list(segment(line)) for line in lines] == [jieba.lcut(line) for line in lines]


def test_what_is_thrown_together_is_cut_as_jieba_cuts_it() -> None:
    chance = random.Random(20261201)  # noqa: S311 (no secret)
    words = [line.split()[0] for line in WORDS]
    characters = [chr(code) for code in range(0x4E00, 0x9FFF)]
    for _ in range(2_000):
        pools = chance.choices((words, characters, OTHERS), k=chance.randint(1, 12))
        text = "".join(chance.choice(pool) for pool in pools)
        assert list(segment(text)) == jieba.lcut(text)


@given(st.text(st.characters(exclude_categories=()), max_size=30))
@example("\r\n")
@example("\ud800")
def test_any_text_is_cut_as_jieba_cuts_it(text: str) -> None:
    assert list(segment(text)) == jieba.lcut(text)


def test_a_line_is_found_wherever_it_stands() -> None:
    table = Table("words.txt")
    for line in (WORDS[0], WORDS[1], WORDS[len(WORDS) // 2], WORDS[-1]):
        assert table.first_from(line.encode()) == line.encode()
    assert table.first_from(b"") == WORDS[0].encode()
    assert table.first_from("\U0010ffff".encode()) == b""
