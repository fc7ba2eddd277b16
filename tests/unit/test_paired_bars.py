"""The two bars of a pair compare what can be compared: one result and one target, or the parts of a sum."""

from indicator_maker import make, target

from baogao.site.pages.outcome import bars

GROWTH = make("一般公共预算收入", "13.1", "%", measure="growth")
LEVEL = make("一般公共预算收入", "57.18", "亿元", at="1-p1 2")
AIM = target("一般公共预算收入", "57", "亿元")


def test_only_the_first_result_of_a_pair_is_drawn() -> None:
    assert bars([LEVEL, GROWTH], [AIM], "same") == bars([LEVEL], [AIM], "same") != ""


def test_the_parts_of_a_sum_are_all_drawn() -> None:
    parts = [target("引进企业", "100"), target("引进企业", "200", at="2-p1 2")]
    drawn = bars([make("引进企业", "300")], parts, "sum")
    assert drawn == bars([make("引进企业", "300")], [target("引进企业", "300")], "same") != ""


def test_what_counts_differently_has_no_bars() -> None:
    assert bars([GROWTH], [AIM], "same") == "" and bars([LEVEL], [AIM], "level-growth") == ""
