"""A number and its name → the indicator: measure and sign, kind and year, standard key, quotation."""

import re

from baogao.indicators.amounts import Found
from baogao.indicators.context import Context, Name, Work
from baogao.indicators.doing import TO_LEVEL, action_of, is_added, qualifier_of, without_neutral
from baogao.indicators.periods import HORIZON, PLAN, TERM
from baogao.indicators.periods import said_words as _words
from baogao.indicators.planned import was_planned
from baogao.indicators.standard import key_of, standards
from baogao.indicators.syncs import Sync
from baogao.model import Indicator
from baogao.patterns import HAN, regex

QUOTE = 60  # a quotation is no longer than that where the name stands far off
FAR = 2000  # characters of a paragraph, back from a number, that may say of which years it is
REACH = 160  # what stands further back in a sentence does not speak for a number
_AFTER = regex(r"(?:以上|以内|左右)?的?(?:正?增长|增速|涨幅|增幅)")
# 不足耕地总面积的三分之一, 超过全省的八成
_OF_WHOLE = regex(r"(不足|不到|超过?|接近|约|近)[^，。；、\d]{2,14}的$")
_OPS = {"不足": "lt", "不到": "lt", "超过": "gt", "超": "gt", "接近": "about", "约": "about", "近": "about"}
_DROPPED = regex("(?:后移|下降|下滑|后退|退后|回落)[^，。；]{0,4}$")
_TIMES_OF = regex(r"(?:是|为|相当于|达到?)[^，。；、]{0,12}的$")
# Verbs that leave a standard indicator what it is: 实现外贸进出口总额; 发放贷款 is no loan balance.
_KEEPS_KEY = regex(
    r"(?:实现|完成|达到|达|推动|带动|拉动|促进|新增|净增|累计|累计完成|确保|力争|保持|保障|帮助|支持|其中"
    r"|使|让|争取|力求|努力|增加|扩大|巩固|创|落实|提供|预计|推进|稳定|改善|降低|提升|全年|做大|新登记|登记|新注册|注册|新设|新设立|培育|新培育|认定|新认定|拥有|形成|建立|引育)*"
)
_CHANGED = regex(  # 改造提升2.5万亩 is no change
    r"增加|减少|增产|减产|增收|增长|下降|提高|降低|上升|多增|缩短|延长|增$|减$|少"
)
_TOTAL = regex(
    r"累计|新增|新建|建成|完成|引进|培育|改造|实施|发放|投入|年均|净增|减少|增加|实现|共|总计|解决|建设|创建|支持|开工|获批|落地|整治|治理|减排|植树|造林|外送|转移"
)
_ENDED = regex(r"[^，。；、,;\d]{0,16}(?:摘帽|出列|脱贫|退出)")
_YEARLY = regex(r"年均(?!浓度|值|气温|降水)|年平均增长")
_SINCE = regex(
    r"(?:是|为|相当于|达到?)(?:20[12]\d年|“?十[一二三四]五”?末|五年前|5年前)的"  # 是2020年的5.4倍
    r"|(?:比|较|相比|与)(?:20[12]\d年|“?十三五”?|五年前|5年前|2012)"
)
_OF_YEAR = regex(r"((?:19|20)\d\d)年(?!前|以前)")
_SUMMED = regex("累计|合计|新增")  # in five years
_BY = regex(r"到(20\d\d)年")
_PLAN_PERIOD = regex("“?十[三四五]五”?")
# in a plan, too, where it explains a target: 前三年年均增长5.6%
_PAST = regex("(?:前|近|过去)[两二三四五]年(?:年均|累计)|五年年均")
_SAME_YEAR = regex(r"同比|比上年|较上年|去年|当年|全年")


def state(context: Context, number: Found, name: Name, count: int, copy: int) -> Indicator:
    """The indicator that a number with its name is."""
    quantity = number.quantity
    if quantity.op == "eq" and quantity.base_unit in ("%", "times") and (of_whole := _OF_WHOLE.search(context.gap)):
        quantity = quantity._replace(op=_OPS[of_whole[1]])
    if quantity.rule == "none of" and name.text.endswith("率"):  # 贫困发生率降至零
        quantity = quantity._replace(unit="%", base_unit="%")
        number = number._replace(quantity=quantity, counted=False)
    grown = _sign(context, number) != 0 and quantity.base_unit in ("%", "times", "doublings", "‰")
    key = _key(context, number, name.text, grown) if not name.verbs or _KEEPS_KEY.fullmatch(name.verbs) else None
    measure, sign = _measure(context, number, name, key)
    if measure == "change" and quantity.base_unit == "place":
        key, name = None, name._replace(text=_rank_of(name.text))  # what changed is a rank, not the thing
    if measure == "rank" and context.previous and name.rule == "carried":
        key = context.previous.key
    kind, year, years = _kind(context, number, measure, name, key)
    value, value_max, amount = quantity.value, quantity.value_max, quantity.amount
    if sign < 0 and not value.startswith("-"):
        value, value_max, amount = f"-{value}", f"-{value_max}" if value_max else None, f"-{amount}"
    start, end = _quotation(number, name)
    clause = context.text[max(context.sentence, number.end - REACH) : number.end]
    return Indicator(
        id=f"{context.paragraph}-n{count}" + ("" if not copy else "bcd"[copy - 1]),
        key=key, name=name.text, kind=kind, measure=measure, op=quantity.op, value=value, value_max=value_max,
        unit=quantity.unit, amount=amount, base_unit=quantity.base_unit, year=year, section=context.section,
        paragraph=context.paragraph, start=start, end=end, number=(number.start, number.end),
        quote=context.text[start:end], estimate=_said("estimate", clause) or _is_estimated(context, number),
        stretch=kind == "target" and _said("stretch", context.gap),
        years=years, added=is_added(context, number, name), action=action_of(context, number, name, key),
        qualifier=qualifier_of(context), rules=(quantity.rule, name.rule),
    )  # fmt: skip


