"""A report folder made by hand for the tests of charts: indicators and pairs in, ReportFolder out."""

from collections.abc import Sequence
from pathlib import Path

from baogao.charts.declarations import Declaration, read_declarations
from baogao.content import ReportFolder
from baogao.model import Extract, Indicator, Pair, Report, Section, Settings, Source

CHART = """
form = "{form}"
title = {{zh = "{{plan}}年图", en = "chart of {{plan}}"}}
{more}
"""


def report_folder(
    path: Path, indicators: Sequence[Indicator], pairs: Sequence[tuple[str, str, str]] = ()
) -> ReportFolder:  # fmt: skip
    """`pairs` are (ids of results, ids of targets, relation), the ids separated by spaces."""
    sections = tuple(
        Section(name, name.count(".") + 1, f"标题{name}") for name in sorted({i.section for i in indicators})
    )
    report = Report(
        Source("x.txt", "text", "utf-8", "0"), "某区报告", "plan-report", "某区", review_year=2023, plan_year=2024,
        sections=sections,
    )  # fmt: skip
    made = tuple(Pair(tuple(r.split()), tuple(t.split()), relation) for r, t, relation in pairs)
    settings = Settings("made", places={"zh": "某区", "en": "Some District"})
    return ReportFolder(path, "made", settings, Extract(report, tuple(indicators), made), path / "x.txt")


def declare(folder: Path, form: str, more: str = "", name: str = "made") -> Declaration:
    """A declaration of the report's own, written as TOML and read."""
    place = folder / "charts"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{name}.toml").write_text(CHART.format(form=form, more=more), encoding="utf-8", newline="\n")
    return next(found for found in read_declarations(place, own=True) if found.id == name)
