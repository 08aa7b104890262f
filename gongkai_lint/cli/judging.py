"""What the commands that judge files ask alike: which documents, by which settings."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import click

from gongkai_lint.api import Request, load_ruleset
from gongkai_lint.batch import Found, Input, Job
from gongkai_lint.cli.chinese import Day, OneOf
from gongkai_lint.config.load import find_config, load_config
from gongkai_lint.config.settings import DEFAULTS, PROFILES, Settings
from gongkai_lint.errors import UsageError
from gongkai_lint.model.baseline import Baseline
from gongkai_lint.ruleset.localize import localize, regions_adding
from gongkai_lint.ruleset.rule import RuleSet

_OPTIONS = (
    click.option(
        "--profile",
        type=OneOf(PROFILES),
        metavar="口径",
        help="draft 送审稿（默认）、archive 已发布或历史文件。",
    ),
    click.option("--region", metavar="地区", help="加上这个地区的规定，如 anhui、shanxi/lvliang。"),
    click.option(
        "--as-of", type=Day(), help="按哪一天的规定判断；默认按文件自己的成文日期，没有则按今天。"
    ),
    click.option(
        "--select",
        metavar="编号",
        multiple=True,
        help="只用这些规则，编号或开头，如 A、D0、S01；可用逗号隔开。",
    ),
    click.option("--ignore", metavar="编号", multiple=True, help="不用这些规则，写法同上。"),
    click.option("--config", metavar="文件", help="用这个配置文件，不从文件所在处向上找。"),
    click.option("--rules", metavar="目录", help="加上本单位的规则。"),
)
encoding_option = click.option("--encoding", metavar="编码", help="文本文件的编码；默认自动识别。")

Function = Callable[..., Any]


class Work(NamedTuple):
    """The documents, and the settings that they are judged by."""

    jobs: list[Job]
    policies: list[Settings]
    requests: tuple[Request, ...]


def judging_options(command: Function) -> Function:
    """Give a command the options by which documents are judged."""
    return all_of(_OPTIONS)(command)


def all_of(options: Sequence[Callable[[Function], Function]]) -> Callable[[Function], Function]:
    """Make one decorator of several options, in the order in which help shows them."""

    def decorate(command: Function) -> Function:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def settings_of(options: dict[str, Any]) -> Settings:
    """Give what a command line says of judging."""
    return Settings(
        profile=options["profile"],
        as_of=options["as_of"],
        select=_ids(options["select"]),
        ignore=_ids(options["ignore"]),
        rules=Path(options["rules"]) if options["rules"] else None,
        encoding=options.get("encoding"),
        region=options["region"],
    )


def plan(
    found: Found, given: Settings, config: str | None, *, without_baseline: bool = False
) -> Work:
    """Settle the settings of each document: command line, configuration, defaults."""
    numbers: dict[Settings, int] = {}
    jobs = []
    for item in found.inputs:
        settings = given.over(_said(item, config)).over(DEFAULTS)
        jobs.append(Job(item, numbers.setdefault(settings, len(numbers))))
    policies = list(numbers)
    used = [p._replace(baseline=None) for p in policies] if without_baseline else policies
    return Work(jobs, policies, tuple(request_of(settings) for settings in used))


def _said(item: Input, config: str | None) -> Settings:
    """Give what the configuration says of a document."""
    path = Path(item.path).absolute()
    chosen = Path(config) if config else find_config(path if item.dossier else path.parent)
    if chosen is None:
        return Settings()
    place = os.path.relpath(path, chosen.parent)
    here = Path.cwd()
    near = chosen.relative_to(here) if chosen.is_relative_to(here) else chosen
    return load_config(near).settings_for(Path(place).as_posix())


def request_of(settings: Settings) -> Request:
    """Give what documents of these settings are judged by; raises ``UsageError``."""
    rules = _rules(settings.rules, settings.region)
    select, ignore = settings.select or (), settings.ignore or ()
    for word in (*select, *ignore):
        if not any(rule.id.startswith(word) for rule in (*rules.rules, *rules.regional)):
            raise UsageError(
                f"没有编号是“{word}”或以它开头的规则；可用 gongkai-lint rules 查看全部规则。"
            )
    for word in select:
        if not any(rule.id.startswith(word) for rule in rules.rules):
            regions = "、".join(regions_adding(rules, word))
            raise UsageError(f"规则“{word}”只在有规定的地区检查，请写明 --region：{regions}。")
    for by in settings.suppressions or ():
        if by.rule not in rules.known:
            raise UsageError(
                f"配置文件“{by.file}”要忽略的规则 {by.rule} 不存在；"
                "可用 gongkai-lint rules 查看全部规则。"
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
        region=settings.region,
        suppressions=settings.suppressions or (),
        baseline=_baseline(settings.baseline) if settings.baseline else None,
    )


@cache
def _baseline(file: Path) -> Baseline:
    from gongkai_lint.config.baseline_file import load_baseline

    return load_baseline(file)


@cache
def _rules(folder: Path | None, region: str | None) -> RuleSet:
    return localize(load_ruleset(folder), region)


def tell_passed_over(found: Found) -> None:
    """Say which files of other formats were passed over."""
    if found.passed_over:
        kinds = "、".join(f"{suffix} {number} 个" for suffix, number in found.passed_over)
        click.echo(f"跳过了不能读的文件：{kinds}。请另存为 .docx 后再检查。", err=True)


def _ids(words: tuple[str, ...]) -> tuple[str, ...] | None:
    ids = [part.strip().upper() for word in words for part in word.replace("，", ",").split(",")]
    return tuple(part for part in ids if part) or None
