from pathlib import Path

import pytest

from gongkai_lint.law.tables import LawTables
from gongkai_lint.law.typeface import SIZES, size_name
from gongkai_lint.ruleset.law_files import load_law


@pytest.fixture(scope="module")
def law() -> LawTables:
    tables, problems = load_law(Path("rules/law"))
    assert not problems
    return tables


@pytest.mark.parametrize(
    ("family", "fonts"),
    [
        (
            "小标宋体",
            "方正小标宋简体 方正小标宋_GBK 方正公文小标宋 FZXiaoBiaoSong-B05S FZXBSJW--GB1-0",
        ),
        (
            "仿宋",
            "仿宋 仿宋_GB2312 FangSong FangSong_GB2312 华文仿宋 STFangsong FZFSK--GBK1-0",
        ),
        ("楷体", "楷体 楷体_GB2312 KaiTi KaiTi_GB2312 华文楷体 STKaiti 方正楷体_GBK FZKai-Z03"),
        ("黑体", "黑体 SimHei 方正黑体_GBK STHeiti FZHei-B01 @黑体"),
        ("宋体", "宋体 SimSun NSimSun 新宋体 华文宋体 STSong 方正书宋_GBK"),
        ("华文中宋", "华文中宋 STZhongsong"),
    ],
)
def test_the_fonts_of_a_family_are_one(law: LawTables, family: str, fonts: str) -> None:
    assert {font: law.typeface(font) for font in fonts.split()} == dict.fromkeys(
        fonts.split(), family
    )


@pytest.mark.parametrize("font", ["微软雅黑", "Times New Roman", "等线", "隶书", ""])
def test_a_font_of_no_family_keeps_its_name(law: LawTables, font: str) -> None:
    assert law.typeface(font) == font


def test_sizes_have_names_and_others_are_points() -> None:
    assert [size_name(SIZES[name]) for name in ("二号", "三号", "五号")] == ["二号", "三号", "五号"]
    assert size_name(16.5) == "16.5磅"
