"""Of which year a section speaks: by its heading, and by the one above it."""

import pytest

from baogao.indicators.finding import read_indicators
from baogao.indicators.periods import settings
from baogao.model import Paragraph, Report, Section, Source

REVIEW, PLAN = "review", "plan"


def modes(*headings: tuple[str, str]) -> list[str]:
    sections = tuple(Section(name, name.count(".") + 1, heading) for name, heading in headings)
    report = Report(Source("x.txt", "text", "utf-8", ""), "计划报告", "plan-report", review_year=2023, plan_year=2024,
                    sections=sections)  # fmt: skip
    return [setting.mode for setting in settings(report).values()]


@pytest.mark.parametrize(
    ("chapter", "inner", "wanted"),
    [
        ("一、2023年国民经济和社会发展计划执行情况", "（二）重点工作推进情况", REVIEW),
        ("一、2023年国民经济和社会发展计划执行情况", "（二）重点任务扎实落实", REVIEW),
        ("一、2023年工作回顾", "（三）下一步工作打算", PLAN),
        ("一、2023年工作回顾", "（三）2024年重点工作", PLAN),
        ("二、2024年发展的总体要求和预期目标", "（一）巩固脱贫攻坚成果", PLAN),
        ("二、重点工作", "（一）做强产业", PLAN),
    ],
)
def test_a_heading_speaks_for_what_stands_below_it(chapter: str, inner: str, wanted: str) -> None:
    assert modes(("1", chapter), ("1.1", inner))[1] == wanted


def kinds(*paragraphs: str, delivered: str = "2024-01-16") -> list[str]:
    own = tuple(Paragraph(f"0-p{n}", text) for n, text in enumerate(paragraphs, 1))
    report = Report(Source("x.txt", "text", "utf-8", ""), "政府工作报告", "work-report", "青禾县", review_year=2023,
                    plan_year=2024, sections=(Section("0", 0, "", paragraphs=own),))  # fmt: skip
    report = report._replace(delivered_on=delivered)
    return [i.kind for i in read_indicators(report)[0]]


def test_a_sentence_turns_to_the_plan_and_back() -> None:
    assert kinds("2023年固定资产投资增长4.3%，2024年拟安排增长6%。2023年粮食产量92.4万吨，2024年目标93万吨。") == [
        "result", "target", "result", "target",
    ]  # fmt: skip
    assert kinds("去年，规上工业增加值增长7%。今年要继续把工业摆在突出位置，总产值突破580亿元。新增企业12家。") == [
        "result", "target", "target",
    ]  # fmt: skip
    assert kinds("今年以来的工作打下了基础，规上工业增加值增长7%。") == ["result"]


def test_paragraphs_turn_to_the_plan_where_there_are_no_headings() -> None:
    past, ahead = "一年来，地区生产总值增长5.9%。", "今年，我们要把产业立起来，地区生产总值增长6%以上。"
    assert kinds(past, ahead, "办好教育，新增学位2400个。", "回顾过去一年，新增就业5000人。") == [
        "result", "target", "target", "result",
    ]  # fmt: skip


def test_in_december_the_plan_is_of_next_year() -> None:
    assert kinds("今年是三年行动收官之年，投资增长6%。", "明年的经济工作，投资增长7%。", delivered="2023-12-28") == [
        "result", "target",
    ]  # fmt: skip


def test_what_was_aimed_at_stands_beside_what_came_of_it() -> None:
    assert kinds("一年来，出口目标不低于5000万美元，实际到账5300万美元。") == ["previous_target", "result"]
    assert kinds("一年来，投资年初目标8%左右，实际增长7.2%。") == ["previous_target", "result"]


def test_a_section_of_five_years_has_its_last_year_too() -> None:
    texts = (
        "县十五届人大一次会议以来的五年，是很不平凡的五年。",
        "——改造老旧小区52个，城镇化率达到55.1%。",
        "各位代表，刚刚过去的2023年，是承前启后的一年。",
        "（一）改造老旧小区9个。",
    )
    own = tuple(Paragraph(f"1-p{n}", text) for n, text in enumerate(texts, 1))
    inner = Section("1.1", 2, "（二）保民生", paragraphs=(Paragraph("1.1-p1", "改造厂房3座。"),))
    sections = (Section("1", 1, "一、过去五年工作回顾", paragraphs=own), inner)
    report = Report(Source("x.txt", "text", "utf-8", ""), "政府工作报告", "work-report", "青禾县", review_year=2023,
                    plan_year=2024, sections=sections)  # fmt: skip
    assert [i.kind for i in read_indicators(report)[0]] == ["period", "result", "result", "result"]
    assert modes(("1", "一、过去五年工作回顾"), ("2", "一、过去一年和五年工作回顾")) == ["term", REVIEW]


def spans(text: str) -> list[tuple[str, tuple[int, int] | None]]:
    report = Report(Source("x.txt", "text", "utf-8", ""), "政府工作报告", "work-report", "青禾县", review_year=2022,
                    plan_year=2023, sections=(Section("0", 0, "", paragraphs=(Paragraph("0-p1", text),)),))  # fmt: skip
    return [(i.kind, i.years) for i in read_indicators(report)[0]]


def test_five_years_are_five_and_a_five_year_plan_is_its_own() -> None:
    assert spans("五年来，新增高速公路1350公里，取缔码头18个。") == [("period", (2018, 2022))] * 2
    assert spans("“十四五”以来，新增高速公路135公里。") == [("period", (2021, 2022))]
