"""gongkai-lint baseline: put down today's findings, so that only new ones are told."""

from pathlib import Path
from typing import Any

from gongkai_lint.batch import Desk, judge_all
from gongkai_lint.cli.app import BROKEN
from gongkai_lint.cli.command import Count, argument, command, option, say
from gongkai_lint.cli.inputs import dossier_option, found_in, stdin_option
from gongkai_lint.cli.judging import (
    Work,
    encoding_option,
    judging_options,
    plan,
    settings_of,
    tell_passed_over,
)
from gongkai_lint.cli.output import opened
from gongkai_lint.config.baseline_file import FILE_NAME, load_baseline, write_out
from gongkai_lint.engine.baseline import Seen, see, update
from gongkai_lint.errors import UsageError
from gongkai_lint.model.baseline import Baseline
from gongkai_lint.model.finding import Report
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.reporters.words import failure_words


@command(
    "baseline",
    options_metavar="[选项]",
    help="记录现有的问题，以后用 check --baseline 只报新问题。记的是内容不是行号：段落移动、"
    "文件改名后仍认得，改掉一处又添一处会报出来。退出码：0 已写好，2 用法有误，3 有文件读不出来。",
)
@argument("paths", metavar="文件或文件夹…", nargs=-1, required=True)
@option(
    "-o",
    "--output",
    metavar="文件",
    help=f"写到哪个文件；默认用配置里的 baseline，没有则是 {FILE_NAME}。",
)
@option("--update", "renew", is_flag=True, help="从已有基线中删去已消除的，不加新的。")
@option("--force", is_flag=True, help="重新记录，覆盖已有的基线。")
@dossier_option
@judging_options
@encoding_option
@option("--jobs", type=Count(), help="同时用几个进程；默认一个。")
@stdin_option
def baseline(paths: tuple[str, ...], **options: Any) -> int:
    """Write the file and give the exit code."""
    found = found_in(paths, options)
    work = plan(found, settings_of(options), options["config"], without_baseline=True)
    target = _target(work, options["output"])
    if target.exists() and not (options["renew"] or options["force"]):
        raise UsageError(
            f"基线文件“{target}”已经存在。"
            "要删去其中已消除的问题请加 --update，要重新记录请加 --force。"
        )
    known = load_baseline(target) if options["renew"] else _empty(target)
    tell_passed_over(found)
    seen, failed = _look(work, options["jobs"] or 1)
    placed = {known.place(path): one for path, one in seen.items()}
    with opened(target, tuple(seen)) as out:
        if options["renew"]:
            known, gone = update(known, placed)
            words = f"已消除 {gone} 处，基线中还有 {known.total} 处"
        else:
            recorded = {place: one.recorded for place, one in placed.items()}
            known = known._replace(documents={p: r for p, r in recorded.items() if r.entries})
            words = f"记录了 {len(known.documents)} 个文件的 {known.total} 处问题"
        out.write(write_out(known))
    say(f"{words}，写在“{target}”。")
    return BROKEN if failed else 0


def _target(work: Work, output: str | None) -> Path:
    if output:
        return Path(output)
    said = [policy.baseline for policy in work.policies if policy.baseline]
    if len(set(said)) > 1:
        raise UsageError("这些文件的配置写了不同的基线文件，请分别记录，或用 --output 指定一个。")
    return said[0] if said else Path(FILE_NAME)


def _empty(target: Path) -> Baseline:
    return Baseline(str(target), str(target.absolute().parent), {})


def _look(work: Work, workers: int) -> tuple[dict[str, Seen], bool]:
    """Judge every document; say which ones could not be read."""
    seen: dict[str, Seen] = {}
    failed = False
    requests = tuple(request._replace(every=True) for request in work.requests)
    desk = Desk(requests, ((_piece,),) * len(requests))
    documents = frozenset(work.jobs)
    for judged in judge_all(work.jobs, desk, workers):
        if judged.job not in documents:  # a configuration file
            continue
        for path, one, troubles in judged.pieces[0].kept:
            for trouble in troubles:
                say(f"{path}: {trouble}", err=True)
            failed = failed or bool(troubles)
            if one is not None:
                seen[path] = one
    return seen, failed


def _piece(report: Report) -> Piece[Any]:
    troubles = tuple(failure_words(failure) for failure in report.failures)
    if report.document is None:
        return Piece(kept=((report.path, None, troubles),))
    ran = (rule for rule, outcome in report.outcomes if outcome != "inapplicable")
    return Piece(kept=((report.path, see(report.document, report.findings, ran), troubles),))
