"""Where what is made once lies: beside the compiled modules, or in the wheel.

Compiled rules, patterns and modules belong to one Python. Those that a wheel ships are used where
no file that they were made of is younger, so also where nothing can be written; where they do not
fit, they are made anew and lie beside the compiled modules.
"""

import os
import sys

try:  # importlib.util gives the same, and brings more than a cold start needs
    from _frozen_importlib_external import MAGIC_NUMBER
except ImportError:
    from importlib.util import MAGIC_NUMBER

__all__ = ["MAGIC_NUMBER", "OWN", "SHIPPED", "is_older"]
_PACKAGE = os.path.dirname(__file__)  # noqa: PTH120 (pathlib is not imported this early)
OWN = f"{_PACKAGE}/__pycache__"
SHIPPED = f"{_PACKAGE}/_made/{sys.implementation.cache_tag}"
# an installer writes the files of a wheel one after another, in whatever order
_WHILE_INSTALLING = 120


def is_older(source: os.stat_result, made: os.stat_result) -> bool:
    """Say whether a source was there when what is made of it was, or was installed with it."""
    return source.st_mtime <= made.st_mtime + _WHILE_INSTALLING
