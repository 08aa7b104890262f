"""What a region changes, in words."""

from collections.abc import Iterable

from gongkai_lint.law.instrument import InForce, LegalBasis
from gongkai_lint.model.finding import SEVERITY_WORDS
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.words import PROFILES, basis_words
from gongkai_lint.ruleset.region import Added, Change, Earlier, Graver, Region


class LocalChange(NamedTuple):
    """One change of a region: the rule, what changes, when, on what basis."""

    region: Region
    rule: str
    words: str
    in_force: InForce
    basis: LegalBasis

    @property
    def sentence(self) -> str:
        """The change with its days and its basis."""
        return f"{self.words}，{stretch(self.in_force)}。依据：{basis_words(self.basis)}"


def local_changes(regions: Iterable[Region]) -> tuple[LocalChange, ...]:
    """Give everything that regions change, in words."""
    return tuple(
        LocalChange(region, change.rule, _words(change), change.in_force, change.basis)
        for region in regions
        for change in region.changes
    )


def notes(regions: Iterable[Region]) -> list[str]:
    """Give what is to be known of regions beside what they change."""
    return [f"{region.name}：{region.note}" for region in regions if region.note]


def changes_of(regions: Iterable[Region], rule: str) -> tuple[LocalChange, ...]:
    """Give what regions change of one rule."""
    return tuple(change for change in local_changes(regions) if change.rule == rule)


def stretch(in_force: InForce) -> str:
    """Say in words when a requirement holds."""
    since, until = in_force
    start = f"{since} 起" if since else "一直适用"
    return f"{start}，到 {until} 止" if until else start


def _words(change: Change) -> str:
    if isinstance(change, Added):
        return f"本地区增加：{change.what}" if change.case else "本地区增加这条规则"
    if isinstance(change, Earlier):
        whom = f"，只管{'、'.join(change.binds)}的文件" if change.binds else ""
        return f"比全国提前执行{whom}"
    if isinstance(change, Graver):
        force = "、".join(
            f"{PROFILES[profile]}{SEVERITY_WORDS[severity] if severity else '不查'}"
            for profile, severity in change.severity
        )
        return f"{change.what}{'，' * bool(change.what)}级别加重为{force}"
    return f"{change.period.matter}：{change.period.limit}"
