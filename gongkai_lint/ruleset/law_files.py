"""Load rules/law/*.yaml into the law tables."""

from pathlib import Path
from typing import Any

from gongkai_lint.law.instrument import InForce, Instrument
from gongkai_lint.law.tables import LawTables
from gongkai_lint.ruleset.yaml_source import load_yaml


def load_law(folder: Path) -> tuple[LawTables, list[str]]:
    """Give the law tables and every mistake in their files."""
    problems: list[str] = []
    instruments = []
    for entry in _entries(folder / "instruments.yaml", problems):
        since, until = entry.pop("since", None), entry.pop("until", None)
        entry["aliases"] = tuple(entry.get("aliases", ()))
        instruments.append(Instrument(**entry, in_force=InForce(since, until)))
    return LawTables(tuple(instruments)), problems


def _entries(file: Path, problems: list[str]) -> list[dict[str, Any]]:
    loaded = load_yaml(file.read_text(encoding="utf-8"))
    problems += [f"{file}:{p.line}：{p.message}" for p in loaded.problems]
    return loaded.value if isinstance(loaded.value, list) else []  # type: ignore[return-value]
