"""Time what an editor waits for after a keystroke in a 10 KB text: the lint and its diagnostics.

Run: python tests/benchmarks/editing.py [runs]. The ratio is to sorting a million numbers, measured
in turn, so that it means the same on a slow or busy machine.
"""

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from lsprotocol import types

from gongkai_lint.lsp.session import Session

DRAFT = min((Path(__file__).parent.parent.parent / "corpus" / "drafts").glob("*.txt"))
SIZE = 10_000
LIMIT = 0.05
URI = "untitled:稿"


async def main(runs: int) -> None:
    """Print the medians of both, their ratio, and whether the limit is kept."""
    session = Session(lambda _: None, print, date.today)
    item = types.TextDocumentItem(URI, "plaintext", 1, _ten_kilobytes())
    session.open(item, types.PositionEncodingKind.Utf16)
    place = types.Range(types.Position(6, 2), types.Position(6, 3))
    numbers = random.Random(0).sample(range(10**7), 10**6)  # noqa: S311 (no secret)

    def type_one_character() -> None:
        change = types.TextDocumentContentChangePartial(place, "云")
        session.change(URI, 2, [change])
        session.words(URI)

    pairs = [(_seconds(type_one_character), _seconds(lambda: sorted(numbers))) for _ in range(runs)]
    ours, sorting = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    kept = "within" if ours <= LIMIT else "beyond"
    words = f"edit {ours * 1000:.0f} ms, sort {sorting * 1000:.0f} ms, ratio {ratio:.2f}"
    print(f"{words} ({runs} runs); {kept} the limit of {LIMIT * 1000:.0f} ms")


def _ten_kilobytes() -> str:
    lines = DRAFT.read_text(encoding="utf-8").splitlines(keepends=True)
    head, body, close = lines[:4], lines[4:-6], lines[-6:]
    times = SIZE // len("".join(body).encode())
    return "".join([*head, *body * times, *close])


def _seconds(work: Callable[[], object]) -> float:
    """Give the processor's seconds: what an idle machine would make one wait."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30))
