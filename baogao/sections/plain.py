"""Headings without a number: short lines that stand alone before longer text, in company of their like.

"“十四五”时期工作回顾" (no full stop) and "产业结构持续优化。" (a sentence; pages set it bold before its paragraph).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from baogao.patterns import HAN as LETTER
from baogao.patterns import regex
from baogao.report.tidy import squash
from baogao.sections.joining import Block
from baogao.sections.numbered import HAN, SPOKEN, Heading, has_measure
from baogao.sections.numbering import Number
from baogao.sections.phrases import phrases

_OPEN = 45  # characters of a heading without a full stop
_CLOSED = 34  # … of one with a full stop
_OF_FAMILY = 64  # … of one whose like begins with the same words
_ALIKE = 2  # … that a run of lines begins with: "着力…", "着力…"
_FAMILY = 4  # characters that headings of one family begin with
_INTRODUCTION = 2  # paragraphs with which a chapter may open before the headings in it
_FEW = 2  # parts without numbers inside, among those with
_UPPER, _LOWER, _TOP = SPOKEN, SPOKEN + 1, 15.0  # ranks
_SHORTEST = 3  # … of one that is not Han alone
_HAN = regex(LETTER)
_END = regex("[。！？!?]")
_CAPTION = regex(
    "表(?:[（(][^（()）]*[)）]|[一二三四五六七八九十\\d]+)?$|^(?:附?表)[一二三四五六七八九十\\d]+"
)  # of a table
_NO_END = tuple("：:；;，,、！!？?…")


def plain_headings(
    blocks: Sequence[Block], numbers: Sequence[Number | None], numbered: Mapping[int, Heading]
) -> list[Heading]:
    """The headings without a number, part by part: a part is what stands between two numbered headings."""
    bounds = [-1, *sorted(i for i, h in numbered.items() if h.rank < SPOKEN), len(blocks)]
    top = not any(h.rank <= 20 and not h.run_in for h in numbered.values())
    opened: list[int] = []
    closed: dict[tuple[int, int], list[int]] = {}
    for part in pairwise(bounds):
        inside = [i for i in range(part[0] + 1, part[1]) if i not in numbered]
        able = [i for i in inside if _may_head(blocks, numbers, i, numbered)]
        opened += [i for i in able if not blocks[i].text.endswith("。")]
        ended = [i for i in able if blocks[i].text.endswith("。")]
        spoken = [i for i in range(part[0] + 1, part[1]) if i in numbered]
        closed[part] = spoken + _in_company(blocks, ended, len(inside), bool(spoken))
    found = _ranked_open(blocks, numbers, numbered, opened, top)
    for members in closed.values():
        found += _ranked_closed(blocks, sorted(members), numbered)
    return found


def _may_head(
    blocks: Sequence[Block], numbers: Sequence[Number | None], index: int, numbered: Mapping[int, Heading]
) -> bool:
    """Whether a block without a number can be a heading: short, alone, and followed by longer text."""
    block, text = blocks[index], blocks[index].text
    if numbers[index] is not None or block.style in ("table", "note", "list") or index + 1 >= len(blocks):
        return False
    if not 2 <= len(text) <= _OF_FAMILY or text.endswith(_NO_END) or has_measure(text):
        return False
    if text.endswith("。"):
        if len(_END.findall(text)) > 2 or index + 1 in numbered:
            return False
    elif len(text) > _OPEN or _END.search(text) or not _is_worded(text):
        return False
    if phrases().lead_in.search(squash(text)):
        return False
    following = blocks[index + 1]
    if following.style == "table" and _CAPTION.search(text):
        return False
    if index + 1 in numbered or following.style == "table" or _is_chapter(text):
        return True
    return len(following.text) > max(20, 1.3 * len(text))


def _is_worded(text: str) -> bool:
    """Whether a line is Chinese words, be they two characters (工业); not "date: 1999-01-01" or a rule of dashes."""
    words = len(_HAN.findall(text))
    return words == len(text) or (len(text) > _SHORTEST and 2 * words >= len(text) - text.count(" "))


def _in_company(blocks: Sequence[Block], able: Sequence[int], total: int, spoken: bool) -> list[int]:
    """Of sentences that can be headings, those with enough of their like in one part."""
    families = _families(blocks, able)
    own = {i for members in families for i in members}
    single = [i for i in able if i not in own and len(blocks[i].text) <= _CLOSED]
    if len(single) + len(own) < 2 or 3 * (len(single) + len(own)) < total - len(own) - len(single):
        single = [i for i in single if blocks[i].style]
    kept = sorted([*own, *single])
    return kept if len(kept) > 1 or spoken or any(blocks[i].style for i in kept) else []


def _families(blocks: Sequence[Block], indexes: Sequence[int]) -> list[list[int]]:
    """Lines that begin alike: 这一年，我们… 这一年，我们…"""
    found: dict[str, list[int]] = {}
    for index in indexes:
        found.setdefault(blocks[index].text[:_FAMILY], []).append(index)
    return [members for members in found.values() if len(members) > 1]


def _ranked_open(
    blocks: Sequence[Block],
    numbers: Sequence[Number | None],
    numbered: Mapping[int, Heading],
    opened: Sequence[int],
    top: bool,
) -> list[Heading]:
    """Headings without a full stop: chapters by what they say; else the first level where nothing is numbered 一、, or
    above the numbers that begin anew after each of them."""
    chapters = _chapters(blocks, numbers, numbered, opened)
    stops = [*opened[1:], len(numbers)]
    above = {i: rank for i, stop in zip(opened, stops, strict=False) if (rank := _begins(i, stop, numbers, numbered))}
    counts = Counter(above.values())
    upper = min((rank for rank, count in counts.items() if count > 1), default=0.0)
    beside = [i for i in opened if i not in above and not any(n in numbered for n in _until(i, above, len(numbers)))]
    found: list[Heading] = []
    leads = False  # whether the chapter that was met last leads to what stands after it
    for index, stop in zip(opened, stops, strict=False):
        rank = above.get(index, 0.0)
        several = counts[rank] > 1 or bool(blocks[index].style)
        if index in chapters:
            leads = any(i in numbered for i in range(index + 1, stop)) or _leads(blocks[index + 1 : stop])
        if index in chapters or (top and not (chapters and leads)):
            rank = _TOP
        elif top:
            rank = _TOP + 1
        elif rank and several:
            rank -= 0.5
        elif upper and len(beside) <= _FEW and index in beside:
            rank = upper - 0.5  # 外交工作, after two parts that are numbered inside
        elif len(opened) > 1 or blocks[index].style:
            rank = _UPPER
        else:
            continue  # one such line in a numbered report: a stray piece of the page
        found.append(Heading(index, blocks[index].text, rank, False, "a short line alone before its text"))
    return found


def _until(index: int, stops: Iterable[int], end: int) -> range:
    """The blocks after a line and before the next of some others."""
    return range(index + 1, min((stop for stop in stops if stop > index), default=end))


def _chapters(
    blocks: Sequence[Block], numbers: Sequence[Number | None], numbered: Mapping[int, Heading], opened: Sequence[int]
) -> set[int]:
    """Of lines without a number, those that open a chapter: "2024年工作回顾" over "实体经济根基进一步夯实" or over
    "一、突出稳进提质"; none where the numbered headings are the chapters, or where but one line says so."""
    own = [number for i, h in numbered.items() if h.rank <= HAN and not h.run_in and (number := numbers[i])]
    if any(_is_chapter(number.rest.rstrip("。")) for number in own):
        return set()
    begins = {i: blocks[i].text.lstrip("0123456789年")[:_ALIKE] for i in opened}
    alike = Counter(begins.values())
    found = {i for i in opened if _is_chapter(blocks[i].text) and alike[begins[i]] < 3}
    return found if len(found) > 1 else set()


def _is_chapter(text: str) -> bool:
    return bool(phrases().chapter.fullmatch(squash(text)))


def _leads(own: Sequence[Block]) -> bool:
    """Whether a chapter leads to the headings that follow it: its own text is short, or ends with what comes next."""
    return (
        len(own) <= _INTRODUCTION or own[-1].text.endswith("：") or bool(phrases().lead_in.search(squash(own[-1].text)))
    )


def _begins(index: int, stop: int, numbers: Sequence[Number | None], numbered: Mapping[int, Heading]) -> float:
    """The rank of the numbering that begins at 一 after a line and before the next such line; 0 where none does."""
    for following in range(index + 1, stop):
        if following in numbered and numbered[following].rank < SPOKEN:
            number = numbers[following]
            return numbered[following].rank if number is not None and number.ordinal == 1 else 0.0
    return 0.0


def _ranked_closed(blocks: Sequence[Block], members: Sequence[int], numbered: Mapping[int, Heading]) -> list[Heading]:
    """Sentences as headings: families and 一是 above single ones that stand under them."""
    plain = [i for i in members if i not in numbered]
    upper = _upper(_families(blocks, plain)) | {i for i in members if i in numbered}
    mixed = any(i in upper for i in plain) and any(i not in upper for i in plain)
    found: list[Heading] = []
    under = False
    for index in members:
        under = under or (index in upper and mixed)
        if index in numbered:
            continue
        rank = _UPPER if index in upper or not under else _LOWER
        found.append(
            Heading(index, blocks[index].text, rank, False, "a short sentence alone before its text, as others")
        )
    return found


def _upper(families: Sequence[Sequence[int]]) -> set[int]:
    """The members of those families that do not stand wholly between two members of another."""
    kept: set[int] = set()
    gaps = sorted(gap for members in families for gap in pairwise(members))
    reach: list[tuple[int, int]] = []  # the gaps, each with the furthest end of all that begin before it
    for start, end in gaps:
        reach.append((start, max(end, reach[-1][1] if reach else 0)))
    for members in families:
        before = bisect_left(reach, (members[0], 0))
        if not before or reach[before - 1][1] <= members[-1]:
            kept.update(members)
    return kept
