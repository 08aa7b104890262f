"""What is wrong with a value, said in Chinese."""

import re

_WORDS = {
    "str": "文字",
    "int": "整数",
    "float": "小数",
    "bool": "true 或 false",
    "array": "列表",
    "object": "“名称: 值”的对应表",
    "date": "日期（如 2019-05-15）",
    "null": "空",
}
_SHAPES = (
    (
        re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`"),
        "应是{wanted}，现为{found}",
    ),
    (re.compile(r"Expected `(?:str|array|object)` of length >= 1"), "不能为空"),
    (re.compile(r"Expected `str` of length >= (?P<wanted>\d)"), "至少要有 {wanted} 个字"),
    (re.compile(r"Expected `str` matching regex .+\{16\}"), "应是 16 位指纹，用 check -v 查看"),
    (re.compile(r"Expected `str` matching regex .+\{2\}"), "应是规则编号，如 A04"),
    (re.compile(r"Expected `str` matching regex .+\{0,2\}"), "应是编号或编号开头，如 A、D0、S01"),
    (re.compile(r"Expected `str` matching regex .\\\\w"), "不能为空"),
    (re.compile(r"Expected `(?P<wanted>[^`]+)`"), "应是{wanted}"),
    (re.compile(r"Invalid enum value (?P<found>.+?)(?= - at|$)"), "没有“{found}”这个值"),
    (re.compile(r"Object contains unknown field `(?P<found>[^`]+)`"), "不认识“{found}”"),
    (re.compile(r"Object missing required field `(?P<found>[^`]+)`"), "缺少“{found}”"),
    (re.compile(r"Invalid RFC3339 encoded date"), "应是日期，如 2019-05-15"),
)
_PLACE = re.compile(r" - at `\$?(?P<place>[^`]*)`")


def complaint(message: str) -> str:
    """Turn a converter's English message into a Chinese clause; what is unknown stays as it is."""
    place = _PLACE.search(message)
    where = f"（{place['place'].lstrip('.')}）" if place and place["place"].strip(".") else ""
    for shape, words in _SHAPES:
        found = shape.search(message)
        if found:
            return words.format(**{k: _said(v) for k, v in found.groupdict().items()}) + where
    return message


def _said(words: str) -> str:
    return "或".join(_WORDS.get(part.strip(), part.strip(" '")) for part in words.split("|"))
