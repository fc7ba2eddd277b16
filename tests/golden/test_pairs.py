"""The pairs found in whole reports against those that a careful reader makes (tests/golden/pairs/)."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from baogao.extract import extract
from baogao.model import Extract

CASES = sorted((Path(__file__).parent / "pairs").glob("*.toml"))


def plain(label: str) -> str:
    """The paragraph and the digits: whether 控制在 belongs to the number is not asked here."""
    paragraph, _, printed = label.partition(" ")
    digits = re.search(r"[\d.]+", printed)
    return f"{paragraph} {digits[0] if digits else printed}"


def found_pairs(found: Extract) -> Iterator[tuple[str, str, str]]:
    texts = {p.id: p.text for section in found.report.sections for p in section.paragraphs}
    by_id = {i.id: i for i in found.indicators}
    for pair in found.pairs:
        result, target = by_id[pair.result[0]], by_id[pair.target[0]]
        said = (f"{i.paragraph} {texts[i.paragraph][i.number[0] : i.number[1]]}" for i in (result, target))
        yield *said, pair.relation


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_pairs_of_a_report_are_those_of_a_careful_reader(case: Path) -> None:
    asked = tomllib.loads(case.read_text(encoding="utf-8"))["pairs"]
    wanted = {(plain(r), plain(t)): relation for r, t, relation in asked}
    given = {(plain(r), plain(t)): relation for r, t, relation in found_pairs(extract(case.with_suffix(".txt")))}
    missed, wrong = sorted(wanted.keys() - given.keys()), sorted(given.keys() - wanted.keys())
    right = len(wanted.keys() & given.keys())
    assert 2 * right / (len(wanted) + len(given)) >= 0.95, f"missed {missed}, wrong {wrong}"
    unlike = {p: (given[p], wanted[p]) for p in wanted.keys() & given.keys() if given[p] != wanted[p] != "loose"}
    assert len(unlike) <= len(wanted) * 0.06, f"relations {unlike}"
