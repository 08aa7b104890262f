"""A configuration file to begin with: every setting with its meaning and an example."""

from gongkai_lint.config.file import ConfigFile, LexiconFile, SuppressionFile
from gongkai_lint.ruleset.fields import fields_of

_HEAD = """\
# gongkai-lint 的配置，管这个文件夹和下面的文件夹；命令行上写了的以命令行为准。
# 前面有 # 的设置不起作用，去掉 # 就用上；说明见 gongkai-lint schema config。
"""
_EXAMPLES = {
    "profile": 'profile = "draft"',
    "as-of": "as-of = 2024-09-02",
    "select": 'select = ["A", "D0", "S01"]',
    "ignore": 'ignore = ["L01"]',
    "fail-on": 'fail-on = "warning"',
    "region": 'region = "fujian"',
    "encoding": 'encoding = "gb18030"',
    "rules": 'rules = "本单位规则"',
    "baseline": 'baseline = "gongkai-lint-baseline.json"',
    "calendar": 'calendar = "放假安排.txt"',
    "exclude": 'exclude = ["历史/", "*_模板.docx"]',
    "units": 'units = ["云岭产投", "市住房、城乡建设和交通局"]',
    "lexicon": "[lexicon]",
    "accept": 'accept = ["云岭e家"]',
    "replace": 'replace = {"云领市" = "云岭市"}',
    "per-path": '[per-path."历史/**"]\nprofile = "archive"',
    "suppressions": "[[suppressions]]",
    "rule": 'rule = "A04"',
    "reason": 'reason = "照录原件"',
    "fingerprint": 'fingerprint = "0123456789abcdef"',
    "path": 'path = "历史/*.docx"',
    "until": "until = 2026-12-31",
}
_IN_USE = {"profile", "fail-on"}
_TABLES: dict[str, type] = {"lexicon": LexiconFile, "suppressions": SuppressionFile}


def template() -> str:
    """Give the file's text; what is in use in it are the defaults."""
    fields = _described(ConfigFile)
    tables = {"lexicon", "per-path", "suppressions"}
    order = [
        *(name for name in fields if name not in tables),
        "lexicon",
        "per-path",
        "suppressions",
    ]
    return _HEAD + "".join(_section(name, fields[name]) for name in order)


def _section(name: str, description: str) -> str:
    text = f"\n# {description}\n{_example(name)}"
    for inner, meaning in _described(_TABLES[name]).items() if name in _TABLES else ():
        text += f"# {meaning}\n{_example(inner)}"
    return text


def _example(name: str) -> str:
    mark = "" if name in _IN_USE else "#"
    return "".join(f"{mark}{line}\n" for line in _EXAMPLES[name].split("\n"))


def _described(kind: type) -> dict[str, str]:
    """Give what each field means, in the order of the fields."""
    return {field.name: field.means for field in fields_of(kind)}
