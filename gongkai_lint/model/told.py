"""What a person says of a document where the recognizer erred."""

from datetime import date

from gongkai_lint.model.document import Disclosure, ToldTask
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.named import NamedTuple


class Told(NamedTuple):
    """Corrections of what is read from the text; None leaves it to the recognizer.

    ``addressee`` is the 0-based paragraph that names the 主送机关, -1 where there is none.
    """

    document_type: DocumentType | None = None
    date_of_issue: date | None = None
    disclosure: Disclosure | None = None
    addressee: int | None = None
    tasks: tuple[ToldTask, ...] = ()


NOTHING = Told()
NO_ADDRESSEE = -1
