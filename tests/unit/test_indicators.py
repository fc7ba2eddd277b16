"""What each number of a sentence measures: the phrases that the rules are for."""

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phrases import ASIDE, PLAN, PLANNED, REASONS, REVIEW, REVIEWED, made_report, read, said

from baogao.indicators.explain import explain_number
from baogao.indicators.finding import read_indicators
from baogao.indicators.periods import Setting
from baogao.indicators.tabulated import read_table
from baogao.model import Extract, Paragraph, Report, Section, Source, Table


@pytest.mark.parametrize(("text", "wanted"), REVIEWED.items())
def test_result(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("引进京冀企业259家，增长80%。", ["引进", "引进"]),
        ("新增绿色食品46个、有机农产品8个。", ["新增", "新增"]),
        ("新建2所义务教育学校和1所幼儿园。", ["新建", "新建"]),
        ("新增规上工业企业19家，总数达到113家。", ["新增", ""]),  # what there is
        ("新建高标准农田5.2万亩，累计达到31.4万亩。", ["新建", ""]),
        ("实现营业收入122亿元。", [""]),  # only that it was reached
        ("实现地区生产总值100亿元。", [""]),
        ("办理人大代表建议126件。", ["办理"]),
        ("区属国有企业由14家整合至9家。", ["", ""]),
        ("完成5家菜市场改造。", [""]),
        ("城镇新增就业1.9万人。", [""]),  # the name says it
    ],
)
def test_what_is_done_with_what_is_counted(text: str, actions: list[str]) -> None:
    found = read(text, REVIEW)
    assert [i.action for i in found] == actions


@pytest.mark.parametrize(("text", "wanted"), PLANNED.items())
def test_target(text: str, wanted: list[str]) -> None:
    assert said(text, PLAN) == wanted


def test_five_years_total_is_a_period_and_the_level_reached_a_result() -> None:
    text = "五年来，累计新增就业150万人，地区生产总值年均增长5.5%，常住人口城镇化率提高到64.8%。"
    assert [i.kind for i in read(text)] == ["period", "period", "result"]


def test_five_years_go_on_to_the_next_sentence_until_the_year_is_named() -> None:
    text = "圆满收官。五年来，外贸年均增长11%。累计完成投资1.1万亿元，城镇化率提高到58.4%。2025年，完成投资900亿元。"
    assert [i.kind for i in read(text)] == ["period", "period", "result", "result"]


def test_a_level_of_an_earlier_year_passed_many_times_over_is_a_period() -> None:
    assert [i.kind for i in read("新能源汽车产量95.3万辆，是2020年的5.4倍。")] == ["result", "period"]


def test_from_one_year_to_another() -> None:
    found = read("地区生产总值从2020年的2.46万亿元增加到2025年的近3.29万亿元。")
    assert [(i.key, i.kind, i.year) for i in found] == [("gdp", "baseline", 2020), ("gdp", "result", 2025)]


def test_what_five_years_did_is_a_period_down_the_list() -> None:
    text = "五年来，28个贫困县全部摘帽，改造棚户区住房41.6万套、农村危房20.9万户，义务教育巩固率达到99%。"
    assert [i.kind for i in read(text)] == ["period", "period", "period", "result"]


@pytest.mark.parametrize(("text", "why"), ASIDE.items())
def test_number_that_is_no_indicator(text: str, why: str) -> None:
    assert why in [other.why for other in read_indicators(made_report(text))[1]]


@pytest.mark.parametrize("text", REASONS)
def test_why_a_target_was_set_is_no_target(text: str) -> None:
    indicators, others = read_indicators(made_report(text, heading=PLAN))
    assert indicators == () and "explanation" in {other.why for other in others}


def test_the_chapter_after_the_plan_is_of_the_plan_too() -> None:
    """四、加强政府自身建设 names no time."""
    source, text = Source("made.txt", "text", "utf-8", "0"), "建议提案办复率保持100%。"
    headings = (REVIEW, PLAN, "三、加强政府自身建设")
    sections = tuple(
        Section(str(n), 1, heading, paragraphs=(Paragraph(f"{n}-p1", text),)) for n, heading in enumerate(headings, 1)
    )
    report = Report(
        source, "政府工作报告", "work-report", "河湾区", review_year=2025, plan_year=2026, sections=sections
    )
    assert [i.kind for i in read_indicators(report)[0]] == ["result", "target", "target"]


def test_stretch_and_estimate_are_marked() -> None:
    assert read("力争外资到位额增长10%。", PLAN)[0].stretch
    assert read("预计地区生产总值增长4%以上。")[0].estimate


