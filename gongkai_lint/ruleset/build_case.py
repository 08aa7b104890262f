"""From what a file says of a case to the case."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from gongkai_lint.checks import kind, kinds
from gongkai_lint.checks.kind import Check, Kind, heads, settled
from gongkai_lint.checks.surroundings import Near
from gongkai_lint.law.instrument import InForce, LegalBasis
from gongkai_lint.model.dossier import Returns
from gongkai_lint.model.finding import Certainty, Setting, Severity
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.case import (
    Case,
    Certainties,
    DatedBasis,
    FixTemplate,
    Severities,
    Telling,
    When,
)
from gongkai_lint.ruleset.convert import convert_fields
from gongkai_lint.ruleset.held import Held
from gongkai_lint.ruleset.known import Known
from gongkai_lint.ruleset.lexicon_file import read_lexicon
from gongkai_lint.ruleset.review import unfillable
from gongkai_lint.ruleset.rulefile import (
    BasisFile,
    CaseFile,
    CertaintyBySetting,
    FixFile,
    Force,
    ReturnFile,
    RuleFile,
    SeverityByProfile,
    Told,
)
from gongkai_lint.ruleset.values import choice

_Value = TypeVar("_Value")
_CLASS = re.compile("[a-z]+_[a-z_]+")  # a class misspelt: no title of a document looks so


class Tell(Protocol):
    """The way to tell a mistake: the field, a Chinese sentence."""

    def __call__(self, field: str, message: str) -> None:
        """Keep the mistake."""
        ...


class Bench(NamedTuple):
    """What the cases of a file are built with."""

    file: RuleFile
    path: Path
    known: Known
    tell: Tell

    def check_basis(self, field: str, told: tuple[BasisFile, ...]) -> None:
        """Tell each basis that is not registered, or is a region's."""
        for number, basis in enumerate(told):
            key, place = basis.instrument, f"{field}.{number}.instrument"
            law = self.known.law.instrument(key)
            if law is None:
                near = choice(key, self.known.words("instrument"))
                self.tell(
                    place,
                    f"依据“{key}”不在 rules/law/instruments.yaml 中，本单位的 law 里也没有{near}。",
                )
            elif law.region:
                self.tell(place, f"“{key}”是地方文件，只能在 rules/regions 里用作依据。")

    def basis(self, told: tuple[BasisFile, ...]) -> tuple[DatedBasis, ...]:
        """Give the bases with the names of their instruments."""
        known = ((one, self.known.law.instrument(one.instrument)) for one in told)
        return tuple(
            DatedBasis(
                LegalBasis(law.key, law.title, law.number, one.provision),
                InForce(one.since, one.until),
            )
            for one, law in known
            if law
        )


def build_case(name: str, file: CaseFile, bench: Bench) -> Case | None:
    """Give a case, or None and tell every mistake in it; a rule's only case has no name."""
    place = f"cases.{name}." if name else ""
    told: list[str] = []

    def tell(field: str, message: str) -> None:
        told.append(message)
        bench.tell(field, message)

    look = f"{place}{'look' if name else 'check'}"
    kind_name, check = _check(file.look, f"{look}.", bench, tell)
    when = convert_fields(
        When, _spelt(file.when, f"{place}when.", bench, tell), f"{place}when.", tell
    )
    near = tuple(_near(data, f"{place}near.{n}.", bench, tell) for n, data in enumerate(file.near))
    own = kind(kind_name)
    if check is None or own is None or told:
        return None
    said = f"{place}{'say' if name else 'message'}"
    says = _says(file, own, said, tell)
    tells = tuple((key, _telling(say, file, bench, place)) for key, say in says)
    case = Case(
        name,
        kind_name,
        Held(settled(check, bench.known.law), near),
        When(**when),
        tells,
        own.uses,
        heads(bench.known.vocabulary, check, *near),
        hasattr(check, "sees"),
        file.once,
    )
    for field, message in unfillable(case, own, said):
        tell(field, message)
    return case if tells else None


def _check(
    data: Mapping[str, Any], place: str, bench: Bench, tell: Tell
) -> tuple[str, Check | None]:
    name = data.get("kind")
    if not data:
        return "", None
    found = kind(name) if isinstance(name, str) else None
    if not isinstance(name, str) or found is None:
        tell(f"{place}kind", f"没有检查方式“{name}”{choice(name, kinds())}。")
        return "", None
    rest = {key: value for key, value in data.items() if key != "kind"}
    if found.listed:
        return name, _listed(
            found, rest, bench.path, lambda said: tell(f"{place}{found.listed}", said)
        )
    told: list[str] = []

    def note(field: str, message: str) -> None:
        told.append(message)
        tell(field, message)

    values = convert_fields(found.check, rest, place, note)
    for field, said in bench.known.unknown(found.check, rest):
        note(f"{place}{field}", said)
    return name, None if told else found.check(**values)


