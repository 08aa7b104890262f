"""A right command line is read as click reads it; anything else is left to click."""

import subprocess
import sys
from typing import Any

import pytest

from gongkai_lint.cli.app import COMMANDS, command_of
from gongkai_lint.cli.chinese import made_by_click
from gongkai_lint.cli.command import plain

_RIGHT = [
    "check a.txt",
    "check a.txt b.docx --format json --output x.json --format=html --output=- -q",
    "check - --stdin-filename a.txt --as-of 2024-02-29 --jobs 2 --select A,D --select S01",
    "check --no-color -v --profile archive a.txt --fail-on never",
    "review a.docx",
    "rules",
    "rules --format markdown --as-of 2020-01-01",
    "explain D01",
    "init",
    "init 甲",
    "law check",
    "schema rule",
    "test-rules",
    "audit 甲 乙 --out 丙 --timeout 5",
    "report 甲",
    "tasks a.txt",
]
_LEFT = [
    "check",
    "check a.txt --help",
    "check a.txt -vq",
    "check a.txt --format",
    "check a.txt --format x",
    "check a.txt --as-of 2023-02-29",
    "check a.txt --jobs 0",
    "check a.txt --quiet=1",
    "check -- a.txt",
    "check a.txt --nope",
    "explain",
    "explain D01 D02",
    "law chec",
]


@pytest.mark.parametrize("line", _RIGHT)
def test_a_right_line_is_read_as_click_reads_it(line: str) -> None:
    name, *words = line.split()
    wanted = command_of(name)
    context = made_by_click(wanted).make_context(name, list(words))
    assert plain(wanted, words) == context.params


@pytest.mark.parametrize("line", _LEFT)
def test_what_click_has_words_for_is_left_to_it(line: str) -> None:
    name, *words = line.split()
    assert plain(command_of(name), words) is None


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_made_by_click_too(name: str) -> None:
    made: Any = made_by_click(command_of(name))
    assert [p.name for p in made.params] == [*(p.name for p in command_of(name).parameters), "help"]


def test_a_check_starts_without_click() -> None:
    code = (
        "import sys; from gongkai_lint.cli.app import run\n"
        "run(['check', '-q', '--jobs', '1', sys.argv[1]])\n"
        "print(sorted({'click', 'yaml', 'jieba', 'lxml'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, __file__], capture_output=True, check=False, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
