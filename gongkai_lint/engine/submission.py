"""What the reports on a submission's documents say together: the 退文清单."""

from collections.abc import Sequence
from typing import get_args

from gongkai_lint.model.dossier import (
    Cause,
    Dossier,
    Ground,
    Paper,
    Returns,
    Role,
    Step,
    Submission,
)
from gongkai_lint.model.finding import Report

_ROLES: tuple[Role, ...] = get_args(Role)
_STEPS: tuple[Step, ...] = get_args(Step)


def in_order(dossier: Dossier) -> tuple[Paper, ...]:
    """Give the papers role by role, the draft first, what no role fits last."""
    placed = dossier.of(_ROLES)
    return (*placed, *(paper for paper in dossier.papers if paper.role is None))


def sum_up(dossier: Dossier, reports: Sequence[Report]) -> Submission:
    """Give the roles, what is missing, and the grounds for return with the findings behind them."""
    lacking = {role for report in reports for f in report.findings for role in f.missing}
    roles = {role: tuple(p.path for p in dossier.of((role,))) for role in _ROLES}
    return Submission(
        folder=dossier.folder,
        roles=tuple((role, paths) for role, paths in roles.items() if paths),
        missing=tuple(role for role in _ROLES if role in lacking),
        unplaced=tuple(p.path for p in dossier.papers if p.role is None),
        unread=tuple(p.path for p in dossier.papers if p.document is None),
        grounds=_grounds(reports),
    )


def _grounds(reports: Sequence[Report]) -> tuple[Ground, ...]:
    """Give the grounds in the order of the steps; an 提示 sends nothing back."""
    causes: dict[Returns, list[Cause]] = {}
    for report in reports:
        for finding in report.findings:
            if finding.returns and finding.severity != "info":
                cause = Cause(report.path, finding.rule, finding.message)
                causes.setdefault(finding.returns, []).append(cause)
    ordered = sorted(causes, key=lambda returns: _STEPS.index(returns.step))
    return tuple(Ground(returns, tuple(causes[returns])) for returns in ordered)
