"""A title whose matter stands without 关于."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import BARE_ENDS, RUNNING_ENDS, longest_first, running
from gongkai_lint.patterns import compiled

_KIND = compiled(
    r"的(?:(?:实施|指导性?|若干|处理|会商|紧急|补充|联合|情况|自查|核查|专项|预备){0,2}"
    r"(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|复?函))(?:[（(〔][^（）()]{1,16}[）)〕])*$"
)
_INSIDE = compiled(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
# What may open the matter in the place of 关于, by custom: a text passed on, a party answered.
_PASSED_ON = compiled(r"(?:联合)?(?:转发|批转|转批)")
_INSTEAD = compiled(
    r"有关|就(?![业地近医餐学读诊职])|致(?![富力贫残])|给(?![予付水排养])|[与同](?=[^，。]{2,20}(?:往来|交涉|联系))"
)
_ANSWERED = compiled(r"对[^，。]{2,60}的(?:[审处]?[查理核]?意见|批复|复?函|答复)$")
_ISSUED = compiled(r"(?:联合)?(?:印发|发布|公布|颁布|下发|颁发|废止|解读)《")
# an act whose object is an organ: without one in front, a name that ends as an organ's is a name
_ORGAN_MADE = compiled(
    r"[^，。]{0,2}?(?:成立|设立|组建|建立|筹[建备]|撤销|取消|合并|更名|整合|[增改]设|恢复|调整|充实|划[转归]|授权|委托|"
    r"确定|明确|公布|命名|表[彰扬]|奖励|通报|任命|聘任|支持|同意|批准|核准|认定|协助|商请|邀请|聘请|走访|慰问|"
    r"派出|派驻|接管|移交|迁[至移入]|搬迁|关闭|开放|启用|变更|规范|加强|推进|做好|开展)"
)
_NAMED = compiled(
    r"(?:[大支中总]队|[分总]?局|派出所|办公[厅室]|委员会|指挥部|小组|专班|中心|[厅处科院所站馆室])$"
)
_INNER = compiled(r"(?:[^，。的]{0,8}委员会)?办公[厅室](?![室公])")
_RUNNING = "|".join(map(running, longest_first(RUNNING_ENDS | BARE_ENDS)))
# where no signature tells the issuer: the shortest name that no further name goes on
_OPENING = compiled(
    rf"(?:(?:中共)?[\u3400-\u9fff（）]{{2,24}}?(?:{_RUNNING}|[省市县区州旗]委)"
    rf"(?![局厅部院署处室队及和与党分]|人民政府|办公|委员会|中心|学院|支队|大队)[、和\s]?){{1,4}}?"
)
_BETWEEN = "、，,和及与暨"
_SHORTEST, _VERB = 4, 4


class WithoutAbout(NamedTuple):
    """Report the title of an official kind (…的通知) whose matter stands without 关于.

    The issuers in front (by the signature, else by their names' endings) are left out. Silent are
    titles with 关于 outside 《》, those that pass a text on (转发), answer a party (对…的批复),
    issue a 《关于…》, or are nothing but an organ and a kind (某大队的通告); a title that names no
    issuer is one of a document only where a number or an addressee stands beside it.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the matter with its kind, where 关于 is missing in front of it."""
        document = view.document
        for element in document.of("title")[:1]:
            places = [at for at in range(*element.span) if not document.text[at].isspace()]
            words = "".join(document.text[at] for at in places)
            start = _matter(document, words)
            if start is not None and "关于" not in _line_above(document, element.span.start):
                yield Match(Span(places[start], element.span.end))


def _line_above(document: Document, start: int) -> str:
    """Give the last line above the title, which may be its lost beginning."""
    above = document.text[:start].rstrip()
    return above[above.rfind("\n") + 1 :]


def _matter(document: Document, words: str) -> int | None:
    """Give where the matter begins that should have 关于 in front of it."""
    if "关于" in _INSIDE.sub("", words) or not _KIND.search(words):
        return None
    start = _behind_issuers(document, words)
    matter = words[start:]
    named = _KIND.sub("", matter)
    if (
        len(named) < _SHORTEST
        or _stands_instead(matter)
        or ("关于" in words and _ISSUED.match(matter))
    ):
        return None
    if _NAMED.search(named) and not _ORGAN_MADE.search(named):
        return None
    sure = bool(document.of("document_number") or document.of("addressee"))
    known = words.startswith(document.issuer.names) if document.issuer.names else start > 0
    return start if sure or known else None


def _stands_instead(matter: str) -> bool:
    return bool(_PASSED_ON.match(matter) or _INSTEAD.match(matter) or _ANSWERED.match(matter))


def _behind_issuers(document: Document, words: str) -> int:
    """Give where the title goes on behind the organs that it opens with; 0 where it has none."""
    names = sorted({"".join(name.split()) for name in document.issuer.names}, key=len, reverse=True)
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


KIND = Kind(WithoutAbout, "标题的事由前有没有“关于”")
