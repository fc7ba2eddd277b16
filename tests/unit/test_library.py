"""Ten reports of different habits, each in two or more formats: what was put in is what is read."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from baogao.model import Report
from baogao.report.source import read_source
from baogao.sections.outline import read_report

LIBRARY = Path(__file__).parents[1] / "library"
FILES = sorted(path for path in (LIBRARY / "reports").iterdir())


def golden(path: Path) -> dict[str, Any]:
    text = (LIBRARY / "golden" / f"{path.name.partition('.')[0]}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def as_data(report: Report) -> list[dict[str, Any]]:
    return [
        {"level": s.level, "heading": s.heading, "run_in": s.run_in, "paragraphs": [p.text for p in s.paragraphs]}
        for s in report.sections
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_report_is_read_as_it_was_written(path: Path) -> None:
    report, wanted = read_report(read_source(path)), golden(path)
    assert as_data(report) == wanted["sections"]
    assert [[list(row) for row in table.rows] for table in report.tables] == wanted["tables"]
    assert [{"heading": a.heading, "paragraphs": [p.text for p in a.paragraphs]} for a in report.annexes] == (
        wanted["annexes"]
    )
    for name in ("title", "kind", "place", "deliverer", "delivered_on", "review_year", "plan_year"):
        assert getattr(report, name) == wanted[name], name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_placed(path: Path) -> None:
    source = read_source(path)
    report = read_report(source)
    assert [(p.line, p.text) for p in report.placed] == [(line.number, line.text) for line in source.lines]
    known = {"front", "chrome", "blank", *(t.id for t in report.tables)}
    known |= {s.id for s in report.sections} | {p.id for s in report.sections for p in s.paragraphs}
    known |= {a.id for a in report.annexes} | {p.id for a in report.annexes for p in a.paragraphs}
    assert {p.place for p in report.placed} <= known
    assert all(p.why for p in report.placed)


def test_library_is_large_enough() -> None:
    names = {path.name.partition(".")[0] for path in FILES}
    assert len(names) == 10
    for name in names:
        assert sum(path.name.startswith(name + ".") for path in FILES) >= 2
        text = "".join(p for s in golden(Path(name))["sections"] for p in [s["heading"], *s["paragraphs"]])
        assert len(text) >= 4000, name
        assert len(re.findall(r"\d+(?:\.\d+)?", text)) >= 40, name
