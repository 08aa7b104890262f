import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
NOTICE = "云岭市司法局关于培训的通知\n市司法局要于2024年5月20日前完成培训。\n"
LINE = "1,市司法局要于2024年5月20日前完成培训。,市司法局,,2024年5月20日前,2024-05-20,,第2段"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    file = tmp_path / "培训.txt"
    file.write_text(NOTICE, encoding="utf-8")
    return file


@pytest.mark.usefixtures("notice")
def test_the_tasks_are_shown_as_csv(run: Run) -> None:
    done = run("tasks", "培训.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n")[1] == LINE


def test_a_csv_file_begins_with_the_mark_that_excel_wants(notice: Path, run: Run) -> None:
    done = run("tasks", "培训.txt", "-o", "清单.csv")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 个文件的 1 项任务，其中 1 项有确定的日期，写在“清单.csv”。\n"
    assert notice.with_name("清单.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_form_stands_beside_the_file_and_is_not_overwritten(notice: Path, run: Run) -> None:
    assert run("tasks", "--format", "docx", "-q", "培训.txt").returncode == 0
    form = notice.with_name("培训_督察表.docx")
    first = form.read_bytes()
    again = run("tasks", "--format", "docx", "培训.txt")
    assert (again.returncode, form.read_bytes()) == (2, first)
    assert "“培训_督察表.docx”已经存在" in again.stderr
    assert run("tasks", "--format", "docx", "--force", "-q", "培训.txt").returncode == 0
    assert notice.read_text(encoding="utf-8") == NOTICE


def test_a_folder_is_one_table_without_what_we_wrote_into_it(notice: Path, run: Run) -> None:
    folder = notice.parent / "文件"
    folder.mkdir()
    for name in ("甲.txt", "乙.txt"):
        (folder / name).write_text(NOTICE, encoding="utf-8")
    assert run("tasks", "文件/甲.txt", "--format", "docx", "-q").returncode == 0
    done = run("tasks", "文件", "--format", "xlsx")
    assert done.stderr.startswith("2 个文件的 2 项任务")
    assert (notice.parent / "文件_任务清单.xlsx").exists()


@pytest.mark.usefixtures("notice")
def test_the_suffix_chooses_the_format(notice: Path, run: Run) -> None:
    assert run("tasks", "培训.txt", "-q", "-o", "日历.ics").returncode == 0
    assert notice.with_name("日历.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert run("tasks", "培训.txt", "--format", "ics").stdout.startswith("BEGIN:VCALENDAR\n")


@pytest.mark.usefixtures("notice")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["培训.txt", "-o", "清单.txt"], "与格式 csv 不符，后缀应是 .csv"),
        (["培训.txt", "--format", "xlsx", "-o", "清单.docx"], "与格式 xlsx 不符"),
        (["培训.txt", "--format", "docx", "-o", "-"], "docx 不能显示在屏幕上"),
        (["培训.txt", "培训.txt/", "--format", "docx"], "请用 -o 写明督察表（.docx）的文件名"),
        (["培训.txt", "--format", "pdf"], "只能是 csv、xlsx、docx、json、ics"),
        (["培训.txt", "-o", "没有/清单.csv"], "写不进“没有/清单.csv”"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused(words: list[str], said: str, run: Run) -> None:
    done = run("tasks", *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_table_is_never_written_over_a_file_that_is_read(notice: Path, run: Run) -> None:
    table = notice.with_name("表.csv")
    table.write_text(NOTICE, encoding="utf-8")
    done = run("tasks", "表.csv", "-o", "表.csv", "--force")
    assert (done.returncode, table.read_text(encoding="utf-8")) == (2, NOTICE)
    assert "不能写到原文件" in done.stderr


def test_a_file_without_tasks_says_so(notice: Path, run: Run) -> None:
    notice.with_name("贺信.txt").write_text("贺信\n谨致祝贺。\n", encoding="utf-8")
    done = run("tasks", "贺信.txt", "-o", "清单.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("贺信.txt：没有认出工作任务")
    assert not notice.with_name("清单.csv").exists()


@pytest.mark.usefixtures("notice")
def test_a_file_that_cannot_be_read_does_not_stop_the_others(run: Run) -> None:
    done = run("tasks", "没有.txt", "培训.txt")
    assert done.returncode == 3
    assert "没有.txt" in done.stderr
    assert LINE in done.stdout


@pytest.mark.usefixtures("notice")
def test_tasks_without_a_day_stay_out_of_the_calendar(notice: Path, run: Run) -> None:
    text = "云岭市通知\n由市数据局牵头，市公安局配合。\n市司法局要于2024年5月20日前完成培训。\n"
    notice.write_text(text, encoding="utf-8")
    done = run("tasks", "培训.txt", "-o", "日历.ics")
    assert done.stderr == ("1 项任务的时限，另有 1 项没有确定的日期，没有写入，写在“日历.ics”。\n")
