"""The level of an organ, as its name tells."""

import pytest

from gongkai_lint.model.level import Level, level_of


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("省市场监督管理局", "provincial"),  # 市场 is no 市
        ("青禾省市场监督管理局", "provincial"),
        ("青禾县城市管理局", "county"),
        ("青禾省农垦总局", "provincial"),
        ("海关总署", "central"),
        ("镇海区人民政府", "county"),  # a place that begins with the word of a level
        ("镇江市人民政府", "city"),
        ("云岭市市南区教育局", "county"),
        ("镇中心小学", "township"),
        ("乡村振兴局", None),
        ("区域医疗中心", None),
        ("各县（市、区）人民政府", "county"),
        ("云岭市林川市财政局", "county"),  # a city in a city
        ("云岭市委市政府", "city"),
        ("云岭市经济技术开发区管委会", "county"),  # a zone stands under its city
        ("云岭市自然保护区管理局", "city"),
        ("云岭军分区", None),
        ("贵州省财政厅", "provincial"),
        ("阿克苏地区行政公署", "city"),
        ("云岭土家族苗族自治县人民政府", "county"),
        ("香港特别行政区政府", "provincial"),
        ("天津银监局", "provincial"),
        ("北京大学", None),
        ("国家税务总局青禾县税务局", "county"),
        ("中国农业银行云岭市分行", "city"),
        ("中国人民银行", "central"),
        ("组织部", None),  # 部 of a committee, no ministry
        ("住房和城乡建设部", "central"),
        ("人力资源和社会保障部办公厅", "central"),
        ("科学技术部", "central"),
        ("云岭集团工程部", None),  # of a company
        ("云岭大学后勤部", None),
        ("中国银行云岭支行", None),  # of no known place
        ("中国移动云岭分公司", None),
    ],
)
def test_a_name_tells_the_level(name: str, level: Level | None) -> None:
    assert level_of(name) == level
