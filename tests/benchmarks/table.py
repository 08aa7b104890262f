"""Print what the program costs, load by load; ``--write`` keeps the table in RESULTS.md.

Run: python tests/benchmarks/table.py [--base TREE] [--wheel] [--write]

Costs are instructions of the process, counted by valgrind where it is installed: they are the same
on a busy machine. Else they are the processor's seconds, the least of several runs. A bare Python
imports ``re``, ``zipfile`` and ``argparse`` and reads the file. A tree of another state, with its
own ``.venv``, is measured beside this one. With ``--wheel`` a wheel is built and its first run
measured. The lines on growth are the processor's time: they are ratios within one run.
"""

import argparse
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from docx import Document

from gongkai_lint import __version__

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
DRAFT = min((ROOT / "corpus" / "drafts").glob("*.txt"))
SIZE = 10_000
RUNS = 7  # of seconds, the least counts
BARE = "import re, zipfile, argparse, sys; open(sys.argv[1], 'rb').read()"
# The same texts once and twice in one process: the difference is what a warm process pays.
WARM = """
import sys
from datetime import date
from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.ruleset.load import load_ruleset
times, rules, *files = sys.argv[1:]
from pathlib import Path
request = Request(load_ruleset(Path(rules) if rules != "-" else None), date(2026, 12, 1))
read = [(Path(file).read_bytes(), file) for file in files]
for _ in range(int(times)):
    for data, name in read:
        lint_bytes(data, name, request)
"""
LOAD = "import sys; from pathlib import Path; from gongkai_lint.ruleset.load import load_ruleset; "
LOAD += "load_ruleset(Path(sys.argv[1]) if len(sys.argv) > 1 else None)"
RULE = """\
id: {id}
title: 例{number}
severity: warning
check: {{kind: existence, patterns: ['第{number}号[一-鿿]{{0,4}}甲乙', '丙丁{number}']}}
message: 不写“{{text}}”。
in_force: always
examples: {{violation: [第{number}号的甲乙, 丙丁{number}], pass: [戊, 戊]}}
"""
# In a process of its own: a process tells the most that any child of it ever had.
MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
FAMILIES = "XBEFGHJKMOQ"  # letters that no built-in rule bears

Row = tuple[str, str, str, str]


class Bench:
    """What is measured with, and the files that are judged."""

    def __init__(self, folder: Path, base: Path | None) -> None:
        """Write the files."""
        self.folder = folder
        self.base = base
        self.counts = shutil.which("valgrind") is not None
        self.text = folder / "稿.txt"
        self.text.write_bytes(_ten_kilobytes())
        self.doubled = folder / "重复.txt"
        self.doubled.write_bytes(
            _ten_kilobytes().replace("。".encode(), "，落实落实。".encode(), 1)
        )
        self.word = folder / "稿.docx"
        _word(self.word, self.text.read_text("utf-8").split("\n"))
        self.few, self.many = folder / "少", folder / "多"
        for place, number in ((self.few, 5), (self.many, 1000)):
            _rules(place, number)

    @property
    def settings(self) -> dict[str, str]:
        """The environment of what is run: what is kept for a user lies in the folder."""
        own = {"PYTHONHASHSEED": "0", "XDG_CACHE_HOME": str(self.folder / "caches")}
        return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | own

    def run(self, command: Sequence[str], tree: Path = ROOT) -> None:
        """Run a command so that what it keeps is kept."""
        subprocess.run(command, cwd=tree, env=self.settings, capture_output=True, check=False)

    def cost(self, command: Sequence[str], tree: Path = ROOT) -> float:
        """Give millions of instructions, or milliseconds of the processor."""
        settings = self.settings
        if not self.counts:
            return min(_seconds(command, tree, settings) for _ in range(RUNS)) * 1000
        counted = [
            "valgrind",
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ]
        done = subprocess.run(
            [*counted, *command],
            cwd=tree,
            env=settings,
            capture_output=True,
            text=True,
            check=False,
        )
        found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
        if found is None:
            raise SystemExit(done.stderr[-2000:])
        return int(found[1].replace(",", "")) / 1e6

    def check(self, *words: str | Path, tree: Path = ROOT, program: str = "") -> float:
        """Give the cost of a second ``check``: the first makes what is kept."""
        python = _python(tree)
        command = [program] if program else [python, "-m", "gongkai_lint"]
        whole = [*command, "check", *map(str, words)]
        self.run(whole, tree)
        self.run(whole, tree)
        return self.cost(whole, tree)

    def warm(self, files: Sequence[Path], tree: Path = ROOT, rules: str = "-") -> float:
        """Give the cost of a document in a process that has judged it before."""
        commands = [[_python(tree), "-c", WARM, n, rules, *map(str, files)] for n in ("1", "2")]
        self.run(commands[0], tree)
        once, twice = (self.cost(command, tree) for command in commands)
        return (twice - once) / len(files)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", type=Path)
    parser.add_argument("--wheel", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.base and asked.base.resolve())
        rows = list(_rows(bench, wheel=asked.wheel))
    unit = "millions of instructions" if bench.counts else "ms of the processor"
    head = f"Version {__version__}, Python {sys.version.split()[0]}, {unit}"
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    base = str(asked.base.name) if asked.base else "–"
    text = f"| load | cost | × bare | × {base} |\n|---|---|---|---|\n{table}\n"
    print(f"{head}\n\n{text}")
    if asked.write:
        words = f"# The last table of table.py\n\n{head}. See there for what is measured.\n\n{text}"
        (HERE / "RESULTS.md").write_text(words, encoding="utf-8")


