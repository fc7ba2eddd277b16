"""A chart's numbers as CSV: a line for each, with its quotation, in the columns of indicators.csv."""

import csv
from io import StringIO

from baogao.charts.selecting import Selection

COLUMNS = ("chart", "row", "indicator", "name", "kind", "year", "measure", "comparison", "value", "value_max", "unit",
           "amount", "base_unit", "section", "paragraph", "quote")  # fmt: skip


def chart_csv(selection: Selection) -> str:
    """A chart's data: a line for each number in it, with its quotation, whatever the language of the page."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, row in enumerate(selection.rows, 1):
        for i in row.indicators:
            texts = (i.value, i.value_max, i.unit, i.amount, i.base_unit, i.section, i.paragraph, _safe(i.quote))
            writer.writerow((selection.id, number, i.id, _safe(i.name), i.kind, i.year, i.measure, i.op, *texts))
    return out.getvalue()


def _safe(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
