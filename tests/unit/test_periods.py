"""Of which year a section speaks: by its heading, and by the one above it."""

import pytest

from baogao.indicators.periods import settings
from baogao.model import Report, Section, Source

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
