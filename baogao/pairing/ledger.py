"""A ledger over years: what a report planned, beside what the next report of the same place says came of it.

The rule of the verdicts is published in docs/pairs.md. It respects the comparison on both sides: "at least 5%" is
missed at 4.9%, "more than 90" against a target of 100 is open, and a stock and an addition are not judged.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from baogao.lexicon import table
from baogao.model import Extract, Indicator
from baogao.pairing.pairs import find_pairs
from baogao.pairing.unpaired import hopes_beside

TOLERANCE = Decimal("0.05")  # 左右 is met from 95 % of the target: 4.75 where "about 5" was planned
IN_STEP = Decimal("0.5")  # 与经济增长同步: not more than half a point behind the economy
INFINITY = Decimal("Infinity")

MET, MISSED, OPEN, UNLIKE, SILENT = "met", "missed", "open", "not-comparable", "not-reported"

Interval = tuple[Decimal, Decimal]


class Entry(NamedTuple):
    """One target and its outcome; the indicators keep the ids that they have in their own reports."""

    year: int
    target: Indicator
    target_report: str  # the name under which `build` was given it
    outcomes: tuple[Indicator, ...]
    outcome_report: str
    relation: str
    verdict: str  # met, missed, open, not-comparable, not-reported


def build(reports: Mapping[str, Extract]) -> tuple[Entry, ...]:
    """The ledger of all reports (name → extract) that follow each other at one place, by place and year."""
    entries: list[Entry] = []
    by_year = sorted(reports, key=lambda name: (reports[name].report.place, reports[name].report.plan_year or 0, name))
    for then in by_year:
        for now in sorted(reports):
            before, after = reports[then].report, reports[now].report
            follows = before.plan_year is not None and before.plan_year == after.review_year
            if follows and before.place == after.place and before.kind == after.kind:
                entries += _compare(reports, then, now)
    return tuple(entries)


def _compare(reports: Mapping[str, Extract], before: str, after: str) -> list[Entry]:
    """Last year's targets against this year's results."""
    then, now = reports[before], reports[after]
    beside = hopes_beside(then.indicators)
    targets = [i for i in then.indicators if i.kind == "target" and i.id not in beside]
    results = [i for i in now.indicators if i.kind == "result"]
    renamed = [i._replace(id=f"now/{i.id}") for i in results] + [i._replace(id=f"then/{i.id}") for i in targets]
    by_id = {f"now/{i.id}": i for i in results}
    found = {name: pair for pair in find_pairs(renamed) for name in pair.target if len(pair.target) == 1}
    growth = _economy(results)
    entries = []
    for target in targets:
        pair = found.get(f"then/{target.id}")
        outcomes = tuple(by_id[name] for name in pair.result) if pair else ()
        relation = pair.relation if pair else ""
        entries.append(
            Entry(
                then.report.plan_year or 0,
                target,
                before,
                outcomes,
                after,
                relation,
                verdict(target, outcomes, relation, growth),
            )
        )
    return entries


def verdict(target: Indicator, outcomes: Sequence[Indicator], relation: str, economy: Decimal | None = None) -> str:
    """Whether a target was met: wholly inside what was planned, wholly outside, or neither is said."""
    if not outcomes:
        return SILENT
    if relation not in ("same", "sum") or any(o.amount is None for o in outcomes):
        return UNLIKE
    if target.op == "sync" or target.amount is None:
        if economy is None or "经济" not in target.reference:
            return UNLIKE
        planned: Interval = (economy - IN_STEP, INFINITY)
    else:
        planned = _planned(target)
    if relation == "sum":
        total = sum((Decimal(o.amount or 0) for o in outcomes), Decimal(0))
        reached = (total, total)
    else:
        reached = _reached(outcomes[0])
    if planned[0] <= reached[0] and reached[1] <= planned[1]:
        return MET
    outside = reached[1] < planned[0] or planned[1] < reached[0]
    return MISSED if outside and _better(target) else OPEN


def _planned(target: Indicator) -> Interval:
    """The values with which a target is met."""
    value = Decimal(target.amount or 0)
    slack = abs(value) * TOLERANCE if target.op == "about" else Decimal(0)
    upper = _upper(target) if target.op == "between" else value
    better = _better(target)
    return (-INFINITY if better == "lower" else value - slack), (INFINITY if better == "higher" else upper + slack)


def _reached(outcome: Indicator) -> Interval:
    """The values that a result may have, as it is stated."""
    value = Decimal(outcome.amount or 0)
    if outcome.op == "between":
        return value, _upper(outcome)
    if outcome.op in ("ge", "gt"):
        return value, INFINITY
    return (-INFINITY, value) if outcome.op in ("le", "lt") else (value, value)


def _upper(item: Indicator) -> Decimal:
    value, amount = Decimal(item.value or 0), Decimal(item.amount or 0)
    return Decimal(item.value_max or 0) * (amount / value if value else 1)


def _better(target: Indicator) -> str:
    """higher, lower, or "" where neither is: the comparison says it (以上, 以内), else the indicator's nature."""
    falls = (target.value or "").startswith("-")
    if target.op in ("ge", "gt"):
        return "lower" if falls else "higher"  # 下降3%以上: at least as deep a fall
    if target.op in ("le", "lt"):
        return "higher" if falls else "lower"
    known = table("indicators").get(target.key or "")
    return str(known["better"]) if known else "lower" if falls else "higher"


def _economy(results: Sequence[Indicator]) -> Decimal | None:
    """The growth of the economy that the report states."""
    return next((Decimal(i.amount) for i in results if i.key == "gdp" and i.measure == "growth" and i.amount), None)
