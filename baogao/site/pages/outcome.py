"""Results and targets: every pair, grouped as a person would group them, and what has no counterpart.

In: a report and its pairs. Out: groups of rows, each with its two sides, what the comparison means, and its two bars.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from baogao.charts import Chart
from baogao.charts.selecting import grouped
from baogao.charts.wording import words as chart_words
from baogao.language import languages
from baogao.model import Indicator, Pair
from baogao.pairing.pairs import Group
from baogao.pairing.unpaired import unpaired
from baogao.site.pages.figures import Figure
from baogao.site.pages.frame import in_language
from baogao.site.pages.sections import Edition

_PICTURE = Markup('<svg class="bg-bars" viewBox="0 0 112 18" width="112" height="18" aria-hidden="true">{}</svg>')
REST = "-rest"  # how the id of such a chart ends (charts/selecting.py)
WIDE = 100  # of the longer bar of a row, in the units of its picture


@dataclass(frozen=True)
class PairRow:
    """A pair as a row: its sides, the relation in a word and what it means in a sentence."""

    id: str
    name: Markup
    results: tuple[Figure, ...]
    targets: tuple[Figure, ...]
    relation: str
    meaning: Markup
    bars: Markup


@dataclass(frozen=True)
class GroupView:
    key: str
    title: Markup
    rows: tuple[PairRow, ...]
    charts: tuple[Chart, ...]
    note: str


@dataclass(frozen=True)
class OutcomeView:
    groups: tuple[GroupView, ...]
    charts: tuple[Chart, ...]  # those of no single group
    last: tuple[Chart, ...]  # what is left of a chart that each group has
    results: int
    targets: int
    pairs: int
    only_results: tuple[Figure, ...]
    only_targets: tuple[Figure, ...]


def outcome_view(edition: Edition) -> OutcomeView:
    folder, found = edition.folder, edition.folder.extract
    groups = grouped(folder)
    charts = [c for c in edition.charts if c.place == "outcome"]
    taken: set[str] = set()
    views = [_group(edition, group, [c for c in charts if _belongs(c, group)], taken) for group in groups]
    left = unpaired(found.pairs, found.indicators)
    paired = {kind: {name for pair in found.pairs for name in getattr(pair, kind)} for kind in ("result", "target")}
    return OutcomeView(
        tuple(views),
        tuple(c for c in charts if c.id not in taken and not c.id.endswith(REST)),
        tuple(c for c in charts if c.id not in taken and c.id.endswith(REST)),
        len(paired["result"]) + len(left.results),
        len(paired["target"]) + len(left.targets),
        len(found.pairs),
        edition.figures.of([i.id for i in left.results]),
        edition.figures.of([i.id for i in left.targets]),
    )


def _belongs(chart: Chart, group: Group) -> bool:
    """Whether a chart's numbers are, more than half of them, those of a group."""
    own = {i for pair in group.pairs for i in (*pair.result, *pair.target)}
    return bool(chart.indicators) and 2 * len(own & set(chart.indicators)) > len(chart.indicators)


def _group(edition: Edition, group: Group, charts: Sequence[Chart], taken: set[str]) -> GroupView:
    rows = tuple(_row(edition, pair) for pair in group.pairs)
    own = tuple(c for c in charts if c.id not in taken)
    taken.update(c.id for c in own)
    title = group.titles.get(edition.language) or group.titles["zh"]
    said = "outcome_count_one" if len(rows) == 1 else "outcome_count"
    note = edition.site.words[edition.language].say(said, n=len(rows))
    return GroupView(group.key, in_language(title, edition.language), rows, own, note)


def _row(edition: Edition, pair: Pair) -> PairRow:
    results, targets = edition.figures.of(pair.result), edition.figures.of(pair.target)
    known = edition.folder.indicators_by_id
    meaning = languages.pair_words(pair, edition.folder.extract.indicators, edition.language)
    # a sum is named after its whole, which is the side that stands alone
    name = results[0].name if len(results) == 1 and len(targets) > 1 else targets[0].name
    if pair.relation == "stock-addition" and known[pair.target[0]].added:
        # beside a stock, 2家 would read as what is left of it
        said = chart_words(edition.language)["addition"]
        targets = tuple(replace(f, value=Markup(said).format(value=f.value)) for f in targets)
    return PairRow(
        pair.target[0],
        name,
        results,
        targets,
        edition.site.words[edition.language]["relation_" + pair.relation.replace("-", "_")],
        in_language(meaning, edition.language),
        bars([known[i] for i in pair.result], [known[i] for i in pair.target], pair.relation),
    )


def bars(results: Sequence[Indicator], targets: Sequence[Indicator], relation: str) -> Markup:
    """Two bars on one scale, result filled and target open, where both sides count the same; else nothing.

    A side that is a bound, not a number ("more than 10 billion"), ends in an arrow that says which way it is open.
    """
    if relation not in ("same", "sum"):
        return Markup()
    if relation == "same":  # a side may also say the same in other words: growth, then level
        results, targets = results[:1], targets[:1]
    ones, others = [_amount(i) for i in results], [_amount(i) for i in targets]
    units = {i.base_unit for i in (*results, *targets)}
    measures = {i.measure for i in (*results, *targets)} & {"growth", "change", "rank"}
    if None in ones or None in others or len(units) != 1 or "rank" in measures:
        return Markup()
    one, other = sum(filter(None, ones), Decimal()), sum(filter(None, others), Decimal())
    longest = max(one, other)
    if longest <= 0 or min(one, other) < 0:
        return Markup()
    made = [_bar("result", 1, one / longest, results[0].op), _bar("target", 10, other / longest, targets[0].op)]
    return _PICTURE.format(Markup().join(made))


def _amount(indicator: Indicator) -> Decimal | None:
    return Decimal(indicator.amount) if indicator.amount is not None and not indicator.value_max else None


def _bar(kind: str, y: int, share: Decimal, op: str) -> Markup:
    """A bar of a share of the full width, and the arrow of its comparison."""
    width = max(1, round(float(share) * WIDE, 1))
    end = width + 3
    arrow = {
        "ge": f"M{end} {y}l4 3.5l-4 3.5", "gt": f"M{end} {y}l4 3.5l-4 3.5",
        "le": f"M{end + 4} {y}l-4 3.5l4 3.5", "lt": f"M{end + 4} {y}l-4 3.5l4 3.5",
        "about": f"M{end} {y + 4.5}q1.5 -3 3 -1t3 -1",
    }.get(op, "")  # fmt: skip
    tail = Markup('<path class="bg-bars__{}-end" d="{}"/>').format(kind, arrow) if arrow else Markup()
    inset = 0.75 if kind == "target" else 0
    bar = Markup('<rect class="bg-bars__{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        kind, inset, y + inset, max(0.5, round(width - 2 * inset, 1)), 7 - 2 * inset
    )
    return bar + tail
