"""Published tables: what a spreadsheet, a program and a careful reader need of them."""

import csv
import io

import pytest
from made_report import INDICATORS, TEXT, made_report

from baogao.data.files import extract_csv, indicators_csv
from baogao.data.tables import BOM, bounds, columns, indicators_table, pairs_table, spreadsheet_safe, to_csv


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def test_table_begins_with_one_byte_order_mark_and_its_columns() -> None:
    text = indicators_csv(made_report())
    assert text.startswith(BOM + "id,report,place_code,place,section,")
    assert text.count(BOM) == 1
    assert "\r" not in text


def test_every_indicator_has_a_row_with_its_exact_quotation() -> None:
    rows = records(indicators_csv(made_report()))
    assert [row["id"] for row in rows] == [i.id for i in INDICATORS]
    for row in rows:
        assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]


def test_formulas_are_made_safe_in_names_but_numbers_and_quotations_are_untouched() -> None:
    rows = {row["id"]: row for row in records(indicators_csv(made_report()))}
    assert rows["1.1-p1-n5"]["name"] == "'=SUM(A1)"
    assert rows["1.1-p1-n5"]["quote"] == "=SUM(A1)达到3家"
    assert rows["1.1-p1-n3"]["value"] == "-3"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM", "＝1", "＋1", "－1", "＠x", "\t=1", "\r=1", " =1", "\n=1"]
)
def test_text_that_a_spreadsheet_would_calculate_gets_an_apostrophe(text: str) -> None:
    assert spreadsheet_safe(text) == "'" + text


@pytest.mark.parametrize("text", ["", "企业", "5.5%以内", "A=1", "一般公共预算收入"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert spreadsheet_safe(text) == text


@pytest.mark.parametrize(
    ("value", "top", "op", "expected"),
    [
        ("57.18", None, "eq", ("57.18", "57.18")),
        ("100", None, "gt", ("100", None)),
        ("105", None, "ge", ("105", None)),
        ("5.5", None, "le", (None, "5.5")),
        ("5.5", None, "lt", (None, "5.5")),
        ("4.5", "5", "between", ("4.5", "5")),
        ("5", None, "about", (None, None)),
        (None, None, "sync", (None, None)),
        ("-3", None, "ge", (None, "-3")),  # 下降3%以上: the fall is at least 3
        ("-3", None, "le", ("-3", None)),
    ],
)
def test_bounds_say_what_the_comparison_allows(
    value: str | None, top: str | None, op: str, expected: tuple[str | None, str | None]
) -> None:

    assert bounds(INDICATORS[0]._replace(value=value, value_max=top, op=op)) == expected


def test_a_corrected_number_says_so() -> None:
    review = {row["id"]: row["review"] for row in records(indicators_csv(made_report()))}
    assert review["1.1-p1-n4"] == "corrected"
    assert review["1.1-p1-n1"] == "automatic"


def test_pairs_have_a_row_for_each_indicator_on_either_side() -> None:
    assert pairs_table(made_report().extract).rows == (
        (1, "sum", "result", "1.1-p1-n1"),
        (1, "sum", "result", "1.1-p1-n4"),
        (1, "sum", "target", "1.1-p1-n5"),
    )


def test_an_extract_without_a_folder_has_the_same_columns() -> None:
    found = made_report().extract
    row = records(extract_csv(found))[0]
    assert row["report"] == "made"
    assert row["place"] == "天津市河西区"
    assert list(row) == [c.name for c in columns("indicators")]


def test_cells_with_commas_quotation_marks_and_line_breaks_survive() -> None:

    found = made_report().extract
    odd = found.indicators[0]._replace(qualifier='其中,"甲"\n乙')
    text = to_csv(indicators_table(found._replace(indicators=(odd,))))
    assert records(text)[0]["qualifier"] == '其中,"甲"\n乙'


def test_every_column_is_titled_and_described_in_both_languages() -> None:
    for table in ("indicators", "pairs"):
        for column in columns(table):
            for texts in (column.titles, column.descriptions):
                assert all(texts[language].strip() for language in ("zh", "en")), column.name
            assert column.type in ("string", "integer", "decimal", "boolean")


def test_docs_name_every_column() -> None:
    from pathlib import Path

    text = (Path(__file__).resolve().parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    for table in ("indicators", "pairs"):
        for column in columns(table):
            assert f"`{column.name}`" in text, column.name
