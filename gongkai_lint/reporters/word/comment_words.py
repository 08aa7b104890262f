"""What a comment says of a finding: the first line as the contract has it, then how to mend it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITY_WORDS, Finding
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.reporters.words import rests_on

AUTHOR = "公开规范核查"
INITIALS = "核"
SHOWN = 3
_QUOTED = 60
# Characters that no XML file may hold.
_ILLEGAL = r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class Comment(NamedTuple):
    """A finding with the number of findings for which it speaks, if it is the last one shown.

    The ``remark`` says what became of it in a copy with changes.
    """

    finding: Finding
    total: int | None = None
    remark: str = ""


def comments_on(findings: Iterable[Finding], *, every: bool = False) -> list[Comment]:
    """Give the findings to comment on: three that say the same, the last of them with the count.

    What must be changed is commented on wherever it stands.
    """
    found = list(findings)
    totals = Counter((finding.rule, finding.message) for finding in found)
    seen: Counter[tuple[str, str]] = Counter()
    shown = []
    for finding in found:
        key = finding.rule, finding.message
        seen[key] += 1
        number, total = seen[key], totals[key]
        if every or finding.severity == "error":
            shown.append(Comment(finding))
        elif number <= SHOWN:
            shown.append(Comment(finding, total if number == SHOWN < total else None))
    return shown


def lines_of(comment: Comment, document: Document, elsewhere: str = "") -> Iterator[str]:
    """Give the paragraphs of a comment; ``elsewhere`` says where its words stand, if not here."""
    finding = comment.finding
    yield _legal(_first(finding))
    if elsewhere:
        yield _legal(f"位置：{elsewhere}")
    if finding.advice:
        yield _legal(f"建议：{finding.advice}")
    if finding.fix:
        yield _legal(f"改法：{finding.fix.title}")
    if finding.related:
        places = "、".join(f"“{clipped(document.words(r.span))}”" for r in finding.related)
        yield _legal(f"另见：{places}")
    if comment.total is not None:
        yield f"同样的问题全文共 {comment.total} 处，只批注前 {SHOWN} 处。"
    if comment.remark:
        yield comment.remark


def _first(finding: Finding) -> str:
    doubt = "（待核）" if finding.outcome == "review" else ""
    head = f"〔{finding.rule}〕{SEVERITY_WORDS[finding.severity]}：{doubt}{finding.message}"
    return f"{head} 依据：{rests_on(finding)}。"


def clipped(words: str) -> str:
    """Give words on one line, cut where they are too many to quote."""
    line = " ".join(words.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"


def _legal(text: str) -> str:
    """Give text as one line that XML can hold; words found may run over the end of a line."""
    return compiled(_ILLEGAL).sub("", text.replace("\n", ""))
