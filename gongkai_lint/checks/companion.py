"""What must travel with a draft: a file of the submission, or a field of the processing sheet."""

from collections.abc import Iterator, Sequence

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, any_occurs
from gongkai_lint.checks.place import where_absent
from gongkai_lint.checks.sheet import SheetField, sheet_fields, sheets
from gongkai_lint.checks.step_state import state_of
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import ROLE_WORDS, Role
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.named import NamedTuple

_Captures = tuple[tuple[str, str], ...]


class Companion(NamedTuple):
    """Report that nothing shows what must travel with the draft.

    It is shown by a file in one of ``roles`` (with ``all_needed`` in each), by a field of the
    sheet whose name matches ``sheet``, by an element of ``elements``, or by ``texts`` (one of
    them, or all) in the files ``among``, which must have been read. A text by itself is asked for
    its own sheet and, where all of the ``texts`` are needed, for what it says.

    Cases: ``missing`` in a submission, ``sheet`` where a sheet lacks the field, ``alone`` without a
    sheet, ``hollow`` where the field's words match these or, where it tells of a ``step``, say that
    this was not done; ``refused`` where they say that what is ``always`` needed is not. With
    ``every`` each of the fields must show it. Report an empty span at the first of the elements
    ``at``, or the field's words in the document itself.
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
    at: tuple[ElementKind, ...] = ("disclosure_note", "date_of_issue", "title")

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match where nothing shows it, or where the sheet says that it was not done."""
        fields = list(sheet_fields(view))
        if not self.sees(view) or not self._can_look(view):
            return
        named = [f for f in fields if any_occurs(self.sheet, f.name)]
        told = [f for f in named if not self._is_hollow(f.words)]
        refusals = [f for f in told if self._is_refused(f.words)]
        undone = [f for f in named if f not in told] if self.every else []
        if refusals:
            yield self._at(view, refusals[0], "refused")
        elif undone:
            yield self._at(view, undone[0], "hollow")
        elif not told and not self._has_element(sheets(view)) and not self._travels(view):
            missing = self._missing(view)
            case = "hollow" if named else _absence(view, fields)
            yield self._at(view, named[0] if named else None, case, missing)

    def _is_hollow(self, words: str) -> bool:
        if self.step:
            return state_of(words) in {"blank", "not_done"}
        return not words or any_occurs(self.hollow, words)

    def _is_refused(self, words: str) -> bool:
        return self.always and state_of(words) == "not_needed"

    def sees(self, view: View) -> bool:
        """Say whether the document is the draft; what travels beside it is not asked."""
        return view.role in {None, "draft"}

    def _can_look(self, view: View) -> bool:
        return view.dossier is None or all(paper.document for paper in view.dossier.of(self.among))

    def _has_element(self, sheets: Sequence[Document]) -> bool:
        return any(
            sheet.words(element.span).strip()
            and not any_occurs(self.hollow, sheet.words(element.span))
            for sheet in sheets
            for kind in self.elements
            for element in sheet.of(kind)
        )

    def _travels(self, view: View) -> bool:
        """Say whether the files show it."""
        if view.dossier is None:
            return self.all_needed and bool(self.texts) and not self._unsaid(view)
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
        """Give the names of the texts that no file says, nor the text by itself."""
        dossier = view.dossier
        documents = dossier.documents(self.among) if dossier else (view.document,)
        return [
            next(iter(pattern.names), pattern.source)
            for pattern in self.texts
            if not any(pattern.occurs(document.text) for document in documents)
        ]

    def _missing(self, view: View) -> tuple[Role, ...]:
        return tuple(r for r in self.roles if view.dossier and not view.dossier.has(r))

    def _at(
        self, view: View, field: SheetField | None, case: str, missing: tuple[Role, ...] = ()
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


def _absence(view: View, fields: list[SheetField]) -> str:
    if view.dossier:
        return "missing"
    return "sheet" if fields else "alone"


KIND = Kind(
    Companion,
    "报批件里应当随文的材料",
    tells=("missing", "sheet", "alone", "hollow", "refused"),
    words=("missing", "field", "said"),
)
