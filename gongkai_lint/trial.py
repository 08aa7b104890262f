"""Try each rule on its own examples: what ``test-rules`` and the tests run."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from gongkai_lint.api import Paper, Request, lint_papers, lint_source
from gongkai_lint.engine.fix import apply_edits
from gongkai_lint.model.dossier import ROLE_WORDS, Role
from gongkai_lint.model.finding import Finding, Report
from gongkai_lint.model.source import Source
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.text import read_text
from gongkai_lint.reading.reading import Reading
from gongkai_lint.ruleset.examples import Example, read_examples
from gongkai_lint.ruleset.rule import Rule, RuleSet
from gongkai_lint.ruleset.vocabulary_files import Entry, entries_of
from gongkai_lint.specimen import Page, Specimen, example_fields, write_out
from gongkai_lint.structure.recognize import recognize
from gongkai_lint.typeset import typeset


class Trial(NamedTuple):
    """The result of one example: the rule, the example's text, what went wrong (empty if right).

    Of the example of a word it names the file and line instead of a rule.
    """

    rule: str
    example: str
    problems: tuple[str, ...]


def try_rule(rule: Rule, rules: RuleSet) -> Iterator[Trial]:
    """Try one rule on its examples in turn, together with the rules that it yields to.

    An example may name other rules ``beside`` which it is tried.
    """
    examples = read_examples(rule)
    yield from (_try_violation(rule, example, rules) for example in examples.violation)
    yield from (_try_pass(rule, example, rules) for example in examples.valid)


def try_words(file: Path, rules: RuleSet) -> Iterator[Trial]:
    """Try each entry of a class of the vocabulary on its two sentences."""
    for line, entry in entries_of(file):
        yield from (
            Trial(f"{file}:{line}", sentence, tuple(problems))
            for sentence, problems in _try_entry(entry, file.stem, rules)
        )


def _try_entry(entry: Entry, name: str, rules: RuleSet) -> Iterator[tuple[str, list[str]]]:
    before, _, rest = entry.fires.partition("⟦")
    word, _, after = rest.partition("⟧")
    found = _words_found(before + word + after, name, rules) if word else []
    wrong = f"“{word}”没有认作词类“{name}”" if word else "fires 里没有用⟦⟧标出词"
    yield entry.fires, [] if word and word in found else [wrong]
    found = _words_found(entry.silent, name, rules)
    yield entry.silent, [f"silent 里的“{word}”认作了词类“{name}”" for word in found]


def _words_found(text: str, name: str, rules: RuleSet) -> list[str]:
    document = recognize(_source(f"{text}\n"))
    reading = Reading(document, rules.vocabulary).telling({name})
    clauses = [clause for sentence in reading.sentences(0) for clause in sentence.clauses]
    terms = {term for clause in clauses for term in clause.terms if name in term.classes}
    return [text[term.start : term.end] for term in sorted(terms)]


def alone(rule: Rule, rules: RuleSet, beside: Collection[str] = ()) -> RuleSet:
    """Give a rule, those that it yields to and those ``beside`` it as a rule set of their own."""
    few = {*rule.yields_to, *beside} - {rule.id}
    some = (rule, *(r for r in (*rules.rules, *rules.regional) if r.id in few))
    return rules._replace(
        rules=tuple(r for r in some if not r.regional),
        regional=tuple(r for r in some if r.regional),
    )


def judge(specimen: Specimen, rules: RuleSet) -> tuple[Report, ...]:
    """Judge a specimen as a text file, or as the files of a submission."""
    settings = specimen.settings
    request = Request(
        rules,
        today=date(2024, 9, 2),
        profile=settings.get("profile", "draft"),
        as_of=settings.get("as_of"),
        region=settings.get("region"),
    )
    source = _source(specimen.text)
    if "layout" in settings:
        source = typeset(source, settings["layout"])
    if specimen.beside is None:
        return (lint_source(source, "例子.txt", request),)
    papers = _papers(specimen, source)
    reports = {report.path: report for report in lint_papers("", papers, request)}
    return tuple(reports[paper.name] for paper in papers)


def _papers(specimen: Specimen, draft: Source) -> list[Paper]:
    """Give the files of a specimen's submission, numbered role by role."""
    counts: Counter[Role] = Counter()
    papers = []
    for role, text, _ in specimen.pages:
        counts[role] += 1
        source = draft if role == "draft" else _source(text)
        papers.append(Paper(f"{ROLE_WORDS[role]}{counts[role]}.txt", role, source))
    return papers


