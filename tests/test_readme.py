"""Everything the README and the manual show is run, and says what they say."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = ("tasks", "rules", "outputs", "dossiers", "archives", "office", "install")
README = "".join(
    path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", *(ROOT / f"gongkai_lint/help/{name}.md" for name in PAGES))
)
PARAGRAPH = r"<w:p><w:r><w:t>\1</w:t></w:r></w:p>"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(kind: str) -> list[str]:
    return [text for language, text in BLOCK.findall(README) if language == kind]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, make_docx: Callable[..., bytes]) -> Path:
    """A folder with the corpus, the files that the README writes, and the program on the path."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    (folder / "bin").mkdir()
    _program(folder / "bin" / "gongkai-lint", "-m gongkai_lint")
    _program(folder / "bin" / "python3", "")
    for text in _blocks("yaml"):
        name, _, content = text.removeprefix("# ").partition("\n")
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    text = (folder / "corpus/drafts/001-秋粮收购.txt").read_text(encoding="utf-8")
    (folder / "送审稿.docx").write_bytes(make_docx(re.sub("(?m)^(.*)$", PARAGRAPH, text)))
    return folder


def _program(file: Path, words: str) -> None:
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
    file.chmod(0o755)


def _say(desk: Path, command: str) -> str:
    done = subprocess.run(
        ["bash", "-c", command],  # noqa: S607 (the shell of whoever follows the README)
        cwd=desk,
        env=os.environ | {"PATH": f"{desk / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode()


def _steps() -> list[tuple[str, str]]:
    steps = []
    for block in _blocks("console"):
        for step in block.split("$ ")[1:]:
            command, _, answer = step.partition("\n")
            steps.append((command, answer))
    return steps


def _shape(answer: str) -> str:
    """Give the pattern of an answer: … stands for any words, a line of … for any lines."""
    lines = [
        r"(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + r"\n"
        for line in answer.splitlines()
    ]
    return "".join(lines)


@pytest.mark.parametrize(("command", "answer"), _steps())
def test_a_command_says_what_the_readme_says(desk: Path, command: str, answer: str) -> None:
    said = _say(desk, command)
    assert re.fullmatch(_shape(answer), said), said


def test_the_python_example_runs(desk: Path) -> None:
    (program,) = _blocks("python")
    (desk / "example.py").write_text(program, encoding="utf-8")
    assert "A01 error 没有找到公开属性" in _say(desk, "python3 example.py")


def test_the_configuration_is_understood(desk: Path) -> None:
    (text,) = _blocks("toml")
    (desk / "gongkai-lint.toml").write_text(text, encoding="utf-8")
    said = _say(desk, "gongkai-lint check corpus/drafts/001-秋粮收购.txt; echo $?")
    (desk / "gongkai-lint.toml").unlink()
    assert "A01" in said
    assert said.endswith("\n1\n")


def test_there_are_two_commands_for_a_new_machine() -> None:
    first, second = (line for text in _blocks("sh") for line in text.splitlines())
    assert first.startswith("python3 -m venv .venv && ")
    assert "gongkai-lint check" in first
    assert second.endswith("-m pytest")


def test_every_option_of_check_is_named() -> None:
    page = _say(ROOT, f"{sys.executable} -m gongkai_lint check --help")
    options = set(re.findall(r"--[a-z-]+", page)) - {"--help"}
    assert {option for option in options if option not in README} == set()


def windows_lines() -> list[tuple[str, str, str]]:
    """Give each line for Windows: its shell, itself, and the line for Linux in the next block."""
    lines = []
    waiting: list[tuple[str, str]] = []
    for shell, text in BLOCK.findall((ROOT / "gongkai_lint/help/install.md").read_text("utf-8")):
        if shell in ("bat", "powershell"):
            waiting.append((shell, text))
            continue
        for own, theirs in waiting:
            pairs = zip(theirs.splitlines(), text.splitlines(), strict=True)
            lines += [(own, one, other) for one, other in pairs]
        waiting = []
    return lines


def test_a_line_for_windows_says_what_the_one_for_linux_says() -> None:
    """``tests/elsewhere/windows_lines.py`` has them read by the shells themselves."""
    lines = windows_lines()
    assert {shell for shell, _, _ in lines} == {"bat", "powershell"}
    for shell, line, meant in lines:
        quoted = line.replace('"', "'") if shell == "bat" else line.replace(".\\.venv", ".venv")
        moved = quoted.replace("py -m", "python3 -m").replace("Scripts", "bin").replace("\\", "/")
        assert moved == meant, shell
