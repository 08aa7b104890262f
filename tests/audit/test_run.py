"""An audit from folders, archives and lists to tables, and again."""

import json
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from gongkai_lint.errors import UsageError

from .conftest import TEXT, Audit, everything, rows


def test_every_document_becomes_a_row_with_its_findings(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    state = run_audit(archive)
    assert (state.found.met, state.judged, state.failed) == (7, 7, 0)
    documents = rows(tmp_path / "结果", "documents")
    first = next(row for row in documents if row["path"].endswith("01.txt"))
    assert first["title"] == "云岭市人民政府关于做好第1批秋粮收购工作的通知"
    assert first["date_of_issue"] == date(2024, 9, 2)
    assert (first["document_type"], first["issuer_level"]) == ("通知", "city")
    assert (first["disclosure"], first["infos"]) == ("proactive", 1)
    found = [row for row in rows(tmp_path / "结果", "findings") if row["path"] == first["path"]]
    assert [(row["rule"], row["text"]) for row in found] == [("L01", "、")]
    outcomes = rows(tmp_path / "结果", "outcomes")
    assert {"rule": "L01", "outcome": "violation"}.items() <= next(
        row for row in outcomes if row["rule"] == "L01"
    ).items()
    assert len(rows(tmp_path / "结果", "citations")) == 14
    assert {row["lead"] for row in rows(tmp_path / "结果", "tasks")} == {"市粮食局"}


def test_an_unchanged_document_is_not_judged_again(archive: Path, run_audit: Audit) -> None:
    run_audit(archive)
    state = run_audit(archive)
    assert (state.found.unchanged, state.judged) == (7, 0)
    (archive / "粮食" / "03.txt").write_text(TEXT.format(what="夏粮收购", number=3), "utf-8")
    state = run_audit(archive)
    assert (state.found.unchanged, state.judged) == (6, 1)


def test_a_touched_file_with_the_same_bytes_is_not_judged_again(
    archive: Path, run_audit: Audit
) -> None:
    run_audit(archive)
    for path in (archive / "粮食").iterdir():
        os.utime(path, ns=(1, 1))
    assert run_audit(archive).judged == 0
    path = archive / "粮食" / "01.txt"
    text = path.read_text("utf-8").replace("秋粮", "夏粮")
    path.write_text(text, "utf-8")
    os.utime(path, ns=(1, 1))
    assert run_audit(archive).judged == 1


def test_the_same_bytes_are_judged_once(archive: Path, run_audit: Audit, tmp_path: Path) -> None:
    (archive / "副本.txt").write_bytes((archive / "粮食" / "01.txt").read_bytes())
    state = run_audit(archive)
    assert state.found.duplicates == 1
    copies = [row for row in rows(tmp_path / "结果", "documents") if row["duplicate_of"]]
    assert [(Path(row["path"]).name, Path(row["duplicate_of"]).name) for row in copies] == [
        ("01.txt", "副本.txt")
    ]
    assert run_audit(archive).judged == 0


def test_a_copy_is_judged_when_its_original_is_gone(archive: Path, run_audit: Audit) -> None:
    copy = archive / "副本.txt"
    copy.write_bytes((archive / "粮食" / "01.txt").read_bytes())
    run_audit(archive)
    copy.unlink()
    state = run_audit(archive)
    assert (state.judged, state.found.duplicates) == (1, 0)


def test_more_workers_give_the_same_tables(archive: Path, run_audit: Audit, tmp_path: Path) -> None:
    run_audit(archive, out="一")
    run_audit(archive, out="二", workers=2)
    assert everything(tmp_path / "一") == everything(tmp_path / "二")


def test_members_of_a_zip_file_are_documents(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    with zipfile.ZipFile(archive / "2023年.zip", "w") as pack:
        pack.writestr("通知/甲.txt", TEXT.format(what="防汛", number=9))
        pack.writestr("图片.png", b"x")
    (archive / "坏.zip").write_bytes(b"no zip")
    state = run_audit(archive)
    assert (state.judged, state.failed) == (9, 1)
    documents = {row["path"]: row for row in rows(tmp_path / "结果", "documents")}
    member = documents[str(archive / "2023年.zip") + "!通知/甲.txt"]
    assert member["document_number"] == "云政发〔2024〕9号"
    assert "压缩文件打不开" in documents[str(archive / "坏.zip")]["failure"]


def test_a_text_that_nobody_can_read_is_a_row_that_says_so(
    run_audit: Audit, make_docx: Callable[..., bytes], tmp_path: Path
) -> None:
    papers = tmp_path / "文稿"
    papers.mkdir()
    garbled = Path(__file__).parent.parent / "elsewhere/files/45_identity_no_tounicode.pdf"
    (papers / "乱码.pdf").write_bytes(garbled.read_bytes())
    (papers / "图片.docx").write_bytes(make_docx("<w:p/>"))
    (papers / "通知.txt").write_text(TEXT.format(what="防汛", number=9), "utf-8")
    assert run_audit(papers).failed == 2
    told = {Path(row["path"]).name: row["failure"] for row in rows(tmp_path / "结果", "documents")}
    assert "乱码" in told["乱码.pdf"]
    assert "没有可读的文字" in told["图片.docx"]
    assert not told["通知.txt"]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_a_list_gives_texts_and_what_is_known_of_them(
    kind: str, run_audit: Audit, tmp_path: Path
) -> None:
    withheld = TEXT.format(what="防汛", number=9).replace("公开发布", "不予公开")
    facts = {"text": withheld, "url": "http://www.example.invalid/1", "published": "2024-09-05"}
    listed = [facts, {**facts, "url": "", "published": ""}]
    path = tmp_path / f"清单.{kind}"
    if kind == "csv":
        lines = [",".join(facts), *(",".join(f'"{v}"' for v in row.values()) for row in listed)]
        path.write_text("\n".join(lines), "utf-8-sig")
    elif kind == "jsonl":
        path.write_text("\n".join(json.dumps(row) for row in listed), "utf-8")
    else:
        parquet.write_table(pa.Table.from_pylist(listed), path)
    assert run_audit(path).judged == 2
    documents = rows(tmp_path / "结果", "documents")
    online = {row["path"] for row in documents if row["url"]}
    found = rows(tmp_path / "结果", "findings")
    assert {row["path"] for row in found if row["rule"] == "A13"} == online
    assert online == {f"{path}#1"}
    assert run_audit(path).judged == 0


def test_a_list_names_files_beside_itself(archive: Path, run_audit: Audit, tmp_path: Path) -> None:
    path = archive / "清单.csv"
    path.write_text("路径,网址\n粮食/01.txt,http://example.invalid\n没有.txt,\n", "utf-8")
    state = run_audit(path)
    assert (state.judged, state.failed) == (2, 1)
    failed = next(row for row in rows(tmp_path / "结果", "documents") if row["failure"])
    assert "不存在" in failed["failure"]


def test_a_list_without_paths_and_texts_is_refused(run_audit: Audit, tmp_path: Path) -> None:
    (tmp_path / "清单.csv").write_text("名称,日期\n甲,2024\n", "utf-8")
    with pytest.raises(UsageError, match="名称、日期"):
        run_audit(tmp_path / "清单.csv")


def test_a_folder_that_holds_other_things_is_refused(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    (tmp_path / "结果").mkdir()
    (tmp_path / "结果" / "家书.txt").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="已有别的文件"):
        run_audit(archive)
    assert (tmp_path / "结果" / "家书.txt").read_text("utf-8") == "x"


def test_odd_names_are_kept_apart_and_shown_readably(
    archive: Path, run_audit: Audit, tmp_path: Path
) -> None:
    text = TEXT.format(what="防汛", number=9).encode()
    for name in (b"\xff\xfe.txt", "换\n行.txt".encode(), "空 格，引号“”.txt".encode()):
        try:
            Path(os.fsdecode(os.fsencode(archive) + b"/" + name)).write_bytes(
                text + repr(name).encode()
            )
        except OSError:
            pytest.skip("这个文件系统不收这样的文件名")
    state = run_audit(archive)
    assert (state.judged, state.failed) == (10, 0)
    names = {row["path"].rsplit("/", 1)[-1] for row in rows(tmp_path / "结果", "documents")}
    assert {"\\udcff\\udcfe.txt", "换\n行.txt", "空 格，引号“”.txt"} <= names
    assert run_audit(archive).judged == 0
