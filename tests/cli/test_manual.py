import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_explain_gives_the_manual_page_of_a_rule(run: Run, office: str) -> None:
    done = run("explain", "x01", "--rules", office)
    assert done.returncode == 0
    assert done.stdout == (
        "X01 时限含糊（rules）\n"
        "\n要求\n  “……”没有写明最晚何时完成。\n"
        "\n建议\n  写明最晚完成日期。\n"
        "\n为什么\n  没有日期的要求无法督查。\n"
        "\n自何时起\n  2012-07-01 起\n"
        "\n以前和现在\n  · 2012-07-01 以前没有这一要求，以前的文件不查。\n"
        "\n级别\n  送审稿建议、历史文件建议；可直接认定\n"
        "\n适用\n  各种文件\n"
        "\n查哪里\n  全文\n"
        "\n依据\n  《党政机关公文格式》（GB/T 9704-2012）7.3.3\n"
        "\n应当报告的例子\n  · 各单位要⟦尽快⟧报送。\n  · 请⟦抓紧⟧落实。\n"
        "\n不应报告的例子\n  · 请于2024年10月15日前报送。\n  · 按月报送。\n"
        "\n已知局限\n  只认两个词。\n"
        "\n怎样忽略\n"
        '  · gongkai-lint.toml：\n  [[suppressions]]\n  rule = "X01"\n  reason = "写明理由"\n'
        "  · 文本文稿，写在那一段前面：\n  <!-- gongkai-lint: ignore X01 -- 写明理由 -->\n"
        "  · Word 文稿，批注在有问题的字上：\n  〔忽略X01〕写明理由\n"
    )


def test_every_built_in_rule_has_a_page(run: Run) -> None:
    rules = json.loads(run("rules", "--format", "json").stdout)
    assert rules
    page = run("explain", rules[0]["id"]).stdout
    assert page.startswith(f"{rules[0]['id']} {rules[0]['title']}")


def test_the_table_of_rules_can_be_narrowed(run: Run, office: str) -> None:
    def ids(*words: str) -> list[str]:
        table = json.loads(run("rules", "--rules", office, "--format", "json", *words).stdout)
        return [rule["id"] for rule in table]

    everything = ids()
    assert {"X01", "X02"} < set(everything)
    assert ids("--topic", "X") == ["X01", "X02"]
    assert ids("--topic", "公开属性") == [id_ for id_ in everything if id_.startswith("A")]
    assert "X01" in ids("--basis", "GB/T 9704-2012")
    assert "X02" not in ids("--basis", "gb-t-9704-2012")
    assert "X01" not in ids("--as-of", "2012-06-30")
    assert "X02" in ids("--as-of", "2012-06-30")


def test_the_table_is_aligned_and_counted(run: Run, office: str) -> None:
    lines = run("rules", "--rules", office, "--topic", "X").stdout.splitlines()
    assert lines == [
        "编号  规则              类别   级别                              自何时起",
        "X01   时限含糊          rules  送审稿建议、历史文件建议          2012-07-01 起",
        "X02   书名号之间的顿号  rules  送审稿必改、历史文件提示（待核）  一直适用",
        "共 2 条规则。",
    ]


def test_the_table_can_be_markdown(run: Run, office: str) -> None:
    table = run("rules", "--rules", office, "--topic", "X", "--format", "markdown").stdout
    assert table.startswith("| 编号 | 规则 |")
    assert "| X01 | 时限含糊 |" in table


def test_an_office_can_try_its_rules(run: Run, office: str) -> None:
    done = run("test-rules", office)
    assert (done.returncode, done.stdout) == (0, "2 条规则，8 个例子，全部正确。\n")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("请⟦抓紧⟧落实。", "请⟦马上⟧落实。"), "没有报告“马上”"),
        (("按月报送。", "尽快报送。"), "不应报告，却报告了"),
    ],
)
def test_a_wrong_example_fails(
    run: Run, office: str, change: tuple[str, str], sentence: str
) -> None:
    file = Path(office) / "X01-vague-time.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    done = run("test-rules", office)
    assert done.returncode == 1
    assert sentence in done.stdout
    assert done.stdout.endswith("2 条规则，8 个例子，1 个不对。\n")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("⟦走访⟧", "⟦看望⟧"), "“看望”没有认作词类“visit”"),
        (("⟦走访⟧", "走访"), "fires 里没有用⟦⟧标出词"),
        (("填写走访记录", "认真走访"), "silent 里的“走访”认作了词类“visit”"),
    ],
)
def test_an_office_can_try_its_classes_of_words(
    run: Run, office: str, change: tuple[str, str], sentence: str
) -> None:
    file = Path(office) / "vocabulary" / "visit.yaml"
    file.parent.mkdir()
    right = (
        "title: 走访\nfamily: act\nentries:\n"
        "  - {words: [走访], not_in: [走访记录], fires: 要⟦走访⟧群众。, silent: 填写走访记录。}\n"
    )
    file.write_text(right, encoding="utf-8")
    assert run("test-rules", office).stdout == "2 条规则，10 个例子，全部正确。\n"
    file.write_text(right.replace(*change), encoding="utf-8")
    done = run("test-rules", office)
    assert done.returncode == 1
    assert sentence in done.stdout
    assert f"{file}:4\n" in done.stdout


