"""The knowledge of the reading as data: lexicon/*.toml → tables, each file read once.

Nothing here knows a report. Words are kept in TOML so that whoever misses one adds a line, not code.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import tomli

from baogao.paths import LEXICON


@cache
def table(name: str) -> dict[str, Any]:
    """lexicon/<name>.toml as it stands."""
    with (LEXICON / f"{name}.toml").open("rb") as file:
        return tomli.load(file)


def words(text: str | Iterable[str]) -> tuple[str, ...]:
    """The words of a list, or of a text with spaces between them."""
    return tuple(text.split() if isinstance(text, str) else text)


def either(choices: Iterable[str]) -> str:
    """A pattern that fits any of the words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(set(choices), key=lambda w: (-len(w), w)))


class Unit(NamedTuple):
    """A unit without its scale: 元 → CNY."""

    base: str
    factor: Decimal
    counted: bool  # a measure word (家, 个, 户): says only what kind of thing is counted


@cache
def units() -> dict[str, Unit]:
    """Every unit word → its base unit."""
    known: dict[str, Unit] = {}
    data = table("units")
    for base, listed in data["counts"].items():
        for word in words(listed):
            known.setdefault(word, Unit(base, Decimal(1), True))
    for group in data["unit"]:
        for word, factor in group["words"].items():
            known[word] = Unit(group["base"], Decimal(str(factor)), False)
    return known


@cache
def unit_words(base_unit: str) -> tuple[str, str]:
    """The English of a base unit, for one and for many; empty where a count has no word."""
    for group in table("units")["unit"]:
        if group["base"] == base_unit:
            return group["en"][0], group["en"][1]
    return "", ""


@cache
def comparisons() -> tuple[dict[str, str], dict[str, str]]:
    """Comparison words before a number, and after its unit → op."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for entry in table("comparisons")["comparison"]:
        before |= dict.fromkeys(entry["before"], entry["op"])
        after |= dict.fromkeys(entry["after"], entry["op"])
    return before, after


@cache
def comparison_words(op: str, language: str) -> str:
    """How a comparison is said: ("gt", "en") → "more than"; empty where there is nothing to say."""
    return next((e[language] for e in table("comparisons")["comparison"] if e["op"] == op), "")
