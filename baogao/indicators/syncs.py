"""Targets without a number: 居民收入增长和经济增长同步, 增速高于全国平均水平 → what is measured, and against what."""

from typing import NamedTuple

from baogao.indicators.naming import trim_lead, trim_tail
from baogao.indicators.standard import key_of
from baogao.patterns import regex

_STEP = regex(
    r"(?:与|和|同|跟)(?P<reference>[^，,。；;、\d]{2,16}?)(?:基本|保持|大体|总体|实现)*同步(?:增长|提高|提升)?"
)
_ABOVE = regex(
    r"(?:略|稍|继续|力争|持续|均|明显|适度)?(?:高于|快于|不低于|领先于?|超过|优于|好于|低于|不高于)"
    r"(?P<reference>(?:经济|GDP|地区生产总值|生产总值|全国|全省|全市|全区|城镇|财政|上级|省|市|国家)[^，,。；;、\d]{0,12})(?=[，,。；;、]|$)"
)
STEP_WORDS = regex(f"{_STEP.pattern}|同步")
_REACH = 40  # a name is no longer than that
_MARKS = "，,。；;：:、"
_NOT = regex(r"基础上|条件下|前提")


class Sync(NamedTuple):
    """A name, where it stands, and what it is in step with, above or below."""

    name: str
    key: str
    start: int
    words: int  # where 与经济增长同步 begins
    end: int
    reference: str


def find_syncs(text: str, place: str = "") -> list[Sync]:
    """The standard indicators that a text holds against something else instead of a number."""
    if "同步" not in text and "于" not in text and "超过" not in text and "领先" not in text:
        return []
    found: list[Sync] = []
    for pattern in (_STEP, _ABOVE):
        for match in pattern.finditer(text):
            low = max(0, match.start() - _REACH)
            begin = max(max(text.rfind(mark, low, match.start()) for mark in _MARKS) + 1, low)
            if begin == match.start() or _NOT.match(text, match.end()):
                continue
            tail = trim_tail(text[begin : match.start()])
            lead, _ = trim_lead(text[begin : begin + tail.end], place)
            name = text[begin + lead : begin + tail.end]
            if key := key_of(name, True):
                found.append(Sync(name, key, begin + lead, match.start(), match.end(), match["reference"]))
    return sorted(found, key=lambda s: s.start)
