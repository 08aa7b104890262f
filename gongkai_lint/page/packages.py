"""The Python that travels in the page: this program, what it needs, and a smaller stdlib."""

from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from gongkai_lint.page.rules import PACKED, packed
from gongkai_lint.ruleset.rule import RuleSet

Files = dict[str, bytes]

_OURS = "gongkai_lint"
# What a page never does: command lines, editors, archives, files that need compiled readers.
_ROOMS_LEFT = frozenset(
    {"__pycache__", "_made", "_rules", "assets", "audit", "cli", "config", "help", "lsp", "runtime"}
)
_BESIDE = ("et_xmlfile", "openpyxl")
# Parts of the stdlib for terminals, servers, tests, other machines: no module of the page or of
# Pyodide imports them.
_STDLIB_LEFT = (
    "_pyrepl/", "antigravity.", "bdb.", "cProfile.", "concurrent/interpreters/", "curses/", "dbm/",
    "doctest.", "ensurepip/", "ftplib.", "http/server.", "idlelib/", "imaplib.", "lib2to3/",
    "mailbox.", "multiprocessing/", "optparse.", "pdb.", "pickletools.", "pip/", "poplib.",
    "profile.", "pstats.", "pydoc.", "pydoc_data/", "smtplib.", "sqlite3/", "tabnanny.", "test/",
    "this.", "tkinter/", "trace.", "turtle", "unittest/", "venv/", "webbrowser.", "wsgiref/",
    "xmlrpc/", "zipapp.",
)  # fmt: skip
_ENCODINGS = "encodings/"
# The encodings that drafts come in, and those that Python itself starts with.
_ENCODINGS_KEPT = frozenset(
    {
        "__init__", "aliases", "ascii", "big5", "big5hkscs", "charmap", "cp1252", "cp437", "cp936",
        "cp950", "gb18030", "gb2312", "gbk", "hz", "idna", "latin_1", "raw_unicode_escape",
        "unicode_escape", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le",
        "utf_7", "utf_8", "utf_8_sig",
    }
)  # fmt: skip
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # no clock in the file: the same input makes the same page


def site(rules: RuleSet) -> Files:
    """Give the modules of the program and of what it needs, by path."""
    files = {name: data for package in (_OURS, *_BESIDE) for name, data in _modules(package)}
    return files | {f"{_OURS}/page/{PACKED}": packed(rules)}


def smaller(stdlib: bytes) -> Files:
    """Give the files of the stdlib's zip that the page may need."""
    with ZipFile(BytesIO(stdlib)) as whole:
        names = [name for name in whole.namelist() if _is_kept(name)]
        return {name: whole.read(name) for name in names if not name.endswith("/")}


def zipped(files: Files) -> bytes:
    """Give an archive without compression: what holds it is compressed as a whole."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(ZipInfo(name, _ALWAYS), data)
    return made.getvalue()


def _modules(package: str) -> Iterator[tuple[str, bytes]]:
    """Give a package's modules; of ours also the tables that lie beside them."""
    folder = _folder(package)
    for file in sorted(folder.rglob("*" if package == _OURS else "*.py")):
        name = f"{package}/{file.relative_to(folder).as_posix()}"
        if file.is_file() and not _is_left(name):
            yield name, file.read_bytes()


def _is_left(name: str) -> bool:
    return name.startswith(f"{_OURS}/") and bool(_ROOMS_LEFT.intersection(name.split("/")))


def _is_kept(name: str) -> bool:
    if name.startswith(_ENCODINGS):
        return name.removeprefix(_ENCODINGS).removesuffix(".py") in _ENCODINGS_KEPT
    return not name.startswith(_STDLIB_LEFT)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent
