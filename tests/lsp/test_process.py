"""The server as an editor starts and ends it: a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_FIRST: dict[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}
BEGIN = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": _FIRST}
SHUTDOWN = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
LEAVE = {"jsonrpc": "2.0", "method": "exit"}


@pytest.mark.parametrize(
    ("words", "messages", "code"),
    [
        (("--stdio",), (BEGIN, SHUTDOWN, LEAVE), 0),
        ((), (BEGIN, LEAVE), 1),  # as the protocol has it
        ((), (BEGIN,), 0),  # the editor is gone
    ],
)
def test_it_ends_when_it_is_told_to(
    words: tuple[str, ...], messages: tuple[dict[str, object], ...], code: int
) -> None:
    said = b"".join(
        b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
        for body in (json.dumps(message).encode() for message in messages)
    )
    done = subprocess.run(
        [sys.executable, "-m", "gongkai_lint", "lsp", *words],
        input=said,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, b"")
    assert done.stdout.startswith(b"Content-Length: ")
