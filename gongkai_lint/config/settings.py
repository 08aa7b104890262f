"""What a command line or a configuration file says about one document."""

from datetime import date
from pathlib import Path
from typing import Literal

from gongkai_lint.config.globs import matches
from gongkai_lint.model.finding import SEVERITIES, Profile, Severity
from gongkai_lint.model.own_words import OwnWords
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.named import NamedTuple

FailOn = Severity | Literal["never"]
PROFILES: tuple[Profile, ...] = ("draft", "archive")
FAIL_ON: tuple[FailOn, ...] = (*SEVERITIES, "never")


class Settings(NamedTuple):
    """How one document is judged; None is left open."""

    profile: Profile | None = None
    as_of: date | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: FailOn | None = None
    rules: Path | None = None
    encoding: str | None = None
    region: str | None = None
    suppressions: tuple[Suppression, ...] | None = None
    baseline: Path | None = None
    words: OwnWords | None = None
    calendar: Path | None = None

    def over(self, other: "Settings") -> "Settings":
        """Give these settings, and the other ones where these leave something open."""
        said = {name: value for name, value in self._asdict().items() if value is not None}
        return other._replace(**said)


DEFAULTS = Settings(profile="draft", fail_on="warning")


class Config(NamedTuple):
    """A configuration file: what it says for all documents, and for those that a pattern names.

    Those that ``exclude`` names are left alone.
    """

    path: Path
    settings: Settings = Settings()
    per_path: tuple[tuple[str, Settings], ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    exclude: tuple[str, ...] = ()

    def excludes(self, place: str) -> bool:
        """Say whether a document, by its path from the file's folder, is not to be looked at."""
        return any(matches(pattern, place) for pattern in self.exclude)

    def settings_for(self, place: str) -> Settings:
        """Give the settings of a document by its path from the file's folder; the later win."""
        settings = self.settings
        for pattern, own in self.per_path:
            if matches(pattern, place):
                settings = own.over(settings)
        accepted = (by for by in self.suppressions if not by.path or matches(by.path, place))
        return settings._replace(suppressions=tuple(accepted))
