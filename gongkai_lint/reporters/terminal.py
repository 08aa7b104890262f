"""Text for people: what must be decided first, in brief; every finding at length where asked."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITIES, SEVERITY_WORDS, Finding, Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.ansi import BOLD, COLOURS, DIM, RESET, without_colour
from gongkai_lint.reporters.brief import Told, brief
from gongkai_lint.reporters.coverage_table import coverage_lines, coverage_summary
from gongkai_lint.reporters.dossier_block import dossier_lines
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.reporters.views import facts
from gongkai_lint.reporters.words import failure_words


class First(NamedTuple):
    """A document in which something was found: its path, and the rule to look at first."""

    path: str
    rule: str


def document(
    report: Report, *, colour: bool = False, verbose: bool = False, quiet: bool = False
) -> str:
    """Give what is to be said of one document; nothing where all is well.

    ``verbose`` tells each finding at length, and what was accepted; ``quiet`` leaves out the lists
    of mechanisms, which accuse of nothing.
    """
    report = report._replace(coverage=()) if quiet else report
    text = "\n".join(_lines(report, verbose=verbose)) + "\n"
    if text == "\n":
        return ""
    return text if colour else without_colour(text)


def firsts(report: Report) -> tuple[First, ...]:
    """Give what the next step goes by; nothing where nothing was found."""
    found = _in_order(report.findings)
    return (First(report.path, found[0].rule),) if found else ()


def end(tally: Tally, rules: int, found: Sequence[First]) -> str:
    """Give the summary line, and what to do next."""
    return f"{_summary(tally, rules)}。\n{_next_step(tally, found)}\n"


def _summary(tally: Tally, rules: int) -> str:
    found = "、".join(
        f"{word} {tally.findings(severity)} 处" for severity, word in SEVERITY_WORDS.items()
    )
    words = f"{tally.documents} 个文件，{rules} 条规则，{found}"
    if tally.review:
        words += f"（其中待核 {tally.review} 处）"
    if tally.accepted:
        words += f"；另有 {tally.accepted} 处已按理由忽略"
    if tally.known or tally.gone:
        words += f"；基线中已有 {tally.known} 处"
    if tally.gone:
        words += f"、已消除 {tally.gone} 处（可用 baseline --update 更新）"
    if tally.unread:
        words += f"；{tally.unread} 个文件读不出来"
    if tally.broken:
        words += f"；{tally.broken} 个文件有规则出错，没有查完"
    return words + _days(tally)


def _days(tally: Tally) -> str:
    """Say by the law of which day was judged."""
    if tally.newest is None:
        return ""
    if tally.oldest == tally.newest:
        return f"；按 {tally.newest} 的规定" + "（没有成文日期）" * bool(tally.undated)
    undated = f"，{tally.undated} 个没有成文日期" if tally.undated else ""
    return f"；各按成文日期的规定（{tally.oldest} 至 {tally.newest}{undated}）"


def _next_step(tally: Tally, found: Sequence[First]) -> str:
    if not found:
        if tally.failed:
            return "下一步：按上面的说明处理没有查完的文件，再检查一次。"
        return "下一步：没有查出问题；事实和措辞仍要人核对。"
    errors = tally.findings("error")
    first = f"先改必改的 {errors} 处" if errors else "逐条核对"
    path = found[0].path if len(found) == 1 else "文件…"
    named = f'"{path}"' if " " in path else path
    copy = "" if path == "-" else f"gongkai-lint {named} 写一份带修订和批注的副本，"
    return (
        f"下一步：{first}；{copy}"
        f"gongkai-lint explain {found[0].rule} 看规则，加 -v 看每一处的原文。"
    )


def _lines(report: Report, *, verbose: bool) -> Iterator[str]:
    found = report.document
    if report.dossier:
        yield from dossier_lines(report.dossier)
    for failure in report.failures:
        yield f"{report.path}: {COLOURS['error']}{failure_words(failure)}{RESET}"
    if found is None:
        yield ""
        return
    notices = found.notices
    ignored = report.suppressed if verbose else ()
    said = bool(report.findings or notices or ignored or report.coverage)
    if said:
        yield f"{BOLD}{report.path}{RESET}{DIM}（{'，'.join(facts(report))}）{RESET}"
    for notice in notices:
        yield f"  说明：{notice.message}"
    yield from _at_length(report, found) if verbose else _in_brief(report, found)
    if said or report.failures:
        yield ""


def _in_brief(report: Report, found: Document) -> Iterator[str]:
    yield from brief_lines(found, [Told(finding) for finding in report.findings])
    yield from coverage_summary(report.coverage)


def _at_length(report: Report, found: Document) -> Iterator[str]:
    from gongkai_lint.reporters.detailed import accepted, detailed

    for finding in _in_order(report.findings):
        yield from detailed(report.path, found, finding)
    yield from coverage_lines(found, report.coverage)
    for suppressed in report.suppressed:
        yield from accepted(report.path, found, suppressed)


def brief_lines(document: Document, told: Sequence[Told]) -> Iterator[str]:
    """Give findings in brief, their severities in colour."""
    for line in brief(document, told):
        head = f"{COLOURS[line.severity]}{line.head}{RESET} " if line.head else ""
        yield f"{head}{line.rest}"


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Put what must be changed first."""
    return sorted(findings, key=lambda one: (SEVERITIES.index(one.severity), one.span))
