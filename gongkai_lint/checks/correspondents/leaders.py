"""Leaders in person, as a paper addresses them: 王副市长, 市委书记周正同志, 教育厅副厅长谢敏."""

from gongkai_lint.checks.surnames import ALL
from gongkai_lint.organs import HEADED
from gongkai_lint.patterns import compiled

_SURNAME = f"[{ALL}]"
TITLE = (
    f"(?:常务)?副?(?:[{HEADED}台馆站园]长|书记|主任|主席|秘书长|检察长|总理|董事长|总经理|副总|"
    "总裁|会长|理事长|专员|总队长|支队长|政委)"
)
_CALLED = compiled(
    # 王副市长, 分管副县长, 各位副主席
    rf"{TITLE}(?:同志|台鉴|钧鉴|钧启|阁下|先生|女士|亲启|收|阅)?$"
    rf"|{TITLE}[ 　]{{0,3}}{_SURNAME}[ 　]?[一-鿿]{{1,2}}(?:同志|先生|女士)?$"  # 镇长冯清
    rf"|{TITLE}(?:同志)?[并转及][^会]|同志$"  # 陈副市长并市人民政府
)
_HONOURED = compiled(r"^(?:尊敬|敬爱)的")
# a meeting, an office or a prize is no person; deputies are told as a meeting: 各位委员
_NOBODY = compiled(r"会议?$|办公[室厅]$|秘书处$|书记处$|委员$|代表$|热线$|信箱$|团$")
_TO_LEADER = compiled(
    r"(?:报请|呈请|呈报|呈送|报送|报呈|上报|转呈|面呈|敬呈|谨呈|谨报|专呈|专报|直接报|现报|特报|送请|敬请|恭请|特请|提请|送|报|呈|请)"
    rf"(?P<who>(?:尊敬的)?[^，。；、：\n“”]{{0,14}}?{TITLE}"
    rf"(?:[ 　]?{_SURNAME}[一-鿿]{{1,2}})?(?:同志)?)"
    r"(?:直接|亲自|予以?|批准并)?(?:审[定批示阅核查]|批[示准阅复]|阅[示知批处]|裁[定夺]|定夺|鉴核|决定|核准|核示|明示)(?!后|过|通过|的)"
)

_ASKED_LINE = compiled(
    r"^(?:(?:敬|谨|恭|专|特|转|面)?(?:呈[报送请阅]?|报[请送呈]?|送[请呈阅]?|请)(?![示假])|致)?(?P<who>.{2,20}?)"
    r"(?:审[定批示阅核查]|批[示准阅复]|阅[示知批处]?|裁[定夺]|定夺|鉴核|核[准示]|钧[鉴启]|台鉴)$"
)


def is_leader(name: str) -> bool:
    """Say whether a paper's addressee is a person in office, and no office or meeting.

    What is asked of him in the same line is no part of the name: 呈报沈秘书长阅示.
    """
    asked = _ASKED_LINE.match(name)
    if asked:
        name = asked["who"]
    if _NOBODY.search(name):
        return False
    return bool(_CALLED.search(name)) or bool(_HONOURED.match(name))


def asked_in_person(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the places of leaders of whom a sentence asks a decision: 报请何副市长审定."""
    return [found.span("who") for found in _TO_LEADER.finditer(text, start, end)]
