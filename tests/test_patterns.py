"""Compiled patterns and the literals that let them rest."""

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

SOURCES = (
    "(尽快|抓紧).{0,9}完成",
    r"(?P<year>\d{4})年",
    "[甲乙]+丙?",
    "处.{0,3}(元|万元)",
    "(?<=公)文(?!件)",
    "(?:甲|乙丙)(?:丁|戊)",
    "甲*",
    "^一、|二、$",
    "(?<!公)(?P<mark>文|件+)(?=应)",
    "[一二]?(?:尽快|抓紧)",
    "(?:一{0,2}、)*公文|(?!公)件",
    "(?>甲+|乙)丙|(?i:a)件",
    r"(?<!\d)\d+年|\s+元",
    "[^公]文|(?:.|\n)件",
    "(?m)^甲|乙$",
)


@pytest.mark.parametrize("source", SOURCES)
def test_a_kept_pattern_is_the_pattern(source: str) -> None:
    kept, plain = compiled(source), re.compile(source)
    assert (kept.pattern, kept.flags, kept.groups) == (plain.pattern, plain.flags, plain.groups)
    assert dict(kept.groupindex) == dict(plain.groupindex)


@pytest.mark.parametrize("source", SOURCES)
@given(text=st.text(alphabet="甲乙丙丁戊处元万公文件应一二、012年尽快抓紧完成Aa \n", max_size=30))
def test_what_cannot_begin_a_match_is_rightly_skipped(source: str, text: str) -> None:
    kept, plain = compiled(source), re.compile(source)
    assert [m.regs for m in kept.finditer(text)] == [m.regs for m in plain.finditer(text)]


@pytest.mark.parametrize("source", SOURCES)
@given(text=st.text(alphabet="甲乙丙丁戊处元万公文件一二、0123年尽快抓紧完成\n", max_size=30))
def test_literals_lose_no_match(source: str, text: str) -> None:
    plain = sum(len(list(re.finditer(source, line))) for line in text.split("\n"))
    assert len(list(Pattern(source).finditer(text, Span(0, len(text))))) == plain


def test_a_wrong_pattern_says_so() -> None:
    with pytest.raises(re.error):
        compiled("(甲")


def test_a_pattern_survives_pickling() -> None:
    pattern = Pattern("甲+乙")
    assert pickle.loads(pickle.dumps(pattern)) == pattern  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(
    "otherwise",
    [
        "sys.modules['_sre'] = None",
        "sys.modules['_sre'] = types.SimpleNamespace(MAGIC=0, compile=lambda: None)",
        "del re._parser; sys.modules['re._parser'] = None",
    ],
)
def test_a_python_without_what_nobody_promised_compiles_as_usual(otherwise: str) -> None:
    script = f"""
import re, sys, types
from gongkai_lint.model.span import Span
{otherwise}
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.patterns import compiled
found = compiled("没有人写过的(?P<word>样子)").search("从没有人写过的样子")
assert found and found["word"] == "样子"
assert [m[0] for _, m in Pattern("甲(?:乙|丙)").finditer("甲乙。", Span(0, 3))] == ["甲乙"]
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_patterns_that_nobody_uses_make_room(tmp_path: Path) -> None:
    script = f"""
import marshal
from pathlib import Path
from gongkai_lint import patterns
code = marshal.dumps(patterns._compile("甲"))
patterns._kept.clear()
patterns._kept.update({{number: code for number in range(patterns._MOST)}})
patterns.compiled("乙丙+")
patterns.write(Path({str(tmp_path)!r}))
_, kept = marshal.loads(Path({str(tmp_path)!r}, "patterns.marshal").read_bytes())
assert list(kept) == [patterns._number("乙丙+")], len(kept)
patterns._kept.clear()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
