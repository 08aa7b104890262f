"""Whether two places speak of one task: what is left of their words without verbs and figures."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from gongkai_lint.checks.told_days import SETTING, tabled_tasks, told_by
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import LAST
from gongkai_lint.patterns import compiled

# Words by which one task is said to be done, in whatever form, and those that tie it to others.
# 开工, 招标, 设计 are no such words: they are other tasks about the same thing.
_DONE = compiled(
    r"结束|投入(?:使用|运行|运营)|建设|建成|新建|完成|完工|竣工|投用|启用|全部|全面|全市|共计?|组织|开展|实施|推进|做好"
    r"|落实|任务|工作|项目|工程|其中|要求|责任|牵头|负责|配合|最迟|不晚|不迟|务必|确保|以前|之前|应当?|须|要|将|由|于|在"
    r"|前|底|和|与|及|等|的|并|对|把|各|有关|相关|部门|单位|达到|实现"
)
# Who does it stands before a word that tells him to, or behind 由.
_OWNER = compiled(
    r"^[^，]{0,24}?(?:[" + LAST + r"院校]|中心|公司|政府|部门|单位|[市区]）|街道|乡镇?|镇街?)"
    r"(?:要|应当?|须|务必|负责|于|在|将|完成|组织|牵头|会同)"
    r"|^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|由[^，]{2,20}?(?:于|在|负责|牵头|组织|会同)"
)
_FIGURE = compiled(
    r"(?P<number>\d+(?:\.\d+)?)[余多]?(?P<unit>[万千百]?(?:平方米|公里|千米|人次|[个处座所家栋台套把辆部条块株棵亩米届场期批份册名户人件])?)"
)
_IDLE = compiled(r"[^\u3400-\u9fff]")
_PART = compiled("[，：]")
_SHORTEST = 5  # fewer characters (专项整治) name many tasks
_SURE = 8
_SIMILAR = 0.85
_MOST = 200  # dated sentences that are compared with each other


class Placed(NamedTuple):
    """A task as a place tells it: its words, its figures, its day and where that stands."""

    core: str
    figures: frozenset[str]
    day: date
    span: Span

    def contradicts(self, other: "Placed") -> bool:
        """Say whether both tell of one task and give different days.

        With different figures they are steps of it; whole years apart it comes back.
        """
        return (
            self.day != other.day
            and (self.day.month, self.day.day) != (other.day.month, other.day.day)
            and not (self.figures and other.figures and self.figures != other.figures)
            and _alike(self.core, other.core)
        )


def tabled(document: Document) -> Iterator[Placed]:
    """Yield the tasks of tables that have a day."""
    for task in tabled_tasks(document):
        ((day, place),) = told_by(document, task).days
        yield from _placed(document.task_words(task), day, place)


def told(document: Document) -> list[Placed]:
    """Give what sentences outside tables tell that name a single day."""
    held: dict[Span, list[tuple[date, Span]]] = {}
    for time in document.deadlines:
        sets = time.kind == "absolute" and time.role in SETTING and not _lasts(document, time)
        if sets and time.resolved and not document.is_tabled(time.span):
            sentence = document.sentence(time.span)
            held.setdefault(sentence, []).append((time.resolved, time.span))
    single = [(sentence, *days[0]) for sentence, days in held.items() if len(days) == 1]
    return [one for place in single[:_MOST] for one in _sentence(document, *place)]


def _lasts(document: Document, time: TimeExpression) -> bool:
    """Say whether something goes on until a day (保留至12月底), and is not done by it."""
    return document.text.startswith(("至", "到"), time.span.start)


def _sentence(document: Document, sentence: Span, day: date, place: Span) -> Iterator[Placed]:
    """Read the part of a sentence that holds the day or, where nothing else is in it, the next.

    Behind the last part stands none: there it is the one before.
    """
    bounds = [sentence.start]
    for comma in _PART.finditer(document.text, *sentence):
        bounds += [comma.start(), comma.end()]
    parts = list(zip(bounds[::2], [*bounds[1::2], sentence.end], strict=True))
    at = next(n for n, (_, end) in enumerate(parts) if place.start < end or n == len(parts) - 1)
    words = document.text[parts[at][0] : place.start] + document.text[place.end : parts[at][1]]
    if not _core(words) and len(parts) > 1:
        words = document.text[slice(*parts[at + 1 if at + 1 < len(parts) else at - 1])]
    yield from _placed(words, day, place)


def _placed(words: str, day: date, place: Span) -> Iterator[Placed]:
    core = _core(words)
    if len(core) >= _SHORTEST:
        yield Placed(core, frozenset(f[0] for f in _FIGURE.finditer(words)), day, place)


def _core(words: str) -> str:
    bare = _OWNER.sub("", "".join(words.split()))
    return _IDLE.sub("", _DONE.sub("", _FIGURE.sub("", bare)))


def _alike(one: str, two: str) -> bool:
    """Say whether two have the same characters, in whatever order, long ones nearly the same."""
    shorter, longer = sorted((len(one), len(two)))
    if shorter < _SIMILAR * longer:
        return False  # nor can their characters be: most pairs end here
    first, second = Counter(one), Counter(two)
    if shorter < _SURE:
        return first == second
    return (first & second).total() >= _SIMILAR * (first | second).total()
