import zipfile
from pathlib import Path

import pytest

from gongkai_lint.audit.sources import find_items
from gongkai_lint.readers.own_files import is_own

OWN = ("甲_批注.docx", "甲_修订.txt", "甲_核稿.docm", "甲_核稿意见.html", "甲_督察表.docx")


@pytest.mark.parametrize("name", [*OWN, "甲_核稿意见.xlsx", "甲_修订.DOCX"])
def test_our_copies_and_reports_are_known_by_name(name: str) -> None:
    assert is_own(name)


@pytest.mark.parametrize(
    "name",
    ["甲.docx", "甲修订.docx", "甲_修订稿.docx", "甲_修订.doc", "甲_批注.pdf", "_核稿/甲.txt"],
)
def test_drafts_of_others_are_not_taken_for_ours(name: str) -> None:
    assert not is_own(name)


def test_an_audit_passes_them_over(tmp_path: Path) -> None:
    for name in (*OWN, "甲.txt"):
        (tmp_path / name).write_bytes(b"x")
    with zipfile.ZipFile(tmp_path / "档案.zip", "w") as archive:
        for name in (*OWN, "乙.txt"):
            archive.writestr(name, b"x")
    found = [item.place for item in find_items((str(tmp_path),))]
    assert [Path(place.member or place.path).name for place in found] == ["乙.txt", "甲.txt"]
