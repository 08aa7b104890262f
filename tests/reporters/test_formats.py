"""Formats: the folder is their register."""

from collections import Counter
from pathlib import Path

import pytest

from gongkai_lint.reporters import formats
from gongkai_lint.reporters.formats import FORMATS, Style, format_of, reporter_of
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.ruleset.load import load_ruleset


def test_every_module_of_the_folder_is_a_format() -> None:
    folder = Path(formats.__file__).parent
    assert set(FORMATS) == {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert {"text", "json", "sarif", "html", "xlsx"} <= set(FORMATS)


def test_a_suffix_means_one_format() -> None:
    told = Counter(suffix for name in FORMATS for suffix in format_of(name).suffixes)
    assert max(told.values()) == 1
    assert all(suffix.startswith(".") for suffix in told)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_kept_in_a_file_has_a_suffix_and_what_is_shown_is_text(name: str) -> None:
    form = format_of(name)
    assert form.suffixes or not form.kept
    assert form.kept or form.shown
    reporter = reporter_of(name, load_ruleset(), Style())
    said = reporter.begin() + "" if form.shown else reporter.end(Tally(), ())
    assert isinstance(said, str) is form.shown
