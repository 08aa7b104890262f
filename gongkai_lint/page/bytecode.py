"""Compile what travels in the page, inside the Python that will run it.

Reading source takes most of that Python's start; the code of another version would not do.
"""

import importlib.util
import sys
from collections.abc import Container, Iterable
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from io import BytesIO
from zipfile import ZipFile

from gongkai_lint import patterns
from gongkai_lint.page.packages import Files, zipped
from gongkai_lint.page.session import Session
from gongkai_lint.reporters.tasks.form import Cell, Form, form_docx

_PATTERNS = "gongkai_lint/__pycache__/patterns.marshal"
_WITH_DOCSTRINGS = ("_pyodide/", "pyodide/")  # Pyodide hands the docstrings of its own modules on


# A Word file with something to mend, so that reading and writing it is known too.
_WORD = Form(
    "云岭市人民政府关于报送情况的通知",
    "各县人民政府：",
    (80, 80),
    (Cell("工作任务", "黑体"), Cell("完成时限", "黑体")),
    ((Cell("截止目前已按装300台设备。", "仿宋"), Cell("2024年6月底前", "仿宋")),),
)
_NOW = "2026-01-01T09:00:00"


def warm(texts: Iterable[str]) -> frozenset[str]:
    """Judge texts and a Word file: patterns are compiled; give the files of the modules in use."""
    session = Session()
    session.begin("2026-01-01")
    for text in texts:
        session.open("specimen", "specimen.txt", text.encode())
    session.open("specimen", "specimen.docx", form_docx(_WORD))
    session.accept_safe("specimen", _NOW)
    session.save("reviewed", ["specimen"], _NOW)
    files = (getattr(module, "__file__", None) for module in tuple(sys.modules.values()))
    return frozenset(file for file in files if file)


def compiled_zip(archive: bytes, place: str, used: Container[str]) -> bytes:
    """Give an archive with the modules in use as code; what is rarely used is smaller as source.

    ``place`` is where the archive lay when ``used`` was found out.
    """
    with ZipFile(BytesIO(archive)) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    return zipped(
        dict(
            _compiled(name, data) if f"{place}/{name}" in used or _is_ours(name) else (name, data)
            for name, data in files.items()
        )
    )


def with_patterns(archive: bytes) -> bytes:
    """Give an archive of the program with the patterns that this run has compiled."""
    with ZipFile(BytesIO(archive)) as whole:
        files: Files = {name: whole.read(name) for name in whole.namelist()}
    return zipped(files | {_PATTERNS: patterns.kept()})


def _is_ours(name: str) -> bool:
    return name.startswith("gongkai_lint/") and name.endswith(".py")


def _compiled(name: str, data: bytes) -> tuple[str, bytes]:
    optimize = 0 if name.startswith(_WITH_DOCSTRINGS) else 2
    code = compile(data, name, "exec", dont_inherit=True, optimize=optimize)
    pyc = bytes(_code_to_hash_pyc(code, importlib.util.source_hash(data), checked=False))
    return f"{name}c", pyc
