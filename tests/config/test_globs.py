import pytest

from gongkai_lint.config.globs import matches


@pytest.mark.parametrize(
    ("pattern", "place"),
    [
        ("历史/**", "历史/甲/乙.txt"),
        ("历史/", "历史/乙.txt"),
        ("./历史/*.txt", "历史/乙.txt"),
        ("**/历史/*", "甲/历史/乙.txt"),
        ("**/历史/*", "历史/乙.txt"),
        ("*.md", "甲/乙.md"),
        ("第?稿.txt", "第1稿.txt"),
        ("甲[1].txt", "甲[1].txt"),
        ("历史\\*.txt", "历史/乙.txt"),
        ("../*.txt", "../乙.txt"),
    ],
)
def test_a_pattern_fits(pattern: str, place: str) -> None:
    assert matches(pattern, place)


@pytest.mark.parametrize(
    ("pattern", "place"),
    [
        ("历史/*", "历史/甲/乙.txt"),
        ("历史/**", "历史"),
        ("历史/**", "甲/历史/乙.txt"),
        ("*.md", "甲.md/乙.txt"),
        ("第?稿.txt", "第10稿.txt"),
        ("甲.txt", "甲xtxt"),
    ],
)
def test_a_pattern_does_not_fit(pattern: str, place: str) -> None:
    assert not matches(pattern, place)


def test_many_stars_are_read_in_one_go() -> None:
    pattern = "/".join(["**", "*a*a*a*a*a*b"] * 6)
    place = "/".join(["a" * 60] * 40)
    assert not matches(pattern, place)
    assert matches("**/甲/**/乙/**/*稿*一*.txt", "x/甲/y/甲/乙/z/初稿第一次.txt")
    assert matches("a*b*c", "abxbc")
    assert not matches("a*b*c", "abxbd")
