"""Web archives (.mhtml, .mht): the page inside."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from gongkai_lint.errors import UnreadableError


def page_of(data: bytes) -> tuple[bytes, str | None]:
    """Give the bytes of the first page in a web archive and the encoding that its header names."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content, part.get_content_charset()
    raise UnreadableError("这个网页存档里没有网页正文。请在浏览器里重新另存，或另存为 .docx。")
