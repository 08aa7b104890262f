"""The results as they stand now, for SQL: the latest row of each document that is still there."""

from pathlib import Path
from typing import Any

import duckdb

from gongkai_lint.audit.schema import TABLES
from gongkai_lint.audit.store import Store
from gongkai_lint.errors import UsageError

Rule = tuple[str, str, str]
Connection = Any

_ALL = """
create table all_docs as
select * from read_parquet($parts, union_by_name = true) {present}
qualify row_number() over (partition by key order by run desc) = 1
"""
_DOCUMENTS = """
create table docs as
select
    row_number() over (order by path) - 1 as id,
    all_docs.*,
    coalesce(year(date_of_issue), year(try_cast(published as date))) as year,
    coalesce(document_type, '未认出') as kind,
    coalesce(issuer, nullif(web_issuer, ''), '未认出') as organ,
    list_contains(traits, 'admin') as is_admin
from all_docs
where coalesce(duplicate_of, '') = '' and (failure is null or failed_stage = 'rule')
"""
_ADDED = ("returns_at", "returns_for")
_JOINED = """
create table {name} as
select docs.id, part.* exclude (key, run)
from read_parquet($parts, union_by_name = true) as part
join docs on docs.key = part.key and docs.run = part.run
"""


def connect(out: Path, rules: list[Rule]) -> Connection:
    """Give a database with docs, all_docs, findings, outcomes, tasks, citations and rules.

    ``docs`` numbers the judged documents; copies and failures stand in ``all_docs`` only.
    """
    store = Store(out)
    if not store.manifest:
        raise UsageError(f"“{out}”不是审计结果文件夹；请先运行 gongkai-lint audit … --out {out}。")
    database = duckdb.connect()
    parts = {name: list(map(str, store.parts(name))) for name in TABLES}
    if not parts["documents"]:
        raise UsageError(f"“{out}”里还没有查完的文件；请再运行一次同样的 gongkai-lint audit。")
    database.execute(_ALL.format(present=_present(out)), {"parts": parts["documents"]})
    database.execute(_DOCUMENTS)
    for name in ("findings", "outcomes", "tasks", "citations"):
        database.execute(_JOINED.format(name=name), {"parts": parts[name]})
    for name in _ADDED:  # results of a version that did not have them yet
        database.execute(f"alter table findings add column if not exists {name} varchar")
    database.execute("create table left_out (path varchar, reason varchar)")
    if store.left_out:
        left = str(store.left_out)
        database.execute("insert into left_out select * from read_parquet($left)", {"left": left})
    database.execute("create table rules (rule varchar, title varchar, topic varchar)")
    database.executemany("insert into rules values (?, ?, ?)", rules)
    return database


def _present(out: Path) -> str:
    """Keep what the last complete run met; before the first complete run, everything."""
    noted = sorted(out.glob("present-*.parquet"))
    if not noted:
        return ""
    name = str(noted[-1]).replace("'", "''")
    run = int(noted[-1].stem.rpartition("-")[2])
    return f"where run > {run} or key in (select key from read_parquet('{name}'))"  # noqa: S608 (our own file's name, quoted)
