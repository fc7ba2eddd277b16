"""Where a list of numbers stands, for what is said of each of them."""

from typing import NamedTuple

from baogao.indicators.naming import Tail
from baogao.indicators.periods import Setting
from baogao.model import Indicator


class Context(NamedTuple):
    """Where a list of numbers stands."""

    setting: Setting
    text: str
    sentence: int
    edge: int
    gap: str
    tail: Tail
    baseline: bool
    section: str
    paragraph: str
    previous: Indicator | None
