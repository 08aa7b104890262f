"""CPython for browsers: which files of the npm package ``pyodide`` the page needs, and where."""

from pathlib import Path

from gongkai_lint.errors import UsageError

VERSION = "314.0.7"
STDLIB = "python_stdlib.zip"
_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", STDLIB)
_SHIPPED = Path(__file__).parent / "runtime"
_HOW = (
    f"制作核稿页要用 npm 包 pyodide {VERSION}（浏览器里的 Python，MPL-2.0）。"
    "请在能上网的机器上执行下面两条命令，再重新制作：\n"
    f"  npm pack pyodide@{VERSION} && tar -xzf pyodide-{VERSION}.tgz\n"
    "  gongkai-lint page -o 核稿.html --runtime package"
)


def runtime_folder(given: Path | None) -> Path:
    """Give the folder of the runtime: the one given, else a wheel's; ``UsageError`` says how."""
    place = given or _SHIPPED
    missing = [name for name in _FILES if not (place / name).is_file()]
    if given is None and missing:
        raise UsageError(f"没有找到浏览器运行时。{_HOW}")
    if missing:
        raise UsageError(f"“{given}”里没有 {'、'.join(missing)}。{_HOW}")
    if f'"version": "{VERSION}"' not in _package(place):
        raise UsageError(f"“{place}”不是 pyodide {VERSION}。{_HOW}")
    return place


def read_runtime(folder: Path) -> dict[str, bytes]:
    """Read the runtime's files."""
    return {name: (folder / name).read_bytes() for name in _FILES}


def _package(place: Path) -> str:
    file = place / "package.json"
    return file.read_text(encoding="utf-8") if file.is_file() else ""
