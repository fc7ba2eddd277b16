"""What two names have in common: a name → its subject, and how alike two subjects are.

The words that are left out or taken as one are data (lexicon/pairing.toml). Names are compared by their pairs of
neighbouring characters, of which those that many names of a report share (企业, 项目) tell little.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from baogao.lexicon import table
from baogao.model import Indicator

REACH = 24  # a name that says only how it is measured belongs to what was named at most so many characters before


@dataclass(frozen=True, slots=True)
class Subject:
    """What an indicator is about, in the form that is compared."""

    core: str
    grams: frozenset[str]
    grade: str = ""  # 国家级, 市级 …
    whose: str = ""  # of a bare measure (营业收入): what it is the measure of


def rules() -> dict[str, Any]:
    """lexicon/pairing.toml."""
    return table("pairing")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What is taken off: words that stand for others, beginnings, ends, fillers, grades."""
    drop = rules()["drop"]

    def choice(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    return (
        re.compile(choice(rules()["words"])),
        re.compile(f"^(?:{choice(drop['begin'])})"),
        re.compile(f"(?:{choice(drop['end'])})$"),
        re.compile(choice(drop["anywhere"])),
        re.compile(choice(rules()["levels"]["grades"])),
    )


@lru_cache(maxsize=8192)
def core_of(name: str) -> tuple[str, str]:
    """The core of a name and its grade: 新增市级重点实验室总数 → (重点实验室, 市级); 银行、证券等金融机构 → (金融机构, "")."""
    words, begin, end, fillers, grades = _patterns()
    text = re.sub(r"[“”\"‘’'《》\s]|[(（][^)）]*[)）]", "", name)
    text = re.sub(r"^.*、.*等(?=..)", "", text)
    text = words.sub(lambda m: str(rules()["words"][m[0]]), text)
    grade = ""
    if match := grades.search(text):
        grade = match[0].rstrip("级")
        text = text[: match.start()] + text[match.end() :] if len(text) > len(match[0]) + 1 else text
    generic = _generic()
    for pattern in (begin, end) * 4:
        match = pattern.search(text)
        if match:
            shorter = text[: match.start()] + text[match.end() :]
            if len(shorter) >= 2 and shorter not in generic:
                text = shorter
    kept = fillers.sub("", text)
    return (kept if len(kept) >= 2 and kept not in generic else text), grade


@cache
def _generic() -> frozenset[str]:
    return frozenset(rules()["generic"]["heads"]) | frozenset(rules()["generic"]["measures"])


def subjects_of(indicators: Sequence[Indicator]) -> dict[str, Subject]:
    """The subject of each indicator by id. A bare measure (实现营业收入122亿元) takes its owner from what stands before it."""
    bare = frozenset(rules()["generic"]["measures"])
    found: dict[str, Subject] = {}
    before: Indicator | None = None
    owner = ""
    for indicator in sorted(indicators, key=lambda i: (i.paragraph, i.number)):
        core, grade = core_of(indicator.name)
        near = before is not None and before.paragraph == indicator.paragraph
        near = near and before is not None and indicator.start - before.number[1] <= REACH
        if core not in bare:
            owner = core
            found[indicator.id] = Subject(core, grams(core), grade)
        else:
            whose = owner if near else ""
            found[indicator.id] = Subject(whose + core, grams(whose + core), grade, whose)
        before = indicator
    return found


@lru_cache(maxsize=8192)
def grams(core: str) -> frozenset[str]:
    return frozenset(core[i : i + 2] for i in range(len(core) - 1)) or frozenset((core,))


class Weights:
    """How much each pair of characters tells, in the names of one report."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        cores = {s.core: s.grams for s in subjects}
        counts = Counter(gram for held in cores.values() for gram in held)
        heads = frozenset(rules()["generic"]["heads"])
        self.of = {g: (0.3 if g in heads else 1.0) / (1 + math.log(n)) for g, n in counts.items()}

    def likeness(self, one: Subject, other: Subject) -> float:
        """From 0 (nothing in common) to 1 (the same name)."""
        if one.core == other.core:
            return 1.0
        both = sum(self.of[g] for g in one.grams & other.grams)
        if not both:
            return 0.0
        first, second = (sum(self.of[g] for g in s.grams) for s in (one, other))
        whole = 2 * both / (first + second)
        short, long = sorted((one, other), key=lambda s: len(s.core))
        if short.core not in _generic() and _inside(short.core, long.core):
            return max(whole, 0.62 + 0.38 * len(short.core) / len(long.core))
        return whole


def _inside(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other, in order: 航运企业 in 航运服务企业."""
    rest = iter(long)
    return all(character in rest for character in short)
