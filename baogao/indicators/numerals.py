"""Chinese and Arabic numerals: what is printed in, a plain ASCII decimal out.

`normalise` keeps every offset: each character becomes exactly one character.
"""

import re
from decimal import Decimal

from baogao.patterns import regex

DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
SCALES = {"十": 10, "百": 100, "千": 1000}
MAGNITUDES = {"万": 10**4, "亿": 10**8}
HAN_DIGIT = "零〇一二两三四五六七八九"
HAN_NUMERAL = HAN_DIGIT + "十百千万亿"

_FULL_WIDTH = {0xFF10 + n: str(n) for n in range(10)} | {
    ord("％"): "%", ord("．"): ".", ord("兩"): "两", ord("萬"): "万", ord("億"): "亿", ord("餘"): "余", ord("廿"): "廿",
    ord("—"): "-", ord("–"): "-", ord("－"): "-", ord("−"): "-", ord("─"): "-", ord("‐"): "-", ord("‑"): "-",
    ord("～"): "~", ord("〜"): "~", ord("∼"): "~", ord("∶"): ":", ord("︰"): ":", ord("﹕"): ":", ord("："): ":",
}  # fmt: skip
_WIDE = regex("[" + "".join(map(chr, _FULL_WIDTH)) + "]+")


def normalise(text: str) -> str:
    """Full-width digits, percent and minus signs as ASCII: ８，２６０人 → 8，260人. Same length, same offsets."""
    return _WIDE.sub(_narrow, text)


def _narrow(match: re.Match[str]) -> str:
    return match[0].translate(_FULL_WIDTH)


def arabic(printed: str) -> str:
    """The digits without their separators: "8，260" → "8260", "1,234.5" → "1234.5"."""
    return printed.replace(",", "").replace("，", "")


def han(printed: str) -> int:
    """A numeral in characters: 三千六百 → 3600, 一百二 → 120, 二〇二六 → 2026, 十二万 → 120000, 千 → 1000."""
    if len(printed) > 1 and all(c in DIGITS for c in printed):
        return int("".join(str(DIGITS[c]) for c in printed))
    total = section = 0
    digit: int | None = None
    last = 1  # the scale that stood last: 一百二 means 120
    for c in printed:
        if c in DIGITS:
            digit = DIGITS[c]
            if c in "零〇":
                last = 1
        elif c in SCALES:
            section += (1 if digit is None else digit) * SCALES[c]
            digit, last = None, SCALES[c]
        elif c in MAGNITUDES:
            section += digit or 0
            total = (
                (total + (section or 1)) * MAGNITUDES[c] if MAGNITUDES[c] > 10**4 else total + (section or 1) * 10**4
            )
            section, digit, last = 0, None, MAGNITUDES[c]
    return total + section + (digit or 0) * (last // 10 if digit and last >= 100 else 1)


def plain(value: Decimal) -> str:
    """An exact decimal without exponent or needless zeros: 5718000000, 57.18, -3."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
