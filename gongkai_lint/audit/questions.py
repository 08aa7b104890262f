"""What an auditor asks of an archive, each question a query; their answers make the report.

A column named ``filter`` holds the conditions (JSON) that lead from a row to its documents, one
named ``id`` the document itself, ``ids`` several.
"""

from typing import Literal

from gongkai_lint.named import NamedTuple

Chart = Literal["", "bars", "line", "heat"]


class Question(NamedTuple):
    """A table of the report: its key, title, explanation, query, and how it is drawn."""

    key: str
    title: str
    note: str
    sql: str
    chart: Chart = ""


_MATTERS = "severity in ('error', 'warning') and suppressed is null"
_FAMILIES = """case left(rule, 1) when 'A' then '公开属性' when 'I' then '政策解读'
    when 'N' then '不予公开' when 'D' then '时限' when 'S' then '结构与格式'
    when 'C' then '引用与一致性' when 'P' then '制定程序' when 'L' then '语言文字'
    when 'T' then '任务表与目录表' else '其他' end"""

YEARS = Question(
    "years",
    "各年文件数",
    "按成文日期统计；没有成文日期的按发布日期，都没有的不在图中。",
    """select year as 年份, count(*) as 文件数,
        json_object('year', year) as filter
    from docs where year is not null group by year order by year""",
    "bars",
)
LABELLED = Question(
    "labelled",
    "各年标明公开属性的比例",
    "行政机关的通知、意见等公文中，认出公开属性的占多少。2016年11月10日起应当标明。",
    """select year as 年份, count(*) as 公文数, count(disclosure) as 标明的,
        round(100.0 * count(disclosure) / count(*), 1) as 比例,
        json_object('year', year, 'labelled', false) as filter
    from docs where year is not null and is_admin and id in
        (select id from outcomes where rule = 'A01' and outcome <> 'inapplicable'
         union select id from docs where disclosure is not null
         union select id from docs where year < 2017)
    group by year order by year""",
    "line",
)
KINDS = Question(
    "kinds",
    "文种",
    "问题数只计“必改”和“建议”。",
    """select kind as 文种, count(*) as 文件数, sum(errors) as 必改, sum(warnings) as 建议,
        round(avg(errors + warnings), 2) as 平均每件,
        json_object('kind', kind) as filter
    from docs group by kind order by count(*) desc, kind""",
    "bars",
)
LEVELS = Question(
    "levels",
    "机关层级",
    "层级按署名机关的名称认定。",
    """select coalesce(issuer_level, 'unknown') as 层级, count(*) as 文件数,
        sum(errors) as 必改, sum(warnings) as 建议,
        round(avg(errors + warnings), 2) as 平均每件,
        json_object('level', coalesce(issuer_level, 'unknown')) as filter
    from docs group by 层级, filter order by count(*) desc, 层级""",
    "bars",
)
RULES = Question(
    "rules",
    "各条规则查出的问题",
    "“文件占比”以这条规则适用的文件为分母。",
    """with applied as (
        select rule, count(*) filter (where outcome <> 'inapplicable') as documents
        from outcomes group by rule)
    select f.rule as 规则, min(r.title) as 名称, min(f.severity) as 级别,
        count(*) as 问题数, count(distinct f.id) as 文件数,
        round(100.0 * count(distinct f.id) / nullif(min(a.documents), 0), 1) as 文件占比,
        json_object('rule', f.rule) as filter
    from findings f left join rules r on r.rule = f.rule left join applied a on a.rule = f.rule
    where f.suppressed is null group by f.rule order by 文件数 desc, f.rule""",
)
FAMILIES = Question(
    "families",
    "各类问题逐年变化",
    "每百件文件中“必改”“建议”问题的数目。",
    f"""with totals as (select year, count(*) as documents from docs group by year)
    select f.family as 类别, d.year as 年份, count(*) as 问题数,
        round(100.0 * count(*) / min(t.documents), 1) as 每百件,
        json_object('year', d.year, 'family', f.letter) as filter
    from (select id, left(rule, 1) as letter, {_FAMILIES} as family from findings
          where {_MATTERS}) f
    join docs d on d.id = f.id join totals t on t.year = d.year
    where d.year is not null group by f.family, f.letter, d.year order by f.family, d.year""",  # noqa: S608 (nothing in it comes from outside)
    "heat",
)
KINDS_BY_YEAR = Question(
    "kinds-years",
    "文种与年份",
    "各年各文种的文件数。",
    """select kind as 文种, year as 年份, count(*) as 文件数, count(*) as 件数,
        json_object('year', year, 'kind', kind) as filter
    from docs where year is not null group by kind, year
    order by count(*) over (partition by kind) desc, kind, year""",
    "heat",
)
LEVELS_BY_YEAR = Question(
    "levels-years",
    "层级与年份",
    "各年各层级机关的文件数。",
    """select coalesce(issuer_level, 'unknown') as 层级, year as 年份, count(*) as 文件数,
        count(*) as 件数, json_object('year', year, 'level', coalesce(issuer_level, 'unknown'))
            as filter
    from docs where year is not null group by 层级, year, filter order by 层级, year""",
    "heat",
)
ORGANS = Question(
    "organs",
    "机关排名",
    "文件多于 5 件的机关，按平均每件“必改”“建议”数排列；文件少的排名没有意义，不列。",
    """select organ as 机关, min(issuer_level) as 层级, count(*) as 文件数,
        sum(errors) as 必改, sum(warnings) as 建议,
        round(avg(errors + warnings), 2) as 平均每件,
        round(100.0 * count(disclosure) / count(*), 1) as 标明属性比例,
        json_object('organ', organ) as filter
    from docs where organ <> '未认出' group by organ having count(*) > 5
    order by 平均每件 desc, 文件数 desc, organ""",
)
WORST = Question(
    "worst",
    "问题最多的文件",
    "按“必改”、再按“建议”排列，列前 200 件。",
    """select id, coalesce(title, '（没有认出标题）') as 标题, document_number as 文号,
        organ as 机关, date_of_issue as 成文日期, errors as 必改, warnings as 建议, path as 文件
    from docs where errors + warnings > 0
    order by errors desc, warnings desc, path limit 200""",
)
UNLABELLED = Question(
    "unlabelled",
    "待补认定清单",
    "2016年11月10日以后、应当标明而没有认出公开属性的公文；需要由起草单位补行认定。",
    """select id, coalesce(title, '（没有认出标题）') as 标题, document_number as 文号,
        organ as 机关, date_of_issue as 成文日期, path as 文件
    from docs where disclosure is null and id in
        (select id from findings where rule in ('A01', 'A17') and suppressed is null)
    order by organ, date_of_issue, path""",
)
EXPOSED = Question(
    "exposed",
    "已公开但标注不公开",
    "已在网上公布，却标着不予公开或依申请公开：先下线核查。",
    """select d.id, coalesce(d.title, '（没有认出标题）') as 标题, d.document_number as 文号,
        d.organ as 机关, d.date_of_issue as 成文日期, min(f.text) as 标注,
        d.url as 网址, d.path as 文件
    from docs d join findings f on f.id = d.id and f.rule = 'A13' and f.suppressed is null
    group by all order by d.organ, d.date_of_issue, d.path""",
)
RETURNS = Question(
    "returns",
    "退文风险",
    "按规则写明的退文情形统计：送审时有这样的问题，会在这一步被退回。"
    "历史文件已经印发，这里看的是当时把关的漏洞，不影响文件效力。",
    """select returns_at as 环节, returns_for as 退文情形, count(distinct id) as 文件数,
        round(100.0 * count(distinct id) / (select count(*) from docs), 1) as 文件占比,
        list(distinct id order by id) as ids
    from findings where suppressed is null and returns_for is not null
    group by returns_at, returns_for order by 文件数 desc, returns_at, returns_for""",
)
RETURNED = Question(
    "returned",
    "有退文情形的文件",
    "情形多的在前。",
    """select d.id, coalesce(d.title, '（没有认出标题）') as 标题, d.document_number as 文号,
        d.organ as 机关, d.date_of_issue as 成文日期,
        string_agg(distinct f.returns_for, '；' order by f.returns_for) as 退文情形, d.path as 文件
    from docs d join findings f on f.id = d.id
    where f.suppressed is null and f.returns_for is not null
    group by d.id, d.title, d.document_number, d.organ, d.date_of_issue, d.path
    order by count(distinct f.returns_for) desc, d.path""",
)
FAILED = Question(
    "failed",
    "没有查成的文件",
    "没有查成不等于没有问题：请按原因处理后再运行一次。",
    """select path as 文件, failed_stage as 环节, failure as 原因
    from all_docs where failure is not null order by path""",
)
COPIES = Question(
    "copies",
    "内容完全相同的文件",
    "只查其中一份。",
    "select path as 文件, duplicate_of as 相同于 from all_docs where duplicate_of <> '' order by 1",
)

LEFT_OUT = Question(
    "left-out",
    "没有检查的文件",
    "在档案里、没有当文稿检查的文件和原因。",
    "select path as 文件, reason as 原因 from left_out order by reason, path",
)

QUESTIONS = (
    YEARS, LABELLED, KINDS, KINDS_BY_YEAR, LEVELS, LEVELS_BY_YEAR, RULES, FAMILIES,
    ORGANS, WORST, UNLABELLED, EXPOSED, RETURNS, RETURNED,
)  # fmt: skip
HOUSEKEEPING = (FAILED, LEFT_OUT, COPIES)
