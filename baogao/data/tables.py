"""The numbers of a report as tables, and tables as CSV that a spreadsheet opens without harm.

In: an Extract, and its ReportFolder where it has one. Out: Tables, and their text. The columns are declared in
lexicon/columns.toml, in both languages.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baogao import lexicon
from baogao.content import ReportFolder
from baogao.language.languages import name_words
from baogao.model import Extract, Indicator

Cell = str | int | bool | None
BOM = "\ufeff"  # without it Excel reads UTF-8 as the system's own encoding
# What a spreadsheet takes for the beginning of a formula, full-width forms too (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a published table: its name, type and titles; `text` where words stand that somebody wrote."""

    name: str
    type: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    values: tuple[str, ...] = ()
    text: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A published table: its name, columns and rows, the cells in the order of the columns."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of the table "indicators" or "pairs"."""
    return tuple(
        Column(
            entry["name"],
            entry["type"],
            {"zh": entry["zh"], "en": entry["en"]},
            {"zh": entry["description_zh"], "en": entry["description_en"]},
            tuple(entry.get("values", ())),
            bool(entry.get("text")),
        )
        for entry in lexicon.table("columns")[table]
    )


def indicators_table(found: Extract, folder: ReportFolder | None = None) -> Table:
    """Every indicator, a row each, in the order of the text."""
    report = found.report
    settings = folder.settings if folder else None
    shared: dict[str, Cell] = {
        "report": folder.slug if folder else Path(report.source.file).stem,
        "place_code": settings.place_code if settings else "",
        "place": (settings.places.get("zh") if settings else "") or report.place_path or report.place,
    }
    glossary = folder.glossary if folder else None
    wanted = columns("indicators")
    rows = []
    for indicator in found.indicators:
        cells = shared | _cells(indicator) | {"name_en": name_words(indicator, "en", glossary)}
        rows.append(tuple(cells[column.name] for column in wanted))
    return Table("indicators", wanted, tuple(rows))


def _cells(indicator: Indicator) -> dict[str, Cell]:
    """An indicator's own cells, by column."""
    low, high = bounds(indicator)
    first, last = indicator.years or (None, None)
    return {
        "id": indicator.id, "section": indicator.section, "paragraph": indicator.paragraph,
        "start": indicator.start, "end": indicator.end, "key": indicator.key, "name": indicator.name,
        "kind": indicator.kind, "measure": indicator.measure, "op": indicator.op, "value": indicator.value,
        "value_max": indicator.value_max, "low": low, "high": high, "unit": indicator.unit,
        "amount": indicator.amount, "base_unit": indicator.base_unit, "year": indicator.year,
        "first_year": first, "last_year": last, "estimate": indicator.estimate, "stretch": indicator.stretch,
        "added": indicator.added, "action": indicator.action, "qualifier": indicator.qualifier,
        "reference": indicator.reference,
        "review": "corrected" if "correction" in indicator.rules else "automatic", "quote": indicator.quote,
    }  # fmt: skip


def bounds(indicator: Indicator) -> tuple[str | None, str | None]:
    """The least and the greatest value that the text allows, None where it sets no bound.

    突破100亿元 is (100, None); 以内 5.5% is (None, 5.5); 下降3%以上 is a fall of 3 % or more: (None, -3).
    """
    value, other = indicator.value, indicator.value_max
    if value is None or indicator.op in ("about", "sync"):
        return None, None
    if indicator.op == "between":
        return value, other
    falls = value.startswith("-")
    if indicator.op in ("ge", "gt"):
        return (None, value) if falls else (value, None)
    if indicator.op in ("le", "lt"):
        return (value, None) if falls else (None, value)
    return value, value


def pairs_table(found: Extract) -> Table:
    """Every pair of result and target, a row for each indicator in it."""
    rows: list[tuple[Cell, ...]] = []
    for number, pair in enumerate(found.pairs, 1):
        rows += [(number, pair.relation, "result", i) for i in pair.result]
        rows += [(number, pair.relation, "target", i) for i in pair.target]
    return Table("pairs", columns("pairs"), tuple(rows))


def to_csv(table: Table) -> str:
    """A table as CSV with a byte-order mark; empty cells where nothing is known, true and false in lower case."""
    sheet = io.StringIO()
    sheet.write(BOM)
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(
        [_printed(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
    )
    return sheet.getvalue()


def _printed(cell: Cell, column: Column) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return spreadsheet_safe(str(cell)) if column.text else str(cell)


def spreadsheet_safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula: =SUM(A1) → '=SUM(A1)."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text[:1] in ("\t", "\r", "\n") else text
