"""The hooks that we offer, run by the real pre-commit on a real repository."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from pre_commit.clientlib import load_config, load_manifest

from gongkai_lint import __version__

ROOT = Path(__file__).parent.parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
GOOD = ROOT / "corpus" / "exemplars" / "14-函-2025.docx"
BAD = ROOT / "corpus" / "drafts" / "062-任务表.docx"
NAME = "报批 稿/关于 秋收的函.docx"


class Repository:
    """A repository whose commits our hook judges."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self._environment = os.environ | {
            "PRE_COMMIT_HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "core.quotePath",
            "GIT_CONFIG_VALUE_0": "false",
            **{f"GIT_{who}_NAME": "起草人" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")},
        }

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the repository."""
        return subprocess.run(
            words,
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def put(self, name: str, content: Path | str) -> None:
        """Write a file and stage it."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copy(content, file)
        else:
            file.write_text(content, encoding="utf-8")
        assert self.run("git", "add", name).returncode == 0

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit what is staged; the hook stands in between."""
        return self.run("git", "commit", "-q", "-m", "稿")


def _offered(name: str) -> dict[str, Any]:
    """Give the hook as the manifest has it, run by this checkout instead of its own environment."""
    hooks = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    (hook,) = [hook for hook in hooks if hook["id"] == name]
    entry = hook["entry"].replace("gongkai-lint", f"'{sys.executable}' -m gongkai_lint", 1)
    return {**hook, "entry": entry, "language": "system"}


@pytest.fixture
def repository(tmp_path: Path, request: pytest.FixtureRequest) -> Repository:
    """Give a new repository with a hook installed and a first commit."""
    made = Repository(tmp_path / "文稿 库", tmp_path / "home")
    made.folder.mkdir()
    made.run("git", "init", "-q", "-b", "main")
    hook = getattr(request, "param", "gongkai-lint")
    local = {"repo": "local", "hooks": [_offered(hook)]}
    made.put(".pre-commit-config.yaml", yaml.safe_dump({"repos": [local]}, allow_unicode=True))
    assert made.run(sys.executable, "-m", "pre_commit", "install").returncode == 0
    assert made.commit().returncode == 0
    return made


def test_the_manifest_is_one() -> None:
    hooks = load_manifest(str(MANIFEST))
    assert "gongkai-lint" in [hook["id"] for hook in hooks]


def test_a_bad_document_blocks_the_commit_and_a_mended_one_passes(repository: Repository) -> None:
    repository.put(NAME, BAD)
    blocked = repository.commit()
    assert blocked.returncode == 1
    assert re.search(rf"^{re.escape(NAME)}:\d+:\d+: 必改 ", blocked.stdout, re.MULTILINE)
    repository.put(NAME, GOOD)
    passed = repository.commit()
    assert passed.returncode == 0, passed.stdout


def test_what_is_staged_is_judged_not_what_lies_in_the_folder(repository: Repository) -> None:
    repository.put(NAME, GOOD)
    shutil.copy(BAD, repository.folder / NAME)
    passed = repository.commit()
    assert passed.returncode == 0, passed.stdout
    assert (repository.folder / NAME).read_bytes() == BAD.read_bytes()
    repository.put(NAME, BAD)
    shutil.copy(GOOD, repository.folder / NAME)
    assert repository.commit().returncode == 1
    assert (repository.folder / NAME).read_bytes() == GOOD.read_bytes()


@pytest.mark.parametrize("repository", ["gongkai-lint-fix"], indirect=True)
def test_what_can_be_fixed_blocks_the_commit_with_the_difference(repository: Repository) -> None:
    repository.put("稿 件.txt", "云岭市人民政府关于秋收的通知\n\n截止目前已按装水泵300台。\n")
    blocked = repository.commit()
    assert blocked.returncode == 1
    assert "-截止目前已按装水泵300台。\n+截至目前已安装水泵300台。\n" in blocked.stdout
    assert repository.run("git", "status", "--short").stdout == 'A  "稿 件.txt"\n'
    repository.put("稿 件.txt", "云岭市人民政府关于秋收的通知\n\n截至目前已安装水泵300台。\n")
    passed = repository.commit()
    assert passed.returncode == 0, passed.stdout


def test_files_that_are_no_drafts_and_deleted_ones_are_left_alone(repository: Repository) -> None:
    repository.put(NAME, GOOD)
    assert repository.commit().returncode == 0
    repository.run("git", "rm", "-q", NAME)
    for name in ("~$关于.docx", ".草稿.txt", "清单.xlsx", "旧稿.doc"):
        repository.put(name, "请尽快按装")
    passed = repository.commit()
    assert passed.returncode == 0, passed.stdout
    assert "(no files to check)Skipped" in passed.stdout


def test_hundreds_of_files_are_judged_by_one_call(repository: Repository) -> None:
    for number in range(220):
        file = repository.folder / f"第 {number} 批.txt"
        file.write_text("按月报送。\n", encoding="utf-8")
    config = repository.folder / ".pre-commit-config.yaml"  # the summary counts the files of a call
    config.write_text(config.read_text("utf-8").replace("concise", "text"), encoding="utf-8")
    repository.run("git", "add", ".")
    words = ("run", "--verbose", "--all-files")
    done = repository.run(sys.executable, "-m", "pre_commit", *words)
    assert done.returncode == 0, done.stdout
    assert re.findall(r"^(\d+) 个文件，", done.stdout, re.MULTILINE) == ["220"]


def test_the_readme_shows_a_configuration_that_works(tmp_path: Path) -> None:
    readme = (ROOT / "gongkai_lint/help/office.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"(?ms)^```yaml\n# \.pre-commit-config\.yaml\n(.*?)^```$", readme)
    assert len(block.splitlines()) == 4
    file = tmp_path / "config.yaml"
    file.write_text(block, encoding="utf-8")
    offered = {hook["id"] for hook in load_manifest(str(MANIFEST))}
    (repo,) = load_config(str(file))["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= offered
    assert repo["rev"] == f"v{__version__}"
