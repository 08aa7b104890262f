"""What makes a finding the same finding after the text around it has moved."""

from collections import Counter
from collections.abc import Iterable

from gongkai_lint.digests import Hash, sha256
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
    paragraph = _Paragraph(document, -1)
    found = []
    for finding in findings:
        words = _squashed(document.words(finding.span))
        if not words:
            absent = f"{finding.rule}\0\0{_squashed(finding.message)}"
            found.append(_numbered(_hashed(absent), seen))
            continue
        index = document.paragraph_at(finding.span.start)
        if index != paragraph.index:  # findings come in the order of their paragraphs
            paragraph = _Paragraph(document, index)
        found.append(_numbered(paragraph.hashed(finding.rule, words), seen))
    return tuple(found)


class _Paragraph:
    """A paragraph, and what is hashed of it: the same words of a rule once."""

    def __init__(self, document: Document, index: int) -> None:
        self.index = index
        self._said = _said(document.words(document.paragraph_span(index))) if index >= 0 else ""
        self._known: dict[tuple[str, str], Hash] = {}

    def hashed(self, rule: str, words: str) -> Hash:
        known = self._known.get((rule, words))
        if known is None:
            known = self._known[rule, words] = _hashed(f"{rule}\0{words}\0{self._said}")
        return known.copy()


def _hashed(content: str) -> Hash:
    return sha256(content.encode("utf-8", "surrogatepass"))


def _numbered(hashed: Hash, seen: Counter[bytes]) -> str:
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
