"""What must travel with a draft."""

from collections.abc import Callable

from gongkai_lint.checks.companion import Companion
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Dossier, Paper, Role
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import Match, View
from gongkai_lint.structure.frame.sheet_page import read_sheet

Notice = Callable[..., Document]
Look = Callable[..., View]
REVIEW = Companion(
    roles=("legality_review",),
    sheet=(Pattern("合法性审核"),),
    step=True,
    always=True,
)


def judge(check: Companion, draft: Document, view: Look, **beside: Document | None) -> list[Match]:
    roles: dict[str, Role] = {
        "review": "legality_review",
        "note": "drafting_note",
        "text": "interpretation_text",
        "sheet": "processing_sheet",
    }
    papers = [Paper("稿.txt", "draft", draft)]
    papers += [Paper(f"{name}.txt", roles[name], d) for name, d in beside.items()]
    seen = view(draft, "document")._replace(dossier=Dossier("", tuple(papers)), role="draft")
    return list(check.matches(seen))


def sheet(notice: Notice, words: str) -> Document:
    return read_sheet(notice(words, title="发文稿纸"))


def test_a_missing_file_is_reported_behind_the_date(notice: Notice, view: Look) -> None:
    draft = notice("正文。")
    (match,) = judge(REVIEW, draft, view)
    assert (match.case, match.missing) == ("missing", ("legality_review",))
    assert dict(match.captures) == {"missing": "合法性审核意见"}
    end = draft.of("date_of_issue")[0].span.end
    assert match.span == (end, end)


def test_a_file_shows_it_read_or_not(notice: Notice, view: Look) -> None:
    assert judge(REVIEW, notice("正文。"), view, review=notice("合法。")) == []
    assert judge(REVIEW, notice("正文。"), view, review=None) == []


def test_a_field_shows_it_unless_it_says_nothing_or_no(notice: Notice, view: Look) -> None:
    draft = notice("正文。")
    assert judge(REVIEW, draft, view, sheet=sheet(notice, "合法性审核：合法")) == []
    (hollow,) = judge(REVIEW, draft, view, sheet=sheet(notice, "合法性审核：无"))
    assert (hollow.case, dict(hollow.captures)["said"]) == ("hollow", "无")
    (refused,) = judge(REVIEW, draft, view, sheet=sheet(notice, "合法性审核意见：不需要"))
    assert (refused.case, dict(refused.captures)["field"]) == ("refused", "合法性审核意见")


def test_a_sheet_that_could_not_be_read_leaves_a_doubt(notice: Notice, view: Look) -> None:
    (match,) = judge(REVIEW, notice("正文。"), view, sheet=None)
    assert match.doubtful


def test_a_text_by_itself_is_asked_for_its_own_sheet_only(notice: Notice, view: Look) -> None:
    draft = notice("正文。")
    (match,) = REVIEW.matches(view(draft, "document"))
    assert (match.case, match.missing) == ("alone", ())
    field = Element("sheet_field", draft.of("title")[0].span, value="文种")
    with_sheet = draft._replace(elements=(field, *draft.elements))
    (match,) = REVIEW.matches(view(with_sheet, "document"))
    assert match.case == "sheet"


def test_all_of_several_files_may_be_needed_or_one(notice: Notice, view: Look) -> None:
    any_of = Companion(roles=("legality_review", "drafting_note"))
    draft = notice("正文。")
    assert judge(any_of, draft, view, note=notice("说明")) == []
    (match,) = judge(any_of._replace(all_needed=True), draft, view, note=notice("说明"))
    assert match.missing == ("legality_review",)


def test_texts_show_it_in_the_files_that_were_read(notice: Notice, view: Look) -> None:
    check = Companion(
        texts=(Pattern("(?P<专家论证>专家论证)"), Pattern("(?P<风险评估>风险评估)")),
        among=("drafting_note",),
        all_needed=True,
    )
    draft = notice("正文。")
    (match,) = judge(check, draft, view, note=notice("经专家论证。"))
    assert dict(match.captures) == {"missing": "风险评估"}
    assert judge(check, draft, view, note=notice("经专家论证和风险评估。")) == []
    assert judge(check, draft, view, note=None) == []
    assert judge(check._replace(all_needed=False), draft, view, note=notice("经专家论证。")) == []


def test_an_element_of_draft_or_sheet_shows_it(notice: Notice, view: Look) -> None:
    check = Companion(elements=("withholding_reason",), hollow=(Pattern("^无$"),))
    draft = notice("正文。", note="（此件不予公开）")
    assert len(judge(check, draft, view)) == 1
    assert len(judge(check, draft, view, sheet=sheet(notice, "不公开理由：无"))) == 1
    assert judge(check, draft, view, sheet=sheet(notice, "不公开理由：过程性信息")) == []
