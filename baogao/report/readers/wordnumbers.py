"""numbering.xml → the automatic number of each paragraph as Word shows it: 一、 （一） 1. ①

A number that Word makes is not in the text; without it the outline is lost.
"""

from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from baogao.patterns import regex
from baogao.report.readers.wordstyles import Styles
from baogao.report.readers.wordxml import W, attribute, value

_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_PLACE = regex(r"%([1-9])")
_BULLET = "•"


class Level(NamedTuple):
    """One level of a numbering: how it counts and what it shows."""

    format: str
    text: str
    start: int


@dataclass
class Counters:
    """Counts through a document; `numberings` by number id, then level."""

    numberings: dict[str, tuple[str, dict[int, Level]]]
    styles: Styles
    counts: dict[str, list[int]] = field(default_factory=dict)  # by abstract numbering: lists that share it go on
    begun: set[str] = field(default_factory=set)

    def next_number(self, paragraph: Element) -> str:
        """The number that Word shows before a paragraph; "•" for a bullet, "" for none."""
        name, depth = self._place(paragraph)
        if name not in self.numberings:
            return ""
        abstract, levels = self.numberings[name]
        level = levels.get(depth)
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return _BULLET
        counts = self.counts.setdefault(abstract, [])
        while len(counts) <= depth:
            counts.append(levels[len(counts)].start - 1 if len(counts) in levels else 0)
        counts[depth] += 1
        del counts[depth + 1 :]
        return _PLACE.sub(lambda m: _shown(levels, counts, int(m[1]) - 1), level.text)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Number id and level, the paragraph's own or its style's."""
        own = paragraph.find(f"{W}pPr")
        for properties in (own, *(style.find(f"{W}pPr") for style in self.styles.of(paragraph))):
            if name := value(properties, "numPr/numId"):
                depth = value(properties, "numPr/ilvl")
                return name, int(depth) if depth.isdigit() else 0
        return "", 0


def _shown(levels: dict[int, Level], counts: list[int], depth: int) -> str:
    if depth >= len(counts) or depth not in levels:
        return ""
    return show_number(counts[depth], levels[depth].format)


def show_number(number: int, kind: str) -> str:
    """A number in one of Word's formats: 12, "chineseCounting" → 十二."""
    if kind in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand",
                "taiwaneseCounting", "ideographTraditional"):  # fmt: skip
        return _han(number)
    if kind in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join(_HAN[int(digit)] for digit in str(number))
    if kind in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return _han(number, _FORMAL, "拾佰")
    if kind.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    return str(number)


def _han(number: int, digits: str = _HAN, places: str = "十百") -> str:
    """1 → 一, 12 → 十二, 20 → 二十, 105 → 一百〇五; beyond 999 in plain digits."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{digits[hundreds]}{places[1]}" if hundreds else ""
    if tens:
        text += (digits[tens] if tens > 1 or hundreds else "") + places[0]
    elif hundreds and ones:
        text += digits[0]
    return text + (digits[ones] if ones else "")


def read_numbering(part: Element | None) -> dict[str, tuple[str, dict[int, Level]]]:
    """Each number id with the abstract numbering that it uses, and the levels of that."""
    if part is None:
        return {}
    abstracts = {attribute(a, "abstractNumId"): _levels(a) for a in part.iterfind(f"{W}abstractNum")}
    found: dict[str, tuple[str, dict[int, Level]]] = {}
    for number in part.iterfind(f"{W}num"):
        name, abstract = attribute(number, "numId"), value(number, "abstractNumId")
        levels = dict(abstracts.get(abstract, {}))
        restarted = False
        for override in number.iterfind(f"{W}lvlOverride"):
            depth = int(attribute(override, "ilvl") or 0)
            start = value(override, "startOverride")
            levels |= {int(attribute(e, "ilvl") or 0): _level(e) for e in override.iterfind(f"{W}lvl")}
            if start.isdigit() and depth in levels:
                levels[depth] = Level(levels[depth].format, levels[depth].text, int(start))
                restarted = True
        found[name] = (f"{abstract}/{name}" if restarted else abstract, levels)
    return found


def _levels(abstract: Element) -> dict[int, Level]:
    return {int(attribute(e, "ilvl") or 0): _level(e) for e in abstract.iterfind(f"{W}lvl")}


def _level(element: Element) -> Level:
    start = value(element, "start")
    return Level(value(element, "numFmt") or "decimal", value(element, "lvlText"), int(start) if start.isdigit() else 1)
