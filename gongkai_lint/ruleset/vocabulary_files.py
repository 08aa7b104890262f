"""The vocabulary: one file a class under rules/vocabulary, each entry with two examples."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from gongkai_lint.checks.literals import required_literals
from gongkai_lint.errors import plainly
from gongkai_lint.files import read_words
from gongkai_lint.model.vocabulary import Family, Form, Phrase, Vocabulary, WordClass
from gongkai_lint.model.words import Key, Word, Words
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.convert import convert_fields
from gongkai_lint.ruleset.yaml_source import load_yaml
from gongkai_lint.sought import pair_code

Tell = Callable[[int, str], None]
_BUILT_IN: dict[
    str, tuple[str, Family]
] = {  # classes of what recognition finds; they have no words of their own
    "organ": ("机关、单位的名称", "party"),
    "firm": ("公司、集团、银行的名称", "party"),
    "government": ("政府、党委的名称", "party"),
    "citation": ("引用的文件", "thing"),
    "cited_law": ("引用的法律、法规", "ground"),
    "medium": ("书名号里的报刊、网站", "thing"),
    "time": ("任何时间", "time"),
    "time_absolute": ("确定的日期", "time"),
    "time_relative": ("从某事起算的期限", "time"),
    "time_yearless": ("没有年份的日期", "time"),
    "time_vague": ("含糊的时间", "time"),
    "time_period": ("一段时间", "time"),
    "time_recurring": ("重复的时间", "time"),
}
_CLASS = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Words that share their conditions, with a sentence where they count and one where not.

    ``not_in`` are longer words that hold one of them and mean something else; ``not_after`` and
    ``not_before`` are neighbouring characters; ``whole`` words are names. ``form`` is a pattern of
    open words, ``phrase`` a sequence of classes with the widest gaps between them.
    """

    words: tuple[str, ...] = ()
    form: str = ""
    phrase: tuple[str | int, ...] = ()
    without: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    not_after: str = ""
    not_before: str = ""
    whole: bool = False
    fires: str
    silent: str


@dataclass(frozen=True, kw_only=True)
class ClassFile:
    """A file of rules/vocabulary; its name is the class.

    ``before`` is a pattern of what must stand behind each ``form``.
    Words of a ``rare`` class are looked for only in a document of which a rule asks for it: what a
    plan, an interpretation, a submission must say.
    """

    title: str
    family: Family
    entries: tuple[dict[str, Any], ...]
    rare: bool = False
    before: str = ""


class Read(NamedTuple):
    """A class as read: its name, what it is, its entries, its file for complaints."""

    known: WordClass
    rare: bool
    entries: tuple[tuple[int, Entry], ...]
    file: Path


def load_vocabulary(folder: Path, own: Path | None = None) -> tuple[Vocabulary, list[str]]:
    """Give the vocabulary of a folder, an office's ``own``, and every mistake with its line."""
    problems: list[str] = []
    files = [file for one in (folder, own) if one for file in sorted(one.glob("*.yaml"))]
    read = [one for file in files if (one := _read(file, problems))]
    names = {one.known.name for one in read} | _BUILT_IN.keys()
    problems += [problem for one in read for problem in _unknown(one, names)]
    problems += _doubled(read)
    if problems:  # its names still serve, so that no rule is told to be wrong for it
        return Vocabulary(_classes(files, read)), problems
    return _build(read, own), []


def entries_of(file: Path) -> tuple[tuple[int, Entry], ...]:
    """Give the entries of a class with their lines; none where the file has mistakes."""
    read = _read(file, [])
    return read.entries if read else ()


def _read(file: Path, problems: list[str]) -> Read | None:
    told: list[str] = []

    def tell(line: int, message: str) -> None:
        told.append(f"{file}:{line}：{message}")

    _name(file, tell)
    try:
        loaded = load_yaml(read_words(file))
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{file}：读不出来（{plainly(error)}），请另存为 UTF-8 文本。")
        return None
    for problem in loaded.problems:
        tell(problem.line, problem.message)
    fields: dict[str, Any] = {}
    if isinstance(loaded.value, dict):
        lines = loaded.lines
        fields = convert_fields(
            ClassFile, loaded.value, "", lambda field, said: tell(lines.get(field, 1), said)
        )
    else:
        tell(1, "词类文件应是“title、family、entries”的对应表。")
    entries = []
    for number, value in enumerate(fields.get("entries", ())):
        line = loaded.lines.get(f"entries.{number}", 1)
        entry = _entry(value, fields.get("before", ""), partial(tell, line))
        if entry:
            entries.append((line, entry))
    problems += told
    if told:
        return None
    known = WordClass(file.stem, fields["title"], fields["family"])
    return Read(known, fields.get("rare", False), tuple(entries), file)


def _name(file: Path, tell: Tell) -> None:
    if not _CLASS.fullmatch(file.stem):
        tell(1, f"词类的文件名应是小写英文和下划线，现为“{file.stem}”。")
    if file.stem in _BUILT_IN:
        tell(1, f"“{file.stem}”由程序识别，不能再写词。")


def _entry(value: dict[str, Any], before: str, tell: Callable[[str], None]) -> Entry | None:
    wrong: list[str] = []
    fields = convert_fields(Entry, value, "", lambda _, said: wrong.append(said))
    entry = None if wrong else Entry(**fields)
    if entry and entry.form and before:
        entry = replace(entry, form=f"(?:{entry.form})(?={before})")
    if entry:
        wrong += _flaws(entry)
    for said in wrong:
        tell(said)
    return None if wrong else entry


