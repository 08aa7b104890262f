from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.coverage import Coverage, Mechanism
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.reading.reading import with_reading
from gongkai_lint.ruleset.load import load_ruleset

TRAINING = Mechanism("培训", "安排培训。", ("training",), "通行安排")
SECRETS = Mechanism("保密审查", "先审查。", ("secrecy_review",), "通行安排")
CHECK = Coverage((TRAINING, SECRETS), (Pattern("政务公开.*要点"),), (Pattern("政务公开.*表"),))
VOCABULARY = load_ruleset().vocabulary
Notice = Callable[..., Document]
Show = Callable[..., View]


@pytest.fixture(name="notice")
def read_notice(notice: Notice) -> Notice:
    """Give a function that recognizes a notice and reads its sentences."""
    return lambda body, **parts: with_reading(notice(body, **parts), VOCABULARY)


def test_what_is_missing_is_named_at_the_title(notice: Notice, view: Show) -> None:
    document = notice("全年培训两次。", title="云岭市2024年政务公开工作要点")
    (match,) = CHECK.matches(view(document, "main"))
    assert document.words(match.span) == "政务公开工作要点"
    assert dict(match.captures) == {"missing": "保密审查", "present": "1"}


def test_each_mechanism_has_one_place_a_paragraph(notice: Notice, view: Show) -> None:
    body = "培训两次，轮训一遍。\n年底前轮训完毕。"
    document = notice(body, title="云岭市2024年政务公开工作要点")
    training, secrets = CHECK.cover(view(document, "main"))
    assert [document.words(place) for place in training.places] == ["培训两次", "年底前轮训完毕"]
    assert document.paragraph_at(training.places[0].start) == 2
    assert (secrets.name, secrets.places) == ("保密审查", ())


def test_nothing_is_missing_where_all_is_arranged(notice: Notice, view: Show) -> None:
    document = notice("培训保密审查人员。", title="云岭市2024年政务公开工作要点")
    assert list(CHECK.matches(view(document, "main"))) == []
    assert all(one.places for one in CHECK.cover(view(document, "main")))


def test_some_documents_are_only_listed(notice: Notice, view: Show) -> None:
    document = notice("培训两次。", title="云岭市2024年政务公开督察表")
    assert list(CHECK.matches(view(document, "main"))) == []
    assert len(CHECK.cover(view(document, "main"))) == 2


def test_other_documents_have_no_coverage(notice: Notice, view: Show) -> None:
    assert CHECK.cover(view(notice("培训两次。"), "main")) == ()


def test_traditional_script_is_read_too(notice: Notice, view: Show) -> None:
    body = "為認真貫徹國務院關於政務公開的決策部署，現將有關事項通知如下。全面培訓兩次，嚴格審查。"
    parts = {"addressee": "各縣（區）人民政府：", "authority": "雲嶺市人民政府辦公室"}
    document = notice(body, title="雲嶺市2024年政務公開工作要點", **parts)
    training, _ = CHECK.cover(view(document.read, "main"))
    assert [document.words(place) for place in training.places] == ["全面培訓兩次"]


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ("百分之三", "考核权重（写作3%，通常不低于4%）"),
        ("3.5%", "考核权重（写作3.5%，通常不低于4%）"),
        ("4%", ""),
    ],
)
def test_a_share_below_what_is_usual_is_no_share(
    told: str, missing: str, notice: Notice, view: Show
) -> None:
    weight = Mechanism("考核权重", "不低于4%。", ("exam_weight",), "通行安排", least=4)
    check = CHECK._replace(mechanisms=(weight,))
    document = notice(f"考核分值权重为{told}。", title="云岭市2024年政务公开工作要点")
    assert [dict(m.captures)["missing"] for m in check.matches(view(document, "main"))] == (
        [missing] if missing else []
    )
