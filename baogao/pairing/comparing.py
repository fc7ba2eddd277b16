"""Numbers of a text against those of the report: what a summary or translation says that the report does not.

A number is backed where the same amount stands in the report, in whatever unit: 5.718 billion yuan and 57.18亿元.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from baogao.indicators.numerals import HAN_NUMERAL, han, normalise
from baogao.indicators.quantities import find_quantities
from baogao.language.english import english_numbers
from baogao.model import Indicator, OtherNumber, Quantity
from baogao.patterns import regex

_DIGITS = regex(r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_HAN = regex(f"[{HAN_NUMERAL}]+")
_MEASURED = ("CNY", "USD", "%", "pp", "m2", "m")  # units that a number may not exchange for another
_WORDS = {0: r"\b(?:no|zero|none|without)\b", 1: r"\b(?:one|an?|another|first|single)\b", 10: r"double.digit"}

Amount = tuple[Decimal, str]


def check_numbers(
    indicators: Sequence[Indicator],
    other_numbers: Sequence[OtherNumber],
    text: str,
    language: str,
    source: str = "",
) -> list[str]:
    """The numbers of a text, as printed, that no indicator and no other number of the report backs.

    `source` is the Chinese text itself. With it, numbers inside names (“五大五小”, 二四研发中心) back theirs too;
    without it, small numbers that English spells out ("five major industries") are let pass: most are such names.
    """
    known = set(_of_indicators(indicators)) | {a for other in other_numbers for a in _of_text(other.text)}
    known |= {(Decimal(i.year), "") for i in indicators if i.year}
    known |= {a for i in indicators for a in _of_text(i.quote)} | set(_of_text(source))
    found = english_numbers(text) if language == "en" else find_quantities(text)
    if not source:
        found = [q for q in found if q.unit or any(c.isdigit() for c in q.text) or language == "zh"]
    return [q.text for q in found if not all(_backed(amount, known) for amount in _ends(q))]


def missing_numbers(indicators: Sequence[Indicator], text: str) -> list[str]:
    """The numbers of indicators, as the report prints them, that an English text leaves out."""
    said = {(abs(a), unit) for q in english_numbers(text) for a, unit in _ends(q)}
    words = text.lower()
    left = []
    for indicator in indicators:
        amounts = list(_of_indicators((indicator,)))
        if indicator.value is None or all(_backed(a, said) for a in amounts) or _in_words(amounts[0][0], words):
            continue
        start, end = indicator.number
        left.append(indicator.quote[start - indicator.start : end - indicator.start])
    return left


def _in_words(amount: Decimal, text: str) -> bool:
    """Numbers that English says without a numeral: one, none, double-digit."""
    pattern = _WORDS.get(int(amount)) if amount == int(amount) else None
    return bool(pattern and re.search(pattern, text))


def _of_indicators(indicators: Iterable[Indicator]) -> Iterator[Amount]:
    for indicator in indicators:
        if indicator.value is None or indicator.amount is None:
            continue
        amount, value = Decimal(indicator.amount), Decimal(indicator.value)
        yield abs(amount), indicator.base_unit
        if indicator.value_max is not None:
            factor = amount / value if value else Decimal(1)
            yield abs(Decimal(indicator.value_max) * factor).normalize(), indicator.base_unit


def _of_text(text: str) -> Iterator[Amount]:
    """Every amount that a piece of the report may be said to hold: 十项 is 10, 5000万元 is 50000000 yuan."""
    for quantity in find_quantities(text):
        yield from _ends(quantity)
    for match in _DIGITS.finditer(normalise(text)):
        yield Decimal(re.sub("[,，]", "", match[0])), ""
    yield from ((Decimal(2), "") for _ in range("双" in text))
    for match in _HAN.finditer(text):
        try:
            yield Decimal(han(match[0])), "CNY" if match[0][-1] in "万亿" else ""  # 百亿级企业, 千万元楼宇
            yield from ((Decimal(han(c)), "") for c in match[0])  # 二三级 is 2 and 3
        except (ValueError, InvalidOperation, KeyError):
            continue


def _ends(quantity: Quantity) -> Iterator[Amount]:
    amount = Decimal(quantity.amount)
    yield abs(amount), quantity.base_unit
    if quantity.value_max is not None:
        value = Decimal(quantity.value)
        factor = amount / value if value else Decimal(1)
        yield abs(Decimal(quantity.value_max) * factor).normalize(), quantity.base_unit


def _backed(wanted: Amount, known: Iterable[Amount]) -> bool:
    """The same amount; the same unit too where the text says one that measures (yuan, %, metres)."""
    amount, unit = abs(wanted[0]), wanted[1]
    return any(amount == other and (unit == base or unit not in _MEASURED) for other, base in known)
