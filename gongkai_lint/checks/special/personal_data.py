"""A10: numbers of identity cards, bank cards and mobile telephones, and where a person lives."""

from collections.abc import Iterator
from datetime import date

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.surnames import COMMON
from gongkai_lint.memory import latest
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Table, column_names, columns_of, heads_over
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import NAME_ENDS
from gongkai_lint.patterns import compiled

_IDENTITY = compiled(
    r"(?<![0-9A-Za-z])[1-9][0-9]{5}(?P<day>(?:19|20)[0-9]{6})[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_CARD = compiled(r"(?<![0-9])[3-6][0-9]{3}(?: ?[0-9]{4}){3}(?: ?[0-9]{1,3})?(?![0-9])")
_MOBILE = compiled(r"(?<![0-9.\-])1[3-9][0-9]{9}(?![0-9]|\.[0-9]|[%％元万亿平吨户人株亩立千美])")
# a home down to its door, and words that only a person's particulars hold
_HOME = compiled(
    r"(?:家住|现住|租住[于在]?|居住[于在]|(?:家庭|现|户籍)?(?:住址|居住地址)[为是：:\s]{0,2}|家庭地址[为是：:\s]{0,2})"
    r"(?P<home>[\u3400-\u9fff][^，。；、\n|]{2,30}?\d+(?:单元\d+[室号]|室|户|单元)|[\u3400-\u9fff][^，。；、\n|]{2,30}?\d+号(?!楼|院|线|地块|公路))"
)
# a column of homes beside one of persons, in a table that is not of businesses
_HOME_COLUMN = compiled(r"住址|居住地|(?:家庭|户籍)(?:所在地|地址)")
_PERSON_COLUMN = compiled(r"姓名|户主|申请人|救助对象|保障对象|受助人|当事人|承租人|持证人")
_BUSINESS_COLUMN = compiled(r"企业|公司|单位名称|机构名称|字号|店名|信用代码|法定代表人|经营者")
_DOOR = compiled(r"\d(?:号(?!楼|线)|室|户|单元)|\d-\d")
_PARTICULARS = compiled(
    r"[，（(、\s](?:男|女)[，、）)]|\d+岁|患者|病例|死者|伤者|户主|当事人|被处罚人|受害人|同志|女士|先生|姓名|"
    r"(?:学生|村民|居民|低保对象|申请人|获奖人员?|救助对象)(?=[\u3400-\u9fff]{2,4}[，（(、])"
)
_PATIENT = compiled(
    r"[，（(、\s](?:男|女)[，、）)]|\d+岁|患者|病例|死者|伤者|户主|受害人|救助对象|低保对象"
)
_DIGITS = compiled(r"[0-9]{4} ?[0-9]{4}")
_TELEPHONE = compiled(r"手机|电话|联系|微信|拨打|短信|咨询|报名")
_CARD_LENGTHS = (16, 19)
# a draft may have a digit wrong: what it is called tells as well
_CALLED_IDENTITY = compiled("身份证|公民身份|证件号")
_CALLED_CARD = compiled(r"(?:银行卡|卡号|借记卡|社保卡)(?:号码?)?[为是：:\s（(]{0,3}$")
_CALLED_ACCOUNT = compiled(r"(?:账号|帐号|账户|存折)(?:号码?)?[为是：:\s（(]{0,3}$")
_CARD_COLUMN = compiled(r"银行卡|卡号|账号|帐号|账户|一卡通|存折")
_DEBIT = "62"  # as the cards of all banks of the country begin
_LABEL = 10  # as far before a number as its label begins
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ACCOUNT = compiled(r"卡号|银行卡|账号|帐号|账户|户名")
_ORGAN_ACCOUNT = compiled(
    rf"(?:户名|开户名称|收款单位|账户名称|单位名称)[:：]?[^，。；\s]{{0,24}}(?:{NAME_ENDS}|校|财政|专户)"
)
_PUBLIC_CONTACT = compiled(
    r"联系|咨询|监督|举报|投诉|热线|传真|邮箱|值班|报名|报送|负责人|办公|职务|责任人|来电|服务电话|微信|审核人|填表人"
)
_BY_NAME = compiled(rf"(?:^|[^\u4e00-\u9fff])[{COMMON}][\u4e00-\u9fff]{{1,2}}[，,]?$")
_NAMED = compiled(
    rf"(?:姓名[:：]?\s*[\u4e00-\u9fff·]{{2,8}}|(?:^|[^\u4e00-\u9fff]|[为是给由])[{COMMON}][\u4e00-\u9fff]{{1,2}})"
    r"(?:女士|先生|同志)?[\s，,、：:（(|]{0,3}(?:的?(?:手机|联系电话|电话|移动电话)(?:号码|号)?[为是]?[：:\s|]{0,2})?$"
)


class PersonalData(NamedTuple):
    """Yield each number whose form and check digit show what it is."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        document = view.document
        for scope in view.spans:
            yield from _homes(document, scope)
            yield from _columns_of_homes(document, scope)
            if not _DIGITS.search(document.text, scope.start, scope.end):
                continue
            taken: list[Span] = []
            for found in _IDENTITY.finditer(document.text, scope.start, scope.end):
                span = Span(*found.span())
                if _is_identity(document, span, found["day"]):
                    taken.append(span)
                    yield _match(document, span, "identity")
            for found in _CARD.finditer(document.text, scope.start, scope.end):
                span = Span(*found.span())
                if span not in taken and _is_card(document, span):
                    yield _match(document, span, "card")
            for found in _MOBILE.finditer(document.text, scope.start, scope.end):
                span = Span(*found.span())
                case = _telephone(document, span)
                if case:
                    yield _match(document, span, case)


def _homes(document: Document, scope: Span) -> Iterator[Match]:
    """Yield where a person lives, told with who it is or what befell them."""
    for found in _HOME.finditer(document.text, scope.start, scope.end):
        home = Span(*found.span("home"))
        sentence = document.words(document.sentence(home))
        named = _BY_NAME.search(document.text[max(scope.start, found.start() - 5) : found.start()])
        if (named or _PARTICULARS.search(sentence)) and "*" not in found["home"]:
            yield Match(home, case="home", doubtful=True)


def _columns_of_homes(document: Document, scope: Span) -> Iterator[Match]:
    """Yield the homes that a table names person by person."""
    for table in document.tables:
        if not scope.covers(table.span):
            continue
        names = column_names(document.text, table)
        told = ["".join(said) for said in names.values()]
        persons = any(map(_PERSON_COLUMN.search, told))
        if not persons or any(map(_BUSINESS_COLUMN.search, told)):
            continue
        homes = columns_of(document.text, table, _HOME_COLUMN.search)
        for cell in (c for c in table.cells if c.row > table.header_rows and c.column in homes):
            words = document.words(cell.span)
            if _DOOR.search(words) and "*" not in words:
                yield Match(cell.span, case="home", doubtful=True)


def _match(document: Document, span: Span, case: str) -> Match:
    number = document.words(span)
    head, tail = (6, 4) if case == "identity" else (3, 4)
    masked = number[:head] + "*" * (len(number) - head - tail) + number[-tail:]
    return Match(span, case=case, edits=(Edit(span, masked),))


def _is_identity(document: Document, span: Span, day: str) -> bool:
    """Say whether it is one: by its day of birth, and by its check digit or what it is called."""
    try:
        date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        return False
    number = document.words(span)
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    checks = "10X98765432"[total % 11] == number[-1].upper()
    told = checks or _CALLED_IDENTITY.search(_context(document, span)) is not None
    return told and not _example(document, span.start)


def _is_card(document: Document, span: Span) -> bool:
    """Say whether it is a person's card: an account, by its check digit or called so before it."""
    digits = [int(digit) for digit in reversed(document.words(span).replace(" ", ""))]
    if not _CARD_LENGTHS[0] <= len(digits) <= _CARD_LENGTHS[1]:
        return False
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    before = document.text[max(0, span.start - _LABEL) : span.start]
    checks = (sum(digits[::2]) + sum(doubled)) % 10 == 0
    if not checks and not _is_called_card(document, span, before):
        return False
    words = _context(document, span)
    return bool(_ACCOUNT.search(words)) and not _ORGAN_ACCOUNT.search(words)


def _is_called_card(document: Document, span: Span, before: str) -> bool:
    """Say whether a number is called a card, or, beginning as cards do, an account."""
    if _CALLED_CARD.search(before):
        return True
    if not document.text.startswith(_DEBIT, span.start):
        return False
    table = next((table for table in document.tables if table.span.covers(span)), None)
    heads = heads_over(table, span) if table else ()
    return bool(_CALLED_ACCOUNT.search(before)) or any(
        _CARD_COLUMN.search(document.words(head)) for head in heads
    )


def _telephone(document: Document, span: Span) -> str:
    """Tell a private number with a name from a contact; empty where it may be no telephone."""
    words = _context(document, span)
    if _PATIENT.search(document.words(document.sentence(span))):
        return "mobile"
    if _PUBLIC_CONTACT.search(words):
        return "contact"
    line = document.paragraph_span(document.paragraph_at(span.start))
    before = document.text[max(line.start, span.start - 24) : span.start]
    if _NAMED.search(before):
        return "mobile"
    return "contact" if _TELEPHONE.search(words) else ""


def _example(document: Document, offset: int) -> bool:
    return "示例" in document.words(document.sentence(Span(offset, offset)))


def _context(document: Document, span: Span) -> str:
    """Give the paragraph, and for a table the words of its header rows."""
    words = document.words(document.paragraph_span(document.paragraph_at(span.start)))
    for table in document.tables:
        if table.span.covers(span):
            words += "".join(document.words(head) for head in _heads(table))
    return words


@latest  # a long table is asked for each of its numbers
def _heads(table: Table) -> list[Span]:
    return [cell.span for cell in table.cells if cell.row <= max(table.header_rows, 1)]


KIND = Kind(
    PersonalData, "公开文件里的个人信息", tells=("identity", "card", "mobile", "contact", "home")
)
