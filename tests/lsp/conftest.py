"""A real client that speaks with the server over standard input and output."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parent.parent.parent
Scene = Callable[["Editor"], Coroutine[Any, Any, None]]
Play = Callable[..., None]


class Editor:
    """What an editor does, and what it was told."""

    def __init__(self, folder: Path) -> None:
        self.client: Any = LanguageClient("editor", "1")  # its decorators have no types
        self.folder = folder
        self.messages: list[str] = []
        self.registered: list[str] = []
        self._told: dict[str, list[types.PublishDiagnosticsParams]] = {}
        self._news = asyncio.Event()
        self._listen()

    def _listen(self) -> None:
        def told(params: types.PublishDiagnosticsParams) -> None:
            self._told.setdefault(params.uri, []).append(params)
            self._news.set()

        def said(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        def register(params: types.RegistrationParams) -> None:
            self.registered += [one.method for one in params.registrations]

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(told)
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(said)
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(register)

    async def start(self) -> None:
        """Start the server and agree with it."""
        await self.client.start_io(
            sys.executable, "-m", "gongkai_lint", "lsp", env=None, cwd=str(ROOT)
        )
        watch = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        capabilities = types.ClientCapabilities(
            workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watch),
        )
        await self.client.initialize_async(types.InitializeParams(capabilities))
        self.client.initialized(types.InitializedParams())

    async def stop(self) -> None:
        """Say goodbye as the protocol has it."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    def uri(self, name: str) -> str:
        """Give the address of a file in the folder."""
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str, language: str = "plaintext") -> Any:
        """Open a text and give what is told of it."""
        uri = name if ":" in name else self.uri(name)
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.told(uri)

    async def change(self, uri: str, version: int, *changes: Any) -> Any:
        """Change a text and give what is told of that version."""
        text = types.VersionedTextDocumentIdentifier(version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(text, list(changes)))
        return await self.told(uri, version)

    async def told(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        """Wait for what is told next of a text, or of a version of it."""
        async with asyncio.timeout(20):
            while True:
                waiting = self._told.get(uri, [])
                while waiting:
                    news = waiting.pop(0)
                    if version is None or news.version == version:
                        return list(news.diagnostics)
                self._news.clear()
                await self._news.wait()


@pytest.fixture(scope="session")
def stage() -> Iterator[tuple[asyncio.Runner, Editor]]:
    """Start one server for all scenes."""
    with asyncio.Runner() as runner:
        editor = Editor(Path())
        runner.run(editor.start())
        yield runner, editor
        runner.run(editor.stop())


@pytest.fixture
def play(stage: tuple[asyncio.Runner, Editor], tmp_path: Path) -> Play:
    """Play a scene between an editor in an empty folder and the server."""

    def run(scene: Scene) -> None:
        runner, editor = stage
        editor.folder = tmp_path
        editor.messages.clear()
        runner.run(scene(editor))

    return run
