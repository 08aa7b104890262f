"""Sample findings over a folder by rule, show each in its context, and keep the reader's verdicts.

    python -m tests.reading.sample FOLDER … --profile archive          # reads all that is unread
    python -m tests.reading.sample FOLDER … --count 150 --without A01 L04
    python -m tests.reading.sample FOLDER … --sum                      # of what is still reported
    python -m tests.reading.sample --sum                               # of all that was ever read

For each finding one line is asked: `r` right, `w` wrong, `u` unsure, each with a reason behind it
in one's own words (none may quote the document); an empty line leaves it to the next reader, `q`
ends. Answers go to verdicts.csv at once, under the file's name and the finding's fingerprint, so a
later version's reader is asked only about what nobody read. No part of the gate: it needs real
documents and somebody who reads.
"""

import argparse
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from gongkai_lint.api import Request, lint_path, load_ruleset
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding
from tests.reading.verdicts import TABLE, Row, Verdict, add, interval, latest, load, scores

ROOT = Path(__file__).resolve().parent.parent.parent
_SEVERITIES = ("error", "warning", "info")
_ANSWERS: dict[str, Verdict] = {"r": "right", "w": "wrong", "u": "unsure"}
_BESIDE = 120  # characters of a document shown on each side: two or three lines


class Told(NamedTuple):
    """A finding with the document in which it was made."""

    file: str
    document: Document
    finding: Finding

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same finding in another version of the program."""
        return self.file, self.finding.rule, self.finding.fingerprint


def found(arguments: argparse.Namespace) -> Iterator[Told]:
    """Judge every file and give its findings that are grave enough."""
    request = Request(load_ruleset(), date.today(), arguments.profile)  # noqa: DTZ011
    grave = _SEVERITIES[: _SEVERITIES.index(arguments.least) + 1]
    seen: set[tuple[str, str, str]] = set()
    for path in sorted(chain.from_iterable(_files(folder) for folder in arguments.folders)):
        report = lint_path(path, request)
        for finding in report.findings if report.document else ():
            assert report.document
            told = Told(path.name, report.document, finding)
            wanted = not arguments.rules or finding.rule in arguments.rules
            left = finding.rule not in arguments.without and told.key not in seen
            if finding.severity in grave and wanted and left:
                seen.add(told.key)
                yield told


def _files(folder: Path) -> Iterator[Path]:
    return (
        (path for path in folder.rglob("*") if path.is_file())
        if folder.is_dir()
        else iter([folder])
    )


def sampled(told: Sequence[Told], count: int, seed: int) -> list[Told]:
    """Draw as many of each rule, in turn, until there are enough; all where ``count`` is 0."""
    draw = random.Random(seed)  # noqa: S311 (a sample, no secret)
    by_rule: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_rule[one.finding.rule].append(one)
    piles = [draw.sample(pile, len(pile)) for _, pile in sorted(by_rule.items())]
    turns = chain.from_iterable(zip_longest(*piles))
    drawn = [one for one in turns if one is not None]
    return sorted(drawn[: count or None], key=lambda one: (one.finding.rule, one.file))


def shown(told: Told) -> str:
    """Give a finding as its reader sees it."""
    text, (start, end) = told.document.text, told.finding.span
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    where = f"{before}⟦{text[start:end]}⟧{after}".replace("\n", "⏎")
    finding = told.finding
    head = f"{finding.rule} {finding.severity} {finding.outcome} {told.file} @{start}"
    day = told.document.date_of_issue or told.document.judged_on
    return f"── {head} ({day})\n{finding.message}\n   {where}"


def ask(told: Sequence[Told], profile: str, version: str) -> None:
    """Show one finding after the other and write down what the reader says."""
    for number, one in enumerate(told, 1):
        print(f"{number}/{len(told)} {shown(one)}", flush=True)
        answer = sys.stdin.readline()
        mark, _, why = answer.strip().partition(" ")
        if not answer or mark == "q":
            return
        if mark in _ANSWERS:
            finding = one.finding
            made = (str(date.today()), version, profile, finding.rule, finding.severity)  # noqa: DTZ011
            add([Row(*made, one.file, finding.fingerprint, _ANSWERS[mark], why)])


def summed(rows: Sequence[Row]) -> Iterator[str]:
    """Give the precision of each rule with its interval."""
    yield f"{'rule':6}{'right':>6}{'wrong':>6}{'unsure':>7}  precision  95 % interval"
    for score in scores(rows):
        low, high = interval(score.right, score.read)
        counts = f"{score.right:6}{score.wrong:6}{score.unsure:7}"
        share = f"{score.precision:.3f}" if score.read else "    –"
        yield f"{score.rule:6}{counts}      {share}  {low:.3f}–{high:.3f}"


def _version() -> str:
    head = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    return subprocess.run(head, capture_output=True, text=True, check=True).stdout.strip()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--profile", choices=("draft", "archive"), default="draft")
    parser.add_argument("--least", choices=_SEVERITIES, default="warning", help="least severity")
    parser.add_argument("--rules", nargs="+", default=[], help="these alone")
    parser.add_argument("--without", nargs="+", default=[], help="not these")
    parser.add_argument("--count", type=int, default=0, help="how many; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--sum", action="store_true", help="print the precision of each rule")
    return parser.parse_args()


def main() -> None:
    """Read, or sum up what was read."""
    arguments = _arguments()
    rows = latest(load(arguments.table))
    told = list(found(arguments)) if arguments.folders else []
    if arguments.sum:
        here = {one.key for one in told}
        kept = [row for key, row in rows.items() if not arguments.folders or key in here]
        if arguments.folders:
            print(f"{len(told)} findings, {len(told) - len(kept)} of them unread")
        print("\n".join(summed(kept)))
        return
    drawn = sampled(told, arguments.count, arguments.seed)
    ask([one for one in drawn if one.key not in rows], arguments.profile, _version())


if __name__ == "__main__":
    main()
