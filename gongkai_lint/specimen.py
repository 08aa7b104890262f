"""Write a rule's example out as a small 公文, so that it goes the whole way through the program.

An example is a sentence, placed in the rule's first scope, or a map of the elements in ``PARTS``
(null leaves an element out; ``text`` gives the whole file; ``says`` is what a message must say,
``rests_on`` a title, number or provision of its legal basis, ``outcome`` violation or review;
``layout`` sets the text as a Word file would, see ``typeset``).
``dossier`` maps roles to the files that travel with it in a submission (a text, texts or null).
``⟦…⟧`` marks what must be found. A long text is written once: ``{text: 一句话。, times: 900}``.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, get_args

from gongkai_lint.model.dossier import Role
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.examples import PARTS, SETTINGS, Example
from gongkai_lint.ruleset.rule import Rule

_FIELD_OF_SCOPE = {
    "document_number": "document_number",
    "title": "title",
    "addressee": "addressee",
    "attachment_note": "attachment_note",
    "issuing_authority": "issuing_authority",
    "date_of_issue": "date",
    "note": "note",
    "disclosure_note": "note",
    "issued_text": "issued_body",
    "attachment": "attachments",
    "imprint": "imprint",
    "copy_recipients": "imprint",
    "printing_authority": "imprint",
    "printing_date": "imprint",
    "sheet_field": "front_matter",
    "withholding_reason": "note",
}
_MARK = re.compile(r"⟦(.*?)⟧", re.DOTALL)
_USUAL_DAY = date(2024, 9, 2)
_LABELS_SINCE = date(2016, 11, 10)


class Page(NamedTuple):
    """A written-out file: its role, its text without marks, the marked ranges."""

    role: Role
    text: str
    marks: tuple[tuple[int, int], ...]


class Specimen(NamedTuple):
    """A written-out example: its text without marks, the marked ranges, its settings.

    ``beside`` are the other files of its submission; None where it is a text by itself.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    settings: dict[str, Any]
    beside: tuple[Page, ...] | None = None

    @property
    def pages(self) -> tuple[Page, ...]:
        """All its files, the draft first."""
        return (Page("draft", self.text, self.marks), *(self.beside or ()))


def write_out(example: Example, rule: Rule) -> Specimen:
    """Give the specimen of an example; raises ``ValueError`` for an unknown field."""
    own = example_fields(example, rule)
    unknown = own.keys() - {*PARTS, *SETTINGS}
    if unknown:
        raise ValueError(f"例子里有不认识的要素：{'、'.join(sorted(unknown))}")
    settings = {key: own[key] for key in SETTINGS if key in own}
    if "text" in own:
        marked = str(own["text"])
    else:
        fields = _usual(rule) | own
        marked = "\n".join(line for name in PARTS for line in _lines(name, fields.get(name)))
    travels = own.get("dossier")
    beside = None if travels is None else tuple(_beside(travels))
    return Specimen(*_unmarked(marked), settings, beside)


def example_fields(example: Example, rule: Rule) -> dict[str, Any]:
    """Give an example as a map of elements; a sentence stands in the rule's first scope."""
    if isinstance(example, dict):
        return dict(example)
    return {_FIELD_OF_SCOPE.get(rule.scope[0], "body"): example}


def _beside(travels: Mapping[str, Any]) -> Iterator[Page]:
    roles: tuple[Role, ...] = get_args(Role)
    for name, texts in travels.items():
        role = next((role for role in roles if role == name), None)
        if role is None:
            raise ValueError(f"例子的 dossier 里有不认识的角色：{name}")
        for text in texts if isinstance(texts, list) else [texts]:
            if text is not None:
                yield Page(role, *_unmarked(str(text)))


def _unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    return _MARK.sub(r"\1", marked), tuple(_marks(marked))


def _usual(rule: Rule) -> dict[str, Any]:
    day = _day(rule)
    return {
        "document_number": f"云政发〔{day.year}〕5号",
        "title": "云岭市人民政府关于做好示范创建工作的通知",
        "addressee": "各县（市、区）人民政府，市政府各部门：",
        "body": "现就有关事项通知如下。",
        "issuing_authority": "云岭市人民政府",
        "date": f"{day.year}年{day.month}月{day.day}日",
        "note": "（此件公开发布）" if day >= _LABELS_SINCE else None,
    }


def _day(rule: Rule) -> date:
    since, until = rule.in_force
    day = max(since, _USUAL_DAY) if since else _USUAL_DAY
    return min(day, until) if until else day


def _lines(name: str, value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, Mapping) and "times" in value:
        return [str(value["text"]) * int(value["times"])]
    if isinstance(value, Mapping):
        return ["---", *(f"{key}: {word}" for key, word in value.items()), "---"]
    if isinstance(value, list):
        return [line for item in value for line in _lines(name, item)]
    text = str(value).rstrip("\n")
    return ["---", *text.split("\n"), "---"] if name == "front_matter" else text.split("\n")


def _marks(marked: str) -> list[tuple[int, int]]:
    return [
        (found.start() - 2 * before, found.end() - 2 * before - 2)
        for before, found in enumerate(_MARK.finditer(marked))
    ]
