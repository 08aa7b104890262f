"""Faults that a hand could make in a line of Python, each as the text of the file with it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


class Fault(NamedTuple):
    """One fault: where it is, what stood there, what stands there now."""

    path: Path
    line: int
    column: int
    end_line: int
    end_column: int
    before: str
    after: str

    def made_in(self, sound: str) -> str:
        """Give a file's text with the fault; columns are counted in UTF-8 bytes as by ast."""
        lines = sound.encode().splitlines(keepends=True)
        head = b"".join(lines[: self.line - 1]) + lines[self.line - 1][: self.column]
        tail = lines[self.end_line - 1][self.end_column :] + b"".join(lines[self.end_line :])
        return (head + self.after.encode() + tail).decode()


def faults_in(path: Path) -> Iterator[Fault]:
    """Yield every fault that is known how to make in a file, in the order of its text."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        before = ast.get_source_segment(text, node) if isinstance(node, ast.expr) else None
        if before is None or not isinstance(node, ast.expr):
            continue
        for other in _faulty(node):
            after = f"({ast.unparse(other)})"
            yield Fault(
                path,
                node.lineno,
                node.col_offset,
                node.end_lineno or node.lineno,
                node.end_col_offset or 0,
                before,
                after,
            )


def _faulty(node: ast.expr) -> Iterator[ast.expr]:
    """Yield what a slip of the hand would make of an expression."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        swap = _SWAPS.get(type(node.ops[0]))
        if swap:
            yield ast.Compare(node.left, [swap()], node.comparators)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(other, node.values)
        for index in range(len(node.values)):
            rest = node.values[:index] + node.values[index + 1 :]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        swapped = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        numbers = isinstance(node.right, ast.Constant) and type(node.right.value) is int
        if numbers:
            yield ast.BinOp(node.left, swapped, node.right)
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield ast.Constant(node.value + 1)
