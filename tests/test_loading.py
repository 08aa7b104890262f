"""The modules from one file: the same modules, fresh ones only, with their own lines."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import gongkai_lint

_RUN = """
import sys
from gongkai_lint import loading
loading.begin()
import gongkai_lint.numerals as module
try:
    module.parse_number(3)
except Exception as error:
    import traceback
    print("".join(traceback.format_exception(error)))
loading.keep()
print(type(module.__loader__).__name__, module.__file__, getattr(module, "NEW", ""))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    target = tmp_path / "gongkai_lint"
    target.mkdir()
    for name in ("__init__.py", "kept.py", "loading.py", "named.py", "numerals.py", "patterns.py"):
        shutil.copy(Path(gongkai_lint.__file__).parent / name, target / name)
    return target


def _run(package: Path) -> str:
    settings = {"PYTHONPATH": str(package.parent), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", _RUN]
    done = subprocess.run(
        command, env=settings, cwd="/", capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_a_second_run_takes_modules_from_the_file_and_shows_their_lines(package: Path) -> None:
    first, second = _run(package), _run(package)
    assert "SourceFileLoader" in first
    assert f"_Loader {package / 'numerals.py'}" in second
    assert first.splitlines()[:-1] == second.splitlines()[:-1]
    assert f'File "{package / "numerals.py"}", line' in second


def test_a_changed_module_is_read_anew(package: Path) -> None:
    _run(package)
    module = package / "numerals.py"
    module.write_text(module.read_text("utf-8") + "\nNEW = 1\n", "utf-8")
    assert _run(package).endswith("numerals.py 1\n")
    assert _run(package).splitlines()[-1].startswith("_Loader")


def test_a_damaged_file_is_made_anew(package: Path) -> None:
    _run(package)
    file = package / "__pycache__" / "modules.marshal"
    file.write_bytes(file.read_bytes()[:100])
    assert "SourceFileLoader" in _run(package)
    assert "_Loader" in _run(package).splitlines()[-1]


def test_shipped_modules_serve_until_a_source_is_younger(package: Path) -> None:
    _run(package)
    shipped = package / "_made" / sys.implementation.cache_tag
    shipped.mkdir(parents=True)
    (package / "__pycache__" / "modules.marshal").rename(shipped / "modules.marshal")
    moved = package.parent / "elsewhere" / "gongkai_lint"
    shutil.copytree(package, moved, ignore=shutil.ignore_patterns("__pycache__"))
    assert f"_Loader {moved / 'numerals.py'}" in _run(moved)
    assert f'File "{moved / "numerals.py"}", line' in _run(moved)
    module = moved / "numerals.py"
    later = module.stat().st_mtime + 1000
    module.write_text(module.read_text("utf-8").replace("import", "import", 1), "utf-8")
    os.utime(module, (later, later))
    assert "SourceFileLoader" in _run(moved)
