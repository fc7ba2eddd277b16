"""The six headline indicators of a report: those that `report.toml` names, else the first six by a rule.

The rule: standard keys in the order that plan reports give them, those with both a result and a target first.
"""

from collections.abc import Sequence

from baogao.model import Extract, Indicator

NUMBER = 6
ORDER = (
    "gdp", "budget_revenue", "industry_va", "fai", "retail", "trade", "income", "unemployment", "new_jobs", "fdi",
    "urban_income", "rural_income", "cpi", "tax_revenue", "market_entities", "grain", "high_tech_firms", "pm25",
)  # fmt: skip

Headline = tuple[str, tuple[str, ...], tuple[str, ...]]


def choose_headlines(found: Extract, named: Sequence[str] = ()) -> tuple[Headline, ...]:
    """(key or name, ids of results, ids of targets) of each headline indicator.

    `named` holds standard keys or names as printed; a name that the report does not have is left out (a check says so).
    """
    if named:
        chosen = [(name, _of(found, name)) for name in named]
    else:
        chosen = sorted(
            ((key, _of(found, key)) for key in ORDER),
            key=lambda item: not (_kind(item[1], "result") and _kind(item[1], "target")),
        )
    made = [(name, _kind(items, "result"), _kind(items, "target")) for name, items in chosen]
    return tuple(item for item in made if item[1] or item[2])[:NUMBER]


def _of(found: Extract, name: str) -> list[Indicator]:
    """The indicators of a key or a name in the order of the text; of several statements of one measure, the first."""
    items: list[Indicator] = []
    seen: set[tuple[str, str, int | None]] = set()
    for indicator in found.indicators:
        sign = (indicator.kind, indicator.measure, indicator.year)
        if name in (indicator.key, indicator.name) and sign not in seen and indicator.measure != "rank":
            seen.add(sign)
            items.append(indicator)
    return items


def _kind(items: Sequence[Indicator], kind: str) -> tuple[str, ...]:
    return tuple(i.id for i in items if i.kind == kind)
