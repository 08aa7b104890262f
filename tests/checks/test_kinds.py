"""Each kind of check tells all about itself."""

import ast
import inspect
import pickle

import pytest

from gongkai_lint.checks import kind, kinds
from gongkai_lint.checks.kind import Kind

NAMES = {one.check.__module__: name for name, one in kinds().items()}
every_kind = pytest.mark.parametrize("name", kinds())


def _imports(one: Kind) -> set[str]:
    module = inspect.getmodule(one.check)
    assert module is not None
    tree = ast.parse(inspect.getsource(module))
    return {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) if node.module
    }


@every_kind
def test_a_kind_knows_no_other_kind(name: str) -> None:
    known = {NAMES[module] for module in _imports(kinds()[name]) if module in NAMES}
    assert known == set()


@every_kind
def test_a_kind_is_named_as_its_file_and_can_be_kept(name: str) -> None:
    one = kinds()[name]
    assert one.check.__module__.rpartition("checks.")[2].replace(".", "/") == name
    assert pickle.loads(pickle.dumps(one.check)) is one.check  # noqa: S301 (our own bytes)


def test_an_unknown_name_is_no_kind() -> None:
    assert kind("presence") is None
    assert kind("pattern") is None, "a module that is no kind"
    assert kind("special") is None
