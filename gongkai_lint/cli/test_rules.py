"""gongkai-lint test-rules: try every rule and every class of words on its own examples."""

import sys
from pathlib import Path

from gongkai_lint.cli.command import argument, command
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.locate import rules_folder
from gongkai_lint.trial import Trial, try_rule, try_words


@command(
    "test-rules",
    options_metavar="[选项]",
    help="用规则、词类自带的例子检验它们；写目录则检验那里的，不写则检验内置的。"
    "有例子不对时退出码为 1。",
)
@argument("folder", metavar="[目录]", required=False)
def test_rules(folder: str | None) -> int:
    """Print what went wrong, and how many examples were tried."""
    ruleset = load_ruleset(Path(folder) if folder else None)
    known = (*ruleset.rules, *ruleset.regional)
    chosen = [r for r in known if not folder or Path(r.path).is_relative_to(folder)]
    trials = [trial for rule in chosen for trial in try_rule(rule, ruleset)]
    words = sorted((Path(folder or rules_folder()) / "vocabulary").glob("*.yaml"))
    trials += [trial for file in words for trial in try_words(file, ruleset)]
    wrong = [trial for trial in trials if trial.problems]
    for trial in wrong:
        sys.stdout.write(_failure(trial))
    result = f"{len(wrong)} 个不对" if wrong else "全部正确"
    sys.stdout.write(f"{len(chosen)} 条规则，{len(trials)} 个例子，{result}。\n")
    return int(bool(wrong))


def _failure(trial: Trial) -> str:
    example = "".join(f"    │ {line}\n" for line in trial.example.split("\n"))
    problems = "".join(f"  {problem}\n" for problem in trial.problems)
    return f"{trial.rule}\n{problems}{example}"
