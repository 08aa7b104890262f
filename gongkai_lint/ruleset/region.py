"""地区: what a province, city or county asks beyond national law."""

from gongkai_lint.law.instrument import InForce, LegalBasis
from gongkai_lint.law.period import Period
from gongkai_lint.model.finding import Setting, Severity
from gongkai_lint.named import NamedTuple


class Added(NamedTuple):
    """A rule, or a ``case`` of a national one, that runs only where a region's file adds it.

    ``what`` says in words what the case asks.
    """

    rule: str
    in_force: InForce
    basis: LegalBasis
    case: str = ""
    what: str = ""


class Earlier(NamedTuple):
    """A national rule that holds here since an earlier day; ``in_force`` ends where it began.

    ``binds`` names the only organs that the earlier rule binds, where it does not bind all.
    """

    rule: str
    in_force: InForce
    basis: LegalBasis
    binds: tuple[str, ...] = ()


class Graver(NamedTuple):
    """A national rule, or one ``case`` of it, whose findings weigh more here.

    ``what`` says in words what the case asks.
    """

    rule: str
    in_force: InForce
    basis: LegalBasis
    severity: tuple[tuple[Setting, Severity | None], ...]
    case: str = ""
    what: str = ""


class Stricter(NamedTuple):
    """A row of the table of periods with a number of the region's own."""

    rule: str
    in_force: InForce
    basis: LegalBasis
    period: Period


Change = Added | Earlier | Graver | Stricter


class Region(NamedTuple):
    """A region: ``province`` or ``province/place``, its name, what it changes, what to know."""

    key: str
    name: str
    changes: tuple[Change, ...] = ()
    note: str = ""
