"""What a configuration file may say."""

from datetime import date
from typing import Annotated, Required, TypedDict

from gongkai_lint.config.settings import FailOn
from gongkai_lint.model.finding import Profile
from gongkai_lint.ruleset.fields import Limits

Word = Annotated[str, Limits(shortest=1)]
Fingerprint = Annotated[
    str, Limits(pattern="^[0-9a-f]{16}$", wanted="应是 16 位指纹，用 check -v 查看")
]
RuleIds = tuple[
    Annotated[
        str, Limits(pattern=r"^[A-Za-z][0-9]{0,2}$", wanted="应是编号或编号开头，如 A、D0、S01")
    ],
    ...,
]


class ForDocuments(TypedDict, total=False):
    """What may be said for all documents and for those of a path."""

    profile: Annotated[Profile, Limits("口径：draft 送审稿，archive 已发布或历史文件。")]
    as_of: Annotated[
        date,
        Limits("按哪一天的规定判断；不写则按文件自己的成文日期，没有则按今天。"),
    ]
    select: Annotated[RuleIds, Limits("只用这些规则：编号或编号的开头。")]
    ignore: Annotated[RuleIds, Limits("不用这些规则，写法同上。")]
    fail_on: Annotated[FailOn, Limits("哪一级起退出码为 1。")]
    region: Annotated[
        Word,
        Limits("地区：加上这个省、市或县的规定，如 fujian、shanxi/lvliang。"),
    ]
    encoding: Annotated[Word, Limits("文本文件的编码；不写则自动识别。")]


class SuppressionFile(TypedDict, total=False):
    """A finding, or all of a rule, that stays as it is."""

    rule: Required[
        Annotated[
            str,
            Limits(
                "规则编号，如 A04。", pattern=r"^[A-Za-z][0-9]{2}$", wanted="应是规则编号，如 A04"
            ),
        ]
    ]
    reason: Required[
        Annotated[str, Limits("为什么可以不改，必须写。", pattern=r"\w", wanted="不能为空")]
    ]
    fingerprint: Annotated[Fingerprint, Limits("只忽略这一处：check -v 列出的指纹。")]
    path: Annotated[Word, Limits("只在这些文件里忽略，写法同 per-path。")]
    until: Annotated[date, Limits("忽略到哪一天（含当天）。")]


class LexiconFile(TypedDict, total=False):
    """An office's own words."""

    accept: Annotated[
        tuple[Word, ...],
        Limits("本单位的专用词：语言文字类规则不报这些词里的字。"),
    ]
    replace: Annotated[
        dict[Word, Word],
        Limits("本单位常写错的词：错误写法 = 正确写法，按 L05 报。"),
    ]


class ConfigFile(ForDocuments, total=False):
    """A configuration file."""

    rules: Annotated[Word, Limits("本单位规则的目录，相对于配置文件。")]
    baseline: Annotated[
        Word,
        Limits("基线文件，相对于配置文件；其中已有的问题不再报，见 baseline 命令。"),
    ]
    calendar: Annotated[
        Word,
        Limits(
            "新公布、程序里还没有的放假安排，相对于配置文件：文本一行写一天或一段，"
            "如“2027-02-05至2027-02-12 休”“2027-02-20 班”，可加“公布 2026-11-05”；或者 .ics 日历。"
        ),
    ]
    exclude: Annotated[
        tuple[Word, ...],
        Limits("不检查的文件，写法同 per-path；以“/”结尾的是整个文件夹。点名写的也不检查。"),
    ]
    lexicon: Annotated[LexiconFile, Limits("本单位的用词。")]
    units: Annotated[
        tuple[Annotated[str, Limits(shortest=2)], ...],
        Limits("本单位和常打交道单位的名称：名称不像机关的，也认作责任单位和发文机关。"),
    ]
    per_path: Annotated[
        dict[Word, ForDocuments],
        Limits("某些路径的文件另作规定；路径相对于配置文件，几条都合适时以后面的为准。"),
    ]
    suppressions: Annotated[tuple[SuppressionFile, ...], Limits("有理由不改的问题。")]
