"""Run with ``python -m gongkai_lint``."""

import sys

from gongkai_lint.cli.app import run


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run())


if __name__ == "__main__":
    main()
