import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Place, Source
from gongkai_lint.readers.html import read_html, read_mhtml
from gongkai_lint.readers.html_blocks import walk_blocks
from gongkai_lint.readers.html_tree import parse_html
from gongkai_lint.readers.read import read

BODY = "".join(
    f"<p>　　{number}、云岭市各县（市、区）人民政府要按照职责分工抓好落实，确保按期完成。</p>"
    for number in range(1, 7)
)


def _page(article: str, *, head: str = "", before: str = "", after: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>"
        f"<div class='nav'><a href='/'>首页</a> <a>政务公开</a></div>{before}{article}"
        f"<div class='foot'>主办：云岭市人民政府办公室 <a>网站地图</a></div>{after}</body></html>"
    ).encode()


def _texts(source: Source) -> list[str]:
    return [paragraph.text for paragraph in source.paragraphs]


def test_the_article_is_taken_and_the_furniture_left() -> None:
    texts = _texts(read_html(_page(f"<div class='a1'>{BODY}</div>")))
    assert len(texts) == 6
    assert texts[0].startswith("　　1、云岭市")


def test_a_known_container_wins_over_a_longer_neighbour() -> None:
    long = f"<div class='more'>{BODY * 3}</div>"
    texts = _texts(read_html(_page(f"<div id='UCAP-CONTENT'>{BODY}</div>", after=long)))
    assert len(texts) == 6


@pytest.mark.parametrize(
    "shown",
    [
        {"head": "<title>关于做好秋粮收购的通知_云岭市人民政府</title>"},
        {"head": "<meta name='ArticleTitle' content='关于做好秋粮收购的通知'>"},
        {"head": "<title>云岭市人民政府</title>"},
    ],
)
def test_a_title_above_the_article_comes_first(shown: dict[str, str]) -> None:
    title = "<div class='xl_title'>关于做好秋粮收购的通知</div>"
    texts = _texts(read_html(_page(f"<div>{title}<div>{BODY}</div></div>", **shown)))
    assert "关于做好秋粮收购的通知" in texts
    assert texts.index("关于做好秋粮收购的通知") == len(texts) - 7


def test_a_title_inside_the_article_is_not_said_twice() -> None:
    head = "<title>关于做好秋粮收购的通知</title>"
    article = f"<div><p>关于做好秋粮收购的通知</p>{BODY}</div>"
    texts = _texts(read_html(_page(article, head=head, before="<h1>关于做好秋粮收购的通知</h1>")))
    assert texts.count("关于做好秋粮收购的通知") == 1


def test_the_metadata_table_becomes_properties_and_lines() -> None:
    table = (
        "<table><tr><td>索 引 号：</td><td>01-2024-5</td>"
        "<td>发布日期：</td><td>2024年3月1日</td></tr>"
        "<tr><td>公开方式：主动公开</td><td>主 题 词：</td><td></td></tr></table>"
    )
    source = read_html(_page(f"<div>{BODY}</div>", before=table))
    told = (("索引号", "01-2024-5"), ("发布日期", "2024年3月1日"), ("公开方式", "主动公开"))
    assert source.properties == told
    assert _texts(source)[:3] == [
        "索引号：01-2024-5",
        "发布日期：2024年3月1日",
        "公开方式：主动公开",
    ]


def test_a_data_table_keeps_its_cells() -> None:
    table = (
        "<table><tr><th>任务</th><th>单位</th><th>时限</th></tr>"
        "<tr><td rowspan='2'>建库</td><td>市粮食局</td><td>6月底前</td></tr>"
        "<tr><td>市财政局</td><td></td></tr></table>"
    )
    source = read_html(_page(f"<div>{BODY}{table}</div>"))
    (found,) = source.tables
    assert [cell[:4] for cell in found.cells] == [
        (1, 1, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1),
        (2, 1, 2, 1), (2, 2, 1, 1), (2, 3, 1, 1),
        (3, 2, 1, 1), (3, 3, 1, 1),
    ]  # fmt: skip
    words = [_texts(source)[index] for cell in found.cells for index in cell.paragraphs]
    assert words == ["任务", "单位", "时限", "建库", "市粮食局", "6月底前", "市财政局"]
    assert source.paragraphs[found.cells[3].paragraphs[0]].place == Place("table", 1, 2, 1)


def test_a_layout_table_is_only_text() -> None:
    source = read_html(
        _page(f"<table><tr><td><table><tr><td>{BODY}</td></tr></table></td></tr></table>")
    )
    assert source.tables == ()
    assert {paragraph.place.kind for paragraph in source.paragraphs} == {"body"}


