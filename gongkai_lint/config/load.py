"""Find and read a configuration file, every mistake at once."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from gongkai_lint.config.settings import Config, Settings
from gongkai_lint.errors import UsageError
from gongkai_lint.patterns import compiled

FILE_NAME = "gongkai-lint.toml"
_SHARED = "pyproject.toml"
_OUR_TABLE = r"(?m)^\s*\[\[?\s*tool\s*\.\s*[\"']?gongkai-lint\b"
_Tell = Callable[[str, str], None]


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
def load_config(path: Path) -> Config:
    """Read a configuration file. Raises ``UsageError`` with every mistake in it."""
    import tomllib

    try:
        data: object = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"配置文件“{path}”不是正确的 TOML：{error}。") from None
    if path.name == _SHARED:
        data = _table(_table(data).get("tool")).get("gongkai-lint")
    problems: list[str] = []
    config = _config(_table(data), path, lambda _, problem: problems.append(problem))
    if problems:
        raise UsageError("\n".join(f"配置文件“{path}”：{problem}" for problem in problems))
    return config


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"配置文件“{path}”读不出来（{error}）。请另存为 UTF-8 文本。") from None


def _table(data: object) -> dict[str, object]:
    return data if isinstance(data, dict) else {}


def _config(data: dict[str, object], path: Path, tell: _Tell) -> Config:
    from gongkai_lint.config.file import ConfigFile
    from gongkai_lint.ruleset.convert import convert_fields

    said = {key: value for key, value in data.items() if key != "per-path"}
    values = convert_fields(ConfigFile, said, "", tell)
    return Config(path, _settings(values, path), _per_path(data.get("per-path", {}), path, tell))


def _per_path(data: object, path: Path, tell: _Tell) -> tuple[tuple[str, Settings], ...]:
    from gongkai_lint.config.file import ForDocuments
    from gongkai_lint.ruleset.convert import convert_fields

    if not isinstance(data, dict):
        tell("per-path", '字段“per-path”应是“[per-path."路径"]”下的设置。')
    settings = []
    for pattern, own in _table(data).items():
        if not isinstance(own, dict):
            tell("per-path", f'字段“per-path.{pattern}”应写作“[per-path."{pattern}"]”，下接设置。')
            continue
        values = convert_fields(ForDocuments, own, f"per-path.{pattern}.", tell)
        settings.append((pattern, _settings(values, path)))
    return tuple(settings)


def _settings(values: Mapping[str, Any], path: Path) -> Settings:
    said = {name: values[name] for name in Settings._fields if name in values}
    for name in ("select", "ignore"):
        if name in said:
            said[name] = tuple(word.upper() for word in said[name])
    if "rules" in said:
        said["rules"] = path.parent / said["rules"]
    return Settings(**said)
