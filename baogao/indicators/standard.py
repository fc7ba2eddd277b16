"""The standard key of a name: 规上工业增加值 → industry_va. What is known is data: lexicon/indicators.toml."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from baogao.lexicon import table, words
from baogao.patterns import regex

_QUOTES = str.maketrans("＆", "&", "“”\"'‘’ 　")


class Standard(NamedTuple):
    """A standard indicator of lexicon/indicators.toml."""

    key: str
    zh: str
    en: str
    better: str
    group: str
    flow: bool


@cache
def standards() -> dict[str, Standard]:
    """Every standard indicator by its key."""
    return {
        key: Standard(key, row["zh"], row["en"], row["better"], row["group"], bool(row.get("flow")))
        for key, row in table("indicators").items()
    }


class _Fit(NamedTuple):
    """By what names a standard indicator is known."""

    key: str
    names: re.Pattern[str]
    growth: re.Pattern[str] | None  # further names where the number is a growth rate


@cache
def _fits() -> tuple[tuple[_Fit, ...], tuple[tuple[str, int], ...]]:
    """How each standard indicator is known, and the words of which its names hold one, each with its place."""
    fits, words_of = [], []
    for at, (key, row) in enumerate(table("indicators").items()):
        growth = regex("|".join(row["growth"])) if "growth" in row else None
        fits.append(_Fit(key, regex("|".join(row["names"])), growth))
        words_of += [(word, at) for word in words(row["has"])]
    return tuple(fits), tuple(words_of)


@lru_cache(maxsize=8192)
def key_of(name: str, growth: bool = False) -> str | None:
    """The standard key of a name: 规上工业增加值 → industry_va; 规上工业 only where the number is a growth rate."""
    name = name.translate(_QUOTES)
    fits, has = _fits()
    for at in sorted({at for word, at in has if word in name}):
        fit = fits[at]
        if fit.names.fullmatch(name) or (growth and fit.growth and fit.growth.fullmatch(name)):
            return fit.key
    return None
