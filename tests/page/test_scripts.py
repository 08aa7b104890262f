"""The pages' scripts without a browser: types, habits, units."""

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1] / "gongkai_lint"
TOOLS = HERE / "node_modules" / ".bin"
SCRIPTS = [
    PACKAGE / "page" / "assets",
    PACKAGE / "reporters" / "page",
    PACKAGE / "audit" / "assets",
]

pytestmark = [
    pytest.mark.browsers,
    pytest.mark.skipif(
        not (TOOLS / "tsc").exists(), reason="没有脚本检查用的包：npm install --prefix tests/page"
    ),
]


def _said(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("config", ["tsconfig.json", "tsconfig.worker.json"])
def test_types_agree(config: str) -> None:
    assert not _said(TOOLS / "tsc", "-p", HERE / config)


def test_habits_are_kept() -> None:
    config = HERE / "eslint.config.mjs"
    assert not _said(TOOLS / "eslint", "-c", config, *SCRIPTS, *HERE.glob("*.mjs"))


def test_units_work() -> None:
    assert not _said("node", "--test", HERE / "unit.test.mjs")
