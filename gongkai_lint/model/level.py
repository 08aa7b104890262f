"""At which level an organ's name places it, by the smallest place that it names."""

import re
from typing import Literal

from gongkai_lint.organs import LAST
from gongkai_lint.patterns import compiled

Level = Literal["central", "provincial", "city", "county", "township", "unknown"]
RANKS: dict[Level, int] = {"central": 0, "provincial": 1, "city": 2, "county": 3, "township": 4}
_AUTONOMOUS = compiled("(?:自治|特别行政)(?P<level>[区州县旗])")
# a level's word before the office: 市财政局, 我省政府; 市场监管局 has none, 镇海区 is a place
_OWN = compiled(
    r"^(?:[全我本各]|有关|相关)?(?P<own>省|市(?!场|容|政[设公工]|[中南北]区)|州|盟|县(?!域)|区(?![域划块间])|旗(?![舰下])"
    r"|(?:镇|乡(?![村土]))(?![一-鿿]{1,2}(?<![小城社辖园校景])[市县区](?![一-鿿]?各)))"
)
_SHORT: dict[str, Level] = {
    "省": "provincial",
    "市": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
}
_NAME = "[一-鿿]{1,10}?"
_CITY = "(?<!城)市(?!场|容|政[设公工])"
_PREFECTURE = "(?:(?<!贵)州(?!省)|(?<!联)盟|地区)"
_ZONE = "(?:开发|高新|经开|保税|示范|试验|度假|工业|合作|管理)区|园区"
_DISTRICT = (
    "(?<![地社小园景校院库灌军战学厂片辖分])(?!(?<=开发|高新|经开|保税|示范|试验|度假|工业|合作|管理|保护)区)"
    "区(?![域划块])"
)
_ABOVE = f"(?:[一-鿿]{{1,8}}?(?:省|{_CITY}|{_PREFECTURE}|县|{_DISTRICT})){{0,3}}?"
_OF_CAPITALS = "(?:北京|上海|天津|重庆)"
# the smallest place first
_PLACES: tuple[tuple[Level, str], ...] = (
    (
        "township",
        (
            rf"{_NAME}(?:镇|(?<!城)乡|街道)(?=人民政府|政府|党委|党政|办事处|办公室|卫生院|中心|[党机各委]"
            "|社会事务|财政所|文化站|农技|便民|$)"
        ),
    ),
    ("county", rf"{_NAME}(?:县(?!域|级)|旗|{_DISTRICT})"),
    # a city in a city or a prefecture is a county's equal: 云岭市林川市
    ("county", rf"[一-鿿]{{1,8}}?(?:市|{_PREFECTURE})(?:(?![市委府局])[一-鿿]){{2,4}}{_CITY}"),
    # … as is the zone of a city, which stands under its government: 云岭市经济开发区管委会
    ("county", rf"{_NAME}(?:{_CITY}|{_PREFECTURE})[一-鿿]{{0,6}}(?:{_ZONE})"),
    ("provincial", rf"{_OF_CAPITALS}(?:市|(?=[一-鿿]{{1,10}}[{LAST}]$))"),
    ("city", rf"{_NAME}(?:{_CITY}|{_PREFECTURE})"),
    ("provincial", f"{_NAME}省(?!级)"),
)
_PLACE_SHAPES = tuple((level, compiled(f"^{_ABOVE}{place}")) for level, place in _PLACES)
_NATIONAL = compiled("^(?:国务院|全国|最高人民|中共中央|中央)")
# a branch is of no known place, and a part of a company, a bureau or a school no ministry
_CENTRAL = compiled(
    r"^(?!.*(?:分公司|支公司|[分支]行)$)(?:国家|共青团中央|中华人民共和国|中国)|^[一-鿿]{2,8}总[局署]$"
    r"|^(?:(?!公司|集团|银行|大学|中心|[院校局厅])[一-鿿]){2,14}"
    r"(?<!组织|宣传|统战|工作|武装|项目|营业|事业)部(?:办公厅)?$"
)
# whose local bodies bear the name of the whole before their place: 国家税务总局青禾县税务局
_WHOLE = compiled(
    r"^(?:国家[一-鿿]{2,10}?(?:总局|局)|中国[一-鿿]{2,8}?(?:银行|公司)|中华人民共和国|中国共产党|中共|共青团|国网)"
    r"(?=[一-鿿]{1,8}[省市县区州旗镇乡])"
)


def level_of(name: str) -> Level | None:
    """Give the level of an organ's name; None where it names no place, and no central organ."""
    name = _WHOLE.sub("", _AUTONOMOUS.sub(_plain, name))
    if _NATIONAL.match(name):
        return "central"
    if own := _OWN.match(name):
        return _SHORT[own["own"]]
    placed = (level for level, shape in _PLACE_SHAPES if shape.match(name))
    return next(placed, "central" if _CENTRAL.search(name) else None)


def _plain(found: re.Match[str]) -> str:
    """Give an autonomous place as the others of its level are named: 自治区 is a 省."""
    return "省" if found["level"] == "区" else found["level"]
