"""A conversation between an editor and the server, as it goes over the wire."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from lsprotocol.types import Position, Range

Play = Callable[..., None]
TEXT = """\
云岭市人民政府关于𠀀秋收的通知

各县人民政府：
截止目前，𠀀根据《甲》、《乙》已按装300台设备。

云岭市人民政府
2024年9月2日
"""


def _codes(diagnostics: list[types.Diagnostic]) -> set[Any]:
    return {one.code for one in diagnostics}


def _one(diagnostics: list[types.Diagnostic], code: str) -> types.Diagnostic:
    (found,) = [one for one in diagnostics if one.code == code]
    return found


def test_a_finding_is_a_diagnostic_on_its_characters(play: Play) -> None:
    async def scene(editor: Any) -> None:
        diagnostics = await editor.open("稿.txt", TEXT)
        stop = _one(diagnostics, "L01")
        assert stop.range == Range(Position(3, 12), Position(3, 13))  # 𠀀 counts two
        assert (stop.severity, stop.source) == (types.DiagnosticSeverity.Warning, "gongkai-lint")
        label = _one(diagnostics, "A01")
        assert label.severity == types.DiagnosticSeverity.Error
        assert label.range == Range(Position(6, 8), Position(6, 9))
        assert label.message.splitlines()[1].startswith("建议：")
        assert label.code_description
        assert Path(label.code_description.href).name.startswith("A01-")
        assert label.data
        assert label.data["rule"] == "A01"

    play(scene)


def test_edits_are_followed_and_judged_again(play: Play) -> None:
    async def scene(editor: Any) -> None:
        before = await editor.open("稿.txt", TEXT)
        assert _codes(before) >= {"L01", "A01", "L05"}
        uri = editor.uri("稿.txt")
        stop = types.TextDocumentContentChangePartial(Range(Position(3, 12), Position(3, 13)), "")
        note = types.TextDocumentContentChangePartial(
            Range(Position(6, 9), Position(6, 9)), "\n（此件公开发布）"
        )
        after = await editor.change(uri, 2, stop, note)
        assert _codes(before) - _codes(after) == {"L01", "A01"}
        whole = types.TextDocumentContentChangeWholeDocument("好")
        assert "L05" not in _codes(await editor.change(uri, 3, whole))

    play(scene)


def test_a_quick_fix_makes_the_edit_of_its_finding(play: Play) -> None:
    async def scene(editor: Any) -> None:
        diagnostics = await editor.open("稿.txt", TEXT)
        stop = _one(diagnostics, "L01")
        uri = editor.uri("稿.txt")
        text = types.TextDocumentIdentifier(uri)
        answer = await editor.client.text_document_code_action_async(
            types.CodeActionParams(text, stop.range, types.CodeActionContext([stop]))
        )
        fix, everything = answer
        assert (fix.kind, fix.is_preferred) == ("quickfix", True)
        assert fix.title.endswith("（L01）")
        assert fix.diagnostics[0].code == "L01"
        assert fix.edit.changes == {uri: (types.TextEdit(stop.range, ""),)}
        assert everything.kind == "source.fixAll.gongkai-lint"
        assert len(everything.edit.changes[uri]) > 1
        only = types.CodeActionContext([], only=[types.CodeActionKind.SourceFixAll])
        answer = await editor.client.text_document_code_action_async(
            types.CodeActionParams(text, Range(Position(0, 0), Position(0, 0)), only)
        )
        assert [action.kind for action in answer] == ["source.fixAll.gongkai-lint"]

    play(scene)


def test_a_hover_names_the_basis(play: Play) -> None:
    async def scene(editor: Any) -> None:
        await editor.open("稿.txt", TEXT)
        text = types.TextDocumentIdentifier(editor.uri("稿.txt"))
        hover = await editor.client.text_document_hover_async(
            types.HoverParams(text, Position(6, 8))
        )
        assert hover.contents.value.startswith("**必改 A01** 公文没有标明公开属性")
        assert "依据：《〈关于全面推进政务公开工作的意见〉实施细则》" in hover.contents.value
        assert hover.range == Range(Position(6, 8), Position(6, 9))
        nothing = await editor.client.text_document_hover_async(
            types.HoverParams(text, Position(1, 0))
        )
        assert nothing is None

    play(scene)


def test_the_configuration_above_a_text_holds_and_is_read_again(play: Play, tmp_path: Path) -> None:
    config = tmp_path / "gongkai-lint.toml"
    config.write_text('select = ["L"]\n', encoding="utf-8")
    (tmp_path / "子").mkdir()

    async def scene(editor: Any) -> None:
        diagnostics = await editor.open("子/稿.md", TEXT, "markdown")
        assert _codes(diagnostics) == {"L01", "L05", "L07"}
        config.write_text('select = ["A01"]\n', encoding="utf-8")
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
        assert _codes(await editor.told(editor.uri("子/稿.md"))) == {"A01"}
        config.write_text('selct = ["A01"]\n', encoding="utf-8")
        text = types.TextDocumentIdentifier(editor.uri("子/稿.md"))
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(text))
        assert await editor.told(editor.uri("子/稿.md")) == []
        keystroke = types.TextDocumentContentChangeWholeDocument("好")
        assert await editor.change(text.uri, 2, keystroke) == []
        (message,) = editor.messages
        assert "“selct”" in message

    play(scene)


def test_what_is_no_draft_is_left_alone(play: Play, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text('exclude = ["模板/"]\n', encoding="utf-8")

    async def scene(editor: Any) -> None:
        assert await editor.open("稿.txt", TEXT)
        assert await editor.open("稿_修订.txt", TEXT) == []
        assert await editor.open("模板/稿.txt", TEXT) == []

    play(scene)


def test_a_closed_text_takes_its_diagnostics_along(play: Play) -> None:
    async def scene(editor: Any) -> None:
        assert await editor.open("untitled:Untitled-1", TEXT)
        text = types.TextDocumentIdentifier("untitled:Untitled-1")
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(text))
        assert await editor.told("untitled:Untitled-1") == []

    play(scene)


def test_an_empty_text_is_no_failure_but_an_unreadable_one_is_told(play: Play) -> None:
    async def scene(editor: Any) -> None:
        assert await editor.open("空.txt", "") == []
        (failure,) = await editor.open("坏.txt", "甲\n" * 100_001)
        assert failure.message.startswith("读不出来：文稿太长（超过 200 万字或者 10 万段）")
        assert failure.range.start == Position(0, 0)

    play(scene)


def test_the_manual_page_of_a_rule_can_be_asked_for(play: Play) -> None:
    async def scene(editor: Any) -> None:
        async def explain(rule: str) -> Any:
            return await editor.client.workspace_execute_command_async(
                types.ExecuteCommandParams("gongkai-lint.explain", [rule])
            )

        assert (await explain("A01")).startswith("# A01 公文没有标明公开属性")
        assert await explain("Q99") is None

    play(scene)


def test_a_byte_order_mark_moves_nothing_but_its_own_line(play: Play) -> None:
    async def scene(editor: Any) -> None:
        diagnostics = await editor.open("稿.txt", "\ufeff" + TEXT.replace("关于𠀀", "关于按装"))
        assert Range(Position(0, 10), Position(0, 12)) in [d.range for d in diagnostics]
        assert _one(diagnostics, "L01").range == Range(Position(3, 12), Position(3, 13))

    play(scene)


def test_the_server_asks_to_be_told_of_new_configurations(play: Play) -> None:
    async def scene(editor: Any) -> None:
        await editor.open("稿.txt", TEXT)
        assert editor.registered == ["workspace/didChangeWatchedFiles"]

    play(scene)
