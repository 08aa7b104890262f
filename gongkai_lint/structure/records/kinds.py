"""What a list is, from what stands above it and what its records say."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.record import ASSIGNED, ListKind
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.records.draft import Draft

_WITHHELD = compiled("不予?公开|不得公开|不宜公开|负面清单|不公开|不予发布")
_NEGATIVE = compiled(
    r"不予?公开[^。；]{0,8}(?:目录|清单|事项|信息)|公开[^。；]{0,12}负面清单|负面清单[^。；]{0,10}公开"
)
_OTHER_NEGATIVE = compiled("市场准入|外商投资|产业|投资准入|环境准入")
_MANAGES = compiled(
    "管理要求|工作要求|有关要求|保障|附则|说明|组织领导|组织实施|实施(?:步骤|时间|要求)|监督|本清单|本目录|"
    "原则|总体|机制|职责|调整|解释"
)
# a part that asks something of all tasks is none itself
_OF_ALL = compiled(
    "(?:有关|相关|工作|活动|几点|落实|纪律|报送)?要求|(?:加强|强化|切实加强)?组织(?:领导|保障|实施)|"
    "(?:工作|实施|组织)?保障(?:措施|机制)?|(?:指导|总体)(?:思想|要求|思路)|(?:基本|工作)原则|"
    "(?:工作|总体|主要)?目标(?:任务)?|(?:其他|有关)事项|附则"
)
_MATERIAL = compiled(r"材料|证明文件|证件|证照|提交[^。；]{0,8}(?:资料|文件)")
_TASKS = compiled("任务|分工|重点工作|工作措施|主要措施|责任清单|工作台账|台账|进度")
_CATALOGUE = compiled("公开(?:依据|时限|主体|内容|渠道|方式|层级|对象)")
_FEWEST_COLUMNS = 2
_GROUNDS = ("basis", "reason")


def tell_kinds(folded: str, families: Iterator[Sequence[Draft]], captions: dict[int, str]) -> None:
    """Say of each draft what its list is; ``captions`` are the words above a family's first."""
    for family in families:
        above = [captions.get(id(family[0]), ""), *_headings(folded, family[0])]
        kind = _kind(family, above)
        for draft in family:
            managed = kind == "negative" and _manages(folded, draft)
            general = kind == "task" and _is_of_all(folded, draft)
            draft.kind = "plain" if managed or general else kind


def _headings(folded: str, draft: Draft) -> Iterator[str]:
    """Yield the names and lead-ins of what a draft stands in, the nearest first."""
    parent = draft.parent
    while parent:
        yield _own(folded, parent)
        parent = parent.parent


def _own(folded: str, draft: Draft) -> str:
    """Give a heading's own words: those before the first of its records."""
    places = [field.span for field in draft.fields]
    return "".join(folded[place.start : place.end] for place in places)


def _kind(family: Sequence[Draft], above: Sequence[str]) -> ListKind:
    keys = {field.key for draft in family for field in draft.fields}
    if sum(1 for key in keys if _CATALOGUE.search(key)) >= _FEWEST_COLUMNS:
        return "catalogue"
    if _is_negative(family, above):
        return "negative"
    names = {field.name for draft in family for field in draft.fields}
    if not names.isdisjoint(ASSIGNED):
        return "task"
    if any(_MATERIAL.search(words) for words in above[:2]):
        return "material"
    named = "deadline" in names and any(_TASKS.search(words) for words in above)
    return "task" if named else "plain"


def _is_negative(family: Sequence[Draft], above: Sequence[str]) -> bool:
    """Say whether a list names what is not disclosed; ``above`` begins with title and caption."""
    title, *headings = above
    named = _NEGATIVE.search(title) and not _OTHER_NEGATIVE.search(title)
    if any(_MANAGES.search(words) for words in headings) or not (
        named or any(_NEGATIVE.search(words) for words in headings)
    ):
        return False
    reasoned = any(field.name in _GROUNDS for draft in family for field in draft.fields)
    return reasoned or any(_WITHHELD.search(words) for words in headings)


def _manages(folded: str, draft: Draft) -> bool:
    names = (field.span for field in draft.fields if field.name == "name")
    return any(_MANAGES.search(folded, *Span(*name)) for name in names)


def _is_of_all(folded: str, draft: Draft) -> bool:
    """Say whether a draft only names what is asked of all, and neither unit nor time."""
    if any(field.name in ASSIGNED or field.name == "deadline" for field in draft.fields):
        return False
    names = [folded[slice(*field.span)].strip(" \u3000。：") for field in draft.fields]
    return bool(names) and bool(_OF_ALL.fullmatch(names[0]))
