"""Run with ``python -m gongkai_lint``."""

import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Callable

gc.set_threshold(100_000)  # imports make much and free nothing: a twentieth of a cold start
# The compiled rules and patterns lie in our __pycache__ in any case; without the compiled modules
# beside them, as in containers that ask Python to write none, each start costs half as much again.
sys.dont_write_bytecode = False
try:
    from gongkai_lint import loading
except (ImportError, AttributeError):  # a Python that keeps its modules otherwise
    _keep: Callable[[], None] | None = None
else:
    loading.begin()
    _keep = loading.keep
from gongkai_lint.cli.app import run  # noqa: E402 (it is the first that comes from there)


def main() -> None:
    """Run the command line and exit with its code.

    Taking a thousand modules' objects apart, as Python does at its end, costs a tenth of a cold
    start and frees what the system frees anyway.
    """
    if getattr(sys, "frozen", False):  # one folder made by PyInstaller: a worker starts here, too
        from multiprocessing import freeze_support

        freeze_support()
    code = run()
    if _keep:
        _keep()
    atexit._run_exitfuncs()  # noqa: SLF001 (as multiprocessing does before it leaves this way)
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
