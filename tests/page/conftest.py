"""The page's session, without a browser."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from gongkai_lint.page.session import Session
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.rule import RuleSet

Ask = Callable[..., Any]


@pytest.fixture
def ask() -> Ask:
    """Ask a fresh session for a deed, its words and its answer as JSON would carry them."""
    session = Session()

    def deed(what: str, /, **words: Any) -> Any:
        made = getattr(session, what)(**words)
        return made if isinstance(made, bytes) else json.loads(json.dumps(made))

    deed("begin", today="2026-12-01")
    return deed


@pytest.fixture(scope="session")
def builtin() -> RuleSet:
    """The program's own rules."""
    return load_ruleset()
