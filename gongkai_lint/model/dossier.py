"""One submission folder (报批件): its documents by role, and what is told of it as a whole."""

from collections.abc import Iterable
from typing import Literal

from gongkai_lint.model.document import Document
from gongkai_lint.named import NamedTuple

Role = Literal[
    "draft",
    "processing_sheet",
    "interpretation_plan",
    "interpretation_text",
    "drafting_note",
    "review_request",
    "legality_review",
    "fair_competition_review",
    "secrecy_review",
    "consultation_report",
    "risk_assessment",
    "attachment",
]
ROLE_WORDS: dict[Role, str] = {
    "draft": "文稿",
    "processing_sheet": "发文稿纸",
    "interpretation_plan": "解读方案",
    "interpretation_text": "解读材料",
    "drafting_note": "起草说明",
    "review_request": "送审函",
    "legality_review": "合法性审核意见",
    "fair_competition_review": "公平竞争审查结论",
    "secrecy_review": "保密审查记录",
    "consultation_report": "征求意见情况",
    "risk_assessment": "风险评估报告",
    "attachment": "附件",
}
Step = Literal[
    "drafting",
    "checking",
    "secrecy_review",
    "openness_review",
    "legality_review",
    "fair_competition_review",
    "consultation",
    "intake",
    "deliberation",
    "signing",
]
STEP_WORDS: dict[Step, str] = {
    "drafting": "拟稿",
    "checking": "部门内核稿",
    "secrecy_review": "保密审查",
    "openness_review": "政务公开审查",
    "legality_review": "合法性审核",
    "fair_competition_review": "公平竞争审查",
    "consultation": "征求意见、会签",
    "intake": "办公厅（室）收文审核",
    "deliberation": "集体审议",
    "signing": "签发",
}


class Paper(NamedTuple):
    """One file of a submission; no role where none fits, no document where it was not read."""

    path: str
    role: Role | None
    document: Document | None


class Dossier(NamedTuple):
    """The files of one submission by role."""

    folder: str
    papers: tuple[Paper, ...] = ()

    @property
    def draft(self) -> Document | None:
        """The text to be issued."""
        return next(iter(self.documents(("draft",))), None)

    @property
    def sheet(self) -> Document | None:
        """The processing sheet that travels as a file of its own."""
        return next(iter(self.documents(("processing_sheet",))), None)

    def has(self, role: Role) -> bool:
        """Say whether a file has the role, read or not."""
        return any(paper.role == role for paper in self.papers)

    def of(self, roles: Iterable[Role]) -> tuple[Paper, ...]:
        """Give the files in these roles, role after role."""
        return tuple(paper for role in roles for paper in self.papers if paper.role == role)

    def documents(self, roles: Iterable[Role]) -> tuple[Document, ...]:
        """Give the documents of the files in these roles that were read."""
        return tuple(paper.document for paper in self.of(roles) if paper.document)


class Returns(NamedTuple):
    """For what a draft is sent back, and the step of 公文办理 that asks for it."""

    step: Step
    ground: str


class Cause(NamedTuple):
    """A finding behind a ground for return."""

    path: str
    rule: str
    message: str


class Ground(NamedTuple):
    """One line of the 退文清单."""

    returns: Returns
    causes: tuple[Cause, ...]


class Submission(NamedTuple):
    """What is told of a dossier as a whole.

    ``missing`` are the roles that some rule asked for in vain, ``unread`` the files known by their
    names only.
    """

    folder: str
    roles: tuple[tuple[Role, tuple[str, ...]], ...] = ()
    missing: tuple[Role, ...] = ()
    unplaced: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
