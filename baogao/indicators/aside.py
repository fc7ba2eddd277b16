"""Amounts that are no indicator of their own: thresholds, samples, facts about the plan, explanations, lists.

Each rule has the phrase that it is for. What they do not catch is read as an indicator.
"""

import re

from baogao.indicators.amounts import Found
from baogao.patterns import regex

_NOUN = (
    "企业|项目|楼宇|产业|集群|园区|县|镇|村|乡|家庭|主体|单位|机组|管网|管道|住宅|小区|锅炉|"
    "人口|居民|老人|老年人|产品|品牌|平台|公司|链|基地|商圈|街区|农户|大户|建筑|电梯|厂房|货船|船舶|"
    "高层|市场|城市|俱乐部|赛道|单品|矩阵|商贸|载体|工业|客户|院校|工程|医院|设施|学校|技术|存量|房屋"
)
# 注册资本5000万元以上企业70家, 税收超千万元楼宇49座, 亿元以上项目12个
_THRESHOLD = regex(rf"(?:的|级|级的)?[^，。；、,;:：（()）\d“”]{{0,10}}?(?:{_NOUN})")
_SHARE_OF = regex("的(?:占比|比重|比例)")  # 村集体经济收入20万元以上的占比达到八成
_LEVEL_NAME = regex(r"(?:级|量级|俱乐部|方阵|元阵营|规模级)")
# 150家重点航运企业实现营业收入125亿元
_SAMPLE = regex(
    r"(?!、)[^，。；,;\d]{1,20}?(?<!、)(?:共|合计|累计)?(?:实现|完成|营业收入|营收|销售额|税收|产值|利润|纳税|收入|贡献|解决|吸纳|带动|率|比例)[^，。；,;\d]{0,12}(?=[\d超约近突破])"
)
# 235个市级重点项目完成投资2168亿元: there are so many
_OWN_PROJECTS = regex(r"[^，。；、\d]{0,16}(?:项目|工程)(?:全年|年内|年度|累计)*完成(?:年度)?投资")
# 完成年度计划的102.3%, 比年初目标高0.6个百分点, 高于预期目标0.2个百分点, 完成年度任务的120%
_PLAN = regex(
    r"(?:完成|占|达到|达|为|超|相当于|完成了)[^，。；、,;]{0,10}(?:计划|目标|预算(?!收|支)|任务|指标|时序进度)[^，。；、,;]{0,6}(?:的|达|数的|任务的|约)?$"
    r"|(?:比|较|高于|超过?|超出|低于|快于|优于|高出|超额完成|塌|欠|差)[^，。；、,;]{0,12}(?:目标|计划|预期|预算|任务)[^，。；、,;]{0,10}$"
    r"|(?:完成率|执行率|目标完成)[^，。；、,;]{0,3}$|(?:序时|时间)进度[^，。；、,;]{0,6}$|完成(?:预算|调整预算|年初预算|变动预算)[^，。；、,;]{0,6}$"
)
_PAST_PLAN = regex(  # 超出年度目标2.6万人
    r"(?:超出|超额完成|超额|超过?|多于|高出)了?(?:年度|全年|年初|预期|计划|省定|市定|[省市区县]下达)[^，。；、\d]{0,6}(?:目标|计划|任务|指标)数?$"
)
_OF_THE_PLAN = regex("的?(?:年度|全年|年初|预期|计划)?(?:目标|计划|任务)(?:任务)?数?的$")  # 完成8.2万人年度目标的111.2%
_SHORT_OF = regex("的[^，。；、]{0,8}(?:目标|计划|预期)(?:值)?约?")  # 低于年初5%的预期目标1.2个百分点
_OF_TASK = regex(r"(?:计划|目标|任务)(?:数|值)?\d[\d.,，]*[^，。；、,;\d]{1,6}的$")  # 完成任务1万亩的82%
# 高于全国0.2个百分点, 快于全国1.2个百分点, 比全省平均水平高0.5个百分点; 增速加快0.5个百分点; 拉动经济增长4个百分点
_OTHERS = "全国|全省|全市|全区|全县|平均|水平|同期|周边|沿海|均值|增速|规上|地区|城镇|目标|预期|GDP|经济|西部|中部|东部"
_AGAINST = regex(
    rf"(?:是|为|只有|仅为|不足|相当于)(?:全国|全省|全市|东部|发达地区)[^，。；、,;\d]{{0,8}}的$"
    rf"|(?:高于|快于|低于|好于|优于|领先|慢于|(?<!提)高出?|超过?|超出|(?<!加)快|低|(?<!增)多)于?[^，。；、,;\d]{{0,14}}(?:{_OTHERS})[^，。；、,;\d]{{0,6}}$"
    rf"|(?:比|较)[^，。；、,;]{{0,16}}(?:{_OTHERS})[^，。；、,;]{{0,6}}(?:高|低|快|慢|多|领先)(?:出|于)?$"
    r"|相差$|(?:加快|提速|放缓|收窄|回暖)了?$|(?:拉动|带动|影响|贡献|拖累|拉低)[^，。；、,;]{0,16}(?:增长|提高|增速|回升)?约?$"
)
# 粮食总产量1353亿斤，连续9年稳定在1300亿斤以上; 外贸6936亿元，首次接近7000亿元: the number that counts stood before
_HELD = regex(r"(?:严守|坚守|守住|守牢|守好)[^，。；、,;\d]{0,8}$")  # 严守5400万亩耕地保护红线
_WORTH = regex("(?:总|协议|概算|估算)投资额?[约达超]?$")  # 总投资35亿元的新材料产业园竣工
_RED_LINE = regex("[^，。；、,;\\d]{0,14}(?:红线|底线)")
# 国际货币基金组织预测2025年全球经济增长3.3%, 而全国为24.9%; 低于2000年至2019年3.7%的平均水平
_ELSEWHERE = regex(
    r"(?<!占)(?:全球|世界|发达经济体|美国|欧元区)(?:经济|货物贸易|贸易|GDP)?(?:将|预计)?(?:增长|增速|增幅|下降|放缓)[为至到]?$"
    r"|(?:而|同期)全国[^，。；、\d]{0,6}(?:为|是)$"
)
_AVERAGE = regex("的(?:历史|多年|长期|常年)?平均水平")
_YEARLONG = regex(
    r"[，,、]连续[^，。；、\d]{0,3}\d{0,2}(?:个?年|个月|个季度)(?:均|都)?(?:稳定|保持|站稳|稳产)?[在于]?$"
)
_NEARLY = regex("接近|逼近|直逼")
# 100万千瓦风光制氢一体化项目, 年产3万吨碳纤维项目: what a thing is called by
_CAPACITY = regex(r"[^，。；、,;\d的]{2,20}?(?:项目|基地|工程|电站|电厂|生产线|机组|装置)")
_OF_CAPACITY = regex(r"(?:年产|年加工|年处理|日处理|推进|加快|建设|开工|实施|启动|投产|抓好|^|[，,；;、])$")
_INTENSITY = regex("GDP|地区生产总值|生产总值|工业增加值|工业产值|产值")  # 万元GDP能耗
_DURATION = regex(
    r"(?:时间|时长|时限|周期|用时|压缩|缩短|缩减|延长|提速|日数|天数|优良|减少|增加(?!值)|耗时)[^，。；、]{0,12}$"
)
_TOGETHER = regex(r"(?:每|按|人均每|平均每|按[^，。；\d]{1,8}每(?:增长|提高|增加|上升))$")  # 按经济每增长1个百分点带动…
# 主要考虑：与全省5.5%左右的预期目标相一致；按…约3.6万人测算: why a target was set
_IN_LINE = regex(r"与[^，。；、\d]{1,16}$")
_WITH = regex(r"[^，。；\d]{0,24}(?:衔接|一致|匹配|适应|吻合|协调)")
_RECKONED = regex(r"[^，。；、\d]{0,6}(?:测算|推算|计算|估算)")
_DIVIDED = frozenset(
    [
        "方面",
        "大类",
        "小类",
        "类",
        "领域",
        "环节",
        "层",
        "步",
        "级",
        "维度",
        "维",
        "章",
        "节",
        "分",
        "点",
        "字",
        "版",
        "代",
        "号",
        "线",
        "路",
        "档",
        "元素",
        "期",
        "轮",
        "折",
        "度",
    ]
)
_REACHED = regex(r"[、，,]?(?:实现|并)?(?:达到?|增至|增加到|增长到|升至|为)")
_FIRST = regex(r"(?:首个|首家|首座|首条|首只|首支|第[一二三四五六七八九十\d]+[个家座条]|又一个)$")
_PEOPLE = regex(r"[^，。；、,;\d]{0,8}(?:人民|儿女|父老|干部群众|各族群众|市民翘|老百姓)")
_PLACES = frozenset(["国", "省", "市", "州", "县", "区", "镇"])
_RANKED_AMONG = regex(  # 在全国168个重点城市中排名第96位, 列全市11个县（市、区）第1位
    r"[^，。；、\d（）]{0,12}(?:（[^（）]{1,8}）)?中?(?:[^，。；、\d]{0,8}(?:排|居|列|位))?[^，。；、\d]{0,4}第[\d一二三四五六七八九十]"
)
_SCOPE = regex("(?:全[国省市区县州]|全[国省市]同类|副省级|地级|参评|参加)[^，。；、\\d]{0,4}$")
_HELD_BY = frozenset(("person", "household"))
_CLASS = regex(
    r"的?[^，。；、\d]{0,6}(?:村|村庄|村组|班额|机构|企业|单位|小区|海岛|工地)"
)  # 25户以上自然村, 66人以上超大班额
_GENERAL = regex(r"(?:首批|第[一二三四五六]批|前|每|近|之|这|上述|以上|位列|名列)$")
_APPOSED = regex(r"(?:推动|推进|促进|支持|指导|加快|统筹)[^，。；]{4,40}$")  # 推动甲公司、乙公司2个平台公司…
_USED = regex(
    r"(?:发挥|依托|用好|用足|用足用好|立足|围绕|聚焦|按照|对标|落实|落实好|统筹好|坚持|贯彻|涵盖|包括|分为|划分为|设置|根据|依据)[^，。；、,;]{0,16}$"
)
_POLICY = regex(
    "(?:稳经济|稳增长|促消费|惠企|助企|利企|纾困|民营经济|人才振兴|人才新政)[^，。；、,;]{0,8}$"
)  # 稳经济32条落地见效
_SURVEYED = regex(
    r"[^，。；、\d]{0,20}(?:调查|测评|问卷|监测)(?:结果)?(?:显示|表明|中)"
)  # 对1200户家庭开展的抽样调查中
_AMONG = regex("[^，。；、,;\\d]{2,14}中[，,]?有?")  # 15家重点企业中有9家销售额下降
_GAINED = regex("(?:谋划|储备|新增|引进|建设|实施|打造|培育|开展|举办|组织|招引)[^，。；、,;]{0,10}$")
_MEASURES = regex(r"(?:条|项)[^，。；、,;]{0,6}(?:措施|政策|意见|举措|办法|规定|硬措施|任务清单|禁令|要求|清单)")
_ISSUED = regex(r"(?:出台|推出|制定|发布|实施|新增)[^，。；]{0,14}$")
_OF_PLAN = regex("(?:主要|预期性|约束性)?(?:方面|指标)(?!体系)")  # 提出了28个主要指标, 5个方面
# 14项达到或好于预期, 4项因宏观环境变化低于预期, 6项与年初计划存在差距
_KEPT = regex(
    r"(?:指标)?(?:能够?|可以?|预计|均|已|将|全面|提前|超额|[受因][^，。；、\d]{2,16}?)*"
    r"(?:完成|实现|达到?|好于|快于|高于|优于|低于|慢于|超过?|超出|未|没有|与|符合)[^，。；\d]{0,14}(?:计划|预期|目标|进度|序时)"
)
_AMONG_ALL = regex("指标中[，,]?(?:有)?$|指标[，,]?(?:其中)?有?$")
_STEPS = regex("[两二三四五]个$")
_STEPPED = regex("(?:[千万百]+亿元?)?(?:级)?(?:大)?(?:台阶|大关|关口)")  # 经济总量连跨2个万亿元台阶
_LISTED = regex(r"、[^，。；、\d]{2,16}(?:、[^，。；、\d]{2,16}){0,6}等(?:单位|企业|机构|院所|高校|公司|地|项目|平台)")


