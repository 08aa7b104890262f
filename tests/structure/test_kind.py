import pytest

from gongkai_lint.model.document import Issuer, IssuerKind
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.level import Level
from gongkai_lint.structure.frame.kind import document_type, issuer_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云岭市人民政府关于做好防汛工作的通知", DocumentType.NOTICE),
        ("关于批转市公安局《户籍登记暂行办法》的通知（2024年修订）", DocumentType.NOTICE),
        ("云岭市公园管理办法（试行）", DocumentType.MEASURES),
        ("云岭市人民政府令（第52号）", DocumentType.ORDER),
        ("国务院办公厅对全国政协第4626号提案的答复", DocumentType.LETTER),
        ("云岭市民政局政府信息公开申请答复书", DocumentType.APPLICANT_REPLY),
        ("《公园管理办法》政策解读方案", DocumentType.INTERPRETATION_PLAN),
        ("《公园管理办法》政策解读", DocumentType.INTERPRETATION),
        ("2024年政务公开工作要点", DocumentType.KEY_POINTS),
        ("云岭市养老服务条例", None),
        ("关于印发《参保意见》的通知（云劳社（2006）93号）", DocumentType.NOTICE),
        ("市司法局就《公园管理办法（草案）》公开征求意见", None),
    ],
)
def test_the_end_of_the_title_tells_the_kind(title: str, kind: DocumentType | None) -> None:
    assert document_type(title, "现印发给你们") is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("现将《甲办法》印发给你们，请认真贯彻执行。", DocumentType.NOTICE),
        ("现就有关事项通知如下：", DocumentType.NOTICE),
        ("特此公告。", DocumentType.ANNOUNCEMENT),
        ("现提出如下实施意见。", DocumentType.OPINION),
        ("此复。", DocumentType.REPLY),
        ("妥否，请批示。", DocumentType.REQUEST),
        ("天气晴朗。", None),
        ("现将《甲办法》转发，并提出如下意见，请一并执行。", DocumentType.NOTICE),
        (
            "《甲办法》已经市政府第6次常务会议通过，现予公布，自2024年6月1日起施行。",
            DocumentType.ORDER,
        ),
    ],
)
def test_without_a_title_the_set_phrases_of_the_text_tell_it(
    body: str, kind: DocumentType | None
) -> None:
    assert document_type("", body) is kind


@pytest.mark.parametrize(
    ("name", "level", "kind"),
    [
        ("国务院", "central", "government"),
        ("国务院办公厅", "central", "office"),
        ("国土资源部", "central", "department"),
        ("住房城乡建设部", "central", "department"),
        ("云岭市防汛抗旱指挥部", "city", "department"),
        ("最高人民法院", "central", "other"),
        ("北京市人民政府", "provincial", "government"),
        ("北京市朝阳区人民政府", "county", "government"),
        ("西藏自治区人民政府办公厅", "provincial", "office"),
        ("阿坝州人民政府办公室", "city", "office"),
        ("云岭市人民政府", "city", "government"),
        ("兰州高新区", "county", "government"),
        ("云岭经济技术开发区管理委员会", "unknown", "government"),
        ("岚山区林业局", "county", "department"),
        ("青禾县机关事务服务中心", "county", "department"),
        ("白石县人民政府督查室", "county", "department"),
        ("松溪镇人民政府", "township", "government"),
        ("岚山区城关街道办事处", "township", "government"),
        ("中共云岭市委办公室", "city", "party"),
        ("云岭水务集团有限公司", "unknown", "other"),
        ("云岭市", "city", "other"),
    ],
)
def test_an_organs_name_tells_level_and_kind(name: str, level: Level, kind: IssuerKind) -> None:
    assert issuer_of((name,)) == Issuer((name,), level, kind)


def test_a_party_organ_with_a_government_issues_jointly() -> None:
    assert issuer_of(("中共云岭市委", "云岭市人民政府")).kind == "joint"
    assert issuer_of(("中共云岭市委", "中共云岭市纪委")).kind == "party"


def test_the_organ_that_leads_tells_the_kind() -> None:
    assert issuer_of(("岚山区教育局", "岚山区委编办")).kind == "department"


def test_the_first_level_that_is_known_counts() -> None:
    assert issuer_of(("教育局", "岚山区财政局")).level == "county"


def test_nobody_issues_where_no_name_stands() -> None:
    assert issuer_of(()) == Issuer()
