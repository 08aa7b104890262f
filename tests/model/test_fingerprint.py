from datetime import date

from gongkai_lint.api import Request, lint_source, load_ruleset
from gongkai_lint.model.finding import Report
from gongkai_lint.readers.text import read_text

RULES = load_ruleset()
FIRST = "请各单位按《甲办法》、《乙办法》办理。"
SECOND = "另按《丙办法》、《丁办法》报送。"


def _judged(*paragraphs: str) -> Report:
    text = "\n".join(
        ["云岭市人民政府关于做好工作的通知", *paragraphs, "云岭市人民政府", "2024年9月2日"]
    )
    source = read_text(text.encode(), markdown=False)
    return lint_source(
        source, "稿.txt", Request(RULES.select(("L01", "A01"), ()), date(2024, 9, 2))
    )


def _prints(*paragraphs: str) -> set[str]:
    report = _judged(*paragraphs)
    assert report.findings
    found = [finding.fingerprint for finding in report.findings]
    assert len(set(found)) == len(found)
    return set(found)


def test_a_fingerprint_survives_a_moved_paragraph() -> None:
    assert _prints(FIRST, SECOND) == _prints("新加的一段。", SECOND, FIRST)


def test_a_swap_of_one_finding_for_another_is_seen() -> None:
    assert len(_prints(FIRST) & _prints(SECOND)) == 1  # what is absent stays absent


def test_equal_findings_in_equal_paragraphs_have_their_own_fingerprints() -> None:
    assert len(_prints(FIRST, FIRST)) == len(_prints(FIRST)) + 1
