"""The extract document: a report that was read in; the public JSON form that `baogao extract` prints out.

docs/extract.md describes it.
"""

import json
from collections.abc import Mapping
from typing import Any

from baogao.model import Annex, Extract, Indicator, Section

VERSION = 1
# Fields that are left out where they say nothing.
_OPTIONAL = {"years": None, "reference": "", "added": False, "action": "", "qualifier": ""}


def to_document(found: Extract) -> dict[str, Any]:
    """The extract document as JSON-ready data, its fields in the order of docs/extract.md."""
    report = found.report
    source = report.source
    return {
        "baogao": VERSION,
        "source": {
            "file": source.file,
            "format": source.format,
            "encoding": source.encoding,
            "sha256": source.sha256,
        },
        "title": report.title,
        "kind": report.kind,
        "place": report.place,
        "place_path": report.place_path,
        "issuer": report.issuer,
        "deliverer": report.deliverer,
        "delivered_on": report.delivered_on,
        "published_on": report.published_on,
        "review_year": report.review_year,
        "plan_year": report.plan_year,
        "front": list(report.front),
        "sections": [_section(section) for section in report.sections],
        "tables": [{"id": t.id, "after": t.after, "rows": [list(row) for row in t.rows]} for t in report.tables],
        "annexes": [_annex(annex) for annex in report.annexes],
        "chrome": list(report.chrome),
        "indicators": [indicator_document(indicator) for indicator in found.indicators],
        "pairs": [{"result": list(p.result), "target": list(p.target), "relation": p.relation} for p in found.pairs],
        "other_numbers": [
            {"paragraph": n.paragraph, "start": n.start, "end": n.end, "text": n.text, "why": n.why}
            for n in found.other_numbers
        ],
        "warnings": [*source.warnings, *report.warnings],
    }


def format_document(document: Mapping[str, Any]) -> str:
    """JSON that people can read and diff: a field a line, an item of a list a line.

    json's own indent runs ten times slower, since it is not written in C.
    """
    lines = []
    for name, value in document.items():
        if isinstance(value, list) and value:
            items = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value)
            lines.append(f"{json.dumps(name)}: [\n  {items}\n ]")
        else:
            lines.append(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "level": section.level,
        "heading": section.heading,
        "run_in": section.run_in,
        "paragraphs": [{"id": p.id, "text": p.text} for p in section.paragraphs],
    }


def _annex(annex: Annex) -> dict[str, Any]:
    return {
        "id": annex.id,
        "heading": annex.heading,
        "paragraphs": [{"id": p.id, "text": p.text} for p in annex.paragraphs],
    }


def indicator_document(indicator: Indicator) -> dict[str, Any]:
    """One indicator as JSON-ready data; fields that only some have are left out where they say nothing."""
    first = ("id", "key", "name", "kind", "measure", "op", "value", "value_max", "unit", "amount", "base_unit", "year")
    then = ("estimate", "stretch", "section", "paragraph", "start", "end", "number", "quote")
    document: dict[str, Any] = {name: getattr(indicator, name) for name in (*first, *then)}
    document["unit"] = indicator.unit or None
    document["number"] = list(indicator.number)
    for name, nothing in _OPTIONAL.items():
        value = getattr(indicator, name)
        if value != nothing:
            document[name] = list(value) if isinstance(value, tuple) else value
    return document


def texts_of(found: Extract) -> Mapping[str, str]:
    """The text in which an indicator's offsets count, by paragraph id; a table row is its cells, tab-separated."""
    texts = {p.id: p.text for section in found.report.sections for p in section.paragraphs}
    texts |= {p.id: p.text for annex in found.report.annexes for p in annex.paragraphs}
    return texts
