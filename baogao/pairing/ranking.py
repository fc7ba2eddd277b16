"""Which of two numbers of one measure is higher, as far as the text says it: a bound proves less than a number.

突破100亿元 and a target of 105亿元以上 are two floors, of which the target's is the higher; 4%以上 and a target of 5%
cannot be ranked at all. The names returned are those of lexicon/remarks.toml.
"""

from decimal import Decimal

from baogao.model import Indicator

EXACT, FLOOR, CEILING, RANGE = "exact", "floor", "ceiling", "range"
_FORMS = {"ge": FLOOR, "gt": FLOOR, "le": CEILING, "lt": CEILING, "between": RANGE}
_OF_EXACT = {  # what a target says beside a result that is a number: lower, the same, higher
    EXACT: ("below", "equal", "above"),
    FLOOR: ("floor-below", "at-least", "above"),
    CEILING: ("below", "at-most", "ceiling-above"),
}
_BOTH = {
    FLOOR: ("floor-lower", "floor-same", "floor-higher"),
    CEILING: ("ceiling-lower", "ceiling-same", "ceiling-higher"),
}
_FALLS = ("fall-larger", "equal", "fall-smaller")


def rank(result: Indicator, target: Indicator) -> str:
    """The remark on a pair that measures the same: above, below, equal, …, or "open" where the text decides nothing."""
    if result.amount is None or target.amount is None:
        return "same"
    before, after = Decimal(result.amount), Decimal(target.amount)
    one, other = _form(result), _form(target)
    place = (after > before) - (after < before) + 1
    if before < 0 or after < 0:
        if before < 0 < after and one == EXACT and other in (EXACT, FLOOR):
            return "above"  # 下降3.4%, then 增长3%以上
        if one != EXACT or other != EXACT:
            return "same"
        return _FALLS[place] if before < 0 and after < 0 else _OF_EXACT[EXACT][place]
    if one == EXACT:
        return _in_range(before, target) if other == RANGE else _OF_EXACT[other][place]
    if one == other and one in _BOTH:
        return _BOTH[one][place]
    if one == FLOOR and other in (EXACT, CEILING) and after < before:
        return "below"
    if one == CEILING and other in (EXACT, FLOOR) and after > before:
        return "above"
    return "open"


def is_exact(indicator: Indicator) -> bool:
    """Whether it is a number, given or about; not a bound or a range."""
    return _form(indicator) == EXACT


def _form(indicator: Indicator) -> str:
    return _FORMS.get(indicator.op, EXACT)


def _in_range(result: Decimal, target: Indicator) -> str:
    value, low = Decimal(target.value or 0), Decimal(target.amount or 0)
    high = Decimal(target.value_max or 0) * (low / value if value else 1)
    return "above" if low > result else "below" if high < result else "within"
