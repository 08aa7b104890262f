"""Sentences and clauses: who acts, whether it is affirmed, what is led in."""

from pathlib import Path

import pytest

from gongkai_lint.model.span import Span
from gongkai_lint.readers.text import read_text
from gongkai_lint.reading.reading import Reading, reading_of, with_reading
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.terms import Terms
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.structure.recognize import recognize

EXEMPLARS = sorted(Path(__file__).parents[2].glob("corpus/exemplars/*.txt"))[::8]


def _reading(text: str) -> Reading:
    return Reading(recognize(read_text(text.encode(), markdown=False)), load_ruleset().vocabulary)


def _spot(text: str, name: str) -> Spot:
    reading = _reading(text)
    spot = reading.spot(reading.of(name)[0])
    assert spot
    return spot


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("名单应当在网站公布。", True),
        ("名单不得在网站公布。", False),
        ("名单暂不在网站公布。", False),
        ("不得不在网站公布名单。", True),
        ("各单位未在网站公布名单的，责令改正。", False),
        ("取消在网站公布名单的做法。", False),
        ("不得拒绝公布名单。", True),
    ],
)
def test_an_act_is_turned_by_what_stands_before_it(text: str, affirmed: bool) -> None:  # noqa: FBT001
    assert _spot(text, "publish").is_affirmed is affirmed


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("市教育局要公布名单。", "市教育局"),
        ("名单由市教育局在网站公布。", "市教育局"),
        ("市教育局审核材料后，公布名单。", "市教育局"),
        ("各县区要：\n（一）公布名单。", "各县区"),
        ("向市教育局公布名单。", None),
        ("市疾控中心要公布名单。", "市疾控中心"),
        ("市消防救援支队公布名单。", "市消防救援支队"),
        ("市气象台要公布名单。", "市气象台"),
        ("市公积金中心要公布名单。", "市公积金中心"),
    ],
)
def test_the_subject_is_who_acts(text: str, subject: str | None) -> None:
    spot = _spot(text, "publish")
    found = spot.clause.subject
    assert (spot.words(found) if found else None) == subject


def test_a_lead_in_that_forbids_turns_its_items() -> None:
    text = "各单位不得有下列行为：\n（一）提前公布名单。\n（二）私自收费。"
    assert not _spot(text, "publish").is_affirmed


def test_a_word_inside_a_title_asserts_nothing() -> None:
    assert _reading("按照《关于公布名单的通知》执行。").of("publish") == ()


def test_a_very_long_sentence_is_read_in_linear_time() -> None:
    reading = _reading("各单位要公布名单，" * 20_000)
    sentences = reading.sentences(0)
    assert sum(len(sentence.clauses) for sentence in sentences) == 20_000
    assert max(sentence.end - sentence.start for sentence in sentences) < 5_000
    spot = reading.spot(reading.of("publish")[-1])
    assert spot
    assert spot.is_affirmed


def test_characters_of_two_units_move_no_term() -> None:
    plain, wide = (_reading(f"{name}应当依法公开政府信息，不得迟延。") for name in ("吉吉", "𠮷𠮷"))
    whole = Span(0, len(plain.text))
    assert wide.between(whole) == plain.between(whole)
    assert plain.between(whole)


@pytest.mark.parametrize("path", EXEMPLARS, ids=lambda path: path.stem)
def test_terms_of_a_class_are_those_of_all_lines(path: Path) -> None:
    """A class is looked for by itself, a line is read whole: both ways find the same."""
    document = recognize(read_text(path.read_bytes(), markdown=False))

    def terms() -> Terms:
        return Terms(document, document.text, load_ruleset().vocabulary, seldom=True)

    every = terms().between(0, len(document.text))
    names = {name for term in every for name in term.classes}
    assert len(names) > 20
    for name in names:
        assert list(terms().of(name)) == [term for term in every if name in term.classes], name
        assert all(terms().may_stand(frozenset({name}), t.start, t.end) for t in terms().of(name))


def test_a_document_and_its_reading_are_no_circle() -> None:
    """Else each document judged would stay until the garbage collector looks at everything."""
    plain = recognize(read_text("各单位要公布名单。".encode(), markdown=False))
    read = with_reading(plain, load_ruleset().vocabulary)
    known = reading_of(read).document
    assert known.reading is None
    assert known == read
    assert known.content is read.content


def test_a_sentence_is_read_alone_as_with_its_paragraph() -> None:
    text = (
        "市财政局应当公布名单。不得迟延；经市政府同意的，可以不公布。各单位要报送情况，并说明理由。"
    )
    whole = _reading(text)
    sentences = whole.sentences(0)
    assert [_reading(text).sentence_of(each.start) for each in sentences] == list(sentences)


def test_what_stands_in_a_clause_may_stand_there() -> None:
    reading = _reading("市财政局应当公布名单，要说明理由。经市政府同意的，可以不公布；请报送情况。")
    for sentence in reading.sentences(0):
        for clause in sentence.clauses:
            for name in clause.classes:
                assert reading.may_hold(frozenset({name}), (clause.start, clause.end)), name
