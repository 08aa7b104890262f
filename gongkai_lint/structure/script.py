"""One-to-one character folding for recognition only: script, width, brackets."""

import re
from functools import lru_cache

from gongkai_lint.patterns import compiled

# simplified and traditional form, for telling the script and for the words of structure
_PAIRS = (
    "发發 号號 县縣 区區 党黨 厅廳 办辦 关關 员員 会會 机機 构構 单單 务務 开開 标標 准準 规規 "
    "范範 属屬 总總 纲綱 条條 项項 责責 时時 间間 内內 广廣 东東 门門 级級 说說 释釋 读讀 题題 "
    "见見 议議 决決 请請 报報 经經 济濟 财財 产產 业業 农農 医醫 卫衛 环環 资資 质質 检檢 测測 "
    "评評 审審 计計 统統 营營 维維 护護 导導 领領 织織 结結 应應 对對 进進 过過 现現 实實 际際 "
    "动動 态態 种種 类類 处處 罚罰 权權 证證 书書 备備 传傳 网網 页頁 词詞 简簡 优優 劳勞 险險 "
    "养養 团團 场場 乡鄉 镇鎮 园園 厂廠 车車 军軍 队隊 阅閱 录錄 变變 长長 节節 组組 举舉 积積 "
    "极極 运運 与與 为為 国國 乐樂 岁歲 达達 远遠 选選 适適 遗遺 钱錢 铁鐵 银銀 阶階 阳陽 难難 "
    "预預 须須 颁頒 风風 飞飛 馆館 驻駐 体體 从從 众眾 两兩 严嚴 并並 临臨 义義 习習 买買 卖賣 "
    "亚亞 亲親 仅僅 价價 伤傷 储儲 兴興 写寫 净淨 减減 划劃 别別 协協 历歷 压壓 参參 双雙 听聽 "
    "启啟 响響 图圖 圆圓 坚堅 块塊 坏壞 声聲 够夠 夺奪 妇婦 学學 宁寧 宽寬 层層 届屆 岗崗 岛島 "
    "带帶 帮幫 库庫 废廢 张張 强強 归歸 当當 彻徹 怀懷 惊驚 惩懲 愿願 户戶 执執 扩擴 扫掃 扬揚 "
    "抚撫 拟擬 拥擁 择擇 据據 损損 换換 摄攝 数數 断斷 无無 旧舊 显顯 术術 杂雜 来來 树樹 样樣 "
    "档檔 桥橋 楼樓 欢歡 气氣 汇匯 没沒 泽澤 洁潔 渐漸 湾灣 满滿 灾災 热熱 爱愛 独獨 状狀 确確 "
    "础礎 离離 稳穩 纪紀 约約 纳納 纸紙 线線 练練 细細 终終 绍紹 给給 络絡 续續 绩績 绿綠 缴繳 "
    "罗羅 职職 联聯 脑腦 荐薦 获獲 虑慮 补補 视視 觉覺 订訂 认認 讨討 让讓 训訓 记記 许許 论論 "
    "设設 访訪 诉訴 试試 诚誠 该該 详詳 语語 误誤 调調 谈談 谋謀 贫貧 购購 贯貫 费費 贸貿 赋賦 "
    "较較 输輸 边邊 迁遷 还還 这這 连連 违違 递遞 针針 锻鍛 随隨 隐隱 韩韓 顺順 顾顧 频頻 饰飾 "
    "验驗 龙龍 电電 问問 闻聞 讯訊 创創 负負 紧緊 签簽 迟遲 馈饋 轮輪 尽盡 牵牽 头頭 担擔 征徵 "
    "脱脫 贤賢 华華 苏蘇 个個 们們 后後 于於 里裡 云雲 复復 台臺 制製 系係 发髮 "
    "观觀 为爲 说説 师師 疗療 药藥 鉴鑒 鲜鮮 点點 将將"
)
_FORMS = {pair[1]: pair[0] for pair in _PAIRS.split()}
# one traditional form of these is itself in use, so it tells nothing about the script
_AMBIGUOUS = frozenset("後於裡雲復臺製係髮准淨閱")
_WIDE = dict(zip("(),:;?[]<>", "（），：；？〔〕〈〉", strict=True))
_BRACKETS = dict.fromkeys("［【﹝", "〔") | dict.fromkeys("］】﹞", "〕")
_DIGITS = {chr(0xFF10 + value): str(value) for value in range(10)}
_FOLDED = _FORMS | _WIDE | _BRACKETS | _DIGITS
# far quicker than str.translate where few characters change
_TO_FOLD = compiled(f"[{''.join(map(re.escape, _FOLDED))}]")
# characters for private use are blanks that a conversion spoiled
_WHITE = compiled(r"[\s\u200b\ufeff\ue000-\uf8ff]+")
_TELLING = tuple(pair for pair in _FORMS.items() if pair[0] not in _AMBIGUOUS)
_TRADITIONAL = compiled(f"[{''.join(form for form, _ in _TELLING)}]")
_SIMPLIFIED = compiled(f"[{''.join(dict.fromkeys(form for _, form in _TELLING))}]")
_RARE = 50


def fold(text: str) -> str:
    """Give the characters in simplified script and full width, without white space."""
    return _TO_FOLD.sub(_form, _WHITE.sub("", text))


@lru_cache(maxsize=4)
def align(text: str) -> str:
    """Fold character by character, white space kept: offsets are those of the text."""
    return _TO_FOLD.sub(_form, text)


def _form(found: re.Match[str]) -> str:
    return _FOLDED[found[0]]


def is_traditional(text: str) -> bool:
    """Say whether the whole text stands in traditional script."""
    traditional = len(_TRADITIONAL.findall(text))
    if traditional * _RARE < len(text):
        return False
    simplified = len(_SIMPLIFIED.findall(text))
    return traditional > 2 * simplified
