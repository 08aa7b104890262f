"""Have the manual's lines for Windows read by what reads them there, as far as that runs here.

Run: python -m tests.elsewhere.windows_lines
It needs Debian's wine, and tree-sitter and tree-sitter-powershell from PyPI.

The cmd of wine runs its lines; in the place of the programs stand batch files that say what they
were given. No PowerShell exists for this machine: its lines are parsed by its grammar. Both must
come to the words that the line of the same place has for Linux, which other tests run.
"""

import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tree_sitter import Language, Node, Parser
from tree_sitter_powershell import language

from tests.test_readme import windows_lines

_PROGRAMS = ("py.bat", ".venv/Scripts/pip.bat", ".venv/Scripts/gongkai-lint.bat")
_SAY = b"@echo off\r\necho %~n0 %*\r\n"
# Code page 65001 is UTF-8; a batch file that is not called does not come back.
_LINE = "@echo off\r\nchcp 65001 >nul\r\ncall {}\r\n"
_WORDS = ("command_name", "generic_token", "command_parameter", "verbatim_string_characters")


def main() -> int:
    """Print what each line was read as; 1 where one differs from the line for Linux."""
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ".venv/Scripts").mkdir(parents=True)
        for program in _PROGRAMS:
            (folder / program).write_bytes(_SAY)
        for shell, line, meant in windows_lines():
            read = _by_cmd(line, folder) if shell == "bat" else [*_by_grammar(line)]
            same = _plain(read) == _plain(shlex.split(meant))
            wrong += not same
            print(shell, "is right:" if same else "DIFFERS:", read)
    return int(wrong > 0)


def _by_cmd(line: str, folder: Path) -> list[str]:
    (folder / "line.bat").write_bytes(_LINE.format(line).encode())
    own = {"WINEPREFIX": f"{folder}/wine", "WINEDEBUG": "-all", "LC_ALL": "zh_CN.UTF-8"}
    done = subprocess.run(
        ["wine", "cmd", "/c", "line.bat"],  # noqa: S607  where Debian puts it
        cwd=folder,
        env=own | {"PATH": "/usr/bin:/bin", "HOME": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return shlex.split(done.stdout.decode().replace("\\", "\\\\"))


def _by_grammar(line: str) -> Iterator[str]:
    stack: list[Node] = [Parser(Language(language())).parse(line.encode()).root_node]
    while stack:
        node = stack.pop()
        if node.has_error:
            yield f"cannot be parsed: {line}"
            return
        if node.type in _WORDS and node.text is not None:
            yield node.text.decode().strip("'")
        else:
            stack += reversed(node.children)


def _plain(words: Sequence[str]) -> list[str]:
    """Give words without what is only called otherwise: the launcher, slashes, the folder."""
    program, *rest = words
    name = program.replace("\\", "/").rpartition("/")[2]
    return ["python3" if name == "py" else name, *(word.replace("\\", "/") for word in rest)]


if __name__ == "__main__":
    sys.exit(main())
