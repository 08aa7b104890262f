"""What must travel with a draft: a file of the submission, or a field of the processing sheet."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.place import where_absent
from gongkai_lint.checks.step_state import state_of
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import ROLE_WORDS, Role
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.trait import Trait
from gongkai_lint.named import NamedTuple

_Captures = tuple[tuple[str, str], ...]


class _Field(NamedTuple):
    name: str
    words: str
    sheet: Document
    span: Span


class Companion(NamedTuple):
    """Report that nothing shows what must travel with the draft.

    It is shown by a file in one of ``roles`` (with ``all_needed`` in each), by a field of the
    sheet whose name matches ``sheet``, by an element of ``elements``, or by ``texts`` (one of
    them, or all) in the files ``among``. A text by itself is asked only for its
    own sheet.

    It is asked for where the sheet says ``asked`` (field：words), or where the draft has one of
    ``any_traits`` or a title that matches ``titled`` and no field says ``declined``; always where
    none of these is given. The files ``beside`` must be there, the files ``among`` have been read.

    Cases: ``missing`` in a submission, ``sheet`` where a sheet lacks the field, ``alone`` without a
    sheet, ``hollow`` and ``refused`` where the field's words match these; where the field tells of
    a ``step``, if its words say that this was not done, or, where it is ``always`` needed, that it
    is not. With ``every`` each of the fields must show it. Report an empty span at the first of
    the elements ``at``, or the field's words in the document itself.
    """

    roles: tuple[Role, ...] = ()
    all_needed: bool = False
    sheet: tuple[Pattern, ...] = ()
    elements: tuple[ElementKind, ...] = ()
    texts: tuple[Pattern, ...] = ()
    among: tuple[Role, ...] = ()
    step: bool = False
    always: bool = False
    every: bool = False
    hollow: tuple[Pattern, ...] = ()
    refused: tuple[Pattern, ...] = ()
    asked: tuple[Pattern, ...] = ()
    declined: tuple[Pattern, ...] = ()
    any_traits: tuple[Trait, ...] = ()
    titled: tuple[Pattern, ...] = ()
    beside: tuple[Role, ...] = ()
    at: tuple[ElementKind, ...] = ("disclosure_note", "date_of_issue", "title")

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match where nothing shows it, or where the sheet says that it was not done."""
        sheets = [view.document, *([view.sheet] if view.sheet else [])]
        fields = [field for sheet in sheets for field in _fields(sheet)]
        if view.role not in {None, "draft"} or not self._is_asked(view, fields):
            return
        named = [f for f in fields if _any(self.sheet, f.name)]
        told = [f for f in named if not self._is_hollow(f.words)]
        refusals = [f for f in told if self._is_refused(f.words)]
        undone = [f for f in named if f not in told] if self.every else []
        if refusals:
            yield self._at(view, refusals[0], "refused")
        elif undone:
            yield self._at(view, undone[0], "hollow")
        elif not told and not self._has_element(sheets) and not self._travels(view):
            missing = self._missing(view)
            case = "hollow" if named else _absence(view, fields)
            yield self._at(view, named[0] if named else None, case, missing)

    def _is_hollow(self, words: str) -> bool:
        if self.step:
            return state_of(words) in {"blank", "not_done"}
        return not words or _any(self.hollow, words)

    def _is_refused(self, words: str) -> bool:
        told_off = self.always and state_of(words) == "not_needed"
        return told_off or _any(self.refused, words)

    def sees(self, view: View) -> bool:
        """Say whether the document is the draft; what travels beside it is not asked."""
        return view.role in {None, "draft"}

    def _is_asked(self, view: View, fields: list[_Field]) -> bool:
        if not self._can_look(view):
            return False
        said = [f"{field.name}：{field.words}" for field in fields]
        if any(_any(self.asked, words) for words in said):
            return True
        if any(_any(self.declined, words) for words in said):
            return False
        if self.any_traits or self.titled:
            return self._suits(view.document)
        return not self.asked

    def _suits(self, draft: Document) -> bool:
        titles = (*draft.of("title"), *draft.of("issued_text_title"))
        named = any(_any(self.titled, draft.words(title.span)) for title in titles)
        return named or not draft.traits.isdisjoint(self.any_traits)

    def _can_look(self, view: View) -> bool:
        if view.dossier is None:
            return not self.beside
        return all(map(view.dossier.has, self.beside)) and all(
            paper.document for paper in view.dossier.of(self.among)
        )

    def _has_element(self, sheets: list[Document]) -> bool:
        return any(
            sheet.words(element.span).strip() and not _any(self.hollow, sheet.words(element.span))
            for sheet in sheets
            for kind in self.elements
            for element in sheet.of(kind)
        )

    def _travels(self, view: View) -> bool:
        """Say whether the files show it."""
        if view.dossier is None:
            return False
        lacking = [role for role in self.roles if not view.dossier.has(role)]
        by_file = bool(self.roles) and (
            not lacking if self.all_needed else len(lacking) < len(self.roles)
        )
        unsaid = self._unsaid(view)
        by_text = bool(self.texts) and (
            not unsaid if self.all_needed else len(unsaid) < len(self.texts)
        )
        return by_file or by_text

    def _unsaid(self, view: View) -> list[str]:
        """Give the names of the texts that no file says."""
        if view.dossier is None:
            return []
        documents = view.dossier.documents(self.among)
        return [
            next(iter(pattern.names), pattern.source)
            for pattern in self.texts
            if not any(pattern.occurs(document.text) for document in documents)
        ]

    def _missing(self, view: View) -> tuple[Role, ...]:
        return tuple(r for r in self.roles if view.dossier and not view.dossier.has(r))

    def _at(
        self, view: View, field: _Field | None, case: str, missing: tuple[Role, ...] = ()
    ) -> Match:
        here = field is not None and field.sheet is view.document and bool(field.words)
        span = field.span if field and here else where_absent(view.document, self.at)
        names = "、".join([*(ROLE_WORDS[role] for role in missing), *self._unsaid(view)])
        words: _Captures = (("missing", names),)
        if field:
            words += (("field", field.name), ("said", field.words))
        return Match(span, words, case=case, missing=missing, doubtful=self._is_unsure(view))

    def _is_unsure(self, view: View) -> bool:
        """Say whether a sheet that could not be read may show it."""
        dossier = view.dossier
        return bool(self.sheet and dossier and dossier.has("processing_sheet")) and not view.sheet


def _fields(sheet: Document) -> Iterator[_Field]:
    for element in sheet.of("sheet_field"):
        words = sheet.words(element.span).strip("“”\"' \t\u3000")
        yield _Field(element.value or "", words, sheet, element.span)


def _absence(view: View, fields: list[_Field]) -> str:
    if view.dossier:
        return "missing"
    return "sheet" if fields else "alone"


def _any(patterns: tuple[Pattern, ...], words: str) -> bool:
    return any(pattern.occurs(words) for pattern in patterns)


KIND = Kind(
    Companion,
    "报批件里应当随文的材料",
    tells=("missing", "sheet", "alone", "hollow", "refused"),
    words=("missing", "field", "said"),
)
