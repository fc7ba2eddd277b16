"""The number in front of a heading: "（二）扎实推动…" → style "paren", ordinal 2, and the words that follow."""

from typing import NamedTuple
from unicodedata import numeric

from baogao.report.tidy import narrow
from baogao.sections.phrases import phrases

_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {c: n for n, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_SIGNS = frozenset(map(chr, (*range(0x2460, 0x249C), *range(0x3220, 0x322A))))  # ① ⑴ ⒈ ㈠
# What a numbering can begin with: most lines are told from it by one look.
_OPENINGS = _SIGNS | frozenset("第(（〔一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾0123456789０１２３４５６７８９")


class Number(NamedTuple):
    """The number of a heading or list item; `rest` is what follows it, tidied as the line is."""

    style: str
    rank: int
    ordinal: int
    rest: str


def han_number(text: str) -> int:
    """一 → 1, 十 → 10, 二十三 → 23, 一百零二 → 102; digits as they are."""
    if text.isascii() and text.isdigit():
        return int(text)
    total = current = 0
    for character in text:
        if character in "十拾":
            total, current = total + (current or 1) * 10, 0
        elif character in "百佰":
            total, current = total + (current or 1) * 100, 0
        else:
            current = _DIGITS.get(character, 0)
    return total + current


def read_number(text: str) -> Number | None:
    """The numbering that a line begins with, or None. "一般公共预算…" and "2025年…" have none."""
    if not text or text[0] not in _OPENINGS:
        return None
    head = narrow(text[:16])
    for style in phrases().numbering:
        if found := style.pattern.match(head):
            return Number(style.name, style.rank, _ordinal(found[found.lastindex or 1]), text[found.end() :])
    return None


def _ordinal(number: str) -> int:
    """三 → 3, 12 → 12, ③ → 3, ㈢ → 3."""
    return int(numeric(number)) if number[0] in _SIGNS else han_number(number)
