"""The copies and reports that we write: none of them is a draft to be judged."""

import os
from pathlib import Path, PurePath

from gongkai_lint.files import size_of
from gongkai_lint.patterns import compiled

ANNOTATED, REVISED, REVIEWED = "_批注", "_修订", "_核稿"
OPINIONS, SUPERVISION = "_核稿意见", "_督察表"
_WORDS = (ANNOTATED, REVISED, REVIEWED, OPINIONS, SUPERVISION)
# Only what we can have written: 条例_修订.doc and 条例_修订.pdf are somebody's drafts.
_SUFFIXES = frozenset({".docx", ".docm", ".txt", ".md", ".html", ".xlsx", ".json"})
# A page that we made says so in its head; a text that we made ends with what to do next.
_GENERATOR = b'<meta name="generator" content="gongkai-lint">'
_HEAD, _TAIL = 2_000, 2_000
_PAGES, _TEXTS = frozenset({".html", ".htm"}), frozenset({".txt", ".md"})
_ENDS = r"(?m)^\d+ 个文件，\d+ 条规则，必改 .*\r?\n下一步：.*\s*\Z"


def is_own(name: str) -> bool:
    """Say whether a file in a folder bears a name that we give."""
    file = PurePath(name)
    return file.suffix.lower() in _SUFFIXES and file.stem.endswith(_WORDS)


def is_own_report(path: str) -> bool:
    """Say whether a file is a result of ours, under whatever name; False where it is closed."""
    suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122 (a name may be no text)
    try:
        size = size_of(path) if suffix in _PAGES | _TEXTS else 0
        if suffix in _PAGES:
            with Path(path).open("rb") as file:
                return _GENERATOR in file.read(_HEAD)
        if suffix in _TEXTS:
            with Path(path).open("rb") as file:
                file.seek(max(0, size - _TAIL))
                return compiled(_ENDS).search(file.read(_TAIL).decode(errors="replace")) is not None
    except (OSError, ValueError):
        pass
    return False
