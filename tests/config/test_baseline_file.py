"""A baseline's file: what is written is read again, what is damaged or foreign is told."""

from pathlib import Path

import pytest

from gongkai_lint.config.baseline_file import load_baseline, write_out
from gongkai_lint.errors import UsageError
from gongkai_lint.model.baseline import Baseline, KnownFinding, Recorded


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{\n  “documents”: 1}", "不是正确的 JSON（第 2 行有误）"),
        ("<<<<<<< HEAD\n", "不是正确的 JSON（第 1 行有误）"),
        ("[]", "不是本版本的基线文件"),
        ('{"schema": "eslint", "documents": {}}', "现为“eslint”"),
        ('{"schema": "gongkai-lint-baseline/1"}', "的内容不完整"),
        ('{"schema": "gongkai-lint-baseline/1", "documents": {"a": {"title": 1}}}', "内容不完整"),
    ],
)
def test_a_foreign_or_damaged_file_is_told(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "基线.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"基线\.json”") as told:
        load_baseline(file)
    assert sentence in str(told.value)


def test_other_encodings_are_told(tmp_path: Path) -> None:
    file = tmp_path / "基线.json"
    file.write_bytes('{"甲"'.encode("gb18030"))
    with pytest.raises(UsageError, match="编码有误"):
        load_baseline(file)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    entries = (
        KnownFinding("A01", "", "没有“公开”属性。", "0" * 16),
        KnownFinding("L05", '"\\', "错。", "1" * 16),
    )
    (tmp_path / "甲.txt").touch()
    documents = {"甲.txt": Recorded("标题", entries), "子/乙.txt": Recorded("", entries[:1])}
    file = tmp_path / "基线.json"
    file.write_text(write_out(Baseline("", "", documents)), encoding="utf-8")
    loaded = load_baseline(file)
    assert loaded.documents == documents
    assert loaded.gone == {"子/乙.txt"}
    assert (loaded.total, loaded.place(str(tmp_path / "子" / "丙.txt"))) == (3, "子/丙.txt")
