"""Run with ``python -m gongkai_lint``."""

from gongkai_lint.cli.check import check
import click

main = click.Group("gongkai-lint", [check])
if __name__ == "__main__":
    main()
