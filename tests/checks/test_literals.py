"""What a pattern needs: told too strictly, a finding would go missing without a word."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gongkai_lint.checks.literals import required_literals
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.span import Span

_ATOMS = st.sampled_from(["甲", "乙", "丙", "[甲乙]", "[^丙]", ".", "甲乙", r"\n", "", r"\s"])
_MORE = st.sampled_from(["(?<=甲)", "(?<=甲乙)", "(?<![乙丙])", r"(甲|乙)丙\1", "(?i:a)", "^", "$"])


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    times = st.sampled_from(["?", "*", "+", "{2}", "{2,}", "{0,3}", "{1,6}", "+?", "?+"])
    return st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, times).map(lambda told: f"(?:{told[0]}){told[1]}"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?>{part})"),
        inner.map(lambda part: f"(?={part})"),
        inner.map(lambda part: f"(?!{part})"),
        _MORE,
    )


def _is_pattern(source: str) -> bool:
    try:
        re.compile(source)
    except re.error:
        return False
    return True


_SOURCES = st.recursive(_ATOMS, _larger, max_leaves=8).filter(_is_pattern)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("应当|必须", ("应当", "必须")),
        ("[一二]级响应", ("一级响应", "二级响应")),
        (r"第\d+条", ("第",)),
        (r"\d+个工作日内", ("个工作日内",)),
        ("(?:责令|限期)?改正", ("改正", "责令改正", "限期改正")),
        ("(?<=依法)公开", ("依法公开",)),
        ("公开(?=属性)", ("公开属性",)),
        ("公开(?!属性)", ("公开",)),
        ("(?:通知)+如下", ("通知如下",)),
        (r"(甲|乙)\1", ("乙乙", "乙甲", "甲乙", "甲甲")),
        ("(?i:abc)", ()),
        (r"\d*", ()),
        ("公开|", ()),
    ],
)
def test_the_words_that_rule_out_most_texts(source: str, words: tuple[str, ...]) -> None:
    assert required_literals(source) == words


@settings(max_examples=400, deadline=None)
@given(_SOURCES, st.text("甲乙丙丁a\n ", max_size=12))
@example("(?:甲乙)*丙", "甲乙丙")
@example("(?:甲(?=乙)|丙)乙", "甲乙")
def test_every_match_holds_one_of_the_words(source: str, text: str) -> None:
    words = required_literals(source)
    if words and re.search(source, text):
        assert any(word in text for word in words), words


@settings(max_examples=200, deadline=None)
@given(_SOURCES, st.text("甲乙丙丁a ", max_size=12), st.sampled_from(["", "丁" * 500]))
@example("^甲|乙", "乙乙", "")
@example("^(?:甲|乙)[|]*", "甲乙甲", "")
def test_a_pattern_finds_in_a_line_what_a_plain_search_finds(
    source: str, text: str, more: str
) -> None:
    text += more
    found = [
        (match.start() + offset, match.end() + offset)
        for offset, match in Pattern(source).finditer(text, Span(0, len(text)))
    ]
    assert found == [match.span() for match in re.finditer(source, text)]
