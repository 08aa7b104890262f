"""A few seeded rounds of what ``fuzz_word`` does, on every Word file of the corpus."""

from pathlib import Path
from random import Random

import pytest

from tests.reporters.fuzz_word import comment_at_random, edit_at_random

CORPUS = sorted(Path(__file__).parents[2].glob("corpus/**/*.docx"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_comments_and_edits_at_random_lose_nothing(path: Path) -> None:
    random = Random(path.name)  # noqa: S311  to be repeated
    data = path.read_bytes()
    assert comment_at_random(data, random, 12) == 12
    edit_at_random(data, random, 12)
