"""Elements of WordprocessingML as bytes, with the prefix that a part uses."""

import re
from xml.sax.saxutils import escape, quoteattr

from gongkai_lint.wordml.ooxml import Names


class Markup:
    """Writes elements; where a part binds no one prefix to the names, each brings its own."""

    def __init__(self, data: bytes, w: Names) -> None:
        """Look for the prefix in the part's bytes."""
        uri = re.escape(w.uri.encode())
        bound = re.findall(rb"""\sxmlns:([^\s=]+)\s*=\s*["']""" + uri + rb"""["']""", data)
        every = re.findall(rb"\sxmlns:([^\s=]+)\s*=", data)
        safe = next((prefix for prefix in bound if every.count(prefix) == 1), None)
        self._prefix = "w:" if safe is None else f"{safe.decode()}:"
        self._declared = f' xmlns:w="{w.uri}"' if safe is None else ""

    def opened(self, local: str, **attributes: str) -> bytes:
        """Write a start tag."""
        return f"<{self._tag(local, attributes)}>".encode()

    def closed(self, local: str) -> bytes:
        """Write an end tag."""
        return f"</{self._prefix}{local}>".encode()

    def empty(self, local: str, **attributes: str) -> bytes:
        """Write an element with nothing inside."""
        return f"<{self._tag(local, attributes)}/>".encode()

    def around(self, local: str, content: bytes) -> bytes:
        """Write an element without attributes around its content."""
        return self.opened(local) + content + self.closed(local)

    def text(self, text: str) -> bytes:
        """Write characters; blanks at their ends are kept."""
        start = f'<{self._tag("t", {})} xml:space="preserve">'
        return start.encode() + escape(text).encode() + self.closed("t")

    def attribute(self, local: str, value: str) -> bytes:
        """Write an attribute for a start tag that stands in the part."""
        return f"{self._declared} {self._prefix}{local}={quoteattr(value)}".encode()

    def _tag(self, local: str, attributes: dict[str, str]) -> str:
        said = (f" {self._prefix}{name}={quoteattr(value)}" for name, value in attributes.items())
        return f"{self._prefix}{local}{self._declared}{''.join(said)}"
