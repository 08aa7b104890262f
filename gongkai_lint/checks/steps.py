"""Which step of a procedure a period belongs to: applying for review, suing, a hearing, a fine.

A period belongs to the act that stands behind it in its clause (六十日内申请复议), else to the one
before it (复议，期限六十日), else, where its clause names none, to the nearest beside it. Where
the act is somebody else's (作出复议决定, 组织听证) or another law's (仲裁, 信访复查) it is none.
"""

import re
from collections.abc import Iterator

from gongkai_lint.checks.period_places import Placed, periods_near
from gongkai_lint.law.period import StepName
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

# a paragraph without one of these words speaks of no such step
_WORDS: dict[StepName, tuple[str, ...]] = {
    "review": ("复议",),
    "sue": ("诉", "法院", "官司"),
    "sue_after_review": ("诉", "法院", "官司"),
    "hearing": ("听证",),
    "licence_hearing": ("听证",),
    "hearing_notice": ("听证",),
    "licence_hearing_notice": ("听证",),
    "fine": ("罚", "缴款"),
    "licence": ("许可", "审批", "准予", "核准"),
}
_BESIDE = (
    "(?!之日|后|之后|[当次]日|时|回证|地址|方式|人员|机关|机构|期间|通知|告知书"
    "|的[^，。；]{0,12}(?:起|后))"
)
_ACT = compiled(
    # acts of others, or under other laws: they keep a period from the steps that stand near
    r"(?P<other>作出[^，。；]{0,10}(?:复议决定|裁定|判决|裁决|处罚决定|受理决定|延[长期])(?!的)|审理|答辩|应诉|立案"
    r"|有效期限?[，：:]?(?:为|是|至|不|最长)?|强制执行|催告|(?:组织|安排|召开|举办)[^，。；]{0,8}听证|确定[^，。；]{0,12}(?:时间|地点|主持|日期)"
    rf"|(?:补正|颁发|发证|制证|公示|公告|送达|备案|移送|转送|整改){_BESIDE}|一次性?告知|告知[^，。；]{{0,6}}(?:补正|受理)"
    r"|复查|复核|申诉|投诉|仲裁|信访|陈述|申辩|查阅|(?:是否|予以?|决定|不)受理|(?:不|未)(?:履行|答复|作出|作为)"
    r"|(?:延长|顺延)|(?<![不予])公开(?!决定|答复|申请|告知|信息|的)|(?:审查|审核|初审)(?=后|并|，|。|；|$)|加处|没收|(?<!未)改正|责令|登记|报[告送]|上[报缴]|解缴|当场收缴"
    r"|举行听证(?!会?的?◇?[^，。；]{0,4}前))"
    r"|(?P<review>复议机关(?=[：为是][^。；]{0,30}[时期]限)|复议(?!决定|结果|机关|法|委员|办公|机构|案件|审理|人员|应诉|后|期满|维持|仍|裁决|答复|的?受理|参加|通知|纠错|率|量|体制|工作))"
    r"|(?P<sue>起诉(?![状书人权]|之日|(?:讼的?)?通知)|诉[至诸请于]|(?:提[起出]|进行)[^，。；◇]{0,12}诉讼(?!的?通知)|行政诉讼(?!法|案|败诉|工作|量|率)|打官司|告上法庭"
    r"|诉讼(?!案|工作|期间|法|费|时效|权|请求|活动|代理|参加|文书|程序|主体|材料|规则|的?通知)|向[^，。；◇]{0,16}法院(?:提出|递交|提请|申告|呈[递交])|[向到][^，。；◇]{0,12}法院告)"
    r"|(?P<hearing>(?:申请|要求|提[出请]|请求|主张|需要|希望|想要?)[^，。；◇]{0,8}听证|听证的?(?:申请|要求|请求|权|诉求))"
    r"|(?P<fine>缴款|(?<![上收解追征])[缴交](?:纳|清|付|至|到|入|存|齐|足|罚)|(?:汇|存|转|打)[入至到][^，。；]{0,12}(?:账户|专户|银行|国库|账号)"
    r"|罚款的?(?:缴|交|履行|入库))"
    r"|(?P<licence>[作做]出[^，。；◇]{0,22}(?:决定|许可|批准|批复)(?!的)|办结|办理完毕|审[批查]完[毕成]|办完|审查决定|(?:办[理结]|审[批查])的?(?:时限|期限)"
    r"|许可决定|审结|决定[^，。；◇]{0,6}(?:批准|准予|许可|核准)|是否(?:批准|准予|许可|核准)|(?:予以|决定)批[准复])"
)
_PARTS = compiled(r"[；;]")
_CLAUSES = compiled(r"[，,；;|｜。]|[（(]\d{1,2}[）)]")
# counted from what is handed in, it is the time of the office that gets it
_HANDED_IN = compiled(
    r"(?:收到|接到|受理|签收)[^，。；◇]{0,20}(?:申请|要求|请求|诉求|副本)书?[^，。；◇起后]{0,6}(?:之日起?|[次当]日起?|后|起|的)[，]?[^，。；◇]{0,6}$"
)
_WITHIN = compiled(r"^[ 　]*(?:的?(?:期限|时间|期间))?(?:以内|之内|内)")
_EARLIER = compiled(r"^[ 　]*(?:之|以)?前")
_AHEAD = compiled(
    r"(?:(?:(?<!提)前|早于|提[早前]|距[^，。；]{0,8}听证[^，。；]{0,4})"
    r"(?:至少|不少于|不得少于|不低于)?|会)[ 　]*$"
)
_AFTER_REVIEW = compiled(
    r"复议(?:的?决定|结果|后|期满|维持|机关[^，。；]{0,12}(?:逾期|未|不|没有)|仍)|经(?:过|由)?(?:行政)?复议|复议[^，。；◇]{0,8}不服"
    r"|不服[^，。；◇]{0,6}复议"
)
_NEXT = compiled(r"再|其后|之后|随后|仍|方可|方能|才")
_FIRST = compiled(r"复议")
# what is told of the step without naming it again: 应于三日内提出, 期限为三日, 可在三日内行使
_TOLD = compiled(r"期限|时限|期间|时间|期：|提出|提请|递交|提交|行使|请求|申请|缴|交")
_FINED = compiled(r"罚款|罚缴|罚没款|罚单|被处罚|处罚决定")
_NOT_FINES = compiled(
    r"补偿费|税款?|保险费?|公积金|出让金|违约金|滞纳金|规费|土地款|学费|欠薪|延期|分期|暂缓|加处|逾期|到期不缴"
    r"|执法人员|当场收缴|收缴之日|(?:机关|执法(?:单位|部门)|银行|代收机构)(?:应当?|须|必须|要)?(?:在|于|自)|保证金|利息|水费|电费"
)
_LICENSING = compiled(r"许可|审批|准予|核准|批准")
_RECEIVED = compiled(r"受理|(?:收到|接到)[^，。；]{0,12}申请|许可决定")
_NOT_LICENSING = compiled(
    r"延长|顺延|听证|检[验测疫]|鉴定|评审|变更|延续|换发|补[发办]|(?:统一|联合|集中)办理|联合审|并联|初[审步]|审核意见"
    r"|上报|处罚|复议|备案|仲裁|案件|投诉|举报|信访|补正|裁决|认定|登记"
)
_HEARD = compiled(r"处罚|许可|当事人|利害关系人|案件|申请人|相对人|处理决定|告知书|吊销|罚款")
_NOT_HEARD = compiled(
    r"征收|征地|补偿|安置|价格|调价|立法|规章|决策|听证代表|听证会?参加人|信访|仲裁|规划"
)
_NOTICED = compiled(r"时间|地点|通知|告知|送达|告诉")
# another law gives it another period: it is cited for this very step, not for what was decided
_CITED = compiled(
    r"(?:依照|依据|根据|按照|按|适用|依)[^，。；◇]{0,24}?(?:[^，。；◇《》]{2,24}?(?:法|条例|办法|规定|细则)》?)"
    r"(?=第|的?规定|，|有关|,|（)"
)
_GENERAL = compiled(
    r"行政(?:复议|诉讼|处罚|许可)法|信息公开条例|行政复议法实施条例|本(?:办法|规定|条例|细则)|有关规定|以下规定|下列规定|法律法规|依法"
)
_DECIDED = compiled(
    r"决定(?:对|给予|不予|处)|处以|处罚款|给予|作出如下|现?予以|驳回|认定"
    r"|不予(?:许可|公开|登记|受理|批准|支持)"
)
_OTHERS_LAW = compiled(
    r"民事|仲裁|裁决书|赔偿(?:请求|义务|决定|申请|诉讼)|保全|公益|争议[^，。；]{0,12}处理决定"
    r"|(?:专利|商标)[^，。；]{0,16}(?:复审|评审|无效)|股东|业主[^，。；]{0,12}(?:撤销|侵害)|清算"
    r"|未告知[^。]{0,60}(?:权利|期限)|损害赔偿|诉讼时效|刑事诉讼|监察(?:机关|委|对象)|政务处分|人事处理"
    # criminal procedure, a court's own rulings, disputes of labour
    r"|取保候审|保证金|不予立案|控告人|犯罪嫌疑人|回避|裁定[^，。；]{0,6}(?:不服|异议)|(?:劳动|人事)争议"
)
# others' mistakes, told to be corrected
_MISTAKES = compiled(
    r"字样|误[写将把作]|(?<![、得])错[写将误]|写错|沿用|不一致|不符(?!合)|缩短了|延长了|有的(?:单位|地方|部门|机关|文书)"
    r"|个别(?:单位|地方|部门|机关)|说法|听(?:人)?说|据说|传言|误(?:解|认|会|区)|以为|其实"
    r"|不(?:准确|正确|对)的?(?:，|。|$)|是否[^，。；]{0,6}(?:过期|逾期|超期)|改为|更正|原为|由原|修改前|修正为|旧(?:法|规定|表述)|不得(?:写|以|将|把|擅自)|不能(?:写|将|把)|[而，]不是"
)
# what a whole paper decides with a remedy of another law: 国家赔偿, 权属争议
_OTHERS_PAPER = compiled(
    r"赔偿(?!标准)|权属(?:争议|纠纷)|确权|(?:劳动|人事)[^，。]{0,4}仲裁|裁决书|事故认定|复核"
)
_REVIEWED = compiled(r"复议[^，。]{0,6}决定|驳回[^，。]{0,10}复议申请")
# such papers bear their kind alone over the text, without 关于
_PAPER = compiled(r"^[^，。：；]{2,40}(?:决定|[通告]知|认定|答复|裁决)书?\s*$")
_HEAD, _HEAD_LINES = 160, 4
_PROVIDED = compiled(r"另有规定|从其规定")
_SAID_LAWFUL = compiled(r"法定(?:办[理结]|审批)?[时期]限")
_STARTED = compiled(r"(?:起|后|之日|次日)[^，]{0,2}$")
_REGULATION = compiled(r"(?:条例|(?<!办)法)(?:实施细则)?(?:（[^（）]*）)?[ \n]*$")
# a note under the title: 2000年9月25日中华人民共和国国务院令第292号公布
_DECREED = compiled(r"\n[（(]?\d{4}年\d{1,2}月\d{1,2}日[^\n《]{0,8}国务院令")
_LONGEST_NOTE = 60
_BARE = 2  # a clause that says nothing beside the period leaves the act to another


