"""Which rows a declaration makes of a report, and how far a target lies from its result."""

from pathlib import Path

import pytest

from baogao.charts.selecting import Row, Selection, change_of, select
from baogao.model import Indicator
from tests.unit.chart_maker import declare, report_folder
from tests.unit.indicator_maker import make, target


def one(
    tmp_path: Path, form: str, more: str, indicators: list[Indicator], pairs: list[tuple[str, str, str]]
) -> Selection:
    found = select(declare(tmp_path, form, more), report_folder(tmp_path, indicators, pairs))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("result", "goal", "relation", "change"),
    [
        (
            make("技术合同成交总额", "100", "亿元", op="gt"),
            target("技术合同成交总额", "105", "亿元", op="ge"),
            "same",
            5.0,
        ),
        (make("新增市场经营主体", "1.25", "万户"), target("新增市场经营主体", "1", "万家"), "same", -20.0),
        (make("重点实验室", "4"), target("重点实验室", "2", added=True), "stock-addition", 50.0),
        (make("营业收入", "122", "亿元"), target("营业收入", "10", "%", measure="growth"), "level-growth", 10.0),
        # An addition is not the stock; rates are compared on an axis of their own; loose pairs are not drawn.
        (make("新增单位", "72", added=True), target("单位", "400"), "stock-addition", None),
        (make("收入", "13.1", "%", measure="growth"), target("收入", "5", "%", measure="growth"), "same", None),
        (make("收入", "13.1", "%", measure="growth"), target("收入", "60", "亿元"), "level-growth", None),
        (make("对接会", "20", "场"), target("活动", "40", "场"), "loose", None),
        (make("投资", "20", "亿元"), target("投资", "40", "家"), "same", None),
        (make("居民收入", "20", "元"), target("居民收入", None, "", op="sync"), "same", None),
    ],
)
def test_change_of_a_pair(result: Indicator, goal: Indicator, relation: str, change: float | None) -> None:
    assert change_of(Row((result,), (goal,), relation)) == pytest.approx(change)


def test_change_of_a_sum() -> None:
    parts = tuple(
        make(name, value, at=f"1-p1 {n}") for n, (name, value) in enumerate((("雏鹰", "156"), ("瞪羚", "4")), 1)
    )
    assert change_of(Row(parts, (target("雏鹰、瞪羚企业", "200"),), "sum")) == pytest.approx(25.0)


def test_rows_are_largest_first_and_target_stands_beside_its_result(tmp_path: Path) -> None:
    indicators = [
        make("设计企业", "50", at="1-p1 1"), make("航运企业", "100", at="1-p1 2"),
        target("航运企业", "80", at="2-p1 1"),
    ]  # fmt: skip
    rows = one(tmp_path, "bars", "least = 1", indicators, [("1-p1-n2", "2-p1-n1", "same")]).rows
    assert [(row.main.name, len(row.target)) for row in rows] == [("航运企业", 1), ("设计企业", 0)]


def test_what_a_report_states_twice_is_drawn_once(tmp_path: Path) -> None:
    indicators = [
        make("商贸类企业", "1523", at="1-p1 1"),
        make("商贸企业", "1523", at="1-p2 1"),
        make("首店", "41", at="1-p2 2"),
    ]
    rows = one(tmp_path, "bars", "least = 1", indicators, []).rows
    assert [row.main.name for row in rows] == ["商贸类企业", "首店"]


def test_hoped_for_numbers_and_other_measures_stay_out(tmp_path: Path) -> None:
    indicators = [
        make("收入", "5", "%", measure="growth", at="1-p1 1"), make("收入", "50", "亿元", at="1-p1 2"),
        target("收入", "9", "%", measure="growth", stretch=True, at="2-p1 1"),
        target("投资", "3", "%", measure="growth", at="2-p1 2"),
    ]  # fmt: skip
    rows = one(tmp_path, "growth", "least = 1", indicators, []).rows
    assert [row.main.id for row in rows] == ["1-p1-n1", "2-p1-n2"]


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ('names = ["企业"]', ["航运企业", "设计企业"]),
        ('without = ["企业"]', ["新增就业"]),
        ('keys = ["new_jobs"]', ["新增就业"]),
        ('units = ["firm"]\nsections = ["1.*"]', ["设计企业"]),
        ('ids = ["1-p1-n1"]', ["航运企业"]),
        ("added = true", ["新增就业"]),
        ('kinds = ["target"]', []),
    ],
)
def test_choice(tmp_path: Path, choice: str, names: list[str]) -> None:
    indicators = [
        make("航运企业", "100", at="1-p1 1"), make("设计企业", "50", at="1.4-p1 1"),
        make("新增就业", "30", "人", key="new_jobs", added=True, at="1-p1 3"),
    ]  # fmt: skip
    found = select(declare(tmp_path, "bars", f"least = 1\n[select]\n{choice}"), report_folder(tmp_path, indicators))
    assert [row.main.name for selection in found for row in selection.rows] == names


def test_groups_too_small_share_a_chart(tmp_path: Path) -> None:
    indicators = [
        make("新增就业", "100", "人", at="1-p1 1"), target("新增就业", "90", "人", at="2-p1 1"),
        make("有效发明专利", "10", "件", at="1-p1 2"), target("有效发明专利", "12", "件", at="2-p1 2"),
    ]  # fmt: skip
    pairs = [("1-p1-n1", "2-p1-n1", "same"), ("1-p1-n2", "2-p1-n2", "same")]
    more = 'each = "group"\nleast = 2\nrest = {zh = "其他", en = "Other"}'
    found = select(declare(tmp_path, "pairs", more), report_folder(tmp_path, indicators, pairs))
    assert [(s.id, len(s.rows), s.titles["en"]) for s in found] == [("made-rest", 2, "Other")]
