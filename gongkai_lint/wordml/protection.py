"""What a file says against being changed: signatures, protection, marks of finality."""

from collections.abc import Iterator

from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import names_of
from gongkai_lint.wordml.package import MalformedPartError, Package

_SIGNATURE = "文件带有数字签名，副本改动后签名失效；原文件未动，签名仍然有效。"
_PROTECTED = "文件设了编辑保护（{}），副本带着同样的保护；处理批注、修订前请先在“审阅”里停止保护。"
_READ_ONLY = "文件建议以只读方式打开，副本也是；处理批注、修订时请选择可编辑。"
_FINAL = "文件标记为最终状态，副本也是；处理批注、修订时请选择“仍然编辑”。"
_KINDS = {
    "readOnly": "只读",
    "comments": "只许批注",
    "trackedChanges": "只许修订",
    "forms": "只许填写窗体",
}


def protections(package: Package, main: str) -> Iterator[str]:
    """Say in Chinese what stands against changing a file; the copy is written all the same."""
    if any(name.startswith("_xmlsignatures/") for name in package.names):
        yield _SIGNATURE
    for link in package.relationships(main):
        if link.kind == "settings" and (root := _root(package, link.target)) is not None:
            yield from _settings(root)
    for link in package.relationships(""):
        if link.kind == "custom-properties" and (root := _root(package, link.target)) is not None:
            yield from (_FINAL for node in root if _marks_as_final(node))


def _root(package: Package, name: str) -> Node | None:
    try:
        return package.parse(name) if package.has(name) else None
    except MalformedPartError:
        return None


def _settings(root: Node) -> Iterator[str]:
    w = names_of(root)
    protection = root.find(w["documentProtection"])
    if protection is not None and protection.get(w["enforcement"]) in ("1", "true", "on"):
        yield _PROTECTED.format(_KINDS.get(protection.get(w["edit"], ""), "格式"))
    write = root.find(w["writeProtection"])
    if write is not None and write.get(w["recommended"]) in ("1", "true", "on"):
        yield _READ_ONLY


def _marks_as_final(node: Node) -> bool:
    said = {(child.text or "").strip().lower() for child in node}
    return node.get("name") == "_MarkAsFinal" and "true" in said