def _flaws(entry: Entry) -> Iterator[str]:
    if sum(map(bool, (entry.words, entry.form, entry.phrase))) != 1:
        yield "词条要写 words、form、phrase 中的一种。"
    if any(not word.strip() for word in entry.words):
        yield "有空的词，请删去。"
    for longer in entry.not_in:
        if not any(word in longer and word != longer for word in entry.words):
            yield f"not_in 的“{longer}”里没有本词条的词。"
    if not entry.fires.strip() or not entry.silent.strip():
        yield "词条要有两个例子：fires 是算数的句子（用⟦⟧标出），silent 是不算的句子。"
    if entry.phrase and not _is_phrase(entry.phrase):
        yield "phrase 应是“词类, 间隔字数, 词类…”，如 [local, 9, business|goods]。"
    if entry.form:
        try:
            re.compile(entry.form)
        except re.error as error:
            yield f"form 不是正确的正则表达式（{plainly(error)}）。"


def _is_phrase(parts: tuple[str | int, ...]) -> bool:
    shapes = [isinstance(part, int) for part in parts]
    return len(parts) > 2 and shapes == [n % 2 == 1 for n in range(len(parts))] and not shapes[-1]  # noqa: PLR2004 (class, gap, class)


def _unknown(read: Read, names: set[str]) -> Iterator[str]:
    for line, entry in read.entries:
        said = [part for part in entry.phrase if isinstance(part, str)]
        for name in (*(n for part in said for n in part.split("|")), *entry.without):
            if name not in names:
                known = "、".join(sorted(names))
                yield f"{read.file}:{line}：没有词类“{name}”；可用的有：{known}。"


def _doubled(read: list[Read]) -> Iterator[str]:
    """Tell a word that stands in two classes of one family, or twice in a class."""
    seen: dict[tuple[str, str], str] = {}
    for one in read:
        for line, entry in one.entries:
            for word in entry.words:
                key = (one.known.family, word)
                where = f"{one.file}:{line}"
                if key in seen:
                    yield f"{where}：“{word}”在 {seen[key]} 已经写了，请删去一处。"
                seen.setdefault(key, where)


def _build(read: list[Read], own: Path | None) -> Vocabulary:
    index: dict[Key, list[Word]] = {}
    single: dict[Key, list[Word]] = {}
    seldom: dict[Key, list[Word]] = {}
    rare = frozenset(one.known.name for one in read if one.rare)
    forms, phrases = [], []
    for word in _words(read):
        if len(word.text) > 1 and word.classes <= rare:
            seldom.setdefault(pair_code(word.text), []).append(word)
        elif len(word.text) > 1:
            index.setdefault(pair_code(word.text), []).append(word)
        else:
            single.setdefault(word.text, []).append(word)
    for one in read:
        for _, entry in one.entries:
            if entry.form:
                literals = required_literals(entry.form)
                outside = one.file.parent == own
                forms.append(Form(frozenset({one.known.name}), entry.form, literals, outside))
            if entry.phrase:
                phrases.append(_phrase(one.known.name, entry))
    return Vocabulary(
        _classes((), read),
        Words.pack(index),
        Words.pack(single),
        tuple(forms),
        tuple(_in_order(phrases)),
        Words.pack(seldom),
        rare,
    )


def _classes(files: Iterable[Path], read: list[Read]) -> tuple[WordClass, ...]:
    """Give the classes that were read, those of files that were not, and the built-in ones."""
    known = [one.known for one in read]
    names = {one.name for one in known}
    lost = [WordClass(file.stem, "", "act") for file in files if file.stem not in names]
    builtin = [WordClass(name, *said) for name, said in _BUILT_IN.items()]
    return (*known, *lost, *builtin)


def _words(read: list[Read]) -> Iterator[Word]:
    """Yield each word once for all classes that say it under the same conditions."""
    said: dict[Word, set[str]] = {}
    for one in read:
        for _, entry in one.entries:
            for text in entry.words:
                longer = tuple(
                    (held, held.index(text))
                    for held in entry.not_in
                    if text in held and text != held
                )
                bare = Word(
                    text, frozenset(), entry.whole, longer, entry.not_after, entry.not_before
                )
                said.setdefault(bare, set()).add(one.known.name)
    for bare, names in said.items():
        yield bare._replace(classes=frozenset(names))


def _phrase(name: str, entry: Entry) -> Phrase:
    parts = tuple(frozenset(p.split("|")) for p in entry.phrase if isinstance(p, str))
    gaps = tuple(gap for gap in entry.phrase if isinstance(gap, int))
    return Phrase(name, parts, gaps, frozenset(entry.without))


def _in_order(phrases: list[Phrase]) -> Iterator[Phrase]:
    """Yield phrases behind those that they are made of."""
    made = {phrase.makes for phrase in phrases}
    waiting = list(phrases)
    done: set[str] = set()
    while waiting:
        free = [
            phrase
            for phrase in waiting
            if not any((part & made) - done - {phrase.makes} for part in phrase.parts)
        ] or waiting
        yield from free
        waiting = [phrase for phrase in waiting if phrase not in free]
        done |= {phrase.makes for phrase in free} - {phrase.makes for phrase in waiting}
