"""How a document was read: elements, sentences in clauses, times, tasks, records, traits.

For the author of a rule, a reviewer, and an official who wonders why a rule spoke or was silent.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.reading.reading import Reading, reading_of
from gongkai_lint.reading.sentence import Clause
from gongkai_lint.reading.term import Term
from gongkai_lint.reporters.words import FIELDS, SCOPES, TRAITS

_LONGEST = 60  # an element's words on one line of the screen
_TIMES = {
    "absolute": "确定日期",
    "relative": "从某事起算",
    "yearless": "没有年份",
    "vague": "含糊",
    "period": "一段时间",
    "recurring": "重复",
}
_BLOCKS = frozenset({"body", "issued_text", "attachment", "article"})
_STYLE = (
    "body{font:16px/1.7 sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3rem .6rem;"
    "text-align:left;vertical-align:top}small{color:#555}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}small{color:#aaa}}"
)


def parsed(path: str, document: Document, vocabulary: Vocabulary) -> dict[str, Any]:
    """Give how a document was read, as plain data; offsets are those of the text as it was read."""
    read = document.read
    titles = {each.name: each.title for each in vocabulary.classes}
    return {
        "path": path,
        "document_type": read.document_type.value if read.document_type else None,
        "date_of_issue": read.date_of_issue.isoformat() if read.date_of_issue else None,
        "issuer": {"names": list(read.issuer.names), "level": read.issuer.level},
        "traits": sorted(read.traits),
        "elements": [
            {"kind": e.kind, "text": read.words(e.span), **_place(e.span)} for e in read.elements
        ],
        "times": [
            {
                "text": read.words(time.span),
                "kind": time.kind,
                "role": time.role,
                "resolved": time.resolved.isoformat() if time.resolved else None,
                "anchor": time.anchor,
                **_place(time.span),
            }
            for time in read.deadlines
        ],
        "tasks": [
            {
                "text": read.words(task.span),
                "lead": list(task.lead),
                "others": list(task.others),
                "deadline": task.deadline.isoformat() if task.deadline else None,
                **_place(task.span),
            }
            for task in read.tasks
        ],
        "records": [
            {
                "form": record.form,
                "list": record.kind,
                "fields": {f.key or f.name: read.words(f.span) for f in record.fields},
                **_place(record.span),
            }
            for record in read.records
        ],
        "sentences": list(_sentences(reading_of(read), titles)),
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _sentences(reading: Reading, titles: dict[str, str]) -> Iterator[dict[str, Any]]:
    for index, paragraph in enumerate(reading.document.source.paragraphs):
        for sentence in reading.sentences(index) if paragraph.text.strip() else ():
            yield {
                "paragraph": index + 1,
                **_place(sentence.span),
                "clauses": [_clause(reading, clause, titles) for clause in sentence.clauses],
            }


def _clause(reading: Reading, clause: Clause, titles: dict[str, str]) -> dict[str, Any]:
    subject = clause.subject
    return {
        "text": reading.text[clause.start : clause.end].strip(),
        "subject": reading.text[subject.start : subject.end] if subject else None,
        "inherited": subject is not None and not clause.own,
        "terms": [_term(reading, clause, term, titles) for term in clause.terms],
    }


def _term(reading: Reading, clause: Clause, term: Term, titles: dict[str, str]) -> dict[str, Any]:
    names = sorted(term.classes)
    return {
        "text": reading.text[term.start : term.end],
        "classes": names,
        "titles": [titles.get(name, name) for name in names],
        "modality": clause.modality(term),
        "affirmed": reading.affirms(clause, term),
        "start": term.start,
        "end": term.end,
    }


def as_text(told: dict[str, Any]) -> str:
    """Give it as lines for the screen."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: dict[str, Any]) -> Iterator[str]:
    yield f"{told['path']}"
    yield f"特征：{'、'.join(TRAITS.get(name, name) for name in told['traits']) or '无'}"
    for element in told["elements"]:
        if element["kind"] not in _BLOCKS:
            yield f"  {SCOPES.get(element['kind'], element['kind'])}：{_short(element['text'])}"
    for time in told["times"]:
        yield f"  时间：{time['text']}（{_TIMES[time['kind']]}）→ {time['resolved'] or '不能推算'}"
    for task in told["tasks"]:
        units = "、".join((*task["lead"], *task["others"])) or "没有责任单位"
        yield f"  任务：{_short(task['text'])}［{units}，{task['deadline'] or '没有时限'}］"
    for record in told["records"]:
        fields = "；".join(
            f"{FIELDS.get(key, key)}：{_short(words)}" for key, words in record["fields"].items()
        )
        yield f"  条目：{fields}"
    for sentence in told["sentences"]:
        yield f"第 {sentence['paragraph']} 段"
        for clause in sentence["clauses"]:
            yield f"  {clause['text']}"
            yield f"    主语：{clause['subject'] or '—'}{'（承前）' if clause['inherited'] else ''}"
            if clause["terms"]:
                yield f"    {' '.join(map(_shown, clause['terms']))}"


def _shown(term: dict[str, Any]) -> str:
    return f"{term['text']}/{'+'.join(term['classes'])}{'' if term['affirmed'] else '（否定）'}"


def _short(words: str) -> str:
    words = "".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def as_page(told: list[dict[str, Any]]) -> str:
    """Give it as one page of HTML, a table of clauses for each document."""
    rows = "".join(_document(one) for one in told)
    kind = '<meta charset="utf-8"><meta name="generator" content="gongkai-lint">'
    head = f"{kind}<title>识别结果</title><style>{_STYLE}</style>"
    return f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}</head><body>{rows}</body></html>\n'


def _document(told: dict[str, Any]) -> str:
    traits = "、".join(TRAITS.get(name, name) for name in told["traits"]) or "无"
    elements = "".join(
        f"<tr><td>{escape(SCOPES.get(e['kind'], e['kind']))}</td>"
        f"<td>{escape(_short(e['text']))}</td></tr>"
        for e in told["elements"]
        if e["kind"] not in _BLOCKS
    )
    clauses = "".join(
        f"<tr><td>{sentence['paragraph']}</td><td>{escape(clause['text'])}</td>"
        f"<td>{escape(clause['subject'] or '—')}</td>"
        f"<td>{'<br>'.join(escape(_titled(term)) for term in clause['terms'])}</td></tr>"
        for sentence in told["sentences"]
        for clause in sentence["clauses"]
    )
    return (
        f"<h1>{escape(told['path'])}</h1><p>特征：{escape(traits)}</p>"
        f"<table><tr><th>要素</th><th>原文</th></tr>{elements}</table>"
        "<h2>分句</h2><table><tr><th>段</th><th>分句</th><th>主语</th><th>词</th></tr>"
        f"{clauses}</table>"
    )


def _titled(term: dict[str, Any]) -> str:
    return f"{term['text']}：{'、'.join(term['titles'])}{'' if term['affirmed'] else '（否定）'}"