class Step(NamedTuple):
    """A period that belongs to a step: its place, number, unit, the step."""

    span: Span
    amount: int
    unit: str
    name: StepName


def steps(
    document: Document, spans: tuple[Span, ...], names: frozenset[StepName]
) -> Iterator[Step]:
    """Yield the periods inside the spans that belong to a step of these, in order of place."""
    scopes = SortedSpans(spans)
    for place in periods_near(document, {word for name in names for word in _WORDS.get(name, ())}):
        if scopes.cover(place.span) and (name := _step(document, place)) in names:
            yield Step(place.span, place.amount, place.unit, name)


def _step(document: Document, place: Placed) -> StepName | None:
    """Give the step of a period; None where it is none of these, or another law's."""
    name = _noticed(place) or _named(place)
    if name is None or _is_silent(place, name):
        return None
    if name in {"hearing", "hearing_notice"}:
        return _hearing(titles_of(document), place, name)
    if name in {"review", "sue"} and _decided(document, _OTHERS_PAPER):
        return None
    if name == "licence" and _is_regulation(document):
        return None
    if name == "sue":
        reviewed = _follows_review(place) or _decided(document, _REVIEWED)
        return "sue_after_review" if reviewed else "sue"
    return name


def _is_regulation(document: Document) -> bool:
    """Say whether it is a law or a regulation, which may give licences a period of their own."""
    titles = document.of("title")
    if any(_REGULATION.search(document.words(e.span)) for e in titles):
        return True
    end = titles[-1].span.end if titles else 0
    return bool(_DECREED.search(document.text, end, end + _LONGEST_NOTE))


