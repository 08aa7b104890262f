"""From the map of a TOML file to a Config, with every mistake told."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gongkai_lint.config.file import ConfigFile, ForDocuments, LexiconFile, SuppressionFile
from gongkai_lint.config.settings import Config, Settings
from gongkai_lint.model.own_words import OwnWords
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.ruleset.convert import convert_fields

_Tell = Callable[[str, str], None]
_APART = ("per-path", "suppressions", "lexicon")
_HEAD = compiled(r"\s*\[\[\s*(?:tool\s*\.\s*[\"']?gongkai-lint[\"']?\s*\.\s*)?suppressions\s*\]\]")


class Written(NamedTuple):
    """A configuration file as it was written."""

    path: Path
    text: str


def read_config(data: dict[str, object], written: Written, tell: _Tell) -> Config:
    """Give what a file says; the mistakes are told and left out."""
    said = {key: value for key, value in data.items() if key not in _APART}
    path = written.path
    values = convert_fields(ConfigFile, said, "", tell)
    words = _words(data.get("lexicon", {}), values.pop("units", ()), tell)
    exclude = tuple(values.pop("exclude", ()))
    settings = _settings(values, path)
    return Config(
        path,
        settings._replace(words=words if words != OwnWords() else None),
        tuple(_per_path(data.get("per-path", {}), path, tell)),
        tuple(_suppressions(data.get("suppressions", []), written, tell)),
        exclude,
    )


def _settings(values: Mapping[str, Any], path: Path) -> Settings:
    said = {name: values[name] for name in Settings._fields if name in values}
    for name in ("select", "ignore"):
        if name in said:
            said[name] = tuple(word.upper() for word in said[name])
    for name in ("rules", "baseline", "calendar"):
        if name in said:
            said[name] = path.parent / said[name]
    return Settings(**said)


def _words(data: object, units: tuple[str, ...], tell: _Tell) -> OwnWords:
    if not isinstance(data, dict):
        tell("lexicon", "字段“lexicon”应是“[lexicon]”下的 accept 和 [lexicon.replace]。")
        return OwnWords()
    values = convert_fields(LexiconFile, data, "lexicon.", tell)
    accepted, replaced = values.get("accept", ()), values.get("replace", {})
    for wrong, right in replaced.items():
        if wrong == right:
            tell("lexicon", f"字段“lexicon.replace”里“{wrong}”的错误写法与正确写法相同。")
        if wrong in accepted:
            tell(
                "lexicon", f"“{wrong}”既在“lexicon.accept”里，又在“lexicon.replace”里，请删去一处。"
            )
    return OwnWords(tuple(accepted), tuple(replaced.items()), tuple(units))


def _per_path(data: object, path: Path, tell: _Tell) -> Iterator[tuple[str, Settings]]:
    if not isinstance(data, dict):
        tell("per-path", '字段“per-path”应是“[per-path."路径"]”下的设置。')
        return
    for pattern, own in data.items():
        if isinstance(own, dict):
            values = convert_fields(ForDocuments, own, f"per-path.{pattern}.", tell)
            yield pattern, _settings(values, path)
        else:
            tell("per-path", f'字段“per-path.{pattern}”应写作“[per-path."{pattern}"]”，下接设置。')


def _suppressions(data: object, written: Written, tell: _Tell) -> Iterator[Suppression]:
    if not isinstance(data, list) or not all(isinstance(own, dict) for own in data):
        tell("suppressions", "字段“suppressions”应写作“[[suppressions]]”，下接 rule 和 reason。")
        return
    lines = _lines(written.text, len(data))
    for number, (own, line) in enumerate(zip(data, lines, strict=True), start=1):
        told: list[str] = []

        def note(field: str, message: str, told: list[str] = told) -> None:
            told.append(message)
            tell(field, message)

        values = convert_fields(SuppressionFile, own, f"suppressions.{number}.", note)
        if not told:
            rule = values.pop("rule").upper()
            yield Suppression(rule, file=str(written.path), line=line, **values)


def _lines(text: str, number: int) -> list[int | None]:
    """Give the line of each suppression's heading, where each has one."""
    lines = [at for at, line in enumerate(text.splitlines(), start=1) if _HEAD.match(line)]
    return [*lines] if len(lines) == number else [None] * number
