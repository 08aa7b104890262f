import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

OWN = (
    "- {key: x-parks-2020, title: 云岭公园条例, since: 2020-01-01, until: 2024-12-31, "
    "region: yunling, level: city, source: 例}\n"
)
DATED = (
    "云岭市人民政府关于开展检查的通知\n各县人民政府：\n请认真执行。\n云岭市人民政府\n{}年3月4日\n"
)


def test_the_law_data_say_to_which_day_they_hold(run: Run) -> None:
    done = run("law", "check")
    assert done.returncode == 0
    assert "核到 2026年" in done.stdout
    assert "未核实的" in done.stdout
    assert "前后版本没有重叠" in done.stdout


def test_an_office_s_own_entries_are_asked_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own" / "law").mkdir(parents=True)
    (tmp_path / "own" / "law" / "instruments.yaml").write_text(OWN, encoding="utf-8")
    done = run("law", "check", "--rules", str(tmp_path / "own"))
    assert done.returncode == 1
    assert "x-parks-2020：到 2024-12-31 为止有效，却没有写取代它的文件" in done.stdout


def test_a_document_younger_than_the_data_is_told_of_once(run: Run, tmp_path: Path) -> None:
    for name, year in (("甲.txt", 2035), ("乙.txt", 2036)):
        (tmp_path / name).write_text(DATED.format(year), encoding="utf-8")
    young = run("check", str(tmp_path), "--fail-on", "never")
    assert young.stderr.count("法规数据截至2026年") == 1
    (tmp_path / "甲.txt").write_text(DATED.format(2024), encoding="utf-8")
    old = run("check", str(tmp_path / "甲.txt"), "--fail-on", "never")
    assert "法规数据截至" not in old.stderr
