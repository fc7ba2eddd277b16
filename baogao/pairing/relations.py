"""How a result and a target compare: the same measure, level against growth, stock against addition, or not at all."""

import re
from functools import cache

from baogao.lexicon import either, table
from baogao.model import Indicator
from baogao.patterns import regex

COUNTED = ("firm", "household", "item", "visit", "")  # 1.35万户 and 1.2万家 count the same thing
PART = 2
APART = 10  # what differs more than so many times is not the same thing counted twice

_TOTAL = regex("总数|总量|总户数|总里程|保有量")


def relation_of(result: Indicator, target: Indicator, standings: tuple[str, str]) -> str | None:
    """The relation of two indicators that measure the same, or None where they cannot stand side by side.

    `standings` says of each side whether it is a stock or a flow.

    None for other units, for a share against a growth in per cent, for a rank against an amount, and for counts that
    are too far apart to be the same.
    """
    if "rank" in (result.measure, target.measure):
        return "same" if result.measure == target.measure else None
    grows = rises(result), rises(target)
    if all(grows):
        alike = result.measure == target.measure or target.value is None
        return "same" if alike and (target.value is None or same_unit(result, target)) else None
    if any(grows):  # a share of its own does not grow by per cent: 恢复至2019年的109% against 增长8%
        return None if result.base_unit == target.base_unit == "%" else "level-growth"
    if target.value is None:
        return "same"
    if not same_unit(result, target):
        return None
    if "stock" in standings and ("flow" in standings or _is_part(result, target, standings)):
        return "stock-addition"
    apart = distance(result, target)
    plain = standings[result.added]  # of the side that is no addition, where one is: 高新技术企业2738家 → 新增500家
    if result.added != target.added and apart > (APART if plain == "flow" else PART):
        return "stock-addition"
    return "same" if apart <= APART else None


def _is_part(result: Indicator, target: Indicator, standings: tuple[str, str]) -> bool:
    """累计达到12家 against 培育2家: no stock is planned to shrink to a fraction, so that much less is an addition."""
    small, large = (target, result) if standings[0] == "stock" else (result, target)
    counted = target.base_unit in COUNTED and target.op not in ("le", "lt")
    return counted and float(small.amount or 0) * PART < float(large.amount or 0)


def rises(indicator: Indicator) -> bool:
    """Whether a number says how something changed (13.1%, 0.3个百分点); 新增农村公路210公里 is an amount by itself."""
    return indicator.measure == "growth" or (indicator.measure == "change" and indicator.base_unit in ("%", "pp", "‰"))


def standing(indicator: Indicator, clause: str) -> str:
    """Whether a number is what there is (stock), what was added in a year (flow), or does not say ("")."""
    stock, flow = _standings()
    before = re.split("[,，;；]", indicator.quote[: max(0, indicator.number[0] - indicator.start)])[-1]
    if _TOTAL.search(before):
        return "stock"  # 新增单位72家,总数达352家
    if indicator.added or indicator.measure == "change":
        return "flow"
    said = clause + indicator.name + indicator.quote
    return "stock" if stock.search(said) else "flow" if flow.search(said) else ""


@cache
def _standings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("pairing")
    return regex(either(words["stock"]["words"])), regex(either(words["flow"]["words"]))


def same_unit(one: Indicator, other: Indicator) -> bool:
    """Whether two numbers can be set against each other; what is counted in 家 may also be counted in 户."""
    return one.base_unit == other.base_unit or (one.base_unit in COUNTED and other.base_unit in COUNTED)


def distance(one: Indicator, other: Indicator) -> float:
    """How many times the larger of two amounts is the smaller; 1 where they are equal or one is nothing."""
    if one.amount is None or other.amount is None:
        return 1
    low, high = sorted((abs(float(one.amount)), abs(float(other.amount))))
    return high / low if low else 1
