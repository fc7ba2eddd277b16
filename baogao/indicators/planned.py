"""A number that a review gives beside what came of it: the plan, the goal missed, the limit kept within."""

from baogao.indicators.amounts import Found
from baogao.indicators.context import Context
from baogao.indicators.nearby import AIMED
from baogao.indicators.periods import PLAN
from baogao.patterns import regex

NEAR = 60  # characters that a goal missed may stand from the word that says so
_MISSED = regex(r"(?:(?:没有|没能|未能?)(?:达到?|实现|完成)|低于|不及|未及)[^，。；]*$")
_AIM = regex(r"(?:、[^，。；、]{1,12})*的?[^，。；\d]{0,8}(?:目标|预期)")
_COMPARED = regex(
    "(?:完成|实现|超额完成|超过|超出|高于|低于|好于|优于|快于)了?(?:(?:国家|[省市州区县]|上级)(?:下达|确定|核定)?的?)?$"
)
_KEPT_WITHIN = regex(r"[，,](?:有效|成功|稳定|始终|保持|均|也)*(?:控制|保持|稳定)在(?:了)?")
_PLAN_OF_YEAR = regex(r"年度计划(?:总|完成)?投资[^，。；\d]{0,4}$")  # 年度计划投资332亿元，实际完成351.6亿元
_AIMED_AT = regex(
    "(?:年初|年度|全年|控制|预期)(?:预期|计划|控制)?目标(?:为|是|值)?(?:增长)?(?:约|在)?$|(?:年度|全年|年初)计划[为是]约?$|^（?(?:原)?计划(?:增长|完成|为)$"
)
_MEANT = regex("(?:计划|目标)(?:为|是|约|不低于|不少于|不超过|控制在)?$")
_CAME = regex("(?:左右|以上|以内)?[，,、]实际")
# 与年初增长10%的计划目标相差…, 与年初计划新增5户的目标还有差距
_SET_AGAINST = regex("(?:与|比|较|占|未完成|为|离|距)(?:年初|年度|全年)(?:的)?(?:计划|目标|预期|确定)?")
_SET = regex("(?:年初|年度|全年)(?:计划|目标|预期)(?:的|任务|目标)?$")
_GOAL = regex(r"(?:(?:、|和)[\d.]+[%％])*(?:左右|以上|以内)?的?(?:计划|预期|年度|年初)?(?:目标|计划)")
_AS_PLANNED = regex(r"(?:年初|年度|全年|预期)[^，。；（）]{0,6}(?:目标|预期|计划|任务)$|年初预期$")
_BRACKET = regex("（(?:年初|年度|全年)?(?:计划|目标|预期)(?!的|完成)")
_SO_ON = regex("（(?:年初|年度|全年)?(?:计划|目标|预期)[^（）]*下同")


def was_planned(context: Context, number: Found) -> bool:
    """Whether the number is what had been planned for the year under review, not what came of it."""
    if _is_missed(context, number):
        return True
    reviewed = context.setting.mode != PLAN
    if reviewed and (said := _beside(context, number)) is not None:
        return said
    at = context.text.rfind("（", context.sentence, number.start)
    if at < 0 or "）" in context.text[at : number.start]:
        return False
    if reviewed and _AS_PLANNED.search(context.text, context.sentence, at):
        return True  # 未达到年初预期（增长6%）
    # 增长5%（年初计划增长7%，下同）；…增长6%（增长8%）
    return bool(_BRACKET.match(context.text, at)) or bool(_SO_ON.search(context.text, 0, at))


def _is_missed(context: Context, number: Found) -> bool:
    """投资增速没有达到2%左右、7%的预期目标: what was planned, not what came of it."""
    if not _AIM.match(context.text, number.end):
        return False
    return bool(_MISSED.search(context.text, max(context.sentence, number.start - NEAR), number.start))


def _beside(context: Context, number: Found) -> bool | None:
    """What the words right before and after the number say; None where they say nothing of a plan."""
    if _PLAN_OF_YEAR.search(context.gap) or _is_limit(context, number):
        return True
    before = context.text[context.edge : number.core]
    if _COMPARED.search(before) and AIMED.match(context.text, number.end):
        return True  # 完成8.2万人年度目标的111.2%; 低于5.5%左右的控制目标
    clause = before[max(before.rfind(c) for c in "，。；") + 1 :]
    if _AIMED_AT.search(clause):
        return True  # 年初目标8%左右，实际完成7.2%
    if _MEANT.search(clause) and _CAME.match(context.text, number.end):
        return True  # 外资到位额计划165亿元，实际完成171亿元
    if _SET_AGAINST.search(clause):
        return bool(_SET.search(clause) or _GOAL.match(context.text, number.end))  # 占年度计划2500人的104.6%
    return None


def _is_limit(context: Context, number: Found) -> bool:
    """居民消费价格上涨1.9%，控制在3%以内: the limit it was kept within; 控制在5.5%以内 alone is what came of it."""
    before, quantity = context.previous, number.quantity
    if before is None or before.op != "eq" or quantity.op != "le" or before.base_unit != quantity.base_unit:
        return False
    near = before.number[0] >= context.sentence
    return near and bool(_KEPT_WITHIN.fullmatch(context.text, context.edge, number.core))
