"""Who wrote what travels in the page, and on what terms."""

from collections.abc import Iterator
from importlib.metadata import files
from importlib.resources import files as resources

from gongkai_lint.page.runtime import VERSION
from gongkai_lint.reporters.markup import shown, tag

_RUNTIME = (
    ("Pyodide", VERSION, "MPL-2.0", "https://github.com/pyodide/pyodide"),
    ("CPython", "3.14", "PSF-2.0", "https://github.com/python/cpython"),
)
_PACKAGES = ("et-xmlfile", "openpyxl")
_NAMES = ("LICENSE", "LICENCE", "COPYING")


def licences() -> str:
    """Give a list for the page: the runtime with where its source is, the packages with texts."""
    runtime = "".join(
        tag("li", shown(f"{name} {version}，许可 {terms}，源码 {source}"))
        for name, version, terms, source in _RUNTIME
    )
    packages = "".join(_held(name, text) for name in _PACKAGES for text in _texts(name))
    return tag("ul", runtime) + packages + _held("jieba（词典）", _words())


def _held(name: str, text: str) -> str:
    return tag("details", tag("summary", shown(name)) + tag("pre", shown(text), tabindex="0"))


def _words() -> str:
    return resources("gongkai_lint.segmentation").joinpath("LICENSE").read_text(encoding="utf-8")


def _texts(package: str) -> Iterator[str]:
    for file in files(package) or ():
        if file.name.upper().startswith(_NAMES):
            yield file.read_text(encoding="utf-8")
