"""Which name belongs to a number: the one before it, the one after it, or the one carried over from before.

`Work` (context.py) is what is known while a paragraph is read; reading.py moves through the text and asks here.
"""

from collections.abc import Sequence
from functools import cache

from baogao.indicators.amounts import Found
from baogao.indicators.context import Name, Work
from baogao.indicators.merged import SOWN, VISITORS, split_names, split_parts, split_short
from baogao.indicators.naming import (
    EDGES,
    MAX_NAME,
    Tail,
    is_measured,
    measures,
    name_after,
    subject_of,
    trim_lead,
    trim_tail,
    with_measure,
)
from baogao.indicators.periods import PLAN
from baogao.lexicon import table, words
from baogao.model import Indicator
from baogao.patterns import regex

_WITHOUT = regex("(?:剔除|扣除)[^，。；、]{2,14}(?:后|因素)$")
_STANDS = regex("总数|总量|总计|累计|达到|增至|增加到|增加至|[已共现]有|保有")
_FACTOR = regex("因素|影响|退税|价格")
_ADDED = ("新增", "净增")
_TOWARDS = regex("对.+贡献率$")  # 三大主导产业…，对规上工业增长的贡献率达71.3%
_STEP = regex("[两三]?[大个]?(?:台阶|大关|关口|门槛)")
# 完成8.2万人年度目标的111.2%
AIMED = regex(
    "的目标|的?控制数|的?(?:年度|全年|年初|预期|控制|考核|计划|省定|国家)[^，。；、\\d]{0,4}(?:目标|计划|指标)"
)
_ASIDE = regex(
    r"(?<=[^，。；、])[（(](?:[^（）()\d]{2,16}|[^（）()]{0,12}\d(?:月|季度|年口径)[^（）()]{0,6}|[A-Z]{2,6})[）)]$"
)
_ATTRIBUTE = regex(r"(?:面向|具有|拥有|符合|涉及)[^，。；、\d]{2,12}的(?=..)")
_BRACKET = regex("[（）()]")
_BASIS = regex("的?基础上")  # 在去年86处的基础上再新增60处
_DATED = regex("(?<=..)(?:去年|上年|今年)(?!的)已?再?([^，。；、]{0,4})$")  # 供热管网去年更新42公里
_BOTH = regex(r"(?:双双|(?<![月年日人平])均|都|分别)[^，。；]{0,6}$")


_NUMERAL = regex(r"[●■◆▪—–-]{1,2}\s*|[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.．、）)]?\s*")
_LEAD_IN = regex(r"([^，,。；;：:\d（）()]{2,20})[。：:]$")


def lead_in(work: Work) -> Name | None:
    """The name that a sentence of its own gives, or the heading: 4.社会消费品零售总额。完成31.86亿元，同比增长8.2%。"""
    before = work.text[: work.start]
    start = match.end() if (match := _NUMERAL.match(before)) else 0
    if match := _LEAD_IN.fullmatch(before, start):
        return Name(match[1], start, match.end(1), "", "lead-in") if is_measured(match[1]) else None
    heading = _NUMERAL.sub("", work.place.heading, count=1)
    if work.start == 0 and is_measured(heading):
        return Name(heading, 0, 0, "", "heading")
    return None


def is_named(work: Work, gap: str) -> bool:
    """Whether a name, not only verbs, stands before a number."""
    rest = gap[: trim_tail(gap).end]
    part = rest[_last_clause(rest) :]
    return trim_lead(part, work.place.name)[0] < len(part)


def name_following(work: Work, number: Found) -> int:
    """How long the name is that follows a number, with the 的 before it; 0 where none does."""
    if number.quantity.base_unit in ("%", "pp", "place", "times", "doublings", "‰"):
        return 0
    if _STEP.match(work.text, number.end) or AIMED.match(work.text, number.end):
        return 0  # 6万亿元、6.5万亿元两大台阶; 完成8.2万人年度目标
    if _BASIS.match(work.text, number.end):
        return 0
    skip = 1 if work.text.startswith("的", number.end) else 0
    if of_what := _ATTRIBUTE.match(work.text, number.end, work.end):  # 100个面向东盟的应用场景
        skip = len(of_what[0])
    after = work.text[number.end + skip : min(work.end, number.end + skip + MAX_NAME + 2)]
    length = 0 if after[:1].isdigit() or after.startswith("全部") else name_after(after)
    return length + skip if length >= 2 else 0


