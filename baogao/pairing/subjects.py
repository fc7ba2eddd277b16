"""What two names have in common: a name → its subject, and how alike two subjects are.

The words that are left out or taken as one are data (lexicon/pairing.toml). Names are compared by their pairs of
neighbouring characters, of which those that many names of a report share (企业, 项目) tell little.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from baogao.lexicon import either, table
from baogao.model import Indicator
from baogao.patterns import regex

CLAUSE = 16  # what is read of a clause before its number, where the name alone is too general
REACH = 24  # a name that says only how it is measured belongs to what was named at most so many characters before

_STOPS = ",，。；;:：、"
_STOP = regex("[,，。；;:：、和]")
VAGUE = 0.5  # likeness of two names that both say only 项目, or 产量
_MEASURE = -1  # the row of 营业收入, 增加值, 总投资 …

_LIMIT = 999  # the row of 亿元以上, 10亿元以上
_NARROW = -2  # the rows of 核心产业 and the like, downwards

Marks = frozenset[tuple[int, str]]


class Subject(NamedTuple):
    """What an indicator is about, in the form that is compared."""

    core: str
    grams: frozenset[str]
    marks: Marks = frozenset()  # which of contrasting words it holds: 城镇 (and not 农村), 市级


def rules() -> dict[str, Any]:
    """lexicon/pairing.toml."""
    return table("pairing")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What is taken off: words that stand for others, beginnings, ends, fillers, grades."""
    drop = rules()["drop"]
    return (
        regex(either(rules()["words"])),
        regex(f"^(?:{either(drop['begin'])})"),
        regex(f"(?:{either(drop['end'])})$"),
        regex(either(drop["anywhere"])),
        regex(either(rules()["contrasts"]["rows"][0])),
    )


@cache
def _contrasts() -> tuple[re.Pattern[str], ...]:
    return tuple(regex(either(row)) for row in rules()["contrasts"]["rows"])


@cache
def heads() -> frozenset[str]:
    """Last words that many things end with: 企业, 项目."""
    return frozenset(rules()["generic"]["heads"])


@cache
def _generic() -> frozenset[str]:
    return heads() | frozenset(rules()["generic"]["measures"])


@cache
def _measures() -> re.Pattern[str]:
    return regex(f"(?:{either(set(rules()['generic']['measures']) - heads())})$")


_LIMITED = regex(r"(?:1(?=[亿万千百]))?((?:[\d.]+)?[十百千万亿]*(?:元|美元|人|户|个|平方米|公里)以上)")


@lru_cache(maxsize=8192)
def parse(name: str) -> tuple[str, Marks]:
    """The core of a name and its contrasting words.

    新增市级重点实验室总数 → 重点实验室, 市; 银行、证券等金融机构 → 金融机构.
    """
    words, begin, end, fillers, grades = _patterns()
    text = re.sub(r"[“”\"‘’'《》\s]|[(（][^)）]*[)）]", "", name)
    text = re.sub(r"^.*、.*等(?=..)", "", text)
    text = words.sub(lambda m: str(rules()["words"][m[0]]), text)
    marks = frozenset((n, word.rstrip("级")) for n, row in enumerate(_contrasts()) for word in row.findall(text))
    marks |= {(_NARROW - n, word if word in text else "") for n, word in enumerate(rules()["contrasts"]["narrow"])}
    if "以上" in text:  # 签约10亿元以上项目 and 50亿元以上项目 are not the same
        marks |= {(_LIMIT, limit) for limit in _LIMITED.findall(text)}  # 1亿元 is 亿元
    ungraded = grades.sub("", text)
    text = ungraded if len(ungraded) >= 2 else text
    for pattern in (begin, end) * 4:
        if match := pattern.search(text):
            shorter = text[: match.start()] + text[match.end() :]
            if len(shorter) >= 2 and shorter not in heads():
                text = shorter
    kept = fillers.sub("", text)
    return (kept if len(kept) >= 3 and kept not in _generic() else text), marks


def core_of(name: str) -> str:
    return parse(name)[0]


