"""Site furniture before and after a 公文 on a web page: navigation, metadata, buttons."""

from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.shapes import is_heading
from gongkai_lint.structure.units import Unit

_METADATA = compiled(
    r"^[〔•●·]?(索引号|备注[/／]文号|发布机构|发布单位|发文单位|颁布单位|生成日期|信息来源|稿件来源|文章来源|"
    r"发布时间|发布日期|颁布日期|发表时间|录入时间|更新时间|发文时间|信息提供日期|成文日期|生效日期|执行日期|"
    r"失效日期|有效性|主题分类|体裁分类|组配分类|信息分类|公开类别|公开日期|公开时间|点击数|点击率|"
    r"浏览次数|浏览字号|阅读次数|访问量|字号|字体|来源|作者|编辑|责任编辑|时间|日期|分享|打印|原文链接|"
    r"文号|发文字号|发文机关|发文机构|标题|名称|信息名称|文件名称|关键词|所属主题|分类|"
    r"文件编号|信息索引|内容概述|内容分类|统一编号|文件状态|公开方式|公开形式|公开程序|公开范围)"
    r"〕?[：|〕]"
)
_BUTTONS = compiled(
    r"(?:[〔（|]?(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏|纠错|内容纠错|分享到?|推荐|TOP|返回.{0,4}|"
    r"大|中|小|字号|字体|微信|微博|首页|登录|注册)[：〕）|]?){1,8}$"
)
_LINES = compiled(
    r"^(扫一扫.*|上一[篇条].*|下一[篇条].*|返回.{0,4}|设为首页|加入收藏|手机版|繁体|简体|搜索|"
    r"文件下载[：].*|附件下载[：]?.*|关联文件[：].*|相关(链接|阅读|文章|文件|解读|新闻).*|"
    r"网站地图.*|[关于|]{0,3}联系我们.*|关于我们.*|[|]*关于本网站.*|版权所有.*|©.*|[Cc]opyright.*|.{0,30}ICP备.*|"
    r"建议使用.*|您?(现在|当前)?的?位置[：].*|您当前的位置.*|"
    r"当前位置.*|〔?法宝引证码〕?.*|原文链接.*|责任编辑.*|PublicdomainPublicdomain.*|"
    r"Publicdomain|false|true|https?[：:].*|www\..*|[\w.]+\.gov\.cn|来源.{0,30}(点击|时间|日期).*|"
    r"时间.{0,20}来源.*|.{0,6}浏览.{0,4}次.*|(发布|更新|录入|发表)(时间|日期).*|信息来源.*|"
    r"无障碍.*|繁体版.*|English|政务(微博|微信)|"
    r"\d{4}年\d{1,2}月\d{1,2}日星期.*|20\d\d[-/年]\d{1,2}[-/月]\d{1,2}日?\d\d?：\d\d.*|"
    r"文字大小.*|字号.*|字体.*|〔大中小〕.*|"
    r"[-—_=*]{3,}|[-—]\d{1,3}[-—]|第\d+页.{0,8}|\d{1,3}[/／]\d{1,3}|```.*|<!--.*-->)$"
)
# what a page offers for download: 附件1：任务表.docx; a note says 1.任务表.docx
_FILES = compiled(
    r"(?:相关附件|附件列表|附件清单)[：]?$"
    r"|附件\d{1,2}(?:[：.．、].{0,80})?\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|jpe?g|png)$"
)
_OWNER = compiled(
    r"(?:.{0,30}(?:主办|承办|协办|技术支持|运行维护)(?:单位)?[：]"
    r"|[\u3400-\u9fff“”（）]{4,30}(?:主办|承办|技术支持)"
    r"(?:$|[\u3400-\u9fff“”（）]{4,36}(?:承办|维护|技术支持)|.{0,20}(?:邮箱|备案|ICP)))"
)
_LONGEST_LINE, _LONGEST_METADATA = 200, 100


def is_furniture(unit: Unit) -> bool:
    """Say whether a line is a button, navigation or metadata of a site, by its own words."""
    words = unit.words
    if len(words) > _LONGEST_LINE or words.startswith(("附件：", "抄送")) or is_heading(words):
        return False
    if _LINES.match(words) or _FILES.match(words) or _BUTTONS.match(words) or _OWNER.match(words):
        return True
    return len(words) < _LONGEST_METADATA and bool(_METADATA.match(words))