def find_name(work: Work, head: str, tail: Tail, run: Sequence[Found], follows: bool) -> tuple[Name, int]:
    """What the numbers of a list measure, and up to where the text is then used."""
    text, number, end = work.text, run[0], run[-1].end
    rest = head[: tail.end]
    before = _name_before(work, rest, any(c in "，," for c in head[tail.end :]))
    length = name_following(work, run[-1]) if follows else 0
    begins = not rest.strip(EDGES) or any(c in EDGES for c in head[tail.end - 1 :])  # the number begins its clause
    if length and (not before or begins or rest.endswith("等") or (number.counted and not tail.words)):
        of_what = _ATTRIBUTE.match(text, end)
        start = end + (len(of_what[0]) if of_what else text.startswith("的", end))
        verbs = before.verbs if before else trim_lead(rest[_last_clause(rest) :], work.place.name)[1]
        if any(c in "，,；;" for c in head[tail.end :]):
            verbs = ""  # 16个项目开工，13个项目竣工: what stands before the comma is done with the others
        return Name(text[start : end + length], start, end + length, verbs, "name after"), end + length
    if before:
        share = number.quantity.base_unit == "%" and not tail.sign
        link = "" if number.counted else tail.words  # how many there are needs no 总数
        return before._replace(text=with_measure(before.text, link, share)), end
    if work.name:
        verbs = trim_lead(rest[_last_clause(rest) :], work.place.name)[1]
        without = _WITHOUT.search(rest)  # 固定资产投资下降15%，剔除房地产投资后增长2%
        grown = any(i.measure == "growth" and i.name == work.name.text for i in _said(work))
        if without and not grown and _FACTOR.search(without[0]):
            without = None  # 一般公共预算收入3052.6亿元，剔除一次性因素增长1.8%
        name = (without[0] if without else "") + work.name.text
        if number.counted:
            name = _INVESTED.sub("", name)  # 重点项目投资2300亿元，其中新开工90个
        if tail.words.startswith(("总量", "总数")):  # 新登记经营主体148.6万户，总量1138万户
            name = _STOCK.sub("", name)
        there = "" if _STANDS.search(tail.words) else work.name.verbs  # 新增企业19家，总数达到113家
        return work.name._replace(text=name, verbs=verbs or there, rule="carried"), end
    return Name("", number.start, number.start, "", "no name"), end


def _said(work: Work) -> list[Indicator]:
    """What the sentence has said so far."""
    return [i for i in work.indicators[-6:] if i.number[0] >= work.start]


def _last_clause(text: str) -> int:
    """Where the last clause of a text begins."""
    if not _BRACKET.search(text):
        last = len(text) - 1
        return max(*map(text.rfind, "，,：:"), text.rfind("；", 0, last), text.rfind(";", 0, last)) + 1
    closed = 0  # brackets around: 每千人口执业（助理）医师数, 市（县、区）国企
    for at in range(len(text) - 1, -1, -1):
        closed += (text[at] in "）)") - (text[at] in "（(" and closed > 0)
        if closed or (text[at] in "（(" and any(c in "）)" for c in text[at:])):
            continue
        if text[at] in "，,：:（(" or (text[at] in "；;" and at < len(text) - 1):
            return at + 1
    return 0


def _name_before(work: Work, rest: str, apart: bool) -> Name | None:
    """The name that stands before a number; nothing where only verbs or adverbs stand there.

    `apart`: a comma stands between it and the number, among what links them.
    """
    whole = rest
    if aside := _ASIDE.search(rest):  # 固定资产投资（不含农户）增长
        whole = rest = rest[: aside.start()]
    rest = rest.rstrip(EDGES)
    earlier = apart or len(whole) != len(rest) or not rest
    clause = _last_clause(rest)
    part = rest[clause:]
    lead, verbs = trim_lead(part, work.place.name)
    start, stop = clause + lead, len(rest)
    if stop <= start:
        return None
    found = subject_of(rest[start:stop], earlier, work.name is not None)
    if found is None:
        return None
    a, b, more = found
    start, stop = start + a, start + b
    text = rest[start:stop].rstrip("的")
    if work.setting.mode == PLAN and _AS_PLANNED.search(text):  # 财政总收入计划6.3亿元
        text, stop = text[:-2], stop - 2
    if dated := _DATED.search(text):
        text, stop, verbs = text[: dated.start()], stop - len(dated[0]), verbs + dated[1]
    if text[-2:] in _ADDED and len(text) > 3:  # 经营主体新增10万户
        text, stop, verbs = text[:-2], stop - 2, verbs + text[-2:]
        text = text[: trim_tail(text).end]
        if not text:  # 贷款余额6513亿元，较年初新增502亿元
            return None
    at = work.edge + start
    if work.name and (text in _carries() or _SAYS_NOTHING.fullmatch(text)):
        return None
    if work.name and (text.startswith("占") or _TOWARDS.match(text)) and work.name.rule != "no name":
        return Name(work.name.text + text, at, work.edge + stop, verbs + more, "share of the carried name")
    if work.name and _PER_HEAD.fullmatch(text):  # 托位3万个，每千人口拥有4.6个
        text = text.removesuffix("拥有") + work.name.text
    if produced := _PRODUCED.fullmatch(text):
        text = f"{produced[1]}产量"
    if composed := _composed(work, text, at):
        return Name(composed, at, work.edge + stop, verbs + more, "measure of a topic")
    return Name(text, at, work.edge + stop, verbs + more)


