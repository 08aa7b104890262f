"""Numerals of official documents, read and written: 15, 十五, 廿三, 二○一八, ㉑, ⒈, Ⅰ, 一个半."""

from unicodedata import category, numeric

_DIGITS = "零一二三四五六七八九"
_VALUES = {character: value for value, character in enumerate(_DIGITS)} | {
    **{character: value for value, character in enumerate("０１２３４５６７８９")},
    **{character: value for value, character in enumerate("0123456789")},
    **dict.fromkeys("〇○◯ＯOoО", 0),
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_MYRIADS = (("亿", 100_000_000), ("万", 10_000))
_TEN_THOUSAND = 10_000
_LARGE, _WRITTEN = frozenset("十百千万亿廿卅卌"), frozenset(_VALUES)
_HAN_DIGITS = frozenset("一两二三四五六七八九")

COUNT = "[0-9０-９零〇○一二两三四五六七八九十百千廿卅]"
"""A character class: what a count, an article's or a period's number is written with."""
ORDINAL = "[一二三四五六七八九十廿卅]"
"""A character class: what the ordinals of headings, months and days are written with."""
CIRCLED = "[①-⑳㉑-㉟㊱-㊿]"
"""A character class: a number in a circle, from 1 to 50."""


def parse_number(text: str) -> int | None:
    """Read a whole number (``15``, ``十五``, ``廿三``, ``二○一八``, ``㉑``); None for any other.

    What says two numbers (两三, 二三十) or none is none. A digit behind 百 or 千 without 零 counts
    as ones (一百五 is 105): so ordinals are written, and a sum of money has a unit there.
    """
    if text.isdecimal() and text.isascii():
        return int(text)
    if len(text) == 1 and text not in _VALUES:
        return _sign(text)
    if not _LARGE.isdisjoint(text):
        return _large(text)
    if not text or not _WRITTEN.issuperset(text):
        return None
    if len(text) == 2 and _HAN_DIGITS.issuperset(text):  # noqa: PLR2004 (两三天, 三五年)
        return None
    return int("".join(str(_VALUES[character]) for character in text))


def parse_halves(text: str) -> int | None:
    """Read a number of halves: ``3`` for 1.5 and 一个半, ``1`` for 半; None for any other."""
    whole, dot, half = text.partition("半")
    if dot:
        amount = parse_number(whole[:-1]) if whole.endswith("个") else None if whole else 0
        return None if amount is None or half else 2 * amount + 1
    whole, dot, half = text.replace("．", ".").partition(".")
    amount = parse_number(whole)
    if amount is None or (dot and half not in {"0", "5", "０", "５"}):
        return None
    return 2 * amount + (half in {"5", "５"})


def chinese_numeral(number: int) -> str:
    """Write a number from 1 to 9999 in Chinese (``二十一``, ``一百零三``); digits beyond."""
    if number >= _TEN_THOUSAND:
        return str(number)
    text = ""
    for name, unit in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, unit)
        if digit:
            text += _DIGITS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return text[1:] if text.startswith("一十") else text


def chinese_year(year: int) -> str:
    """Write a year in Chinese digits with the round zero of official documents (``二○○八``)."""
    return "".join("○" if digit == "0" else _DIGITS[int(digit)] for digit in str(year))


def _sign(character: str) -> int | None:
    """Read one sign that is a number: 十, 廿, ①, ⒈, ⑴, ㈠, Ⅰ; those of Unicode have a value."""
    if character in _UNITS:
        return 10 if character == "十" else None
    if character not in _TENS and category(character) not in {"No", "Nl"}:
        return None
    value = numeric(character, 0.5)
    return int(value) if value.is_integer() else None


def _large(text: str) -> int | None:
    for name, unit in _MYRIADS:
        front, found, rest = text.rpartition(name)
        if found:
            many = parse_number(front) if front else None
            few = _behind(rest, unit) if rest else 0
            return None if many is None or few is None else many * unit + few
    return _section(text)


def _behind(text: str, limit: int) -> int | None:
    """Read what stands behind 万 or 亿: 零 in front unless it fills the place next below."""
    value = parse_number(text[1:] if text[0] in "零〇" and text[1:] else text)
    full = limit // 10 if text[0] not in "零〇" and not text.isdecimal() else 0
    return value if value is not None and full <= value < limit else None


def _section(text: str) -> int | None:
    """Read a number below 万: its units fall, and one digit stands before each."""
    total, last, digit, zero = 0, _TEN_THOUSAND, 0, False
    for character in text:
        unit = _UNITS.get(character) or _TENS.get(character)
        if unit:
            ten = min(unit, 10) if character in _TENS else unit
            given = digit if character in _UNITS else 0
            bare = character == "十" or character in _TENS
            if ten >= last or (digit and not given) or not (digit or bare):
                return None
            total += unit * (given or 1)
            last, digit, zero = ten, 0, False
        elif digit or (zero and not _VALUES.get(character)):
            return None
        else:
            value = _VALUES.get(character)
            if value is None:
                return None
            digit, zero = value, value == 0
    return None if zero else total + digit
