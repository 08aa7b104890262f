"""At which level an organ's name places it, by the smallest place that it names."""

from gongkai_lint.model.document import Level
from gongkai_lint.patterns import compiled

RANKS: dict[Level, int] = {"central": 0, "provincial": 1, "city": 2, "county": 3, "township": 4}
_OWN = compiled(r"^(?:省|自治区|市|自治州|州|盟|县|区|旗|镇|乡)(?!场监|场所|政设|政公|政工|容)")
_PLACES: tuple[tuple[Level, str], ...] = (
    (
        "township",
        r"[一-鿿]{1,6}(?:镇|乡|街道|民族乡)(?=人民政府|政府|党委|办事处|卫生院|中心|[党机各委]|财政所|文化站|农技|便民|$)",
    ),
    ("county", r"[一-鿿]{1,6}(?:自治县|县|区|旗)(?![域划块])(?=[一-鿿])"),
    ("city", r"[一-鿿]{1,6}(?:市|自治州|盟|地区)(?!场)(?=[一-鿿])"),
    ("provincial", r"(?:[一-鿿]{2,5}省|[一-鿿]{2,8}自治区|北京市|上海市|天津市|重庆市)(?=[一-鿿])"),
)
_SHORT: dict[str, Level] = {
    "省": "provincial",
    "自治区": "provincial",
    "市": "city",
    "自治州": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
}
_CENTRAL = compiled(
    r"^(?:国务院|国家|中共中央|中央|全国|(?!.*(?:[省市县区州旗镇]|(?<!城)乡))[一-鿿]{2,8}部[办公厅]{0,3}$|[一-鿿]{2,8}总局$)"
)
# whose local bodies bear the name of the whole before their place: 国家税务总局青禾县税务局
_WHOLE = compiled(
    r"^(?:国家[一-鿿]{2,10}?(?:总局|局)|中国人民银行|中华人民共和国|中国共产党|中共|共青团|国网)"
    r"(?=[一-鿿]{1,8}[省市县区州旗镇乡])"
)


def level_of(name: str) -> Level | None:
    """Give the level of an organ's name; None where it names no place."""
    name = _WHOLE.sub("", name)
    if _CENTRAL.search(name):
        return "central"
    if found := _OWN.match(name):
        return _SHORT[found[0]]
    for level, place in _PLACES:
        if compiled("^(?:[一-鿿]{2,8}(?:省|自治区|市|州|县|区))?" + place).match(name):
            return level
    return None
