from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.unit_names import UnitNames
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

CHECK = UnitNames(
    defined=(Pattern("简称“?(?P<name>[^，。”）]{2,9})"),),
    not_before=(Pattern("^《"),),
)


@pytest.fixture
def others(
    notice: Callable[..., Document], view: Callable[..., View]
) -> Callable[[str], list[tuple[str, str, str]]]:
    def look(body: str) -> list[tuple[str, str, str]]:
        document = notice(body)
        found = CHECK.matches(view(document, "main"))
        told = [(document.words(m.span), dict(m.captures)) for m in found]
        return [(words, said["first"], said["count"]) for words, said in told]

    return look


Others = Callable[[str], list[tuple[str, str, str]]]


def test_each_other_name_is_reported_once_with_its_count(others: Others) -> None:
    body = "市住房和城乡建设局编制，市住建局验收，市住建局公布，市住房城乡建设局存档。"
    assert others(body) == [
        ("市住建局", "市住房和城乡建设局", "2"),
        ("市住房城乡建设局", "市住房和城乡建设局", "1"),
    ]


def test_units_of_another_level_are_others(others: Others) -> None:
    assert others("市住房和城乡建设局编制，县住建局验收。") == []


def test_a_name_that_is_defined_is_no_other_name(others: Others) -> None:
    assert others("市住房和城乡建设局（以下简称“市住建局”）编制，市住建局验收。") == []


def test_names_in_titles_do_not_count(others: Others) -> None:
    assert others("按照《市住房和城乡建设局关于验收的通知》，市住建局验收。") == []
    assert others("市住房和城乡建设局《验收规程》已印发，市住建局验收。") == []
