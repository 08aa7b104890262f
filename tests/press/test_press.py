"""The Word files of the corpus are those that its texts make."""

import re
from functools import cache
from pathlib import Path

import pytest

from gongkai_lint.model.source import Source
from gongkai_lint.readers.docx import read_docx
from tests.press.make import PRESSED, STANDARD
from tests.press.sheet import press

CORPUS = Path(__file__).parent.parent.parent / "corpus"
every_file = pytest.mark.parametrize("name", PRESSED)


@cache
def _text(name: str) -> str:
    return (CORPUS / "exemplars" / f"{PRESSED[name][0]}.txt").read_text(encoding="utf-8")


@cache
def _made(name: str) -> Source:
    return read_docx(press(_text(name), PRESSED[name][1]))


@every_file
def test_a_file_is_as_its_text_makes_it(name: str) -> None:
    kept = read_docx((CORPUS / name).read_bytes())
    assert kept._replace(digest="") == _made(name)._replace(digest=""), "run python -m tests.press"


@every_file
def test_a_file_says_what_its_text_says(name: str) -> None:
    body = [p.text for p in _made(name).paragraphs if p.place.kind in {"body", "table"}]
    assert _squeezed("".join(body)) == _squeezed(_text(name))


def _squeezed(words: str) -> str:
    return re.sub(r"[\s|]", "", words)


def test_the_standard_page_has_its_margins_and_numbers() -> None:
    source = read_docx(press("云岭市人民政府关于做好防汛工作的通知\n", STANDARD))
    (section,) = source.sections
    assert section[1:7] == (210, 297, 37, 26, 35, 28)
    assert [number.text for number in section.page_numbers] == ["— 1 —", "— 1 —"]
    title = next(paragraph for paragraph in source.paragraphs if paragraph.text)
    assert title.formatting
    assert [(run.face.font, run.face.size) for run in title.formatting.runs] == [
        ("方正小标宋简体", 22)
    ]
