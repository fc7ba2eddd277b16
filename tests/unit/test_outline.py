"""The outline of the Hexi report, and small reports of other habits."""

from pathlib import Path

from baogao.report.source import read_source
from baogao.sections.outline import read_report

HEXI = Path(__file__).parents[2] / "content" / "hexi-2024" / "source" / "hexi-2024.txt"


def test_hexi_has_its_headings_and_paragraphs() -> None:
    report = read_report(read_source(HEXI))
    headings = [s for s in report.sections if s.heading]
    assert len(headings) == 20
    assert [s.id for s in headings if s.level == 1] == ["1", "2"]
    assert sum(len(s.paragraphs) for s in report.sections) == 48
    assert report.sections[0].paragraphs[0].text.startswith("受区人民政府委托,现将")


def test_hexi_has_its_metadata() -> None:
    report = read_report(read_source(HEXI))
    assert report.title == "关于河西区2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告"
    assert (report.kind, report.place, report.place_path) == ("plan-report", "河西区", "天津市河西区")
    assert (report.deliverer, report.delivered_on, report.published_on) == ("王中鹏", "2024-01-17", "2024-03-06")
    assert (report.review_year, report.plan_year) == (2023, 2024)


def test_hexi_keeps_contacts_out_of_the_body() -> None:
    report = read_report(read_source(HEXI))
    assert "手机:+86-000-0000-0000" in report.chrome
    assert not any("手机" in p.text or "邮箱" in p.text for s in report.sections for p in s.paragraphs)