def findings_of(rule: Rule, example: Example, rules: RuleSet) -> tuple[Specimen, list[Finding]]:
    """Give the specimen of an example and what the rule says of it, with the rules it needs."""
    specimen, told = _told(rule, example, rules)
    return specimen, [finding for _, finding in told]


def _source(text: str) -> Source:
    return read_text(text.encode(), markdown=False)


def _told(
    rule: Rule, example: Example, rules: RuleSet
) -> tuple[Specimen, list[tuple[int, Finding]]]:
    """Give the specimen and what the rule says, with the number of the page it says it of."""
    specimen = write_out(example, rule)
    beside = example.get("beside", ()) if isinstance(example, dict) else ()
    reports = judge(specimen, alone(rule, rules, beside))
    broken = [failure.message for report in reports for failure in report.failures]
    if broken:
        raise RuntimeError(broken[0])
    return specimen, [
        (number, finding)
        for number, report in enumerate(reports)
        for finding in report.findings
        if finding.rule == rule.id
    ]


def _try_violation(rule: Rule, example: Example, rules: RuleSet) -> Trial:
    specimen, told = _told(rule, example, rules)
    findings = [finding for _, finding in told]
    problems = _compare(specimen, {(number, *finding.span) for number, finding in told})
    says = specimen.settings.get("says", "")
    if findings and not any(says in finding.message for finding in findings):
        problems.append(f"没有说“{says}”，而说“{findings[0].message}”")
    problems += _try_verdict(specimen, findings)
    problems += _try_fix(rule, example, (specimen, findings), rules)
    return Trial(rule.id, specimen.text, tuple(problems))


def _try_verdict(specimen: Specimen, findings: list[Finding]) -> Iterator[str]:
    """Yield what the findings rest on, or conclude, otherwise than the example says."""
    outcome, rests_on = (specimen.settings.get(name) for name in ("outcome", "rests_on"))
    for finding in findings:
        if outcome not in {None, finding.outcome}:
            yield f"结论是“{finding.outcome}”，应是“{outcome}”"
        named = [f"{b.title} {b.number} {b.provision}" for b in finding.basis]
        if rests_on and not any(rests_on in words for words in named):
            yield f"依据是“{'；'.join(named)}”，应有“{rests_on}”"


def _compare(specimen: Specimen, found: set[tuple[int, int, int]]) -> list[str]:
    """Say which marks were not reported and what was reported without a mark."""
    pages = specimen.pages
    marks = {(number, *mark) for number, page in enumerate(pages) for mark in page.marks}
    if not found and not marks:
        return ["应当报告，却没有报告"]
    absent = {place for place in found if place[1] == place[2]} if not marks else set()
    problems = [f"没有报告{_show(pages, place)}" for place in sorted(marks - found)]
    return problems + [f"多报了{_show(pages, place)}" for place in sorted(found - marks - absent)]


def _show(pages: tuple[Page, ...], place: tuple[int, int, int]) -> str:
    number, start, end = place
    page = pages[number]
    file = ROLE_WORDS[page.role] if len(pages) > 1 else ""
    return f"“{page.text[start:end]}”（{file}第 {start} 字起）"


def _try_fix(
    rule: Rule, example: Example, found: tuple[Specimen, list[Finding]], rules: RuleSet
) -> list[str]:
    specimen, findings = found
    wanted: Any = specimen.settings.get("fixed")
    if wanted is None:
        return []
    fields = example_fields(example, rule)
    fields.pop("fixed")
    if not isinstance(wanted, dict):
        marked = [k for k, v in fields.items() if "⟦" in str(v)]
        wanted = {marked[0]: wanted}
    expected = write_out(fields | wanted, rule).text
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    fixed = apply_edits(specimen.text, edits)
    if fixed != expected:
        return [f"修改后是“{fixed}”，应是“{expected}”"]
    _, left = findings_of(rule, fields | wanted, rules)
    return ["修改后仍有同一问题"] if left else []


def _try_pass(rule: Rule, example: Example, rules: RuleSet) -> Trial:
    specimen, findings = findings_of(rule, example, rules)
    wrong = [f"不应报告，却报告了：{finding.message}" for finding in findings]
    return Trial(rule.id, specimen.text, tuple(wrong))
