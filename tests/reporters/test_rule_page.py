from gongkai_lint.reporters.rules.page import markdown, page
from gongkai_lint.ruleset.examples import RuleExamples
from gongkai_lint.ruleset.rule import RuleSet

EXAMPLES = RuleExamples(("《甲》⟦、⟧*乙*", {"title": "通知", "body": "一\n二"}), ("好",))


def test_the_markdown_page_says_what_the_text_page_says(builtin: RuleSet) -> None:
    (rule,) = builtin.select(("A01",), ()).rules
    for line in page(rule, EXAMPLES).splitlines():
        words = line.strip().removeprefix("· ").replace("*", r"\*")
        assert words in markdown(rule, EXAMPLES)


def test_marks_of_markdown_in_an_example_are_characters(builtin: RuleSet) -> None:
    (rule,) = builtin.select(("A01",), ()).rules
    text = markdown(rule, EXAMPLES)
    assert r"* 《甲》⟦、⟧\*乙\*" + "\n" in text
    assert "* 标题：通知  \n    正文：一  \n    二\n" in text
