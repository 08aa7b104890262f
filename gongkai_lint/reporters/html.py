"""One self-contained page: the text with its findings marked, the findings beside it.

It asks nothing of the network, and its content policy lets no words of a document become code.
"""

from collections.abc import Iterator, Sequence

from gongkai_lint import __version__
from gongkai_lint.digests import sha256
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITY_WORDS, Report, Suppressed
from gongkai_lint.reporters.cards import card
from gongkai_lint.reporters.dossier_block import dossier_lines
from gongkai_lint.reporters.local_words import changes_of
from gongkai_lint.reporters.marked_text import MarkedText
from gongkai_lint.reporters.markup import shown, tag
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.reporters.rules.page import sections
from gongkai_lint.reporters.script import SHARED, digest, script, shared, style
from gongkai_lint.reporters.tally import Tally, tally_of
from gongkai_lint.reporters.views import facts, position, type_name
from gongkai_lint.reporters.words import (
    failure_words,
)
from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.rule import RuleSet

_KEY = 8


def begin() -> str:
    """Give the head of the page and its bar."""
    look, code = style("base", "review"), script(shared("dom", "theme", "walk", "review"))
    policy = (
        f"default-src 'none'; style-src '{digest(look)}'; script-src '{digest(code)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="generator" content="gongkai-lint">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>核稿意见</title>\n<style>{look}</style>\n<script>{code}</script>\n"
        f"</head>\n<body>\n{_bar()}<main>\n"
    )


def document(report: Report) -> Piece[str]:
    """Give a document's section, and its line in the list of documents."""
    key = f"d{sha256(report.path.encode('utf-8', 'surrogatepass')).hexdigest()[:_KEY]}"
    found = report.document
    inside = _head(report)
    if found:
        cards = "".join(
            card(found, finding, number, key)
            for number, finding in enumerate(report.findings, start=1)
        )
        text = "".join(MarkedText(found, report.findings, key).blocks())
        paper = tag("article", f"\n{text}", class_="paper")
        none = tag("p", "没有发现问题。", class_="none")
        side = tag("ol", cards, class_="cards") if cards else none
        side += _accepted(found, report.suppressed)
        inside += tag("div", f"{paper}\n{tag('aside', side)}", class_="desk")
    section = tag("section", f"{inside}\n", class_="document", id=key)
    return Piece(f"{section}\n", (_row(report, key),))


def end(tally: Tally, kept: Sequence[str], rules: RuleSet) -> str:
    """Give the list of documents, the rules that spoke, and where all this comes from."""
    parts = []
    if len(kept) > 1:
        parts.append(_contents(kept))
    spoken = dict(tally.rules)
    if spoken:
        pages = "".join(_rules(rules, spoken))
        heading = tag("h2", "这里用到的规则")
        parts.append(tag("section", heading + pages, class_="rules", id="rules"))
    parts.append(
        tag(
            "footer",
            f"gongkai-lint {__version__} · {len(rules.rules)} 条规则 · 规则库 "
            f"{rules.digest.removeprefix('sha256:')[:12]} · "
            "机器核查，供核稿参考；带“待核”的须由人判断。",
        )
    )
    return "\n".join(["</main>", *parts, "</body>", "</html>", ""])


def _bar() -> str:
    return (SHARED / "bar.html").read_text(encoding="utf-8")


def _head(report: Report) -> str:
    known = "".join(tag("li", shown(fact)) for fact in facts(report))
    told = "".join(
        tag("p", shown(failure_words(failure)), class_="failure") for failure in report.failures
    )
    notices = report.document.notices if report.document else ()
    told += "".join(tag("p", shown(notice.message), class_="notice") for notice in notices)
    folder, cut, name = report.path.rpartition("/")
    if report.dossier:
        lines = "\n".join(dossier_lines(report.dossier)).rstrip()
        told += tag("p", shown(lines), class_="dossier") if lines else ""
    title = tag("h2", tag("span", shown(folder + cut), class_="folder") + shown(name))
    return tag("header", f"{title}{tag('ul', known, class_='facts')}{_counts(report)}{told}")


def _counts(report: Report) -> str:
    tally = tally_of(report)
    items = [
        tag("li", f"{word} <b>{tally.findings(severity)}</b>", class_=severity)
        for severity, word in SEVERITY_WORDS.items()
    ]
    if tally.review:
        items.append(tag("li", f"其中待核 <b>{tally.review}</b>"))
    if report.suppressed:
        items.append(tag("li", f"已忽略 <b>{len(report.suppressed)}</b>"))
    return tag("ul", "".join(items), class_="counts") if report.document else ""


def _accepted(found: Document, suppressed: Sequence[Suppressed]) -> str:
    """Give what somebody accepted, folded away, with the reasons."""
    if not suppressed:
        return ""
    items = "".join(
        tag(
            "li",
            tag("p", shown(f"第{line}段 {finding.rule} {finding.message}"))
            + tag("p", shown(f"理由：{by.reason}{f'（到 {by.until} 为止）' if by.until else ''}")),
        )
        for finding, by in suppressed
        for line in [position(found, finding.span.start).line]
    )
    return tag(
        "details",
        tag("summary", f"已忽略 {len(suppressed)} 处") + tag("ul", items),
        class_="accepted",
    )


def _row(report: Report, key: str) -> str:
    tally = tally_of(report)
    cells = [tag("a", shown(report.path), href=f"#{key}")]
    cells.append(type_name(report.document) or "" if report.document else "读不出来")
    cells += [str(tally.findings(severity) or "") for severity in SEVERITY_WORDS]
    return tag("tr", "".join(tag("td", cell) for cell in cells))


def _contents(rows: Sequence[str]) -> str:
    names = ["文件", "文种", *SEVERITY_WORDS.values()]
    head = tag("thead", tag("tr", "".join(tag("th", name) for name in names)))
    table = tag("table", head + tag("tbody", "\n".join(rows)))
    return tag("nav", f"{tag('h2', f'{len(rows)} 个文件')}{table}", id="contents")


def _rules(rules: RuleSet, spoken: dict[str, int]) -> Iterator[str]:
    for rule in rules.rules:
        if rule.id in spoken:
            parts = "".join(
                tag("dt", name) + "".join(tag("dd", shown(text)) for text in texts)
                for name, texts in sections(
                    rule, read_examples(rule), changes_of(rules.regions, rule.id)
                )
            )
            summary = tag("summary", f"<b>{rule.id}</b> {shown(rule.title)}")
            yield tag("details", f"{summary}{tag('dl', parts)}", id=f"r-{rule.id}") + "\n"
