"""A baseline's file: JSON that reads well in a diff, one finding a line."""

import json
from pathlib import Path
from typing import Any

from gongkai_lint.errors import UsageError, plainly
from gongkai_lint.files import read_words
from gongkai_lint.model.baseline import Baseline, KnownFinding, Recorded

FILE_NAME = "gongkai-lint-baseline.json"
SCHEMA = "gongkai-lint-baseline/1"
_AGAIN = "请用版本库里的文件恢复，或用 gongkai-lint baseline 重新记录。"
_WRONG = (KeyError, TypeError, ValueError, AttributeError)


def load_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises ``UsageError`` where there is none or it is no baseline."""
    data = _data(path)
    try:
        documents = {place: _recorded(said) for place, said in data["documents"].items()}
    except _WRONG:
        raise UsageError(f"基线文件“{path}”的内容不完整，可能被改过。{_AGAIN}") from None
    folder = path.absolute().parent
    gone = frozenset(place for place in documents if not (folder / place).exists())
    return Baseline(str(path), str(folder), documents, gone)


def _data(path: Path) -> Any:
    try:
        data = json.loads(read_words(path))
    except FileNotFoundError:
        raise UsageError(
            f"基线文件“{path}”不存在，请先用 gongkai-lint baseline 记录，或检查路径。"
        ) from None
    except OSError as error:
        raise UsageError(f"基线文件“{path}”读不出来（{plainly(error)}）。") from None
    except (ValueError, RecursionError) as error:
        line = f"第 {error.lineno} 行" if isinstance(error, json.JSONDecodeError) else "编码"
        raise UsageError(f"基线文件“{path}”不是正确的 JSON（{line}有误）。{_AGAIN}") from None
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        raise UsageError(
            f"“{path}”不是本版本的基线文件（schema 应是 {SCHEMA}，现为“{schema}”）。{_AGAIN}"
        )
    return data


def _recorded(said: Any) -> Recorded:
    entries = tuple(
        KnownFinding(*(_text(one, name) for name in KnownFinding._fields))
        for one in said["findings"]
    )
    return Recorded(_text(said, "title"), entries)


def _text(said: Any, name: str) -> str:
    value = said[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def write_out(baseline: Baseline) -> str:
    """Give the file's text: documents by path, findings by rule and words, one a line."""
    documents = ",\n".join(
        f" {_dump(place)}: {_document(recorded)}"
        for place, recorded in sorted(baseline.documents.items())
    )
    return f'{{"schema": {_dump(SCHEMA)}, "documents": {{\n{documents}\n}}}}\n'


def _document(recorded: Recorded) -> str:
    lines = ",\n".join(f"  {_dump(entry._asdict())}" for entry in sorted(recorded.entries))
    return f'{{"title": {_dump(recorded.title)}, "findings": [\n{lines}\n ]}}'


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
