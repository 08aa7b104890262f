"""The matter of a title (事由) with the kind of document: what stands behind the issuers."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.element import Element
from gongkai_lint.model.span import Span
from gongkai_lint.organs import BARE_ENDS, RUNNING_ENDS, longest_first, running
from gongkai_lint.patterns import compiled

# an act whose object is an organ: what follows it is no issuer's name
_MADE = (
    r"成立|设立|组建|建立|筹[建备]|撤销|取消|合并|更名|整合|[增改]设|恢复|调整|充实|划[转归]|授权|委托|"
    r"确定|明确|公布|命名|表[彰扬]|奖励|通报|任命|聘任|支持|同意|批准|核准|认定|协助|商请|邀请|聘请|走访|慰问|"
    r"派出|派驻|接管|移交|迁[至移入]|搬迁|关闭|开放|启用|变更|规范|加强|推进|做好|开展"
)
_ORGAN_MADE = compiled(rf"[^，。]{{0,2}}?(?:{_MADE})")
_INNER = compiled(r"(?:[^，。的]{0,8}委员会)?办公[厅室](?![室公])")
_RUNNING = "|".join(map(running, longest_first(RUNNING_ENDS | BARE_ENDS)))
# where no signature tells the issuer: the shortest name that no further name goes on
_OPENING = compiled(
    rf"(?:(?:中共)?[\u3400-\u9fff（）]{{2,24}}?(?:{_RUNNING}|[省市县区州旗]委)"
    rf"(?![局厅部院署处室队及和与党分]|人民政府|办公|委员会|中心|学院|支队|大队)[、和\s]?){{1,4}}?"
)
_BETWEEN = "、，,和及与暨"
_VERB = 4
_ABOUT = "关于"


def title_matter(
    text: str, elements: Sequence[Element], issuers: tuple[str, ...]
) -> Iterator[Element]:
    """Yield the matter of the first title, from 关于 on or what stands in its place.

    The issuers in front are told by the signature, else by their names' endings. A title that names
    no issuer is one of a document only where a number or an addressee stands beside it. The value
    is the matter without white space.
    """
    title = next((element.span for element in elements if element.kind == "title"), None)
    if title is None:
        return
    places = [at for at in range(*title) if not text[at].isspace()]
    words = "".join(text[at] for at in places)
    start = _about(words)
    if start < 0:
        if _ABOUT in _line_above(text, title.start):  # the title's lost beginning
            return
        start = _behind_issuers(words, issuers)
        sure = any(element.kind in {"document_number", "addressee"} for element in elements)
        if not sure and not (words.startswith(issuers) if issuers else start > 0):
            return
    if start < len(places):
        yield Element("title_matter", Span(places[start], title.end), value=words[start:])


def _about(words: str) -> int:
    """Give where 关于 stands outside 《》, or -1."""
    at = words.find(_ABOUT)
    while at >= 0 and words.count("《", 0, at) > words.count("》", 0, at):
        at = words.find(_ABOUT, at + 1)
    return at


def _line_above(text: str, start: int) -> str:
    above = text[:start].rstrip()
    return above[above.rfind("\n") + 1 :]


def _behind_issuers(words: str, issuers: tuple[str, ...]) -> int:
    """Give where the title goes on behind the organs that it opens with; 0 where it has none."""
    names = sorted({"".join(name.split()) for name in issuers}, key=len, reverse=True)
    start = 0
    while name := next((name for name in names if words.startswith(name, start)), ""):
        start += len(name)
        while start < len(words) and words[start] in _BETWEEN:
            start += 1
    if start:
        inner = _INNER.match(words, start)
        return inner.end() if inner else start
    opening = None if _ORGAN_MADE.match(words[:_VERB]) else _OPENING.match(words)
    return opening.end() if opening else 0
