"""The one door between the page's script and the program: a name and JSON in, JSON or bytes out."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from gongkai_lint.errors import GongkaiLintError
from gongkai_lint.page.session import Session

Answer = dict[str, Any] | list[Any] | bytes
_session = Session()


def call(name: str, words: str, data: bytes | None = None) -> str | bytes:
    """Carry out what the page asks for.

    The answer is ``{"value": …}`` in JSON, ``{"refused": a sentence}`` where the user has to be
    told why not, or a file's bytes. Anything else that goes wrong is raised.
    """
    said: Mapping[str, Any] = json.loads(words)
    known = said if data is None else {**said, "data": bytes(data)}
    try:
        made = _deed(name)(**known)
    except GongkaiLintError as error:
        return json.dumps({"refused": str(error)}, ensure_ascii=False)
    return made if isinstance(made, bytes) else json.dumps({"value": made}, ensure_ascii=False)


def _deed(name: str) -> Callable[..., Answer]:
    if name.startswith("_"):
        raise ValueError(name)
    deed: Callable[..., Answer] = getattr(_session, name)
    return deed
