"""How Word writes a number in each of its formats; what is unknown is written in digits."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

# A file of 2.6 KB with start=2,000,000,000 in Roman numerals hung our first prototype.
MAX_VALUE = 32_767
_MAX_LETTERS = 780
_MYRIAD = 10_000
_THOUSAND = 1000
_HUNDRED = 100

_HAN_DIGITS = "零一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def format_number(value: int, number_format: str) -> str:
    """Write a list number the way Word shows it."""
    if value < 0 or value > MAX_VALUE:
        return str(value)
    return _FORMATS.get(number_format, str)(value)


def _counting(value: int, digits: str = _HAN_DIGITS, units: str = "十百千万") -> str:
    if value >= _MYRIAD:
        head, rest = divmod(value, _MYRIAD)
        gap = digits[0] if 0 < rest < _THOUSAND else ""
        tail = _below_10000(rest, digits, units) if rest else ""
        return _below_10000(head, digits, units) + units[3] + gap + tail
    return _below_10000(value, digits, units)


def _below_10000(value: int, digits: str, units: str) -> str:
    if value == 0:
        return digits[0]
    written, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            written += (digits[0] if gap and written else "") + digits[digit]
            written += units[power - 1] if power else ""
        gap = digit == 0
    return written


def _short(value: int) -> str:
    # 十一, not 一十一, where the number begins with ten.
    written = _counting(value)
    return written[1:] if written.startswith("一十") else written


def _counting_with_circles(value: int) -> str:
    # [MS-DOCX] 2.4: from 100 on digit by digit, with U+25CB for zero.
    return _short(value) if value < _HUNDRED else _digits("○一二三四五六七八九")(value)


def _japanese(value: int) -> str:
    if value >= _MYRIAD:
        head, rest = divmod(value, _MYRIAD)
        return _japanese(head) + "万" + (_japanese(rest) if rest else "")
    if value == 0:
        return "〇"
    written = ""
    for power, unit in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = value // 10**power % 10
        if digit:
            written += ("" if digit == 1 and unit else _HAN_DIGITS[digit]) + unit
    return written


def _digits(digits: str) -> Callable[[int], str]:
    table = str.maketrans("0123456789", digits)
    return lambda value: str(value).translate(table)


def _listed(symbols: str) -> Callable[[int], str]:
    return lambda value: symbols[value - 1] if 0 < value <= len(symbols) else str(value)


def _recycled(symbols: str) -> Callable[[int], str]:
    return lambda value: symbols[(value - 1) % len(symbols)] if value else "0"


def _run(first: str, length: int) -> str:
    return "".join(chr(ord(first) + step) for step in range(length))


def _roman(value: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        written += sign * count
    return written or "0"


def _letters(value: int) -> str:
    if not 0 < value <= _MAX_LETTERS:
        return str(value)
    round_, letter = divmod(value - 1, 26)
    return chr(ord("A") + letter) * (round_ + 1)


def _ordinal(value: int) -> str:
    suffixes = {1: "st", 2: "nd", 3: "rd"}
    is_teen = value % 100 in (11, 12, 13)
    return f"{value}{'th' if is_teen else suffixes.get(value % 10, 'th')}"


def _sexagenary(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value else "0"


_FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalHalfWidth": str,
        "decimalZero": "{:02d}".format,
        "decimalFullWidth": _digits("０１２３４５６７８９"),
        "decimalFullWidth2": _digits("０１２３４５６７８９"),
        "decimalEnclosedCircle": _listed(_run("①", 20)),
        "decimalEnclosedCircleChinese": _listed(_run("①", 20)),
        "decimalEnclosedParen": _listed(_run("⑴", 20)),
        "decimalEnclosedFullstop": _listed(_run("⒈", 20)),
        "numberInDash": "- {} -".format,
        "hex": "{:X}".format,
        "ordinal": _ordinal,
        "upperRoman": _roman,
        "lowerRoman": lambda value: _roman(value).lower(),
        "upperLetter": _letters,
        "lowerLetter": lambda value: _letters(value).lower(),
        "chineseCounting": _counting_with_circles,
        "taiwaneseCounting": _counting_with_circles,
        "chineseCountingThousand": _short,
        "taiwaneseCountingThousand": _short,
        "japaneseCounting": _japanese,
        "chineseLegalSimplified": lambda value: _counting(value, _LEGAL_DIGITS, "拾佰仟万"),
        "ideographLegalTraditional": lambda value: _counting(value, _LEGAL_TRADITIONAL, "拾佰仟萬"),
        "ideographDigital": _digits("〇一二三四五六七八九"),
        "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
        "taiwaneseDigital": _digits("○一二三四五六七八九"),
        # Word parenthesises here although the name says circle ([MS-OI29500]).
        "ideographEnclosedCircle": _listed(_run("㈠", 10)),
        "ideographTraditional": _recycled(_STEMS),
        "ideographZodiac": _recycled(_BRANCHES),
        "ideographZodiacTraditional": _sexagenary,
        "none": lambda _value: "",
    }
)
