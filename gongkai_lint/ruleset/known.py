"""The words that a rule may take from the law's tables and the vocabulary."""

import typing
from collections.abc import Iterator, Mapping
from typing import Any

from gongkai_lint.checks.registered import Register, Registered
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple
from gongkai_lint.reading.relations import RELATIONS
from gongkai_lint.ruleset.fields import sort_of
from gongkai_lint.ruleset.values import choice

_WHERE: dict[Register, str] = {
    "instrument": "rules/law/instruments.yaml 里的法规文件",
    "period": "rules/law/periods.yaml 里的期限",
    "typeface": "rules/law/typefaces.yaml 里的字体",
    "class": "rules/vocabulary 里的词类",
    "relation": "reading/relations 里的关系",
}


class Known(NamedTuple):
    """What rules may name: the law's tables and the vocabulary."""

    law: LawTables
    vocabulary: Vocabulary

    def words(self, register: Register) -> tuple[str, ...]:
        """Give the keys of a register."""
        registers: dict[Register, Iterator[str]] = {
            "instrument": (one.key for one in self.law.instruments),
            "period": (row.id for row in self.law.periods),
            "typeface": (one.name for one in self.law.typefaces),
            "class": (one.name for one in self.vocabulary.classes),
            "relation": iter(RELATIONS),
        }
        return tuple(dict.fromkeys(registers[register]))

    def unknown(self, target: type, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield each field with a word that is in no register, and what to say of it."""
        for name, hint in typing.get_type_hints(target, include_extras=True).items():
            for place, word, register in _registered(hint, data.get(name), name):
                known = self.words(register)
                if word not in known:
                    yield place, f"没有“{word}”这个{_WHERE[register]}{choice(word, known)}。"


def _registered(hint: Any, value: Any, place: str) -> Iterator[tuple[str, str, Register]]:
    """Yield each word that a register must have: the field it stands in, the word, the register."""
    for mark in getattr(hint, "__metadata__", ()) if isinstance(value, str) else ():
        if isinstance(mark, Registered):
            words = value.split("|") if mark.joined else [value]
            yield from ((place, word, mark.register) for word in words)
    for part, inside, where in _parts(hint, value, place):
        yield from _registered(part, inside, where)


def _parts(hint: Any, value: Any, place: str) -> Iterator[tuple[Any, Any, str]]:
    """Yield what a value is made of: the type, the part, the field it stands in."""
    parts = typing.get_args(hint)
    match sort_of(hint):
        case "annotated":
            yield parts[0], value, place
        case "union":
            yield from ((part, value, place) for part in parts)
        case "list" if isinstance(value, list):
            for number, item in enumerate(value):
                yield parts[0], item, f"{place}.{number}" if isinstance(item, Mapping) else place
        case "map" if isinstance(value, Mapping):
            yield from ((parts[1], item, place) for item in value.values())
        case "struct" if isinstance(value, Mapping):
            hints = typing.get_type_hints(hint, include_extras=True)
            yield from ((own, value.get(name), f"{place}.{name}") for name, own in hints.items())