def test_breaks_blanks_and_hidden_text_are_read_as_a_browser_shows_them() -> None:
    article = (
        f"<div>{BODY}<p>甲<br>乙<b>丙</b>\n 丁 <span style='display: none'>戊</span></p>"
        "<script>己</script><!-- 庚 --></div>"
    )
    assert _texts(read_html(_page(article)))[-2:] == ["甲", "乙丙丁"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_a_declared_chinese_encoding_is_gb18030(declared: str) -> None:
    page = f"<html><head><meta charset='{declared}'></head><body><div>{BODY}䶮</div></body></html>"
    assert _texts(read_html(page.encode("gb18030")))[-1] == "䶮"


def test_a_wrong_declaration_gives_way_to_the_bytes() -> None:
    page = f"<html><head><meta charset='gb2312'></head><body><div>{BODY}</div></body></html>"
    assert "云岭市" in _texts(read_html(page.encode()))[0]


def test_a_web_archive_gives_its_page() -> None:
    archive = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        + f"<html><body><div>{BODY}</div></body></html>".encode("gb18030")
        + b"\r\n--x--\r\n"
    )
    assert len(_texts(read(archive, "存档.mht"))) == 6
    assert read(archive, "存档").media_type == "multipart/related"


def test_an_archive_without_a_page_says_so() -> None:
    with pytest.raises(UnreadableError, match="没有网页正文"):
        read_mhtml(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nabc")


def test_a_page_without_text_says_so() -> None:
    (notice,) = read_html(b"<html><body><img src='a.png'></body></html>").notices
    assert notice.kind == "no_text"


def test_entities_and_outside_references_are_not_followed() -> None:
    page = (
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><div>" + BODY + "<p>&x;</p></div>"
    )
    assert "root:" not in "".join(_texts(read_html(page.encode())))


def test_deep_nesting_is_survived() -> None:
    read_html(("<div>" * 5000 + "甲").encode())


FORM = (
    "<p>各乡镇人民政府：</p><p>　　为做好河道清障工作，保障度汛安全，经县人民政府同意，"
    "现就有关事项通知如下，请结合实际，认真抓好落实。</p><p>青禾县人民政府</p><p>2026年8月3日</p>"
)
TOLD = {"索引号": "QH01/2026-00009", "发文字号": "青政办发〔2026〕9号", "公开方式": "主动公开"}
PAIRS = TOLD.items()
ROW = "".join(f"<td>{key}</td><td>{value}</td>" for key, value in PAIRS)
ROWS = "".join(f"<tr><th>{key}：</th><td>{value}</td></tr>" for key, value in PAIRS)
HEADED = "".join(
    f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in (TOLD.keys(), TOLD.values())
)


@pytest.mark.parametrize(
    "told",
    [
        f"<table><tr>{ROW}</tr></table>",
        f"<table>{ROWS}</table>",
        f"<table>{HEADED}</table>",
        f"<p>{'　'.join(f'{key}：{value}' for key, value in PAIRS)}</p>",
        f"<p>{' | '.join(f'【{key}】：{value}' for key, value in PAIRS)}</p>",
        f"<p>{'　'.join(f'〖{key}〗{value}' for key, value in PAIRS)}</p>",
        f"<ul>{''.join(f'<li><b>{key}</b>{value}</li>' for key, value in PAIRS)}</ul>",
        f"<dl>{''.join(f'<dt>{key}：{value}</dt>' for key, value in PAIRS)}</dl>",
        f"<p>{' '.join(f'<span>{key}：</span><span>{value}</span>' for key, value in PAIRS)}</p>",
    ],
)
@pytest.mark.parametrize("inside", [True, False])
def test_what_a_page_tells_of_its_document_is_found(told: str, *, inside: bool) -> None:
    body = f"<div id='zoom'>{told}{FORM}</div>" if inside else f"{told}<div id='zoom'>{FORM}</div>"
    source = read_html(f"<html><body>{body}</body></html>".encode())
    assert dict(source.properties) == TOLD


def test_a_table_of_the_text_tells_nothing_of_the_document() -> None:
    table = "<table><tr><td>名称</td><td>来源</td></tr><tr><td>雨衣</td><td>采购</td></tr></table>"
    page = f"<html><body><div id='zoom'>{FORM}{table}</div></body></html>"
    assert read_html(page.encode()).properties == ()


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ("", ["1. ", "2. "]),
        ("start='3'", ["3. ", "4. "]),
        ("type='A'", ["A. ", "B. "]),
        ("style='list-style-type:cjk-ideographic'", ["一、", "二、"]),
        ("start=10 style='margin:0; list-style: simp-chinese-informal'", ["十、", "十一、"]),
        ("style='list-style:none'", ["", ""]),
        ("reversed", ["2. ", "1. "]),
        ("reversed start=9", ["9. ", "8. "]),
        ("style='list-style-type: lower-roman'", ["i. ", "ii. "]),
    ],
)
def test_items_have_the_labels_that_a_browser_shows(attributes: str, labels: list[str]) -> None:
    items = "<li>落实责任</li><li>报送情况<ul><li>每月一次</li></ul></li>"
    source = read_html(f"<html><body><ol {attributes}>{items}</ol></body></html>".encode())
    assert [paragraph.text for paragraph in source.paragraphs] == [
        f"{labels[0]}落实责任",
        f"{labels[1]}报送情况",
        "每月一次",
    ]


