"""Numbers as English readers expect them, written and read.

Writing: an amount in base units → "5.718 billion yuan", "13,500", "2 to 3". Reading: a text → its numbers with the same
amounts, so that a translation or a summary can be checked against the report. What one writes the other reads again.
"""

import re
from decimal import Decimal
from functools import cache
from typing import Any

from baogao.lexicon import table, unit_words, units
from baogao.model import Quantity
from baogao.patterns import regex

SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
DECIMALS = 4  # at most so many after the point: 6.7665 trillion, but 1,234.567 billion

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = regex(r"^[十百千]*[万亿]+(?=.)|^[百千](?=.)")  # of a printed unit: 万平方米, 亿元, 千伏 is none
_RANGE = regex(r"\s+(?:to|or)\s+|\s?[–—-]\s?")
# What reads on from the digits is a name (F6-2, 3+1+N, 5G, 15-minute), not an amount.
_NAME_AFTER = regex(r"[+/]\w|[A-Z]|(?:st|nd|rd|th)\b|-(?:in|point)\b")
_NAME = regex(r"-(?:minute|hour|day|week|month|year)$")  # a 15-minute circle, a three-year plan


def wording() -> dict[str, Any]:
    """The English of units and comparisons: lexicon/english.toml."""
    return table("english")


def plain(value: Decimal) -> str:
    """A decimal with its digits grouped: 13500 → "13,500", 57.180 → "57.18"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(value: Decimal) -> str:
    """The largest scale that keeps the number short and exact: 5718000000 → "5.718 billion"."""
    for name, factor in SCALES:
        if abs(value) >= factor:
            short = value / factor
            if short == round(short, DECIMALS):
                return f"{plain(short)} {name}"
    return plain(value)


def amount_words(amount: str, base_unit: str, amount_max: str | None = None, printed: str = "") -> str:
    """An amount with its unit, or a range: "5.718 billion yuan", "4.5% to 5%", "2 to 3", "7.7 kilometres".

    `printed` is the unit as the report prints it, where it has a name of its own in English.
    """
    one, many, factor = _written(base_unit, printed)
    low = Decimal(amount) / factor
    first, last = scaled(low), "" if amount_max is None else scaled(Decimal(amount_max) / factor)
    tail = one if not last and abs(low) == 1 else many
    if tail in ("%", "‰", "°C"):
        return f"{first}{tail} to {last}{tail}" if last else f"{first}{tail}"
    number, _, scale = first.partition(" ")
    if scale and last.endswith(scale):
        first = number  # 1.2 to 1.5 billion yuan
    numbers = f"{first} to {last}" if last else first
    return f"{numbers} {tail}".rstrip()


def _written(base_unit: str, printed: str) -> tuple[str, str, Decimal]:
    """The unit in English, for one and for many, and its factor to the base unit; empty where it only counts things."""
    word = _SCALE.sub("", printed) if printed not in units() else printed
    if word in wording()["written"]:
        one, many = wording()["written"][word]
        return one, many, units()[word].factor
    one, many = wording()["counts"].get(base_unit) or unit_words(base_unit)
    return one, many, Decimal(1)


def english_numbers(text: str) -> list[Quantity]:
    """The numbers of an English text, in order, with their amounts in base units.

    "general public budget revenue reached 5.718 billion yuan, up 13.1%" → 5718000000 CNY, 13.1 %.
    """
    found: list[Quantity] = []
    position = 0
    while match := _one().search(text, position):
        position = match.end()
        if _NAME_AFTER.match(text, match.end()) or _NAME.search(match[0]):
            position = _end_of_word(text, position)
            continue
        second = _other_end(text, match)
        if second:
            position = second.end()
        found.append(_quantity(text, match, second))
    return found


def _other_end(text: str, first: re.Match[str]) -> re.Match[str] | None:
    """The upper end of a range: 4.5% to 5%. Not in "from 143 to 178" nor in "rose 13.1% to 5.718 billion yuan"."""
    to = _RANGE.match(text, first.end())
    second = to and _one().match(text, to.end())
    if not second or _NAME_AFTER.match(text, second.end()) or text[: first.start()].endswith("from "):
        return None
    units = [_units().get((end["unit"] or end["currency"] or "").lower(), ("",))[0] for end in (first, second)]
    return second if units[0] in ("", units[1]) else None


def _end_of_word(text: str, position: int) -> int:
    return position + len(re.match(r"[\w+/-]*", text[position:])[0])  # type: ignore[index]


def _quantity(text: str, match: re.Match[str], second: re.Match[str] | None) -> Quantity:
    """A number, or a range, of which the first end may lack what the second says: 1.2 to 1.5 billion yuan."""
    last = second or match
    unit = match["unit"] or last["unit"] or match["currency"] or last["currency"] or ""
    base, factor = _units().get(unit.lower(), ("", Decimal(1)))
    ends = []
    for end in (match, second):
        if end is not None:
            scale = end["scale"] or (last["scale"] if end is match else None) or ""
            ends.append(_value(end) * wording()["scales"].get(scale.lower(), 1))
    op, start = _comparison(text, match.start(), last.end())
    if second:
        op = "between"
    if _falls(text, start) and ends[0] > 0:
        ends = [-end for end in ends]
    value, value_max = str(ends[0]), str(ends[1]) if second else None
    amount = f"{ends[0] * factor:f}"
    return Quantity(start, last.end(), text[start : last.end()], op, value, value_max, unit, amount, base, "english")


def _value(match: re.Match[str]) -> Decimal:
    word = (match["word"] or "").lower()
    if word:
        return Decimal(str(wording()["numerals"][word]))
    value = Decimal(match["number"].replace(",", ""))
    return -value if match["sign"] else value


def _comparison(text: str, start: int, end: int) -> tuple[str, int]:
    """The comparison that stands before or after a number, and where the whole begins."""
    for op, pattern in _before():
        if match := pattern.search(text, max(0, start - 24), start):
            return op, match.start()
    for op, pattern in _after():
        if pattern.match(text, end):
            return op, start
    return "eq", start


def _falls(text: str, start: int) -> bool:
    """Whether what stands before a number says that it is a fall: down 2.3%, fell by 2.3%, a fall of 2.3%."""
    return bool(_falling().search(text, max(0, start - 24), start))


@cache
def _falling() -> re.Pattern[str]:
    return regex(rf"\b(?:{'|'.join(wording()['words']['falls'])})(?: by)? $", re.IGNORECASE)


@cache
def _one() -> re.Pattern[str]:
    """One number with its currency or unit."""
    units = "|".join(re.escape(u) for u in sorted(_units(), key=len, reverse=True))
    scales = "|".join(sorted(wording()["scales"], key=len, reverse=True))
    words = "|".join(sorted(wording()["numerals"], key=len, reverse=True))
    return regex(
        rf"""(?<![\w.,+/-])(?P<currency>US\$|HK\$|[$€£¥]|RMB\s?|CNY\s?)?(?P<sign>[−-])?
        (?:(?P<number>{_NUMBER})|(?P<word>\b(?:{words})\b(?!-)))
        (?:[\s-]?(?P<scale>{scales})\b)?(?:[\s-]?(?P<unit>{units})(?!\w))?""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _units() -> dict[str, tuple[str, Decimal]]:
    """How a unit may be written in English → its base unit and factor."""
    known: dict[str, tuple[str, Decimal]] = {}
    for base in {unit.base for unit in units().values()}:
        known |= {form.lower(): (base, Decimal(1)) for form in unit_words(base) if form}
    for base, forms in wording()["counts"].items():
        known |= {form: (base, Decimal(1)) for form in forms}
    for printed, forms in wording()["written"].items():
        known |= {form.lower(): (units()[printed].base, units()[printed].factor) for form in forms}
    for base, read in wording()["read"].items():
        known |= {form.lower(): (base, Decimal(str(factor))) for form, factor in read.items()}
    return known


@cache
def _before() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (op, regex(rf"\b(?:{'|'.join(said['before'])}) $", re.IGNORECASE))
        for op, said in wording()["comparisons"].items()
        if "before" in said
    )


@cache
def _after() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (op, regex(rf" (?:{'|'.join(said['after'])})\b"))
        for op, said in wording()["comparisons"].items()
        if "after" in said
    )
