"""An audit summed up: every question answered, every document in a line."""

import json
from datetime import date
from typing import Any

from gongkai_lint.audit.across import ACROSS, PREPARE
from gongkai_lint.audit.questions import HOUSEKEEPING, QUESTIONS, Question
from gongkai_lint.audit.views import Connection
from gongkai_lint.named import NamedTuple

Value = str | int | float | date | None


class Row(NamedTuple):
    """A row of an answer: its values, and the documents behind it.

    ``filter`` says which documents by their properties, ``ids`` names them.
    """

    values: tuple[Value, ...]
    filter: dict[str, Any] | None = None
    ids: tuple[int, ...] = ()


class Answer(NamedTuple):
    """A question with its answer."""

    question: Question
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class Documents(NamedTuple):
    """The judged documents, column by column; a document's number is its place."""

    columns: dict[str, list[Any]]
    rules: dict[str, list[int]]


class Summary(NamedTuple):
    """Everything the report shows."""

    manifest: dict[str, Any]
    totals: dict[str, int]
    answers: tuple[Answer, ...]
    documents: Documents


_COLUMNS = (
    "path", "title", "document_number", "kind", "organ", "issuer_level", "date_of_issue", "year",
    "disclosure", "errors", "warnings", "infos", "url",
)  # fmt: skip
_GUIDES = frozenset({"id", "ids", "filter"})


def summarize(database: Connection, manifest: dict[str, Any]) -> Summary:
    """Sum up an audit: its tables, and what it noted of itself."""
    database.execute(PREPARE)
    answers = [_answer(database, q) for q in (*QUESTIONS, *ACROSS, *HOUSEKEEPING)]
    documents = _documents(database)
    counts = database.execute(
        "select count(*), count(*) filter (where failure is not null),"
        " count(*) filter (where duplicate_of <> '') from all_docs"
    ).fetchone()
    grave = database.execute(
        "select count(*), coalesce(sum(errors), 0), coalesce(sum(warnings), 0),"
        " coalesce(sum(infos), 0), coalesce(sum(reviews), 0) from docs"
    ).fetchone()
    totals = dict(zip(("met", "failed", "copies"), counts, strict=True))
    totals |= dict(
        zip(("judged", "errors", "warnings", "infos", "reviews"), map(int, grave), strict=True)
    )
    return Summary(manifest, totals, tuple(answers), documents)


def _answer(database: Connection, question: Question) -> Answer:
    found = database.execute(question.sql)
    names = [column[0] for column in found.description]
    shown = tuple(name for name in names if name not in _GUIDES)
    rows = tuple(_row(dict(zip(names, row, strict=True)), shown) for row in found.fetchall())
    return Answer(question, shown, rows)


def _row(told: dict[str, Any], shown: tuple[str, ...]) -> Row:
    ids = told.get("ids") or ([told["id"]] if told.get("id") is not None else [])
    condition = json.loads(told["filter"]) if told.get("filter") else None
    return Row(tuple(told[name] for name in shown), condition, tuple(ids))


def _documents(database: Connection) -> Documents:
    rows = database.table("docs").order("id").select(*_COLUMNS).fetchall()
    columns = dict(zip(_COLUMNS, map(list, zip(*rows, strict=True)), strict=True)) if rows else {}
    rules = database.execute(
        "select rule, list(distinct id order by id) from findings where suppressed is null"
        " group by rule order by rule"
    ).fetchall()
    return Documents(columns, {rule: list(ids) for rule, ids in rules})
