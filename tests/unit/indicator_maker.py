"""Indicators made by hand for tests: a sentence's worth of what the reading would give."""

from decimal import Decimal
from typing import Any

from baogao.lexicon import units
from baogao.model import Indicator

SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


def make(name: str, value: str | None, unit: str = "家", **given: Any) -> Indicator:
    """An indicator of a name, a value and a unit as printed; everything else by default or by keyword.

    `at` is its paragraph and place in it: "1.4-p1 3".
    """
    paragraph, _, place = given.pop("at", "1-p1 1").partition(" ")
    kind = given.pop("kind", "result")
    scale = next((s for s in SCALES if unit.startswith(s) and unit not in units()), "")
    base = units()[unit[len(scale) :]] if value is not None else None
    amount = None if value is None or base is None else f"{Decimal(value) * SCALES.get(scale, 1) * base.factor:f}"
    printed = given.pop("printed", f"{value or ''}{unit}")
    quote = given.pop("quote", name + printed)
    start = 40 * int(place or 1)
    number = start + quote.index(printed), start + quote.index(printed) + len(printed)
    fields: dict[str, Any] = {
        "id": f"{paragraph}-n{place}", "key": None, "name": name, "kind": kind, "measure": "level", "op": "eq",
        "value": value, "value_max": None, "unit": unit, "amount": amount, "base_unit": base.base if base else "",
        "year": 2023 if kind == "result" else 2024, "section": paragraph.split("-")[0], "paragraph": paragraph,
        "start": start, "end": start + len(quote), "number": number, "quote": quote,
    }  # fmt: skip
    return Indicator(**(fields | given))


def target(name: str, value: str | None, unit: str = "家", **given: Any) -> Indicator:
    return make(name, value, unit, kind="target", **({"at": "2-p1 1"} | given))
