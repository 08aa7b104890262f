"""What a field tells of its step."""

import pytest

from gongkai_lint.checks.step_state import StepState, state_of

_STATES: dict[StepState, tuple[str, ...]] = {
    "done": (
        "已审查，审查人李明，2026年7月8日",
        "市司法局审核合法",
        "不涉及国家秘密",
        "已评估，未发现问题",
        "同意（王强）",
        "已征求12个部门意见，均无不同意见",
        "低风险，已有预案",
        "未收到反对意见",
        "YL2026012",
    ),
    "not_done": (
        "未送审",
        "未开展",
        "尚未评估",
        "已送审，待出具意见",
        "待文件印发后再补审",
        "拟于印发后组织评估",
        "审核中",
        "正在办理",
        "财政局已会签，民政局未会签",
        "没有征求",
    ),
    "not_needed": ("不需要", "无需审核", "本件不用", "免审", "属内部文件，不需要", "不涉及"),
    "blank": ("", "　", "无", "暂缺", "待补", "——", "/", "（空）"),
}


@pytest.mark.parametrize(
    ("words", "state"), [(words, state) for state, some in _STATES.items() for words in some]
)
def test_a_field_tells_the_state_of_its_step(words: str, state: StepState) -> None:
    assert state_of(words) == state
