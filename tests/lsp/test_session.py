"""The session without its wire: what is published, and when."""

import asyncio
from datetime import date

import pytest
from lsprotocol import types
from lsprotocol.types import Position, PositionEncodingKind, PublishDiagnosticsParams

from gongkai_lint.lsp.session import Session

TEXT = "云岭市人民政府关于秋收的通知\n𠀀根据《甲》、《乙》。\n云岭市人民政府\n2024年9月2日\n"
URI = "untitled:稿"


def _session(told: list[PublishDiagnosticsParams]) -> Session:
    return Session(told.append, lambda _: None, lambda: date(2024, 9, 2))


def _open(session: Session, encoding: PositionEncodingKind = PositionEncodingKind.Utf16) -> None:
    session.open(types.TextDocumentItem(URI, "plaintext", 1, TEXT), encoding)


def _places(told: PublishDiagnosticsParams, code: str) -> list[Position]:
    return [one.range.start for one in told.diagnostics if one.code == code]


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 19), ("utf-16", 7), ("utf-32", 6)])
def test_columns_are_counted_as_the_client_counts(encoding: str, column: int) -> None:
    told: list[PublishDiagnosticsParams] = []
    session = _session(told)
    _open(session, PositionEncodingKind(encoding))
    assert _places(told[0], "L01") == [Position(1, column)]


def test_a_text_that_takes_long_is_judged_after_a_pause_and_before_any_answer() -> None:
    told: list[PublishDiagnosticsParams] = []
    session = _session(told)
    _open(session)
    session._open[URI].seconds = 0.2  # noqa: SLF001 (a text that took this long)
    new = types.TextDocumentContentChangeWholeDocument(f"第一行\n{TEXT}")

    async def type_and_ask() -> None:
        session.change(URI, 2, [new])
        session.change(URI, 3, [new])
        assert len(told) == 1
        words = session.words(URI)
        assert words
        assert words.hover(Position(2, 8))
        await asyncio.sleep(0.3)

    asyncio.run(type_and_ask())
    assert [one.version for one in told] == [1, 3]
    assert _places(told[1], "L01") == [Position(2, 7)]


def test_a_pause_in_typing_is_enough() -> None:
    told: list[PublishDiagnosticsParams] = []
    session = _session(told)
    _open(session)
    session._open[URI].seconds = 0.06  # noqa: SLF001 (a text that took this long)

    async def type_and_wait() -> None:
        session.change(URI, 2, [types.TextDocumentContentChangeWholeDocument("好")])
        await asyncio.sleep(0.2)

    asyncio.run(type_and_wait())
    assert [one.version for one in told] == [1, 2]
