"""Several documents of the page as one submission (报批件)."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from gongkai_lint.api import Paper, Request, lint_papers
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.dossier import Role
from gongkai_lint.model.finding import Failure, Report
from gongkai_lint.model.source import Source
from gongkai_lint.page.draft import Draft
from gongkai_lint.readers.read import read
from gongkai_lint.reporters.dossier_block import dossier_lines

_FOLDER = "报批件"
_HEAD = f"报批件 {_FOLDER}"  # says nothing where the files came without a folder


def judge_together(
    drafts: Sequence[Draft], roles: Sequence[Role | None], request: Request
) -> list[str]:
    """Judge drafts as the papers of one submission; give the lines told of it as a whole.

    ``roles`` are what a person says of each; None leaves it to its name.
    """
    folder = _folder(drafts)
    names = [_inside(folder, draft.name) for draft in drafts]
    papers = [
        Paper(name, role, _read(draft), draft.told)
        for name, role, draft in zip(names, roles, drafts, strict=True)
    ]
    ignored = tuple(by for draft in drafts for by in draft.ignored.values())
    reports = lint_papers(folder, papers, request._replace(suppressions=ignored))
    by_path = {str(PurePosixPath(folder) / name): d for name, d in zip(names, drafts, strict=True)}
    for path, draft in by_path.items():
        _hand(draft, next((report for report in reports if report.path == path), None))
    whole = reports[0].dossier
    lines = [*dossier_lines(whole, "下面的“材料”一栏")] if whole else []
    return lines if folder != _FOLDER else [line for line in lines if line != _HEAD]


def _hand(draft: Draft, report: Report | None) -> None:
    """Give a draft its report; what has no role stands apart, and nothing is said of it."""
    if report is not None:
        draft.report = report._replace(path=draft.name)
    draft.apart = report is None or (report.role is None and report.document is not None)
    if draft.apart and draft.report is not None:
        draft.report = draft.report._replace(findings=(), outcomes=(), suppressed=())


def _folder(drafts: Sequence[Draft]) -> str:
    """Give the folder that all were dropped with, else a name for the pile."""
    tops = {PurePosixPath(draft.name).parts[0] for draft in drafts}
    deep = all(len(PurePosixPath(draft.name).parts) > 1 for draft in drafts)
    return tops.pop() if len(tops) == 1 and deep else _FOLDER


def _inside(folder: str, name: str) -> str:
    return name.removeprefix(f"{folder}/")


def _read(draft: Draft) -> Source | Failure:
    try:
        return read(draft.copy or draft.data, draft.name)
    except UnreadableError as error:
        return Failure("read", None, str(error))
