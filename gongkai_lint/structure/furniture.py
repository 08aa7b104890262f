"""Site furniture before and after a 公文 on a web page: navigation, metadata, buttons."""

from gongkai_lint.patterns import compiled
from gongkai_lint.structure.units import Unit

_METADATA = compiled(
    r"^〔?(索引号|备注[/／]文号|发布机构|发布单位|生成日期|信息来源|稿件来源|发布时间|发布日期|发表时间|录入时间|更新时间|"
    r"成文日期|生效日期|失效日期|有效性|主题分类|体裁分类|组配分类|信息分类|公开类别|公开日期|公开时间|点击数|点击率|浏览次数|"
    r"阅读次数|访问量|字号|字体|来源|作者|编辑|责任编辑|时间|日期|分享|打印|原文链接|文号|发文字号|发文机关|发文机构|发文单位|"
    r"标题|名称|信息名称|文件名称|主题词|关键词|所属主题|分类|文件编号|信息索引|内容概述|内容分类|统一编号|文件状态|公开方式|公开形式|公开程序|公开范围)"
    r"〕?[：|]"
)
_LINES = compiled(
    r"^(首页|打印(本页)?|关闭(窗口)?|【?关闭窗口】?|〔关闭窗口〕|打印关闭|分享到?|扫一扫.*|上一[篇条].*|下一[篇条].*|返回.{0,4}|设为首页|"
    r"加入收藏|手机版|繁体|简体|搜索|文件下载[：].*|附件下载[：]?.*|关联文件[：].*|相关(链接|阅读|文章|文件|解读|新闻).*|"
    r"网站地图.*|联系我们.*|版权所有.*|©.*|.{0,30}ICP备.*|.*(主办|承办|技术支持).{0,40}|建议使用.*|您?(现在|当前)?的?位置[：].*|"
    r"您当前的位置.*|当前位置.*|〔?法宝引证码〕?.*|原文链接.*|责任编辑.*|PublicdomainPublicdomain.*|Publicdomain|false|true|"
    r"https?[：:].*|www\..*|[\w.]+\.gov\.cn|来源.{0,30}(点击|时间|日期).*|时间.{0,20}来源.*|.{0,6}浏览.{0,4}次.*|"
    r"(发布|更新|录入|发表)(时间|日期).*|信息来源.*|登录|注册|无障碍.*|繁体版.*|English|微信|微博|政务(微博|微信)|收藏|纠错|推荐|"
    r"\d{4}年\d{1,2}月\d{1,2}日星期.*|文字大小.*|字号.*|字体.*|〔大中小〕.*|[-—_=*]{3,}|[-—]\d{1,3}[-—]|第\d+页.{0,8}|\d{1,3}[/／]\d{1,3}|"
    r"```.*|<!--.*-->)$"
)


def is_furniture(unit: Unit) -> bool:
    """Say whether a line is a button, navigation or metadata of a site, by its own words."""
    words = unit.words
    if len(words) > 200 or words.startswith(("附件：", "抄送")):
        return False
    return bool(_LINES.match(words)) or (len(words) < 100 and bool(_METADATA.match(words)))
