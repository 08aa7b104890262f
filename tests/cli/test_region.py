import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXT = """\
云岭市人民政府文件
云政发〔2021〕5号
云岭市人民政府关于做好示范创建工作的通知
各县（市、区）人民政府，市政府各部门：
现就有关事项通知如下。
云岭市人民政府
2021年3月8日
（此件依申请公开）
"""


@pytest.fixture(autouse=True)
def _text(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(TEXT, encoding="utf-8")


def _judged(run: Run, *words: str) -> dict[str, Any]:
    done = run("check", "稿.txt", "--format", "jsonl", *words)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_a_regional_rule_is_silent_without_its_region(run: Run) -> None:
    report = _judged(run)
    assert report["region"] is None
    assert "A07" not in json.dumps(report)


def test_a_regional_rule_speaks_in_its_region_on_a_local_basis(run: Run) -> None:
    report = _judged(run, "--region", "shanxi/lvliang", "--select", "A07")
    assert report["region"] == "shanxi/lvliang"
    [finding] = report["findings"]
    assert finding["text"] == "依申请公开"
    assert [basis["instrument"] for basis in finding["basis"]] == ["吕政办发〔2020〕52号"]


def test_a_regional_rule_is_silent_before_its_day(run: Run) -> None:
    words = ("--region", "shanxi/lvliang", "--select", "A07")
    assert _judged(run, *words, "--as-of", "2020-12-30")["findings"] == []
    assert _judged(run, *words, "--as-of", "2020-12-31")["findings"] != []


def test_the_configuration_may_name_the_region(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "gongkai-lint.toml"
    own.write_text('region = "shanxi/lvliang"\nselect = ["A07"]\n', encoding="utf-8")
    assert _judged(run)["region"] == "shanxi/lvliang"
    assert _judged(run)["findings"] != []


def test_the_local_basis_is_shown_to_people(run: Run) -> None:
    done = run("check", "稿.txt", "--region", "shanxi/lvliang", "--select", "A07")
    assert done.returncode == 1
    assert "按 2021-03-08 的规定，地区 shanxi/lvliang）" in done.stdout
    assert "依据：吕政办发〔2020〕52号　建议：" in done.stdout


def test_an_unknown_region_is_told_with_those_there_are(run: Run) -> None:
    done = run("check", "稿.txt", "--region", "yunling")
    assert done.returncode == 2
    assert "没有地区“yunling”的规定；可用的有：anhui（安徽省）" in done.stderr
    assert run("rules", "--region", "yunling").returncode == 2


def test_a_region_may_be_called_by_its_name(run: Run) -> None:
    assert _judged(run, "--region", "山西省吕梁市")["region"] == "shanxi/lvliang"


def test_asking_for_a_regional_rule_without_a_region_says_where_it_runs(run: Run) -> None:
    done = run("check", "稿.txt", "--select", "A07")
    assert done.returncode == 2
    assert "规则“A07”只在有规定的地区检查，请写明 --region：anhui/qinglong、" in done.stderr
    assert run("check", "稿.txt", "--ignore", "A07,A01", "--fail-on", "never").returncode == 0


def test_the_table_of_rules_shows_what_a_region_changes(run: Run) -> None:
    table = json.loads(run("rules", "--region", "anhui/qinglong", "--format", "json").stdout)
    local = {rule["id"]: [one["region"] for one in rule["local"]] for rule in table}
    assert local["A07"] == ["anhui/qinglong"]
    assert local["I04"] == ["anhui"]
    assert "A17" not in local
    text = run("rules", "--region", "anhui/qinglong", "--topic", "A").stdout
    assert "A07   安徽省宁国市青龙乡：本地区增加这条规则，2025-04-16 起。依据：《青龙乡" in text
    table = run("rules", "--region", "anhui", "--format", "markdown").stdout
    assert "| I04 | 安徽省 | 比全国提前执行 | 2014-12-31 起，到 2016-11-09 止 | " in table


def test_the_table_of_a_day_leaves_out_what_a_region_had_not_yet(run: Run) -> None:
    def listed(*words: str) -> bool:
        return "A07" in run("rules", "--topic", "A", *words).stdout

    assert listed()
    assert listed("--region", "anhui/qinglong", "--as-of", "2025-04-16")
    assert not listed("--region", "anhui/qinglong", "--as-of", "2025-04-15")
    assert not listed("--as-of", "2025-04-16")


def test_the_manual_page_names_the_regions(run: Run) -> None:
    page = run("explain", "a07").stdout
    assert (
        "地区规定\n  安徽省宁国市青龙乡（anhui/qinglong）：本地区增加这条规则，2025-04-16 起。"
        in page
    )
