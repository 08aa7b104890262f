"""Word lists that a rule names, each entry with an example of its own."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from gongkai_lint.checks.lexicon import Lexicon, WrongWord
from gongkai_lint.checks.pattern import is_from_outside
from gongkai_lint.errors import plainly
from gongkai_lint.files import read_words
from gongkai_lint.ruleset.convert import convert_fields
from gongkai_lint.ruleset.yaml_source import load_yaml

_PATTERNS = ("before", "after", "not_before", "not_after")
_EXAMPLES = ("example", "pass")
_Tell = Callable[[str], None]


def read_lexicon(file: Path, tell: _Tell) -> Lexicon | None:
    """Read a word list; None and every mistake told, with its line, where there is one."""
    told: list[str] = []

    def note(line: int, message: str) -> None:
        told.append(message)
        tell(f"{file.name} 第 {line} 行：{message}")

    try:
        loaded = load_yaml(read_words(file))
    except (OSError, UnicodeDecodeError):
        note(1, "词表读不出来，请检查文件名和编码（UTF-8）。")
        return None
    for problem in loaded.problems:
        note(problem.line, problem.message)
    if not isinstance(loaded.value, list):
        note(1, "词表应是“- {wrong: …, right: …, example: …}”的列表。")
        return None
    entries = [
        _entry(value, partial(note, loaded.lines[str(index)]))
        for index, value in enumerate(loaded.value)
    ]
    _compare(entries, note, loaded.lines)
    if told:
        return None
    return Lexicon.of((entry for entry in entries if entry), outside=is_from_outside())


def _entry(value: Any, tell: _Tell) -> WrongWord | None:
    if not isinstance(value, dict):
        tell("词条应是“字段: 值”的对应表。")
        return None
    rest = {key: words for key, words in value.items() if key not in _EXAMPLES}
    told: list[str] = []

    def note(_: str, message: str) -> None:
        told.append(message)
        tell(message)

    fields = convert_fields(WrongWord, rest, "", note)
    for problem in () if told else (*_flaws(WrongWord(**fields)), *_untold(value)):
        note("", problem)
    return None if told else WrongWord(**fields)


def _flaws(entry: WrongWord) -> list[str]:
    flaws = []
    for name in _PATTERNS:
        try:
            re.compile(getattr(entry, name))
        except re.error as error:
            flaws.append(f"“{entry.wrong}”的“{name}”不是正确的正则表达式（{plainly(error)}）。")
    if entry.wrong == entry.right or not entry.wrong:
        flaws.append(f"“{entry.wrong}”的错误写法与正确写法应当不同，也不能为空。")
    return flaws


def _untold(value: dict[str, Any]) -> list[str]:
    wrong = value["wrong"]
    problems = []
    if wrong not in str(value.get("example", "")):
        problems.append(f"“{wrong}”缺少含有该词的例句“example”。")
    conditional = not value.keys().isdisjoint(("segment", *_PATTERNS))
    if conditional and wrong not in str(value.get("pass", "")):
        problems.append(f"“{wrong}”有条件，缺少含有该词而不应报的例句“pass”。")
    return problems


def _compare(entries: list[WrongWord | None], note: Any, lines: dict[str, int]) -> None:
    seen: set[tuple[str, str, str]] = set()
    for index, entry in enumerate(entries):
        if entry:
            key = (entry.wrong, entry.before, entry.after)
            if key in seen:
                note(lines[str(index)], f"“{entry.wrong}”重复，请删去一条。")
            seen.add(key)
