"""Put the page together: markup, style, script, and the runtime in parts of compressed text."""

import gzip
import re
from base64 import b64encode, b85encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from gongkai_lint import __version__
from gongkai_lint.page.compiling import can_compile, compiled
from gongkai_lint.page.licences import licences
from gongkai_lint.page.packages import Files, site, smaller, zipped
from gongkai_lint.page.runtime import STDLIB, read_runtime, runtime_folder
from gongkai_lint.page.specimens import specimens
from gongkai_lint.ruleset.rule import RuleSet

_ASSETS = files(__package__) / "assets"
_REVIEW = files("gongkai_lint.reporters") / "page" / "review.css"
# In the order in which one rests on another.
_SCRIPTS = (
    *("words", "element", "engine", "state", "deeds", "saving", "intake"),
    *("cards", "facts", "panes", "desk", "batch", "book", "settings", "main"),
)
_IMPORT = re.compile(r"^import (\{[^}]*\}) from \"\./(\w+)\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|async function|function|class) (\w+))", re.MULTILINE)


def build_page(rules: RuleSet, runtime: Path | None = None, *, precompile: bool = True) -> str:
    """Give the whole page; raises ``UsageError`` where the runtime is not at hand.

    To ``precompile`` takes a minute and lets the page start in a third of the time.
    """
    folder = runtime_folder(runtime)
    code, style, worker = script(), _style(), _asset("worker.js")
    body = _asset("page.html").replace("{version}", __version__)
    body = body.replace("{licences}", licences())
    held = "\n".join(
        part(name, data) for name, data in _parts(rules, folder, precompile=precompile).items()
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="generator" content="gongkai-lint">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(code, style)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>核稿页</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n"
        f'<script type="text/plain" id="worker">{worker}</script>\n'
        f"<script>{code}</script>\n{held}\n</body>\n</html>\n"
    )


def _parts(rules: RuleSet, folder: Path, *, precompile: bool) -> Files:
    runtime = read_runtime(folder)
    code, stdlib = zipped(site(rules)), zipped(smaller(runtime[STDLIB]))
    if precompile and can_compile():
        code, stdlib = compiled(code, stdlib, list(specimens(rules)), folder)
    return runtime | {STDLIB: stdlib, "site.zip": code}


def part(name: str, data: bytes) -> str:
    """Give a part as text: five characters for four bytes, none of which could end the element."""
    held = b85encode(gzip.compress(data, 9, mtime=0)).decode().replace("<", ",")
    return f'<script type="text/plain" class="part" data-name="{name}">{held}</script>'


def script() -> str:
    """Join the modules into one script: a page from disk may not import files."""
    modules = "\n".join(_module(name) for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\nconst modules = {{}};\n{modules}}})();\n'


def _module(name: str) -> str:
    """Give a module as a function's body; what it exports is kept under its name."""
    text = _asset(f"{name}.js")
    exports = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(r"const \1 = modules.\2;\n", text))
    return f"modules.{name} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"


def _style() -> str:
    return _REVIEW.read_text(encoding="utf-8") + _asset("page.css")


def policy(code: str, style: str) -> str:
    """Forbid every connection; code is this script, what it imports as data, and WebAssembly."""
    return (
        f"default-src 'none'; script-src '{_digest(code)}' 'wasm-unsafe-eval' data:; "
        f"worker-src data:; style-src '{_digest(style)}'; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")
