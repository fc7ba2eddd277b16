"""The numerals of a paragraph that were read as nothing yet: parts of names (五源同治), points (三是), times (一刻钟).

Only words of lexicon/numerals.toml, which are written with a numeral but hold no number (一般, 统一), are left out.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from baogao.indicators.numerals import HAN_NUMERAL
from baogao.lexicon import table, words
from baogao.model import Indicator, OtherNumber
from baogao.patterns import regex

_NUMERAL = regex(rf"[0-9０-９]+(?:[.．][0-9０-９]+)?|[{HAN_NUMERAL}]+")
_ABLE = regex(f"[0-9０-９{HAN_NUMERAL}]")  # what a numeral begins with
_HAN = regex("[^\\W\\da-zA-Z]")
_PLAIN = "的之和与及在等、有为"  # what belongs to no numeral before it


def with_leftover(
    paragraph: str, text: str, indicators: Iterable[Indicator], others: Sequence[OtherNumber]
) -> list[OtherNumber]:
    """The other numbers of a paragraph with those that are still missing, in text order."""
    kept = [o for o in others if not _only_writes(text, o)]
    read = sorted([i.number for i in indicators] + [(o.start, o.end) for o in kept])
    found, at = [], 0
    end = 0
    while able := _ABLE.search(text, end):
        start, end = _NUMERAL.match(text, able.start()).span()  # type: ignore[union-attr]
        while at < len(read) and read[at][1] <= start:
            at += 1
        inside = at < len(read) and read[at][0] <= start
        if not inside and not is_word(text, start, end):
            found.append(_leftover(paragraph, text, start, end))
    return sorted([*kept, *found], key=lambda o: o.start)


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a numeral only helps to write a word that holds no number: the 一 of 统一, the 十 of 红十字."""
    known = _words().get(text[start:end], {})
    return any(text[start - at : start - at + length] in held for (at, length), held in known.items() if at <= start)


def _only_writes(text: str, found: OtherNumber) -> bool:
    """Whether what the grammar of numbers took for one is such a word: 十字 of 红十字, 十分."""
    numeral = _NUMERAL.search(text, found.start, found.end)
    return numeral is not None and is_word(text, *numeral.span())


@cache
def _words() -> dict[str, dict[tuple[int, int], set[str]]]:
    """Each numeral → where it stands in words of which length: 一 → (1, 2): 统一, 唯一."""
    known: dict[str, dict[tuple[int, int], set[str]]] = {}
    for word in words(table("numerals")["none"]):
        for match in _NUMERAL.finditer(word):
            known.setdefault(match[0], {}).setdefault((match.start(), len(word)), set()).add(word)
    return known


def _leftover(paragraph: str, text: str, start: int, end: int) -> OtherNumber:
    """With what it counts: 一刻钟, 五源; 三 where nothing does."""
    for why in ("ordinal", "explanation"):
        for word in words(table("numerals")[why]):
            if text.startswith(word, end):
                return OtherNumber(paragraph, start, end + len(word), text[start : end + len(word)], why)
    if text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")"):
        return OtherNumber(paragraph, start, end, text[start:end], "ordinal")  # （一）
    follows = _HAN.match(text, end)
    stop = end + (follows is not None and follows[0] not in _PLAIN)
    return OtherNumber(paragraph, start, stop, text[start:stop], "name")
