import json
import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import reduce
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

from gongkai_lint.model.finding import Failure, Report, Suppressed
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.reporters import html
from gongkai_lint.reporters.tally import Tally, tally_of
from gongkai_lint.ruleset.rule import RuleSet

Lint = Callable[[str], Report]
Write = Callable[..., str]
DRAFT = """\
云政发〔2024〕8号
云岭市人民政府关于<script>alert(1)</script>秋收的通知
各县人民政府，市政府各部门
根据《甲<b>》、《乙》，请尽快于6月底前报送。截止目前已按装300台设备。
云岭市人民政府
2024年9月2日
"""
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture
def write(builtin: RuleSet) -> Write:
    """Write the page of some reports."""

    def page(*reports: Report) -> str:
        pieces = [html.document(report) for report in reports]
        kept: Sequence[str] = [row for piece in pieces for row in piece.kept]
        tally = reduce(Tally.plus, (tally_of(report) for report in reports))
        return html.begin() + "".join(p.text for p in pieces) + html.end(tally, kept, builtin)

    return page


def _parsed(page: str) -> Any:
    """Give the page's tree; what XPath gives has too many types to name."""
    return parser.document_fromstring(page)


def test_every_link_of_the_page_leads_somewhere_in_it(write: Write, judged: Lint) -> None:
    root = _parsed(write(judged(DRAFT), judged("好")._replace(path="b.txt")))
    ids = root.xpath("//@id")
    links = root.xpath("//a/@href")
    assert len(ids) == len(set(ids))
    assert len(links) > 20
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_a_finding_and_its_card_lead_to_each_other(write: Write, judged: Lint) -> None:
    report = judged(DRAFT)
    root = _parsed(write(report))
    cards = root.xpath("//li[starts-with(@class, 'card ')]")
    assert len(cards) == len(report.findings) > 5
    for card, finding in zip(cards, report.findings, strict=True):
        assert card.get("data-rule") == finding.rule
        (number,) = card.xpath(".//a[@class='number']")
        mark = root.get_element_by_id(number.get("href").removeprefix("#")).getnext()
        assert f"#{card.get('id')}" in mark.get("href")
        assert finding.message in card.text_content()


def test_words_of_a_document_stay_words(write: Write, judged: Lint) -> None:
    report = judged(DRAFT)._replace(path='"><img src=x onerror=alert(1)>/稿.txt')
    root = _parsed(write(report))
    assert len(root.xpath("//script")) == 1
    assert root.xpath("//img | //iframe | //form | //base | //object") == []
    assert [name for name in root.xpath("//@*/..") if "onerror" in name.attrib] == []
    assert "<script>alert(1)</script>" in root.xpath("//article")[0].text_content()


def test_the_policy_lets_only_our_own_style_and_script_run(write: Write, judged: Lint) -> None:
    page = write(judged(DRAFT))
    root = _parsed(page)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        (text,) = root.xpath(f"//{name}/text()")
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert root.xpath("//@style") == []
    assert re.findall(r"https?:|//[a-z]+\.|@import|url\(", page) == []


def test_several_documents_have_a_list_and_what_was_not_read_is_in_it(
    write: Write, judged: Lint
) -> None:
    failure = Failure("read", None, "文件是空的。")
    unread = judged("好")._replace(path="空.txt", document=None, failures=(failure,), findings=())
    root = _parsed(write(judged(DRAFT), unread))
    rows = [row.text_content() for row in root.xpath("//nav//tbody/tr")]
    assert len(rows) == 2
    assert rows[1] == "空.txt读不出来"
    assert root.xpath("//p[@class='failure']")[0].text == "读不出来：文件是空的。"
    assert _parsed(write(judged(DRAFT))).xpath("//nav") == []


def test_a_clean_document_says_so(write: Write, judged: Lint) -> None:
    report = judged("好")._replace(findings=())
    root = _parsed(write(report))
    assert root.xpath("//p[@class='none']")[0].text == "没有发现问题。"


def test_accepted_findings_are_counted(write: Write, judged: Lint) -> None:
    report = judged(DRAFT)
    accepted = tuple(Suppressed(f, Suppression(f.rule, "沿用")) for f in report.findings[:2])
    page = write(report._replace(findings=report.findings[2:], suppressed=accepted))
    assert "已忽略 <b>2</b>" in page
    assert page.count("理由：沿用") == 2


def test_the_rules_that_spoke_are_explained(write: Write, judged: Lint) -> None:
    report = judged(DRAFT)
    root = _parsed(write(report))
    ids = [page.get("id") for page in root.xpath("//details")]
    assert ids == sorted({f"r-{finding.rule}" for finding in report.findings})
    assert "为什么" in root.get_element_by_id("r-A01").text_content()


PROBE = """
window.addEventListener("load", () => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const press = (key) =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const lit = () => all(".card.on").map((card) => card.dataset.n);
  const shown = () => all(".card:not(.off)").length;
  const seen = { all: shown() };
  press("j"); press("j");
  seen.second = [lit(), all(".m.on").map((mark) => mark.dataset.n)];
  press("k"); press("k");
  seen.last = lit();
  all(".m.error")[0].click();
  seen.clicked = lit();
  press("1");
  seen.withoutErrors = [shown(), all(".m.error:not(.off)").length, lit()];
  press("1");
  const select = document.querySelector("select");
  select.value = "L01";
  select.dispatchEvent(new Event("change"));
  seen.one = [shown(), document.querySelector("output").textContent];
  press("d");
  seen.theme = document.documentElement.dataset.theme;
  document.title = JSON.stringify(seen);
});
"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_the_page_can_be_filtered_and_walked_in_a_browser(
    write: Write, judged: Lint, tmp_path: Path
) -> None:
    report = judged(DRAFT)
    page = write(report)
    probe = f"'sha256-{b64encode(sha256(PROBE.encode()).digest()).decode()}'"
    page = page.replace("script-src ", f"script-src {probe} ", 1)
    file = tmp_path / "页.html"
    file.write_text(page.replace("</body>", f"<script>{PROBE}</script></body>"), encoding="utf-8")
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/u"]
    done = subprocess.run(
        [str(CHROMIUM), *flags, "--dump-dom", file.as_uri()], capture_output=True, check=True
    )
    title = re.search(r"<title>(.*?)</title>", done.stdout.decode())
    assert title
    seen = json.loads(title[1])
    total = len(report.findings)
    errors = [n for n, f in enumerate(report.findings, start=1) if f.severity == "error"]
    assert seen["all"] == total
    assert seen["second"] == [["2"], ["2"]]
    assert seen["last"] == [str(total)]
    assert seen["clicked"] == [str(errors[0])]
    assert seen["withoutErrors"] == [total - len(errors), 0, []]
    assert seen["one"] == [1, "0 / 1"]
    assert seen["theme"] == "dark"