def titles_of(document: Document) -> str:
    """Give the titles of a document and of what it issues, in one line."""
    kinds = ("title", "issued_text_title")
    return " ".join(document.words(e.span) for kind in kinds for e in document.of(kind))


def _decided(document: Document, matter: re.Pattern[str]) -> bool:
    """Say whether a paper decides a matter: its title does, or a line of its head (…决定书)."""
    if matter.search(titles_of(document)):
        return True
    head = document.text[:_HEAD].split("\n")[:_HEAD_LINES]
    return any(_PAPER.search(line) and matter.search(line) for line in head)


def _named(place: Placed) -> StepName | None:
    own, rest = _own(place.behind)
    clauses = _CLAUSES.split(place.before)
    within = _WITHIN.match(place.behind) if place.table is None else None
    later = (rest if within else "", False)
    here = (clauses[-1], True)
    # 应在三十日内，起诉… goes on to the next; 自收到之日起三十日内，起诉 waits for its act
    next_ones = (later, here) if _STARTED.search(clauses[-1]) else (here, later)
    told = bool(_TOLD.search(clauses[-1] + own))
    bare = told or place.table is not None or len(own) - (within.end() if within else 0) <= _BARE
    for words, last in ((own, False), *next_ones, (place.before if bare else "", True)):
        found = _last(words) if last else _ACT.search(words)
        if found is not None:
            return _kept(found, place)
    if told:
        found = _last(place.told)
        return _kept(found, place) if found else None
    return None


