"""Put the page together: markup, style, script, and the runtime in parts of compressed text."""

import gzip
from base64 import b85encode
from importlib.resources import files
from pathlib import Path

from gongkai_lint import __version__
from gongkai_lint.page.compiling import can_compile, compiled
from gongkai_lint.page.licences import licences
from gongkai_lint.page.packages import Files, site, smaller, zipped
from gongkai_lint.page.runtime import STDLIB, read_runtime, runtime_folder
from gongkai_lint.page.specimens import specimens
from gongkai_lint.reporters.script import digest, script, shared, style
from gongkai_lint.ruleset.rule import RuleSet

_ASSETS = files(__package__) / "assets"
# In the order in which one rests on another.
_SCRIPTS = (
    *("words", "element", "engine", "state", "deeds", "saving", "intake"),
    *("cards", "facts", "panes", "tasks", "desk", "batch", "book", "settings", "main"),
)
# A browser asks a server for an icon where a page names none.
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%23c4161c'/%3E"
    "%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='white' stroke-width='1.4'/%3E%3C/svg%3E"
)
# Firefox paints nothing before its parser pauses, and thirteen megabytes follow: a script that has
# to be fetched, be it from nowhere, makes it pause with what stands above.
_PAUSE = '<script src="data:text/javascript,0"></script>'


def build_page(rules: RuleSet, runtime: Path | None = None, *, precompile: bool = True) -> str:
    """Give the whole page; raises ``UsageError`` where the runtime is not at hand.

    To ``precompile`` takes a minute and lets the page start in a third of the time.
    """
    folder = runtime_folder(runtime)
    run, worker = page_script(), _asset("worker.js")
    look = style("base", "review") + _asset("page.css")
    body = _asset("page.html").replace("{version}", __version__)
    body = body.replace("{licences}", licences())
    held = "\n".join(
        part(name, data) for name, data in _parts(rules, folder, precompile=precompile).items()
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="generator" content="gongkai-lint">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(run, look)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="icon" href="{_ICON}">\n'
        f"<title>核稿页</title>\n<style>{look}</style>\n</head>\n<body>\n{body}\n"
        f'<script type="text/plain" id="worker">{worker}</script>\n'
        f"<script>{run}</script>\n{_PAUSE}\n{held}\n</body>\n</html>\n"
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


def page_script() -> str:
    """Give the page's one script."""
    return script((*shared("dom", "theme", "walk"), *(_ASSETS / f"{name}.js" for name in _SCRIPTS)))


def policy(run: str, look: str) -> str:
    """Forbid every connection; code is this script, what it imports as data, and WebAssembly."""
    return (
        f"default-src 'none'; script-src '{digest(run)}' 'wasm-unsafe-eval' data:; "
        f"worker-src data:; img-src data:; style-src '{digest(look)}'; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")
