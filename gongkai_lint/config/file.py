"""What a configuration file may say."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from gongkai_lint.config.settings import FailOn
from gongkai_lint.model.finding import Profile

Word = Annotated[str, Meta(min_length=1)]
Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
RuleIds = tuple[Annotated[str, Meta(pattern=r"^[A-Za-z][0-9]{0,2}$")], ...]


class ForDocuments(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, rename="kebab"
):
    """What may be said for all documents and for those of a path."""

    profile: Annotated[
        Profile | UnsetType, Meta(description="口径：draft 送审稿，archive 已发布或历史文件。")
    ] = UNSET
    as_of: Annotated[
        date | UnsetType,
        Meta(description="按哪一天的规定判断；不写则按文件自己的成文日期，没有则按今天。"),
    ] = UNSET
    select: Annotated[RuleIds | UnsetType, Meta(description="只用这些规则：编号或编号的开头。")] = (
        UNSET
    )
    ignore: Annotated[RuleIds | UnsetType, Meta(description="不用这些规则，写法同上。")] = UNSET
    fail_on: Annotated[FailOn | UnsetType, Meta(description="哪一级起退出码为 1。")] = UNSET
    region: Annotated[
        Word | UnsetType,
        Meta(description="地区：加上这个省、市或县的规定，如 fujian、shanxi/lvliang。"),
    ] = UNSET
    encoding: Annotated[Word | UnsetType, Meta(description="文本文件的编码；不写则自动识别。")] = (
        UNSET
    )


class SuppressionFile(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, rename="kebab"
):
    """A finding, or all of a rule, that stays as it is."""

    rule: Annotated[str, Meta(pattern=r"^[A-Za-z][0-9]{2}$", description="规则编号，如 A04。")]
    reason: Annotated[str, Meta(pattern=r"\w", description="为什么可以不改，必须写。")]
    fingerprint: Annotated[
        Fingerprint | UnsetType, Meta(description="只忽略这一处：check -v 列出的指纹。")
    ] = UNSET
    path: Annotated[Word | UnsetType, Meta(description="只在这些文件里忽略，写法同 per-path。")] = (
        UNSET
    )
    until: Annotated[date | UnsetType, Meta(description="忽略到哪一天（含当天）。")] = UNSET


class LexiconFile(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, rename="kebab"
):
    """An office's own words."""

    accept: Annotated[
        tuple[Word, ...] | UnsetType,
        Meta(description="本单位的专用词：语言文字类规则不报这些词里的字。"),
    ] = UNSET
    replace: Annotated[
        dict[Word, Word] | UnsetType,
        Meta(description="本单位常写错的词：错误写法 = 正确写法，按 L05 报。"),
    ] = UNSET


class ConfigFile(ForDocuments, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A configuration file."""

    rules: Annotated[Word | UnsetType, Meta(description="本单位规则的目录，相对于配置文件。")] = (
        UNSET
    )
    baseline: Annotated[
        Word | UnsetType,
        Meta(description="基线文件，相对于配置文件；其中已有的问题不再报，见 baseline 命令。"),
    ] = UNSET
    calendar: Annotated[
        Word | UnsetType,
        Meta(
            description="新公布、程序里还没有的放假安排，相对于配置文件：文本一行写一天或一段，"
            "如“2027-02-05至2027-02-12 休”“2027-02-20 班”，可加“公布 2026-11-05”；或者 .ics 日历。"
        ),
    ] = UNSET
    lexicon: Annotated[LexiconFile | UnsetType, Meta(description="本单位的用词。")] = UNSET
    units: Annotated[
        tuple[Annotated[str, Meta(min_length=2)], ...] | UnsetType,
        Meta(description="本单位和常打交道单位的名称：名称不像机关的，也认作责任单位和发文机关。"),
    ] = UNSET
    per_path: Annotated[
        dict[Word, ForDocuments] | UnsetType,
        Meta(description="某些路径的文件另作规定；路径相对于配置文件，几条都合适时以后面的为准。"),
    ] = UNSET
    suppressions: Annotated[
        tuple[SuppressionFile, ...] | UnsetType, Meta(description="有理由不改的问题。")
    ] = UNSET
