"""Records of prose: numbered items, labelled blocks between them, articles."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.record import Field
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.records.draft import Draft, family_of
from gongkai_lint.structure.records.labels import assigned, cited, gaps, key_line, labelled
from gongkai_lint.structure.records.outline import ARTICLE_DEPTH, Node, nodes, runs

_NAME_END = compiled(r"[。：；\n]")
_TAIL = " \u3000\t；;，。：（〔"
_FEWEST_LABELS = 2


class _Block(NamedTuple):
    """A paragraph, if there is one, and the labelled lines behind it."""

    paragraph: Span | None
    keys: list[Field]
    end: int


def prose_records(folded: str, root: Node) -> list[Draft]:
    """Give the records of a part: a draft a numbered line, and a draft a labelled block.

    Children of a numbered line that only label what they say, as in （一）范围： and （二）依据：,
    are its fields.
    """
    drafts: list[Draft] = []
    made: dict[int, Draft] = {}
    taken: set[int] = set()
    for node in nodes(root):
        if id(node) in taken:
            continue
        labels = _labels(folded, node) if node.depth else []
        taken.update(id(child) for child in node.children if labels)
        draft = _item(folded, node, made.get(id(node.parent)), labels) if node.depth else None
        blocks = _blocks(folded, node, draft)
        drafts += [*([draft] if draft else []), *blocks]
        if draft:
            made[id(node)] = draft
            draft.inner = bool(blocks or (node.children and not labels))
        if labels or not node.children:
            continue
    for node in nodes(root):
        for run in runs(node.children):
            family_of(made[id(child)] for child in run if id(child) in made)
    return drafts


def _labels(folded: str, node: Node) -> list[Field]:
    """Give what the children of a node say of it, if most are no items but labelled fields."""
    told = [(child, key_line(folded, child.head)) for child in node.children]
    known = [key for _, key in told if key and key.name]
    if len(known) < _FEWEST_LABELS or 2 * len(known) < len(told):
        return []
    whole = [
        Field(key.name, Span(key.span.start, child.end), key.key) for child, key in told if key
    ]
    return whole + [Field("text", child.head) for child, key in told if not key]


def _item(folded: str, node: Node, parent: Draft | None, labels: list[Field]) -> Draft:
    fields = [*_head(folded, node.head), *labels]
    draft = Draft(
        "article" if node.depth == ARTICLE_DEPTH else "item",
        Span(node.start, node.end),
        fields,
        parent=parent,
    )
    draft.family = [draft]
    return draft


def _head(folded: str, head: Span) -> list[Field]:
    """Read an item's own line: its name, what is labelled or in a bracket, and the rest."""
    fields = labelled(folded, head)
    first = fields[0].span.start - len(fields[0].key) - 1 if fields else head.end
    end = _NAME_END.search(folded, head.start, first)
    name = _trimmed(folded, Span(head.start, end.start() if end else first))
    rest = [_trimmed(folded, gap) for gap in gaps(Span(name.end, head.end), fields)]
    found = [Field("name", name)] if name.start < name.end else []
    found += [Field("text", gap) for gap in rest if gap.end - gap.start > 1]
    return found + _unlabelled(folded, head, fields)


def _unlabelled(folded: str, line: Span, fields: list[Field]) -> list[Field]:
    """Add the units of a bracket and the provisions cited, where no label gave them."""
    named = {field.name for field in fields}
    more = [] if "unit" in named else list(assigned(folded, line))
    more += [] if "basis" in named else list(cited(folded, line))
    return fields + more


def _trimmed(folded: str, span: Span) -> Span:
    start, end = span
    while start < end and folded[start] in _TAIL:
        start += 1
    while end > start and folded[end - 1] in _TAIL:
        end -= 1
    return Span(start, end)


def _blocks(folded: str, node: Node, draft: Draft | None) -> list[Draft]:
    """Read the plain lines of a node: its own fields, and the records that stand among them."""
    own, blocks = _sorted(folded, node.lines)
    full = [block for block in blocks if block.keys]
    several = len(full) > 1 or (bool(own) and bool(full))
    if draft is None:
        whole = [_Block(None, keys, keys[-1].span.end) for keys in _repeated(own)]
        full = [block for block in [*whole, *full] if _is_whole(block)]
        several = True
    elif several:
        draft.fields += own
    if several:
        made = [_block(folded, block, draft) for block in full]
        rest = [block for block in blocks if not block.keys]
    else:
        made, rest = [], blocks
        if draft:
            draft.fields += [*own, *(key for block in full for key in block.keys)]
    for block in rest if draft else ():
        if draft and block.paragraph:
            told = labelled(folded, block.paragraph)
            draft.fields.append(Field("text", block.paragraph))
            draft.fields += _unlabelled(folded, block.paragraph, told)
    return family_of(made)


def _sorted(folded: str, lines: Sequence[Span]) -> tuple[list[Field], list[_Block]]:
    """Part plain lines into labels before any paragraph, and paragraphs with labels behind them.

    A label that is not known counts beside one that is.
    """
    own: list[Field] = []
    blocks: list[_Block] = []
    keys = [key_line(folded, line) for line in lines]
    for index, line in enumerate(lines):
        key = keys[index]
        near = [one for one in keys[max(0, index - 1) : index + 2] if one]
        if key and (key.name or any(one.name for one in near)):
            (blocks[-1].keys if blocks else own).append(key)
            if blocks:
                blocks[-1] = blocks[-1]._replace(end=line.end)
        else:
            blocks.append(_Block(line, [], line.end))
    return own, blocks


def _repeated(keys: list[Field]) -> Iterator[list[Field]]:
    """Yield labelled lines without a paragraph, a new record where the first label comes back."""
    one: list[Field] = []
    for key in keys:
        if one and key.key == one[0].key:
            yield one
            one = []
        one.append(key)
    if one:
        yield one


def _is_whole(block: _Block) -> bool:
    return len({key.name for key in block.keys} - {""}) >= _FEWEST_LABELS


def _block(folded: str, block: _Block, parent: Draft | None) -> Draft:
    """Make a record of a block; a paragraph is no name where a label gives one."""
    first = block.keys[0]
    start = first.span.start - len(first.key) - 1
    fields = list(block.keys)
    if block.paragraph and all(key.name != "name" for key in block.keys):
        fields += _head(folded, block.paragraph)
        start = block.paragraph.start
    return Draft("block", Span(start, block.end), fields, parent=parent)
