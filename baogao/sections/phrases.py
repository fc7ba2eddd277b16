"""lexicon/outline.toml as compiled patterns: the words by which front, headings, annexes and page are known."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from baogao.lexicon import table
from baogao.patterns import regex


class NumberingStyle(NamedTuple):
    """A way of numbering headings, as （一）; `rank` orders the styles, the lowest standing above the others."""

    name: str
    rank: int
    pattern: re.Pattern[str]


class Phrases(NamedTuple):
    """What outline.toml knows. Patterns of whole lines fit a squashed line (tidy.squash) with `fullmatch`."""

    salutation: re.Pattern[str]
    title_end: re.Pattern[str]
    title_goes_on: re.Pattern[str]
    front: re.Pattern[str]
    chrome: re.Pattern[str]
    inside: re.Pattern[str]
    page_turn: re.Pattern[str]
    tail: re.Pattern[str]
    annex: re.Pattern[str]
    lead_in: re.Pattern[str]
    whole_word: re.Pattern[str]
    chapter: re.Pattern[str]
    numbering: tuple[NumberingStyle, ...]


@cache
def phrases() -> Phrases:
    """The patterns of the lexicon, read once."""
    known = table("outline")
    styles = tuple(
        NumberingStyle(entry["style"], entry["rank"], regex(entry["pattern"])) for entry in known["numbering"]
    )
    names = ("salutation", "title_end", "title_goes_on", "front", "chrome", "inside", "page_turn", "tail", "annex",
             "lead_in", "whole_word", "chapter")  # fmt: skip
    return Phrases(**{name: _compiled(known[name]) for name in names}, numbering=styles)


def _compiled(pattern: str | Sequence[str]) -> re.Pattern[str]:
    return regex(pattern if isinstance(pattern, str) else "|".join(f"(?:{p})" for p in pattern))
