"""Results and targets are paired by what they measure, with the relation that their sides have."""

import pytest
from indicator_maker import make, target

from baogao.model import Indicator, Pair
from baogao.pairing.pairs import find_pairs, group_pairs
from baogao.pairing.subjects import core_of
from baogao.pairing.unpaired import unpaired


def only_pair(*indicators: Indicator) -> Pair | None:
    pairs = find_pairs(indicators)
    assert len(pairs) <= 1
    return pairs[0] if pairs else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("国家高新技术企业总数", "高新技术企业"),
        ("航运企业", "航运服务企业"),
        ("知名首店", "首店"),
        ("北方设计联盟单位", "北方设计联盟成员单位"),
        ("总部企业", "总部型企业"),
        ("规模以上工业增加值", "规上工业增加值"),
        ("新建改建公共充电桩", "充电桩"),
        ("新增市场经营主体", "市场主体"),
        ("城镇老旧小区改造", "改造老旧小区"),
        ("“文化365·快乐在河西”线上线下文化惠民活动", "“文化365·快乐在河西”系列活动"),
        ("银行、证券、基金等金融机构", "金融机构"),
    ],
)
def test_names_of_the_same_are_one(one: str, other: str) -> None:
    pair = only_pair(make(one, "100"), target(other, "120"))
    assert pair is not None and pair.relation == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("设计企业", "航运企业"),
        ("专精特新种子企业", "专精特新中小企业"),
        ("国家级重点实验室", "市级重点实验室"),
        ("养老床位", "医疗床位"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("亿元楼宇", "特色楼宇"),
        ("签约10亿元以上项目", "签约50亿元以上项目"),
        ("城镇调查失业率", "城镇登记失业率"),
    ],
)
def test_names_that_only_share_words_are_not_paired(one: str, other: str) -> None:
    assert only_pair(make(one, "100"), target(other, "120")) is None


def test_other_units_are_not_paired() -> None:
    assert only_pair(make("养老机构", "74", "家"), target("养老机构", "10.7", "万平方米")) is None


def test_firms_and_households_count_the_same_entities() -> None:
    pair = only_pair(make("市场经营主体", "1.35", "万户"), target("市场经营主体", "1.2", "万家"))
    assert pair == Pair(("1-p1-n1",), ("2-p1-n1",), "same")


def test_growth_stands_against_growth_and_its_level_beside_it() -> None:
    key = {"key": "budget_revenue"}
    level = make("一般公共预算收入", "57.18", "亿元", **key)
    growth = make("一般公共预算收入", "13.1", "%", measure="growth", at="1-p1 2", **key)
    pair = only_pair(level, growth, target("一般公共预算收入", "5", "%", measure="growth", **key))
    assert pair == Pair((growth.id, level.id), ("2-p1-n1",), "same")


def test_levels_given_together_stand_beside_growth_given_together() -> None:
    names = (("城镇居民人均可支配收入", "urban_income"), ("农村居民人均可支配收入", "rural_income"))
    levels = [make(n, "42360", "元", measure="level", key=k, at=f"1-p1 {i}") for i, (n, k) in enumerate(names, 1)]
    rates = [make(n, "4.6", "%", measure="growth", key=k, at=f"1-p1 {i}") for i, (n, k) in enumerate(names, 3)]
    goals = [target(n, "5", "%", measure="growth", key=k, at=f"2-p1 {i}") for i, (n, k) in enumerate(names, 1)]
    found = find_pairs([*levels, *rates, *goals])
    assert [p.result for p in found] == [(r.id, level.id) for r, level in zip(rates, levels, strict=True)]


def test_a_level_alone_stands_against_growth_as_such() -> None:
    level = make("外贸进出口总额", "130", "亿元", key="trade")
    pair = only_pair(level, target("外贸进出口", "2", "%", measure="growth", key="trade"))
    assert pair is not None and pair.relation == "level-growth"


def test_an_addition_does_not_stand_against_a_stock_in_silence() -> None:
    stock = make("重点实验室", "4", quote="重点实验室数量达到4家")
    pair = only_pair(stock, target("市级重点实验室", "2", added=True, quote="新增2家市级重点实验室", printed="2家"))
    assert pair is not None and pair.relation == "stock-addition"


def test_of_two_results_of_one_name_the_stock_stands_against_the_stock() -> None:
    new = make("数字经济企业", "65", added=True)
    stock = make("数字经济企业", "2000", op="gt", at="1-p1 2")
    pair = only_pair(new, stock, target("全区数字经济企业", "2300", quote="全区数字经济企业达到2300家"))
    assert pair is not None and pair.result == (stock.id,)


