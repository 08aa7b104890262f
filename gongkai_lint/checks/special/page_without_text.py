"""“此页无正文” in any wording: a line that says of its page that no text stands there."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import line_end

# The page, as it is pointed at or by what is done on it; that it has none; what it has not.
_PAGE = (
    r"(?:(?:以下|自?此)?(?:[此本该这下后次末尾背续另]一?|最后一?|第[一二三四五六七八九十\d]{1,3})[页面]"
    r"|以下|[此其]后|其下|[后下]面|下方|(?:签[章署字]|盖章|用印|落款|署名)页)"
)
_NONE = r"再?(?:[无没不未](?:再?有|另有|含|载|排|印|存)?|空无|并无|已?无)(?:其[他它])?"
_TEXT = r"(?:公文|文件)?(?:正文|文字|内容|文)(?:文字|内容|部分)?"
_FOR = r"(?:签[章署字]|[加盖]*盖?公?印?章|用印|盖印|落款|署名|成文日期|印章)"
_AWAY = compiled(
    # 此页无正文，仅供盖章 · 此页为签章页，无正文 · 正文至上页为止
    rf"(?:{_PAGE}[内上中起]?空?[，、：]?(?:[为系是作属][^，。；]{{1,14}}[，、；：]?|以[上下])?(?:[均皆都]|仅[^，。；]{{1,8}}[，、])?"
    rf"{_NONE}{_TEXT}(?:了|的)?"
    rf"|{_PAGE}(?:[仅只专]?(?:供|为|作为?|用[于作]|系|留作|限))+[^，。；]{{0,6}}{_FOR}(?:之?用|页|处|使用)?"
    rf"|{_TEXT}(?:[在至到止于已]){{1,3}}[上前]一?[页面](?:结束|为止|已?完|终?止)?)"
    r"(?:[，、；：（(—][^。；]{0,20}?)?"
)
_AROUND = compiled(
    r"(?:[（(【〔\[［﹝<＜〈「『{｛—\-－·*＊/]*(?:备?注|说明)?[：:]?)(?P<said>.+?)[）)】〕\]］﹞>＞〉」』}｝。.；;！—\-－·*＊/]*"
)
# a bracket on a line with the signature: （此页无正文）　　云岭市水利局
_WITH_MORE = compiled(
    r"(?P<bracket>[（(【〔][^（(【〔）)】〕\n]{4,40}[）)】〕])(?P<gap>[ \t\u3000\xa0]*)"
    r"(?P<behind>[^，。；：\n]{2,40})$"
)
# those who sign a contract or pledge: their names and hands stand behind the words, no organ's
_PARTY = compiled(
    r"[甲乙丙双]\s*方|法定代表人|(?:授权|委托)代理?人|"
    # 承诺人：, 发包方（公章）：, but not 联系人：
    r"^[^，。；：\n]{0,10}(?<!联系)(?<!签发)(?<!经办)[人方](?:代表)?\s*(?:[（(][^（）()\n]{1,10}[）)])?\s*[：:]|"
    r"[（(]\s*(?:签\s*[字名章]|盖\s*章|公\s*章|手印)[^（）()\n]{0,8}[）)]\s*[：:]|(?:签\s*[字名]|签章)\s*[：:]"
)
_CONTRACT = compiled(r"合\s*同|协\s*议|承诺书|责任书|契约|投标|招标|标书|备忘录|章程")
_SIGNS = (
    "页",
    "以下",
    "以 下",
    "本面",
    "此面",
    "本 面",
    "此 面",
    "后面",
    "背面",
    "下面",
    "下方",
    "后无",
    "后没",
)
_LONGEST, _LINES_BEHIND = 80, 6


class PageWithoutText(NamedTuple):
    """Report each line, or bracket at a line's end, that says its page has no text.

    Silent are the leaves on which the parties of a contract or a pledge sign: it is named in the
    words, or a party's place to sign stands in the six lines behind (a form's, further behind, is
    another matter).
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places, without the marks around them."""
        document = view.document
        for line in sorted(_lines(document.text)):
            span = _said(document, line)
            if span and not _is_signed_by_parties(document, span, line.end):
                yield Match(span)


def _lines(text: str) -> set[Span]:
    """Give the lines, or their last sentences, that have one of the signs and are short."""
    found = set()
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0:
            start, end = text.rfind("\n", 0, at) + 1, line_end(text, at, len(text))
            start = max(start, text.rfind("。", start, at) + 1)
            if end - start <= _LONGEST:
                found.add(Span(start, end))
            at = text.find(sign, at + 1)
    return found


def _said(document: Document, line: Span) -> Span | None:
    text = document.text
    visible = [at for at in range(*line) if not text[at].isspace()]
    more = _WITH_MORE.match(text[line.start : line.end].lstrip())
    if more and (more["gap"] or more["behind"] in document.issuer.names):
        visible = visible[: len("".join(more["bracket"].split()))]
    words = "".join(text[at] for at in visible)
    found = _AROUND.fullmatch(words)
    if found is None or not _AWAY.fullmatch(found["said"]):
        return None
    inside = text[line.start - 1] != "\n" if line.start else False
    if inside and found.start("said") == 0:
        return None  # a sentence of its paragraph, no remark in brackets
    return Span(visible[found.start("said")], visible[found.end("said") - 1] + 1)


def _is_signed_by_parties(document: Document, span: Span, end: int) -> bool:
    if _CONTRACT.search(document.words(span)):
        return True
    for _ in range(_LINES_BEHIND):
        behind = line_end(document.text, end + 1, len(document.text))
        if _PARTY.search(document.text[end + 1 : behind].strip()):
            return True
        end = behind
    return False


KIND = Kind(PageWithoutText, "是不是有“此页无正文”一类的字样")
