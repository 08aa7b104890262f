"""Which part of a page is the document: its article, the title above it, the metadata."""

import re
from collections.abc import Iterator, Sequence

from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.html_blocks import walk_blocks
from gongkai_lint.readers.html_metadata import Pairs, find_metadata
from gongkai_lint.readers.html_tree import Node

_KNOWN = (
    "ucap-content", "zoom", "trs_editor", "trs_ueditor", "contenttext", "custom_unionstyle",
    "articlecontent", "article-content", "article_content", "pages_content", "ivs_content",
    "js_content", "vsb_content", "con_text", "wordsection1",
)  # fmt: skip
_FEWEST, _RUNNING = 100, 9
_DESCEND = frozenset(
    {
        "html",
        "body",
        "div",
        "section",
        "article",
        "main",
        "form",
        "center",
        "table",
        "tbody",
        "tr",
        "td",
        "span",
        "font",
        "ucapcontent",
    }
)
_SILENT = frozenset({"script", "style"})
_LINKS = _SILENT | {"a"}
_SHARE = 0.8
_HAN = re.compile(r"[\u3400-\u9fff]")
_BLANK = re.compile(r"\s+")
_SHORTEST_TITLE, _LONGEST_TITLE = 6, 120
_OPENING = 1500
_HEADLINE = re.compile(r"(?:^|[\s_-])(?:title|bt\b|biaoti|tit\b|headline)", re.IGNORECASE)
_HEADLINE_TAGS = frozenset({"h1", "h2", "h3"})


class Page(NamedTuple):
    """The article's element, the lines of a title that stands above it, the metadata."""

    article: Node
    title: tuple[str, ...]
    metadata: Pairs


def find_page(root: Node) -> Page:
    """Find the document in a page."""
    body = root.child("body") or root
    article = _known(body)
    if article is None:
        article = _densest(body)
    around = walk_blocks(body, without=article).blocks
    metadata = find_metadata(around, article, root)
    names = [*_names(root, metadata), *_headline(body, article)]
    title = _title(article, [block.text for block in around], names)
    return Page(article, (title,) if title else (), metadata)


def _known(body: Node) -> Node | None:
    found = [node for node in body.iter() if node.tag in _DESCEND and _is_known(node)]
    best = max(found, key=_density, default=None)
    return best if best is not None and _density(best) >= _FEWEST else None


def _is_known(node: Node) -> bool:
    names = f"{node.get('id')} {node.get('class')}".lower().split()
    return any(name in _KNOWN for name in names)


def _density(node: Node) -> int:
    """Count the Chinese characters of running text: those of links and short lines are none."""
    counts = (len(_HAN.findall(text)) for text in node.texts(without=_LINKS))
    return sum(count for count in counts if count >= _RUNNING)


def _words(node: Node) -> str:
    return "".join(node.texts(without=_SILENT))


def _densest(body: Node) -> Node:
    """Go down into the child that holds nearly all the text, as long as there is one."""
    here, size = body, _density(body)
    while True:
        weighed = [(_density(child), child) for child in here.children if child.tag in _DESCEND]
        weight, child = max(weighed, key=lambda pair: pair[0], default=(0, here))
        if weight < max(_SHARE * size, _FEWEST):
            return here
        here, size = child, weight


def _names(root: Node, metadata: Pairs) -> Iterator[str]:
    """Yield what the page says that its article is called."""
    told = dict(metadata)
    yield from (told[key] for key in ("标题", "名称", "信息名称", "文件名称") if key in told)
    yield from (_words(node) for node in root.iter("title"))


def _headline(body: Node, article: Node) -> Iterator[str]:
    """Yield the last headline in front of the article, by its tag or the name of its style."""
    last = ""
    for node in body.iter():
        if node is article:
            break
        named = _HEADLINE.search(f"{node.get('class')} {node.get('id')}")
        if (named or node.tag in _HEADLINE_TAGS) and not node.holds("a") and node.tag != "a":
            words = _squashed(_words(node))
            last = words if _SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE else last
    yield last


def _title(article: Node, around: Sequence[str], names: Sequence[str]) -> str:
    """Give the title that stands outside the article; nothing where the article has its own."""
    squashed = [_squashed(name) for name in names]
    opening = _squashed(_words(article)[:_OPENING])
    lines = [line for line in around if _SHORTEST_TITLE <= len(_squashed(line)) <= _LONGEST_TITLE]
    shown = [line for line in lines if any(_squashed(line) in name for name in squashed)]
    title = max(shown, key=len, default="")
    return "" if _squashed(title) in opening else title


def _squashed(words: str) -> str:
    return _BLANK.sub("", words)
