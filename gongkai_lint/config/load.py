"""Find and read a configuration file, every mistake at once."""

from functools import cache
from pathlib import Path

from gongkai_lint.config.settings import Config
from gongkai_lint.errors import UsageError, plainly
from gongkai_lint.files import read_words
from gongkai_lint.patterns import compiled

FILE_NAME = "gongkai-lint.toml"
_SHARED = "pyproject.toml"
_OUR_TABLE = r"(?m)^\s*\[\[?\s*tool\s*\.\s*[\"']?gongkai-lint\b"


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

    from gongkai_lint.config.read import Written, read_config

    text = _text(path)
    try:
        data: object = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is no TOML error
        raise UsageError(f"配置文件“{path}”不是正确的 TOML：{plainly(error)}。") from None
    if path.name == _SHARED:
        data = _table(_table(data).get("tool")).get("gongkai-lint")
    problems: list[str] = []
    written = Written(path, text)
    config = read_config(_table(data), written, lambda _, problem: problems.append(problem))
    if problems:
        raise UsageError("\n".join(f"配置文件“{path}”：{problem}" for problem in problems))
    return config


def _text(path: Path) -> str:
    try:
        return read_words(path)
    except (OSError, UnicodeDecodeError) as error:
        said = f"配置文件“{path}”读不出来（{plainly(error)}）。请另存为 UTF-8 文本。"
        raise UsageError(said) from None


def _table(data: object) -> dict[str, object]:
    return data if isinstance(data, dict) else {}
