"""Mistakes in a configuration, all told at once."""

from pathlib import Path

import pytest

from gongkai_lint.config.load import load_config
from gongkai_lint.errors import UsageError


def _told(folder: Path, text: str) -> str:
    file = folder / "gongkai-lint.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as told:
        load_config(file)
    return str(told.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("lexicon = ['甲']", "字段“lexicon”应是“[lexicon]”下的 accept 和 [lexicon.replace]"),
        ("[lexicon]\nwords = ['甲']", "不认识的字段“lexicon.words”；可用的有：accept、replace"),
        ("[lexicon]\naccept = ['']", "字段“lexicon.accept”不对：不能为空"),
        ("[lexicon.replace]\n'甲' = '甲'", "“甲”的错误写法与正确写法相同"),
        ("[lexicon]\naccept = ['甲']\nreplace = {'甲' = '乙'}", "“甲”既在“lexicon.accept”里，又在"),
        ("units = ['局']", "字段“units”不对：至少要有 2 个字"),
        ("units = '市住建局'", "字段“units”不对：应是列表，现为文字"),
    ],
)
def test_a_mistake_in_own_words_is_told(tmp_path: Path, text: str, sentence: str) -> None:
    assert sentence in _told(tmp_path, text)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("", "缺少字段“suppressions.1.reason”"),
        ('reason = " "', "字段“suppressions.1.reason”不对：不能为空"),
        ('reason = "a"\nfingerprint = "abc"', "“suppressions.1.fingerprint”不对：应是 16 位指纹"),
        ('reason = "a"\nuntil = "明年"', "“suppressions.1.until”不对：应是日期"),
        (
            'reason = "a"\nexpires = 2020-01-01',
            "不认识的字段“suppressions.1.expires”；可用的有：rule",
        ),
    ],
)
def test_a_mistake_in_a_suppression_is_told(tmp_path: Path, said: str, sentence: str) -> None:
    assert sentence in _told(tmp_path, f'[[suppressions]]\nrule = "X01"\n{said}')


def test_mistakes_of_all_kinds_are_told_together(tmp_path: Path) -> None:
    text = "units = 3\nlexicon = 4\nsuppressions = 5\nper-path = 6\nrules = 7\n"
    told = _told(tmp_path, text).splitlines()
    assert len(told) == 5
    assert all(
        line.startswith(f"配置文件“{tmp_path / 'gongkai-lint.toml'}”：字段“") for line in told
    )
