import json
from datetime import date

from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.reporters import json as json_reporter
from gongkai_lint.reporters.terminal import document
from gongkai_lint.ruleset.load import load_ruleset

TEXT = (
    "云岭市2024年政务公开工作要点\n"
    + "\n".join(f"{n}、每年培训{n}次，严格保密审查。" for n in range(1, 6))
    + "\n云岭市人民政府办公室\n2024年3月4日\n（此件公开发布）"
)
REPORT = lint_bytes(
    TEXT.encode(),
    "要点.txt",
    Request(load_ruleset().select(("P17",), ()), date(2026, 1, 5), "archive"),
)


def test_the_list_shows_places_and_what_is_missing() -> None:
    lines = document(REPORT, verbose=True).split("\n")
    assert lines[0] == "要点.txt（要点，主动公开，按 2024-03-04 的规定）"
    assert lines[1] == "  机制清单（P17，共 12 项，写到 2 项，只供核对）："
    training = next(line for line in lines if "培训轮训" in line)
    assert training.startswith(
        "    有  培训轮训          2:1 “1、每年培训1次”；3:1 “2、每年培训2次”；"
    )
    assert training.endswith("等 5 处")
    missing = next(line for line in lines if "听取汇报" in line)
    assert missing.startswith("    无  听取汇报          没有看到。")


def test_in_brief_a_line_names_what_is_missing() -> None:
    (line,) = [line for line in document(REPORT).split("\n") if "机制清单" in line]
    assert line.startswith("  机制清单（P17，共 12 项，只供核对）：写到 2 项；没有看到：听取汇报、")
    assert "培训轮训" not in line


def test_the_list_is_left_out_where_only_findings_are_asked_for() -> None:
    assert document(REPORT, quiet=True) == ""


def test_json_has_each_mechanism_with_its_places_and_its_source() -> None:
    told = json.loads(json_reporter.document(REPORT))["coverage"]
    assert [one["mechanism"] for one in told if one["present"]] == ["培训轮训", "保密审查"]
    secrets = next(one for one in told if one["mechanism"] == "保密审查")
    assert secrets["basis"][0]["provision"] == "第十七条"
    assert secrets["source"] == "政府信息公开条例第十七条"
    place = secrets["places"][0]
    assert place["text"] == "严格保密审查" == TEXT[place["start"] : place["end"]]
    assert place["paragraph"] == 2