def _spelt(data: Mapping[str, Any], place: str, bench: Bench, tell: Tell) -> dict[str, Any]:
    """Give conditions whose titles are patterns, also those that a class of open words tells."""
    spelt = dict(data)
    vocabulary = bench.known.vocabulary
    for name in spelt.keys() & {"titled", "not_titled"}:
        told, patterns = data[name] if isinstance(data[name], list) else [data[name]], []
        for said in told:
            named = isinstance(said, str) and (said in vocabulary.names or _CLASS.fullmatch(said))
            forms = vocabulary.forms_of(said) if named else ()
            # of a vocabulary with mistakes only the names are known
            may_have_some = said in vocabulary.names and not vocabulary.forms
            if named and not forms and not may_have_some:
                near = choice(said, bench.known.words("class"))
                tell(f"{place}{name}", f"没有“{said}”这个写有 form 的词类{near}。")
            patterns.append("|".join(f"(?:{form.source})" for form in forms) or said)
        spelt[name] = patterns
    return spelt


def _near(data: Mapping[str, Any], place: str, bench: Bench, tell: Tell) -> Near:
    near = Near(**convert_fields(Near, data, place, tell))
    for field, said in bench.known.unknown(Near, data):
        tell(f"{place}{field}", said)
    if not any(near[1:]):
        tell(place.rstrip("."), "“near”里什么也没有要求。")
    return near


def _listed(found: Kind, data: Mapping[str, Any], path: Path, tell: Any) -> Check | None:
    field = found.listed
    name = data.get(field)
    if data.keys() != {field} or not isinstance(name, str) or not name.isidentifier():
        tell(f"这种检查方式只有一个字段“{field}”：lexicons 目录里词表的名称。")
        return None
    own = path.parent / "lexicons"
    folder = own if own.is_dir() else path.parent.parent / "lexicons"
    return read_lexicon(folder / f"{name}.yaml", tell)


def _says(file: CaseFile, own: Kind, place: str, tell: Tell) -> Iterator[tuple[str, Told]]:
    """Yield what is said of each thing that the kind tells apart."""
    if isinstance(file.say, str):
        yield "", Told(say=file.say)
        return
    if not file.say:
        tell(place, "一句话也没有写。")
    for key, said in file.say.items():
        if key not in own.tells:
            known = f"；可用的有：{'、'.join(own.tells)}" if own.tells else "，只写一句话"
            tell(f"{place}.{key}", f"这种检查方式不分“{key}”{known}。")
        yield key, Told(say=said) if isinstance(said, str) else said


def _telling(say: Told, file: CaseFile, bench: Bench, place: str) -> Telling:
    """Give a telling: what it does not say itself its case does, else the rule."""
    rule = bench.file
    for basis in (say.basis, file.basis):
        bench.check_basis(f"{place}basis", basis or ())
    severity = say.severity or file.severity
    basis = next((one for one in (say.basis, file.basis) if one is not None), rule.basis)
    fixes = [fix for fix in (say.fix, file.fix, rule.fix) if fix]
    if fixes and not any(fix.safety for fix in fixes):
        told = "“fix”要写明 safety：safe（照改不会错）或者 unsafe（要由人判断）。"
        bench.tell(f"{place}fix", told)
    advice = next((one for one in (say.advice, file.advice) if one is not None), rule.advice)
    return Telling(
        message=say.say,
        severity=_one(severities(severity) if severity else ()),
        certainty=_one(certainties(say.certainty or file.certainty or rule.certainty)),
        basis=_one(bench.basis(basis)),
        returns=_one(_returns(say.returns or file.returns or rule.returns)),
        advice=advice,
        fix=_one(_fix(fixes)),
    )


@cache
def _one(value: _Value) -> _Value:
    """Give of equal values always the same, so that compiled rules hold each only once."""
    return value


def severities(force: Severity | SeverityByProfile) -> Severities:
    """Give the severity in each profile, and in a submission where it has its own."""
    if not isinstance(force, SeverityByProfile):
        return ("draft", force), ("archive", force)
    told: dict[Setting, Force | None] = {
        "draft": force.draft,
        "archive": force.archive,
        "dossier": force.dossier,
    }
    return tuple((setting, _force(own)) for setting, own in told.items() if own is not None)


def _force(force: Force) -> Severity | None:
    return None if force == "off" else force


def certainties(told: Certainty | CertaintyBySetting) -> Certainties:
    """Give how sure a finding is, alike everywhere where one word is told."""
    return Certainties(told) if isinstance(told, str) else Certainties(told.text, told.dossier)


def _returns(file: ReturnFile | None) -> Returns | None:
    return Returns(file.step, file.ground) if file else None


def _fix(told: Sequence[FixFile]) -> FixTemplate | None:
    """Give the fix that files tell together, the nearest first; None where none tells of one."""
    if not told:
        return None
    return FixTemplate(
        replace_with=next((f.replace_with for f in told if f.replace_with is not None), None),
        swap=next((tuple(file.swap.items()) for file in told if file.swap), ()),
        safety=next((file.safety for file in told if file.safety), "unsafe"),
        title=next((file.title for file in told if file.title), ""),
    )
