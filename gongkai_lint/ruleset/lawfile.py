"""What the files of rules/law may say."""

from dataclasses import dataclass
from datetime import date

from gongkai_lint.law.instrument import InstrumentLevel
from gongkai_lint.law.period import Bound, PeriodUnit, StepName


@dataclass(frozen=True, kw_only=True)
class InstrumentFile:
    """An entry of instruments.yaml."""

    key: str
    title: str
    source: str
    number: str = ""
    issuer: str = ""
    issued: date | None = None
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()
    misnomers: tuple[str, ...] = ()
    articles: int | None = None
    replaced_by: str = ""
    verified: bool = True
    region: str = ""
    level: InstrumentLevel = "central"


@dataclass(frozen=True, kw_only=True)
class PeriodFile:
    """An entry of periods.yaml."""

    id: str
    matter: str
    type: Bound
    unit: PeriodUnit
    source: str
    number: int | None = None
    month: int | None = None
    day: int | None = None
    patterns: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    conditional: bool = False
    instrument: str = ""
    provision: str = ""
    since: date | None = None
    until: date | None = None
    replaced_by: str = ""
    verified: bool = True
    step: StepName | None = None
    worked: bool = False


@dataclass(frozen=True, kw_only=True)
class TopicFile:
    """An entry of articles.yaml without ``successor``: what articles are about."""

    instrument: str
    articles: tuple[int, ...]
    subject: str
    patterns: tuple[str, ...]
    source: str


@dataclass(frozen=True, kw_only=True)
class MoveFile:
    """An entry of articles.yaml with ``successor``: an article that a revision moved."""

    instrument: str
    article: int
    successor: str
    articles: tuple[int, ...]
    subject: str
    patterns: tuple[str, ...]
    source: str
    unless: tuple[str, ...] = ()
    since: date | None = None
    verified: bool = True


@dataclass(frozen=True, kw_only=True)
class TypefaceFile:
    """An entry of typefaces.yaml."""

    name: str
    patterns: tuple[str, ...]
    source: str