def test_the_schemas_are_printed(run: Run) -> None:
    rule, config = (json.loads(run("schema", what).stdout) for what in ("rule", "config"))
    assert rule["title"] == "gongkai-lint 规则文件"
    assert {"profile", "per-path", "suppressions", "lexicon"} <= config["properties"].keys()
    assert "只能是 rule、config，现为“x”" in run("schema", "x").stderr


def test_the_lines_to_copy_do_what_they_say(run: Run, office: str, soon: Path) -> None:
    page = run("explain", "X01", "--rules", office).stdout.partition("怎样忽略\n")[2].splitlines()
    table = "\n".join(page[1:4])
    remark = page[5]
    check = ("check", "--rules", office, "--select", "X,Z", "通知.txt")
    assert run(*check).returncode == 1
    (soon.parent / "gongkai-lint.toml").write_text(table, encoding="utf-8")
    assert run(*check).returncode == 0
    (soon.parent / "gongkai-lint.toml").unlink()
    title, found = soon.read_text(encoding="utf-8").splitlines()
    soon.write_text(f"{title}\n{remark}\n{found}\n", encoding="utf-8")
    assert run(*check).returncode == 0


def test_a_page_tells_what_was_asked_before(run: Run) -> None:
    page = run("explain", "D08").stdout
    (line,) = [line for line in page.splitlines() if "答复政府信息公开申请：" in line]
    assert (
        "2008-05-01 起，到 2019-05-14 止，不超过15个工作日（《中华人民共和国政府信息公开条例》"
        in line
    )
    assert "；2019-05-15 起，不超过20个工作日（" in line
    assert "2012-07-01 起写阿拉伯数字，以前写汉字" in run("explain", "S02").stdout
    assert 'ignore = ["Z01"]' in run("explain", "Z01").stdout


def test_the_rule_book_of_a_day_has_the_law_of_that_day(run: Run) -> None:
    def book(day: str) -> dict[str, dict[str, Any]]:
        table = json.loads(run("rules", "--as-of", day, "--format", "json").stdout)
        return {rule["id"]: rule for rule in table}

    before, after = book("2015-06-01"), book("2024-06-01")
    assert "A01" in after
    assert "A01" not in before
    limits = [{row["matter"]: row["limit"] for row in b["D06"]["limits"]} for b in (before, after)]
    assert [one["答复政府信息公开申请"] for one in limits] == ["15个工作日", "20个工作日"]
    numbers = [{b["instrument"] for b in one["A05"]["basis"]} for one in (before, after)]
    assert "国务院令第492号" in numbers[0] - numbers[1]
    assert "国务院令第711号" in numbers[1] - numbers[0]
    text = run("rules", "--as-of", "2015-06-01").stdout
    assert "2015-06-01 的期限和限度：\n" in text
    assert "D06   答复政府信息公开申请：不超过15个工作日（" in text
    markdown = run("rules", "--as-of", "2015-06-01", "--format", "markdown").stdout
    assert "| D06 | 答复政府信息公开申请 | 不超过15个工作日（" in markdown
    assert "第492号" in markdown
    assert "第711号" not in markdown


def test_the_table_in_json_is_complete(run: Run, office: str) -> None:
    words = ("rules", "--rules", office, "--topic", "X", "--format", "json")
    rule = json.loads(run(*words).stdout)[0]
    assert rule["messages"] == {"": "“{text}”没有写明最晚何时完成。"}
    assert (rule["advice"], rule["known_limits"]) == ("写明最晚完成日期。", "只认两个词。")
    assert rule["applies_to"] == "各种文件"
    assert rule["basis"][0]["since"] is None
