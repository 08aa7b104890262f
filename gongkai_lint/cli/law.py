"""gongkai-lint law check: to which day the law data hold, and whether they hold together."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gongkai_lint.cli.command import OneOf, argument, command, option
from gongkai_lint.law.gaps import gaps
from gongkai_lint.law.instrument import Instrument, quoted
from gongkai_lint.law.notices import LAST_YEAR
from gongkai_lint.law.tables import LawTables
from gongkai_lint.ruleset.load import load_ruleset

_CONTRADICTED = 1


@command(
    "law",
    options_metavar="[选项]",
    help="check：法规数据核到哪一天，哪些未核实，前后版本有没有矛盾；有矛盾的退出码为 1。",
)
@argument("what", metavar="check", type=OneOf(("check",)))
@option("--rules", "folder", metavar="目录", help="连同本单位目录里的 law/ 一起查。")
def law(what: str, folder: str | None) -> int:  # noqa: ARG001 (the only thing to do as yet)
    """Print what the tables hold; 1 where they contradict themselves."""
    tables = load_ruleset(Path(folder) if folder else None).law
    contradictions = gaps(tables.instruments)
    lines = [*_state(tables), *_unverified(tables), *_contradictions(contradictions)]
    sys.stdout.write("\n".join(lines) + "\n")
    return _CONTRADICTED if contradictions else 0


def _state(tables: LawTables) -> Iterator[str]:
    held = tables.held_to
    yield f"法规文件 {len(tables.instruments)} 份，期限 {len(tables.periods)} 条。"
    if held:
        newest = [i for i in tables.instruments if i.verified and _day(i) == held]
        names = "、".join(f"《{quoted(i.title)}》" for i in newest)
        yield f"核到 {_words(held)}：最新的是{names}。此后公布、废止的没有计入。"
    yield f"放假安排核到 {LAST_YEAR} 年；以后年份只有法定节日是确定的。"


def _unverified(tables: LawTables) -> Iterator[str]:
    instruments = [i for i in tables.instruments if not i.verified]
    periods = [p for p in tables.periods if not p.verified]
    yield f"未核实的 {len(instruments) + len(periods)} 条，只登记，不据以判错："
    yield from (f"  {i.key}  {_named(i)}  {i.source}" for i in instruments)
    yield from (f"  {p.id}  {p.matter}  {p.source}" for p in periods)


def _contradictions(found: tuple[str, ...]) -> Iterator[str]:
    yield (
        f"矛盾 {len(found)} 处：" if found else "前后版本没有重叠、断开，废止的都写了取代它的文件。"
    )
    yield from (f"  {words}" for words in found)


def _day(instrument: Instrument) -> date | None:
    return instrument.issued or instrument.in_force.since


def _named(instrument: Instrument) -> str:
    return f"《{quoted(instrument.title)}》" if instrument.title else instrument.number


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
