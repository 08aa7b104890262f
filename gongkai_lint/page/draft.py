"""One document in the page: what was dropped, what a person said of it, what was accepted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.engine.patch import Patch, unpatched
from gongkai_lint.engine.repair import Repair, apart, repair_of
from gongkai_lint.errors import UsageError
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, Finding, Report
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.model.told import NOTHING, Told
from gongkai_lint.revise import Pen, pen_for, why_unmade

_ROUNDS = 5  # what one fix uncovers is fixed at the next; more than five is a circle


@dataclass
class Draft:
    """A document and its state; ``data`` are the bytes that were dropped and never change.

    ``copy`` are the bytes with what was accepted; ``report`` judges them. ``steps`` are the texts
    before each acceptance, the last one on top. What stands ``apart`` in a submission, without a
    role, was not judged.
    """

    name: str
    data: bytes
    told: Told = NOTHING
    ignored: dict[str, Suppression] = field(default_factory=dict)
    steps: list[Patch] = field(default_factory=list)
    patch: Patch | None = None
    copy: bytes = b""
    report: Report | None = None
    apart: bool = False
    _pen: Pen | None = None

    def judge(self, request: Request) -> Report:
        """Judge the document with what was accepted, corrected and ignored."""
        self.copy, self.apart = self._copied(), False
        self.report = lint_bytes(self.copy, self.name, self.asked(request))
        return self.report

    def asked(self, request: Request) -> Request:
        """Give a request with what a person said of this document."""
        return request._replace(told=self.told, suppressions=tuple(self.ignored.values()))

    def accept(self, numbers: Iterable[int], request: Request, now: datetime) -> Report:
        """Make the fixes of findings, counted from 1; raises ``UsageError`` where one cannot be."""
        findings = [self._judged.findings[number - 1] for number in numbers]
        repairs = [self._repair(finding, request, now) for finding in findings]
        self._make(repairs)
        return self.judge(request)

    def accept_safe(self, request: Request, now: datetime) -> Report:
        """Make every safe fix that the file takes, round after round."""
        for _ in range(_ROUNDS):
            pen = self.pen(request, now)
            options = [self._option(f, pen) for f in self._judged.findings if is_safe(f)]
            repairs = [option for option in options if isinstance(option, Repair)]
            if not repairs:
                break
            self._make(repairs)
            self.judge(request)
        return self._judged

    def undo(self, request: Request) -> Report:
        """Take back what was accepted last."""
        if self.steps:
            self.patch = self.steps.pop()
        return self.judge(request)

    def pen(self, request: Request, now: datetime) -> Pen:
        """Give what writes into the dropped file; it is opened once.

        The report on the file as it was dropped is at hand unless the document stood apart.
        """
        if self._pen is None:
            original = self.report or lint_bytes(self.data, self.name, request)
            self._pen = pen_for(original, self.data, request, now)
            self.patch = unpatched(_document(original).text)
        return self._pen

    @property
    def changed(self) -> int:
        """Count the changes of the original so far."""
        return len(self.patch.edits()) if self.patch else 0

    @property
    def _judged(self) -> Report:
        if self.report is None:
            raise UsageError("这份文稿还没有检查。")
        return self.report

    def _copied(self) -> bytes:
        edits = self.patch.edits() if self.patch else ()
        return self._pen.write(edits, ()) if self._pen and edits else self.data

    def _repair(self, finding: Finding, request: Request, now: datetime) -> Repair:
        option = self._option(finding, self.pen(request, now))
        if isinstance(option, Repair):
            return option
        raise UsageError(f"这一处没有改：{option}。")

    def _option(self, finding: Finding, pen: Pen) -> Repair | str:
        def bar(edit: Edit) -> str:
            return why_unmade(_document(self._judged), self._patch, pen, edit)

        option = repair_of(finding, ("safe", "unsafe"), bar)
        return option if isinstance(option, Repair) else option.reason

    def _make(self, repairs: Iterable[Repair]) -> None:
        edits = {edit for repair in apart(repairs) for edit in repair.edits}
        self.steps.append(self._patch)
        self.patch = self._patch.apply(edits)

    @property
    def _patch(self) -> Patch:
        if self.patch is None:
            raise AssertionError(self.name)
        return self.patch


def is_safe(finding: Finding) -> bool:
    """Say whether a finding can be fixed without a person's judgement."""
    return finding.fix is not None and finding.fix.safety == "safe"


def _document(report: Report) -> Document:
    if report.document is None:
        raise UsageError("；".join(failure.message for failure in report.failures))
    return report.document
