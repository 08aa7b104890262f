"""Which file of a submission is what: stated, else told from its name, else from its title."""

from collections.abc import Sequence
from pathlib import PurePath

from gongkai_lint.model.document import Document
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.dossier import Dossier, Paper, Role
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.ruleset.roles import RoleWords
from gongkai_lint.structure.folding.fold import fold_characters
from gongkai_lint.structure.folding.restore import changed
from gongkai_lint.structure.frame.sheet_page import read_sheet
from gongkai_lint.structure.script import fold

_LEAD = compiled(r"^(?:\d{1,3}[.．、_\-—]*|[（(]?[一二三四五六七八九十]{1,3}[）)、.])(?=\D)")
_TAIL = compiled(
    r"(?:（[^（）]*）|〔[^〔〕]*〕|[_\-—]*(?:[vV]?\d[\d.\-_]*|定稿|终稿|最终[稿版]?|修改稿?|送审稿|"
    r"报批稿|盖章[版件]?|扫描件|副本|正式[版稿]?))+$"
)
_OPENING = 3
_TYPES: dict[Role | None, DocumentType] = {
    "interpretation_plan": DocumentType.INTERPRETATION_PLAN,
    "interpretation_text": DocumentType.INTERPRETATION,
}
_ISSUED = frozenset(DocumentType) - {
    DocumentType.CATALOGUE,
    DocumentType.LIST,
    DocumentType.TABLE,
    DocumentType.INTERPRETATION_PLAN,
    DocumentType.INTERPRETATION,
}
_COVERING = frozenset(
    {DocumentType.REQUEST, DocumentType.REPORT, DocumentType.LETTER, DocumentType.MINUTES}
)
_FIELD_MAJOR = compiled(r"重大(?:行政)?决策[^：]{0,8}：[“\"\s]*(?:是|属于|列入|纳入)")
_SAID_MAJOR = compiled(
    r"(?<!不)(?<!未)(?:属于|列入|纳入|作为|[本该][^。；，\n]{0,10}(?<!不)[为系是])[^。；，\n]{0,24}重大(?:行政)?决策(?!程序以外)"
    r"|[（(]重大(?:行政)?决策(?:事项)?[）)]"
)
_NO_DRAFT = (
    "报批件里没有认出文稿。请在文稿的文件名里写上“送审稿”，"
    '或者在 dossier.toml 里写明 draft = "文件名"。'
)
_RIVALS = (
    "报批件里有 {number} 份像文稿的文件（{names}），不知道以哪一份为准。"
    '请移走多余的文件，或者在 dossier.toml 里写明 draft = "文件名"。'
)


class File(NamedTuple):
    """A file of the submission: path, name inside the folder, stated role, what was read."""

    path: str
    name: str
    role: Role | None
    document: Document | None


class Seating(NamedTuple):
    """The dossier, and why it has no draft where it has none."""

    dossier: Dossier
    trouble: str = ""


def seat(folder: str, files: Sequence[File], words: Sequence[RoleWords]) -> Seating:
    """Give each file its role, and the draft what the papers beside it say of it."""
    told = [file._replace(role=file.role or _told(file, words)) for file in files]
    drafts = _drafts(files, told, words)
    if len(drafts) == 1:
        told = [file._replace(role="draft") if file in drafts else file for file in told]
    papers = tuple(Paper(f.path, f.role, _as(f.role, f.document)) for f in told)
    dossier = Dossier(folder, papers)
    if len(drafts) == 1:
        return Seating(_with_informed_draft(dossier))
    names = "、".join(file.name for file in drafts)
    trouble = _RIVALS.format(number=len(drafts), names=names) if drafts else _NO_DRAFT
    return Seating(dossier, trouble)


def _told(file: File, words: Sequence[RoleWords]) -> Role | None:
    """Tell any role but the draft's."""
    others = [row for row in words if row.role != "draft"]
    path = PurePath(fold(fold_characters(file.name)))
    name, stem = path.name, _TAIL.sub("", _LEAD.sub("", path.stem))
    for row in others:
        if row.names_file(name, stem):
            return row.role
    titles = _titles(file.document.read) if file.document else []
    return next((row.role for row in others if any(map(row.titles, titles))), None)


def _titles(document: Document) -> list[str]:
    """Give the first line and the title, else the opening lines, without version marks."""
    titles = [fold(e.value or document.words(e.span)) for e in document.of("title")]
    lines = [fold(p.text) for p in document.source.paragraphs if p.text.strip()]
    told = [*lines[:1], *titles[:1]] if titles else lines[:_OPENING]
    return [_TAIL.sub("", words) for words in told]


def _drafts(files: Sequence[File], told: Sequence[File], words: Sequence[RoleWords]) -> list[File]:
    """Give what may be the draft: as stated, as named, else what is an official document.

    A letter that only covers the draft gives way to an attachment that is named as the draft.
    """
    stated = [file for file in files if file.role == "draft"]
    if stated:
        return stated
    free = [file for file in told if file.role is None]
    attached = [file for file in told if file.role == "attachment" and _is_named(file, words)]
    choices = (
        [file for file in free if _is_named(file, words)],
        [file for file in free if _is_of(file, _ISSUED - _COVERING)],
        [file for file in attached if _is_of(file, _ISSUED - _COVERING)],
        [file for file in free if _is_of(file, _ISSUED)],
        [file for file in free if file.document],
    )
    return next((choice for choice in choices if choice), [])


def _is_named(file: File, words: Sequence[RoleWords]) -> bool:
    name = fold(fold_characters(PurePath(file.name).name))
    return any(row.names_file(name, "") for row in words if row.role == "draft")


def _is_of(file: File, kinds: frozenset[DocumentType]) -> bool:
    return file.document is not None and file.document.document_type in kinds


def _as(role: Role | None, document: Document | None) -> Document | None:
    """Give a document as what its role makes of it."""
    if document is None:
        return None
    if role == "processing_sheet":
        return changed(document, lambda read: read_sheet(read)._replace(remarks=()))
    if role not in {None, "draft"}:  # a companion need not look like a 公文
        document = changed(document, lambda read: read._replace(remarks=()))
    kind = _TYPES.get(role)
    return changed(document, lambda read: read._replace(document_type=kind)) if kind else document


def _with_informed_draft(dossier: Dossier) -> Dossier:
    """Let the draft know the attribute and the traits that its companions tell."""
    draft, sheet = dossier.draft, dossier.sheet
    if draft is None:
        return dossier
    traits = set(draft.traits)
    if sheet is not None:
        traits.add("has_sheet")
        traits |= {"classified"} if sheet.of("classification") else set()
    if _is_major(dossier):
        traits.add("major_decision")
    label = draft.disclosure or (sheet.disclosure if sheet else None)
    informed = changed(
        draft, lambda read: read._replace(disclosure=label, traits=frozenset(traits))
    )
    papers = (p._replace(document=informed) if p.document is draft else p for p in dossier.papers)
    return dossier._replace(papers=tuple(papers))


def _is_major(dossier: Dossier) -> bool:
    sheets = [s.read for s in (dossier.draft, dossier.sheet) if s]
    fields = [f"{e.value}：{s.words(e.span)}" for s in sheets for e in s.of("sheet_field")]
    notes = [*dossier.documents(("drafting_note", "legality_review")), *sheets]
    return any(_FIELD_MAJOR.search(field) for field in fields) or any(
        _SAID_MAJOR.search(note.read.text) for note in notes
    )
