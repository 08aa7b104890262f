"""The JSON Schema of rule files, from the types that read them."""

from gongkai_lint.checks import kinds
from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.surroundings import Near
from gongkai_lint.ruleset.case import When
from gongkai_lint.ruleset.examples import PARTS, SETTINGS
from gongkai_lint.ruleset.json_schema import Schema, members, object_of
from gongkai_lint.ruleset.rulefile import CaseFile, RuleFile

_WHEN = "什么情况下才查：文种、要素、历史文件或送审稿、起止日期、特征、标题、在报批件里的角色"
_FIELDS = {
    "near": "查到的每一处周围（同句、句中其前、同段、同条、要素、全文）还要有什么、不能有什么",
    "once": "全文只报第一处，{count} 是总处数",
    "id": "规则编号：一个大写字母加两位数字；本单位的规则用 X 开头",
    "title": "规则的名称，一句话说有什么不对",
    "severity": "级别；送审稿、历史文件、报批件不同时分别写",
    "check": "怎么查：kind 是检查方式，其余字段随检查方式而定；分几种情形的写 cases",
    "message": "报告的话，{text} 是找到的字；检查分几种情况的，每种一句",
    "when": _WHEN,
    "cases": "各种情形：查什么（look）、何时查（when）、说什么（say），级别、依据等可以另写",
    "in_force": "自哪天起、到哪天止；一直适用写 always",
    "examples": "应当报告的例子（⟦⟧ 标出应报的字）和不应报告的例子，各两个以上",
    "basis": "依据的文件（登记号）和条款，可写明只在哪些日子以它为依据",
    "status": "draft 试用、stable 正式、retired 停用（编号不再用）",
    "certainty": "certain 可直接认定，review 待核",
    "applies_to": "适用哪些文件：文种、机关、特征、公开属性、在报批件里的角色",
    "scope": "查哪些要素，如 title、main、document_number",
    "advice": "怎样改",
    "why": "为什么要这样要求",
    "fix": "可以自动做的修改：换成 replace_with，或者按 swap 换；都不写时由检查给出",
    "yields_to": "同一处也有这些规则的问题时不再报",
    "aggregate": "历史文件里同类只列三处并给总数",
    "known_limits": "已知局限",
    "judged": "按哪一天判断：issue 成文日期，handling 办理的日期",
    "returns": "报批件因此退回的环节和理由",
    "as_written": "除了换成通用字以后的文字，也查原文的字：繁体、全角、空格本身就是所查的",
}
_CASES = {
    "look": "怎么查：kind 是检查方式，其余字段随检查方式而定",
    "when": _WHEN,
    "say": "报告的话；检查分几种情况的，每种一句",
}


def rule_schema() -> Schema:
    """Give the schema; the kinds of check are a union told apart by ``kind``."""
    defs: Schema = {}
    file, case_ = object_of(*members(RuleFile, defs)), object_of(*members(CaseFile, defs))
    look = {"oneOf": [{"$ref": f"#/$defs/{_name(kind)}"} for kind in kinds()]}
    file["properties"] |= {
        "id": {"type": "string", "pattern": "^[A-Z][0-9]{2}$"},
        "check": dict(look),
        "when": {"$ref": "#/$defs/when"},
        "near": {"type": "array", "items": {"$ref": "#/$defs/near"}},
        "cases": {"type": "object", "additionalProperties": {"$ref": "#/$defs/case"}},
    }
    file["oneOf"] = [{"required": ["check", "message"]}, {"required": ["cases"]}]
    case_["properties"] |= {"look": dict(look), "when": {"$ref": "#/$defs/when"}}
    case_["properties"]["near"] = file["properties"]["near"]
    example = object_of(dict.fromkeys((*PARTS, *SETTINGS), True), [])
    examples = {"type": "array", "minItems": 1, "items": {"anyOf": [{"type": "string"}, example]}}
    defs["Examples"]["properties"] = {"violation": dict(examples), "pass": dict(examples)}
    defs |= {"case": case_, "when": object_of(*members(When, defs))}
    defs["near"] = object_of(*members(Near, defs))
    for place, said in ((file, _FIELDS), (case_, _FIELDS | _CASES)):
        for name, shape in place["properties"].items():
            shape["description"] = said.get(name, "")
    for name, kind in kinds().items():
        fields, required = _fields(kind, defs)
        shape = object_of({"kind": {"const": name}, **fields}, ["kind", *required])
        defs[_name(name)] = {**shape, "description": kind.line}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **file,
        "title": "gongkai-lint 规则文件",
        "$defs": defs,
    }


def _name(kind: str) -> str:
    return f"check_{kind.replace('/', '_')}"


def _fields(kind: Kind, defs: Schema) -> tuple[Schema, list[str]]:
    """Give the fields of a kind of check as its files write them."""
    if kind.listed:
        listed = {"type": "string", "description": "lexicons 目录里词表的名称"}
        return {kind.listed: listed}, [kind.listed]
    return members(kind.check, defs)
