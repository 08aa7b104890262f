"""Longer looks at the page in real browsers: ``pytest -m browsers``."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORD_FILE = ROOT / "corpus" / "drafts" / "112-层次标题.docx"
DRAFT = """\
云岭市人民政府办公室关于做好秋粮收购工作的通知
各县人民政府，市政府各部门：
截止目前已按装300台设备，请尽快报送情况。请市粮食局于6月底前完成验收。
云岭市人民政府办公室
2024年9月2日
"""
PROGRAM = (sys.executable, "-m", "gongkai_lint")
HUGE = 200 * 2**20
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WITHOUT_NETWORK = (
    *("unshare", "--map-root-user", "--net", "sh", "-c"),
    *('ip link set lo up && exec "$@"', "sh"),
)
Play = Callable[..., Any]

pytestmark = pytest.mark.browsers


@pytest.fixture(params=["chromium", "firefox"])
def play(
    request: pytest.FixtureRequest, page: Path, tmp_path: Path, browsers: dict[str, str | None]
) -> Play:
    """Play a scene with some files; give what it told, having asked for nothing outside."""
    program = browsers[request.param]
    if program is None:
        pytest.skip(f"本机没有 {request.param}")

    def scene(name: str, *drafts: Path, within: tuple[str, ...] = (), **words: Any) -> Any:
        asked = {
            "name": request.param,
            "program": program,
            "file": str(page),
            "downloads": str(tmp_path / "下载"),
            "drafts": [str(draft) for draft in drafts],
        }
        command = [*within, "node", str(HERE / "scenes.mjs"), name, json.dumps(asked | words)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        own = [url for url in told["seen"]["requests"] if not url.startswith("http://127.0.0.1")]
        assert (own, told["seen"]["console"], told["seen"]["errors"]) == ([], [], [])
        return told["told"]

    return scene


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A text with a few findings."""
    file = tmp_path / "秋粮收购.txt"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def test_the_copies_of_a_word_file_open_with_comments_on_the_words(
    play: Play, tmp_path: Path
) -> None:
    saves = {"annotated": "_批注.docx", "reviewed": "_核稿.docx", "xlsx": "_核稿意见.xlsx"}
    names = {kind: f"{WORD_FILE.stem}{end}" for kind, end in saves.items()}
    told = play("word", WORD_FILE, saves=names)
    annotated, reviewed, _ = map(Path, told["files"])
    comments = zipfile.ZipFile(annotated).read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == len(told["cards"])
    for copy in (annotated, reviewed):
        assert docx.Document(str(copy)).paragraphs
    if shutil.which("soffice"):
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        subprocess.run([*command, str(reviewed)], check=True, capture_output=True, timeout=200)
        assert (tmp_path / f"{reviewed.stem}.pdf").stat().st_size > 0


@pytest.mark.parametrize(
    ("width", "scheme"), [(1366, "light"), (1366, "dark"), (1093, "light"), (400, "dark")]
)
def test_every_view_is_accessible_and_fits_the_window(
    play: Play, draft: Path, width: int, scheme: str
) -> None:
    other = draft.with_name("另一份.txt")
    other.write_text(DRAFT.replace("秋粮", "夏粮"), encoding="utf-8")
    size = {"width": width, "height": 768}
    told = play("views", draft, other, viewport=size, scheme=scheme)
    assert {name: view for name, view in told.items() if view["axe"] or view["wide"]} == {}


