"""What makes a finding the same finding after the text around it has moved."""

from collections import Counter
from collections.abc import Iterable

from gongkai_lint.digests import sha256
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding

_LENGTH = 16


def fingerprints(document: Document, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Give each finding's fingerprint, 16 hexadecimal digits, in the order of the findings.

    It is made of the rule, the words found and their paragraph without white space, or of the rule
    and the message where something is absent; equal ones are told apart by their order. Neither a
    moved paragraph nor a changed neighbour alters it.
    """
    seen: Counter[str] = Counter()
    return tuple(_numbered(_content(document, finding), seen) for finding in findings)


def _content(document: Document, finding: Finding) -> str:
    words = _squashed(document.words(finding.span))
    if not words:
        return f"{finding.rule}\0\0{_squashed(finding.message)}"
    paragraph = document.paragraph_span(document.paragraph_at(finding.span.start))
    return f"{finding.rule}\0{words}\0{_squashed(document.words(paragraph))}"


def _numbered(content: str, seen: Counter[str]) -> str:
    seen[content] += 1
    return sha256(f"{content}\0{seen[content]}".encode("utf-8", "surrogatepass")).hexdigest()[
        :_LENGTH
    ]


def _squashed(words: str) -> str:
    return "".join(words.split())
