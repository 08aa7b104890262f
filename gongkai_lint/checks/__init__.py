"""How a rule looks: the closed set of check kinds."""

from gongkai_lint.checks.agency import AgencyEra
from gongkai_lint.checks.cases import Case, Cases
from gongkai_lint.checks.citation import CitationFacts
from gongkai_lint.checks.clause import Clause
from gongkai_lint.checks.columns import Columns
from gongkai_lint.checks.companion import Companion
from gongkai_lint.checks.conditional import Conditional
from gongkai_lint.checks.consistency import Consistency
from gongkai_lint.checks.consulted import Consulted
from gongkai_lint.checks.copying import Copying
from gongkai_lint.checks.coverage import Coverage
from gongkai_lint.checks.date_numerals import DateNumerals
from gongkai_lint.checks.deadline import Deadline
from gongkai_lint.checks.doubled import Doubled
from gongkai_lint.checks.elements import Elements
from gongkai_lint.checks.ending import Ending
from gongkai_lint.checks.existence import Existence
from gongkai_lint.checks.gloss import Gloss
from gongkai_lint.checks.interval import Interval
from gongkai_lint.checks.lacking import Lacking
from gongkai_lint.checks.layout import Layout
from gongkai_lint.checks.length import Length
from gongkai_lint.checks.lexicon import Lexicon
from gongkai_lint.checks.occurrence import Occurrence
from gongkai_lint.checks.pairs import Pairs
from gongkai_lint.checks.period import PeriodFacts
from gongkai_lint.checks.rows import Rows
from gongkai_lint.checks.sequence import Sequence
from gongkai_lint.checks.special import Special
from gongkai_lint.checks.substitution import Substitution
from gongkai_lint.checks.suppressions import Suppressions
from gongkai_lint.checks.tally import Tally
from gongkai_lint.checks.tasks import Tasks
from gongkai_lint.checks.variants import Variants
from gongkai_lint.model.finding import View

Check = (
    AgencyEra
    | Cases
    | CitationFacts
    | Clause
    | Columns
    | Companion
    | Conditional
    | Consistency
    | Coverage
    | Consulted
    | Copying
    | DateNumerals
    | Deadline
    | Doubled
    | Elements
    | Ending
    | Existence
    | Gloss
    | Interval
    | Lacking
    | Layout
    | Length
    | Lexicon
    | Occurrence
    | Pairs
    | PeriodFacts
    | Rows
    | Sequence
    | Special
    | Substitution
    | Suppressions
    | Tally
    | Tasks
    | Variants
)
CHECKS: dict[str, type[Check]] = {
    "agency": AgencyEra,
    "cases": Cases,
    "citation": CitationFacts,
    "clause": Clause,
    "columns": Columns,
    "companion": Companion,
    "conditional": Conditional,
    "consistency": Consistency,
    "coverage": Coverage,
    "consulted": Consulted,
    "copying": Copying,
    "date_numerals": DateNumerals,
    "deadline": Deadline,
    "doubled": Doubled,
    "elements": Elements,
    "ending": Ending,
    "existence": Existence,
    "gloss": Gloss,
    "interval": Interval,
    "lacking": Lacking,
    "layout": Layout,
    "length": Length,
    "lexicon": Lexicon,
    "occurrence": Occurrence,
    "pairs": Pairs,
    "period": PeriodFacts,
    "rows": Rows,
    "sequence": Sequence,
    "special": Special,
    "substitution": Substitution,
    "suppressions": Suppressions,
    "tally": Tally,
    "tasks": Tasks,
    "variants": Variants,
}


def is_blind(check: object, view: View) -> bool:
    """Say whether a document shows nothing of what the check judges; a text has no layout."""
    if isinstance(check, Cases):
        return not any(case.terms.met(view) and _sees(case, view) for case in check.cases)
    if isinstance(check, Companion | Consulted):
        return view.role not in {None, "draft"}
    return isinstance(check, Layout) and not check.sees(view)


def _sees(case: Case, view: View) -> bool:
    own = case.seen_in(view)
    return bool(own.spans) and not is_blind(case.check, own)