def _rows(bench: Bench, *, wheel: bool) -> Iterator[Row]:
    bare = bench.cost([sys.executable, "-c", BARE, str(bench.text)])
    yield _row("bare Python that reads the file", bare, bare, None)
    loads: tuple[tuple[str, tuple[str | Path, ...]], ...] = (
        ("cold check, one text of 10 KB", (bench.text,)),
        ("the same with a doubled word", (bench.doubled,)),
        ("cold check, one docx of ten pages", (bench.word,)),
        ("text, --format json", ("--format", "json", bench.text)),
        ("text, --format sarif", ("--format", "sarif", bench.text)),
        ("text, five own rules", ("--rules", bench.few, bench.text)),
    )
    for name, words in loads:
        other = bench.check(*words, tree=bench.base) if bench.base else None
        yield _row(name, bench.check(*words), bare, other)
    if wheel:
        yield _row("text, first run of a fresh wheel", _fresh(bench), bare, None)
    python = _python(ROOT)
    starts = [[python, "-c", LOAD], [python, "-c", LOAD, str(bench.many)]]
    for start in starts:
        bench.run(start)
    plain, own = map(bench.cost, starts)
    yield _row("1,000 own rules, more at the start", own - plain, bare, None)
    texts = sorted((ROOT / "corpus" / "exemplars").rglob("*.txt"))[::4]
    for name, files in (("warm, one text", texts), ("warm, one docx", [bench.word])):
        other = bench.warm(files, bench.base) if bench.base else None
        yield _row(name, bench.warm(files), None, other)
    few, many = bench.warm(texts[:6]), bench.warm(texts[:6], rules=str(bench.many))
    yield "1,133 rules against 133, one warm text", f"{many / few:.2f} ×", "", ""
    yield "length against cost, 10 to 100 times", f"exponent {_growth(bench):.2f}", "", ""
    yield "peak memory, one text", f"{_memory(bench):.0f} MB", "", ""


def _row(name: str, cost: float, bare: float | None, other: float | None) -> Row:
    against_bare = f"{cost / bare:.2f}" if bare else ""
    return name, f"{cost:.1f}", against_bare, f"{cost / other:.2f}" if other else ""


def _fresh(bench: Bench) -> float:
    """Build a wheel, install it and run it for the first time."""
    wheels, place = bench.folder / "wheels", bench.folder / "fresh"
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(wheels)]
    subprocess.run([*build, str(ROOT)], capture_output=True, check=True)
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    (wheel,) = wheels.glob("*.whl")
    pip = [str(place / "bin" / "pip"), "install", "--quiet", str(wheel)]
    subprocess.run(pip, capture_output=True, check=True)
    return bench.cost([str(place / "bin" / "gongkai-lint"), "check", str(bench.text)], place)


def _growth(bench: Bench) -> float:
    """Give the exponent by which the cost of a text grows with its length."""
    lines = bench.text.read_text("utf-8").splitlines(keepends=True)
    costs = []
    for times in (2, 20):
        file = bench.folder / f"{times}.txt"
        file.write_text("".join([*lines[:4], *lines[4:-6] * times, *lines[-6:]]), "utf-8")
        costs.append(bench.warm([file]))
    return math.log10(costs[1] / costs[0])


def _memory(bench: Bench) -> float:
    """Give the most memory that a check had."""
    check = [_python(ROOT), "-m", "gongkai_lint", "check", str(bench.text)]
    command = [sys.executable, "-c", MEMORY, *check]
    done = subprocess.run(
        command, cwd=ROOT, env=bench.settings, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


def _seconds(command: Sequence[str], tree: Path, settings: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=tree, env=settings, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _python(tree: Path) -> str:
    own = tree / ".venv" / "bin" / "python"
    return str(own) if own.exists() else sys.executable


def _ten_kilobytes() -> bytes:
    lines = DRAFT.read_text(encoding="utf-8").splitlines(keepends=True)
    head, body, close = lines[:4], lines[4:-6], lines[-6:]
    times = SIZE // len("".join(body).encode())
    return "".join([*head, *body * times, *close]).encode()


def _word(file: Path, lines: list[str]) -> None:
    """Write a Word file of about ten pages: 22 lines of 28 characters stand on one."""
    document = Document()
    body = lines[4:-6] * 2
    for line in (*lines[:4], *body, *lines[-6:]):
        document.add_paragraph(line)
    document.save(str(file))


def _rules(place: Path, number: int) -> None:
    place.mkdir()
    for index in range(number):
        name = f"{FAMILIES[index // 100]}{index % 100:02}"
        (place / f"{name}-a.yaml").write_text(RULE.format(id=name, number=index), "utf-8")


if __name__ == "__main__":
    main()
