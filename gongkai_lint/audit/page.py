"""The report as one self-contained page."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from gongkai_lint.audit.charts import Point, columns, line
from gongkai_lint.audit.summary import Answer, Documents, Row, Summary, Value
from gongkai_lint.model.document import DISCLOSURE_WORDS
from gongkai_lint.model.dossier import STEP_WORDS
from gongkai_lint.model.finding import SEVERITY_WORDS
from gongkai_lint.reporters.script import digest, script, shared, style
from gongkai_lint.reporters.words import LEVELS

_ASSETS = Path(__file__).parent / "assets"
_SHOWN = 25
_MOST = 1000
_STEP = (2016 + 314 / 366, "2016年11月10日起应标明")
_CODED = ("kind", "organ", "issuer_level", "disclosure", "url")
_CODES: dict[str, str] = {
    str(code): words
    for table in (LEVELS, SEVERITY_WORDS, STEP_WORDS, DISCLOSURE_WORDS)
    for code, words in cast("dict[str, str]", table).items()
} | {"unknown": "不明"}

_CARDS: tuple[tuple[str, str, str, dict[str, Any] | None], ...] = (
    ("judged", "查完的文件", "", {}),
    ("errors", "必改", "red", {"errors": True}),
    ("warnings", "建议", "amber", {"grave": True}),
    ("infos", "提示", "", None),
    ("reviews", "其中待核", "", None),
    ("failed", "没有查成", "", None),
    ("copies", "内容相同的副本", "", None),
)


def page_of(summary: Summary, out: Path) -> str:
    """Give the page; ``out`` is the folder that it will lie in."""
    rows: dict[str, Any] = {}
    sections = "".join(_section(answer, rows) for answer in summary.answers)
    cards = "".join(_cards(summary, rows))
    links = "".join(
        f'<a href="#{a.question.key}">{escape(a.question.title)}</a>' for a in summary.answers
    )
    code = script((*shared("dom", "theme"), files(__package__) / "assets" / "report.js"))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="generator" content="gongkai-lint">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'unsafe-inline'; script-src '{digest(code)}'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>公文规范批量审计报告</title><style>{style('base')}{_asset('report.css')}</style></head><body>"
        f'<header class="top"><div><h1>公文规范批量审计报告</h1>{_intro(summary)}'
        f'<div class="cards">{cards}</div></div></header>'
        f"<nav><div>{links}</div></nav><main>{sections}</main>"
        f"<footer>{_foot(summary)}</footer>"
        '<dialog id="documents"><header><h2></h2>'
        '<button type="button" id="close">关闭</button></header>'
        '<div class="list"></div></dialog>'
        f'<script type="application/json" id="data">{_data(summary.documents, rows, out)}</script>'
        f"<script>{code}</script></body></html>\n"
    )


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


def _intro(summary: Summary) -> str:
    manifest = summary.manifest
    where = "、".join(escape(path) for path in manifest.get("paths", ()))
    words = f'<p class="sub">审计范围：{where}。审计日期：{manifest.get("today", "")}。</p>'
    if not manifest.get("complete"):
        words += (
            '<p class="warn">审计还没有全部完成：下面只是已经查完的部分。'
            "请再运行一次同样的 gongkai-lint audit。</p>"
        )
    return words


def _cards(summary: Summary, rows: dict[str, Any]) -> Iterator[str]:
    totals = summary.totals
    for key, name, tone, condition in _CARDS:
        inside = f"<b>{totals[key]:,}</b><span>{escape(name)}</span>"
        if condition is None:
            yield f'<div class="card {tone}">{inside}</div>'
        else:
            kept = _kept(rows, name, Row((), condition))
            yield f'<button type="button" class="card {tone}" data-row="{kept}">{inside}</button>'


def _kept(rows: dict[str, Any], name: str, row: Row) -> str:
    """Note what a click on a row leads to, and give the note's key."""
    key = str(len(rows))
    rows[key] = {"name": name} | (
        {"ids": row.ids} if row.filter is None else {"filter": row.filter}
    )
    return key


def _section(answer: Answer, rows: dict[str, Any]) -> str:
    question = answer.question
    told = answer._replace(rows=answer.rows[:_MOST])
    keys = [_key(told, row, rows) for row in told.rows]
    inside = (
        _drawing(told, keys) + _body(told, keys) + _left_out(answer, rows)
        if answer.rows
        else '<p class="empty">没有。</p>'
    )
    return (
        f'<section id="{question.key}"><h2>{escape(question.title)}</h2>'
        f'<p class="note">{escape(question.note)}</p>{inside}</section>'
    )


def _left_out(answer: Answer, rows: dict[str, Any]) -> str:
    """Say how many rows are too many for a page; a click still leads to their documents."""
    left = answer.rows[_MOST:]
    if not left:
        return ""
    words = f"网页列前 {_MOST} 行，其余 {len(left)} 行见 Excel 表（report --xlsx）"
    ids = tuple(dict.fromkeys(number for row in left for number in row.ids))
    if not ids:
        return f'<p class="note">{words}。</p>'
    key = _kept(rows, f"{answer.question.title}：其余各行", Row((), None, ids))
    return f'<p class="note" data-row="{key}" tabindex="0">{words}，点这里看背后的文件。</p>'


def _key(answer: Answer, row: Row, rows: dict[str, Any]) -> str:
    if row.filter is None and not row.ids:
        return ""
    name = " ".join(shown(value) for value in row.values[:2])
    return _kept(rows, f"{answer.question.title}：{name}", row)