def subjects_of(indicators: Sequence[Indicator], texts: Mapping[str, str]) -> dict[str, Subject]:
    """The subject of each indicator by id; `texts` are the paragraphs by id, as far as they are known.

    A name that is too general takes in its clause (雨污分流改造92个小区), a bare measure its owner from what was named
    just before it (数字经济企业超2000家,实现营业收入122亿元).
    """
    found: dict[str, Subject] = {}
    before: Indicator | None = None
    owner = ""
    for indicator in sorted(indicators, key=lambda i: (i.paragraph, i.number)):
        core, marks = parse(indicator.name)
        if core in heads():
            core, marks = parse(clause_of(indicator, texts, without_number=True) or indicator.name)
        measure = _measures().search(core)
        if core not in _generic():
            owner = core
        elif before and before.paragraph == indicator.paragraph and indicator.start - before.number[1] <= REACH:
            core = owner + core
        found[indicator.id] = Subject(core, grams(core), marks | {(_MEASURE, measure[0] if measure else "")})
        before = indicator
    return found


def clause_of(indicator: Indicator, texts: Mapping[str, str], without_number: bool = False) -> str:
    """The words around a number up to the next stop: 盘活楼宇资源20万平方米; without a text its quotation."""
    text = texts.get(indicator.paragraph)
    if text is None:
        return "" if without_number else indicator.quote
    start, end = indicator.number
    first = max(0, start - CLAUSE)
    first += max(map(text[first:start].rfind, _STOPS)) + 1
    stop = _STOP.search(text, end, end + CLAUSE)
    last = stop.start() if stop else min(end + CLAUSE, len(text))
    if without_number:
        return text[first:start] + text[end:last]
    return text[min(first, indicator.start) : max(last, indicator.end)]


@lru_cache(maxsize=8192)
def grams(core: str) -> frozenset[str]:
    return frozenset(core[i : i + 2] for i in range(len(core) - 1)) or frozenset((core,))


def contrast(one: Subject, other: Subject, measures: bool = True) -> bool:
    """Whether two subjects hold different words of one row of contrasts, or are different measures of a thing."""
    if one.marks == other.marks:
        return False
    rows = {n for n, _ in one.marks} & {n for n, _ in other.marks} - (set() if measures else {_MEASURE})
    return any({w for n, w in one.marks if n == row}.isdisjoint(w for n, w in other.marks if n == row) for row in rows)


def is_narrower(one: Subject, other: Subject) -> bool:
    """Whether one is a part of the other, though both have one standard key: 数字经济, 数字经济核心产业."""
    return {m for m in one.marks if m[0] <= _NARROW} != {m for m in other.marks if m[0] <= _NARROW}


class Weights:
    """How much each pair of characters tells, in the names of one report."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        cores = {s.core: s.grams for s in subjects}
        counts = Counter(gram for held in cores.values() for gram in held)
        heads = frozenset(rules()["generic"]["heads"])
        self.of = {g: (0.3 if g in heads else 1.0) / (1 + math.log(n)) for g, n in counts.items()}
        self._known: dict[tuple[str, str], float] = {}
        self._whole = {core: sum(map(self.of.__getitem__, held)) for core, held in cores.items()}

    def likeness(self, one: Subject, other: Subject) -> float:
        """From 0 (nothing in common) to 1 (the same name)."""
        if one.core == other.core:
            return 1.0 if one.core not in _generic() else VAGUE if one.core else 0.0
        cores = one.core, other.core
        if cores not in self._known:
            self._known[cores] = self._compare(one, other)
        return self._known[cores]

    def _compare(self, one: Subject, other: Subject) -> float:
        shared = one.grams & other.grams
        if not shared:
            return 0.0
        whole = 2 * sum(map(self.of.__getitem__, shared)) / (self._whole[one.core] + self._whole[other.core])
        short, long = sorted((one, other), key=lambda s: len(s.core))
        if short.core not in _generic() and short.core[-2:] == long.core[-2:] and _inside(short.core, long.core):
            return max(whole, 0.62 + 0.38 * len(short.core) / len(long.core))
        return whole


def _inside(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other, in order: 航运企业 in 航运服务企业."""
    rest = iter(long)
    return all(character in rest for character in short)
