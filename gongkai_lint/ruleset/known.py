"""The words that a rule may take from the law's tables and the vocabulary."""

import re
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

_JOINTS = re.compile(r"\||\s+[~!]?")  # a|b, and the groups of a way of saying: a|b c ~d !e
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
            mark = next(_marks(hint), None)
            if name not in data:
                continue
            yield from self._unknown_inside(hint, data[name], name)
            if mark is None:
                continue
            known = self.words(mark.register)
            for word in _said(data[name], mark):
                if word not in known:
                    yield name, f"没有“{word}”这个{_WHERE[mark.register]}{choice(word, known)}。"

    def _unknown_inside(self, hint: Any, value: Any, name: str) -> Iterator[tuple[str, str]]:
        """Yield the same of the fields of the things in a list."""
        struct = next((part for part in typing.get_args(hint) if sort_of(part) == "struct"), None)
        for number, item in enumerate(value if struct else ()):
            if isinstance(item, dict) and isinstance(struct, type):
                for field, said in self.unknown(struct, item):
                    yield f"{name}.{number}.{field}", said


def _marks(hint: Any) -> Iterator[Registered]:
    yield from (one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Registered))
    for part in typing.get_args(hint):
        yield from _marks(part)


def _said(value: Any, mark: Registered) -> list[str]:
    if isinstance(value, Mapping):
        return [one for some in value.values() for one in _said(some, mark)]
    words = [value] if isinstance(value, str) else [word for word in value if isinstance(word, str)]
    return [one for word in words for one in (_JOINTS.split(word) if mark.joined else [word])]