def test_parts_are_summed_against_the_whole() -> None:
    parts = [make(f"{name}企业", value, at=f"1-p1 {n}") for n, (name, value) in enumerate(
        (("雏鹰", "156"), ("瞪羚", "3"), ("领军(培育)", "9")), 1
    )]  # fmt: skip
    pair = only_pair(*parts, target("雏鹰、瞪羚、领军企业总数", "170"))
    assert pair == Pair(tuple(p.id for p in parts), ("2-p1-n1",), "sum")


def test_a_list_of_funds_is_the_sum_of_each() -> None:
    parts = [
        make(name, value, "亿元", measure="level", at=f"1-p1 {n}")
        for n, (name, value) in enumerate((("地方政府专项债券资金", "27.8"), ("中央预算内投资", "1.06")), 1)
    ]
    whole = target("专项债券和中央预算内投资资金", "35", "亿元", measure="level")
    assert only_pair(*parts, whole) is None  # no list: 和 alone may stand inside a name
    whole = target("专项债券、中央预算内投资资金", "35", "亿元", measure="level")
    assert only_pair(*parts, whole) == Pair(tuple(p.id for p in parts), ("2-p1-n1",), "sum")


def test_an_addition_is_told_from_a_stock_by_how_far_they_lie_apart() -> None:
    few = target("高新技术企业", "500", added=True)
    many = only_pair(make("高新技术企业", "2738"), few)
    assert many is not None and many.relation == "stock-addition"
    near = only_pair(make("高新技术企业", "520"), few)
    assert near is not None and near.relation == "same"


def test_a_part_of_a_thing_is_not_the_thing() -> None:
    assert only_pair(make("数字经济增加值", "45", "亿元"), target("数字经济核心产业增加值", "50", "亿元")) is None


def test_a_sum_with_a_part_missing_is_no_sum() -> None:
    parts = [make("雏鹰企业", "156"), make("瞪羚企业", "3", at="1-p1 2")]
    pairs = find_pairs([*parts, target("雏鹰、瞪羚、领军企业总数", "170")])
    assert all(pair.relation != "sum" for pair in pairs)


def test_a_bare_measure_belongs_to_what_was_named_before() -> None:
    results = [
        make("谋划项目", "21", "个", at="1-p1 1"), make("总投资", "253.45", "亿元", at="1-p1 2", start=70),
        make("产业项目", "11", "个", at="1-p1 3", start=90), make("总投资", "88", "亿元", at="1-p1 4", start=130),
    ]  # fmt: skip
    targets = [
        target("谋划项目", "28", "个", at="2-p1 1"), target("总投资", "337.67", "亿元", at="2-p1 2", start=70),
        target("产业项目", "20", "个", at="2-p1 3", start=90),
        target("总投资", "207.9", "亿元", at="2-p1 4", start=130),
    ]  # fmt: skip
    pairs = find_pairs([*results, *targets])
    assert [(p.result[0], p.target[0]) for p in pairs] == [(f"1-p1-n{n}", f"2-p1-n{n}") for n in (1, 2, 3, 4)]


def test_what_stands_between_the_same_pairs_is_loosely_one() -> None:
    results = [make("金融机构", "20"), make("对接会", "20", "场", at="1-p1 2"), make("设计企业", "50", at="1-p1 3")]
    targets = [
        target("金融机构", "30"),
        target("金融活动", "40", "场", at="2-p1 2"),
        target("设计企业", "50", at="2-p1 3"),
    ]
    pairs = find_pairs([*results, *targets])
    assert Pair(("1-p1-n2",), ("2-p1-n2",), "loose") in pairs


@pytest.mark.parametrize(("done", "wanted"), [("引进", True), ("认定", False)])
def test_neighbours_of_a_common_last_word_are_kin_where_both_were_brought_in(done: str, wanted: bool) -> None:
    sure = make("停车场", "16"), target("停车场", "18")
    mine = make("工程设计领域企业", "50", at="1-p1 2", measure="count")._replace(quote=f"{done}工程设计领域企业50家")
    theirs = target("产业链上下游企业", "50", at="2-p1 2", measure="count")._replace(
        quote=f"{done}产业链上下游企业50家"
    )
    found = find_pairs([sure[0], mine, sure[1], theirs])
    assert (Pair((mine.id,), (theirs.id,), "loose") in found) is wanted


