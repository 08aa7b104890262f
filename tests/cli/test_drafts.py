"""Copies of drafts that are no .docx: converted, unpacked or typed anew, and then written into."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai_lint.readers.read import read

Run = Callable[..., subprocess.CompletedProcess[str]]
FORMATS = Path(__file__).parent.parent / "elsewhere" / "formats"
SELECT = ("--select", "L05")
HOLLOW = "02-altchunk-mht.docx"
OFFICE = shutil.which("soffice") or ""
needs_office = pytest.mark.skipif(not OFFICE, reason="本机没有 LibreOffice")


def texts(file: Path) -> list[str]:
    found = read(file.read_bytes(), file.name).paragraphs
    return [p.text for p in found if p.text.strip() and p.place.kind != "footer"]


def part(file: Path, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(file.read_bytes())).read(f"word/{name}.xml").decode()


@pytest.mark.parametrize(
    "name",
    ["12a-fragment.doc", "12c-utf16.doc", "12d-blink.doc", "13a-word2003.doc", "13b-flatopc.doc"],
)
def test_a_word_file_in_name_only_gets_a_copy_as_docx(tmp_path: Path, run: Run, name: str) -> None:
    draft = tmp_path / name
    draft.write_bytes((FORMATS / name).read_bytes())
    before = [line.strip() for line in texts(draft)]
    done = run("fix", *SELECT, name)
    copy = draft.with_name(f"{draft.stem}_修订.docx")
    assert (done.returncode, done.stdout) == (0, f"{name} → {copy.name}：改了 1 处。\n")
    assert texts(copy) == [line.replace("布署", "部署") for line in before]
    assert "delText" in part(copy, "document")
    done = run("annotate", *SELECT, name)
    assert done.returncode == 0
    assert "“布署”用字有误" in part(draft.with_name(f"{draft.stem}_批注.docx"), "comments")
    assert run(name, *SELECT, "-q").returncode == 1
    assert draft.with_name(f"{draft.stem}_核稿.docx").exists()


def test_a_web_page_is_no_draft_to_write_into(tmp_path: Path, run: Run) -> None:
    (tmp_path / "通知.html").write_bytes((FORMATS / "04-ordered-list.html").read_bytes())
    for command in ("fix", "annotate"):
        assert run(command, "通知.html").returncode == 2
    assert [file.name for file in tmp_path.iterdir()] == ["通知.html"]


def test_a_word_file_around_a_page_is_typed_anew(tmp_path: Path, run: Run) -> None:
    draft = tmp_path / HOLLOW
    draft.write_bytes((FORMATS / HOLLOW).read_bytes())
    done = run("annotate", *SELECT, HOLLOW)
    assert (done.returncode, "重新排成" in done.stderr) == (0, True)
    assert texts(draft.with_name("02-altchunk-mht_批注.docx")) == texts(draft)


def test_what_stands_in_a_chunk_is_told_above_it_and_kept(tmp_path: Path, run: Run) -> None:
    name = "03-altchunk-html-body.docx"
    (tmp_path / name).write_bytes((FORMATS / name).read_bytes())
    assert "改了" not in run("fix", *SELECT, name).stdout
    assert run("annotate", *SELECT, name).returncode == 0
    copy = tmp_path / "03-altchunk-html-body_批注.docx"
    assert texts(copy) == texts(tmp_path / name)
    document = part(copy, "document")
    assert document.index("各县（区）") < document.index("commentReference")
    assert document.index("commentReference") < document.index("altChunk r:id")
    assert "正文之外" in part(copy, "comments")


def test_one_copy_is_not_written_over_another(tmp_path: Path, run: Run) -> None:
    for name in ("稿.doc", "稿.wps"):
        (tmp_path / name).write_bytes((FORMATS / "12a-fragment.doc").read_bytes())
    done = run("fix", *SELECT, "--force", "稿.doc", "稿.wps")
    assert done.returncode == 2
    assert "另一个文件的副本也叫“稿_修订.docx”" in done.stderr


@pytest.mark.libreoffice
@needs_office
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_what_an_office_suite_opens_gets_a_copy_as_docx(
    tmp_path: Path, run: Run, suffix: str
) -> None:
    from gongkai_lint.cli.drafts import draft_of

    word = draft_of("稿.doc", (FORMATS / "12a-fragment.doc").read_bytes()).as_word()
    (tmp_path / "稿.docx").write_bytes(word.data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", suffix, "稿.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    (tmp_path / "稿.docx").unlink()
    done = run("fix", *SELECT, f"稿.{suffix}")
    assert (done.returncode, "LibreOffice" in done.stderr) == (0, True)
    assert any("统一部署" in line for line in texts(tmp_path / "稿_修订.docx"))
