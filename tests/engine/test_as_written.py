"""What is found in the folded text is told of the text as written."""

from datetime import date

import pytest

from gongkai_lint.engine.as_written import as_written, with_written
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, Match
from gongkai_lint.model.span import Span
from gongkai_lint.readers.text import read_text
from gongkai_lint.structure.recognize import recognize

WRITTEN = (
    "云岭市人民政府关于防汛的通知\n各县人民政府：\n于２０２４年１０月底前报送。\n"
    "云岭市人民政府\n2024年9月2日"
)


@pytest.fixture(scope="module")
def document() -> Document:
    found = recognize(read_text(WRITTEN.encode(), markdown=False))
    assert found.folding is not None
    assert found.date_of_issue == date(2024, 9, 2)
    return found


def _told(document: Document, match: Match) -> Match:
    ((told, _),) = as_written(document, [(match, "")])
    return told


def test_captures_are_quoted_as_written(document: Document) -> None:
    at = document.read.text.index("2024年10月")
    match = Match(Span(at, at + 8), (("day", "2024年10月"), ("count", "3")))
    assert dict(_told(document, match).captures) == {"day": "２０２４年１０月", "count": "3"}


@pytest.mark.parametrize(
    ("words", "new", "least"),
    [
        ("10月底前", "10月底以前", ("", "以")),
        ("10月底前", "12月底前", ("0", "2")),
        ("报送", "", ("报送", "")),
    ],
)
def test_an_edit_leaves_what_it_keeps_as_it_was_written(
    document: Document, words: str, new: str, least: tuple[str, str]
) -> None:
    at = document.read.text.index(words)
    place = Span(at, at + len(words))
    (edit,) = _told(document, Match(place, edits=(Edit(place, new),))).edits
    assert (document.words(edit.span), edit.text) in {least, ("０", least[1])}


def test_what_is_put_in_before_its_own_like_is_not_lost(document: Document) -> None:
    at = document.read.text.index("报送")
    (edit,) = _told(document, Match(Span(at, at), edits=(Edit(Span(at, at), "报"),))).edits
    assert (edit.text, edit.span) == ("报", (at, at))


def test_what_is_seen_only_as_written_is_added_where_it_is_new() -> None:
    first, same, other = (Match(Span(start, start + 2)) for start in (4, 5, 0))
    told = with_written([(first, "a")], [(same, "b"), (other, "c")])
    assert told == [(other, "c"), (first, "a")]