def _drawing(answer: Answer, keys: list[str]) -> str:
    at = answer.columns.index("年份") if "年份" in answer.columns else -1
    if at < 0 or answer.question.chart not in {"bars", "line"}:
        return ""
    value = len(answer.columns) - 1
    points = [
        Point(
            int(str(row.values[at])),
            float(str(row.values[value] or 0)),
            int(key),
            _told(answer, row),
        )
        for row, key in zip(answer.rows, keys, strict=True)
    ]
    if answer.question.chart == "line":
        return line(points, "%", _STEP)
    return columns(points, answer.columns[value])


def _told(answer: Answer, row: Row) -> str:
    return "，".join(
        f"{name} {shown(value)}" for name, value in zip(answer.columns, row.values, strict=True)
    )


def _body(answer: Answer, keys: list[str]) -> str:
    if answer.question.chart == "heat":
        return _heat(answer, keys)
    if answer.question.chart and "年份" in answer.columns:
        return f'<details class="more"><summary>数据表</summary>{_table(answer, keys)}</details>'
    if len(answer.rows) <= _SHOWN:
        return _table(answer, keys)
    first = _table(answer._replace(rows=answer.rows[:_SHOWN]), keys[:_SHOWN])
    rest = _table(answer._replace(rows=answer.rows[_SHOWN:]), keys[_SHOWN:])
    summary = f"其余 {len(answer.rows) - _SHOWN} 行"
    return f'{first}<details class="more"><summary>{summary}</summary>{rest}</details>'


def _table(answer: Answer, keys: list[str]) -> str:
    kinds = [_kind(answer, at) for at in range(len(answer.columns))]
    head = "".join(
        f'<th class="{kind}">{escape(name)}</th>'
        for name, kind in zip(answer.columns, kinds, strict=True)
    )
    most = _most(answer)
    lines = "".join(
        f"<tr{f' data-row={key} tabindex=0' if key else ''}>{_cells(row, kinds, most)}</tr>"
        for row, key in zip(answer.rows, keys, strict=True)
    )
    return (
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def _kind(answer: Answer, at: int) -> str:
    if answer.columns[at] == "文件":
        return "path"
    values = [row.values[at] for row in answer.rows]
    if any(isinstance(value, date) for value in values):
        return "d"
    return "n" if any(isinstance(value, int | float) for value in values) else ""


def _most(answer: Answer) -> float:
    """Give the greatest value of the last column where a bar in it tells something."""
    if answer.columns[-1] not in {"文件占比", "平均每件"}:
        return 0
    return max(float(str(row.values[-1] or 0)) for row in answer.rows)


def _cells(row: Row, kinds: list[str], most: float) -> Iterable[str] | str:
    cells = []
    for at, (value, kind) in enumerate(zip(row.values, kinds, strict=True)):
        bar = ""
        if most and at == len(row.values) - 1 and value:
            bar = f'<i class="meter" style="width:{4.5 * float(str(value)) / most:.2f}rem"></i>'
        cells.append(f'<td class="{kind}">{bar}{escape(shown(value))}</td>')
    return "".join(cells)


def _heat(answer: Answer, keys: list[str]) -> str:
    """Draw names against years, the darker the more."""
    years = sorted({int(str(row.values[1])) for row in answer.rows})
    most = max(float(str(row.values[3])) for row in answer.rows) or 1
    cells: dict[tuple[str, int], str] = {}
    for row, key in zip(answer.rows, keys, strict=True):
        value = float(str(row.values[3]))
        shade = 0.08 + 0.57 * value / most  # darker, the number in it could not be read
        cells[str(row.values[0]), int(str(row.values[1]))] = (
            f'<td class="c" data-row="{key}" title="{escape(_told(answer, row))}" '
            f'style="background:rgba(var(--heat),{shade:.2f})">{value:g}</td>'
        )
    head = "".join(f'<th class="n">{year}</th>' for year in years)
    names = dict.fromkeys(str(row.values[0]) for row in answer.rows)
    lines = "".join(
        f"<tr><td>{escape(_CODES.get(name, name))}</td>"
        + "".join(cells.get((name, year), "<td class='c'></td>") for year in years)
        + "</tr>"
        for name in names
    )
    return (
        f'<div class="scroll"><table class="heat"><thead><tr><th></th>{head}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def shown(value: Value) -> str:
    """Give a value as people read it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return "、".join(_CODES.get(word, word) for word in str(value).split("、"))


def _data(documents: Documents, rows: dict[str, Any], out: Path) -> str:
    told: dict[str, Any] = {}
    words: dict[str, list[str]] = {}
    for name, values in documents.columns.items():
        plain = [str(value) if name == "date_of_issue" and value else value for value in values]
        if name in _CODED:
            words[name] = sorted({value for value in plain if value})
            places = {word: place for place, word in enumerate(words[name])}
            told[name] = [places.get(value) for value in plain]
        else:
            told[name] = plain
    base = "" if _are_absolute(documents) else _base(out)
    data = {"columns": told, "words": words, "rules": documents.rules, "rows": rows, "base": base}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    return text.replace("<", "\\u003c")


def _are_absolute(documents: Documents) -> bool:
    return any(os.path.isabs(path) for path in documents.columns.get("path", ())[:1])  # noqa: PTH117


def _base(out: Path) -> str:
    """Give the way from the report to where the paths begin: the folder the audit ran in."""
    return Path(os.path.relpath(Path.cwd(), out)).as_posix() + "/"


def _foot(summary: Summary) -> str:
    manifest = summary.manifest
    return (
        f"gongkai-lint {manifest.get('version', '')}，{manifest.get('rules', '')} 条规则"
        f"（{str(manifest.get('ruleset', ''))[:19]}…）。每份文件按自己的成文日期适用当时的规定；"
        "机器判断供核对，以人工核查为准。点击图中的柱、点和表中的行，可以看到背后的文件。"
    )
