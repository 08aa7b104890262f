"""From what is to be judged to the words in every format and the exit code."""

import os
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from datetime import date

from gongkai_lint.api import Request
from gongkai_lint.batch import Desk, judge_all
from gongkai_lint.cli.app import BROKEN
from gongkai_lint.cli.command import say
from gongkai_lint.cli.judging import Work
from gongkai_lint.cli.output import (
    Interruption,
    Outlet,
    Progress,
    colours,
    opened,
    told_interrupted,
)
from gongkai_lint.cli.targets import Target
from gongkai_lint.config.settings import Settings
from gongkai_lint.model.finding import Severity
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.formats import Reporter, Style, reporter_of
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.ruleset.rule import RuleSet

_MANY = 50


class Manner(NamedTuple):
    """How to work: with colour, without words beside the results, in how many processes.

    ``verbose`` adds fingerprints and what was accepted, ``full`` the rules that were silent.
    """

    colour: bool = True
    quiet: bool = False
    workers: int | None = None
    verbose: bool = False
    full: bool = False


def deliver(work: Work, targets: Sequence[Target], manner: Manner) -> int:
    """Judge every document once, write all formats, and give the exit code."""
    inputs = tuple(job.input.path for job in work.jobs)
    with ExitStack() as stack:
        streams = [stack.enter_context(opened(target.file, inputs)) for target in targets]
        tinted = [colours(stream, wanted=manner.colour) for stream in streams]
        styles = [
            Style(tint, manner.quiet, verbose=manner.verbose, full=manner.full) for tint in tinted
        ]
        reporters = _reporters(work, targets, styles)
        outlets = [Outlet(*both) for both in zip(reporters[0], streams, strict=True)]
        desk = Desk(work.requests, tuple(tuple(r.document for r in row) for row in reporters))
        code = _judge(work, desk, outlets, manner)
    if not manner.quiet:
        _tell_where(targets)
    return code


def _reporters(
    work: Work, targets: Sequence[Target], styles: Sequence[Style]
) -> list[list[Reporter]]:
    """Give for each policy the reporter of each target."""
    rules = _every_rule(work.requests)
    return [
        [
            reporter_of(target.format, rules, style._replace(fails=fails(policy)))
            for target, style in zip(targets, styles, strict=True)
        ]
        for policy in work.policies
    ]


def _every_rule(requests: Sequence[Request]) -> RuleSet:
    rules = {rule.id: rule for request in requests for rule in request.rules.rules}
    return requests[0].rules._replace(rules=tuple(rules[key] for key in sorted(rules)))


def fails(policy: Settings) -> Severity | None:
    """Give the lowest severity that fails; None where none does."""
    return None if policy.fail_on == "never" else policy.fail_on or "warning"


def _judge(work: Work, desk: Desk, outlets: Sequence[Outlet], manner: Manner) -> int:
    processors = os.cpu_count() or 1
    workers = manner.workers or (processors if len(work.jobs) > _MANY else 1)
    progress = Progress(len(work.jobs), wanted=not manner.quiet)
    tally, reached = Tally(), False
    interruption, interrupted = Interruption(), False
    try:
        with interruption.heard() if len(work.jobs) > 1 else nullcontext():
            for done in judge_all(work.jobs, desk, workers):
                lowest = fails(work.policies[done.job.request])
                with interruption.held():
                    reached |= lowest is not None and done.tally.reaches(lowest)
                    tally = tally.plus(done.tally)
                    progress.clear()
                    for outlet, piece in zip(outlets, done.pieces, strict=True):
                        outlet.add(piece)
                progress.step()
    except KeyboardInterrupt:
        interrupted = True
    progress.clear()
    for outlet in outlets:
        outlet.close(tally)
    if interrupted:
        return told_interrupted(tally.documents, len(work.jobs))
    if not manner.quiet:
        _tell_age(tally.newest, desk.requests[0].rules)
    return BROKEN if tally.failed else int(reached)


def _tell_age(newest: date | None, rules: RuleSet) -> None:
    """Say once that a document is younger than the law data; what came between is unknown."""
    held = rules.law.held_to
    if newest and held and newest > held:
        say(
            f"法规数据截至{held.year}年{held.month}月{held.day}日，有文件按更晚的日期检查："
            "此后公布、废止的法规没有计入（gongkai-lint law check 查看）。",
            err=True,
        )


def _tell_where(targets: Sequence[Target]) -> None:
    for target in targets:
        if target.file:
            what = "核稿意见" if target.chosen else "结果"
            say(f"{what}写在“{target.file}”。", err=True)
