"""Formats that can be read: the folder is their register."""

from collections import Counter
from pathlib import Path

import pytest

from gongkai_lint.errors import UnreadableError
from gongkai_lint.readers import formats
from gongkai_lint.readers.format import Format
from gongkai_lint.readers.formats import FORMATS
from gongkai_lint.readers.media_type import SUFFIXES, media_type
from gongkai_lint.readers.read import read

NAMED = [(one, suffix) for one in FORMATS for suffix in (*one.suffixes, *one.rarer) if one.named]


def test_every_module_of_the_folder_has_a_format() -> None:
    modules = {one.read.__module__.rpartition(".")[2] for one in FORMATS}
    assert modules == {file.stem for file in Path(formats.__file__).parent.glob("*.py")} - {
        "__init__"
    }


def test_a_suffix_an_opening_and_a_kind_are_told_once() -> None:
    suffixes = Counter(suffix for one in FORMATS for suffix in (*one.suffixes, *one.rarer))
    openings = Counter(magic for one in FORMATS for magic in one.magic)
    kinds = Counter(one.media_type for one in FORMATS)
    assert max((suffixes | openings | kinds).values()) == 1
    assert all(suffix == "" or suffix.startswith(".") for suffix in suffixes)


@pytest.mark.parametrize(("form", "suffix"), NAMED, ids=[suffix for _, suffix in NAMED])
def test_a_suffix_is_believed_where_no_byte_tells(form: Format, suffix: str) -> None:
    assert media_type("云岭市".encode(), f"稿{suffix}") == form.media_type
    assert read("云岭市".encode(), f"稿{suffix}").paragraphs[0].text == "云岭市"


def test_an_opening_tells_whatever_the_name_says() -> None:
    told = [(magic, one.media_type) for one in FORMATS for magic in one.magic]
    assert told
    for magic, kind in told:
        assert media_type(magic + b" ...", "稿.txt") == kind


def test_of_another_suffix_it_is_told_what_can_be_read() -> None:
    with pytest.raises(UnreadableError, match=r"不支持 \.xyz 文件") as told:
        media_type(b"...", "稿.xyz")
    assert all(suffix in str(told.value) for suffix in SUFFIXES)
