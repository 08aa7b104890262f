"""Files that only an office suite opens (.doc, .rtf, .odt …) through LibreOffice to Source.

LibreOffice runs headless with a profile of its own that follows no link and runs no macro. Several
files share one start of it; one file can end the whole run, so what is missing afterwards is tried
again alone.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Notice, Source
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.readers.format import DOC, FODT, ODT, RTF
from gongkai_lint.readers.page_lines import is_misread

GROUP = 20
_SUFFIXES = {DOC: ".doc", RTF: ".rtf", ODT: ".odt", FODT: ".fodt"}
_SECONDS, _SECONDS_EACH = 60, 10
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_ABSENT = (
    "检查 {suffix} 文件需要本机装有 LibreOffice（没有找到 soffice 程序）。"
    "请安装 LibreOffice，或用 WPS、Word 另存为 .docx 后再检查。"
)
_FAILED = (
    "LibreOffice 没能打开这个 {suffix} 文件（可能已加密、已损坏或处理超时）。"
    "请用 WPS 或 Word 另存为 .docx 后再检查。"
)
_MISREAD = (
    "LibreOffice 从这个 {suffix} 文件里读出来的是乱码（可能已损坏或加密），没有检查。"
    "请用 WPS 或 Word 打开核对后另存为 .docx。"
)
_CONVERTED = Notice(
    "converted", "文件由 LibreOffice 转换后检查，个别版面（字体替代、分页）可能与原件不同。"
)
_SECURITY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
</item></oor:items>
"""


class OfficeFile(NamedTuple):
    """A file's bytes and its media type."""

    data: bytes
    media_type: str

    @property
    def suffix(self) -> str:
        """The suffix by which LibreOffice knows what it is."""
        return _SUFFIXES[self.media_type]


def read_office(data: bytes, media_type: str) -> Source:
    """Read one file by converting it."""
    file = OfficeFile(data, media_type)
    return as_source(file, convert([file])[0])


def as_docx(data: bytes, media_type: str) -> bytes:
    """Give one file as .docx; raises ``UnreadableError`` where LibreOffice cannot open it."""
    file = OfficeFile(data, media_type)
    converted = convert([file])[0]
    if converted is None:
        raise UnreadableError(_FAILED.format(suffix=file.suffix))
    return converted


def as_source(file: OfficeFile, converted: bytes | None) -> Source:
    """Read what LibreOffice made of a file; the digest stays that of the file itself."""
    if converted is None:
        raise UnreadableError(_FAILED.format(suffix=file.suffix))
    source = read_docx(converted)
    if is_misread("".join(paragraph.text for paragraph in source.paragraphs)):
        raise UnreadableError(_MISREAD.format(suffix=file.suffix))
    return source._replace(
        digest=digest_of(file.data),
        media_type=file.media_type,
        notices=(_CONVERTED, *source.notices),
    )


def convert(files: Sequence[OfficeFile]) -> list[bytes | None]:
    """Give each file as .docx, None where LibreOffice could not; raises where there is none."""
    program = _program()
    if program is None:
        raise UnreadableError(_ABSENT.format(suffix=files[0].suffix if files else ".doc"))
    with tempfile.TemporaryDirectory(prefix="gongkai-lint-") as folder:
        desk = _LibreOffice(program, Path(folder))
        done: list[bytes | None] = []
        for start in range(0, len(files), GROUP):
            done += desk.convert(files[start : start + GROUP])
        return done


def _program() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


class _LibreOffice(NamedTuple):
    """A LibreOffice with a profile of its own in a folder that goes with it."""

    program: str
    folder: Path

    def convert(self, files: Sequence[OfficeFile]) -> Iterator[bytes | None]:
        """Convert a group together, then alone what is missing."""
        together = self._run(files)
        for file, result in zip(files, together, strict=True):
            alone = result is None and len(files) > 1
            yield self._run([file])[0] if alone else result

    def _run(self, files: Sequence[OfficeFile]) -> list[bytes | None]:
        with tempfile.TemporaryDirectory(dir=self.folder) as name:
            work = Path(name)
            names = [f"{number}{file.suffix}" for number, file in enumerate(files)]
            for file, own in zip(files, names, strict=True):
                (work / own).write_bytes(file.data)
            self._call([str(work / own) for own in names], work / "out")
            made = [work / "out" / f"{number}.docx" for number in range(len(files))]
            return [path.read_bytes() if path.is_file() else None for path in made]

    def _call(self, paths: Sequence[str], out: Path) -> None:
        profile = self._profile()
        command = [
            self.program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", "docx", "--outdir", str(out), *paths),
        ]
        seconds = _SECONDS + _SECONDS_EACH * len(paths)
        process = subprocess.Popen(  # noqa: S603 (a fixed program, files of our own naming)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _kill(process)
            shutil.rmtree(profile, ignore_errors=True)

    def _profile(self) -> Path:
        profile = self.folder / "profile"
        settings = profile / "user" / "registrymodifications.xcu"
        if not settings.is_file():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text(_SECURITY, encoding="utf-8")
        return profile


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes it started."""
    if hasattr(os, "killpg"):
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
