"""Modules are found in a folder and in an archive alike."""

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from gongkai_lint.files import modules_in


def test_a_folder_is_listed_without_private_names_and_other_files(tmp_path: Path) -> None:
    for name in ("b.py", "a.py", "a.pyc", "_c.py", "__init__.py", "notes.md", ".#d.py"):
        (tmp_path / name).touch()
    (tmp_path / "__pycache__").mkdir()
    assert modules_in([str(tmp_path)]) == ("a", "b")


def test_an_archive_is_listed_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "all.zip"
    with ZipFile(archive, "w") as made:
        for name in ("b.py", "a.py", "_c.py", "__init__.py"):
            made.writestr(f"zipped_for_test/{name}", "")
    monkeypatch.syspath_prepend(str(archive))
    import zipped_for_test  # type: ignore[import-not-found]

    try:
        assert modules_in(zipped_for_test.__path__) == ("a", "b")
    finally:
        del sys.modules["zipped_for_test"]
