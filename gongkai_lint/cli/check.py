"""gongkai-lint check."""

import sys
from datetime import date
from pathlib import Path

import click

from gongkai_lint.api import Request, lint_path, load_ruleset
from gongkai_lint.reporters import json
from gongkai_lint.reporters.tally import Tally, tally_of


@click.command("check")
@click.argument("paths", nargs=-1)
@click.option("--format", "format_")
@click.option("--profile", default="draft")
@click.option("--fail-on", default="warning")
def check(paths: tuple[str, ...], format_: str, profile: str, fail_on: str) -> None:
    """Check files."""
    rules = load_ruleset()
    request = Request(rules, date.today(), profile)
    tally = Tally()
    out = [json.begin(rules.digest, len(rules.rules))]
    texts = []
    for path in paths:
        report = lint_path(Path(path), request)
        tally += tally_of(report)
        texts.append(json.document(report))
    sys.stdout.write(out[0] + ",\n".join(texts) + json.end(tally))
    sys.exit(3 if tally.failed else 1 if fail_on != "never" and tally.reaches(fail_on) else 0)
