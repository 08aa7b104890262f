"""gongkai-lint check: judge files and folders."""

import os
import sys
from collections.abc import Iterator
from typing import Any, TextIO

import click

from gongkai_lint.batch import Desk, Input, collect, judge_all
from gongkai_lint.cli.app import BROKEN
from gongkai_lint.cli.chinese import Command, Count, OneOf
from gongkai_lint.cli.judging import (
    Work,
    encoding_option,
    judging_options,
    plan,
    settings_of,
    tell_passed_over,
)
from gongkai_lint.cli.output import Progress, colours, opened
from gongkai_lint.config.settings import FAIL_ON
from gongkai_lint.errors import UsageError
from gongkai_lint.reporters.formats import FORMATS, Reporter, Style, reporter_of
from gongkai_lint.reporters.tally import Tally

_MANY = 50


@click.command(
    "check",
    cls=Command,
    options_metavar="[选项]",
    help="检查文件或文件夹（.docx、.docm、.txt、.md）；“-”是标准输入。"
    "退出码：0 没有问题，1 有问题，2 用法、配置或规则文件有误，3 有文件读不出来或规则出错。",
)
@click.argument("paths", metavar="文件或文件夹…", nargs=-1, required=True)
@click.option(
    "--format",
    type=OneOf(FORMATS),
    default="text",
    metavar="格式",
    help="输出格式：text（默认）、json、jsonl。",
)
@click.option("--output", metavar="文件", help="结果写到文件，不写到屏幕。")
@judging_options
@encoding_option
@click.option(
    "--fail-on",
    type=OneOf(FAIL_ON),
    metavar="级别",
    help="哪一级起退出码为 1：error、warning（默认）、info、never。",
)
@click.option("--jobs", type=Count(), help="同时用几个进程；默认文件超过 50 个才用多个。")
@click.option("--stdin-filename", metavar="文件名", help="标准输入的文件名，用来判断格式。")
@click.option("--no-color", is_flag=True, help="不用颜色。")
@click.option("-q", "--quiet", is_flag=True, help="只输出问题，不输出汇总和进度。")
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Judge what the paths mean and give the exit code."""
    found = collect(_with_stdin(paths, options["stdin_filename"]))
    settings = settings_of(options)._replace(fail_on=options["fail_on"])
    work = plan(found, settings, options["config"])
    quiet = options["quiet"]
    if not quiet:
        tell_passed_over(found)
    with opened(options["output"], tuple(item.path for item in found.inputs)) as out:
        colour = colours(out, wanted=not options["no_color"])
        reporter = reporter_of(options["format"], Style(colour, quiet))
        return _carry_out(work, reporter, out, (options["jobs"], quiet))


def _with_stdin(paths: tuple[str, ...], name: str | None) -> Iterator[str | Input]:
    if name is not None and "-" not in paths:
        raise UsageError("--stdin-filename 要和“-”（标准输入）一起用。")
    for path in dict.fromkeys(paths):
        yield Input(name or "-", sys.stdin.buffer.read()) if path == "-" else path


def _carry_out(
    work: Work, reporter: Reporter, out: TextIO, options: tuple[int | None, bool]
) -> int:
    wanted, quiet = options
    processors = os.cpu_count() or 1
    workers = wanted or (processors if len(work.jobs) > _MANY else 1)
    progress = Progress(len(work.jobs), wanted=not quiet)
    rules = work.requests[0].rules
    out.write(reporter.begin(rules.digest, len(rules.rules)))
    tally, reached = Tally(), False
    for done in judge_all(work.jobs, Desk(work.requests, reporter.document), workers):
        fail_on = work.policies[done.job.request].fail_on
        reached |= fail_on != "never" and done.tally.reaches(fail_on or "warning")
        progress.clear()
        out.write(reporter.between * bool(tally.documents) + done.text)
        tally = tally.plus(done.tally)
        progress.step()
    progress.clear()
    out.write(reporter.end(tally, len(rules.rules)))
    return BROKEN if tally.failed else int(reached)
