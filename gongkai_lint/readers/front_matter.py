"""The block of properties between two ``---`` lines at the top of a text file."""

import re
from collections.abc import Iterator

from gongkai_lint.model.source import Notice
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_MAX_LINES = 100
_ENTRY = compiled(r"([^\s:：#\-][^:：]*+)(?::(?=\s|$)|：)(.*)")
_ITEM = compiled(r"\s*+-\s(.*)")
_COMMENT = compiled(r"(?:^|(?<!\s)\s+)#.*$")


class FrontMatter(NamedTuple):
    """How many lines the block takes, what it says, and what could not be understood."""

    lines: int = 0
    properties: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()


def read_front_matter(lines: list[str]) -> FrontMatter:
    """Read flat keys and simple lists; an item of a list repeats its key."""
    end = _closing_line(lines)
    if end is None:
        return FrontMatter()
    properties: list[tuple[str, str]] = []
    strange: list[int] = []
    key = ""
    for number, line in enumerate(lines[1:end], start=2):
        if entry := _ENTRY.fullmatch(line):
            key = _unquoted(entry[1].rstrip())
            properties.extend((key, value) for value in _values(entry[2].strip()))
        elif key and (item := _ITEM.fullmatch(line)):
            properties.append((key, _scalar(item[1].strip())))
        elif line.strip() and not line.lstrip().startswith("#"):
            strange.append(number)
    return FrontMatter(end + 1, tuple(properties), tuple(_notice(strange)))


def _closing_line(lines: list[str]) -> int | None:
    if not lines or lines[0].rstrip() != "---":
        return None
    for number, line in enumerate(lines[1:_MAX_LINES], start=1):
        if line.rstrip() in ("---", "..."):
            return number if _starts_with_key(lines[1:number]) else None
    return None


def _starts_with_key(lines: list[str]) -> bool:
    # A rule drawn above a document's text is no front matter: what follows must look like a key.
    said = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return not said or _ENTRY.fullmatch(said[0]) is not None


def _values(raw: str) -> list[str]:
    if raw.startswith("[") and raw.endswith("]"):
        return [_unquoted(part.strip()) for part in re.split(r"[,，]", raw[1:-1]) if part.strip()]
    value = _scalar(raw)
    return [value] if value else []


def _scalar(raw: str) -> str:
    if raw[:1] in ("'", '"'):
        return _unquoted(raw)
    return _COMMENT.sub("", raw)


def _unquoted(raw: str) -> str:
    if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "'\"":
        return raw[1:-1]
    return raw


def _notice(strange: list[int]) -> Iterator[Notice]:
    if strange:
        numbers = "、".join(str(number) for number in strange[:5])
        yield Notice(
            "front_matter",
            f"文件开头的属性块有 {len(strange)} 行看不懂（第 {numbers} 行），未作为属性读取。"
            "每行应写作“名称: 值”。",
        )
