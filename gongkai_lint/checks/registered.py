"""Words that a field takes from a register: the law's tables, the vocabulary."""

from typing import Annotated, Literal

from gongkai_lint.named import NamedTuple

Register = Literal["instrument", "period", "typeface", "class", "relation"]


class Registered(NamedTuple):
    """Marks a field's words as keys of a register; ``joined`` words are several with ``|``."""

    register: Register
    joined: bool = False


InstrumentKey = Annotated[str, Registered("instrument")]
PeriodId = Annotated[str, Registered("period")]
TypefaceName = Annotated[str, Registered("typeface")]
TermClass = Annotated[str, Registered("class")]
TermClasses = Annotated[str, Registered("class", joined=True)]
Relation = Annotated[str, Registered("relation")]
