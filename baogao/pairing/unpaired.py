"""What has no counterpart: the results and targets that no pair holds, each said once."""

from collections.abc import Sequence
from typing import NamedTuple

from baogao.model import Indicator, Pair
from baogao.pairing.subjects import core_of


class Unpaired(NamedTuple):
    """What has no counterpart."""

    results: tuple[Indicator, ...]
    targets: tuple[Indicator, ...]


def unpaired(pairs: Sequence[Pair], indicators: Sequence[Indicator]) -> Unpaired:
    """The results and targets that no pair holds, in the order of the text; not those that only repeat one that is,
    or that give the growth of one."""
    held = {name for pair in pairs for name in (*pair.result, *pair.target)}
    said = {_statement(i) for i in indicators if i.id in held}
    things = {(i.kind, i.section, i.key or core_of(i.name)) for i in indicators if i.id in held}
    left = [
        i
        for i in indicators
        if i.id not in held
        and _statement(i) not in said
        # 京冀企业259家，增长80%: the growth of what is paired has no need of a counterpart of its own
        and not (i.measure in ("growth", "change") and (i.kind, i.section, i.key or core_of(i.name)) in things)
    ]
    beside = hopes_beside(indicators)
    return Unpaired(
        tuple(i for i in left if i.kind == "result"),
        tuple(i for i in left if i.kind == "target" and i.id not in beside),
    )


def hopes_beside(indicators: Sequence[Indicator]) -> frozenset[str]:
    """The ids of hopes (力争6%) that stand beside a target of the same thing (增长5.5%); a hope alone is a target."""
    main = {_thing(i) for i in indicators if i.kind == "target" and not i.stretch}
    return frozenset(i.id for i in indicators if i.stretch and _thing(i) in main)


def _thing(indicator: Indicator) -> tuple[str, bool, str]:
    """What it is about; names that many things share (完成投资) mean one thing only within a paragraph."""
    where = "" if indicator.key else indicator.paragraph
    return indicator.key or core_of(indicator.name), indicator.measure == "growth", where


def _statement(indicator: Indicator) -> tuple[str | None, ...]:
    """What an indicator says, wherever it says it."""
    name = indicator.key or core_of(indicator.name)
    return indicator.kind, name, indicator.measure, indicator.value, indicator.unit
