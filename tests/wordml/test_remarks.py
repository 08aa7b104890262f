"""Comments of a Word file and the characters they are anchored on."""

from collections.abc import Callable

from gongkai_lint.model.source import Source

Read = Callable[..., Source]


def _comments(**words: str) -> dict[str, tuple[str, str, str]]:
    content = "".join(
        f'<w:comment w:id="{key[1:]}"><w:p><w:r><w:annotationRef/></w:r>'
        f"<w:r><w:t>{said}</w:t></w:r></w:p></w:comment>"
        for key, said in words.items()
    )
    return {"c": ("comments", "comments", content)}


def _told(source: Source) -> list[tuple[str, str]]:
    text = "\n".join(paragraph.text for paragraph in source.paragraphs)
    return [(remark.words, text[slice(*remark.span)]) for remark in source.remarks]


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _start(key: int) -> str:
    return f'<w:commentRangeStart w:id="{key}"/>'


def _end(key: int) -> str:
    return f'<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>'


def test_a_comment_is_anchored_on_its_characters(read_body: Read) -> None:
    body = (
        f"<w:p>{_run('前一段')}</w:p>"
        f"<w:p>{_run('请按')}{_start(1)}{_run('《甲》、')}{_run('《乙》')}{_end(1)}{_run('办理。')}</w:p>"
    )
    source = read_body(body, more=_comments(_1="〔忽略L01〕照录"))
    assert _told(source) == [("〔忽略L01〕照录", "《甲》、《乙》")]
    assert source.remarks[0].kind == "comment"


def test_a_comment_may_run_over_paragraphs_and_tables(read_body: Read) -> None:
    body = (
        f"{_start(1)}<w:p>{_run('甲')}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{_start(2)}{_run('乙')}{_end(2)}</w:p></w:tc>"
        f"<w:tc><w:p>{_run('丙')}</w:p></w:tc></w:tr></w:tbl>"
        f"<w:p>{_run('丁')}{_end(1)}</w:p>"
    )
    source = read_body(body, more=_comments(_1="一", _2="二"))
    assert _told(source) == [("一", "甲\n乙\n丙\n丁"), ("二", "乙")]


def test_breaks_and_numbers_do_not_move_an_anchor(read_body: Read) -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"
        f"{_start(1)}<w:r><w:tab/><w:t>丙</w:t></w:r>{_end(1)}</w:p>"
    )
    assert _told(read_body(body, more=_comments(_1="一"))) == [("一", "\t丙")]


def test_a_comment_without_a_range_stands_where_it_is_referred_to(read_body: Read) -> None:
    reference = '<w:r><w:commentReference w:id="1"/></w:r>'
    after = read_body(f"<w:p>{_run('甲乙')}{reference}{_run('丙')}</w:p>", more=_comments(_1="一"))
    assert after.remarks[0].span == (2, 2)
    before = f"<w:p>{_run('甲乙')}</w:p><w:p>{reference}{_run('丙')}</w:p>"
    assert read_body(before, more=_comments(_1="一")).remarks[0].span == (3, 3)


def test_a_comment_that_nothing_refers_to_is_kept(read_body: Read) -> None:
    source = read_body(f"<w:p>{_run('甲')}</w:p>", more=_comments(_1="一"))
    assert _told(source) == [("一", "")]


def test_deleted_words_and_empty_ranges_have_no_characters(read_body: Read) -> None:
    body = f"<w:p>{_run('甲')}{_start(1)}<w:del>{_run('乙')}</w:del>{_end(1)}{_run('丙')}</w:p>"
    assert read_body(body, more=_comments(_1="一")).remarks[0].span == (1, 1)
