from datetime import date

import pytest

from gongkai_lint.law.gaps import gaps
from gongkai_lint.law.instrument import InForce, Instrument
from gongkai_lint.ruleset.law_files import load_law
from gongkai_lint.ruleset.locate import rules_folder

OLD = Instrument(
    "parks-2001",
    "云岭公园条例",
    "国务院令第9001号",
    issued=date(2001, 1, 1),
    in_force=InForce(date(2001, 3, 1), date(2019, 12, 31)),
    replaced_by="parks-2019",
)
NEW = Instrument(
    "parks-2019",
    "云岭公园条例",
    "国务院令第9002号",
    issued=date(2019, 6, 1),
    in_force=InForce(date(2020, 1, 1)),
)


def test_the_register_holds_together() -> None:
    tables, problems = load_law(rules_folder() / "law")
    assert (problems, gaps(tables.instruments)) == ([], ())


def test_editions_that_follow_each_other_are_in_order() -> None:
    assert gaps((OLD, NEW)) == ()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (OLD._replace(issued=date(2001, 4, 1)), NEW, "早于公布日"),
        (OLD._replace(in_force=InForce(None, date(2000, 1, 1))), NEW, "早于公布日"),
        (OLD._replace(replaced_by=""), NEW, "没有写取代它的文件"),
        (OLD, NEW._replace(in_force=InForce(date(2019, 12, 1))), "两者重叠"),
        (OLD, NEW._replace(in_force=InForce(date(2020, 2, 1))), "中间断开"),
        (OLD._replace(in_force=InForce(OLD.in_force.since)), NEW, "同一天都有效"),
        (OLD, NEW._replace(in_force=InForce(None, date(2019, 1, 1))), "就已失效"),
        (OLD, NEW._replace(title="云岭林地条例", number=OLD.number), "标题不同"),
    ],
)
def test_a_contradiction_in_the_register_is_told(
    old: Instrument, new: Instrument, words: str
) -> None:
    assert any(words in told for told in gaps((old, new)))
