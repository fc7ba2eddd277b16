"""The English pages and summaries of Hexi, against the numbers that a person annotated (not the program's reading)."""

import re
import tomllib
from collections import Counter
from decimal import Decimal

import pytest
from hexi_score import REPORT, Number, amounts, read_annotation

from baogao.language.english import english_numbers
from baogao.language.translations import read_translation
from baogao.report.source import read_source
from baogao.sections.outline import read_report

FOLDER = REPORT.parents[1]
SUMMARIES = tomllib.loads((FOLDER / "summaries.toml").read_text(encoding="utf-8"))
SLUGS = tomllib.loads((FOLDER / "report.toml").read_text(encoding="utf-8"))["slugs"]
UNITS = {"公里": 1000}  # the English reader gives metres


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {p.id: p.text for s in read_report(read_source(REPORT)).sections for p in s.paragraphs}


@pytest.fixture(scope="module")
def numbers(texts: dict[str, str]) -> list[Number]:
    return read_annotation(texts)[0]


def _amounts(number: Number) -> list[Decimal]:
    unit, values = amounts(number.values, number.unit)
    return [abs(v) * UNITS.get(unit, 1) for v in values]


def _english_amounts(text: str) -> Counter[Decimal]:
    found = english_numbers(text.replace("double-digit", "10%"))
    return Counter(abs(Decimal(a)) * _scale(q.amount, q.value) for q in found for a in (q.value, q.value_max) if a)


def _scale(amount: str, value: str) -> Decimal:
    return abs(Decimal(amount) / Decimal(value)) if Decimal(value) else Decimal(1)


@pytest.mark.parametrize("section", SLUGS)
def test_each_paragraph_is_translated_with_all_its_numbers(
    section: str, texts: dict[str, str], numbers: list[Number]
) -> None:
    page = read_translation(FOLDER / "en" / f"{SLUGS[section]}.md")
    own = [p for p in texts if p.rsplit("-p", 1)[0] == section]
    assert page.head["Section"] == section
    assert len(page.paragraphs) == len(own)
    for paragraph, (_, english) in zip(own, page.paragraphs, strict=True):
        asked = Counter(a for n in numbers if n.paragraph == paragraph and n.kind != "none" for a in _amounts(n))
        assert not asked - _english_amounts(english), paragraph


@pytest.mark.parametrize("section", SUMMARIES)
def test_a_summary_says_only_numbers_of_its_section(section: str, texts: dict[str, str], numbers: list[Number]) -> None:
    own = [p for p in texts if section in ("report", p.rsplit("-p", 1)[0])]
    stated = {a for n in numbers if n.paragraph in own and n.kind != "none" for a in _amounts(n)}
    # Digits of names, years and thresholds: 2024年, 15分钟, 每万名, 5000万元以上.
    stated |= {Decimal(d) for p in own for d in re.findall(r"\d+(?:\.\d+)?", texts[p])}
    words = {Decimal(n) for n in (3, 5, 10, 14, 10_000, 10**7, 5 * 10**7)}  # ‘five major’, 14th, 每万名, 千万元
    extra = [a for a in _english_amounts(SUMMARIES[section]["en"]) if a not in stated | words]
    assert not extra
    printed = {d for p in own for d in re.findall(r"\d+(?:\.\d+)?", texts[p])}
    assert set(re.findall(r"\d+(?:\.\d+)?", SUMMARIES[section]["zh"])) <= printed


@pytest.mark.parametrize("section", SUMMARIES)
def test_a_summary_has_its_length(section: str) -> None:
    chinese, english = len(SUMMARIES[section]["zh"]), len(SUMMARIES[section]["en"].split())
    if section == "report":
        assert 180 <= chinese <= 230
        assert 100 <= english <= 130
    else:
        assert 80 <= chinese <= 160
        assert 50 <= english <= 110
