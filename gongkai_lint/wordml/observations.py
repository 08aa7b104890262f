"""What a walk saw beside the text, and the Chinese sentences that say so."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai_lint.model.source import Notice

_SHOWN = 5
_SAMPLE = 20

_COUNTED = (
    ("revisions", "文中有 {n} 处未接受的修订，按接受后的文字检查。"),
    (
        "hidden",
        "文中有 {n} 处隐藏文字（{sample}），未检查；隐藏文字会随文件一起发出，请确认或删除。",
    ),
    ("comments", "文中有 {n} 条批注，批注内容未检查；正式报送前请处理并删除。"),
    ("external_links", "文中有 {n} 处指向文件之外的链接（{sample}），未打开，内容未检查。"),
    ("ole", "文中嵌入了 {n} 个对象（如 Excel 表格），其中的文字未检查。"),
    (
        "alt_chunk",
        "文中插入了 {n} 个外部格式的片段，其中的文字未检查；请用 WPS、Word 打开后另存。",
    ),
    ("macros", "文件带有宏（VBA），未运行。正式文稿不应带宏。"),
    ("pictures", "文中有 {n} 张图片，图片里的文字未检查。"),
    ("charts", "文中有 {n} 个图表或图示，其中的文字未检查。"),
    ("math", "文中有 {n} 处公式，只按普通文字读取。"),
    ("ruby", "文中有 {n} 处注音，只检查被注音的文字。"),
    ("date_fields", "文中有 {n} 处自动日期（{sample}），会随打开文件的日期变化，请改为固定日期。"),
    ("unread_fields", "文中有 {n} 处域没有可读的结果（{sample}），其内容未检查。"),
    ("broken_fields", "文中有 {n} 处域不完整，其代码可能混入正文。"),
    ("unreadable_parts", "文件中有 {n} 个部件无法读取（{sample}），其内容未检查。"),
    ("symbols", "文中有 {n} 个特殊字体符号无法识别，未检查。"),
    ("no_text", "文件里没有可读的文字（可能全是图片），没有检查，需要人工核对。"),
)


@dataclass(slots=True)
class Observations:
    """Counts and samples by kind, kept while one file is read."""

    counts: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[str]] = field(default_factory=dict)

    def note(self, kind: str, sample: str = "", times: int = 1) -> None:
        """Count something seen and keep a sample of it."""
        self.counts[kind] += times
        if sample:
            self.samples.setdefault(kind, []).append(sample)

    def notices(self) -> Iterator[Notice]:
        """Say what was seen, in a fixed order."""
        for kind, sentence in _COUNTED:
            if count := self.counts[kind]:
                yield Notice(kind, sentence.format(n=count, sample=self._sample(kind)))

    def _sample(self, kind: str) -> str:
        found = list(dict.fromkeys(self.samples.get(kind, ())))
        shown = "、".join(_clipped(sample) for sample in found[:_SHOWN])
        return shown + (" 等" if len(found) > _SHOWN else "")


def _clipped(sample: str) -> str:
    return sample if len(sample) <= 2 * _SAMPLE else sample[: 2 * _SAMPLE] + "…"
