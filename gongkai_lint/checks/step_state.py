"""What the papers of a submission say of a step: done, not done, not needed, or nothing."""

from typing import Literal

from gongkai_lint.patterns import compiled

StepState = Literal["done", "not_done", "not_needed", "blank"]
_BLANK = compiled(
    r"(?:[（(]?(?:暂?无|没有|暂?缺|空缺?|空白|略|待[补定填]|暂未?填写?|未填写?|未提供|未附)[）)]?|"
    r"[/／—\-－_＿*]+)[。.]?"
)
_STEP = (
    r"(?:送|审|核|查|开展|评估|进行|做|作|办|征求|论证|报|会签|签|登记|编|组织|安排|完成|提交|履行|启动|"
    r"出具|取得|经|听取|研究|上会|反馈|回复|回函|落实|公示|附|出|取号|定)"
)
_NOT_DONE = compiled(
    r"(?:(?:尚|还|仍|暂|均|并|一直)?未(?:予|能|再|及时|另行|单独|及)?|没有?(?:再|另行|来得及)?)"
    + _STEP
    + r"(?!(?:现|到)?(?:问题|异议|意见|修改|不同))"
    r"|^待\S{1,6}$|^(?:暂|先)?(?:缓|不)(?=办|送|审|核|查|评|签|开展|做|征求)"
    r"|后补|补审|补办|补送|补签|补评|补做|待补|事后|稍后|随后补|"
    r"待(?=.{0,12}(?:后|时|再|补|审|核|送|办|评|签|定|出具|反馈|回复|会|完成|开展))|^[拟准备](?=.{0,16}(?:后|再|送|开展|提交|组织|评|审|会))|"
    r"(?:审[查核]|评估|办理|征求|会签|征集|论证|流转|协调)(?:之?中|过程中)|"
    r"正在|尚在|来不及|退回|不同意(?!见)|印发后(?:再|补|由|送|评|审)|发布后(?:再|补)|公布后(?:再|补)"
)
_NOT_NEEDED = compiled(
    r"^(?:经[^，。；]{0,10}(?:研究|确认|判断)[，,]?)?(?:本[件文]|该[件文]|此[件文])?(?:属[^，。；]{0,12}[，,])?"
    r"(?:可|均|一律|暂)?(?:不(?:需要?|用|须|必|适用|再)|无需|无须|毋需|毋须|免[审予于签评办]?|不涉及[。]?$|免$)"
)


def state_of(words: str) -> StepState:
    """Say what the words of a field or a label tell of its step; nothing unclear is not done."""
    words = words.strip("“”\"' \t\u3000")
    if not words or _BLANK.fullmatch(words):
        return "blank"
    if _NOT_NEEDED.search(words):
        return "not_needed"
    return "not_done" if _NOT_DONE.search(words) else "done"
