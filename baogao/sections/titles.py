"""A report's title: the line in which it ends, and the lines over which it was broken."""

import re
from collections.abc import Sequence

from baogao.patterns import regex
from baogao.sections.phrases import phrases

_LINES = 4  # of a title
_LONGEST = 120  # characters of one
_OPENING = 8  # … of its first line, which is no button: 关于我们
_OPEN = ("(", "（", "、", "的", "与", "和", "及", "暨")
_MEETING = regex("(会议|大会)上")
_OFFICE = regex(".{3,20}(?:局|厅|委员会|办公室)")  # above 2022年工作总结和2023年工作计划, which names none
_OF_YEAR = regex(r"\d{4}年度?(?:工作)?(?:总结|计划|要点|工作情况)")
_WHOLE = regex("[。！？；!?;:：]|(会|会议)上")  # what no line of a title holds


def is_title(key: str) -> bool:
    """Whether a squashed line is the title of a report, or ends one; not …会议上的报告, the delivery line."""
    if is_delivery(key):
        return False
    return 4 <= len(key) <= _LONGEST and bool(
        re.fullmatch(f".{{0,100}}?{phrases().title_end.pattern}", key.strip("《》()*#"))
    )


def is_delivery(key: str) -> bool:
    """Whether a squashed line says at which meeting the report was given."""
    return bool(_MEETING.search(key))


def title_start(keys: Sequence[str], last: int) -> int:
    """The line in which the title begins that ends in line `last`: 关于…发展 / 计划执行情况与…计划 / 草案的报告."""
    start, length, count = last, len(keys[last]), 1
    for index in range(last - 1, -1, -1):
        key = keys[index]
        if not key:
            continue
        length, count = length + len(key), count + 1
        if _WHOLE.search(key) or length > _LONGEST or count > _LINES or keys[start].startswith("关于"):
            break
        opens = key.startswith("关于") and len(key) >= _OPENING and not key.endswith("报告")
        opens = opens or bool(_OFFICE.fullmatch(key) and _OF_YEAR.match(keys[start]))
        if not (opens or key.endswith(_OPEN) or phrases().title_goes_on.match(keys[start])):
            break
        start = index
    return start
