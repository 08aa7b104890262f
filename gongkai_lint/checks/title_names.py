"""Names of texts, compared without what makes no difference."""

from gongkai_lint.organs import NAME_ENDS
from gongkai_lint.patterns import compiled

_IDLE = compiled(r"[\s《》〈〉<>＜＞“”\"（）()\[\]〔〕、，,的]")
_ORGAN = compiled(rf"(?:{NAME_ENDS})(?:等\w{{0,2}}部门|等单位)?$")
_VERSION = compiled(r"[（(](?:送审|报批|征求意见|代拟|讨论|修改|审议|草案)?(?:稿|草案|定稿)[）)]")


def bare(words: str) -> str:
    """Give a name without white space, marks and brackets."""
    return _IDLE.sub("", words)


def without_version(words: str) -> str:
    """Give a name without its marks of a draft version (送审稿)."""
    return _VERSION.sub("", words)


def is_led_by_organ(whole: str, name: str) -> bool:
    """Say whether a name is the whole without the organ in front of it."""
    lead = whole.removesuffix(name)
    return lead != whole and bool(_ORGAN.search(lead))
