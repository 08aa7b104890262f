"""An interpretation that is copied from the draft."""

from collections.abc import Callable

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.copying import Copying
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Dossier, Paper
from gongkai_lint.model.finding import Match, View

Notice = Callable[..., Document]
Look = Callable[..., View]
COPYING = Copying(
    share=0.6,
    run=40,
    skip=(Pattern("？$"),),
    quoted=(Pattern("“[^”]{0,90}”"),),
)
LAW = (
    "业主申请临时车位的，应当写明车辆号牌和停放时段，物业服务人应当自收到申请之日起五个工作日内"
    "答复；不同意的应当说明理由。"
)
OWN = "老小区停车难，邻里常为车位闹矛盾，这次把怎么申请、多久答复、不批怎么办都讲清楚了。"


def judge(notice: Notice, view: Look, law: str, *lines: str, run: int = 40) -> list[Match]:
    draft = notice(law)
    bare = dict.fromkeys(("addressee", "authority", "date"), "")
    text = notice("\n".join(lines), title="停车办法解读", **bare)
    papers = (Paper("稿", "draft", draft), Paper("解读", "interpretation_text", text))
    seen = view(text, "document")._replace(dossier=Dossier("", papers), role="interpretation_text")
    return list(COPYING._replace(run=run).matches(seen))


def test_a_long_common_run_is_reported_at_its_exact_characters(notice: Notice, view: Look) -> None:
    (match,) = judge(notice, view, LAW, OWN, f"办法讲：{LAW}", OWN, OWN)
    length = sum(character.isalnum() for character in LAW)
    assert (match.case, dict(match.captures)["length"]) == ("run", str(length))
    assert match.span.end - match.span.start == len(LAW) - 1


def test_a_large_share_is_reported_though_no_run_is_long(notice: Notice, view: Look) -> None:
    lines = (LAW, "另外", OWN[:38]) * 3
    (match,) = judge(notice, view, f"{LAW}\n{OWN}", *lines, run=200)
    assert (match.case, dict(match.captures)["share"]) == ("share", "73%")


def test_a_short_text_is_judged_by_its_longest_run_only(notice: Notice, view: Look) -> None:
    assert judge(notice, view, LAW, LAW[:39]) == []
    assert len(judge(notice, view, LAW, *[LAW[:39]] * 6)) == 1


def test_quotations_and_questions_are_left_out(notice: Notice, view: Look) -> None:
    assert judge(notice, view, LAW, OWN, f"第七条原文：“{LAW}”", OWN) == []
    assert judge(notice, view, LAW, OWN, f"{LAW[:-1]}，怎么理解？", OWN) == []


def test_words_of_its_own_are_no_copy(notice: Notice, view: Look) -> None:
    assert judge(notice, view, LAW, OWN, OWN) == []


def test_a_run_is_found_though_its_beginning_stands_in_the_draft_twice(
    notice: Notice, view: Look
) -> None:
    twice = f"{LAW[:24]}由街道办事处负责受理登记。\n{LAW}"
    (match,) = judge(notice, view, twice, OWN, LAW, OWN, OWN)
    assert dict(match.captures)["length"] == str(sum(character.isalnum() for character in LAW))


def test_a_text_by_itself_and_the_draft_are_not_compared(notice: Notice, view: Look) -> None:
    document = notice(LAW)
    assert list(COPYING.matches(view(document, "document"))) == []
    dossier = Dossier("", (Paper("稿", "draft", document),))
    seen = view(document, "document")._replace(dossier=dossier, role="draft")
    assert list(COPYING.matches(seen)) == []