def why_aside(text: str, gap: str, found: Found, following: Found | None, planned: bool) -> tuple[str, str]:
    """(why, rule) for an amount that is no indicator; empty where it is one.

    `gap` is the text before it that nothing else has used, `following` the next number of the sentence, `planned`
    whether the text speaks of the plan.
    """
    quantity, after = found.quantity, text[found.end : found.end + 34]
    unit, base = quantity.unit, quantity.base_unit
    gap = gap.rstrip()
    if quantity.unit == "万元" and found.han and _INTENSITY.match(after):
        return "threshold", "unit"
    if _YEARLONG.search(gap) or (_NEARLY.match(quantity.text) and gap[:1] in ("，", ",") and len(gap) < 6):
        return "threshold", "stated before"
    if base == "%" and (_ELSEWHERE.search(gap) or _AVERAGE.match(after)):
        return "explanation", "elsewhere"
    if _HELD.search(gap) and _RED_LINE.match(after):
        return "threshold", "red line"
    sized = not found.counted and base not in ("%", "pp", "CNY", "USD", "day", "year")
    if sized and _OF_CAPACITY.search(gap) and _CAPACITY.match(after):
        return "name", "capacity"
    if base in ("day", "year") and unit not in ("天", "岁") and not _DURATION.search(gap):
        lasts = base == "year" and re.search(r"(?:年限|寿命|期限)[^，。；、]{0,6}$", gap)
        return ("", "") if lasts else ("explanation", "duration")  # 15分钟服务圈, 3年
    passed = following is not None and quantity.op == "gt" and following.quantity.base_unit == base
    if passed and following and _REACHED.fullmatch(text, found.end, following.start):
        return "threshold", "passed"  # 突破3万亿元、达3.6万亿元
    if not found.counted and base not in ("%", "pp") and _FIRST.search(gap):
        return "threshold", "first of its kind"  # 首个300亿元园区, 第四个突破2000亿元大关的地区
    if base == "V" or gap.endswith("时速"):
        return "threshold", "specification"  # 500千伏输变电工程, 时速350公里的高铁
    if base in ("person", "") and _PEOPLE.match(after):
        return "explanation", "the people"  # 740多万玉林人民
    if found.han and quantity.value == "1" and _STEPS.search(gap):
        return "threshold", "steps"  # 跨过两个万亿元大关
    if _LEVEL_NAME.match(after):
        return "threshold", "grade"  # 百亿级, 千亿级
    if (
        not found.counted
        and base not in ("%", "pp", "place", "‰", "times", "day")
        and _is_threshold(text, gap, found, following)
    ):
        return "threshold", "threshold"
    if unit == "岁" and "寿命" not in gap and "年龄" not in gap:
        return "threshold", "age"
    if _is_of_plan(text, gap, found):
        return "plan", "plan"
    against = base in ("pp", "%") and _AGAINST.search(gap) and (base == "pp" or gap.endswith("的"))
    if against or gap.endswith("相差"):  # 与全省第6位相差210亿元
        return "explanation", "against"
    if unit in _DIVIDED and found.counted:
        return "list", "divided"  # 10大类75小类服务内容
    if unit in _PLACES and found.counted and re.match(r"[^，。；、,;：:）)\d]{2}", after):
        return "list", "places"  # 国考10市PM2.5浓度
    if _TOGETHER.search(gap):
        return "explanation", "per"  # 每3个月
    if planned and _is_reason(text, gap, found):
        return "explanation", "why so"
    if found.counted:
        return _counted_aside(text, gap, found, following, planned)
    return "", ""


