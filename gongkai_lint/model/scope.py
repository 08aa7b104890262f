"""Where a rule may look."""

from typing import Literal

from gongkai_lint.model.element import ElementKind

Scope = (
    Literal["document", "main", "citation", "cited_number", "deadline", "table", "dossier"]
    | ElementKind
)