def _own(behind: str) -> tuple[str, str]:
    """Part what stands behind a period into its own clause and the rest of its part."""
    part = _PARTS.split(behind, 1)[0]
    found = _CLAUSES.search(part)
    return (part[: found.start()], part[found.start() :]) if found else (part, "")


def _last(words: str) -> re.Match[str] | None:
    return next(iter([*_ACT.finditer(words)][-1:]), None)


def _kept(found: re.Match[str], place: Placed) -> StepName | None:
    name = found.lastgroup
    near = _PARTS.split(place.before)[-1] + "◇" + _own(place.behind)[0]
    sentence = place.told.rpartition("。")[2] + near
    whole = f"{place.told}{place.before}◇{place.behind}"
    if name == "fine":
        fined = _FINED.search(whole) and not _NOT_FINES.search(sentence)
        return "fine" if fined else None
    if name == "licence":
        received = _RECEIVED.search(near) and _LICENSING.search(
            place.told[-60:] + place.before + place.behind
        )
        return "licence" if received and not _NOT_LICENSING.search(near) else None
    if name in {"review", "sue", "hearing"} and not _HANDED_IN.search(place.before):
        return name  # type: ignore[return-value]
    return None


def _noticed(place: Placed) -> StepName | None:
    """Say whether a hearing's time and place are told so long ahead: 听证三日前通知."""
    ahead = _EARLIER.match(place.behind) or _AHEAD.search(place.before)
    near = place.before + place.behind
    if ahead and "听证" in near + place.told[-40:] and _NOTICED.search(near):
        return "hearing_notice"
    return None


def _hearing(titles: str, place: Placed, name: StepName) -> StepName | None:
    near = f"{place.table or ''}{place.told}{place.before}{place.behind}"
    if _NOT_HEARD.search(near) or not _HEARD.search(near + titles):
        return None
    about = next((w for w in (near, titles) if "处罚" in w or "许可" in w), "")
    if "许可" in about and "处罚" not in about:
        return "licence_hearing" if name == "hearing" else "licence_hearing_notice"
    return name


def _follows_review(place: Placed) -> bool:
    own, rest = _own(place.behind)
    near = f"{place.before}◇{own}{rest}"
    if _AFTER_REVIEW.search(near):
        return True
    return bool(_NEXT.search(place.before) and _FIRST.search(place.told[-80:] + place.before))


def _is_silent(place: Placed, name: StepName) -> bool:
    """Say whether the sentence tells of others' mistakes, or another law gives the period."""
    whole = place.told.rpartition("。")[2] + place.before + "◇" + place.behind
    near = f"{_PARTS.split(place.before)[-1]}◇{_own(place.behind)[0]}"
    if _MISTAKES.search(whole) or _PROVIDED.search(near):
        return True
    if name in {"review", "sue"} and _OTHERS_LAW.search(whole):
        return True
    if name == "licence" and _SAID_LAWFUL.search(near):
        return True
    led = place.told.rpartition("。")[2] + place.before
    for found in _CITED.finditer(led):
        if not _GENERAL.search(found[0]) and not _DECIDED.search(led, found.end()):
            return True
    return False
