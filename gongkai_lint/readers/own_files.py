"""The names of the copies and reports that we write: none of them is a draft to be judged."""

from pathlib import PurePath

ANNOTATED, REVISED, REVIEWED = "_批注", "_修订", "_核稿"
OPINIONS, SUPERVISION = "_核稿意见", "_督察表"
_WORDS = (ANNOTATED, REVISED, REVIEWED, OPINIONS, SUPERVISION)
# Only what we can have written: 条例_修订.doc and 条例_修订.pdf are somebody's drafts.
_SUFFIXES = frozenset({".docx", ".docm", ".txt", ".md", ".html", ".xlsx", ".json"})


def is_own(name: str) -> bool:
    """Say whether a file in a folder bears a name that we give."""
    file = PurePath(name)
    return file.suffix.lower() in _SUFFIXES and file.stem.endswith(_WORDS)