def test_two_hundred_files_are_judged_and_bad_ones_told_apart(play: Play, tmp_path: Path) -> None:
    files = [tmp_path / f"文稿{number:03}.txt" for number in range(200)]
    for number, file in enumerate(files):
        file.write_text(DRAFT.replace("300", str(number)), encoding="utf-8")
    bad = {"a.docx": b"PK\x03\x04" + bytes(50), "b.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    huge = tmp_path / "c.txt"
    with huge.open("wb") as sparse:
        sparse.truncate(HUGE)
    long = tmp_path / "d.txt"
    long.write_text("某单位请尽快报送。\n" * 50_000, encoding="utf-8")
    others = [*(tmp_path / name for name in bad), huge, long]
    rows = play("batch", *files, *others)["rows"]
    assert len(rows) == 204
    assert sum("读不出来" in row and not _is_late(row) for row in rows) == 3
    assert any("c.txt" in row and "上限是 50 MB" in row for row in rows)


def test_the_page_works_from_a_plain_server_too(play: Play, draft: Path) -> None:
    assert any("A01" in card for card in play("served", draft)["cards"])


def test_the_page_of_findings_is_walked_by_keys(play: Play, draft: Path) -> None:
    subprocess.run([*PROGRAM, "check", "--format", "html", draft], check=False, capture_output=True)
    told = play("walked", file=str(draft.with_name(f"{draft.stem}_核稿意见.html")))
    first, one, two, back, filtered = told["places"]
    count = first.removeprefix("0 / ")
    assert (one, two, back) == (f"1 / {count}", f"2 / {count}", f"1 / {count}")
    assert int(filtered.partition(" / ")[2]) < int(count)
    assert (told["lit"] > 0, told["open"], told["theme"]) == (True, 1, "dark")
    assert (told["axe"], told["dark"]) == ([], [])


def test_the_audits_report_leads_to_its_files(play: Play, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "审计结果"
    subprocess.run([*PROGRAM, "audit", draft, "--out", out, "--jobs", "1"], check=True)
    subprocess.run([*PROGRAM, "report", out], check=True, capture_output=True)
    told = play("report", file=str(out / "审计报告.html"))
    assert "关于做好秋粮收购工作的通知" in told["list"]
    assert (told["axe"], told["inside"]) == ([], [])


def test_a_person_corrects_ignores_and_asks_for_the_rules_of_a_day(play: Play, draft: Path) -> None:
    told = play("corrected", draft)
    assert "函" in told["facts"]
    assert len(told["after"]) == len(told["before"]) - 1
    assert "已核对" in told["ignored"]
    assert told["then"] < told["rules"]


def test_a_person_corrects_adds_and_takes_away_tasks(play: Play, draft: Path) -> None:
    told = play("tasked", draft, select="请尽快报送情况", saves=f"{draft.stem}_任务日历.ics")
    assert told["marked"] > 0
    assert "市审计局" not in told["before"][0]
    added, corrected = told["after"]
    assert "各县人民政府" in added
    assert "2024-12-05" in corrected
    calendar = Path(told["calendar"]).read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20241205" in calendar
    assert told["axe"] == []
    assert len(told["left"]) == 1


def test_files_made_to_harm_are_told_and_the_page_lives(
    play: Play, draft: Path, tmp_path: Path, make_docx: Callable[..., bytes]
) -> None:
    paragraph = "<w:p><w:r><w:t>请各单位尽快报送。</w:t></w:r></w:p>"
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    laughing = (
        f'<!DOCTYPE w [<!ENTITY a0 "哈">{laughs}]>'
        f'<w:document xmlns:w="{WORDML}"><w:body>{paragraph.replace("请", "&a9;")}'
        "</w:body></w:document>"
    )
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    macro = {"word/vbaProject.bin": ole}
    files = {
        "01-压缩炸弹.docx": make_docx(paragraph + " " * 300_000_000),
        "02-实体.docx": make_docx("", extra={"word/document.xml": laughing}),
        "03-嵌套.docx": make_docx("<w:tbl><w:tr><w:tc>" * 5000 + paragraph),
        "04-标签.docx": make_docx("<w:p/>" * 5_000_000),
        "05-加密.docx": ole + "EncryptedPackage".encode("utf-16-le"),
        "06-五万段.docx": make_docx(paragraph * 50_000),
        "07-宏.docm": make_docx(paragraph, extra=macro),
        "08-截断.docx": make_docx(paragraph)[:300],
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    told = play("hostile", *(tmp_path / name for name in files), good=str(draft))
    rows = {next(name for name in files if name in row): row for row in told["rows"]}
    unread = {n[:2] for n, row in rows.items() if "读不出来" in row and not _is_late(row)}
    assert unread == {"01", "02", "03", "04", "05", "08"}, rows
    assert any("A01" in card for card in told["cards"])


def _is_late(row: str) -> bool:
    """Say whether a busy machine let the time limit of a document run out."""
    return "检查超过一分钟，已经停止" in row


def _told_by(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_print_has_the_document_and_the_list_on_a4(
    play: Play, draft: Path, tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("本机没有 poppler-utils")
    paper = tmp_path / "打印.pdf"
    play("printed", draft, paper=str(paper))
    told = _told_by("pdfinfo", paper)
    width, height = map(float, re.findall(r"Page size: +([\d.]+) x ([\d.]+)", told)[0])
    assert (abs(width - 595) < 2, abs(height - 842) < 2) == (True, True)
    first = _told_by("pdftotext", "-l", "1", paper, "-")
    words = _told_by("pdftotext", paper, "-")
    # Firefox's copies keep the shapes of Chinese characters, not always which ones they are.
    assert "300" in first
    assert words.index("300") < words.index("L05") < words.index("A01")
    assert not [control for control in ("下载", "忽略…", "全部规则") if control in words]


def test_an_old_browser_gets_a_sentence(play: Play) -> None:
    assert "这个浏览器太旧" in play("old")["said"]


def test_nothing_can_leave_the_page(play: Play, draft: Path) -> None:
    told = play("sealed", draft)
    assert told["hits"] == 0
    assert [one for one in told["tried"] if one.endswith("reached")] == []


def test_the_page_works_with_the_network_cut(play: Play, draft: Path) -> None:
    if subprocess.run([*WITHOUT_NETWORK, "true"], capture_output=True, check=False).returncode:
        pytest.skip("本机不能隔开网络（unshare）")
    told = play("corrected", draft, within=WITHOUT_NETWORK)
    assert len(told["after"]) == len(told["before"]) - 1