def state_sync(sync: Sync, count: int, work: Work) -> Indicator:
    """The indicator of a target in words: 居民收入增长和经济增长同步."""
    paragraph, setting, horizon = work.place.paragraph, work.setting, work.setting.mode == HORIZON
    start, words, end = work.start + sync.start, work.start + sync.words, work.start + sync.end
    return Indicator(
        id=f"{paragraph}-s{count}", key=sync.key, name=sync.name, kind="period" if horizon else "target",
        measure="growth", op="sync", value=None, value_max=None, unit="", amount=None, base_unit="",
        year=None if horizon else setting.plan, section=work.place.section, paragraph=paragraph, start=start, end=end,
        number=(words, end), quote=work.text[start:end], years=setting.years if horizon else None,
        reference=sync.reference, rules=("sync",),
    )  # fmt: skip


def _key(context: Context, number: Found, name: str, grown: bool) -> str | None:
    """The standard key of a name; R&D经费支出占比达3.35%: the 占比 that links it to its number belongs to it."""
    key = key_of(name, grown)
    said = context.tail.words.startswith("占比") or "相当于" in context.gap
    if key is None and number.quantity.base_unit == "%" and said:
        key = key_of(f"{name}占比")
    return key or (key_of(name.removesuffix("占比"), grown) if name.endswith("占比") else None)


def _rank_of(name: str) -> str:
    return name if not name or name.endswith(("排名", "位次", "名次")) else f"{name}位次"


def _said(word: str, text: str) -> bool:
    return bool(_words("words", word).search(text))


_ESTIMATED = regex(r"[^。；]{0,10}?(?:预计|预估|初步核算|初步测算)[，,]?(?:全年|当年|全市|全县|全区|可|将)")


def _is_estimated(context: Context, number: Found) -> bool:
    """预计全年实现…；…；…: it speaks for the whole sentence, to the full stop."""
    return bool(_ESTIMATED.match(context.text, context.text.rfind("。", 0, number.start) + 1))


def _sign(context: Context, number: Found) -> int:
    if context.tail.sign:
        return context.tail.sign
    return 1 if _AFTER.match(context.text, number.end) or number.quantity.rule == "doublings" else 0


def _measure(context: Context, number: Found, name: Name, key: str | None) -> tuple[str, int]:
    """Level, growth, change, share, count or rank; and -1 for a fall."""
    unit, sign = number.quantity.base_unit, _sign(context, number)
    if context.tail.better and sign:  # 改善: towards the better side
        sign = 1 if key and standards()[key].better == "higher" else -1
    if number.quantity.rule == "rank":
        return "rank", 1
    if unit == "place":  # 前移2位, 下降3位: the rank changed
        return "change", -1 if _DROPPED.search(context.gap) else 1
    if unit in ("%", "‰", "times", "doublings"):
        if sign:
            return "growth", sign
        if _goes_on(context, name):
            return "growth", 1
        if unit == "times" and _TIMES_OF.search(context.gap):
            return "level", 1  # 是2020年的2.4倍: so many times as much, not so much more
        if unit in ("times", "doublings"):
            return "growth", 1
        return ("share" if re.search(r"占|比重|比例|占比", name.text + context.gap[-8:]) else "level"), 1
    if unit == "pp":
        return "change", sign or 1
    if sign and _CHANGED.search(context.tail.words):
        return "change", sign
    return ("count" if number.counted else "level"), 1


def _goes_on(context: Context, name: Name) -> bool:
    """地区生产总值增长5%以上、力争达到5.5%; 增长3.2%，虽低于年初6.5%左右: the second is a rate of growth too."""
    before = context.previous
    known = before is not None and before.measure == "growth" and before.name == name.text
    return known and name.rule == "carried" and bool(_STRIVING.match(context.gap))


