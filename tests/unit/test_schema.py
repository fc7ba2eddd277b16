"""The extract document keeps to its published schema, and the schema finds what is wrong."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from made_report import made_report

from baogao.document import to_document
from baogao.extract import extract
from baogao.paths import PACKAGE

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((PACKAGE / "schema" / "extract.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def faults(document: Any) -> list[str]:
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in VALIDATOR.iter_errors(document)]


def test_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_made_report_keeps_to_the_schema() -> None:
    assert faults(to_document(made_report().extract)) == []


@pytest.mark.parametrize("source", sorted((ROOT / "content").glob("*/source/*.txt")), ids=lambda p: p.stem)
def test_report_of_this_repository_keeps_to_the_schema(source: Path) -> None:
    document = json.loads(json.dumps(to_document(extract(source))))
    assert faults(document) == []
    assert len(document["indicators"]) > 100


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("baogao",), 2),
        (("kind",), "speech"),
        (("delivered_on",), "2024年1月17日"),
        (("indicators", 0, "op"), "≥"),
        (("indicators", 0, "value"), "57,18"),
        (("indicators", 0, "extra"), 1),
        (("pairs", 0, "relation"), "equal"),
        (("sections", 0, "id"), "1-1"),
    ],
)
def test_schema_finds_what_is_wrong(path: tuple[str | int, ...], value: Any) -> None:
    document = deepcopy(to_document(made_report().extract))
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert len(faults(document)) == 1


def test_every_field_of_an_indicator_is_in_the_document_or_is_known_not_to_be() -> None:
    """A field that model.py gains is published, or named here."""
    from baogao.model import Indicator

    inner = {"rules"}  # how it was read: `baogao explain`
    assert set(Indicator._fields) - inner == set(SCHEMA["$defs"]["indicator"]["properties"])


def test_docs_name_every_field() -> None:
    text = (ROOT / "docs" / "extract.md").read_text(encoding="utf-8")
    for name in (*SCHEMA["properties"], *SCHEMA["$defs"]["indicator"]["properties"]):
        assert f"`{name}`" in text or f'"{name}"' in text, name
