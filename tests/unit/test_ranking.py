"""Which of result and target is higher, as far as the report says it."""

import pytest
from indicator_maker import make, target

from baogao.lexicon import table
from baogao.pairing.ranking import rank
from baogao.pairing.unpaired import hopes_beside


@pytest.mark.parametrize(
    ("result", "op", "goal", "its_op", "said"),
    [
        ("100", "eq", "105", "eq", "above"),
        ("100", "about", "90", "eq", "below"),
        ("100", "eq", "100", "ge", "at-least"),
        ("1523", "eq", "1500", "ge", "floor-below"),
        ("5", "eq", "5.5", "le", "ceiling-above"),
        ("4", "ge", "5", "eq", "open"),  # 增长4%以上 → 5%
        ("4", "ge", "3", "eq", "below"),
        ("100", "gt", "105", "ge", "floor-higher"),
        ("5.5", "le", "5.5", "le", "ceiling-same"),
        ("5.5", "le", "6", "eq", "above"),
        ("5.5", "le", "5", "ge", "open"),
        ("-3.1", "eq", "-2.5", "about", "fall-smaller"),
        ("-2", "eq", "3", "eq", "above"),
        ("-2", "eq", "-3", "ge", "same"),
    ],
)
def test_a_bound_proves_less_than_a_number(result: str, op: str, goal: str, its_op: str, said: str) -> None:
    assert rank(make("能耗", result, "%", op=op), target("能耗", goal, "%", op=its_op)) == said
    assert set(table("remarks")[said]) == {"zh", "en"}


def test_a_range_holds_the_result_or_lies_beside_it() -> None:
    goal = target("出口", "4", "%", op="between", value_max="6")
    assert [rank(make("出口", value, "%"), goal) for value in ("3", "5", "7")] == ["above", "within", "below"]


def test_a_hope_alone_is_a_target() -> None:
    beside = [target("出口", "5", "%"), target("出口", "6", "%", stretch=True, at="2-p1 2")]
    assert hopes_beside(beside) == {beside[1].id}
    assert hopes_beside(beside[1:]) == frozenset()
