"""Random comments and random edits in real Word files, as a script for many rounds.

``python -m tests.reporters.fuzz_word --rounds 60 --seed 7 FILES…`` stops at the first copy that
says another text, or loses a byte of the file, and tells the file and the round.
"""

import argparse
import io
import re
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from random import Random

from lxml import etree

from gongkai_lint.engine.fix import apply_edits
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.finding import Edit, Finding, Report
from gongkai_lint.model.span import Span
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.reporters.word.annotated_docx import annotate
from gongkai_lint.reporters.word.comment_words import Comment
from gongkai_lint.reporters.word.original import reopened
from gongkai_lint.reporters.word.revised_docx import revised_docx
from gongkai_lint.structure.recognize import recognize
from gongkai_lint.wordml.editable import why_not

NOON = datetime(2026, 11, 25, 12)  # noqa: DTZ001 (Word writes the time on the wall)
US = "公开规范核查"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LENGTHS = (0, 1, 1, 2, 3, 5, 9, 30, 200)
PUT = ("", "替换", "“云岭市”", "a<b&c", " 空 ")
ADDED = ("增补", "——", "x", "\n另起一段", "尾\n甲段\n乙段")
_WRITTEN = re.compile(
    rb"^(word/comments\d*\.xml|\[content_types\]\.xml|word/_rels/.*\.rels)$", re.IGNORECASE
)
_TEXT = re.compile(rb"<(/?)((?:[^\s/>:]+:)?)(?:t|delText)((?:\s[^>]*)?)>")
_SPACE = re.compile(rb"""\sxml:space\s*=\s*["'][^"']*["']""")


def comment_at_random(data: bytes, random: Random, count: int) -> int:
    """Put comments on random characters; give how many."""
    report = _report(data, random, count)
    copy = annotate(report, data, NOON, every=True)
    assert _text(copy.data) == _text(data)
    assert copy.comments == count
    _make_sure_of_bytes(data, copy.data)
    return count


def edit_at_random(data: bytes, random: Random, count: int) -> int:
    """Make random edits and put comments beside them; give how many edits."""
    report = _report(data, random, 4)
    edits = _edits(report, data, random, count)
    remarks = [Comment(finding, remark="未改：理由。") for finding in report.findings]
    copy = revised_docx(report, data, edits, NOON, remarks=remarks)
    assert report.document is not None
    wanted = apply_edits(report.document.text, edits).replace("\u2028", "\n")
    assert _text(copy).rstrip("\n") == wanted.rstrip("\n")
    for name, part in _members(copy).items():
        if re.match(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$", name):
            _make_sure_of_changes(part)
    _make_sure_of_bytes(data, copy)
    return len(edits)


def _report(data: bytes, random: Random, count: int) -> Report:
    source = read_docx(data)
    document = recognize(source)
    length = len(document.text)
    starts = [random.randrange(length) for _ in range(count)]
    spans = [Span(at, min(length, at + random.choice(LENGTHS))) for at in starts]
    findings = tuple(
        Finding(f"X{number:02}", "例", "warning", "violation", "这里有误。", span)
        for number, span in enumerate(spans)
    )
    day = date(2026, 1, 1)
    return Report("稿.docx", source.digest, source.media_type, "draft", day, document, findings)


def _edits(report: Report, data: bytes, random: Random, count: int) -> list[Edit]:
    assert report.document is not None
    length, live = len(report.document.text), reopened(report, data).live
    edits: list[Edit] = []
    done = 0
    for start in sorted(random.sample(range(length), min(count, length // 3))):
        end = min(length, start + random.choice((0, 1, 1, 2, 3, 6)))
        edit = Edit(Span(start, end), random.choice(PUT if end > start else ADDED))
        held = (edit.span,) if end > start else ()
        if start >= done and not why_not(live, edit, held):
            edits.append(edit)
            done = end + 1
    return edits


def _text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in read_docx(data).paragraphs)


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _make_sure_of_changes(part: bytes) -> None:
    root = etree.fromstring(part)
    marks = [node for node in root.iter(f"{W}ins", f"{W}del") if node.get(f"{W}author") == US]
    numbers = [node.get(f"{W}id") for node in marks]
    assert len(set(numbers)) == len(numbers)
    for mark in marks:
        inner = f"{W}t" if mark.tag == f"{W}del" else f"{W}ins"
        assert next(mark.iterdescendants(inner), None) is None
        assert mark.tag == f"{W}del" or next(mark.iterancestors(f"{W}ins"), None) is None


def _make_sure_of_bytes(data: bytes, copy: bytes) -> None:
    """Find every byte of the file in the copy, in order; texts may only change their tags."""
    after = _members(copy)
    for name, part in _members(data).items():
        if part != after[name] and not _WRITTEN.match(name.encode()):
            assert _is_inside(_plain(part), _plain(after[name])), name


def _plain(part: bytes) -> bytes:
    named = _TEXT.sub(lambda found: b"<%st%s>" % (found[1] + found[2], found[3]), part)
    return _SPACE.sub(b"", named).replace(b"/>", b">")


def _is_inside(part: bytes, whole: bytes) -> bool:
    """Say whether bytes stand in others one after another, whatever stands between."""
    at = 0
    for tag in re.findall(rb"<[^>]*>|[^<]", part):
        at = whole.find(tag, at) + len(tag)
        if at < len(tag):
            return False
    return True


def main() -> int:
    """Run many rounds over many files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    comments = edits = 0
    for path in chosen.files:
        data = path.read_bytes()
        for number in range(chosen.rounds):
            random = Random(f"{chosen.seed}/{path.name}/{number}")  # noqa: S311  to be repeated
            try:
                comments += comment_at_random(data, random, 60)
                edits += edit_at_random(data, random, 40)
            except UnreadableError as error:
                sys.stderr.write(f"{path}：{error}\n")
            except AssertionError:
                sys.stderr.write(f"{path}, round {number}\n")
                raise
    sys.stdout.write(f"{comments} comments, {edits} edits in {len(chosen.files)} files\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
