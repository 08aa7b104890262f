"""How a rule looks: the closed set of check kinds."""

from gongkai_lint.checks.conditional import Conditional
from gongkai_lint.checks.consistency import Consistency
from gongkai_lint.checks.deadline import Deadline
from gongkai_lint.checks.existence import Existence
from gongkai_lint.checks.occurrence import Occurrence
from gongkai_lint.checks.special import Special
from gongkai_lint.checks.substitution import Substitution

Check = Conditional | Consistency | Deadline | Existence | Occurrence | Special | Substitution
CHECKS: dict[str, type[Check]] = {
    "conditional": Conditional,
    "consistency": Consistency,
    "deadline": Deadline,
    "existence": Existence,
    "occurrence": Occurrence,
    "special": Special,
    "substitution": Substitution,
}
