from collections.abc import Callable

import pytest

from gongkai_lint.wordml.package import open_package
from gongkai_lint.wordml.protection import protections

Builder = Callable[..., bytes]

P = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"


def said(data: bytes) -> list[str]:
    package = open_package(data)
    return list(protections(package, package.main_part()))


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', "编辑保护（只读）"),
        ('<w:documentProtection w:edit="forms" w:enforcement="on"/>', "编辑保护（只许填写窗体）"),
        ('<w:documentProtection w:formatting="1" w:enforcement="1"/>', "编辑保护（格式）"),
        ('<w:writeProtection w:recommended="1"/>', "建议以只读方式打开"),
    ],
)
def test_protection_in_the_settings_is_told(make_docx: Builder, settings: str, words: str) -> None:
    (sentence,) = said(make_docx(P, more={"s": ("settings", "settings", settings)}))
    assert words in sentence


@pytest.mark.parametrize(
    "settings", ["", '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>']
)
def test_protection_that_is_off_is_not_told(make_docx: Builder, settings: str) -> None:
    assert said(make_docx(P, more={"s": ("settings", "settings", settings)})) == []


def test_a_signature_is_told(make_docx: Builder) -> None:
    (sentence,) = said(make_docx(P, extra={"_xmlsignatures/sig1.xml": "<Signature/>"}))
    assert "数字签名" in sentence


def test_a_mark_of_finality_is_told(make_docx: Builder) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    properties = (
        f'<Properties xmlns="{office}/custom-properties"><property name="_MarkAsFinal">'
        f'<b xmlns="{office}/docPropsVTypes">true</b></property></Properties>'
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}/relationships/officeDocument" '
        'Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{office}/relationships/custom-properties" '
        'Target="docProps/custom.xml"/></Relationships>'
    )
    extra = {"_rels/.rels": links, "docProps/custom.xml": properties}
    (sentence,) = said(make_docx(P, extra=extra))
    assert "最终状态" in sentence


def test_a_settings_part_that_cannot_be_parsed_says_nothing(make_docx: Builder) -> None:
    assert said(make_docx(P, more={"s": ("settings", "settings", "<")})) == []
