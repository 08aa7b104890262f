"""What only shows across documents: versions, numbers, citations that do not fit together."""

from gongkai_lint.audit.questions import Question

_SQUASHED = "regexp_replace({0}, '[\\s《》〈〉“”（）()]', '', 'g')"
_NUMBER = r"'^(.+?)[〔\[（(]((?:19|20)\d\d)[〕\]）)](\d{1,4})号$'"

# What is left of a title when issuer, formulae and kind are taken away: titles of one office are
# alike to nine tenths by these, whatever they are about.
_FORMULAE = (
    r"^.*?关于|^.*?(?:印发|转发|公布)|^(?:进一步|切实|扎实|全面|认真|深入|继续|有序|做好|加强|推进|推动"
    r"|开展|组织|落实|规范|加快|促进|强化|实施|明确|调整|建立|完善|印发|转发|公布|下达|同意|批转)+"
)
_KIND = (
    r"(?:的?(?:若干|有关|相关)?(?:重点)?(?:工作|事项|事宜|问题|情况)?(?:的)?(?:通知|意见|方案|实施方案"
    r"|工作方案|行动方案|办法|实施办法|管理办法|暂行办法|规定|细则|通报|报告|请示|批复|函|决定|公告|通告"
    r"|计划|规划|要点|预案|措施|制度|规则|令))+(?:试行|暂行|草案)?$"
)
# The least likeness of two wordings of one matter: 防火 and 防火防汛 have 0.83, two words of four
# characters that share two have 0.67.
_ALIKE = 0.75

PREPARE = f"""
create macro bare(name) as regexp_replace(
    regexp_replace(regexp_replace(name, '{_KIND}', ''), '^.*?关于', ''), '{_FORMULAE}', '');
create macro matter(name) as coalesce(nullif(bare(name), ''), name);
create macro alike(one, two) as contains(matter(one), matter(two))
    or contains(matter(two), matter(one)) or jaro_similarity(matter(one), matter(two)) >= {_ALIKE};
create table numbered as
select id, path, title, organ, date_of_issue, disclosure,
    {_SQUASHED.format("title")} as name,
    regexp_replace(document_number, '\\s', '', 'g') as number,
    regexp_extract(regexp_replace(document_number, '\\s', '', 'g'), {_NUMBER}, 1) as code,
    try_cast(regexp_extract(regexp_replace(document_number, '\\s', '', 'g'), {_NUMBER}, 2)
        as integer) as issue_year,
    try_cast(regexp_extract(regexp_replace(document_number, '\\s', '', 'g'), {_NUMBER}, 3)
        as integer) as serial
from docs where document_number is not null and is_admin
    and document_number not like '%令%';
create table cited as
select c.id, c.title, {_SQUASHED.format("c.title")} as name,
    regexp_replace(c.number, '\\s', '', 'g') as number,
    regexp_extract(regexp_replace(c.number, '\\s', '', 'g'), {_NUMBER}, 1) as code,
    try_cast(regexp_extract(regexp_replace(c.number, '\\s', '', 'g'), {_NUMBER}, 2)
        as integer) as issue_year,
    try_cast(regexp_extract(regexp_replace(c.number, '\\s', '', 'g'), {_NUMBER}, 3)
        as integer) as serial
from citations c where c.number is not null
"""  # noqa: S608 (nothing in it comes from outside)

VERSIONS = Question(
    "versions",
    "同一文件几次公布而不一致",
    "文号和标题都相同，公开属性或成文日期却不同。",
    """select list(id order by path) as ids, number as 文号, min(title) as 标题,
        string_agg(distinct coalesce(disclosure, '未标明'), '、'
            order by coalesce(disclosure, '未标明')) as 公开属性,
        string_agg(distinct cast(date_of_issue as varchar), '、'
            order by cast(date_of_issue as varchar)) as 成文日期, count(*) as 份数
    from numbered group by number, name
    having count(*) > 1 and (count(distinct coalesce(disclosure, '')) > 1
        or count(distinct date_of_issue) > 1)
    order by 份数 desc, number""",
)
TWICE = Question(
    "twice",
    "文号重号",
    "同一个文号用在标题不同的文件上。",
    """select list(id order by path) as ids, number as 文号, count(distinct name) as 标题数,
        string_agg(distinct title, '；' order by title) as 标题
    from numbered where serial is not null and name is not null group by number
    having count(distinct name) > 1 and not bool_and(alike(name, (
        select min(name) from numbered as other where other.number = numbered.number)))
    order by number""",
)
GAPS = Question(
    "gaps",
    "文号缺号",
    "同一机关代字一年里有 5 件以上、已有过半的序列，中间缺的号；可能是不公开的文件，也可能是漏收。",
    """with runs as (
        select code, issue_year, list(distinct serial) as have, min(serial) as low,
            max(serial) as high, count(distinct serial) as documents, list(id) as ids
        from numbered where serial is not null group by code, issue_year)
    select ids, code || '〔' || issue_year || '〕' as 序列, documents as 已有,
        low || '—' || high as 范围, high - low + 1 - documents as 缺号数,
        array_to_string([n for n in range(low, high + 1) if not list_contains(have, n)], '、')
            as 缺号
    from runs where documents >= 5 and documents < high - low + 1
        and documents * 2 >= high - low + 1
    order by code, issue_year""",
)
MISNAMED = Question(
    "misnamed",
    "引用的标题与档案不符",
    "引用的文号在档案里有，标题却不是引用的这个。",
    """select c.id, min(d.path) as 文件, c.number as 引用文号, min(c.title) as 引用标题,
        min(n.title) as 档案里的标题
    from cited c join numbered n on n.number = c.number join docs d on d.id = c.id
    where c.name <> '' and n.name <> '' and not contains(n.name, c.name)
        and not contains(c.name, n.name) and not alike(c.name, n.name)
    group by c.id, c.number order by 2, 3""",
)
UNKNOWN = Question(
    "unknown",
    "引用的文件不在档案里",
    "引用的文号属于档案收得较全的序列（一年 5 件以上），号在已有的范围内，档案里却没有。",
    """with runs as (
        select code, issue_year, min(serial) as low, max(serial) as high
        from numbered where serial is not null group by code, issue_year
        having count(distinct serial) >= 5)
    select c.id, min(d.path) as 文件, c.number as 引用文号, min(c.title) as 引用标题
    from cited c join runs r on r.code = c.code and r.issue_year = c.issue_year
    join docs d on d.id = c.id
    where c.serial between r.low and r.high
        and c.number not in (select number from numbered)
    group by c.id, c.number order by 2, 3""",
)
ACROSS = (VERSIONS, TWICE, GAPS, MISNAMED, UNKNOWN)
