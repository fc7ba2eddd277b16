"""What is known while a paragraph is read, and where a list of numbers stands in it."""

from collections.abc import Sequence
from typing import NamedTuple

from baogao.indicators.amounts import Found
from baogao.indicators.naming import Tail
from baogao.indicators.periods import Setting
from baogao.model import Indicator, OtherNumber


class Place(NamedTuple):
    """Where a paragraph stands."""

    section: str
    paragraph: str
    setting: Setting
    name: str = ""  # of the place, which may stand before a name
    heading: str = ""  # of the section: it may be the name that its first sentence leaves out


class Name(NamedTuple):
    """What is measured, as found in the text."""

    text: str
    start: int
    end: int
    verbs: str = ""
    rule: str = "name before"


class Work:
    """What is known while a paragraph is read."""

    def __init__(self, text: str, place: Place, order: dict[int, int]) -> None:
        self.text = text
        self.place = place
        self.setting = place.setting
        self.settings: Sequence[tuple[int, Setting]] = ((0, place.setting),)  # of the sentence, by where each begins
        self.start = 0  # of the sentence
        self.end = 0
        self.edge = 0  # up to here the text is used
        self.says_why = len(text)  # from here on the text tells why a target was set
        self.name: Name | None = None
        self.syncs = 0  # targets in words so far
        self.order = order  # a number's place in the text → its count
        self.indicators: list[Indicator] = []
        self.others: list[OtherNumber] = []

    def turn(self, at: int) -> None:
        """Take the setting that a place of the text stands in."""
        for start, setting in self.settings:
            if at >= self.start + start:
                self.setting = setting

    def aside(self, number: Found, why: str) -> None:
        self.others.append(OtherNumber(self.place.paragraph, number.start, number.end, number.quantity.text, why))


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
