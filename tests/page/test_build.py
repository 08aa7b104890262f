import io
import marshal
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from gongkai_lint import patterns
from gongkai_lint.errors import UsageError
from gongkai_lint.page import build
from gongkai_lint.page.bytecode import compiled_zip, warm
from gongkai_lint.page.packages import site, smaller, zipped
from gongkai_lint.page.rules import packed
from gongkai_lint.page.runtime import VERSION, runtime_folder
from gongkai_lint.ruleset.rule import RuleSet

ASSETS = Path(build.__file__).parent / "assets"
WITHOUT = """
import sys
for name in ("click", "lxml", "yaml"):
    sys.modules[name] = None
from pathlib import Path
from gongkai_lint.page.session import Session
session = Session()
session.begin("2026-12-01")
assert session.open("d1", "a.txt", sys.argv[1].encode())["read"]
assert session.open("d2", "b.docx", Path(sys.argv[2]).read_bytes())["read"]
assert session.open("d3", "c.html", f"<p>{sys.argv[1]}</p>".encode())["read"]
assert session.accept_safe("d2", "2026-12-01T10:00:00")["read"]
for kind in ("annotated", "revised", "reviewed", "xlsx", "json"):
    assert session.save(kind, ["d2"], "2026-12-01T10:00:00")
assert session.book(None)
"""
DOCX = next(Path(__file__).parents[2].glob("corpus/**/*.docx"))


def test_the_way_to_the_runtime_is_told_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"npm pack pyodide@{VERSION}"):
        runtime_folder(tmp_path)


def test_another_version_of_the_runtime_is_refused(tmp_path: Path) -> None:
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json"):
        (tmp_path / name).touch()
    (tmp_path / "python_stdlib.zip").touch()
    (tmp_path / "package.json").write_text('{"version": "0.1.0"}', encoding="utf-8")
    with pytest.raises(UsageError, match=f"不是 pyodide {VERSION}"):
        runtime_folder(tmp_path)


def test_every_module_of_the_script_is_joined_after_those_that_it_rests_on() -> None:
    script = build.page_script()
    for name in (path.stem for path in ASSETS.glob("*.js") if path.stem != "worker"):
        assert f"modules.{name} = " in script
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)
    for used in re.finditer(r"= modules\.(\w+);", script):
        assert script.index(f"modules.{used[1]} = ") < used.start()


def test_the_policy_forbids_connections_and_names_the_script_by_its_digest() -> None:
    digest = b64encode(sha256(build.page_script().encode()).digest()).decode()
    policy = build.policy(build.page_script(), "")
    assert "connect-src 'none'" in policy
    assert f"'sha256-{digest}'" in policy
    assert "unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")
    assert "http" not in policy


def test_what_travels_names_no_place_of_the_builders_disk(builtin: RuleSet) -> None:
    here = str(Path(__file__).parents[2]).encode()
    assert here not in packed(builtin)
    assert not [name for name, data in site(builtin).items() if here in data]


def test_the_page_works_without_what_cannot_travel() -> None:
    """Neither YAML nor anything compiled: a browser's Python has none of it."""
    text = "云岭市人民政府关于试点的通知\n各县：\n请尽快报送。"
    command = [sys.executable, "-c", WITHOUT, text, str(DOCX)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_travels_needs_no_command_line(builtin: RuleSet) -> None:
    names = site(builtin)
    assert "gongkai_lint/api.py" in names
    assert not [
        name for name in names if name.startswith(("gongkai_lint/cli/", "gongkai_lint/lsp/"))
    ]


def test_the_smaller_stdlib_keeps_traceback_and_leaves_the_tests() -> None:
    whole = zipped({"traceback.py": b"", "trace.py": b"", "test/a.py": b"", "json/a.py": b""})
    assert set(smaller(whole)) == {"traceback.py", "json/a.py"}


def test_the_same_input_makes_the_same_archive() -> None:
    one, two = zipped({"b": b"1", "a": b"2"}), zipped({"a": b"2", "b": b"1"})
    assert one == two
    assert ZipFile(io.BytesIO(one)).namelist() == ["a", "b"]


def test_modules_in_use_travel_as_code_and_the_others_as_source() -> None:
    archive = zipped({"a.py": b"WORDS = 1\n", "b.py": b"", "c.txt": b"table"})
    made = ZipFile(io.BytesIO(compiled_zip(archive, "/there", {"/there/a.py"})))
    assert made.namelist() == ["a.pyc", "b.py", "c.txt"]
    space: dict[str, int] = {}
    exec(marshal.loads(made.read("a.pyc")[16:]), space)  # noqa: S102, S302 (made a line above)
    assert space["WORDS"] == 1


def test_warming_gives_the_modules_that_judge_and_write_word_files() -> None:
    used = warm(["云岭市人民政府关于试点的通知\n各县：\n请尽快报送。"])
    assert any(file.endswith("reporters/word/revised_docx.py") for file in used)
    assert patterns.kept()
