"""The server: what the protocol asks, answered from the session."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from gongkai_lint import __version__
from gongkai_lint.lsp.session import Session
from gongkai_lint.lsp.words import FIX_ALL, SOURCE
from gongkai_lint.reporters.local_words import changes_of
from gongkai_lint.reporters.rules.page import markdown
from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.load import load_ruleset

EXPLAIN = f"{SOURCE}.explain"
_CONFIGURATION = ("**/gongkai-lint.toml", "**/pyproject.toml")
_ACTIONS = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL])


def serve(today: Callable[[], date]) -> int:
    """Serve on standard input and output until the client says exit; gives the exit code.

    A client that says exit without shutdown before it gets 1, as the protocol has it.
    """
    server = server_of(today)
    said: list[str] = []

    @server.feature(types.SHUTDOWN)
    def shutdown(_params: None) -> None:
        said.append(types.SHUTDOWN)

    @server.feature(types.EXIT)
    def leave(_params: None) -> None:
        said.append(types.EXIT)

    # pygls closes what it writes to; the process has its own to close.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out, suppress(ValueError):
        server.start_io(stdout=out)
    return int(said == [types.EXIT])


def server_of(today: Callable[[], date]) -> LanguageServer:
    """Give the server with all that it can do."""
    server = LanguageServer(SOURCE, __version__)

    def say(words: str) -> None:
        server.window_show_message(types.ShowMessageParams(types.MessageType.Error, words))

    session = Session(server.text_document_publish_diagnostics, say, today)
    _follow_texts(server, session)
    _follow_configuration(server, session)
    _answer(server, session)
    return server


def _follow_texts(server: LanguageServer, session: Session) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        encoding = server.workspace.position_encoding or types.PositionEncodingKind.Utf16
        session.open(params.text_document, types.PositionEncodingKind(encoding))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        text = params.text_document
        session.change(text.uri, text.version, params.content_changes)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)


def _follow_configuration(server: LanguageServer, session: Session) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(_params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _CONFIGURATION]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration(f"{SOURCE}.configuration", method, options)
            await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(_params: types.DidChangeWatchedFilesParams) -> None:
        session.renew()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(_params: types.DidSaveTextDocumentParams) -> None:
        # Not every client watches files for us; saving is rare, reading the rules again quick.
        session.renew()


def _answer(server: LanguageServer, session: Session) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        words = session.words(params.text_document.uri)
        return words.hover(params.position) if words else None

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, _ACTIONS)
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        words = session.words(params.text_document.uri)
        if words is None:
            return []
        only = params.context.only
        actions = list(words.fixes(params.range)) if _wanted("quickfix", only) else []
        everything = words.fix_all() if _wanted(FIX_ALL, only) else None
        return [*actions, everything] if everything else actions

    @server.command(EXPLAIN)
    def explain(rule_id: str) -> str | None:
        """Give the manual page of a rule in Markdown."""
        rules = load_ruleset()
        builtin = {rule.id: rule for rule in (*rules.regional, *rules.rules)}
        rule = session.rule(rule_id) or builtin.get(rule_id)
        if rule is None:
            return None
        return markdown(rule, read_examples(rule), changes_of(rules.regions, rule.id))


def _wanted(kind: str, only: object) -> bool:
    """Say whether a client that asks for some kinds of action, or for all, wants this one."""
    if not isinstance(only, list | tuple) or not only:
        return True
    asked = [getattr(one, "value", one) for one in only]
    return any(kind == one or kind.startswith(f"{one}.") for one in asked)
