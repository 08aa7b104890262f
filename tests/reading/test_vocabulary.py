"""Each entry of rules/vocabulary on its own two sentences."""

import ast
import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import gongkai_lint
from gongkai_lint.checks.record import Records
from gongkai_lint.model.document import Document
from gongkai_lint.readers.text import read_text
from gongkai_lint.reading.reading import Reading
from gongkai_lint.reading.relations import RELATIONS
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.locate import rules_folder
from gongkai_lint.ruleset.vocabulary_files import load_vocabulary
from gongkai_lint.structure.recognize import recognize
from gongkai_lint.trial import try_words

PACKAGE = Path(gongkai_lint.__file__).parent
FILES = sorted((rules_folder() / "vocabulary").glob("*.yaml"))


def _document(text: str) -> Document:
    return recognize(read_text(f"{text}\n".encode(), markdown=False))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_class_is_found_in_its_sentences_and_not_in_the_others(file: Path) -> None:
    trials = list(try_words(file, load_ruleset()))
    assert trials
    assert [trial for trial in trials if trial.problems] == []


def _asked_by_rules() -> set[str]:
    """Give the words of what rules look for, without their examples."""
    files = [path for path in rules_folder().glob("*/*.yaml") if path not in FILES]
    heads = (path.read_text(encoding="utf-8").partition("\nexamples:")[0] for path in files)
    return set(re.findall(r"\w+", " ".join(heads)))


def _asked_by_code() -> set[str]:
    """Give the words that stand in the code as data: names and prose ask for nothing."""
    trees = (ast.parse(p.read_text(encoding="utf-8")) for p in PACKAGE.rglob("*.py"))
    told = (n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant))
    plain = (n.value for n in told if isinstance(n.value, str) and n.value.isidentifier())
    return set(plain)


def test_each_class_and_each_relation_is_asked_for() -> None:
    asked = _asked_by_rules() | _asked_by_code()
    asked |= set(re.findall(r"\w+", " ".join(chain(*map(_phrases, FILES)))))
    assert {file.stem for file in FILES} - asked == set()
    assert RELATIONS.keys() - _asked_by_rules() == set()


def _phrases(file: Path) -> list[str]:
    return re.findall(r"- phrase: (.*)", file.read_text(encoding="utf-8"))


def _write(folder: Path, name: str, text: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    vocabulary, problems = load_vocabulary(folder)
    assert not problems or not vocabulary.pairs
    return problems


_HEAD = "title: 甲\nfamily: act\nentries:\n"
_ENTRY = "  - {words: [%s], fires: 一⟦甲⟧。, silent: 无。}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_HEAD + "  - {words: [甲], fires: 甲。}\n", "缺少字段“silent”"),
        ("title: 甲\nfamily: 乙\nentries: []\n", "可用的有：act"),
        (_HEAD + _ENTRY % "' '", "有空的词"),
        (_HEAD + _ENTRY % "甲, 甲", "已经写了"),
        (
            _HEAD + "  - {phrase: [nosuch, 3, organ], fires: ⟦甲⟧, silent: 无}\n",
            "没有词类“nosuch”",
        ),
        (
            _HEAD + "  - {words: [甲], not_in: [乙丙], fires: ⟦甲⟧, silent: 无}\n",
            "没有本词条的词",
        ),
        (_HEAD + "  - {form: '(', fires: ⟦甲⟧, silent: 无}\n", "正则"),
        (
            _HEAD.replace("family", "before: '('\nfamily")
            + "  - {form: 甲, fires: ⟦甲⟧, silent: 无}\n",
            "正则",
        ),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(text: str, said: str, tmp_path: Path) -> None:
    problems = _write(tmp_path / "词", "sample", text)
    assert any(said in problem for problem in problems), problems
    assert all("sample.yaml:" in problem for problem in problems)


def test_a_word_has_one_class_in_a_family(tmp_path: Path) -> None:
    folder = tmp_path / "词"
    assert not _write(folder, "one", _HEAD + _ENTRY % "甲")
    problems = _write(folder, "two", "title: 乙\nfamily: act\nentries:\n" + _ENTRY % "甲")
    assert "one.yaml:4" in problems[0]


def test_words_of_rare_classes_are_read_only_where_they_are_asked_for() -> None:
    reading = Reading(_document("分级培训工作人员。"), load_ruleset().vocabulary)
    assert reading.of("training") == ()
    assert reading.telling({"publish"}) is reading
    assert [
        reading.text[t.start : t.end] for t in reading.telling({"training"}).of("training")
    ] == ["培训"]


def test_no_check_that_reads_the_usual_words_names_a_rare_class() -> None:
    rules = load_ruleset()
    asked = {
        name
        for rule in (*rules.rules, *rules.regional)
        for case in rule.cases
        if case.kind in {"clause", "record", "deadline"}
        for group in _words(_usual(case.check))
        for name in group.split("|")
    }
    made = {name for phrase in rules.vocabulary.phrases for part in phrase.parts for name in part}
    assert rules.vocabulary.rare
    assert (asked | made) & rules.vocabulary.rare == set()


def _usual(check: Any) -> Any:
    """Give a check without what it looks for by itself, rare or not."""
    return check._replace(says=()) if isinstance(check, Records) else check


def _words(value: object) -> list[str]:
    """Give the words of a check, and of what it asks by place."""
    parts = value if isinstance(value, tuple) else ()
    return [*(one for one in parts if isinstance(one, str)), *chain(*map(_words, parts))]
