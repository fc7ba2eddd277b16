"""A report → its indicators and its other numbers: every number, what it measures, and where it stands."""

from baogao.indicators.context import Place
from baogao.indicators.leftover import with_leftover
from baogao.indicators.periods import PLAN, REVIEW, TERM, Setting, leads_to_term, looks_back, of_paragraph, settings
from baogao.indicators.reading import read_paragraph
from baogao.indicators.tabulated import read_table
from baogao.model import Indicator, OtherNumber, Report


def read_indicators(report: Report) -> tuple[tuple[Indicator, ...], tuple[OtherNumber, ...]]:
    """Every indicator of the body and every number that is none, in the order of the text."""
    indicators: list[Indicator] = []
    others: list[OtherNumber] = []
    of_section = settings(report)
    mode = ""  # of the paragraph before
    for section in report.sections:
        setting, heading = of_section[section.id], section.heading
        # 新的一年，我们要往哪里奔？ turns the sections after it too, up to one whose heading says when
        planned = mode == PLAN and setting.mode == REVIEW
        of_year = mode == REVIEW and setting.mode == TERM  # 刚刚过去的2021年…, in the section of the five years
        mode = mode if (planned or of_year) and not looks_back(heading, setting) else ""
        for paragraph in section.paragraphs:
            now = of_paragraph(paragraph.text, setting, mode)
            mode = TERM if now.mode == REVIEW and leads_to_term(paragraph.text) else now.mode
            found, rest = read_paragraph(paragraph.text, Place(section.id, paragraph.id, now, report.place, heading))
            heading = ""  # of the first paragraph only
            indicators += found
            others += with_leftover(paragraph.id, paragraph.text, found, rest)
    of_annex = Setting(REVIEW, report.review_year, report.plan_year)  # 附表: its columns say of which year they are
    for table in report.tables:
        place = table.after.rpartition("-p")[0] or table.after
        found, rest = read_table(table, place, of_section.get(place, of_annex), indicators)
        indicators += found
        others += rest
    return tuple(indicators), tuple(others)
