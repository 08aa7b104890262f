"""The configuration file to begin with."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from gongkai_lint.config.file import ConfigFile, LexiconFile, SuppressionFile
from gongkai_lint.config.load import load_config
from gongkai_lint.config.settings import DEFAULTS, Config
from gongkai_lint.config.template import template
from gongkai_lint.ruleset.fields import fields_of

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_it_is_written_once_and_says_the_defaults(run: Run, tmp_path: Path) -> None:
    assert run("init").stdout == "已写好“gongkai-lint.toml”。\n"
    file = tmp_path / "gongkai-lint.toml"
    assert load_config(file) == Config(file, DEFAULTS)
    file.write_text("ignore = ['L01']\n", encoding="utf-8")
    refused = run("init")
    assert refused.returncode == 2
    assert "“gongkai-lint.toml”已经存在，没有改写；要改写请加 --force" in refused.stderr
    assert run("init", "--force").returncode == 0
    assert load_config(file) == Config(file, DEFAULTS)


def test_it_changes_no_result(run: Run, tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("云岭市人民政府通知\n请统一布署。\n", encoding="utf-8")
    before = run("check", "稿.txt")
    run("init")
    assert run("check", "稿.txt").stdout == before.stdout


def test_every_setting_is_shown_and_its_example_is_right(tmp_path: Path) -> None:
    text = re.sub(r"(?m)^#(?! )", "", template())
    for kind in (ConfigFile, LexiconFile, SuppressionFile):
        for field in fields_of(kind):
            assert re.search(rf"(?m)^\[*{field.name}\b", text), field.name
    file = tmp_path / "gongkai-lint.toml"
    file.write_text(text, encoding="utf-8")
    config = load_config(file)
    assert config.settings.ignore == ("L01",)
    assert config.settings_for("历史/甲.docx").profile == "archive"
    assert config.suppressions[0].reason == "照录原件"
    assert config.settings.words is not None
    assert config.settings.words.replaced == (("云领市", "云岭市"),)


def test_a_folder_that_is_not_there_is_told(run: Run) -> None:
    done = run("init", "没有")
    assert done.returncode == 2
    assert "写不进“没有" in done.stderr
