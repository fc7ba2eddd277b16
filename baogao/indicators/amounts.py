"""What is printed as a number → an amount: value, unit, comparison, and whether it is one at all.

Both digits (quantities.py) and characters (characters.py) end here.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from baogao.indicators.numerals import plain
from baogao.lexicon import comparisons, either, units
from baogao.model import Quantity
from baogao.patterns import regex

SCALES = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
    "十万亿": 13, "百万亿": 14, "千万亿": 15,
}  # fmt: skip
SCALE = f"(?:{either(SCALES)})(?![瓦米克伏卡帕分])"  # 5千瓦, 3千米: the scale belongs to the unit
_LONGEST = 6  # of a word that compares
LOOK_BACK = 8  # the longest comparison before a number, or the context of an ordinal
_RANK_BEFORE = regex(
    r"(?:居|列|排|名次|位|升至|升到|跃|进入|获|占据|保持|晋|为|夺|冲|跻身|蝉联|稳)[^，。；、]{0,12}$"
    r"|(?:全国|全省|全市|全区|全疆|中部|西部|东部|东北|地区|省份|城市|同类|世界|全球|自治区|地级市|县市区|省会)$"
    r"|\d[个家][^，。；、\d]{1,6}(?:[（(][^（）()]{1,8}[)）])?中?$"  # 列全市11个县（市、区）第1位
)
# Characters that make another word of a comparison: 签约, 侦破, 通过, 网上.
_NOT_COMPARED = {
    "约": tuple("签节预履合制公条协集简续违特"), "破": tuple("侦打攻爆查"), "过": tuple("通经"), "近": tuple("附最邻"),
    "上": tuple("网线规限以之早晚马"), "低于": ("不",),
}  # fmt: skip
_MOVED = regex(r"(?:前移|前进|上升|提升|跃升|晋升|下降|后移|提高|攀升|进位|上移|升了?)$")
_UNITLESS = regex(
    r"(?:指数|系数|得分|评分|比值|满意度|总分|收入比|之比|倍差)(?:平均)?"
    r"(?:由(?:上年|去年|20\d\d年)?的?[\d.]+(?::1)?)?(?:达到|达|为|是|[升降]至|提升至|[提降]高到|提高至|增至"
    r"|(?:缩小|下降|降低|控制)[到至在]|降到|由(?:上年|去年|20\d\d年)?的?|在)?$"
)
_SPAN_OF_YEARS = regex(r"(?:年限|寿命|期限|年龄)[^，。；、]{0,6}$")
_YEAR_UNITS = frozenset(["年", "周年", "年期"])
_WITHIN_WORD = regex("内[^，。；、）]")
_BRACKETS = ("（", "(", "/")  # what counts beside the unit: 辆（台）, 元/人
_SCALE_BEGINS = frozenset("余多几百千万亿十")
_SCALED = regex(rf"([余多几])?({SCALE})?([余多])?")
_BESIDE = regex(
    r"[（(](?:台|套|间|处|个|辆|项|件|人|户|次|家|条|所|座)[）)]|/(?:台|套|间|处|个|辆|项|件|人|年)(?![^\W\d_])"
)


class Found(NamedTuple):
    """A number of a text. `why` is empty for an amount, else why it is none (OtherNumber.why)."""

    quantity: Quantity
    core: int  # where the digits begin, after the comparison
    why: str = ""
    han: bool = False  # written in characters
    counted: bool = False  # its unit is a measure word, or it has none

    @property
    def start(self) -> int:
        return self.quantity.start

    @property
    def end(self) -> int:
        return self.quantity.end


class Printed(NamedTuple):
    """A number as it is printed: its digits, scale and unit, before the words around it are looked at."""

    start: int
    end: int
    values: tuple[str, ...]  # two of a range
    scale: str = ""
    unit: str = ""
    more: bool = False  # 余, 多
    rule: str = "number"
    han: bool = False


class Measure(NamedTuple):
    """What stands after the digits of a number: 余亿元, 万平方米, 多万辆（台）, 元/人."""

    end: int
    scale: str
    unit: str
    more: bool  # 余, 多


def measure(norm: str, at: int) -> Measure:
    """Scale and unit of the digits that end at `at`; both may be empty."""
    end, scale, more = at, "", False
    if norm[at : at + 1] in _SCALE_BEGINS and (match := _SCALED.match(norm, at)):
        end, scale, more = match.end(), match[2] or "", bool(match[1] or match[3])
    unit = _unit(norm, end)
    return Measure(end + len(unit), scale, unit, more)


def _unit(norm: str, at: int) -> str:
    """The longest unit that a text goes on with, with what counts beside it."""
    known = units()
    for length in range(_longest_unit(norm[at : at + 1]), 0, -1):
        if (word := norm[at : at + length]) in known:
            end = at + len(word)
            beside = _BESIDE.match(norm, end) if norm[end : end + 1] in _BRACKETS else None
            return word + beside[0] if beside else word
    return ""


@cache
def _longest_unit(first: str) -> int:
    return max((len(word) for word in units() if word.startswith(first)), default=0) if first else 0


@cache
def _sides() -> tuple[dict[str, str], re.Pattern[str]]:
    before, after = comparisons()
    return before, regex(either(after))


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for word in comparisons()[0])


def finish(text: str, norm: str, printed: Printed) -> Found:
    """Put number, unit and the comparison around them together; say what is no amount."""
    at, end, unit, scale = printed.start, printed.end, printed.unit, printed.scale
    before = norm[max(0, at - LOOK_BACK) : at]
    if before.endswith("第"):
        return _ordinal(text, norm, printed)
    known = units().get(unit) or (units().get(re.split("[（(/]", unit)[0]) if unit else None)
    op, start, end = _compared(norm, before, printed)
    values = printed.values
    if _negative(text, norm, start):
        start, values = start - 1, tuple(f"-{v}" for v in values)
    base, rule = known.base if known else "", printed.rule
    if unit == "位" and _MOVED.search(before):
        base = "place"
    elif is_among_first(norm, at, end, unit):
        op, base, unit, start, rule = "le", "place", "位", at - 1, "rank"
    elif unit == "位":
        base = "person"
    factor = known.factor if known else Decimal(1)
    amount = _amount(values[0], scale, factor)
    why = ""
    if not unit and not scale:
        why = "" if rule == "rank" or is_unitless(norm, at) else "name"
    elif unit == "号":
        why = "document" if before.endswith(("〕", "]", "］")) else "name"  # 〔2023〕5号, 地铁4号线
    elif (unit in _YEAR_UNITS or base == "year") and unit != "岁":
        why = "" if _SPAN_OF_YEARS.search(norm[max(0, at - 14) : at]) else "explanation"
    value_max = values[1] if len(values) > 1 else None
    quantity = Quantity(start, end, text[start:end], op, values[0], value_max, scale + unit, amount, base, rule)
    counted = known.counted if known else bool(unit or scale)
    return Found(quantity, at, why, printed.han, counted or unit == "位")


def is_among_first(norm: str, at: int, end: int, unit: str) -> bool:
    """居全省前10位, 进入全国前40名, 均居全市前三: one of the first so many; 前三季度 and 前10名企业 are not."""
    if norm[at - 1 : at] != "前":
        return False
    ends = (
        unit == "位" or not norm[end : end + 1] or norm[end] in "，。；、,;:）)！列行" or norm.startswith("以内", end)
    )
    ranked = unit == "位" or (unit in ("名", "") and _RANK_BEFORE.search(norm, max(0, at - 15), at - 1))
    return bool(ends and ranked)


def is_unitless(norm: str, at: int) -> bool:
    """Whether what stands before a number is measured without a unit: 城乡居民收入比由2.16缩小到1.92."""
    return bool(_UNITLESS.search(norm, max(0, at - 24), at))


@lru_cache(maxsize=4096)
def _amount(value: str, scale: str, factor: Decimal) -> str:
    """57.18, 亿, 1 → 5718000000."""
    if not scale and factor == 1:
        return plain(Decimal(value))
    return plain(Decimal(value).scaleb(SCALES.get(scale, 0)) * factor)


def _compared(norm: str, before: str, printed: Printed) -> tuple[str, int, int]:
    """The comparison around a number, and where the whole begins and ends. What stands after the unit decides."""
    first, last = _sides()
    op, start, end = "eq", printed.start, printed.end
    if before[-1:] in _last_characters() and (
        word := next((w for n in range(_LONGEST, 0, -1) if (w := before[-n:]) in first), "")
    ):
        loose = word == "上" and (printed.unit in ("年", "月") or not (printed.han or printed.scale))
        loose = loose or (word == "过" and not (printed.scale or printed.han))
        if not loose and not before.removesuffix(word).endswith(_NOT_COMPARED.get(word, ("\0",))):
            op, start = first[word], start - len(word)
    if printed.more:
        op = "gt"
    if len(printed.values) > 1:
        op = "between"
    if (hit := last.match(norm, end)) and not (hit[0] == "内" and _WITHIN_WORD.match(norm, end)):
        op = op if op == "between" else comparisons()[1][hit[0]]
        end = hit.end()
    return op, start, end


def _negative(text: str, norm: str, start: int) -> bool:
    """A minus sign, as in 增速为−2.3%; the dash of F6—2 or 2021-2025 is none."""
    if not start or text[start - 1] not in "-−－":
        return False
    before = norm[start - 2 : start - 1] if start > 1 else ""
    return not (before.isdigit() or (before.isascii() and before.isalpha()) or before in ("%", "-"))


def _ordinal(text: str, norm: str, printed: Printed) -> Found:
    """第3位 and 居全国第5 are a rank; 第五次, 第三届 and 第一产业 are ordinals."""
    start, end, value = printed.start - 1, printed.end, printed.values[0]
    ends = printed.unit or not norm[end : end + 1] or norm[end] in "，。；、,;:）)！和"
    lead = norm[max(0, start - 14) : start]
    rank = printed.unit in ("位", "名", "") and ends and _RANK_BEFORE.search(lead)
    quantity = Quantity(start, end, text[start:end], "eq", value, None, "位", value, "place", "rank")
    return Found(quantity, printed.start, "" if rank else "ordinal", printed.han)


def other(text: str, start: int, end: int, why: str, by_han: bool = False) -> Found:
    """A number that is no amount."""
    return Found(Quantity(start, end, text[start:end], "eq", "0", None, "", "0", "", why), start, why, by_han)
