"""Relations that a rule may ask of a place by name: one function each, one file a family.

A relation is a question about parts of a clause, a sentence or what stands over it. Before adding
one, look whether a field of the ``clause`` check says it; never ask for words “somewhere near”.
"""

from collections.abc import Callable, Mapping

from gongkai_lint.reading.relations import (
    conditions,
    demands,
    documents,
    names,
    owners,
    turns,
    years,
)
from gongkai_lint.reading.spot import Spot

Relation = Callable[[Spot], bool]
RELATIONS: Mapping[str, Relation] = {
    name: relation
    for module in (conditions, demands, documents, names, owners, turns, years)
    for name, relation in vars(module).items()
    if callable(relation)
    and getattr(relation, "__module__", "") == module.__name__
    and name[0] != "_"
}
# classes of which one must stand in the sentence for a relation to hold: asked before it is read
NEEDS: Mapping[str, frozenset[str]] = {
    "repealed_here": frozenset({"repeal"}),
    "secret_before": frozenset({"secret_thing"}),
    "dated": frozenset({"time"}),
    "delivers_then": frozenset({"deliver", "report", "publish", "ongoing"}),
    "handed_over": frozenset({"report", "recipient"}),
}
