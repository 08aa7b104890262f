import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai_lint.cli import output
from gongkai_lint.cli.output import Progress, colours

Run = Callable[..., subprocess.CompletedProcess[str]]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_has_colours_unless_told_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert colours(Terminal(), wanted=True)
    assert not colours(Terminal(), wanted=False)
    assert not colours(io.StringIO(), wanted=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours(Terminal(), wanted=True)


def test_the_bar_appears_after_a_while_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_PATIENCE", -1.0)
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    progress = Progress(4, wanted=True)
    progress.step()
    assert screen.getvalue() == "\r" + "█" * 7 + "░" * 23 + " 1/4 个文件"
    progress.clear()
    progress.clear()
    assert screen.getvalue().count("\r\x1b[K") == 1


@pytest.mark.parametrize(("total", "wanted"), [(1, True), (100, False)])
def test_the_bar_stays_away(monkeypatch: pytest.MonkeyPatch, total: int, *, wanted: bool) -> None:
    monkeypatch.setattr(output, "_PATIENCE", -1.0)
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    Progress(total, wanted=wanted).step()
    assert screen.getvalue() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.usefixtures("office")
def test_on_a_real_terminal_severities_are_coloured(soon: Path, run: Run) -> None:
    master, slave = os.openpty()
    root = Path(__file__).parent.parent.parent
    settings = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    command = [sys.executable, "-m", "gongkai_lint", "check", "--rules", "rules", "--select", "X"]
    subprocess.run(
        [*command, soon.name],
        cwd=soon.parent,
        env=settings | {"PYTHONPATH": str(root)},
        stdout=slave,
        check=False,
    )
    os.close(slave)
    seen = os.read(master, 100_000).decode()
    os.close(master)
    assert "\x1b[33m建议 X01\x1b[0m" in seen
    assert "\x1b" not in run("check", "--rules", "rules", soon.name).stdout
