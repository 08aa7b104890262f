"""Load rules/law/*.yaml into the law tables, every mistake told with file, line and field."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from gongkai_lint.errors import plainly
from gongkai_lint.files import read_words
from gongkai_lint.law.agency import Agency
from gongkai_lint.law.instrument import Instrument
from gongkai_lint.law.naming import number_key
from gongkai_lint.law.period import Period
from gongkai_lint.law.provision import ArticleMove, ArticleTopic
from gongkai_lint.law.register import Register
from gongkai_lint.law.tables import LawTables
from gongkai_lint.law.typeface import Typeface
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.convert import convert_fields
from gongkai_lint.ruleset.values import choice
from gongkai_lint.ruleset.yaml_source import load_yaml

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PERIOD_ID = re.compile(r"DL\d{2}[a-z]?")
_Target = TypeVar("_Target")
Tell = Callable[[str, str], None]
Instruments = Mapping[str, Instrument]


_TABLES = ("instruments.yaml", "periods.yaml", "articles.yaml", "agencies.yaml", "typefaces.yaml")


class LawEntry(NamedTuple):
    """One entry of a law file and the way to tell its mistakes."""

    data: dict[Any, Any]
    tell: Tell


def load_law(folder: Path, beside: LawTables | None = None) -> tuple[LawTables, list[str]]:
    """Give the law tables and every mistake in their files.

    An office's folder adds to the tables ``beside`` it: it has the files that it needs, may name
    what these tables hold and may use none of their keys again.
    """
    problems: list[str] = []
    base = beside or LawTables()
    problems += _strangers(folder) if beside else _absent(folder)
    registered = _read_register(folder, problems)
    held: Instruments = {instrument.key: instrument for instrument in base.instruments}
    known = {**held, **{file.key: file for file, _ in registered}}
    for file, tell in registered:
        _review_instrument(file, known, tell)
    _tell_repeated([(file.key, tell) for file, tell in registered], "key", held)
    periods = read_entries(folder / "periods.yaml", Period, problems)
    rows = {row.id for row in base.periods}
    ids = rows | {file.id for file, _ in periods}
    for period, tell in periods:
        _review_period(period, known, ids, tell)
    _tell_repeated([(file.id, tell) for file, tell in periods], "id", rows)
    topics, moves = _read_articles(folder / "articles.yaml", known, problems)
    tables = LawTables(
        Register.of((*base.instruments, *(one for one, _ in registered))),
        (*base.periods, *(period for period, _ in periods)),
        (*base.moves, *moves),
        (*base.topics, *topics),
        (*base.agencies, *_read_agencies(folder / "agencies.yaml", base, problems)),
        (*base.typefaces, *_read_typefaces(folder / "typefaces.yaml", base, problems)),
    )
    return tables, problems


def _read_register(folder: Path, problems: list[str]) -> list[tuple[Instrument, Tell]]:
    """Read the register: ``instruments.yaml`` and the ``instruments-*.yaml`` beside it."""
    paths = [folder / "instruments.yaml", *sorted(folder.glob("instruments-*.yaml"))]
    return [read for path in paths for read in read_entries(path, Instrument, problems)]


def _read_agencies(path: Path, base: LawTables, problems: list[str]) -> tuple[Agency, ...]:
    read = read_entries(path, Agency, problems)
    held = {agency.key for agency in base.agencies}
    known = held | {agency.key for agency, _ in read}
    for agency, tell in read:
        _review_agency(agency, known, tell)
    _tell_repeated([(agency.key, tell) for agency, tell in read], "key", held)
    return tuple(agency for agency, _ in read)


def _read_articles(
    path: Path, known: Instruments, problems: list[str]
) -> tuple[tuple[ArticleTopic, ...], tuple[ArticleMove, ...]]:
    topics, moves = [], []
    for entry in _entries(path, problems):
        if "successor" in entry.data:
            move = _convert(ArticleMove, entry)
            if move:
                _review_article(move.instrument, (move.article,), known, entry.tell)
                _review_article(move.successor, move.articles, known, entry.tell)
                _review_patterns(move.patterns + move.unless, entry.tell)
                moves.append(move)
        elif topic := _convert(ArticleTopic, entry):
            _review_article(topic.instrument, topic.articles, known, entry.tell)
            _review_patterns(topic.patterns, entry.tell)
            topics.append(topic)
    return tuple(topics), tuple(moves)


def _read_typefaces(path: Path, base: LawTables, problems: list[str]) -> tuple[Typeface, ...]:
    read = read_entries(path, Typeface, problems)
    for typeface, tell in read:
        _review_patterns(typeface.patterns, tell)
    held = {typeface.name for typeface in base.typefaces}
    _tell_repeated([(typeface.name, tell) for typeface, tell in read], "name", held)
    return tuple(typeface for typeface, _ in read)


def read_entries(
    path: Path, target: type[_Target], problems: list[str]
) -> list[tuple[_Target, Tell]]:
    """Give the entries of a file, each with the way to tell its mistakes."""
    converted = ((_convert(target, entry), entry.tell) for entry in _entries(path, problems))
    return [(file, tell) for file, tell in converted if file is not None]


def _convert(target: type[_Target], entry: LawEntry) -> _Target | None:
    wrong: list[str] = []

    def tell(field: str, message: str) -> None:
        wrong.append(message)
        entry.tell(field, message)

    values = convert_fields(target, entry.data, "", tell)
    if "source" in target.__annotations__ and not entry.data.get("source"):
        tell("source", "缺少字段“source”：这一条从哪里来，是否核对过原文？")
    return None if wrong else target(**values)


def _absent(folder: Path) -> list[str]:
    return [f"{folder / name}：没有这个文件。" for name in _TABLES if not (folder / name).is_file()]


def _strangers(folder: Path) -> list[str]:
    """Tell the files of an office's folder that none of the tables reads."""
    return [
        f"{file}：law 目录里不读这个文件{choice(file.name, _TABLES)}。"
        for file in sorted(folder.glob("*"))
        if file.name not in _TABLES and not file.match("instruments-*.yaml")
    ]