_BECAUSE = regex("主要(?:考虑|依据|理由)(?:[是：:，,]|(?=[^，。；]{0,30}[，,]))")


def says_why(text: str, start: int, end: int, since: int) -> int:
    """From where a paragraph tells why a target was set, after its sentence from `start` to `end`; else its length.

    It does so up to the full stop: …增长5%左右，主要考虑：一是…；二是…。 `since` is what was known before.
    """
    found = _BECAUSE.search(text, start, end)
    since = len(text) if start and text[start - 1] == "。" else since
    return min(since, found.end()) if found else since


def _is_of_plan(text: str, gap: str, found: Found) -> bool:
    """Whether a number only compares what came with what was planned."""
    base = found.quantity.base_unit
    if _PAST_PLAN.search(gap) or ((base in ("%", "pp", "times") or found.quantity.unit == "天") and _PLAN.search(gap)):
        return True
    if base == "pp" and _SHORT_OF.fullmatch(gap):
        return True
    of_task = base == "%" and _OF_TASK.search(text, max(0, found.start - 24), found.start)
    return bool(of_task or (base == "%" and _OF_THE_PLAN.fullmatch(gap)))


def _is_reason(text: str, gap: str, found: Found) -> bool:
    """Whether a number of the plan only says why a target was set."""
    in_line = _IN_LINE.search(gap) and _WITH.match(text, found.end)
    return bool(in_line or _RECKONED.match(text, found.end))


