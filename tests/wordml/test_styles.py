"""Styles that are based on others."""

from collections.abc import Callable

from gongkai_lint.model.source import Source
from gongkai_lint.readers.docx import read_docx

Builder = Callable[..., bytes]

STYLE = (
    '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="式{0}"/>'
    '<w:basedOn w:val="{1}"/>{2}</w:style>'
)
BODY = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'


def read(make_docx: Builder, styles: str, *used: str) -> Source:
    body = "".join(BODY.format(name) for name in used)
    return read_docx(make_docx(body, more={"s": ("styles", "styles", styles)}))


def sizes(source: Source) -> list[float | None]:
    return [p.formatting.runs[0].face.size for p in source.paragraphs if p.formatting]


def test_the_end_of_a_chain_of_thousands_inherits_from_its_beginning(make_docx: Builder) -> None:
    said = '<w:rPr><w:sz w:val="44"/></w:rPr>'
    styles = "".join(STYLE.format(n, n - 1, "" if n else said) for n in range(3000))
    source = read(make_docx, styles, "2999", "1", "1500")
    assert sizes(source) == [22, 22, 22]
    assert [p.style for p in source.paragraphs] == ["式2999", "式1", "式1500"]


def test_styles_based_on_each_other_have_an_end(make_docx: Builder) -> None:
    said = '<w:rPr><w:sz w:val="44"/></w:rPr>'
    styles = STYLE.format("a", "b", said) + STYLE.format("b", "a", "")
    assert sizes(read(make_docx, styles, "a", "b")) == [22, None]  # the circle is cut at the first
