"""The memory of a process that judges many documents."""

import gc

_TIDY = (5_000, 10, 10)


def expect_many_documents() -> None:
    """Collect garbage as usual again: a command line does so seldom, and starts sooner for it.

    Word files leave cycles behind, some 0.4 MB a file. What is loaded by now stays and is not
    looked at again.
    """
    gc.freeze()
    gc.set_threshold(*_TIDY)
