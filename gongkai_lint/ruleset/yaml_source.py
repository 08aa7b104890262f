"""A strict YAML reader: YAML 1.2 scalars, no repeated keys, every node with its line."""

import re
from datetime import date

import yaml

from gongkai_lint.errors import plainly
from gongkai_lint.named import NamedTuple

Scalar = bool | int | float | str | date | None
Value = Scalar | list["Value"] | dict["Value", "Value"]
_INTEGER = re.compile(r"-?(0|[1-9]\d*)")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_LONGEST = 18  # of a number: a 64-bit one has 19 digits
# The largest file of ours has 12,000 fields, the deepest rule eight levels; aliases that double one
# another ten times over, or that hold themselves, have no end.
_MOST_FIELDS, _DEEPEST = 200_000, 40
_WRONG = "这一行附近的写法有误，请核对缩进、引号和冒号"
_TOO_MUCH = "内容太多或者嵌套太深（也可能是 & 和 * 的引用绕成了圈），请拆成几个文件。"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Problem(NamedTuple):
    """A mistake in a YAML file: 1-based line, the field, a Chinese sentence."""

    line: int
    field: str
    message: str


class Loaded(NamedTuple):
    """A YAML file's value, the line of each field path (``check.patterns.0``), the mistakes."""

    value: Value
    lines: dict[str, int]
    problems: tuple[Problem, ...]


def load_yaml(text: str) -> Loaded:
    """Read one YAML document; mistakes are returned, never raised."""
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    try:
        node = yaml.compose(text, Loader=_LOADER)
        value = _build(node, "", lines, problems) if node else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return Loaded(None, {}, (Problem(line, "", f"不是正确的 YAML：{_WRONG}。"),))
    except yaml.YAMLError as error:
        return Loaded(None, {}, (Problem(1, "", f"不是正确的 YAML：{plainly(error)}。"),))
    except (_TooMuchError, RecursionError):
        return Loaded(None, {}, (Problem(1, "", _TOO_MUCH),))
    return Loaded(value, lines, tuple(problems))


class _TooMuchError(Exception):
    """A file holds, by its aliases too, more than anyone writes."""


def _build(node: yaml.Node, path: str, lines: dict[str, int], problems: list[Problem]) -> Value:
    lines[path] = node.start_mark.line + 1
    if len(lines) > _MOST_FIELDS or path.count(".") > _DEEPEST:
        raise _TooMuchError
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(item, f"{path}.{i}".lstrip("."), lines, problems)
            for i, item in enumerate(node.value)
        ]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, problems)
    return _scalar(node, problems, path)


def _mapping(
    node: yaml.MappingNode, path: str, lines: dict[str, int], problems: list[Problem]
) -> Value:
    result: dict[Value, Value] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            line = key_node.start_mark.line + 1
            said = "冒号前面应是字段的名称，这里是一组值，请改写。"
            problems.append(Problem(line, path, said))
            continue
        key = _scalar(key_node, problems, path)
        where = f"{path}.{key}".lstrip(".")
        if key in result:
            line = key_node.start_mark.line + 1
            problems.append(Problem(line, where, f"“{key}”写了两次，请删去一个。"))
        result[key] = _build(value_node, where, lines, problems)
    return result


def _scalar(node: yaml.Node, problems: list[Problem], path: str) -> Scalar:
    text: str = node.value
    if getattr(node, "style", None) in {"'", '"', "|", ">"}:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= _LONGEST and (_INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text)):
        return float(text) if "." in text else int(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            line = node.start_mark.line + 1
            problems.append(Problem(line, path, f"没有“{text}”这一天，请改为真实日期。"))
            return date.max
    return text
