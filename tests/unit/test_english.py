"""Numbers in English: as readers expect them, and read again."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.language.english import amount_words, english_numbers, scaled
from baogao.language.names import compose
from baogao.lexicon import units

HEXI = Path(__file__).parents[2] / "content" / "hexi-2024" / "source" / "hexi-2024.txt"


@pytest.mark.parametrize(
    ("amount", "base", "printed", "words"),
    [
        ("5718000000", "CNY", "亿元", "5.718 billion yuan"),
        ("1200000000000", "CNY", "万亿元", "1.2 trillion yuan"),
        ("21500000", "CNY", "万元", "21.5 million yuan"),
        ("16060000000", "USD", "亿美元", "16.06 billion US dollars"),
        ("13.1", "%", "%", "13.1%"),
        ("0.3", "pp", "个百分点", "0.3 percentage points"),
        ("1", "pp", "个百分点", "1 percentage point"),
        ("13500", "household", "万户", "13,500"),
        ("259", "firm", "家", "259"),
        ("19000", "person", "万人", "19,000 people"),
        ("1.6", "times", "倍", "1.6 times"),
        ("7700", "m", "公里", "7.7 kilometres"),
        ("152000", "m2", "万平方米", "152,000 square metres"),
        ("101333333.3384", "m2", "万亩", "152,000 mu"),
        ("36500000", "t", "亿斤", "36.5 million tonnes"),
        ("1100000", "kW", "万千瓦", "1.1 million kW"),
    ],
)
def test_an_amount_is_said_as_english_readers_expect(amount: str, base: str, printed: str, words: str) -> None:
    assert amount_words(amount, base, None, printed) == words


def test_a_range_says_its_unit_once() -> None:
    assert amount_words("4.5", "%", "5") == "4.5% to 5%"
    assert amount_words("2", "firm", "3") == "2 to 3"
    assert amount_words("1200000000", "CNY", "1500000000") == "1.2 to 1.5 billion yuan"
    assert amount_words("120000", "person", "150000") == "120,000 to 150,000 people"


def test_a_number_is_never_rounded() -> None:
    assert scaled(Decimal("1234567000000")) == "1,234.567 billion"
    assert scaled(Decimal("67665") * 10**8) == "6.7665 trillion"
    assert scaled(Decimal("123456789")) == "123,456,789"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("revenue rose 13.1% to 5.718 billion yuan", [("eq", "13.1", "%"), ("eq", "5718000000", "CNY")]),
        ("more than 400 events; at least 85% occupied", [("gt", "400", ""), ("ge", "85", "%")]),
        ("no more than 5.5%, and 5% or more", [("le", "5.5", "%"), ("ge", "5", "%")]),
        ("grew from 143 to 178", [("eq", "143", ""), ("eq", "178", "")]),
        ("fell by 2.3%, down 0.3 percentage points", [("eq", "-2.3", "%"), ("eq", "-0.3", "pp")]),
        ("US$16.06 billion", [("eq", "16060000000", "USD")]),
        ("two key laboratories and 1.5 million people", [("eq", "2", ""), ("eq", "1500000", "person")]),
        ("a 7.7-kilometre greenway of 480,000 square metres", [("eq", "7700", "m"), ("eq", "480000", "m2")]),
        ("4.5% to 5%", [("between", "4.5", "%")]),
    ],
)
def test_numbers_are_read_from_english(text: str, read: list[tuple[str, str, str]]) -> None:
    found = english_numbers(text)
    assert [(q.op, Decimal(q.amount), q.base_unit) for q in found] == [(op, Decimal(a), u) for op, a, u in read]
    assert all(text[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize(
    "text", ["F6-2", "‘1+10’", "3+1+N teams", "a 15-minute circle", "20th Congress", "5G", "PM2.5"]
)
def test_what_is_a_name_is_no_number(text: str) -> None:
    assert english_numbers(text) == []


AMOUNTS = st.decimals("0.001", "9999999", places=3).map(lambda d: d.normalize())
WRITABLE = sorted(unit for unit, known in units().items() if known.base not in ("doublings", "place", "bit", "FLOPS"))


@given(AMOUNTS, st.sampled_from([1, 10**4, 10**8]), st.sampled_from(WRITABLE))
def test_what_is_written_is_read_again(value: Decimal, scale: int, unit: str) -> None:
    known = units()[unit]
    amount = value * scale * known.factor
    words = amount_words(f"{amount:f}", known.base, None, unit)
    (found,) = english_numbers(f"came to {words} in the year")
    assert abs(Decimal(found.amount) / amount - 1) < Decimal("1e-20")
    assert found.base_unit in (known.base, "")


@given(st.text())
def test_no_text_stops_the_reading(text: str) -> None:
    for quantity in english_numbers(text):
        assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("每千人口医疗卫生机构床位", "beds in medical institutions per 1,000 people"),
        ("生猪年出栏量", "pigs slaughtered"),
        ("工业对经济增长的贡献率", "contribution of industry to economic growth"),
        ("海上风电装机规模占全国比重", "offshore wind capacity as a share of the national total"),
        ("农村幼儿园改造", "rural kindergartens renovated"),
        ("新（改）建高标准农田", "high-standard farmland built or upgraded"),
        ("微短剧全网传播量", None),
    ],
)
def test_a_name_is_put_together(name: str, english: str | None) -> None:
    assert compose(name) == english


def test_an_extract_needs_no_english() -> None:
    code = (
        "import sys; from pathlib import Path; from baogao.extract import extract; from baogao.lexicon import table;"
        "import baogao.lexicon as l; seen = []; read = l.tomli.load;"
        "l.tomli.load = lambda f: (seen.append(Path(f.name).stem), read(f))[1];"
        f"extract(Path({str(HEXI)!r})); assert not {{'terms', 'english'}} & set(seen), seen"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
