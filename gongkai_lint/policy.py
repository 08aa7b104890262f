"""By what a document is judged: its configuration, and the request that settings make."""

import os
from datetime import date
from functools import cache
from pathlib import Path

from gongkai_lint.api import Request, load_ruleset
from gongkai_lint.config.load import find_config, load_config
from gongkai_lint.config.settings import Config, Settings
from gongkai_lint.errors import UsageError
from gongkai_lint.law.calendar import NATIONAL, Calendar, OwnNotice
from gongkai_lint.model.baseline import Baseline
from gongkai_lint.model.own_words import OwnWords
from gongkai_lint.ruleset.localize import localize, regions_adding
from gongkai_lint.ruleset.rule import RuleSet


def said_of(path: Path, config: str | None = None, *, is_folder: bool = False) -> Settings:
    """Give what the configuration says of a document, or of a folder judged as a whole."""
    found = _config_of(path, config, is_folder=is_folder)
    return found[0].settings_for(found[1]) if found else Settings()


def is_excluded(path: Path, config: str | None = None) -> bool:
    """Say whether the configuration has a document left alone."""
    found = _config_of(path, config, is_folder=False)
    return found is not None and found[0].excludes(found[1])


def _config_of(path: Path, config: str | None, *, is_folder: bool) -> tuple[Config, str] | None:
    """Give the configuration that holds for a document, and the document's path from there."""
    place = path.absolute()
    chosen = Path(config) if config else find_config(place if is_folder else place.parent)
    if chosen is None:
        return None
    inside = os.path.relpath(place, chosen.parent)
    here = Path.cwd()
    near = chosen.relative_to(here) if chosen.is_relative_to(here) else chosen
    return load_config(near), Path(inside).as_posix()


def request_of(settings: Settings, today: date) -> Request:
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
    words = settings.words or OwnWords()
    return Request(
        _adopted(rules.select(select, ignore), words),
        today=today,
        profile=settings.profile or "draft",
        as_of=settings.as_of,
        encoding=settings.encoding,
        region=settings.region,
        suppressions=settings.suppressions or (),
        baseline=_baseline(settings.baseline) if settings.baseline else None,
        units=words.units,
        calendar=calendar_of(settings),
    )


def calendar_of(settings: Settings) -> Calendar:
    """Give the calendar with an office's record of new arrangements; raises ``UsageError``."""
    return Calendar(_notices(settings.calendar)) if settings.calendar else NATIONAL


def forget() -> None:
    """Let the next document read its configuration and rules anew."""
    find_config.cache_clear()
    load_config.cache_clear()
    _baseline.cache_clear()
    _notices.cache_clear()
    _rules.cache_clear()


def _adopted(rules: RuleSet, words: OwnWords) -> RuleSet:
    if words == OwnWords():
        return rules
    from gongkai_lint.ruleset.own_words import adopt

    return adopt(rules, words)


@cache
def _baseline(file: Path) -> Baseline:
    from gongkai_lint.config.baseline_file import load_baseline

    return load_baseline(file)


@cache
def _notices(file: Path) -> tuple[OwnNotice, ...]:
    from gongkai_lint.config.calendar_file import load_calendar

    return load_calendar(file)


@cache
def _rules(folder: Path | None, region: str | None) -> RuleSet:
    return localize(load_ruleset(folder), region)
