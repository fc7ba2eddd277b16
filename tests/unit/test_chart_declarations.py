"""A chart declaration is read whole, or refused with the file and a remedy."""

from pathlib import Path

import pytest

from baogao.charts import check_charts
from baogao.charts.declarations import read_declarations
from baogao.errors import ChartError
from baogao.paths import shipped
from tests.unit.chart_maker import declare, report_folder
from tests.unit.indicator_maker import make

ROOT = Path(__file__).resolve().parents[2]


def test_declaration_keeps_what_it_says(tmp_path: Path) -> None:
    made = declare(tmp_path, "bars", 'least = 2\nsections = ["1.4"]\n[select]\nnames = ["企业$"]\nadded = true')
    assert (made.id, made.form, made.least, made.sections, made.own) == ("made", "bars", 2, ("1.4",), True)
    assert made.choice.names == ("企业$",) and made.choice.added is True and made.choice.kinds == ("result", "target")


@pytest.mark.parametrize(
    ("more", "says", "remedy"),
    [
        ("ordr = 3", "unknown field: ordr", "did you mean order?"),
        ("[select]\nnmaes = []", "unknown field of [select]: nmaes", "did you mean names?"),
        ('[select]\nnames = "企业"', "select.names must be a list", 'names = ["…"]'),
        ('[select]\nnames = ["("]', "not a valid pattern: (", ""),
        ('place = "front"', "place is 'front'", "overview, outcome, section"),
        ('order = "first"', "order must be of type int", ""),
        ("least = true", "least must be of type int", ""),
        ('note = {zh = "注"}', "note is needed in both languages", "en ="),
        ('note = {zh = "{value}", en = ""}', "unknown placeholder {value}", "{review}"),
        ('[names]\n"企业" = {zh = "企业"}', "企业 is needed in both languages", "en ="),
        ("= 3", "not valid TOML", "docs/charts.md"),
    ],
)
def test_mistake_names_file_and_remedy(tmp_path: Path, more: str, says: str, remedy: str) -> None:
    with pytest.raises(ChartError) as caught:
        declare(tmp_path, "bars", more)
    assert says in caught.value.message
    assert remedy in caught.value.hint
    assert str(caught.value.path).endswith("made.toml")


def test_unknown_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChartError, match=r"form is 'pie'.*pairs, growth, bars, shares"):
        declare(tmp_path, "pie")


def test_file_name_must_be_an_id(tmp_path: Path) -> None:
    with pytest.raises(ChartError, match="file name is its id"):
        declare(tmp_path, "bars", name="My Chart")


def test_every_shipped_declaration_is_valid() -> None:
    general = read_declarations(shipped("charts"))
    own = read_declarations(ROOT / "content" / "hexi-2024" / "charts", own=True)
    assert {d.id for d in general} >= {"outcome", "growth", "growth-targets", "shares"}
    assert len(own) >= 8
    assert not any(d.choice.ids for d in general), "a general chart selects by what is measured"


def test_own_chart_that_finds_nothing_is_a_finding(tmp_path: Path) -> None:
    declare(tmp_path, "bars", '[select]\nnames = ["没有的"]')
    found = list(check_charts(report_folder(tmp_path, [make("企业", "3")])))
    assert [f.rule for f in found] == ["charts-can-be-drawn"]
    assert found[0].path.endswith("made.toml") and "too few" in found[0].message and "[select]" in found[0].hint


def test_invalid_chart_is_a_finding_not_an_end(tmp_path: Path) -> None:
    with pytest.raises(ChartError):
        declare(tmp_path, "bars", "ordr = 3")
    found = list(check_charts(report_folder(tmp_path, [make("企业", "3")])))
    assert [f.level for f in found] == ["error"] and "ordr" in found[0].message
