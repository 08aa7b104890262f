"""Relations that a rule may ask of a place by name: one function each, one file a family.

A relation is a question about parts of a clause, a sentence or what stands over it. Before adding
one, look whether a field of the ``clause`` check says it; never ask for words “somewhere near”.
Each public function of a module of this folder is a relation; a module's ``NEEDS`` names classes
of which one must stand in the sentence for a relation to hold: asked before the sentence is read.
Its ``UNREAD`` names the relations that ask no sentence at all: they are asked before one is read.
Its ``EARLY`` has for a relation what it cannot hold without, a question that reads no sentence.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType

from gongkai_lint.files import modules_in
from gongkai_lint.reading.spot import Spot

Relation = Callable[[Spot], bool]


def relations_of(module: ModuleType) -> Mapping[str, Relation]:
    """Give the relations of a family: its public functions."""
    return {
        name: relation
        for name, relation in vars(module).items()
        if callable(relation)
        and getattr(relation, "__module__", "") == module.__name__
        and name[0] != "_"
    }


FAMILIES = tuple(import_module(f"{__name__}.{name}") for name in modules_in(__path__))
RELATIONS: Mapping[str, Relation] = {
    name: relation for family in FAMILIES for name, relation in relations_of(family).items()
}
NEEDS: Mapping[str, frozenset[str]] = {
    name: frozenset(classes)
    for family in FAMILIES
    for name, classes in getattr(family, "NEEDS", {}).items()
}
EARLY: Mapping[str, Relation] = {
    name: may_hold for family in FAMILIES for name, may_hold in getattr(family, "EARLY", {}).items()
}
UNREAD = frozenset(name for family in FAMILIES for name in getattr(family, "UNREAD", ()))
