"""A declaration and a report's numbers → the rows to draw. Nothing of language here, nothing of looks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache

from baogao.charts.declarations import Choice, Declaration
from baogao.content import ReportFolder
from baogao.model import Indicator, Pair
from baogao.pairing.pairs import Group, group_pairs

RATES = ("growth", "change")
COUNTED = ("firm", "household", "item", "count", "")  # 1.35万户 and 1.2万家 count alike
REST = "other"  # the lexicon's group of what belongs to none
SUM_KINDS = ("level", "count")


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in one row: a result, a target, or both with their relation."""

    result: tuple[Indicator, ...]
    target: tuple[Indicator, ...]
    relation: str = ""

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return (*self.result, *self.target)

    @property
    def main(self) -> Indicator:
        """What names the row: the whole of a sum, the fuller of 单位 and 联盟成员单位, else the result."""
        if self.relation == "sum" and len(self.target) == 1:
            return self.target[0]
        first = self.indicators[0]
        if self.target and len(first.name) <= 3 and first.name in self.target[0].name:
            return self.target[0]
        return first


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows of one chart, and what repeats it: the titles of a group, the heading of a section."""

    declaration: Declaration
    id: str
    rows: tuple[Row, ...]
    titles: Mapping[str, str]  # of the declaration, or of the group
    each: Mapping[str, str]  # what {group} or {section} stands for, by language


def select(declaration: Declaration, folder: ReportFolder) -> list[Selection]:
    """The charts that a declaration makes of a report: one, or one for each group or section."""
    made: list[Selection] = []
    rest: list[Row] = []
    for key, titles, pairs, indicators in _fields(declaration, folder):
        rows = _rows(declaration, folder, pairs, indicators)
        if len(rows) >= declaration.least and not (declaration.rest and key == REST):
            name = f"{declaration.id}-{key}" if key else declaration.id
            made.append(Selection(declaration, name, rows, declaration.titles, titles))
        else:
            rest += rows
    if declaration.rest and rest and declaration.each:
        rows = tuple(rest[: declaration.most])
        made.append(Selection(declaration, f"{declaration.id}-rest", rows, declaration.rest, {}))
    return made


def grouped(folder: ReportFolder) -> tuple[Group, ...]:
    """The pairs of a report in groups, with the changes of its report.toml."""
    return group_pairs(folder.extract.pairs, folder.extract.indicators, folder.groups)


def _fields(
    declaration: Declaration, folder: ReportFolder
) -> Iterator[tuple[str, Mapping[str, str], Sequence[Pair], Sequence[Indicator]]]:  # fmt: skip
    """(key, titles, pairs, indicators) of each group or section, or of the whole report."""
    found = folder.extract
    if declaration.each == "group":
        for group in grouped(folder):
            held = {name for pair in group.pairs for name in (*pair.result, *pair.target)}
            yield group.key, group.titles, group.pairs, [i for i in found.indicators if i.id in held]
    elif declaration.each == "section":
        for page in folder.pages:
            inside = {section.id for section in page.sections}
            indicators = [i for i in found.indicators if i.section in inside]
            ids = {i.id for i in indicators}
            pairs = [pair for pair in found.pairs if ids.intersection((*pair.result, *pair.target))]
            heading = page.section.heading
            yield page.id.replace(".", "-"), {"zh": heading, "en": heading}, pairs, indicators
    elif declaration.choice.groups:
        kept = [pair for group in grouped(folder) if group.key in declaration.choice.groups for pair in group.pairs]
        held = {name for pair in kept for name in (*pair.result, *pair.target)}
        yield "", {}, kept, [i for i in found.indicators if i.id in held]
    else:
        yield "", {}, found.pairs, found.indicators


def _rows(
    declaration: Declaration, folder: ReportFolder, pairs: Sequence[Pair], indicators: Sequence[Indicator]
) -> tuple[Row, ...]:  # fmt: skip
    choice = declaration.choice
    by_id = folder.indicators_by_id
    paired = [
        Row(tuple(by_id[name] for name in pair.result), tuple(by_id[name] for name in pair.target), pair.relation)
        for pair in (pairs if declaration.beside else ())
    ]
    rows = [fitted for row in paired if (fitted := _fit(row, declaration.form)) and _chosen_row(fitted, choice)]
    if declaration.form != "pairs":
        held = {i.id for row in rows for i in row.indicators}
        rows += [
            Row((i,), ()) if i.kind == "result" else Row((), (i,))
            for i in indicators
            if i.id not in held and not i.stretch and fits(i, declaration.form) and _chosen(i, choice)
        ]
    rows = _once(rows)
    return tuple(_sorted(rows, declaration, [i.id for i in folder.extract.indicators])[: declaration.most])


def _fit(row: Row, form: str) -> Row | None:
    """The row as this form can draw it, or None: both sides in one unit, and what a sum needs."""
    if form == "pairs":
        return row if change_of(row) is not None else None
    if not row.result or not row.target:
        return None
    result, target = row.result[0], row.target[0]
    if form == "bars" and row.relation in ("sum", "stock-addition", "level-growth"):
        return row if change_of(row) is not None and fits(result, form) else None
    if row.relation != "same":
        return None
    if fits(result, form) and fits(target, form) and comparable(result, target):
        return replace(row, result=(result,), target=(target,))
    return None


def fits(indicator: Indicator, form: str) -> bool:
    """Whether a form can draw the indicator by itself."""
    if indicator.amount is None:
        return False
    percent = indicator.base_unit == "%"
    if form == "growth":
        return indicator.measure == "growth" and percent
    if form == "shares":
        return indicator.measure in ("share", "level") and percent and 0 <= float(indicator.amount) <= 100
    return indicator.measure in SUM_KINDS and not percent and float(indicator.amount) > 0


def comparable(one: Indicator, other: Indicator) -> bool:
    return one.base_unit == other.base_unit or (one.base_unit in COUNTED and other.base_unit in COUNTED)


def change_of(row: Row) -> float | None:
    """How far the target lies above or below the result, in per cent of it; None where that says nothing.

    技术合同成交总额 100 → 105亿元: 5. An addition is drawn on the stock, a growth rate on its level. Rates of growth
    are compared on an axis of their own (form "growth"), and loose pairs not at all.
    """
    if row.relation == "loose" or not row.result or not row.target:
        return None
    first, goal = row.result[0], row.target[0]
    if row.relation == "level-growth":
        rated = goal.measure == "growth" and goal.base_unit == "%" and goal.amount is not None
        return float(goal.amount or 0) if rated and first.measure in SUM_KINDS else None
    sides = []
    for side in (row.result if row.relation == "sum" else row.result[:1], row.target):
        if any(i.amount is None or i.measure in (*RATES, "rank") for i in side):
            return None
        if any(i.base_unit == "%" for i in side):
            return None  # 失业率 3.2% → 4% is no 25 % more
        sides.append(sum(float(i.amount or 0) for i in side))
    before, after = sides
    if before <= 0 or not all(comparable(first, i) for i in row.indicators):
        return None
    if row.relation == "stock-addition":
        return after / before * 100 if is_addition(row) else None
    return (after / before - 1) * 100


def is_addition(row: Row) -> bool:
    """Whether the target adds to the stock that the result gives (and not the other way round)."""
    return row.relation == "stock-addition" and row.target[0].added and not row.result[0].added


def _chosen_row(row: Row, choice: Choice) -> bool:
    return any(_chosen(i, choice) for i in row.indicators) and not any(_without(i, choice) for i in row.indicators)


def _chosen(indicator: Indicator, choice: Choice) -> bool:
    if indicator.id in choice.ids:
        return True
    return (
        indicator.kind in choice.kinds
        and (choice.added is None or choice.added == indicator.added)
        and (not choice.measures or indicator.measure in choice.measures)
        and (not choice.units or indicator.base_unit in choice.units)
        and (not choice.sections or any(fnmatchcase(indicator.section, pattern) for pattern in choice.sections))
        and (
            not (choice.keys or choice.names or choice.ids)
            or indicator.key in choice.keys
            or _matches(indicator, choice.names)
        )
        and not _without(indicator, choice)
    )


def _matches(indicator: Indicator, patterns: tuple[str, ...]) -> bool:
    return bool(patterns) and _one_of(patterns).search(indicator.name) is not None


@cache
def _one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _without(indicator: Indicator, choice: Choice) -> bool:
    return _matches(indicator, choice.without)


def _once(rows: Sequence[Row]) -> list[Row]:
    """Each number once: some reports state one twice (商贸企业1523家, 商贸类企业1523家).

    What stands beside a target stays, else the first. Numbers of one kind and unit that agree in three digits or more
    are taken for the same.
    """
    seen: set[tuple[str, ...]] = set()
    kept = []
    for row in sorted(rows, key=lambda row: len(row.target) == 0 or len(row.result) == 0):
        signs = {_sign(i) for i in row.indicators}
        if not signs & seen:
            kept.append(row)
        seen |= signs
    return kept


def _sign(indicator: Indicator) -> tuple[str, ...]:
    amount = indicator.amount or ""
    digits = len(re.sub(r"\D", "", amount).strip("0"))
    return (indicator.kind, indicator.measure, amount, indicator.base_unit, "" if digits > 2 else indicator.name)


def _sorted(rows: Sequence[Row], declaration: Declaration, order: Sequence[str]) -> list[Row]:
    place = {name: number for number, name in enumerate(order)}
    text = sorted(rows, key=lambda row: place.get(row.main.id, 0))
    if declaration.sort == "text":
        return text
    if declaration.sort == "names":
        return sorted(text, key=lambda row: _rank(row, declaration.choice))
    if declaration.form == "pairs":
        return sorted(text, key=lambda row: -(change_of(row) or 0))
    return sorted(text, key=lambda row: -max(float(i.amount or 0) for i in row.indicators))


def _rank(row: Row, choice: Choice) -> int:
    """The place of a row in the declaration's own order: its keys, then its names."""
    for number, key in enumerate(choice.keys):
        if any(i.key == key for i in row.indicators):
            return number
    for number, pattern in enumerate(choice.names):
        if any(re.search(pattern, i.name) for i in row.indicators):
            return len(choice.keys) + number
    return len(choice.keys) + len(choice.names)
