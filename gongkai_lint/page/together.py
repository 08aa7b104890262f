"""Several documents of the page as one submission (报批件)."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from gongkai_lint.api import Paper, Request, lint_papers
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.finding import Failure, Report
from gongkai_lint.model.source import Source
from gongkai_lint.page.draft import Draft
from gongkai_lint.readers.read import read
from gongkai_lint.reporters.dossier_block import dossier_lines

_FOLDER = "报批件"


def judge_together(drafts: Sequence[Draft], request: Request) -> list[str]:
    """Judge drafts as the papers of one submission; give the lines told of it as a whole."""
    folder = _folder(drafts)
    names = [_inside(folder, draft.name) for draft in drafts]
    papers = [Paper(name, None, _read(draft)) for name, draft in zip(names, drafts, strict=True)]
    reports = lint_papers(folder, papers, request)
    by_path = {str(PurePosixPath(folder) / name): d for name, d in zip(names, drafts, strict=True)}
    for report in reports:
        _hand(report, by_path)
    whole = reports[0].dossier
    return [*dossier_lines(whole)] if whole else []


def _hand(report: Report, drafts: dict[str, Draft]) -> None:
    draft = drafts.get(report.path)
    if draft is not None:
        draft.report = report._replace(path=draft.name)


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