def test_every_number_is_explained() -> None:
    report = made_report("一般公共预算收入57.18亿元,落实十项行动。")
    indicators, others = read_indicators(report)
    found = Extract(report, indicators, (), others)
    lines = "\n".join(explain_number(found, "57.18"))
    assert "budget_revenue" in lines and "rules" in lines and "⟦57.18亿元⟧" in lines
    assert "part of a name" in "\n".join(explain_number(found, "十项"))
    assert list(explain_number(found, "999")) == []


ROWS = (
    ("指标", "单位", "2025年计划", "2025年完成", "增长(%)", "2026年计划"),
    ("地区生产总值", "亿元", "增长5%", "1255", "4.2", "增长5%左右"),
    ("城镇调查失业率", "%", "5.5以内", "5.2", "—", "5.5以内"),
)


def test_table_gives_plan_outcome_and_plan() -> None:
    found, _ = read_table(Table("1-t1", "1-p1", ROWS), "1", Setting("review", 2025, 2026), [])
    assert [f"{i.key} {i.kind} {i.measure} {i.op} {i.value} {i.unit}" for i in found] == [
        "gdp previous_target growth eq 5 %", "gdp result level eq 1255 亿元", "gdp result growth eq 4.2 %",
        "gdp target growth about 5 %", "unemployment previous_target level le 5.5 %",
        "unemployment result level eq 5.2 %", "unemployment target level le 5.5 %",
    ]  # fmt: skip
    rows = ["\t".join(row) for row in ROWS]
    assert all(any(row[i.start : i.end] == i.quote for row in rows) for i in found)


def test_table_does_not_count_again_what_the_text_states() -> None:
    stated = read("城镇调查失业率5.2%。")
    found, others = read_table(Table("1-t1", "1-p1", ROWS), "1", Setting("review", 2025, 2026), stated)
    assert ("unemployment", "result") not in [(i.key, i.kind) for i in found]
    assert [o.why for o in others] == ["list"]


PIECES = st.sampled_from(
    [
        "地区生产总值", "增长", "5%", "，", "、", "。", "分别", "从", "到", "突破", "3万亿元", "和", "新增", "20家",
        "企业", "等", "的", "第3位", "2025年", "“十五五”", "同步", "与经济增长", "占", "6.7∶43.9∶49.4", "十项", "（",
        "）", "比", "高于", "0.2个百分点", "年均", "倍",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=24).map("".join) | st.text(max_size=80)


@given(TEXTS, st.sampled_from([REVIEW, PLAN, "三、“十五五”时期目标", ""]))
@settings(deadline=None, max_examples=200)
def test_no_text_crashes_and_offsets_give_the_quotation(text: str, heading: str) -> None:
    indicators, others = read_indicators(made_report(text, heading=heading))
    for indicator in indicators:
        assert text[indicator.start : indicator.end] == indicator.quote
        assert indicator.start <= indicator.number[0] < indicator.number[1] <= indicator.end
    assert all(text[other.start : other.end] == other.text for other in others)
    assert len({i.id for i in indicators}) == len(indicators)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["地区生产总值1255亿元，增长5.2%，", "落实三项行动、", "“一"])
def test_time_grows_linearly_even_without_a_full_stop(unit: str) -> None:
    def cost(times: int) -> float:
        report = made_report(unit * times)
        gc.collect()
        gc.disable()  # else what other tests have left in memory is gone through again and again
        try:
            start = time.process_time()
            read_indicators(report)
            return time.process_time() - start
        finally:
            gc.enable()

    cost(50)
    small, large = max(cost(2_000), 0.002), cost(16_000)
    assert large < small * 8 * 2.5


@pytest.mark.slow
def test_twenty_thousand_characters_take_no_longer_than_two_blinks() -> None:
    """The goal is 40 ms on one idle core (25 reports a second). Counted in additions, since machines differ, and a
    busy one takes twice as long for the same: every sentence here holds numbers, twice as many as in a real report."""
    sentences = [*REVIEWED, *PLANNED, *ASIDE, "坚持稳中求进工作总基调，扎实推进高质量发展，着力改善民生。" * 4]
    report = made_report(*("".join(sentences) for _ in range(20_000 // sum(map(len, sentences)))))
    times = []
    for _ in range(4):
        start = time.process_time()
        read_indicators(report)
        times.append(time.process_time() - start)
    assert min(times) < 5_000_000 * _addition()


def _addition() -> float:
    """Seconds of CPU that one addition takes here and now."""
    rounds, total, start = 300_000, 0, time.process_time()
    for number in range(rounds):
        total += number
    return (time.process_time() - start) / rounds
