import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_versions_licences_and_the_day_of_the_law_are_told(run: Run) -> None:
    done = run("about")
    assert done.returncode == 0
    first, rules, law, *rest = done.stdout.splitlines()
    assert "MIT 许可" in first
    assert rules.startswith("规则 ")
    assert law.startswith("法规数据截至20")
    told = "\n".join(rest)
    assert "pyyaml" in told
    assert "jieba" in told
    assert "mypy" not in told  # what only development needs
