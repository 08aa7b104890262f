"""Text to HTML: escaping, elements, and signs for characters that nobody can see."""

import re
from html import escape

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def shown(text: str) -> str:
    """Escape text; a character without a shape is shown by its number."""
    return _UNSEEN.sub(_sign, escape(text))


def tag(name: str, inside: str, **attributes: str | int | None) -> str:
    """Give an element; ``class_`` is class, ``data_n`` is data-n, None is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_UNSEEN.sub("?", str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{inside}</{name}>"


def _sign(found: re.Match[str]) -> str:
    return f'<i class="unseen">U+{ord(found[0]):04X}</i>'
