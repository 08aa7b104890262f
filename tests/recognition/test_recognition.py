"""Texts of which something was once read wrong: each file is one kind, all places invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.readers.read import read
from gongkai_lint.structure.recognize import recognize

_HERE = Path(__file__).parent
_EXPECTED: dict[str, dict[str, list[Any]]] = json.loads(
    (_HERE / "expected.json").read_text("utf-8")
)
_BEGINNING = 20


def test_every_text_is_expected_to_be_read() -> None:
    assert set(_EXPECTED) == {file.name for file in _HERE.glob("*.txt")}


@pytest.mark.parametrize("name", _EXPECTED)
def test_it_is_read_right(name: str) -> None:
    document = recognize(read((_HERE / name).read_bytes(), name))
    assert {what: _told(document, what) for what in _EXPECTED[name]} == _EXPECTED[name]


def _told(document: Document, what: str) -> list[Any]:
    """Give elements by their words, times, tasks and citations by what is made of them."""
    if what == "deadlines":
        times = document.deadlines
        return [[document.words(t.span), t.kind, t.role, _day(t.resolved), t.anchor] for t in times]
    if what == "tasks":
        return [
            [document.words(t.span)[:_BEGINNING], [*t.lead], [*t.others], _day(t.deadline)]
            for t in document.tasks
        ]
    if what == "citations":
        return [[citation.title, citation.number] for citation in document.citations]
    return [document.words(element.span) for element in document.of(what)]


def _day(told: object) -> str | None:
    return str(told) if told else None