@cache
def _carries() -> frozenset[str]:
    """What says only of what was named before how it is measured: 总量和增速均居全国第5位, 总量达2037.7万户."""
    return frozenset(words(table("naming")["carries"]))


_AS_PLANNED = regex("[^”’》行动专项人才培养推进发展]{2}计划$")
_OF_AN_INDUSTRY = ("产值", "总产值", "营业收入", "营收", "销售收入", "主营业务收入")
_OF_SAMPLE = regex(r"([^，。；、\d“”]{2,14}?)(?:全年|共|合计|累计)*(?:实现|完成)")
_PART = r"[^，,、。；：:\d（）()“”]"
_ADDING_OF = regex(
    rf"(?:^|[，,。；：:、])((?![为对向给在以由使让]){_PART}{{2,9}}(?![计共已再将可]){_PART})(?:新增|净增)$"
)
_OWNER = regex(
    r"(?:—{1,2}|[一二三四五六七八九十]是)?([^，,、。；：:\d（）()“”]{2,12}?(?:产业集群|产业链|产业|制造业|集群))[^，。；\d]*[，,]"
)
# 虽低于年初6.5%左右的预期目标, 与年初提出的增长6%…, 高于全省0.6个百分点，居全省第4位, 前三年累计下降9.8%
_SAYS_NOTHING = regex(
    "受[^，。；、]{2,14}影响|"
    "(?:虽然?|但|仍|略|稍|也)*(?:(?:低于|高于|好于|快于|与|比|较|距|离|未达到?)?(?:年初|年度|上年)[^，。；、增降]{0,6}|过去|(?:低于|高于|超)?(?:国家|[省市区县]|上级)下|[但且而并多扩差拟翻点前近共只仅还再仍也又])"
    "|(?:分别)?(?:高于|低于|快于|慢于|好于|比|较)[^，。；、]{1,12}[0-9.]+个百分点"
)
_TOPIC = regex(r"规模以上工业|规上工业|服务业|第[一二三]产业|[一二三]产|数字经济核心产业|数字经济|工业")


# 生产天然气90亿立方米; but 生产总值
_PRODUCED = regex("生产(?!总值|安全|性|线|型|用|经营|基地|企业|要素|者|资料|指数|价格|力|量|许可|服务|建设)(.{2,12})")
_PER_HEAD = regex("每[百千万]+名?(?:常住|户籍)?人口?(?:拥有)?")
_GROWN = regex("(?<=.)总?产量$")
_SPENT = regex("(?<=经费|研发)(?:投入|支出)?(?:总量|总额)?$")
_RESIDENTS = regex("(?:城镇|农村|农村牧区|农牧区|农牧民|脱贫)(?:常住)?(?:居民|人口)?")
_INCOME = regex("人均(?:可支配|纯)?收入$")
_INVESTED = regex("(?<=项目|工程)(?:完成|计划|年度|总)*投资$")
_STOCK = regex(r"^(?:新增|净增|新认定|新登记|累计)")


