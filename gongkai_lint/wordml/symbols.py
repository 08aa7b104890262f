"""Characters of symbol fonts as the characters they look like."""

UNKNOWN_SYMBOL = "\ufffc"
_BULLET = "•"
_PRIVATE = range(0xF000, 0xF100)
_SHOWN = (range(0x20, 0xD800), range(0xE000, 0xFFFE))
_WINGDINGS = {
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "☐",
    0xAB: "★",
    0xB2: "☆",
    0xD8: "➢",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"}
_SYMBOL = {
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xAE: "→",
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, code: str) -> str:
    """Give the character of a ``w:sym``; U+FFFC where we do not know its look."""
    try:
        point = int(code, 16)
    except ValueError:
        return UNKNOWN_SYMBOL
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(point & 0xFF, UNKNOWN_SYMBOL)
    if point in _PRIVATE or not any(point in shown for shown in _SHOWN):
        return UNKNOWN_SYMBOL
    return chr(point)


def bullet(text: str) -> str:
    """Give a bullet; private-use characters of symbol fonts become what they look like."""
    return "".join(
        _WINGDINGS.get(ord(c) & 0xFF, _BULLET) if ord(c) in _PRIVATE else c for c in text
    )
