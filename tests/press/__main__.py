"""Make the Word files of the corpus anew that are set from its texts."""

from pathlib import Path

from tests.press.make import PRESSED
from tests.press.sheet import press

_CORPUS = Path(__file__).parent.parent.parent / "corpus"

for name, (text, make) in PRESSED.items():
    words = (_CORPUS / "exemplars" / f"{text}.txt").read_text(encoding="utf-8")
    (_CORPUS / name).write_bytes(press(words, make))
