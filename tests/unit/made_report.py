"""A small report made by hand, with a number of every sort that tables, citations and feeds must carry."""

from pathlib import Path

from baogao.content import ReportFolder
from baogao.model import Extract, Indicator, Pair, Paragraph, Report, Section, Settings, Source

TEXT = "一般公共预算收入57.18亿元,增长13.1%,能耗下降3%以上,技术合同成交额突破100亿元,=SUM(A1)达到3家。"


def indicator(number: int, name: str, quote: str, value: str, unit: str, **more: object) -> Indicator:
    """An indicator of 1.1-p1 whose quotation stands in TEXT."""
    start = TEXT.index(quote)
    own: dict[str, object] = {
        "id": f"1.1-p1-n{number}", "key": None, "name": name, "kind": "result", "measure": "level", "op": "eq",
        "value": value, "value_max": None, "unit": unit, "amount": value, "base_unit": "CNY", "year": 2023,
        "section": "1.1", "paragraph": "1.1-p1", "start": start, "end": start + len(quote),
        "number": (start + quote.index(value.lstrip("-")), start + len(quote)), "quote": quote,
    }  # fmt: skip
    return Indicator(**(own | more))  # type: ignore[arg-type]


INDICATORS = (
    indicator(
        1, "一般公共预算收入", "一般公共预算收入57.18亿元", "57.18", "亿元", key="budget_revenue", amount="5718000000"
    ),
    indicator(2, "一般公共预算收入", "增长13.1%", "13.1", "%", key="budget_revenue", measure="growth", base_unit="%"),
    indicator(
        3, "能耗", "能耗下降3%以上", "-3", "%", op="ge", measure="growth", base_unit="%", kind="target", year=2024
    ),
    indicator(4, "技术合同成交额", "技术合同成交额突破100亿元", "100", "亿元", op="gt", rules=("突破", "correction")),
    indicator(5, "=SUM(A1)", "=SUM(A1)达到3家", "3", "家", base_unit="firm", kind="target", year=2024),
)


def made_report(title: str = "关于河西区2024年计划的报告", **settings: object) -> ReportFolder:
    """The report as a folder; settings as report.toml would give them."""
    source = Source("made.txt", "text", "utf-8", "ab" * 32)
    sections = (
        Section("1", 1, "一、2023年结果"),
        Section("1.1", 2, "(一)经济", paragraphs=(Paragraph("1.1-p1", TEXT),)),
    )
    report = Report(
        source, title, "plan-report", place="河西区", place_path="天津市河西区", issuer="河西区发展和改革委员会",
        delivered_on="2024-01-17", published_on="2024-03-06", review_year=2023, plan_year=2024, sections=sections,
    )  # fmt: skip
    pairs = (Pair(("1.1-p1-n1", "1.1-p1-n4"), ("1.1-p1-n5",), "sum"),)
    own: dict[str, object] = {
        "titles": {"zh": title, "en": "Report on the 2024 Plan of Hexi District"},
        "issuers": {"en": "Development and Reform Commission of Hexi"},
        "places": {"zh": "天津市河西区", "en": "Hexi District, Tianjin"},
        "place_code": "120103",
        "slugs": {"1": "1-results-2023", "1.1": "1-1-economy"},
    }
    return ReportFolder(
        Path("content/made-2024"),
        "made-2024",
        Settings("made-2024", **(own | settings)),  # type: ignore[arg-type]
        Extract(report, INDICATORS, pairs),
        Path("content/made-2024/source/made.txt"),
        summaries={
            "report": {"zh": "2023年，一般公共预算收入57.18亿元。", "en": "Budget revenue was 5.718 billion yuan."}
        },
    )
