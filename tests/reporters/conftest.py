"""Reports as the reporters get them: written by hand, or made by the whole pipeline.

And Word files of every make-up that a draft may have.
"""

import itertools
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import strategies as st

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding, Fix, Report
from gongkai_lint.model.source import Anchor, Paragraph, Source
from gongkai_lint.model.span import Span
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.ruleset.rule import RuleSet
from gongkai_lint.structure.recognize import recognize

MakeReport = Callable[..., Report]
Lint = Callable[[str], Report]


@pytest.fixture(scope="session")
def builtin() -> RuleSet:
    """The built-in rules."""
    return load_ruleset()


@pytest.fixture
def reported() -> MakeReport:
    """Make a report on lines of text with given findings."""

    def make(*lines: str, findings: tuple[Finding, ...] = (), **rest: str) -> Report:
        paragraphs = tuple(Paragraph(line, Anchor(0, n)) for n, line in enumerate(lines))
        source = Source(paragraphs, "sha256:0f", rest.get("media_type", "text/plain"))
        document = Document("\n".join(lines), source, ())
        return Report(
            rest.get("path", "稿 1.txt"),
            source.digest,
            source.media_type,
            "draft",
            date(2024, 9, 2),
            document,
            findings,
            tuple({finding.rule: finding.outcome for finding in findings}.items()),
        )

    return make


@pytest.fixture
def judged(builtin: RuleSet) -> Lint:
    """Judge a text by the built-in rules."""
    request = Request(builtin, date(2024, 9, 2))
    return lambda text: lint_bytes(text.encode(), "稿.txt", request)


_WORDS = st.text("甲乙丙丁，。“”,.1 Aé𠮷", min_size=1, max_size=6)
_FORMATS = st.sampled_from(
    [
        "",
        "<w:rPr><w:b/></w:rPr>",
        '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>',
        (
            '<w:rPr><w:i/><w:rPrChange w:id="#" w:author="李" w:date="2026-01-01T00:00:00Z">'
            "<w:rPr/></w:rPrChange></w:rPr>"
        ),
    ]
)
_WHO = 'w:id="#" w:author="李" w:date="2026-01-01T00:00:00Z"'
_MIDDLES = st.sampled_from(
    [
        "<w:br/>",
        "<w:tab/>",
        "<w:noBreakHyphen/>",
        "<w:softHyphen/>",
        '<w:sym w:font="Wingdings" w:char="F0FE"/>',
        (
            "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>zi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t>"
            "</w:r></w:rubyBase></w:ruby>"
        ),
    ]
)


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


_RUNS = st.one_of(
    st.builds("<w:r>{0}{1}</w:r>".format, _FORMATS, _WORDS.map(_text)),
    st.builds(
        "<w:r>{0}{1}{2}{3}</w:r>".format, _FORMATS, _WORDS.map(_text), _MIDDLES, _WORDS.map(_text)
    ),
    st.builds("<w:r>{0}{1}</w:r>".format, _FORMATS, _MIDDLES),
)
_ROWS = st.lists(_RUNS, min_size=1, max_size=3).map("".join)
_WRAPPED = st.sampled_from(
    [
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        f"<w:ins {_WHO}>{{}}</w:ins>",
        '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        (
            '<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr>'
            "<w:sdtContent>{}</w:sdtContent></w:sdt>"
        ),
        '<w:fldSimple w:instr="TITLE">{}</w:fldSimple>',
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText>TITLE</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
    ]
)
_LONELY = st.sampled_from(
    [
        f"<w:del {_WHO}><w:r><w:delText>删</w:delText></w:r></w:del>",
        '<w:bookmarkStart w:id="#" w:name="_GoBack"/>',
        '<w:proofErr w:type="spellStart"/>',
        "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>",
    ]
)
_INLINES = st.lists(
    st.one_of(_ROWS, st.builds(str.format, _WRAPPED, _ROWS), _LONELY), max_size=4
).map("".join)
_PROPERTIES = st.sampled_from(
    [
        "",
        "",
        '<w:pPr><w:jc w:val="center"/></w:pPr>',
        f"<w:pPr><w:rPr><w:del {_WHO}/></w:rPr></w:pPr>",
    ]
)
_PARAGRAPHS = st.builds("<w:p>{0}{1}</w:p>".format, _PROPERTIES, _INLINES)
_PLAIN = st.builds("<w:p>{0}</w:p>".format, _INLINES)
_CELLS = st.lists(st.builds("<w:tc><w:tcPr/>{0}</w:tc>".format, _PLAIN), min_size=2, max_size=2)
_TABLES = st.lists(_CELLS.map("".join).map("<w:tr>{}</w:tr>".format), min_size=1, max_size=2).map(
    lambda rows: f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
)
_BOXES = st.builds(
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>{1}</w:p>".format,
    _PLAIN,
    _INLINES,
)
_CONTROLS = st.builds("<w:sdt><w:sdtPr/><w:sdtContent>{0}</w:sdtContent></w:sdt>".format, _PLAIN)


def _numbered(body: str) -> str:
    """Give every annotation its own number."""
    numbers = itertools.count(7)
    return re.sub('w:id="#"', lambda _: f'w:id="{next(numbers)}"', body)


_BLOCKS = st.one_of(_PARAGRAPHS, _PARAGRAPHS, _TABLES, _BOXES, _CONTROLS)


@st.composite
def _bodies(draw: st.DrawFn) -> str:
    return _numbered("".join(draw(st.lists(_BLOCKS, min_size=1, max_size=4))) + draw(_PLAIN))


@pytest.fixture(scope="session")
def bodies() -> st.SearchStrategy[str]:
    """Bodies of Word files; the last paragraph is plain, as Word always writes one."""
    return _bodies()


Reporter = Callable[..., Report]


@pytest.fixture(scope="session")
def report_on() -> Reporter:
    """Give a maker of reports: on these bytes, one finding a span, all of one rule."""

    def report(data: bytes, *spans: tuple[int, int], rule: str = "X01") -> Report:
        source = read_docx(data)
        findings = tuple(_finding(rule, Span(*span)) for span in spans)
        return Report(
            path="稿.docx",
            digest=source.digest,
            media_type=source.media_type,
            profile="draft",
            as_of=date(2026, 1, 1),
            document=recognize(source),
            findings=findings,
        )

    return report


def _finding(rule: str, span: Span, fix: Fix | None = None) -> Finding:
    return Finding(rule, "例", "warning", "violation", "这里有误。", span, fix=fix)
