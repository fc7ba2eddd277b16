"""Indicators in words, in both languages; numbers of a text held against the report's."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indicator_maker import make, target

from baogao.language.languages import (
    check_numbers,
    english_numbers,
    key_figures,
    missing_numbers,
    name_words,
    pair_words,
    value_words,
)
from baogao.model import Indicator, OtherNumber, Pair
from baogao.pairing.pairs import find_pairs

REVENUE = make("一般公共预算收入", "57.18", "亿元", key="budget_revenue")
REVENUE_GROWTH = make("一般公共预算收入", "13.1", "%", measure="growth", key="budget_revenue", at="1-p1 2")


@pytest.mark.parametrize(
    ("indicator", "zh", "en"),
    [
        (REVENUE, "57.18亿元", "5.718 billion yuan"),
        (REVENUE_GROWTH, "增长13.1%", "up 13.1%"),
        (make("成交额", "100", "亿元", op="gt", printed="突破100亿元"), "突破100亿元", "more than 10 billion yuan"),
        (target("成交额", "105", "亿元", op="ge", printed="105亿元以上"), "105亿元以上", "at least 10.5 billion yuan"),
        (target("失业率", "5.5", "%", op="le", printed="5.5%以内"), "5.5%以内", "no more than 5.5%"),
        (
            target("零售额", "10", "%", op="ge", measure="growth", printed="增长10%以上"),
            "增长10%以上", "growth of at least 10%",
        ),
        (make("能耗", "-3.1", "%", measure="growth", printed="下降3.1%"), "下降3.1%", "down 3.1%"),
        (
            target("能耗", "-3", "%", op="about", measure="growth", printed="下降3%左右"),
            "下降3%左右", "a fall of about 3%",
        ),
        (make("失业率", "0.3", "个百分点", measure="change"), "提高0.3个百分点", "up 0.3 percentage points"),
        (make("市场主体", "1.35", "万户"), "1.35万户", "13,500"),
        (make("新增就业", "1.9", "万人"), "1.9万人", "19,000"),
        (make("增速", "3", "位", op="le", measure="rank", printed="前三"), "前三", "top 3"),
        (make("绿道", "7.7", "公里"), "7.7公里", "7.7 kilometres"),
        (target("总部企业", "2", "家", value_max="3", op="between", printed="2—3家"), "2—3家", "2 to 3"),
        (target("外资", "10", "%", op="ge", measure="growth", printed="两位数"), "增长两位数", "double-digit growth"),
        (
            target("居民收入", None, "", op="sync", measure="growth", reference="经济增长", printed="与经济增长同步"),
            "与经济增长同步", "in step with economic growth",
        ),
    ],
)  # fmt: skip
def test_a_value_is_said_as_readers_of_each_language_expect(indicator: Indicator, zh: str, en: str) -> None:
    assert value_words(indicator, "zh") == zh
    assert value_words(indicator, "en") == en


@pytest.mark.parametrize(
    ("name", "key", "english"),
    [
        ("专精特新中小企业", None, "Specialised and sophisticated (SRDI) SMEs"),
        ("省级专精特新中小企业", None, "Provincial specialised and sophisticated (SRDI) SMEs"),
        ("航运企业", None, "Shipping enterprises"),
        ("绿色食品产业产值", None, "Output value of the green food industry"),
        ("注册资本5000万元以上企业", None, "Enterprises above 50 million yuan in registered capital"),
        ("“无废细胞”", None, "‘Zero-waste cells’ (model sites)"),
        ("桂发祥十八街麻花", None, None),
    ],
)
def test_a_name_is_english_only_where_it_is_known(name: str, key: str | None, english: str | None) -> None:
    assert name_words(make(name, "1", key=key), "en") == english
    assert name_words(make(name, "1", key=key), "zh") == name


def test_the_glossary_of_a_report_comes_first() -> None:
    glossary = {"names": {"京冀企业": "Beijing–Hebei enterprises attracted"}}
    assert name_words(make("京冀企业", "259"), "en", glossary) == "Beijing–Hebei enterprises attracted"


def test_a_pair_says_what_it_means() -> None:
    results = [make("京冀企业", "259"), make("重点实验室", "4", quote="重点实验室数量达到4家", at="1-p1 2")]
    results += [make(f"{n}企业", v, at=f"1-p1 {3 + i}") for i, (n, v) in enumerate((("雏鹰", "156"), ("瞪羚", "3")))]
    targets = [
        target("京冀企业", "150"),
        target("重点实验室", "2", added=True, at="2-p1 2"),
        target("雏鹰、瞪羚企业总数", "170", at="2-p1 3"),
    ]
    indicators = [*results, *targets]
    said = [(pair_words(p, indicators, "zh"), pair_words(p, indicators, "en")) for p in find_pairs(indicators)]
    assert said == [
        ("目标低于上年实绩", "Target is below the result"),
        ("实绩为总量，目标为新增量", "Target is an addition to the stock"),
        ("实绩为2项之和：156+3=159", "Result is a sum: 156 + 3 = 159"),
    ]


def test_key_figures_are_a_sentence_and_marked_as_generated() -> None:
    indicators = [REVENUE, REVENUE_GROWTH, target("固定资产投资", "3", "%", measure="growth", key="fai")]
    zh, en = key_figures(indicators, "zh"), key_figures(indicators, "en")
    assert zh.text == "2023年：一般公共预算收入57.18亿元、增长13.1%。2024年目标：固定资产投资增长3%。"
    assert en.text == (
        "In 2023: general public budget revenue 5.718 billion yuan, up 13.1%. "
        "Targets for 2024: investment in fixed assets growth of 3%."
    )
    assert zh.generated and en.generated
    assert check_numbers(indicators, (), en.text, "en") == [] == check_numbers(indicators, (), zh.text, "zh")


def test_two_things_with_one_english_name_are_not_said_in_one_breath() -> None:
    """外贸进出口增长2.7%; 对外贸易扩大至228个国家和地区."""
    growth = make("外贸进出口", "2.7", "%", measure="growth", key="trade")
    partners = make("对外贸易", "228", "个", measure="count", at="1-p2 1")
    said = key_figures([growth, partners], "en").text
    assert "2.7%" in said
    assert "228" not in said


def test_a_section_without_numbers_says_so() -> None:
    assert key_figures((), "en").text == "This section states no figures."


@pytest.mark.parametrize(
    "text", ["revenue came to 5.718 billion yuan", "up 13.1% in 2023", "收入5718000000元，增长13.1%"]
)
def test_a_number_of_the_report_is_backed_in_any_wording(text: str) -> None:
    language = "en" if text.isascii() else "zh"
    assert check_numbers((REVENUE, REVENUE_GROWTH), (), text, language) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("revenue came to 57.18 billion yuan", ["57.18 billion yuan"]),
        ("up 13.2%", ["13.2%"]),
        ("13.1 billion yuan", ["13.1 billion yuan"]),
        ("13.1 percentage points", ["13.1 percentage points"]),
    ],
)
def test_a_number_that_the_report_does_not_state_is_named(text: str, wrong: list[str]) -> None:
    assert check_numbers((REVENUE, REVENUE_GROWTH), (), text, "en") == wrong


def test_numbers_of_names_back_what_the_text_counts() -> None:
    others = (OtherNumber("1-p1", 0, 2, "十项", "name"),)
    assert check_numbers((), others, "the 10 actions", "en") == []
    assert check_numbers((), (), "five major industries", "en", source="“五大五小”产业") == []
    assert check_numbers((), (), "six major industries", "en", source="“五大五小”产业") == ["six"]


def test_a_translation_must_say_every_number() -> None:
    assert missing_numbers((REVENUE, REVENUE_GROWTH), "Revenue was 5.718 billion yuan.") == ["13.1%"]
    assert missing_numbers((make("幼儿园", "1", "所"),), "a kindergarten was built") == []
    assert missing_numbers((make("学校", "2", "所"),), "two schools were built") == []


UNITS = st.sampled_from(
    ["亿元", "万元", "万户", "家", "万人", "%", "个百分点", "万平方米", "公里", "万吨", "亿美元", "倍"]
)


@given(
    st.decimals("0.01", "99999", places=2), UNITS, st.sampled_from(["eq", "ge", "gt", "le", "lt", "about"]),
    st.sampled_from(["level", "growth"]), st.sampled_from(["result", "target"]), st.booleans(),
)  # fmt: skip
def test_the_english_of_a_value_says_the_same_amount(
    value: Decimal, unit: str, op: str, measure: str, kind: str, falls: bool
) -> None:
    signed = -value if falls and measure == "growth" else value
    indicator = make("名", f"{signed}", unit, op=op, measure=measure)._replace(kind=kind)
    (read,) = english_numbers(value_words(indicator, "en"))
    assert Decimal(read.amount) == Decimal(indicator.amount or 0)
    assert (read.op, read.base_unit) == (op, indicator.base_unit) or read.base_unit == ""
    assert check_numbers((indicator,), (), value_words(indicator, "en"), "en") == []


def test_a_sum_of_several_units_is_added_up_in_one() -> None:
    own = {"measure": "level", "base_unit": "CNY"}
    parts = [
        make("存款余额", "8650", "亿元", amount="865000000000", **own),
        make("贷款余额", "1.12", "万亿元", amount="1120000000000", at="1-p1 2", **own),
    ]
    whole = target("存贷款余额", "2.1", "万亿元", amount="2100000000000", **own)
    pair = Pair(tuple(p.id for p in parts), (whole.id,), "sum")
    assert pair_words(pair, [*parts, whole], "zh") == "实绩为2项之和：8650亿元+1.12万亿元=1.985万亿元"
    said = pair_words(pair, [*parts, whole], "en")
    assert said == "Result is a sum: 865 billion yuan + 1.12 trillion yuan = 1.985 trillion yuan"


def test_a_rate_on_another_basis_says_so() -> None:
    growth = make("一般公共预算收入", "4.2", "%", measure="growth", key="budget_revenue", qualifier="同口径")
    assert name_words(growth, "zh") == "一般公共预算收入（同口径）"
    assert name_words(growth, "en") == "General public budget revenue, on a comparable basis"
