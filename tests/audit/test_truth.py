"""What an audit says of an archive is so: names, numbers, what failed, what was left out."""

import zipfile
from pathlib import Path

import pytest

from gongkai_lint.api import load_ruleset
from gongkai_lint.audit.store import Store
from gongkai_lint.audit.summary import summarize
from gongkai_lint.audit.views import connect

from .conftest import TEXT, Audit, rows


def _table(out: Path, key: str) -> list[tuple[object, ...]]:
    rules = [(rule.id, rule.title, rule.topic) for rule in load_ruleset().rules]
    summary = summarize(connect(out, rules), Store(out).manifest)
    (answer,) = [a for a in summary.answers if a.question.key == key]
    return [row.values for row in answer.rows]


def _put(folder: Path, name: str, what: str, number: int) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(TEXT.format(what=what, number=number), "utf-8")


def test_two_matters_under_one_number_are_told(tmp_path: Path, run_audit: Audit) -> None:
    folder = tmp_path / "档案"
    _put(folder, "甲.txt", "森林防火", 31)
    _put(folder, "乙.txt", "秋粮收购", 31)
    _put(folder, "丙.txt", "防汛抗旱", 32)
    _put(folder, "丁.txt", "防汛抗旱有关", 32)
    run_audit(folder)
    assert [row[0] for row in _table(tmp_path / "结果", "twice")] == ["云政发〔2024〕31号"]


def test_a_title_that_the_archive_has_otherwise_is_told(tmp_path: Path, run_audit: Audit) -> None:
    folder = tmp_path / "档案"
    _put(folder, "甲.txt", "森林防火", 31)
    cited = "按照《关于做好{}工作的通知》（云政发〔2024〕31号）办理。\n"
    for name, what in (("乙.txt", "秋粮收购"), ("丙.txt", "森林防火")):
        text = TEXT.format(what="执法检查", number=40).replace(
            "请按照", cited.format(what) + "请按照"
        )
        (folder / name).write_text(
            text.replace("40号", f"{len(what) + ord(name[0]) % 50}号"), "utf-8"
        )
    run_audit(folder)
    found = _table(tmp_path / "结果", "misnamed")
    assert [str(row[0]).rpartition("/")[2] for row in found] == ["乙.txt"]


def test_a_file_that_still_fails_is_told_in_each_run(archive: Path, run_audit: Audit) -> None:
    (archive / "坏.pdf").write_bytes(b"%PDF-1.7\n")
    assert run_audit(archive).failed == 1
    again = run_audit(archive)
    assert (again.failed, again.judged) == (1, 0)


def test_a_list_as_excel_saves_it_is_read(archive: Path, run_audit: Audit, tmp_path: Path) -> None:
    words = "路径,发文机关\n粮食/01.txt,云岭市人民政府\n粮食/02.txt,云岭市人民政府\n"
    (archive / "清单.csv").write_bytes(words.encode("gbk"))
    assert run_audit(archive / "清单.csv").judged == 2
    issuers = {row["web_issuer"] for row in rows(tmp_path / "结果", "documents")}
    assert issuers == {"云岭市人民政府"}


def test_names_in_an_archive_made_on_windows_are_read(tmp_path: Path, run_audit: Audit) -> None:
    path = tmp_path / "包.zip"
    plain = "A" * len("通知/森林防火.txt".encode("gbk"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(plain, TEXT.format(what="森林防火", number=1))
    data = path.read_bytes()
    path.write_bytes(data.replace(plain.encode(), "通知/森林防火.txt".encode("gbk")))
    run_audit(path)
    (document,) = rows(tmp_path / "结果", "documents")
    assert document["path"].endswith("包.zip!通知/森林防火.txt")
    assert document["failure"] is None


@pytest.mark.parametrize(
    ("name", "word"),
    [("包.rar", "压缩"), ("表.xlsx", "表格"), ("扫描.jpg", "图片"), ("稿_修订.docx", "本程序")],
)
def test_what_is_left_out_is_listed(
    archive: Path, run_audit: Audit, tmp_path: Path, *, name: str, word: str
) -> None:
    (archive / name).write_bytes(b"x")
    run_audit(archive)
    ((path, why),) = [row[-2:] for row in _table(tmp_path / "结果", "left-out")]
    assert str(path).endswith(name)
    assert word in str(why)


def test_what_nobody_wants_is_listed(archive: Path, run_audit: Audit, tmp_path: Path) -> None:
    state = run_audit(archive, excludes=lambda path: path.endswith("03.txt"))
    assert (state.judged, state.found.met) == (6, 6)
    ((path, why),) = [row[-2:] for row in _table(tmp_path / "结果", "left-out")]
    assert str(path).endswith("03.txt")
    assert "exclude" in str(why)


def test_a_zip_in_a_zip_is_listed(archive: Path, run_audit: Audit, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive / "外.zip", "w") as outer:
        outer.writestr("内.zip", b"PK")
    run_audit(archive)
    ((_, why),) = [row[-2:] for row in _table(tmp_path / "结果", "left-out")]
    assert "压缩包里的压缩包" in str(why)


def test_a_first_run_on_a_full_disk_does_not_block_the_next(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    out = tmp_path / "结果"
    for name in ("documents", "findings"):
        (out / name).mkdir(parents=True)
    (out / ".audit.json.1234").write_bytes(b"")
    (out / "audit.lock").write_bytes(b"")
    assert run_audit(archive).judged == 7
