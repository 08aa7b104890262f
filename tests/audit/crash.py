"""A rule that ends the process that judges, as a crash in C code does, or never ends itself."""

import os
import time
from collections.abc import Iterator
from typing import Any, NamedTuple

from gongkai_lint.api import Request
from gongkai_lint.model.finding import Match, View

DEADLY = "致命的文稿"
ENDLESS = "没完没了的文稿"


class Crash(NamedTuple):
    """Finds nothing; a text with the deadly words ends its process, one with others hangs it."""

    def matches(self, view: View) -> Iterator[Match]:
        if DEADLY in view.document.text:
            os._exit(1)
        while ENDLESS in view.document.text:
            time.sleep(0.1)
        return iter(())


def crashing(request: Request) -> Request:
    """Give a request whose first rule looks so."""
    check: Any = Crash()  # of no kind that a rule file can name
    first, *others = request.rules.rules
    cases = tuple(case.with_check(check) for case in first.cases)  # whichever is looked at
    return request._replace(
        rules=request.rules._replace(rules=(first._replace(cases=cases), *others))
    )
