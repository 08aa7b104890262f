"""Lists of documents with what is known of them: CSV, JSONL, Parquet."""

import csv
import json
import os
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from gongkai_lint.audit.item import About, Item, Place
from gongkai_lint.errors import UsageError, plainly
from gongkai_lint.files import size_of

LISTS = frozenset({".csv", ".jsonl", ".ndjson", ".parquet"})
NAMES = {
    "path": ("path", "路径", "文件"),
    "text": ("text", "正文", "全文"),
    "url": ("url", "网址", "链接"),
    "published": ("published", "发布日期", "公开日期"),
    "issuer": ("issuer", "发布机构", "发文机关"),
    "label": ("label", "公开方式", "公开属性"),
}
_BATCH = 1000
_BLOCK = 2**20

Row = Mapping[str, Any]


def read_list(path: Path) -> Iterator[Item]:
    """Yield the documents of a list; paths in it are relative to the list's folder."""
    try:
        size_of(path)
        rows = _ROWS[path.suffix.lower()](path)
        first = next(rows, None)
        if first is None:
            return
        columns = _columns(first, path)
        for number, row in enumerate(chain([first], rows)):
            yield _item(row, number, columns, path)
    except (OSError, ValueError, csv.Error) as error:
        said = f"清单“{path}”读不出来：{plainly(error)}。请核对格式和编码（UTF-8 或 GBK）。"
        raise UsageError(said) from None


def _columns(first: Row, path: Path) -> dict[str, str]:
    found = {
        field: next((name for name in names if name in first), "") for field, names in NAMES.items()
    }
    if not found["path"] and not found["text"]:
        raise UsageError(
            f"清单“{path}”里没有“path”（路径）或“text”（正文）列；"
            f"现有的列：{'、'.join(map(str, first))}。"
        )
    return found


def _item(row: Row, number: int, columns: dict[str, str], path: Path) -> Item:
    told = {field: _words(row.get(name)) for field, name in columns.items()}
    about = About(told["url"], told["published"], told["issuer"], told["label"])
    named, text = told["path"], told["text"]
    if text:
        return Item(Place(named or str(path), row=number), about, text)
    if not named:
        trouble = f"清单第 {number + 1} 行既没有路径，也没有正文。"
        return Item(Place(str(path), row=number), about, trouble=trouble)
    return _listed_file(os.path.join(path.parent, named), about)  # noqa: PTH118 (stays as given)


def _listed_file(path: str, about: About) -> Item:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return Item(Place(path), about, trouble="清单里写的文件不存在或打不开。")
    return Item(Place(path), about, size=found.st_size, changed=found.st_mtime_ns)


def _words(value: Any) -> str:
    return "" if value is None else str(value).strip("\ufeff")


def _encoding(path: Path) -> str:
    """Give the encoding of a list: Excel in Chinese saves a CSV in GBK."""
    reading = getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                reading.decode(block)
            reading.decode(b"", final=True)
        except UnicodeDecodeError:
            return "gb18030"
    return "utf-8-sig"


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding=_encoding(path), newline="") as file:
        yield from csv.DictReader(file)


def _jsonl(path: Path) -> Iterator[Row]:
    with path.open(encoding=_encoding(path)) as file:
        for line in file:
            if line.strip():
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise ValueError(f"每行应是一个对象，现为 {line[:40]}")
                yield row


def _parquet(path: Path) -> Iterator[Row]:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(_BATCH):
            yield from batch.to_pylist()


_ROWS = {".csv": _csv, ".jsonl": _jsonl, ".ndjson": _jsonl, ".parquet": _parquet}
