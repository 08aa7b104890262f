"""Names of units that do not look like organs, read as if they did.

Recognition goes by the shape of names (…局, …办公室). Where an office says that 云岭产投 is a unit
of its own, recognition reads another name of equal length in its place, so that no offset moves,
and what was recognized gets the true name back.
"""

from collections.abc import Iterable

from gongkai_lint.model.document import Citation, Document, Task
from gongkai_lint.model.element import Element
from gongkai_lint.model.source import Source
from gongkai_lint.named import NamedTuple
from gongkai_lint.structure.frame.kind import issuer_of
from gongkai_lint.structure.frame.organs import is_organ
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.soft_breaks import join_paragraphs
from gongkai_lint.structure.tasks.responsible import split_units

_RARE = 0x3400  # characters that no 公文 uses, yet of the Han script
_PARTY = "中共"


class Alias(NamedTuple):
    """A name and what is read in its place."""

    name: str
    read_as: str


def aliases_of(units: Iterable[str]) -> tuple[Alias, ...]:
    """Give an alias to each name that is no organ by its shape or would be split, longest first."""
    strange = sorted({name for name in units if _is_strange(name)}, key=lambda n: (-len(n), n))
    return tuple(
        Alias(name, chr(_RARE + number) * (len(name) - 1) + "局")
        for number, name in enumerate(strange)
    )


def _is_strange(name: str) -> bool:
    splits = split_units(name) != (name,) and not name.startswith(_PARTY)
    return not is_organ(fold(name)) or splits


def hide(source: Source, aliases: tuple[Alias, ...]) -> Source:
    """Put the aliases in place of the names."""
    paragraphs = (p._replace(text=_hidden(p.text, aliases)) for p in source.paragraphs)
    return source._replace(paragraphs=tuple(paragraphs))


def _hidden(words: str, aliases: tuple[Alias, ...]) -> str:
    for name, read_as in aliases:
        words = words.replace(name, read_as)
    return words


def restore(document: Document, source: Source, aliases: tuple[Alias, ...]) -> Document:
    """Put the names back into what was recognized."""

    def told(words: str) -> str:
        for name, read_as in aliases:
            words = words.replace(read_as, name)
        return words

    def element(one: Element) -> Element:
        return one._replace(value=told(one.value)) if one.value else one

    def citation(one: Citation) -> Citation:
        return one._replace(title=told(one.title))

    def task(one: Task) -> Task:
        return one._replace(lead=tuple(map(told, one.lead)), others=tuple(map(told, one.others)))

    return document._replace(
        text=join_paragraphs(source.paragraphs),
        source=source,
        elements=tuple(map(element, document.elements)),
        issuer=issuer_of(tuple(map(told, document.issuer.names))),
        citations=tuple(map(citation, document.citations)),
        tasks=tuple(map(task, document.tasks)),
    )