_STRIVING = regex(
    r"[，,、]?(?:并|努力|奋力)?(?:力争|争取|冲刺|努力|奋斗目标)[^占比率重]*$"
    r"|[，,、](?:虽然?|但|仍|略|稍)*(?:低于|高于|未达到?)(?:年初|年度|预期)[^占比率重]*$"
)
_AS_IT_WAS = regex("(?:较|比)(?:上年|去年)$")  # 优良率87.7%，较上年85.2%明显改善
_LAST_YEAR = regex("上一?年度(?![的末])[^。；]*$")
_AT_YEAR = regex(
    rf"(?:^|[，,。；;：:、（(])(?:其中)?(?:到|至|截至|在)?((?:19|20)\d\d)年(?:底|末|初|度|上半年|全年)?(?=[，,]|{HAN})(?!来|以来|起|至)"
)


def _stated_year(context: Context, number: Found) -> int | None:
    """The year that a clause begins with: 2023年上半年,全区实现… The last one before the number."""
    window = context.text[max(context.sentence, number.core - REACH) : number.core]
    found = _AT_YEAR.findall(window) if "年" in window else []
    return int(found[-1]) if found else None


def _kind(
    context: Context, number: Found, measure: str, name: Name, key: str | None
) -> tuple[str, int | None, tuple[int, int] | None]:
    setting, gap = context.setting, context.gap
    if was_planned(context, number):
        return "previous_target", setting.review, None
    if context.baseline:
        return "baseline", _year_before(context), None
    if setting.mode == HORIZON:
        return "period", None, _span(context, number)
    if _AS_IT_WAS.search(gap) or _LAST_YEAR.search(context.text, context.sentence, number.start):
        return "baseline", setting.review - 1 if setting.review and setting.mode != PLAN else setting.review, None
    stated = _stated_year(context, number)
    if setting.mode == PLAN and not _PAST.search(gap) and not _YEARLY.search(gap):
        told = stated is not None and stated == setting.review  # 2023年全市生产总值突破3万亿元, in the plan for 2024
        return ("result", stated, None) if told else ("target", setting.plan, None)
    since = _SINCE.search(gap)
    since = None if "恢复" in gap else since  # 较2019年恢复至109% is of this year
    if _YEARLY.search(gap) or _PAST.search(gap) or (since and str((setting.review or 0) - 1) not in since[0]):
        return "period", None, _span(context, number)
    if stated and setting.review and stated < setting.review:
        return "baseline", stated, None
    if setting.mode == TERM:
        if stated and stated == setting.review:  # 五年开工项目1520个，其中2025年新开工326个
            return "result", stated, None
        if measure == "rank" or (
            context.previous is not None and context.previous.kind == "baseline" and name.rule == "carried"
        ):
            return "result", setting.review, None
        if _SAME_YEAR.search(gap):
            return "result", setting.review, None
        if measure in ("growth", "change"):
            return "period", None, _span(context, number)
        if _SUMMED.search(name.verbs + gap):
            return "period", None, _span(context, number)
        reached = TO_LEVEL.search(context.tail.words + number.quantity.text[: number.core - number.start])
        before = context.text[max(context.edge, name.start - 6) : name.start]
        listed = gap.startswith("、") and gap[:2] != "、总" and not name.text.startswith("总")
        listed = listed and context.previous is not None and context.previous.kind == "period"
        if not reached and (listed or _ENDED.match(context.text, number.end)):
            return "period", None, _span(context, number)  # 改造棚户区41.6万套、农村危房20.9万户; 28个贫困县全部摘帽
        if not reached and (
            without_neutral(name.verbs) or _TOTAL.search(name.verbs + before) or (key and standards()[key].flow)
        ):
            return "period", None, _span(context, number)
    return "result", setting.review, None


def _year_before(context: Context) -> int | None:
    """The year that something came from: 由2020年的…, 由上年的…, 年初; None where the text does not say."""
    review = context.setting.review
    if years := _OF_YEAR.findall(context.gap):
        return int(years[-1])
    if review and ("上年" in context.gap or "去年" in context.gap):
        return review - 1
    return None if context.setting.mode == TERM else review


def _span(context: Context, number: Found) -> tuple[int, int] | None:
    """The years of a period: of 到2027年 up to it, of 五年 five up to the year under review, else the setting's."""
    setting = context.setting
    said = context.text[max(0, number.core - FAR) : number.core]
    if setting.mode == HORIZON and setting.plan and (by := _BY.findall(said)):
        return setting.plan, max(int(by[-1]), setting.plan)
    if setting.mode != HORIZON and setting.review and "五年" in said and not _PLAN_PERIOD.search(said):
        return setting.review - 4, setting.review
    return setting.years


def _quotation(number: Found, name: Name) -> tuple[int, int]:
    """From the name, where it is near, to the number; a name after the number is in it too."""
    start, end = min(number.start, name.start), max(number.end, name.end)
    return (start, end) if name.text and end - start <= QUOTE else (number.start, number.end)
