"""The documents that the page has open, and by what they are judged."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from typing import Any

from gongkai_lint.api import Request
from gongkai_lint.errors import UsageError
from gongkai_lint.model.dossier import ROLE_WORDS, Role
from gongkai_lint.model.finding import Profile
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.page.book import book
from gongkai_lint.page.corrections import told_by_page
from gongkai_lint.page.draft import Draft
from gongkai_lint.page.formats import require_readable
from gongkai_lint.page.rules import packed_rules
from gongkai_lint.page.saving import Saving, save
from gongkai_lint.page.together import judge_together
from gongkai_lint.page.view import Object, view_of
from gongkai_lint.ruleset.rule import RuleSet


class Session:
    """What is open, by key. Times and days come from the page: the clock is at the edge."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self._drafts: dict[str, Draft] = {}
        self._profile: Profile = "draft"
        self._as_of: date | None = None
        self._region: str | None = None
        self._today = date.min

    def begin(self, today: str) -> Object:
        """Load the rules; give what the page offers to choose from."""
        self._today = date.fromisoformat(today)
        regions = [{"key": region.key, "name": region.name} for region in self._rules.regions]
        return {"rules": len(self._rules.rules), "digest": self._rules.digest, "regions": regions}

    def settle(self, profile: Profile, as_of: str | None, region: str | None) -> Object:
        """Take the settings by which everything is judged from now on."""
        self._profile, self._region = profile, region or None
        self._as_of = date.fromisoformat(as_of) if as_of else None
        return {}

    def open(self, key: str, name: str, data: bytes) -> Object:
        """Take a file and judge it; raises ``UnreadableError`` where the page cannot read it."""
        require_readable(data, name)
        self._drafts[key] = Draft(name, data)
        return self.judge(key)

    def close(self, key: str) -> Object:
        """Forget a document."""
        self._drafts.pop(key, None)
        return {}

    def judge(self, key: str) -> Object:
        """Judge a document as everything stands now."""
        draft = self._draft(key)
        draft.judge(self._request)
        return view_of(key, draft, self._rules)

    def accept(self, key: str, numbers: Sequence[int], now: str) -> Object:
        """Make the fixes of findings."""
        draft = self._draft(key)
        draft.accept(numbers, self._request, datetime.fromisoformat(now))
        return view_of(key, draft, self._rules)

    def accept_safe(self, key: str, now: str) -> Object:
        """Make every safe fix."""
        draft = self._draft(key)
        draft.accept_safe(self._request, datetime.fromisoformat(now))
        return view_of(key, draft, self._rules)

    def undo(self, key: str) -> Object:
        """Take back what was accepted last."""
        draft = self._draft(key)
        draft.undo(self._request)
        return view_of(key, draft, self._rules)

    def ignore(self, key: str, number: int, reason: str) -> Object:
        """Let a finding stay, for a reason."""
        draft = self._draft(key)
        if draft.report is None:
            raise UsageError("这份文稿还没有检查。")
        finding = draft.report.findings[number - 1]
        by = Suppression(finding.rule, reason, fingerprint=finding.fingerprint)
        draft.ignored[finding.fingerprint] = by
        return self.judge(key)

    def heed(self, key: str, fingerprint: str) -> Object:
        """Report a finding again that was ignored."""
        self._draft(key).ignored.pop(fingerprint, None)
        return self.judge(key)

    def correct(self, key: str, **told: Any) -> Object:
        """Take a person's word for what the document is; what is not told is recognized."""
        draft = self._draft(key)
        draft.told = told_by_page(draft.report, **told)
        return self.judge(key)

    def dossier(self, keys: Sequence[str], roles: Sequence[Role | None]) -> Object:
        """Judge documents as one submission, each in the role that a person told or its own."""
        drafts = {key: self._draft(key) for key in keys}
        lines = judge_together(list(drafts.values()), roles, self._request)
        return {
            "lines": lines,
            "roles": ROLE_WORDS,
            "views": [view_of(key, draft, self._rules) for key, draft in drafts.items()],
        }

    def save(self, kind: str, keys: Sequence[str], now: str) -> bytes:
        """Make a file of documents."""
        drafts = [self._draft(key) for key in keys]
        return save(kind, Saving(drafts, self._request, datetime.fromisoformat(now)))

    def book(self, day: str | None) -> list[Object]:
        """Give the rule book, on a day that of the day."""
        return book(self._rules, date.fromisoformat(day) if day else None, self._region)

    def warm(self) -> Object:
        """Load what is not needed to be ready, before the first document asks for it."""
        import_module("gongkai_lint.readers.docx")
        import_module("gongkai_lint.reporters.word.revised_docx")
        return {}

    @cached_property
    def _rules(self) -> RuleSet:
        return packed_rules()

    @property
    def _request(self) -> Request:
        return Request(
            self._rules, self._today, self._profile, as_of=self._as_of, region=self._region
        )

    def _draft(self, key: str) -> Draft:
        try:
            return self._drafts[key]
        except KeyError:
            raise UsageError("这份文稿已经关闭，请重新打开。") from None
