"""gongkai-lint check: judge files and folders."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import click

from gongkai_lint.api import Request, load_ruleset
from gongkai_lint.batch import Desk, Found, Input, Job, collect, judge_all
from gongkai_lint.cli.app import BROKEN
from gongkai_lint.cli.chinese import Command, Count, Day, OneOf
from gongkai_lint.cli.output import Progress, colours, opened
from gongkai_lint.config import FAIL_ON, PROFILES, Settings, find_config, load_config
from gongkai_lint.errors import UsageError
from gongkai_lint.reporters.formats import FORMATS, Reporter, Style, reporter_of
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.ruleset.rule import RuleSet

_DEFAULTS = Settings(profile="draft", fail_on="warning")
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
@click.option(
    "--profile",
    type=OneOf(PROFILES),
    metavar="口径",
    help="draft 送审稿（默认）、archive 已发布或历史文件。",
)
@click.option(
    "--as-of", type=Day(), help="按哪一天的规定判断；默认按文件自己的成文日期，没有则按今天。"
)
@click.option(
    "--select",
    metavar="编号",
    multiple=True,
    help="只用这些规则，编号或开头，如 A、D0、S01；可用逗号隔开。",
)
@click.option("--ignore", metavar="编号", multiple=True, help="不用这些规则，写法同上。")
@click.option(
    "--fail-on",
    type=OneOf(FAIL_ON),
    metavar="级别",
    help="哪一级起退出码为 1：error、warning（默认）、info、never。",
)
@click.option("--config", metavar="文件", help="用这个配置文件，不从文件所在处向上找。")
@click.option("--rules", metavar="目录", help="加上本单位的规则。")
@click.option("--jobs", type=Count(), help="同时用几个进程；默认文件超过 50 个才用多个。")
@click.option("--encoding", metavar="编码", help="文本文件的编码；默认自动识别。")
@click.option("--stdin-filename", metavar="文件名", help="标准输入的文件名，用来判断格式。")
@click.option("--no-color", is_flag=True, help="不用颜色。")
@click.option("-q", "--quiet", is_flag=True, help="只输出问题，不输出汇总和进度。")
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Judge what the paths mean and give the exit code."""
    given = Settings(
        profile=options["profile"],
        as_of=options["as_of"],
        select=_ids(options["select"]),
        ignore=_ids(options["ignore"]),
        fail_on=options["fail_on"],
        rules=Path(options["rules"]) if options["rules"] else None,
        encoding=options["encoding"],
    )
    found = collect(_with_stdin(paths, options["stdin_filename"]))
    work = _plan(found, given, options["config"])
    quiet = options["quiet"]
    if not quiet:
        _tell_passed_over(found)
    with opened(options["output"], tuple(item.path for item in found.inputs)) as out:
        colour = colours(out, wanted=not options["no_color"])
        reporter = reporter_of(options["format"], Style(colour, quiet))
        return _carry_out(work, reporter, out, (options["jobs"], quiet))


class Work(NamedTuple):
    """The documents, and the settings that they are judged by."""

    jobs: list[Job]
    policies: list[Settings]
    requests: tuple[Request, ...]


def _ids(words: tuple[str, ...]) -> tuple[str, ...] | None:
    ids = [part.strip().upper() for word in words for part in word.replace("，", ",").split(",")]
    return tuple(part for part in ids if part) or None


def _with_stdin(paths: tuple[str, ...], name: str | None) -> Iterator[str | Input]:
    if name is not None and "-" not in paths:
        raise UsageError("--stdin-filename 要和“-”（标准输入）一起用。")
    for path in dict.fromkeys(paths):
        yield Input(name or "-", sys.stdin.buffer.read()) if path == "-" else path


def _plan(found: Found, given: Settings, config: str | None) -> Work:
    numbers: dict[Settings, int] = {}
    jobs = []
    for item in found.inputs:
        chosen = Path(config) if config else find_config(Path(item.path).absolute().parent)
        said = load_config(chosen) if chosen else Settings()
        settings = given.over(said).over(_DEFAULTS)
        jobs.append(Job(item, numbers.setdefault(settings, len(numbers))))
    return Work(jobs, list(numbers), tuple(_request(settings) for settings in numbers))


def _request(settings: Settings) -> Request:
    rules = _rules(settings.rules)
    select, ignore = settings.select or (), settings.ignore or ()
    for word in (*select, *ignore):
        if not any(rule.id.startswith(word) for rule in rules.rules):
            raise UsageError(
                f"没有编号是“{word}”或以它开头的规则；可用 gongkai-lint rules 查看全部规则。"
            )
    if settings.encoding:
        try:
            "".encode(settings.encoding)
        except LookupError:
            raise UsageError(
                f"不认识编码“{settings.encoding}”；可用 utf-8、gb18030、utf-16、big5 等。"
            ) from None
    return Request(
        rules.select(select, ignore),
        today=date.today(),  # noqa: DTZ011 (an official's day is the local one)
        profile=settings.profile or "draft",
        as_of=settings.as_of,
        encoding=settings.encoding,
    )


@cache
def _rules(folder: Path | None) -> RuleSet:
    return load_ruleset(folder)


def _tell_passed_over(found: Found) -> None:
    if found.passed_over:
        kinds = "、".join(f"{suffix} {number} 个" for suffix, number in found.passed_over)
        click.echo(f"跳过了本版本不能读的文件：{kinds}。请另存为 .docx 后再检查。", err=True)


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
