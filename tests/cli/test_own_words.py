"""An office's own words: what is right, what is wrong, which units there are."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def judge(run: Run, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Give the JSON of a text that is judged with a configuration."""

    def check(config: str, *lines: str, select: str = "L") -> dict[str, Any]:
        (tmp_path / "gongkai-lint.toml").write_text(config, encoding="utf-8")
        (tmp_path / "稿.txt").write_text("\n".join(lines), encoding="utf-8")
        done = run("check", "--select", select, "--format", "json", "稿.txt")
        assert done.returncode in {0, 1}, done.stderr
        document: dict[str, Any] = json.loads(done.stdout)["documents"][0]
        return document

    return check


def _told(document: dict[str, Any]) -> list[tuple[str, str]]:
    return [(finding["rule"], finding["text"]) for finding in document["findings"]]


TEXT = ("云岭市人民政府关于做好工作的通知", "请各单位统一布署云岭發布平台的高高兴兴登记登记工作。")


def test_accepted_words_are_left_alone_and_only_they(judge: Callable[..., dict[str, Any]]) -> None:
    assert _told(judge("", *TEXT)) == [("L05", "布署"), ("L08", "發"), ("L06", "登记登记")]
    accepted = '[lexicon]\naccept = ["云岭發布", "登记登记工作"]\n'
    document = judge(accepted, *TEXT)
    assert _told(document) == [("L05", "布署")]
    assert document["outcomes"]["L06"] == "pass"
    assert _told(judge('[lexicon]\naccept = ["统一布署"]\n', *TEXT))[0] == ("L08", "發")


def test_own_misspellings_are_told_with_the_right_word(
    judge: Callable[..., dict[str, Any]],
) -> None:
    config = '[lexicon.replace]\n"云领市" = "云岭市"\n"政数局" = "市政数局"\n'
    lines = (TEXT[0], "请报云领市政务大厅，抄送市政数局和政数局。")
    document = judge(config, *lines)
    assert _told(document) == [("L05", "云领市"), ("L05", "政数局")]
    assert document["findings"][1]["location"]["column"] == 18
    assert "应当写作“市政数局”" in document["findings"][1]["message"]
    assert document["findings"][0]["fix"]["edits"][0]["text"] == "云岭市"


LETTER = (
    "关于做好汛期排水工作的通知",
    "各县（市、区）人民政府：",
    "现就有关事项通知如下。",
    "一、疏通管网。2024年10月底前完成。（水务集团、云岭产投牵头，市住房、城乡建设和交通局配合）",
    "云岭产投",
    "2024年9月2日",
)
UNITS = 'units = ["云岭产投", "市住房、城乡建设和交通局"]\n'


def test_own_units_are_issuers_and_responsible_units(
    judge: Callable[..., dict[str, Any]],
) -> None:
    before = judge("", *LETTER, select="A01")
    assert "issuing_authority" not in before["elements"]
    document = judge(UNITS, *LETTER, select="A01")
    (issuer,) = document["elements"]["issuing_authority"]
    assert (issuer["text"], issuer["paragraph"]) == ("云岭产投", 5)
    assert document["elements"]["date_of_issue"][0]["value"] == "2024-09-02"
    (task,) = document["tasks"]
    assert task["lead"] == ["水务集团", "云岭产投"]
    assert task["others"] == ["市住房、城乡建设和交通局"]
    assert task["deadline"] == "2024-10-31"
    assert document["elements"]["title"][0]["value"] == "关于做好汛期排水工作的通知"


def test_two_names_of_the_own_list_are_no_drift(judge: Callable[..., dict[str, Any]]) -> None:
    lines = (TEXT[0], "市住房和城乡建设局编制计划，市住建局负责验收。")
    assert _told(judge("", *lines, select="T06")) == [("T06", "市住建局")]
    assert _told(judge('units = ["市住建局"]\n', *lines, select="T06")) == []
