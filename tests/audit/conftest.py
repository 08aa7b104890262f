from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from gongkai_lint.api import Request, load_ruleset
from gongkai_lint.audit.run import State, Wanted, audit
from gongkai_lint.audit.store import Store

Rows = list[dict[str, Any]]
Audit = Callable[..., State]
TABLES = ("documents", "findings", "outcomes", "tasks", "citations")
TEXT = """云岭市人民政府关于做好{what}工作的通知
云政发〔2024〕{number}号
各县（市、区）人民政府，市政府各部门：
请按照《云岭市粮食办法》、《云岭市储备办法》办理，由市粮食局于2024年12月底前完成。
云岭市人民政府
2024年9月2日
（此件公开发布）
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "档案"
    (folder / "粮食").mkdir(parents=True)
    for number in range(1, 8):
        path = folder / "粮食" / f"{number:02}.txt"
        path.write_text(TEXT.format(what=f"第{number}批秋粮收购", number=number), "utf-8")
    return folder


@pytest.fixture(scope="session")
def request_() -> Request:
    return Request(load_ruleset().select(("A", "L", "S"), ()), date(2026, 11, 25), "archive")


@pytest.fixture
def run_audit(request_: Request, tmp_path: Path) -> Audit:
    def run(*paths: Path | str, out: str = "结果", **more: Any) -> State:
        wanted = Wanted(tuple(str(path) for path in paths), tmp_path / out, **more)
        return audit(wanted, request_, lambda _state: None)

    return run


def rows(out: Path, table: str) -> Rows:
    """Give a table's rows without what differs from run to run, in a fixed order."""
    found: Rows = [
        row for path in Store(out).parts(table) for row in parquet.read_table(path).to_pylist()
    ]
    for row in found:
        row.pop("run", None)
    return sorted(found, key=lambda row: repr(sorted(row.items(), key=str)))


def everything(out: Path) -> dict[str, Rows]:
    return {table: rows(out, table) for table in TABLES}
