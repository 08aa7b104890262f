"""What stands around a time expression: its clause, its owner, the year it means."""

from datetime import date
from functools import cached_property

from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import ASSIGNS, LAST
from gongkai_lint.patterns import compiled
from gongkai_lint.text import sentence_around

_OWNER = compiled(
    r"(?:各|有关|相关|责任|牵头|主管|[市县区省州乡镇])[^，。；：、\n]{0,16}"
    rf"(?:[{LAST}府会校院区镇司]|部门|单位|机关|街道|中心|企业)(?:[^，。；：\n]{{0,6}})"
    r"(?:要|应|须|将|负责|牵头|会同|必须|抓紧|尽快|适时|结合|在|于|，|完成)"
)
_OWNING_BRACKET = compiled(rf"[〔（][^〔（〕）\n]*(?:{ASSIGNS})[^〔（〕）\n]*[〕）]?$")
_DUTY = compiled(
    "报|完成|印发|出台|建成|上线|整改|反馈|公开|公布|制定|编制|修订|开展|落实|提出|实现|组织|建立|实施"
    "|移交|刻制|启用|开通|办结|办理|启动|清理|设立|汇总|提交|送|做好|发布|召开|达到|推进|执行|调整|检查|轮训"
)
_YEAR = compiled(r"(?<!\d)(20\d\d)年(?!起)")
# a line that opens with a day or a month, and the heading of a stage of which such lines are steps
_OPENS = compiled(r"[ \u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.][ \u3000]*)?")
_STEP = compiled(_OPENS.pattern + r"(?:20\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_STAGE = compiled(
    _OPENS.pattern + r"第[一二三四五六七八九十]{1,2}[阶步][段骤]?|[^，。\n]{0,12}阶段"
)
_MOST_STEPS = 12  # a plan's months
_LONGEST_HEADING = 24
_FARTHEST_HEADING = 160
_LONGEST_PARAGRAPH = 2000
_LONGEST_BRACKET = 80
_LONGEST_TITLE = 80
_TITLE_KIND = compiled("通知|意见|方案|要点|计划|安排|办法|通告|公告|任务|分工|纲要|规划")


class _Context(NamedTuple):
    original: str
    text: str
    issued: date | None


class Context(_Context):
    """A text as written and folded, with its date of issue."""

    def sentence(self, span: Span) -> str:
        """Give the sentence around a span."""
        start, end = sentence_around(self.text, span.start, span.end)
        return self.text[start:end]

    def sentence_start(self, span: Span) -> int:
        """Give where the sentence around a span begins."""
        return sentence_around(self.text, span.start, span.end)[0]

    def heading(self, span: Span) -> str:
        """Give the line above where it is short and the span stands in the line after it."""
        lines = self.text[max(0, span.start - _FARTHEST_HEADING) : span.start].split("\n")
        above = lines[-2] if lines[2:] else ""
        return above if len(above) <= _LONGEST_HEADING and "。" not in above else ""

    def before(self, span: Span, most: int = 40) -> str:
        """Give the words of the same line before a span."""
        return self.text[max(0, span.start - most) : span.start].rpartition("\n")[2]

    def after(self, span: Span, most: int = 40) -> str:
        """Give the words of the same line behind a span."""
        return self.text[span.end : span.end + most].partition("\n")[0]

    def is_duty(self, span: Span) -> bool:
        """Say whether the clause tells someone to act."""
        return bool(_DUTY.search(self.after(span, 60)) or _DUTY.search(self.before(span, 30)))

    def has_owner(self, span: Span) -> bool:
        """Say whether a responsible unit is named in the sentence or at the paragraph's end."""
        if _OWNER.search(self.sentence(span)):
            return True
        rest = self.after(span, _LONGEST_PARAGRAPH)
        return bool(_OWNING_BRACKET.search(rest[-_LONGEST_BRACKET:].rstrip(" \u3000。")))

    def year_for(self, span: Span, month: int, day: int) -> int | None:
        """Give the year that a yearless date means: named just before, the title's, the issue's."""
        named = _YEAR.findall(self.text, self._year_limit(span), span.start)
        first = self.issued.year if self.issued else None
        if named and (first is None or int(named[-1]) >= first):
            return int(named[-1])
        above = self._year_above(span)
        if above and (first is None or above >= first):
            return above
        if self.issued is None:
            return self._title_year
        if self._title_year in {self.issued.year, self.issued.year + 1}:
            return self._title_year
        return self.issued.year + ((month, day) < (self.issued.month, self.issued.day))

    def _year_above(self, span: Span) -> int | None:
        """Give the year that the lines above go on with, where each step of a plan is a line.

        The span opens its line, and so do the yearless days of the lines above it, up to one that
        names a year: the first step, or the stage that they belong to.
        """
        start = self.text.rfind("\n", 0, span.start) + 1
        if not _OPENS.fullmatch(self.text, start, span.start):
            return None
        for _ in range(_MOST_STEPS):
            end, start = start - 1, self.text.rfind("\n", 0, max(0, start - 1)) + 1
            if end < 0:
                return None
            named = _YEAR.findall(self.text, start, min(end, start + _LONGEST_PARAGRAPH))
            if named:
                step = _STEP.match(self.text, start, end) or _STAGE.match(self.text, start, end)
                return int(named[-1]) if step else None
            if not _STEP.match(self.text, start, end):
                return None
        return None

    def names_year(self, span: Span) -> bool:
        """Say whether the sentence before a span or the title names a year."""
        before = _YEAR.search(self.text, self.sentence_start(span), span.start)
        return before is not None or self._title_year is not None

    def _year_limit(self, span: Span) -> int:
        return self.sentence_start(span) if self.issued else max(0, span.start - 120)

    @cached_property
    def _title_year(self) -> int | None:
        head = self.text[: min(len(self.text), 600)]
        for line in head.split("\n"):
            found = _YEAR.search(line) if len(line) < _LONGEST_TITLE and "。" not in line else None
            if found and _TITLE_KIND.search(line):
                return int(found[1])
        return None
