"""What makes a finding the same finding after the text around it has moved."""

from collections import Counter
from collections.abc import Iterable

from gongkai_lint.digests import sha256
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding

_LENGTH = 16
# A paragraph of a 公文 has some hundred characters. A longer one than this (a table or a file
# that lost its line ends) goes in by its own digest, not hashed anew for each finding.
_LONG = 4000


def fingerprints(document: Document, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Give each finding's fingerprint, 16 hexadecimal digits, in the order of the findings.

    It is made of the rule, the words found and their paragraph without white space, or of the rule
    and the message where something is absent; equal ones are told apart by their order. Neither a
    moved paragraph nor a changed neighbour alters it.
    """
    seen: Counter[bytes] = Counter()
    known: dict[int, str] = {}
    return tuple(_numbered(_content(document, finding, known), seen) for finding in findings)


def _content(document: Document, finding: Finding, known: dict[int, str]) -> str:
    words = _squashed(document.words(finding.span))
    if not words:
        return f"{finding.rule}\0\0{_squashed(finding.message)}"
    index = document.paragraph_at(finding.span.start)
    if index not in known:
        known.clear()  # findings come in the order of their paragraphs
        known[index] = _said(document.words(document.paragraph_span(index)))
    return f"{finding.rule}\0{words}\0{known[index]}"


def _numbered(content: str, seen: Counter[bytes]) -> str:
    hashed = sha256(content.encode("utf-8", "surrogatepass"))
    key = hashed.digest()
    seen[key] += 1
    hashed.update(b"\0%d" % seen[key])
    return hashed.hexdigest()[:_LENGTH]


def _said(paragraph: str) -> str:
    words = _squashed(paragraph)
    if len(words) <= _LONG:
        return words
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _squashed(words: str) -> str:
    return "".join(words.split())
