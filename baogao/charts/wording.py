"""The words that every chart needs, in the language of the page: lexicon/charts.toml."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import tomli

from baogao.paths import LEXICON


@cache
def words(language: str) -> Mapping[str, Any]:
    """The words of one language, by name."""
    with (LEXICON / "charts.toml").open("rb") as file:
        table: Mapping[str, Any] = tomli.load(file)[language]
    return table
