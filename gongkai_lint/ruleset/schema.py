"""The JSON Schema of rule files, from the types that read them."""

import typing
from collections.abc import Mapping
from typing import Any

import msgspec

from gongkai_lint.checks import CHECKS
from gongkai_lint.checks.cases import Cases, Terms
from gongkai_lint.checks.lexicon import Lexicon
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.ruleset.rulefile import RuleFile

Schema = dict[str, Any]
_REFERENCE = "#/$defs/{name}"
_FIELDS = {
    "id": "规则编号：一个大写字母加两位数字；本单位的规则用 X 开头",
    "title": "规则的名称，一句话说有什么不对",
    "severity": "级别；送审稿、历史文件、报批件不同时分别写",
    "message": "报告的话，{text} 是找到的字；检查分几种情形时每种一句",
    "check": "怎么查：kind 是检查方式，其余字段随检查方式而定",
    "in_force": "自哪天起、到哪天止；一直适用写 always",
    "examples": "应当报告的例子（⟦⟧ 标出应报的字）和不应报告的例子，各两个以上",
    "basis": "依据的文件（登记号）和条款，可写明只在哪些日子以它为依据",
    "status": "draft 试用、stable 正式、retired 停用（编号不再用）",
    "certainty": "certain 可直接认定，review 待核",
    "applies_to": "适用哪些文件：文种、机关、特征、公开属性、在报批件里的角色",
    "scope": "查哪些要素，如 title、main、document_number",
    "advice": "怎样改",
    "why": "为什么要这样要求",
    "fix": "可以自动做的修改；不写 replace_with 时由检查给出",
    "yields_to": "同一处也有这些规则的问题时不再报",
    "aggregate": "历史文件里同类只列三处并给总数",
    "known_limits": "已知局限",
    "case_severity": "某种情形的级别，只能比规则的低",
    "case_certainty": "某种情形可直接认定还是待核",
    "judged": "按哪一天判断：issue 成文日期，handling 办理的日期",
    "returns": "报批件因此退回的环节和理由",
}
_KINDS = {
    "agency": "机关名称：在成文那天是否存在",
    "cases": "一条规则分几种情形，每种一个检查",
    "citation": "引用的文件与登记的法规文件对照",
    "clause": "一个分句说了什么：谁做什么、必须还是不得、什么时候",
    "columns": "表格应有的栏目",
    "companion": "报批件里应当随文的材料",
    "conditional": "有甲就要有乙",
    "consulted": "征求过意见的单位与任务涉及的单位对照",
    "copying": "解读材料照抄文稿",
    "coverage": "方案里该有的各项制度安排",
    "interval": "两个日期之间的天数",
    "consistency": "几处要一致",
    "date_numerals": "日期的数字写法",
    "deadline": "时间表述",
    "doubled": "相邻的重复词语",
    "elements": "某要素不该这样",
    "ending": "段落的结尾",
    "existence": "不该有的字",
    "gloss": "外文缩写的注释",
    "lacking": "任务缺责任单位或时限",
    "layout": "字体、字号、页边距等版面",
    "length": "篇幅的上限",
    "lexicon": "词表里的词",
    "occurrence": "该有几处",
    "pairs": "成对的括号和引号",
    "period": "期限与法定期限对照",
    "rows": "表格里的行和单元格",
    "sequence": "序号连续",
    "special": "用程序写的检查",
    "substitution": "该换的词",
    "suppressions": "没有起作用的忽略",
    "tally": "写明的数目与列出的项数",
    "tasks": "任务的写法",
    "variants": "同一事物的几种名称",
}


def rule_schema() -> Schema:
    """Give the schema; the kinds of check are a union told apart by ``kind``."""
    defs = _schemas([RuleFile])[1]
    file = defs.pop(RuleFile.__name__)
    for shape in (file, *defs.values()):
        shape.pop("description", None)  # an English docstring
    file["properties"] |= {
        "id": {"type": "string", "pattern": "^[A-Z][0-9]{2}$"},
        "check": {"oneOf": [{"$ref": f"#/$defs/check_{kind}"} for kind in CHECKS]},
    }
    for name, said in file["properties"].items():
        said["description"] = _FIELDS.get(name, "")
    case_ = {"oneOf": [{"$ref": f"#/$defs/case_{kind}"} for kind in CHECKS]}
    for kind, target in CHECKS.items():
        properties, required, more = _kind(target)
        terms, _, others = _members(Terms)
        defs |= more | others
        defs[f"check_{kind}"] = _object(kind, properties, required)
        defs[f"case_{kind}"] = _object(kind, properties | terms, required)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **file,
        "title": "gongkai-lint 规则文件",
        "$defs": defs | {"case": case_},
    }


def _kind(target: type) -> tuple[Schema, list[str], Schema]:
    """Give the fields of a kind of check as its files write them."""
    if target is Cases:
        cases = {"type": "object", "additionalProperties": {"$ref": "#/$defs/case"}}
        return {"cases": cases}, ["cases"], {}
    if target is Lexicon:
        return (
            {"lexicon": {"type": "string", "description": "lexicons 目录里词表的名称"}},
            ["lexicon"],
            {},
        )
    return _members(target)


def _members(target: type) -> tuple[Schema, list[str], Schema]:
    """Give the schemas of a tuple's fields, the required ones, and what they refer to."""
    hints = typing.get_type_hints(target)
    optional: Mapping[str, Any] = target._field_defaults  # type: ignore[attr-defined]
    schemas, defs = _schemas(list(hints.values()))
    fields = dict(zip(hints, schemas, strict=True))
    return fields, [name for name in hints if name not in optional], defs


def _schemas(kinds: list[Any]) -> tuple[list[Schema], Schema]:
    schemas, defs = msgspec.json.schema_components(
        kinds, schema_hook=_own_type, ref_template=_REFERENCE
    )
    return [*schemas], defs


def _own_type(kind: type) -> Schema:
    if kind is Pattern:
        return {"type": "string", "format": "regex"}
    raise NotImplementedError(kind)


def _object(kind: str, properties: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "description": _KINDS.get(kind, ""),
        "properties": {"kind": {"const": kind}, **properties},
        "required": ["kind", *required],
        "additionalProperties": False,
    }
