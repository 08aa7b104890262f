"""条款: what single articles are about, and where a revision moved them."""

from gongkai_lint.law.instrument import ALWAYS, InForce
from gongkai_lint.named import NamedTuple


class ArticleTopic(NamedTuple):
    """What articles of an instrument speak of; ``patterns`` recognize the subject in a sentence."""

    instrument: str
    articles: tuple[int, ...]
    subject: str
    patterns: tuple[str, ...]
    source: str = ""


class ArticleMove(NamedTuple):
    """An article whose subject has another number since a revision.

    ``articles`` is empty where the subject was deleted. In force are the days on which citing the
    old number is a mistake.
    """

    instrument: str
    article: int
    successor: str
    articles: tuple[int, ...]
    subject: str
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    in_force: InForce = ALWAYS
    verified: bool = True
    source: str = ""