def _composed(work: Work, measure: str, at: int) -> str:
    """规模以上工业企业达7.6万家、增加值增长3%: the 增加值 is that of 规模以上工业; the 总产量 that stands after
    粮食播种面积 is of 粮食, the 保有量 after 新增高新技术企业 of 高新技术企业."""
    before = work.name.text if work.name else ""
    if measure == "总里程" and before.endswith("里程"):
        return _STOCK.sub("", before)
    if measure in ("总产量", "产量", "单产", "面积") and (held := SOWN.search(before) or _GROWN.search(before)):
        return before[: held.start()] + measure
    if measure in ("保有量", "存量", "总量", "总数") and _STOCK.match(before):
        return _STOCK.sub("", before) + measure
    if measure in ("人均", "人均水平") and before and not before.startswith("人均"):  # 生产总值268亿元，人均突破5万元
        return f"人均{before}"
    if measure in ("强度", "投入强度") and _SPENT.search(before):
        return _SPENT.sub("投入强度", before)
    # 重点项目125个，完成投资186亿元
    project = _INVESTED.sub("", before)
    if measure in ("完成投资", "总投资", "计划投资", "年度投资", "投资") and project.endswith(("项目", "工程")):
        return project + measure
    if _RESIDENTS.fullmatch(measure):  # 居民人均可支配收入40022元；其中，城镇常住居民50590元
        last = (_INCOME.search(i.name) for i in reversed(work.indicators[-4:]))
        return next((measure + income[0] for income in last if income), "")
    if work.text[max(0, at - 2) : at] in _ADDED:
        owner = _ADDING_OF.search(work.text, max(0, work.start - 1, at - MAX_NAME), at)
        if owner and trim_lead(owner[1], work.place.name) == (0, ""):
            return owner[1] + measure  # 轨道交通新增运营里程26公里
    if work.others and work.others[-1].why == "sample" and measure in measures():
        of_sample = _OF_SAMPLE.match(work.text, work.others[-1].end, at)
        if of_sample and (of_sample.end() == at or before.startswith(of_sample[1])):
            return of_sample[1] + measure  # 150家重点航运企业实现营业收入125亿元、利润9亿元
    if not before and measure in _OF_AN_INDUSTRY and (owner := _OWNER.match(work.text, work.start, at)):
        return owner[1] + measure  # 锂电产业从无到有，2025年产值达612亿元
    if measure != "增加值":
        return ""
    topics = _TOPIC.findall(work.text[work.start : at])
    return topics[-1] + measure if topics else ""


def names_of(work: Work, name: Name, run: Sequence[Found], gap: str) -> list[list[Name]]:
    """The names of each number of a list; two for a number that speaks of two (双双突破6万亿元)."""
    if run[0].quantity.rule == "ratio" and len(run) == 3:  # 三次产业结构由8.7∶41.2∶50.1调整为7.4∶41∶51.6
        of_industries = "产业" in name.text or "产业结构" in work.text[work.start : run[0].start]
        industries = ("第一产业占比", "第二产业占比", "第三产业占比") if of_industries else (name.text,) * 3
        return [[name._replace(text=text, rule="ratio")] for text in industries]
    if len(run) > 1 and (parts := split_names(name.text, len(run), "分别" in gap)):
        parts = tuple(_composed(work, part, name.start) or part for part in parts)  # …，面积、产量分别增长
        return [[name._replace(text=part, rule="merged names")] for part in parts]
    if len(run) > 1 and "分别" in gap and (done := _each_done(work, name, len(run))):
        return [[name._replace(text=verb + name.text, rule="merged names")] for verb in done]
    if len(run) == 1 and _BOTH.search(gap) and (parts := split_short(name.text, 2) or _each_measured(name.text)):
        return [[name._replace(text=part, rule="one number for two") for part in parts]]
    if len(run) > 1 and name.rule == "carried" and (each := _last_names(work, len(run))):
        return [[name._replace(text=text)] for text in each]
    return [[name]] * len(run)


def _each_measured(name: str) -> tuple[str, ...]:
    """工业投资、民间投资均增长10%: two names for one number, where each is one by itself."""
    parts = split_names(name, name.count("、") + 1) if "、" in name else split_names(name, 2)
    whole = len(parts) in (2, 3) and all(is_measured(part) or part.endswith(VISITORS) for part in parts)
    return parts if whole else ()


def _each_done(work: Work, name: Name, count: int) -> list[str]:
    """新开工、竣工项目分别为88个和57个: what was done tells the numbers apart."""
    clause = work.text[max(work.start, name.start - MAX_NAME) : name.start]
    verbs = [part for part in split_parts(clause[_last_clause(clause) :]) if trim_lead(part)[1] == part]
    return verbs if len(verbs) == count else []


def _last_names(work: Work, count: int) -> list[str]:
    """城镇居民50590元、农村居民22741元，分别增长4.3%和6.8%: the names that the last numbers of the sentence had."""
    names = [i.name for i in work.indicators[-count:] if i.number[0] >= work.start]
    return names if len(set(names)) == count else []
