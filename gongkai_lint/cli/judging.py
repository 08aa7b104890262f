"""What the commands that judge files ask alike: which documents, by which settings."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from gongkai_lint import policy
from gongkai_lint.api import Request
from gongkai_lint.batch import Found, Job, own_words
from gongkai_lint.cli.command import Day, OneOf, option, say
from gongkai_lint.config.settings import DEFAULTS, PROFILES, Settings
from gongkai_lint.named import NamedTuple

_OPTIONS = (
    option(
        "--profile",
        type=OneOf(PROFILES),
        metavar="口径",
        help="draft 送审稿（默认）、archive 已发布或历史文件。",
    ),
    option("--region", metavar="地区", help="加上这个地区的规定，如 anhui、shanxi/lvliang。"),
    option(
        "--as-of", type=Day(), help="按哪一天的规定判断；默认按文件自己的成文日期，没有则按今天。"
    ),
    option(
        "--select",
        metavar="编号",
        multiple=True,
        help="只用这些规则，编号或开头，如 A、D0、S01；可用逗号隔开。",
    ),
    option("--ignore", metavar="编号", multiple=True, help="不用这些规则，写法同上。"),
    option("--config", metavar="文件", help="用这个配置文件，不从文件所在处向上找。"),
    option("--rules", metavar="目录", help="加上本单位的规则。"),
)
encoding_option = option("--encoding", metavar="编码", help="文本文件的编码；默认自动识别。")

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
        for ask in reversed(options):
            command = ask(command)
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
        said = policy.said_of(Path(item.path), config, is_folder=item.dossier)
        settings = given.over(said).over(DEFAULTS)
        jobs.append(Job(item, numbers.setdefault(settings, len(numbers))))
    policies = list(numbers)
    used = [p._replace(baseline=None) for p in policies] if without_baseline else policies
    return Work(jobs, policies, tuple(request_of(settings) for settings in used))


def request_of(settings: Settings) -> Request:
    """Give what documents of these settings are judged by today; raises ``UsageError``."""
    today = date.today()  # noqa: DTZ011 (an official's day is the local one)
    return policy.request_of(settings, today)


def tell_passed_over(found: Found) -> None:
    """Say which files of other formats, and which of our own, were passed over."""
    tell_own(found)
    if found.passed_over:
        kinds = "、".join(f"{suffix} {number} 个" for suffix, number in found.passed_over)
        say(f"跳过了不能读的文件：{kinds}。请另存为 .docx 后再检查。", err=True)


def tell_own(found: Found) -> None:
    """Say which named files were passed over because we wrote them, and how many are excluded."""
    if found.own:
        say(own_words(found.own), err=True)
    if found.excluded:
        say(f"配置的 exclude 不检查的文件：{found.excluded} 个。", err=True)


def _ids(words: tuple[str, ...]) -> tuple[str, ...] | None:
    ids = [part.strip().upper() for word in words for part in word.replace("，", ",").split(",")]
    return tuple(part for part in ids if part) or None
