"""The words about a submission as a whole: which file is what, and the 退文清单."""

from collections.abc import Iterator
from pathlib import Path

from gongkai_lint.model.dossier import ROLE_WORDS, STEP_WORDS, Cause, Ground, Submission


def dossier_lines(dossier: Submission, where: str = " dossier.toml 里") -> Iterator[str]:
    """Yield the block; nothing where all is there and every file has a role.

    ``where`` is the place in which a person says what role a file has.
    """
    if not (dossier.grounds or dossier.missing or dossier.unplaced or dossier.unread):
        return
    yield f"报批件 {dossier.folder}"
    for role, paths in dossier.roles:
        yield f"  {ROLE_WORDS[role]}：{_names(dossier, paths)}"
    if dossier.missing:
        yield f"  缺：{'、'.join(ROLE_WORDS[role] for role in dossier.missing)}"
    if dossier.unread:
        yield f"  没有读出内容，只按文件名归类：{_names(dossier, dossier.unread)}"
    if dossier.unplaced:
        names = _names(dossier, dossier.unplaced)
        yield f"  没有归类，也没有检查：{names}（可在{where}写明）"
    if dossier.grounds:
        yield f"退文清单（{len(dossier.grounds)} 项）"
    for number, ground in enumerate(dossier.grounds, 1):
        yield f"  {number}. {_ground(dossier, ground)}"
    yield ""


def _ground(dossier: Submission, ground: Ground) -> str:
    step, words = ground.returns
    causes = "、".join(dict.fromkeys(_cause(dossier, cause) for cause in ground.causes))
    return f"{words}（环节：{STEP_WORDS[step]}；见 {causes}）"


def _cause(dossier: Submission, cause: Cause) -> str:
    return f"{cause.rule} {_names(dossier, (cause.path,))}"


def _names(dossier: Submission, paths: tuple[str, ...]) -> str:
    """Give paths as they stand inside the folder."""
    return "、".join(
        path if path == dossier.folder else Path(path).relative_to(dossier.folder).as_posix()
        for path in paths
    )
