"""What is said of this document."""

from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import BASIS
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term
from gongkai_lint.reading.terms import TITLE

_TIES = compiled(
    r"(?:[（(][^（）()\n]{0,40}[）)]|[、和及与，\s]|自?(?:本[一-鿿]{2,4})?(?:即日|施行之日|印发之日|发布之日|实施之日)起"
    r"|同时|一并|即行|随之|相应|均|也|亦|予以|从即日起|不再)*"
)
_OPEN = compiled("已|是否|到期前")  # done before, or not yet decided
_STEPS = frozenset({"sync_first", "sync_next"})
_THREE_STEPS = (("组织", "审签", "部署"), ("起草", "审签|审批", "发布|公开|公布"))
NEEDS = {
    "repealed_here": {"repeal"},
    "repealed_behind": {"repeal"},
    "secret_before": {"secret_thing"},
}
_NEAR = 60  # a number stands before its title only with a few words between them
_NUMBER = compiled(
    r"〔\s*\d{4}\s*〕|[\[（(【﹝]\s*\d{4}\s*[\]）)】﹞]|第?\s*\d+\s*号|令|"
    r"(?<!自)(?:19|20)\d{2}年[^。；，起]{0,40}(?:发布|印发|公布|施行|颁布|制定|下发|通过|批准)"
)


def of_this_document(spot: Spot) -> bool:
    """The act is done to this document: its object, its subject, or the topic carried along."""
    if "now_issue" in spot.clause.classes:
        return True
    found = spot.object_of(("this_document",)) or _issued(spot)
    if found is None or _is_basis(spot, found):
        return False
    # 本办法施行后，各窗口要公示流程: what is carried along is not the object where there is one
    return found.start >= spot.clause.start or "thing" not in spot.clause.classes


def _issued(spot: Spot) -> Term | None:
    """Give what the notice issues, named by its title, unless the act has a thing of its own."""
    if "thing" in spot.clause.classes:
        return None
    names = {e.value for e in spot.document.of("issued_text_title")}
    cited = [t for t in spot.sentence.terms({"citation"}) if t.end <= spot.term.start]
    return next((t for t in reversed(cited) if spot.words(t).strip("《》") in names), None)


def _is_basis(spot: Spot, found: Term) -> bool:
    """Say whether it stands behind 按照 or 依照: what is done by it is not done to it."""
    return any(
        found.start - 1 <= term.end <= found.start and BASIS in term.classes
        for clause in spot.sentence.clauses
        for term in clause.terms
    )


def repealed_here(spot: Spot) -> bool:
    """The cited text is what is repealed: nothing but its like stands between it and the verb."""
    verb = next((t for t in spot.sentence.terms({"repeal"}) if t.start >= spot.term.end), None)
    if verb is None:
        return False
    between = TITLE.sub("", spot.reading.text[spot.term.end : verb.start])
    return _TIES.fullmatch(between) is not None


def repealed_behind(spot: Spot) -> bool:
    """Behind it the sentence says that something is repealed: not 不涉及废止, 已自行失效."""
    text, end = spot.reading.text, spot.term.end
    verbs = [t for t in spot.sentence.terms({"repeal"}) if t.start >= end]
    return any(
        not _OPEN.search(text, end, verb.start) and Spot(spot.reading, verb).is_affirmed
        for verb in verbs
    )


def numbered(spot: Spot) -> bool:
    """A number of a document, or the day on which it was issued, is told with it."""
    start = max(spot.sentence.start, spot.term.start - _NEAR)
    return bool(_NUMBER.search(spot.reading.text[start : spot.sentence.end]))


def ends_paragraph(spot: Spot) -> bool:
    """It is said in the last sentence of its paragraph."""
    return spot.reading.sentences(spot.sentence.paragraph)[-1] == spot.sentence


def secret_before(spot: Spot) -> bool:
    """The thing is told as secret before the act: 机密件应当按机密件存放."""
    return any(t.end <= spot.term.start for t in spot.sentence.terms({"secret_thing"}))


def three_steps(spot: Spot) -> bool:
    """All three steps of one of the two ways of 三同步 are told in the sentence, in any order."""
    steps_told = sorted(t.start for t in spot.sentence.terms(_STEPS))
    end = spot.sentence.clause_at(steps_told[-1]).end  # behind it 由起草部门发布 tells no step
    words = spot.reading.text[steps_told[0] : end]
    return any(
        all(any(one in words for one in step.split("|")) for step in steps)
        for steps in _THREE_STEPS
    )