# 规模以上工业企业中产值过十亿元的仅有2家
_OF_WHICH = regex("的(?:仅|只|共|就|已)?(?:仅有|只有|已有|共有|有|达到?|为)?")


def _is_threshold(text: str, gap: str, found: Found, following: Found | None) -> bool:
    quantity, after = found.quantity, text[found.end : found.end + 34]
    if quantity.base_unit == "CNY" and after.startswith("的") and _WORTH.search(gap):
        return True
    bound = quantity.op in ("gt", "ge", "lt", "le") and following is not None and following.counted
    if bound and following and _OF_WHICH.fullmatch(text, found.end, following.start):
        return True
    if (
        found.han
        and quantity.value == "1"
        and quantity.unit in ("亿元", "千万元", "百亿元", "千亿元", "万亿元", "百万元")
    ) and (quantity.op == "eq" or _THRESHOLD.match(after)):
        return True
    if quantity.op in ("ge", "gt", "lt", "le") and (_THRESHOLD.match(after) or _SHARE_OF.match(after)):
        near = following is not None and following.start - found.end <= 24 and following.counted
        return near or not re.search(r"(?:达到?|实现|完成|投入|投资|发放|筹集|突破|超过?|新增|融资|支持)$", gap)
    return False


def _counted_aside(text: str, gap: str, found: Found, following: Found | None, planned: bool) -> tuple[str, str]:
    """The same for a number of things."""
    if following is not None and following.quantity.base_unit in ("CNY", "USD", "%", "person"):
        between = text[found.end : following.start + 1]
        match = None if _OWN_PROJECTS.match(text, found.end) else _SAMPLE.match(text, found.end)
        if match and match.end() >= following.start - 1 and "，" not in between:
            return "sample", "sample"
    if _GENERAL.search(gap):
        return "list", "one of"  # 入选全国首批20个…案例
    if found.quantity.unit == "个" and _STEPPED.match(text, found.end):
        return "threshold", "steps"
    if found.quantity.unit in ("个", "家") and _SCOPE.search(gap) and _RANKED_AMONG.match(text, found.end):
        return "sample", "ranked among"
    if found.quantity.base_unit in _HELD_BY and found.quantity.text.endswith("以上") and _CLASS.match(text, found.end):
        return "threshold", "class"
    if _SURVEYED.match(text, found.end):
        return "sample", "surveyed"
    if following is not None and _AMONG.fullmatch(text, found.end, following.start):
        return "sample", "among"
    clause = gap[max(gap.rfind(c) for c in "，,。；;") + 1 :]
    if clause.count("、") and str(clause.count("、") + 1) == found.quantity.value and _APPOSED.match(clause):
        return "list", "apposed"  # 推动城投公司、国投公司2个平台公司布局调整
    if _LISTED.match(text, found.end):
        return "name", "listed"  # 中电科46所、光电通信等单位
    if found.quantity.unit in ("个", "项") and _AMONG_ALL.search(text, max(0, found.start - 12), found.start):
        return "list", "of the plan"  # 26项主要指标中，22项完成、4项未完成
    of_plan = _OF_PLAN.match(text, found.end) or _KEPT.match(text, found.end)
    if found.quantity.unit in ("个", "项") and of_plan:
        return "list", "of the plan"
    if gap.endswith("连续"):
        return "explanation", "in a row"  # 连续19个榨季居全国第一
    if planned and _USED.search(gap) and not _GAINED.search(gap):
        return "list", "used"  # 发挥129座商务楼宇资源优势
    if found.quantity.unit == "条" and _POLICY.search(gap):
        return "name", "measures"
    measures = found.quantity.unit in ("条", "项") and _MEASURES.match(text, found.end - len(found.quantity.unit))
    if measures and (planned or not _ISSUED.search(gap)):
        return "name", "measures"  # 落实促进民营经济发展壮大29条措施
    return "", ""
