"""Make what a wheel ships made: compiled rules, patterns and modules for the Python that builds it.

So the first start is as quick as any, and so is one from where nothing can be written. On another
Python than that of the build they lie idle, and it makes its own.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MAKE = """
import gc, sys
from pathlib import Path
from gongkai_lint import loading, patterns
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.cli.app import run
from gongkai_lint.ruleset.load import load_ruleset, ship
target, *texts = sys.argv[1:]
for more in ((), ("--format", "json"), ("--format", "sarif"), ("--profile", "archive")):
    run(["check", "--jobs", "1", *more, *texts])
checks = [case.check for rule in load_ruleset().rules for case in rule.cases]
for found in [one for one in gc.get_objects() if isinstance(one, Pattern)]:
    patterns.compiled(found.source)
ship(Path(target, "ruleset.pickle"))
patterns.write(Path(target))
loading.keep(target)
"""


class Hook(BuildHookInterface[Any]):
    """Adds the folder ``_made`` to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files where the build may write, and name them to it."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        place = Path(tempfile.mkdtemp())
        settings = os.environ | {
            "PYTHONPATH": str(root),
            "PYTHONPYCACHEPREFIX": str(place / "pyc"),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        texts = sorted(map(str, (root / "corpus").rglob("*.txt")))
        made = place / "made"
        command = [sys.executable, "-c", _MAKE, str(made), *texts]
        done = subprocess.run(  # noqa: S603 (our own program, by the Python of the build)
            command, cwd=place, env=settings, capture_output=True, text=True, check=False
        )
        if done.returncode:
            self.app.display_warning(f"nothing is shipped ready made: {done.stderr[-500:]}")
        for file in made.iterdir() if made.is_dir() else ():
            name = f"gongkai_lint/_made/{sys.implementation.cache_tag}/{file.name}"
            build_data["force_include"][str(file)] = name
