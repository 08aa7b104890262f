"""Modules of JavaScript as one script: a page from disk may not import files."""

import re
from base64 import b64encode
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from gongkai_lint.digests import sha256

SHARED = files(__package__) / "page"
_IMPORT = re.compile(r"^import (\{[^}]*\}) from \"\.\.?/(?:[\w.]+/)*(\w+)\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|async function|function|class) (\w+))", re.MULTILINE)


def script(modules: Sequence[Traversable]) -> str:
    """Join modules, each behind those that it rests on."""
    return (
        f'"use strict";\n(() => {{\nconst modules = {{}};\n{"".join(map(_module, modules))}}})();\n'
    )


def shared(*names: str) -> tuple[Traversable, ...]:
    """Give modules that several pages use."""
    return tuple(SHARED / f"{name}.js" for name in names)


def style(*names: str) -> str:
    """Give style sheets that several pages use, joined."""
    return "".join((SHARED / f"{name}.css").read_text(encoding="utf-8") for name in names)


def digest(text: str) -> str:
    """Name a script or a style as a content policy does."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _module(file: Traversable) -> str:
    """Give a module as a function's body; what it exports is kept under its name."""
    text = file.read_text(encoding="utf-8")
    name = file.name.removesuffix(".js")
    exports = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(r"const \1 = modules.\2;\n", text))
    return f"modules.{name} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"
