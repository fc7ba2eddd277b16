"""Targets of one year against the results of the next, by a rule that respects the comparison."""

from decimal import Decimal
from typing import Any

import pytest
from indicator_maker import make, target

from baogao.model import Extract, Indicator, Report, Source
from baogao.pairing.ledger import build, verdict

GROWTH = {"measure": "growth"}
IN_STEP = target("收入", None, "", op="sync", reference="经济增长", printed="同步")


def growth(value: str, kind: str = "result", **given: Any) -> Indicator:
    maker = make if kind == "result" else target
    return maker("地区生产总值", value, "%", **({"measure": "growth", "key": "gdp"} | given))


@pytest.mark.parametrize(
    ("planned", "reached", "said"),
    [
        (growth("5", "target"), growth("5"), "met"),
        (growth("5", "target"), growth("4.9"), "missed"),
        (growth("5", "target", op="about"), growth("4.8"), "met"),
        (growth("5", "target", op="about"), growth("4.7"), "missed"),
        (growth("5", "target", op="between", value_max="5.5"), growth("5.2"), "met"),
        (growth("5", "target", op="ge"), growth("4", op="ge"), "open"),
        (target("失业率", "5.5", "%", op="le"), make("失业率", "5.2", "%"), "met"),
        (target("失业率", "5.5", "%", op="le"), make("失业率", "5.6", "%"), "missed"),
        (target("成交额", "100", "亿元"), make("成交额", "90", "亿元", op="gt"), "open"),
        (target("成交额", "100", "亿元"), make("成交额", "100", "亿元", op="gt"), "met"),
        (target("能耗", "-3", "%", op="ge", **GROWTH), make("能耗", "-3.4", "%", **GROWTH), "met"),
        (target("能耗", "-3", "%", op="ge", **GROWTH), make("能耗", "-2.5", "%", **GROWTH), "missed"),
        (target("物价", "2", "%", op="about", key="cpi", **GROWTH), make("物价", "0.2", "%", **GROWTH), "open"),
        (IN_STEP, make("收入", "4.8", "%", **GROWTH), "met"),
        (IN_STEP, make("收入", "4.0", "%", **GROWTH), "missed"),
    ],
)  # fmt: skip
def test_the_verdict_respects_the_comparison(planned: Indicator, reached: Indicator, said: str) -> None:
    assert verdict(planned, [reached], "same", Decimal("5")) == said


def test_unlike_things_are_not_judged() -> None:
    assert verdict(target("实验室", "2", added=True), [make("实验室", "6")], "stock-addition") == "not-comparable"
    assert verdict(target("实验室", "2"), [], "") == "not-reported"


def report(name: str, review: int, indicators: tuple[Indicator, ...], place: str = "河西区") -> Extract:
    source = Source(f"{name}.txt", "text", "utf-8", "0" * 64)
    return Extract(Report(source, name, "plan-report", place, review_year=review, plan_year=review + 1), indicators)


def test_the_ledger_follows_a_place_from_year_to_year() -> None:
    planned = (growth("5", "target"), target("首店", "30", at="2-p1 2"), target("绿道", "8", "公里", at="2-p1 3"))
    reached = tuple(i._replace(year=2024) for i in (growth("5.3"), make("首店", "28", at="1-p1 2")))
    reports = {
        "hexi-2024": report("2024", 2023, planned),
        "hexi-2025": report("2025", 2024, reached),
        "hedong-2025": report("other", 2024, reached, "河东区"),
    }
    entries = build(reports)
    assert [(e.year, e.target.name, e.outcome_report, e.verdict) for e in entries] == [
        (2024, "地区生产总值", "hexi-2025", "met"),
        (2024, "首店", "hexi-2025", "missed"),
        (2024, "绿道", "hexi-2025", "not-reported"),
    ]
    assert entries[0].outcomes == (reached[0],) and entries[2].outcomes == ()
