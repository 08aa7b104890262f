"""gongkai-lint.toml, or [tool.gongkai-lint] in pyproject.toml, to Settings."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from gongkai_lint.errors import UsageError
from gongkai_lint.model.finding import SEVERITIES, Profile, Severity
from gongkai_lint.patterns import compiled

FailOn = Severity | Literal["never"]
PROFILES: tuple[Profile, ...] = ("draft", "archive")
FAIL_ON: tuple[FailOn, ...] = (*SEVERITIES, "never")
FILE_NAME = "gongkai-lint.toml"
_SHARED = "pyproject.toml"
_OUR_TABLE = r"(?m)^\s*\[\s*tool\s*\.\s*[\"']?gongkai-lint\b"


class Settings(NamedTuple):
    """What a command line or a configuration file says; None is left open."""

    profile: Profile | None = None
    as_of: date | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: FailOn | None = None
    rules: Path | None = None
    encoding: str | None = None

    def over(self, other: "Settings") -> "Settings":
        """Give these settings, and the other ones where these leave something open."""
        said = {name: value for name, value in self._asdict().items() if value is not None}
        return other._replace(**said)


@cache
def find_config(folder: Path) -> Path | None:
    """Give the nearest configuration file in a folder or above it."""
    own = folder / FILE_NAME
    if own.is_file():
        return own
    shared = folder / _SHARED
    if shared.is_file() and compiled(_OUR_TABLE).search(_text(shared)):
        return shared
    return None if folder.parent == folder else find_config(folder.parent)


@cache
def load_config(path: Path) -> Settings:
    """Read a configuration file. Raises ``UsageError`` with every mistake in it."""
    import tomllib

    try:
        data: object = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"配置文件“{path}”不是正确的 TOML：{error}。") from None
    if path.name == _SHARED:
        data = _table(_table(data).get("tool")).get("gongkai-lint")
    problems: list[str] = []
    settings = _settings(_table(data), path, problems)
    if problems:
        raise UsageError("\n".join(f"配置文件“{path}”：{problem}" for problem in problems))
    return settings


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"配置文件“{path}”读不出来（{error}）。请另存为 UTF-8 文本。") from None


def _table(data: object) -> dict[str, object]:
    return data if isinstance(data, dict) else {}


def _settings(data: dict[str, object], path: Path, problems: list[str]) -> Settings:
    names = {name.replace("_", "-"): name for name in Settings._fields}
    values: dict[str, object] = {}
    for key, value in data.items():
        if key not in names:
            problems.append(f"不认识“{key}”；可用的有：{'、'.join(names)}。")
            continue
        try:
            values[names[key]] = _value(key, value, path)
        except ValueError as error:
            problems.append(f"“{key}”{error}。")
    return Settings(**values)  # type: ignore[arg-type]


def _value(key: str, value: object, path: Path) -> object:
    if key == "profile":
        return _one_of(value, PROFILES)
    if key == "fail-on":
        return _one_of(value, FAIL_ON)
    if key in {"select", "ignore"}:
        return _words(value)
    if key == "as-of":
        return read_day(value)
    text = _word(value)
    return path.parent / text if key == "rules" else text


def read_day(value: object) -> date:
    """Read a day as ``2020-11-24``; raises ``ValueError`` with a Chinese reason."""
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(f"应是真实的日期，写作 2020-11-24，现为“{value}”") from None


def _one_of(value: object, allowed: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise ValueError(f"只能是 {'、'.join(allowed)}，现为“{value}”")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"应是一段文字，现为“{value}”")
    return value


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError('应是一组规则编号，写作 ["A", "S01"]')
    return tuple(item.upper() for item in value)
