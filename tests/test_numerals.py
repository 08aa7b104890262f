"""Numerals of official documents, and how another reader of Chinese numerals takes them."""

from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.numerals import chinese_numeral, chinese_year, parse_halves, parse_number

# What cn2an 0.5.24 (mode "normal") reads otherwise, and why we do not follow it.
REFUSED = {"round zero", "thirty and forty in one sign", "arabic", "full width"}
OTHERWISE = {
    "一百五": (105, 150),  # spoken for a price; an article 一百五 has lost its 零
    "一千五": (1005, 1500),
    "一万五": (None, 15000),  # spoken only: nothing in a document says which
    "两三": (None, 23),  # two or three
    "五六": (None, 56),
    "一百零": (None, 100),  # cut off
    "壹佰": (None, 100),  # on cheques, not in documents
    "1万2千": (12000, ValueError),
    "一万万": (100_000_000, ValueError),
    "㉑": (21, ValueError),
    "Ⅳ": (4, ValueError),
}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("15", 15), ("十五", 15), ("二十", 20), ("一百零三", 103), ("二○一八", 2018), ("１２", 12),
        ("一千二百六十一", 1261), ("一百零五", 105), ("一百〇五", 105), ("两百", 200), ("两", 2),
        ("廿三", 23), ("廿", 20), ("卅", 30), ("卅一", 31), ("一百十五", 115), ("一二三", 123),
        ("一万二千", 12000), ("3万", 30000), ("十万零五百", 100500), ("一亿零三百", 100_000_300),
        ("①", 1), ("⑳", 20), ("㉑", 21), ("㉟", 35), ("㊱", 36), ("㊿", 50), ("⒈", 1), ("⑴", 1),
        ("㈠", 1), ("㈩", 10), ("Ⅰ", 1), ("Ⅻ", 12), ("零", 0), ("〇", 0), ("十", 10),
    ],
)  # fmt: skip
def test_numerals_are_read(words: str, number: int) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "十五天", "甲", "1.5", "百", "千", "万", "半", "½", "两三", "三五", "二三十", "十十",
     "廿十", "二廿", "一千零零五", "一百零", "十亿五", "十五六", "零百", "一点五"],
)  # fmt: skip
def test_what_is_no_numeral_is_none(words: str) -> None:
    assert parse_number(words) is None


@pytest.mark.parametrize(
    ("words", "halves"),
    [("半", 1), ("1.5", 3), ("１．５", 3), ("一个半", 3), ("两个半", 5), ("3", 6), ("3.0", 6),
     ("十二", 24), ("1.25", None), ("一半", None), ("半个", None), ("", None), ("多个半", None)],
)  # fmt: skip
def test_halves_are_read(words: str, halves: int | None) -> None:
    assert parse_halves(words) == halves


@given(st.integers(1, 12_000))
def test_a_chinese_numeral_reads_back(number: int) -> None:
    assert parse_number(chinese_numeral(number)) == number


@given(st.integers(1000, 2999))
def test_a_chinese_year_reads_back(year: int) -> None:
    assert parse_number(chinese_year(year)) == year


@given(st.text("〇零一二三四五六七八九十百千万亿廿卅两半0５①Ⅰ.", max_size=12))
def test_no_text_breaks_the_reader(words: str) -> None:
    assert (parse_number(words) or 0) >= 0
    assert (parse_halves(words) or 0) >= 0


def test_ten_thousand_numerals_are_read_as_cn2an_reads_them() -> None:
    told = list(_numerals())
    assert len(told) > 10_000
    for form, words, number in told:
        assert parse_number(words) == number, words
        assert _of_others(words) == (ValueError if form in REFUSED else number), (form, words)


@pytest.mark.parametrize("words", OTHERWISE)
def test_a_known_difference_is_still_one(words: str) -> None:
    assert (parse_number(words), _of_others(words)) == OTHERWISE[words]


def _numerals() -> Iterator[tuple[str, str, int]]:
    for number in range(1, 10_000):
        plain = chinese_numeral(number)
        yield "plain", plain, number
        if "零" in plain:
            yield "zero as a letter", plain.replace("零", "〇"), number
    for number in range(200, 10_000, 100):
        spoken = chinese_numeral(number).replace("二百", "两百").replace("二千", "两千")
        yield "spoken two", spoken, number
    for year in range(1900, 2100):
        yield "year", chinese_year(year).replace("○", "〇"), year
        yield "round zero" if "0" in str(year) else "year", chinese_year(year), year
    for tens, form in (("廿", "plain"), ("卅", "thirty and forty in one sign")):
        for ones in ("", *"一二三四五六七八九"):
            number = 10 * "十廿卅".index(tens) + 10 + (parse_number(ones) or 0)
            yield form, tens + ones, number
    for number in range(1, 1000, 7):
        yield "arabic", str(number), number
        yield "full width", str(number).translate(_WIDE), number


_WIDE = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}


def _of_others(words: str) -> int | float | type[Exception]:
    read: Callable[[str, str], int | float] = import_module("cn2an").cn2an
    try:
        return read(words, "normal")
    except ValueError:
        return ValueError