def _entries(path: Path, problems: list[str]) -> Iterator[LawEntry]:
    if not path.is_file():
        return
    try:
        loaded = load_yaml(read_words(path))
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{path}：读不出来（{plainly(error)}），请另存为 UTF-8 文本。")
        return
    problems += [f"{path}:{p.line}：{p.message}" for p in loaded.problems]
    if not isinstance(loaded.value, list):
        problems.append(f"{path}:1：应是一条一条的列表，每条以“- ”开头。")
        return
    for index, data in enumerate(loaded.value):
        first = loaded.lines.get(str(index), 1)

        def tell(field: str, message: str, index: int = index, first: int = first) -> None:
            line = loaded.lines.get(f"{index}.{field}", first)
            problems.append(f"{path}:{line}：{message}")

        if isinstance(data, dict):
            yield LawEntry(data, tell)
        else:
            tell("", "每一条应是“字段: 值”的对应表。")


def _tell_repeated(keys: list[tuple[str, Tell]], field: str, held: Collection[str]) -> None:
    seen = set(held)
    for key, tell in keys:
        if key in seen:
            tell(field, f"字段“{field}”的值“{key}”已经用过，请换一个。")
        seen.add(key)


def _review_instrument(file: Instrument, known: Instruments, tell: Tell) -> None:
    if not _KEY.fullmatch(file.key):
        tell("key", f"字段“key”的值“{file.key}”应只用小写字母、数字和连字符。")
    if file.number and number_key(file.number) is None:
        tell("number", f"字段“number”的值“{file.number}”不像文号、令号或标准号。")
    since, until = file.in_force
    if since and until and until < since:
        tell("until", "字段“until”早于“since”，请核对日期。")
    if file.replaced_by and file.replaced_by not in known:
        tell("replaced_by", f"字段“replaced_by”指向的“{file.replaced_by}”不在本表中。")
    if (file.level == "central") != (not file.region):
        tell("level", "地方文件要同时写 region（地区）和 level（级别），全国性文件都不写。")
    if not file.title and not file.number:
        tell("title", "标题和文号至少要知道一个。")


def _review_period(file: Period, known: Instruments, ids: set[str], tell: Tell) -> None:
    if not _PERIOD_ID.fullmatch(file.id):
        tell("id", f"字段“id”的值“{file.id}”应写作 DL01 或 DL35a 这样的编号。")
    if file.instrument and file.instrument not in known:
        said = choice(file.instrument, known)
        tell("instrument", f"依据“{file.instrument}”不在 instruments.yaml 中{said}。")
    if file.unit == "date" and (file.month is None or file.day is None):
        tell("unit", "单位是 date 的，应写出 month 和 day。")
    if file.unit != "date" and file.amount is None:
        tell("amount", "缺少字段“amount”：这一期限的数字是多少？")
    if file.replaced_by and file.replaced_by not in ids:
        tell("replaced_by", f"字段“replaced_by”指向的“{file.replaced_by}”不在本表中。")
    _review_patterns(file.patterns + file.context + file.titled + file.unless, tell)


def _review_article(key: str, articles: tuple[int, ...], known: Instruments, tell: Tell) -> None:
    if key not in known:
        tell("instrument", f"法规“{key}”不在 instruments.yaml 中。")
        return
    last = known[key].articles
    for article in articles:
        if last is not None and article > last:
            tell("articles", f"“{key}”只有 {last} 条，没有第 {article} 条。")


def _review_agency(agency: Agency, known: set[str], tell: Tell) -> None:
    if not _KEY.fullmatch(agency.key):
        tell("key", f"字段“key”的值“{agency.key}”应只用小写字母、数字和连字符。")
    if not agency.central and not agency.local:
        tell("central", "字段“central”“local”至少写一个：机构叫什么名称？")
    for field in ("until", "local_until"):
        if agency.since and (getattr(agency, field) or agency.since) < agency.since:
            tell(field, f"字段“{field}”早于“since”，请核对日期。")
    if agency.local and agency.until and not agency.local_until:
        tell("local_until", "缺少字段“local_until”：地方机构最迟到哪一天改称？")
    for key in agency.successors:
        if key not in known:
            tell("successors", f"字段“successors”指向的“{key}”不在本表中。")
    _review_patterns(agency.kept, tell)


def _review_patterns(patterns: tuple[str, ...], tell: Tell) -> None:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            tell("patterns", f"正则表达式“{pattern}”写错了（{plainly(error)}）。")