def test_an_item_may_set_its_own_number() -> None:
    page = "<ol><li value='5'>甲</li><li>乙</li></ol>"
    assert [p.text for p in read_html(page.encode()).paragraphs] == ["5. 甲", "6. 乙"]


@pytest.mark.parametrize(
    ("soup", "lines"),
    [
        ("甲<p>乙<p>丙<div>丁</div>戊", ["甲", "乙", "丙", "丁", "戊"]),
        ("<ul><li>甲<li>乙<ul><li>丙</ul><li>丁</ul>", ["甲", "乙", "丙", "丁"]),
        ("<dl><dt>甲<dd>乙<dt>丙</dl>", ["甲", "乙", "丙"]),
        ("<p>甲<b>乙<p>丙</b>丁</p>戊", ["甲乙", "丙丁", "戊"]),
        ("<p>甲</p>乙</p>丙", ["甲", "乙", "丙"]),
        ("<p>甲<br/>乙</br>丙", ["甲", "乙", "丙"]),
        ("<div>甲</span></b>乙</div></div></body></html>丙", ["甲乙", "丙"]),
        ("<title>一</title><p title='a>b' class=c'>甲</p>", ["甲"]),
        ('<p title="a"">甲</p><p x=\'>乙</p><p>丙</p>', ["甲", "乙", "丙"]),
        ("<p>1 < 2 &lt;b&gt; &nbsp;&#x4e59;&copy丙&unknown;</p>", ["1 < 2 <b> \xa0乙©丙&unknown;"]),
        (f"<p>甲&#{'9' * 5000};乙", [f"甲&#{'9' * 5000};乙"]),
        ("甲<!-- <p>乙 --><!DOCTYPE x><![if !x]>丙<?php 丁?>戊<!", ["甲丙戊"]),
        (
            "<script>if (a<b) '</p>'</script>甲<style>p{}</style><textarea><p>乙</textarea>丙",
            ["甲丙"],
        ),
        ("甲<SCRIPT>乙", ["甲"]),
        ("<title/><script src='a.js'/>甲<iframe src='b' />乙", ["甲乙"]),
        ("<P>甲</P><O:p>乙</O:p><", ["甲", "乙<"]),
    ],
)
def test_what_is_written_badly_is_read_as_a_browser_shows_it(soup: str, lines: list[str]) -> None:
    assert [block.text for block in walk_blocks(parse_html(soup)).blocks] == lines


def test_rows_and_cells_need_no_end() -> None:
    source = read_html(b"<table><tr><th>A<td>B<tbody><tr><td>C<td><p>D<p>E</table>F")
    (table,) = source.tables
    assert [(cell.row, cell.column, len(cell.paragraphs)) for cell in table.cells] == [
        (1, 1, 1), (1, 2, 1), (2, 1, 1), (2, 2, 2),
    ]  # fmt: skip
    assert _texts(source)[-1] == "F"


@given(st.text(alphabet="<>/!-=\"' \n&;#xpbdivtabletdlscriptbody甲", max_size=80))
def test_any_text_has_a_tree(text: str) -> None:
    root = parse_html(text)
    assert all(child.parent is node for node in root.iter() for child in node.children)
    if not set(text) & set("<&"):
        assert "".join(root.texts()).strip() == text.strip()


def test_one_bad_byte_does_not_hide_the_page() -> None:
    page = "<html><meta charset='utf-8'><body><p>做好森林防火工作。</p>{}</body></html>"
    data = page.format("<p>按期完成。</p>" * 100).encode().replace("期".encode(), b"\xe6\x9c", 1)
    source = read_html(data)
    assert "做好森林防火工作。" in [paragraph.text for paragraph in source.paragraphs]
    assert "damaged" in {notice.kind for notice in source.notices}
