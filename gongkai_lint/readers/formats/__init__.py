"""The formats that can be read: each module of this folder has ``FORMATS``, a row a kind."""

from importlib import import_module

from gongkai_lint.files import modules_in
from gongkai_lint.readers.format import Format

FORMATS: tuple[Format, ...] = tuple(
    one for name in modules_in(__path__) for one in import_module(f"{__name__}.{name}").FORMATS
)
