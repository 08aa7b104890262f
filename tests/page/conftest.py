"""The page's session, without a browser."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.page.build import build_page
from gongkai_lint.page.session import Session
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.rule import RuleSet

Ask = Callable[..., Any]
HERE = Path(__file__).parent
RUNTIME = HERE / "node_modules" / "pyodide"
DRIVER = HERE / "node_modules" / "puppeteer-core"


@pytest.fixture
def ask() -> Ask:
    """Ask a fresh session for a deed, its words and its answer as JSON would carry them."""
    session = Session()

    def deed(what: str, /, **words: Any) -> Any:
        made = getattr(session, what)(**words)
        return made if isinstance(made, bytes) else json.loads(json.dumps(made))

    deed("begin", today="2026-12-01")
    return deed


@pytest.fixture(scope="session")
def builtin() -> RuleSet:
    """The program's own rules."""
    return load_ruleset()


@pytest.fixture(scope="session")
def browsers() -> dict[str, str | None]:
    """The browsers of this machine by name, None where one is not installed."""
    return {"chromium": shutil.which("chromium"), "firefox": shutil.which("firefox-esr")}


@pytest.fixture(scope="session")
def page(builtin: RuleSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a file, its Python as source: it is built in seconds."""
    if not shutil.which("node"):
        pytest.skip("本机没有 Node")
    if not (RUNTIME.is_dir() and DRIVER.is_dir()):
        pytest.skip("没有浏览器测试用的包：npm install --prefix tests/page")
    file = tmp_path_factory.mktemp("page") / "核稿.html"
    file.write_text(build_page(builtin, RUNTIME, precompile=False), encoding="utf-8")
    return file
