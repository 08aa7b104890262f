"""D13: the days that an announcement gives the public to comment."""

from collections.abc import Iterator
from datetime import date

from gongkai_lint.checks.kind import Kind
from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.law.reckoning import last_day
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.model.finding import Match, View
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import parse_number
from gongkai_lint.patterns import compiled

_LEAST = 30
_START = r"(?:自|从|于|^)\D{0,3}(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
_EXCUSED = r"缩短|紧急|尽快出台|第二次|再次|二次"
_ASK = "(?:征[求集询]|听取|收集)"
_ASKS = (
    rf"现[^。\n]{{0,40}}{_ASK}[^。\n]{{0,20}}意见"  # 启事, or a 公告 whose title names no matter
)
_OPEN = (
    rf"公开{_ASK}|{_ASK}(?:社会|公众)|向社会|社会各界|[面向对]公众|公民、法人|广大(?:群众|市民|居民)|市民朋友"
    rf"|(?:广泛|予以公布|公布|登报)[^。\n]{{0,12}}{_ASK}"
)
# Rows of the table of periods: the words that tell of each, and how its matter is called.
_KINDS = (
    ("DL16", r"重大行政决策", "重大行政决策草案"),
    ("DL18", r"政府规章|规章(?:草案|送审稿|征求意见稿)|规章项目", "规章草案"),
)
_BUSINESS = "DL17"
_LOCAL = "DL18b"
_PERIOD = r"(?:公示|征求意见|公开征求意见|征集|公开征集|反馈意见|反馈)(?:期限?|时限|时间)"
# 现公开征求意见。时间：X至Y; 公开征求社会各界意见，请于X前反馈.
_OPENED = (
    rf"{_ASK}[^\n]{{0,40}}意见(?:建议|和建议)?[。；，]?(?:公开)?(?:{_ASK}意见|征集|公示|起止|反馈)?的?"
    r"(?:时间|期限|日期)(?:为|[：:])?$"
)
_ASKED = rf"{_ASK}[^。；\n]{{0,40}}意见[^。；\n]{{0,16}}$"
_OPINION = r"(?:意见|建议)[^，。；\n]{0,10}$"
_GIVEN = r"[^，。；\n]{0,16}(?:反馈|提出|提交|发送|寄|发至|告知|联系)"
# 自即日起至X公开征求意见
_ASKING = rf"[，]?(?:面?向[^，。；\n]{{0,8}})?(?:公开)?{_ASK}[^，。；\n]{{0,12}}(?:意见|建议)"
_NEAR = 90
_FOR_BUSINESS = (
    r"与[^，。；\n]{0,12}(?:经营|企业|市场主体)[^，。；\n]{0,12}(?:密切)?相关|涉企|(?:规范|加强|促进|支持|鼓励|约束|引导)[^。；，\n]{0,24}"
    r"(?:经营者|经营主体|市场主体|企业|经营行为|经营活动)"
    r"|对(?:[^，。；\n]{0,6})(?:经营者|经营主体|市场主体|企业|商户)的[^。；\n]{0,40}(?:义务|责任|要求|条件|处罚)"
)
# An arrangement not yet announced may put so many days off into a period.
_LONGEST_HOLIDAY = 10
_DRAFT = (
    r"(?:办法|规定|细则|规则)[（(](?:征求意见稿|草案|公开征求意见稿|修订草案)[^（）()]{0,8}[）)]》"
)
_RULES = r"办法|规定|细则|规则|规范性文件"


class CommentPeriod(NamedTuple):
    """Yield the comment period of a consultation that must last thirty days and does not."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        document = view.document
        asks = "consultation" in document.traits or _says(document, _ASKS)
        if not asks or not _says(document, _OPEN):
            return
        matter, basis = _matter(view)
        if not matter or _says(document, _EXCUSED):
            return
        for time in document.deadlines:
            days = _days(document, time) if _is_for_comment(document, time) else None
            if days is not None and 0 < days < _LEAST:
                yield Match(time.span, (("days", str(days)), ("matter", matter)), basis=basis)
                return


def _matter(view: View) -> tuple[str, tuple[LegalBasis, ...]]:
    """Give what is consulted on, where it needs thirty days, and what asks for them."""
    for row, words, matter in _KINDS:
        if _says(view.document, words) and (basis := _basis(view, row)):
            return matter, basis
    if _is_of_business(view.document) and (basis := _basis(view, _BUSINESS)):
        return "与市场主体生产经营密切相关的文件", basis
    local = next(iter(view.law.periods_on(view.as_of, (_LOCAL,))), None)
    if local is None or not local.verified or not _is_rulemaking(view.document):
        return "", ()
    return local.matter, _basis(view, _LOCAL)


def _is_of_business(document: Document) -> bool:
    """Say whether the title or the purpose told is what businesses do."""
    return "business" in document.traits or (
        _is_rulemaking(document) and _says(document, _FOR_BUSINESS)
    )


def _basis(view: View, row: str) -> tuple[LegalBasis, ...]:
    """Give the basis of a row of the table of periods, where it is in force."""
    period = next(iter(view.law.periods_on(view.as_of, (row,))), None)
    law = view.law.instrument(period.instrument) if period else None
    return (law.basis(period.provision),) if period and law else ()


def _is_rulemaking(document: Document) -> bool:
    titled = any(compiled(_RULES).search(document.words(e.span)) for e in document.of("title"))
    return titled or _says(document, _DRAFT)


def _says(document: Document, words: str) -> bool:
    return compiled(words).search(document.text) is not None


def _is_for_comment(document: Document, time: TimeExpression) -> bool:
    """Say whether a time is the public's: 公示期为7个工作日 in an announcement is so too."""
    if time.role == "comment" or compiled(_PERIOD).match(document.words(time.span)):
        return True
    line = document.paragraph_span(document.paragraph_at(time.span.start))
    before = document.text[max(line.start, time.span.start - _NEAR) : time.span.start]
    if time.kind == "period":
        return compiled(_OPENED).search(before) is not None
    if compiled(_ASKING).match(document.text, time.span.end, line.end):
        return True
    given = compiled(_GIVEN).match(document.text, time.span.end, line.end)
    asked = compiled(_ASKED).search(before) or compiled(_OPINION).search(before)
    return given is not None and asked is not None


def _days(document: Document, time: TimeExpression) -> int | None:
    """Count the days from the named or the issuing day to the last one, both included."""
    due, issued = time.resolved, document.date_of_issue
    if due is None:
        return _length(document, time)
    found = compiled(_START).match(document.words(time.span))
    if found and time.kind == "period":
        year = int(found["year"]) if found["year"] else due.year
        month, day = parse_number(found["month"]) or 1, parse_number(found["day"]) or 1
        return (due - date(year, month, day)).days + 1
    return (due - issued).days if issued else None


def _length(document: Document, time: TimeExpression) -> int | None:
    """Give the most days that a period can last from the day of issue, whatever it runs from."""
    start = document.date_of_issue
    if time.amount is None or time.unit is None or start is None:
        return None
    reckoned = last_day(start, time.amount, time.unit, document.calendar)
    if reckoned is None:
        return None
    return (reckoned.day - start).days + (_LONGEST_HOLIDAY if reckoned.open_year else 0)


KIND = Kind(CommentPeriod, "公开征求意见的起止日期", words=("days", "matter"), uses=("law",))