def test_what_is_hoped_for_does_not_take_a_second_result() -> None:
    results = [make("地区生产总值", "5.2", "%", measure="growth", key="gdp")]
    targets = [
        target("地区生产总值", "5.5", "%", measure="growth", key="gdp"),
        target("地区生产总值", "6", "%", measure="growth", key="gdp", stretch=True, at="2-p1 2"),
    ]
    pairs = find_pairs([*results, *targets])
    assert [p.target for p in pairs] == [("2-p1-n1",)]
    assert unpaired(pairs, [*results, *targets]).targets == ()


def test_counts_far_apart_are_not_the_same() -> None:
    assert only_pair(make("商务楼宇", "129", "座"), target("商务楼宇", "6", "座")) is None


def test_every_indicator_is_in_one_pair_at_most() -> None:
    results = [make("高新技术企业", "223"), make("高新技术企业", "12", added=True, at="1-p1 2")]
    targets = [target("高新技术企业", "240"), target("高新技术企业", "17", added=True, at="2-p1 2")]
    pairs = find_pairs([*results, *targets])
    assert [(p.result, p.target) for p in pairs] == [(("1-p1-n1",), ("2-p1-n1",)), (("1-p1-n2",), ("2-p1-n2",))]


def test_the_core_of_a_name_loses_what_is_done_and_where() -> None:
    assert core_of("全区新增市级重点实验室总数") == "重点实验室"
    assert core_of("谋划项目") == "谋划项目"  # 项目 alone would say nothing


def test_pairs_are_grouped_as_a_reader_looks_for_them() -> None:
    results = [
        make("一刻钟便民生活圈", "14", "个"),
        make("地区生产总值", "4", "%", measure="growth", key="gdp", at="1-p1 2"),
    ]
    targets = [
        target("一刻钟便民生活圈", "20", "个"),
        target("地区生产总值", "5", "%", measure="growth", key="gdp", at="2-p1 2"),
    ]
    groups = group_pairs(find_pairs([*results, *targets]), [*results, *targets])
    assert [(g.key, g.titles["en"]) for g in groups] == [
        ("growth", "Growth and public finance"), ("consumption", "Consumption and commerce"),
    ]  # fmt: skip
    assert sum(len(g.pairs) for g in groups) == 2


def test_a_person_may_move_rename_and_add_groups() -> None:
    results = [make("首店", "41"), make("养老驿站", "5", at="1-p1 2"), make("绿道", "3", "公里", at="1-p1 3")]
    targets = [target("首店", "30"), target("养老驿站", "8", at="2-p1 2"), target("绿道", "8", "公里", at="2-p1 3")]
    pairs = find_pairs([*results, *targets])
    changes = [
        {"key": "consumption", "zh": "商业"},
        {"key": "old-age", "zh": "养老", "en": "Care for the old", "targets": [targets[1].id]},
        {"key": "consumption", "targets": [targets[2].id]},
    ]
    groups = group_pairs(pairs, [*results, *targets], changes)
    assert [(g.key, g.titles["zh"], [p.target[0] for p in g.pairs]) for g in groups] == [
        ("consumption", "商业", [targets[0].id, targets[2].id]), ("old-age", "养老", [targets[1].id]),
    ]  # fmt: skip


def test_what_only_repeats_a_paired_number_is_not_listed_as_alone() -> None:
    results = [make("商贸类企业", "1523"), make("商贸企业", "1523", at="1-p2 1"), make("外资企业", "28", at="1-p2 2")]
    indicators = [*results, target("商贸类企业", "1500")]
    assert unpaired(find_pairs(indicators), indicators).results == (results[2],)


def test_a_level_stands_beside_its_own_target_and_growth_beside_growth() -> None:
    gdp = {"key": "gdp"}
    level = make("地区生产总值", "586", "亿元", at="1-p1 1", **gdp)
    growth = make("地区生产总值", "6.2", "%", at="1-p1 2", measure="growth", **gdp)
    planned = target("地区生产总值", "6.5", "%", at="2-p1 1", measure="growth", **gdp)
    hoped = target("地区生产总值", "620", "亿元", at="2-p1 2", stretch=True, **gdp)
    assert find_pairs([level, growth, planned, hoped]) == (
        Pair((growth.id,), (planned.id,), "same"), Pair((level.id,), (hoped.id,), "same"),
    )  # fmt: skip
    assert find_pairs([level, growth, planned]) == (Pair((growth.id, level.id), (planned.id,), "same"),)


def test_a_part_of_an_earlier_year_is_no_level_that_grows() -> None:
    income = make("旅游总收入", "312", "亿元", at="1-p1 1")
    restored = make("旅游总收入", "109", "%", at="1-p1 2")
    growth = target("旅游总收入", "8", "%", measure="growth")
    assert find_pairs([income, restored, growth]) == (Pair((income.id,), (growth.id,), "level-growth"),)
