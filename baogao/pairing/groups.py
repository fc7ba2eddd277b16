"""Pairs in groups as a person would group them, by rules of the lexicon that serve any report (lexicon/groups.toml)."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from baogao.lexicon import table
from baogao.model import Indicator, Pair
from baogao.patterns import regex


class Group(NamedTuple):
    """Pairs that a reader looks for together."""

    key: str
    titles: Mapping[str, str]  # by language
    pairs: tuple[Pair, ...]


class Rule(NamedTuple):
    """What belongs to a group: standard keys, and words in a name."""

    key: str
    titles: Mapping[str, str]
    keys: frozenset[str]
    words: re.Pattern[str]


@cache
def group_rules() -> tuple[Rule, ...]:
    """The groups in the order of a page; a name goes to the first whose word stands last in it."""
    return tuple(
        Rule(
            key,
            {"zh": rule["zh"], "en": rule["en"]},
            frozenset(rule.get("keys", ())),
            regex("|".join(rule["words"]) or r"(?!)"),
        )
        for key, rule in table("groups").items()
    )


def group_of(indicator: Indicator) -> Rule:
    """The group of an indicator: by its key, else by the first group one of whose words is in its name."""
    rules = group_rules()
    if indicator.key:
        for rule in rules:
            if indicator.key in rule.keys:
                return rule
    return next((rule for rule in rules if rule.words.search(indicator.name)), rules[-1])


def group_pairs(
    pairs: Sequence[Pair], indicators: Sequence[Indicator], changes: Sequence[Mapping[str, Any]] = ()
) -> tuple[Group, ...]:
    """The groups that have pairs, in the lexicon's order; inside a group the pairs keep the order of the report.

    `changes` are the [[groups]] of report.toml: a group's other titles, or a group of one's own, and its pairs.
    """
    by_id = {indicator.id: indicator for indicator in indicators}
    moved = {name: change["key"] for change in changes for name in change.get("targets", ())}
    held: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        key = next((moved[name] for name in pair.target if name in moved), "")
        held[key or group_of(by_id[pair.target[0]]).key].append(pair)
    titles = {rule.key: dict(rule.titles) for rule in group_rules()}
    for change in changes:
        titles.setdefault(change["key"], {}).update({code: change[code] for code in ("zh", "en") if code in change})
    return tuple(Group(key, named, tuple(held[key])) for key, named in titles.items() if key in held)
