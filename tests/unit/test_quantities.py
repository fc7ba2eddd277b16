"""Numbers as official prose writes them: what each is, and that whatever is printed is read again as the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baogao.indicators.numerals import han, normalise
from baogao.indicators.quantities import find_quantities, scan
from baogao.lexicon import units

READ = [
    ("收入57.18亿元", "57.18亿元", "eq", "57.18", "亿元", "5718000000", "CNY"),
    ("新增1.35万户", "1.35万户", "eq", "1.35", "万户", "13500", "household"),
    ("总量5.1万亿元", "5.1万亿元", "eq", "5.1", "万亿元", "5100000000000", "CNY"),
    ("160.6亿美元", "160.6亿美元", "eq", "160.6", "亿美元", "16060000000", "USD"),
    ("增长９％", "９％", "eq", "9", "%", "9", "%"),
    ("提高0.3个百分点", "0.3个百分点", "eq", "0.3", "个百分点", "0.3", "pp"),
    ("达到八成以上", "八成以上", "ge", "80", "%", "80", "%"),
    ("占近三成", "近三成", "about", "30", "%", "30", "%"),
    ("占七成半", "七成半", "eq", "75", "%", "75", "%"),
    ("三分之一", "三分之一", "eq", "33.33", "%", "33.33", "%"),
    ("达到两位数增长", "两位数", "ge", "10", "%", "10", "%"),
    ("增长百分之五点一", "百分之五点一", "eq", "5.1", "%", "5.1", "%"),
    ("解决问题1800余个", "1800余个", "gt", "1800", "个", "1800", "item"),
    ("贷款230余亿元", "230余亿元", "gt", "230", "亿元", "23000000000", "CNY"),
    ("主体11万多户", "11万多户", "gt", "11", "万户", "110000", "household"),
    ("每立方米19微克", "19微克", "eq", "19", "微克", "19", "µg/m3"),
    ("8，260人", "8，260人", "eq", "8260", "人", "8260", "person"),
    ("1,234家", "1,234家", "eq", "1234", "家", "1234", "firm"),
    ("增速为−2.3%", "−2.3%", "eq", "-2.3", "%", "-2.3", "%"),
    ("产值超千亿元", "超千亿元", "gt", "1", "千亿元", "100000000000", "CNY"),
    ("控制在5.5%以内", "控制在5.5%以内", "le", "5.5", "%", "5.5", "%"),
    ("约100家以上", "约100家以上", "ge", "100", "家", "100", "firm"),
    ("装机500万千瓦", "500万千瓦", "eq", "500", "万千瓦", "5000000", "kW"),
    ("新增8978辆（台）", "8978辆（台）", "eq", "8978", "辆（台）", "8978", "item"),
    ("居全国第3位", "第3位", "eq", "3", "位", "3", "place"),
    ("位次前移2位", "2位", "eq", "2", "位", "2", "place"),
]


@pytest.mark.parametrize(("text", "printed", "op", "value", "unit", "amount", "base"), READ)
def test_number_is_read(text: str, printed: str, op: str, value: str, unit: str, amount: str, base: str) -> None:
    (found,) = find_quantities(text)
    assert (found.text, found.op, found.value, found.unit, found.amount, found.base_unit) == (
        printed, op, value, unit, amount, base,
    )  # fmt: skip
    assert text[found.start : found.end] == printed


RANGES = [("2—3家", "2", "3"), ("4.5%—5%", "4.5", "5"), ("4.5-5%", "4.5", "5"), ("12万—15万", "12", "15")]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_range_keeps_both_ends(text: str, low: str, high: str) -> None:
    (found,) = find_quantities(text)
    assert (found.op, found.value, found.value_max) == ("between", low, high)


def test_from_to_is_two_numbers_and_no_range() -> None:
    assert [q.value for q in find_quantities("由8%提高，从5%到6%")] == ["8", "5", "6"]


def test_structure_gives_three_shares() -> None:
    assert [(q.value, q.unit) for q in find_quantities("6.7∶43.9∶49.4")] == [("6.7", "%"), ("43.9", "%"), ("49.4", "%")]


def test_bare_numbers_of_a_list_take_its_unit() -> None:
    assert [q.amount for q in find_quantities("13.28、12.31亿元")] == ["1328000000", "1231000000"]


NONE = (
    "十项行动|“1+10”实施方案|党的二十大报告|第五次普查|“十四五”规划|新八大里|F6—2地块|一般公共预算|红十字|万象城|2023年|2023-2025年|"
    "第三产业|三个着力|PM2.5|5G基站|零售|〔2023〕5号|电话022-28123456"
)


@pytest.mark.parametrize("text", NONE.split("|"))
def test_name_is_no_amount(text: str) -> None:
    assert find_quantities(text) == []


def test_numerals_in_characters() -> None:
    read = {"三千六百": 3600, "一百二": 120, "二〇二六": 2026, "十二万": 120000, "两亿三千万": 230000000, "十五": 15}
    assert {text: han(text) for text in read} == read


def test_normalising_keeps_every_offset() -> None:
    text = "增长９．５％，由—至～"
    assert len(normalise(text)) == len(text)


CHARACTERS = st.sampled_from(
    "0123456789.,，%％亿万千百十一二三两零成倍余多约超近第位家户个元年月日以上内—-~∶:“”《》、和增长第"
)
TEXTS = st.text(CHARACTERS | st.characters(), max_size=60)


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_no_text_crashes_and_offsets_give_the_quotation(text: str) -> None:
    last = 0
    for found in scan(text):
        assert text[found.start : found.end] == found.quantity.text
        assert found.end > last - 1 and found.start < found.end
        last = found.end


UNITS = sorted(
    word for word, unit in units().items() if unit.base not in ("year", "day", "place", "V") and word.isalpha()
)
NUMBERS = st.integers(1, 9_999).map(str) | st.decimals("0.1", "999", places=2).map(lambda d: f"{d:f}")


@given(
    NUMBERS,
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from([u for u in UNITS if u[0] not in "万亿千百年月日成余多点"]),
)
@settings(deadline=None, max_examples=300)
def test_printing_and_reading_again_gives_the_same(number: str, scale: str, unit: str) -> None:
    for first in find_quantities(f"共{number}{scale}{unit}。"):
        (again,) = find_quantities(f"共{first.value}{first.unit}。")
        assert (again.value, again.unit, again.amount, again.base_unit) == (
            first.value, first.unit, first.amount, first.base_unit,
        )  # fmt: skip
