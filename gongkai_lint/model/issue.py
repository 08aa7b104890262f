"""Words by which a text names its own issue, from where its times run."""

from gongkai_lint.patterns import compiled

GIVEN_OUT = "印发|下发|发文"  # said of documents only
MADE_PUBLIC = "公布|发布|颁布"  # of results and lists, too: of this text where it takes effect
NOW = "即[日刻]|今日|现在"
# 自6月1日实行旬报 says what is practised, and takes no effect
IN_FORCE = "施行|实施|执行|生效|实行(?![一-鿿])"
_ISSUE = compiled(f"{GIVEN_OUT}|{MADE_PUBLIC}|{NOW}")


def takes_effect_at_issue(anchor: str) -> bool:
    """Say whether what takes effect from there does so with its issue: 公布之日, 即日."""
    return bool(_ISSUE.search(anchor))
