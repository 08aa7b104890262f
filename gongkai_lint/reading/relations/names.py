"""Short names that a text gives."""

import math
from functools import lru_cache

from gongkai_lint.model.document import Document
from gongkai_lint.organs import NAME_ENDS
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term

UNREAD = (
    "abbreviated_otherwise",
    "abbreviated_before",
    "named_in_full",
    "short_name_used_before",
    "short_name_used",
)
_SHORT = compiled(
    r"[为作]?[：:]?\s*[“\"「]?(?P<name>《[^《》\n]{1,20}》|[^“”\"《》「」，。；、（）()\n]{1,20})"
)
_JOINT = compiled(r"、[^”\"」，。；（）()〔〕\n]{1,20}")  # 区、县水利部门 is one name
_FULL = compiled(r"[^，。；：、（）()《》“”\n]+$")
_ORGAN = compiled(f"(?:{NAME_ENDS}|协会|平台|系统|工程|项目|基地)$")
_FUND = compiled("(?:[账帐]户|资金|基金|保证金|准备金|许可证|合格证|信息库|名录库)$")
_COUNTED = compiled(r"[一二两三四五六七八九十\d]{1,2}[个项类件张单大化]\S")
_NAMED = 6  # shorter ends are alike in many names: 管理办法, 有限公司
_LEAD = (  # compiled where it is asked
    r"(?:^|[由对经与和及为将在到向把从给的]|委托|扶持|支持|选择|确定|申报|承担|参与|使用|管理|完成|开通|开展|推进|实施|成立|设立|建立|部署|落实|通过|组织|举办|建设|启动|编制|制定"
    r"|印发|依照|按照|根据|加入|参加|[本全我][省市县区])$"
)
_MORE = 2  # so many characters more tell a full name from its short one
_REACH = 40  # the full name stands right before its short one
_BLOCKS = ("body", "issued_text", "attachment")
_BARE = 2  # 条例, 办法: no more than the kind of a document
_COINED = 3  # two characters may be any word
_END = 5  # a long short name is cut again: 《修订草案征求意见稿》, then 征求意见稿


def abbreviated_before(spot: Spot) -> bool:
    """The same short name was given before; a notice and the text it issues may both give it."""
    name = _whole_name(spot, spot.term)
    here = _block(spot.document, spot.term.start)
    return name != "" and any(
        _whole_name(spot, term) == name and _block(spot.document, term.start) == here
        for term in spot.reading.of("abbreviates")
        if term.end <= spot.term.start
    )


def abbreviated_otherwise(spot: Spot) -> bool:
    """The same full name was given another short name before, in the same block."""
    here, name, full = _block(spot.document, spot.term.start), *_names_at(spot, spot.term)
    return name != "" and any(
        _are_one(full, other) and short not in {"", name}
        for term in spot.reading.of("abbreviates")
        if term.end <= spot.term.start and _block(spot.document, term.start) == here
        for short, other in (_names_at(spot, term),)
    )


def _names_at(spot: Spot, term: Term) -> tuple[str, str]:
    """Give the short name that is given and the words before it, which end with the full one."""
    before = spot.reading.text[max(0, term.start - _REACH) : term.start].rstrip("（(〔》”")
    full = _FULL.search(before)
    return _name(spot, term).strip("《》“”"), full[0].strip() if full else ""


def _are_one(one: str, other: str) -> bool:
    """Say whether the words end with the same name, in each behind its beginning or a verb."""
    most = min(len(one), len(other))
    same = next((n for n in range(most) if one[~n] != other[~n]), most)
    leads = (words[: len(words) - same] for words in (one, other))
    return same >= _NAMED and all(map(compiled(_LEAD).search, leads))


def short_name_used_before(spot: Spot) -> bool:
    """The same text used the short name of an organ (创城办) or a fund (专户) before it was given.

    It is picked from the full name's characters. Where these stand together there (领导小组), and
    where it names no organ (申请人), it may be a common word. Things counted (三项清单) are none.
    """
    name = _name(spot, spot.term).strip("《》“”")
    text, at = spot.reading.text, spot.term.start
    if _COUNTED.match(name):
        block = _block(spot.document, at)
        return block >= 0 and text.find(name, block, spot.sentence.start) >= 0
    full = _FULL.search(text[max(0, at - _REACH) : at].rstrip("（(》”"))
    if full is None or name in full[0] or not _picked(name, full[0]):
        return False
    # two characters may be any organ's, and once a part of a longer word: 进专户, 专户由…
    short = len(name) < _COINED
    if not (_FUND.search(full[0]) or (_ORGAN.search(full[0]) and not short)):
        return False
    block = _block(spot.document, at)
    return block >= 0 and text.count(name, block, at) > short


def named_in_full(spot: Spot) -> bool:
    """Before it the text tells what the short title is short for: （以下简称《条例》）.

    A bare 《条例》 may also stand for a title that ends so: 《云岭市防汛条例》, 关于…的条例.
    """
    name = spot.words(spot.term).strip("《》")
    return _first_told(spot.reading.text, name) <= spot.term.end


@lru_cache(maxsize=32)  # a text that tells nothing is not searched for each of its short titles
def _first_told(text: str, name: str) -> float:
    """Give where a text has first told what a short title is short for; infinity if it has not."""
    told = rf"(?:[简統统]称|簡稱)[^。；\n]{{0,6}}?{name}"
    if len(name) <= _BARE:
        leads = r"《[^《》\n]{2,60}?|关于[^。；《\n]{2,60}?|[省市县区国][^，。；《\n]{2,24}?"
        told += rf"|(?:{leads}){name}"
    found = compiled(told).search(text)
    return found.end() if found else math.inf


def _picked(name: str, full: str) -> bool:
    rest = iter(full)
    return len(name) > 1 and all(one in rest for one in name)


def short_name_used(spot: Spot) -> bool:
    """The short name stands elsewhere too, or its end further on; an unreadable one is used."""
    name = _name(spot, spot.term)
    text = spot.reading.text
    if not name or text.count(name) > 1 + _in_full_name(text, name, spot.term.start):
        return True
    bare = name.strip("《》“”")
    end = text.find(name, spot.term.end) + len(name)
    return len(bare) > _END and text.find(bare[-_END:], end) >= 0


def _in_full_name(text: str, name: str, at: int) -> int:
    """Count how often a short name stands inside the full one before it, where that stands."""
    full = _FULL.search(text[max(0, at - _REACH) : at].rstrip("（(》”"))
    begin = full[0].rfind(name) if full else -1
    if full is None or begin < 0:
        return 0
    whole = full[0][max(0, begin - _MORE) :]
    return text.count(whole) if whole != name else 1  # of 专项规划（以下简称专项规划） the first


def _name(spot: Spot, term: Term) -> str:
    found = _SHORT.match(spot.reading.text, term.end)
    return found["name"].strip() if found else ""


def _block(document: Document, at: int) -> int:
    spans = (e.span for kind in _BLOCKS for e in document.of(kind))
    held = [span for span in spans if span.start <= at < span.end]
    return min(held, key=lambda span: span.end - span.start).start if held else -1


def _whole_name(spot: Spot, term: Term) -> str:
    found = _SHORT.match(spot.reading.text, term.end)
    joint = found and _JOINT.match(spot.reading.text, found.end("name"))
    return _name(spot, term) + (joint[0] if joint else "")
