"""Which blocks of a body are headings, how deep each stands, and which are run into their paragraph.

Numbered headings go by their number (一、（一）1.). Headings without a number are known by company: short lines that
stand alone before longer text, several of them in one part of the report.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baogao.joining import Block
from baogao.numbering import Number, read_number
from baogao.phrases import phrases
from baogao.tidy import squash

LONGEST = 90  # characters of a heading on a line of its own
RUN_IN = 60  # characters of a heading that is run into its paragraph
PLAIN = 70  # characters of a heading without a number
_END = re.compile("[。！？!?]")
_INNER_END = re.compile("[。！？；!?;].")
_MEASURE = re.compile(r"\d[\d.,]*\s*([%％‰]|[万亿]|个百分点)")
_FAMILY = 4  # characters that headings of one family begin with


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that is a heading, or begins with one. `rank` orders the styles (numbering.py)."""

    block: int
    text: str
    rank: float
    run_in: bool
    why: str
    level: int = 0


def find_headings(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of a body, in order, with their levels."""
    numbers = [read_number(block.text) if block.style != "table" else None for block in blocks]
    numbered = _numbered(blocks, numbers)
    found = {heading.block: heading for heading in numbered}
    for heading in _plain(blocks, numbers, found):
        found[heading.block] = heading
    return _levelled([found[index] for index in sorted(found)])


def _numbered(blocks: Sequence[Block], numbers: Sequence[Number | None]) -> list[Heading]:
    found: list[Heading] = []
    for index, (block, number) in enumerate(zip(blocks, numbers, strict=True)):
        if number is None:
            continue
        heading = _as_heading(index, block, number)
        if heading is not None:
            found.append(heading)
    return _without_lists(blocks, numbers, found)


def _as_heading(index: int, block: Block, number: Number) -> Heading | None:
    """A numbered block as a heading of its own line or run into its paragraph; None where it is neither."""
    rest = number.rest
    why = f"numbered as {block.text[: len(block.text) - len(rest)].strip() or number.style}"
    if len(rest) <= LONGEST and not _INNER_END.search(rest) and not rest.endswith(("；", ";", "，", "、")):
        if number.style == "spoken" and not rest.endswith("。"):
            return None
        return Heading(index, block.text, number.rank, False, why)
    if number.style == "spoken":
        return None
    stop = _END.search(rest)
    if stop and 2 <= stop.start() <= RUN_IN and stop.end() < len(rest) and not _MEASURE.search(rest[: stop.start()]):
        head = block.text[: len(block.text) - len(rest) + stop.start()]
        return Heading(index, head, number.rank, True, why + ", run into its paragraph")
    return None


def _without_lists(
    blocks: Sequence[Block], numbers: Sequence[Number | None], found: list[Heading]
) -> list[Heading]:
    """Numbered lines that follow each other without text between them are a list, not headings."""
    kept: list[Heading] = []
    at = {heading.block: heading for heading in found}
    for heading in found:
        number = numbers[heading.block]
        assert number is not None
        if number.style in ("part", "chapter", "han", "clause"):
            kept.append(heading)
            continue
        listed = any(_same_list(numbers, blocks, at, heading.block, step) for step in (-1, 1))
        if not listed or heading.run_in:
            kept.append(heading)
    return kept


def _same_list(
    numbers: Sequence[Number | None], blocks: Sequence[Block], at: dict[int, Heading], index: int, step: int
) -> bool:
    """Whether the neighbouring block is the next item of the list that a block belongs to."""
    other = index + step
    if not 0 <= other < len(blocks):
        return False
    here, there = numbers[index], numbers[other]
    if here is None or there is None or there.style != here.style or there.ordinal != here.ordinal + step:
        return False
    neighbour = at.get(other)
    return neighbour is None or not neighbour.run_in


def _plain(
    blocks: Sequence[Block], numbers: Sequence[Number | None], numbered: dict[int, Heading]
) -> list[Heading]:
    """Headings without a number, part by part: a part is what stands between two numbered headings."""
    found: list[Heading] = []
    bounds = [-1, *sorted(i for i, h in numbered.items() if h.rank < 70), len(blocks)]
    top = not any(h.rank <= 20 for h in numbered.values())
    for before, after in zip(bounds, bounds[1:], strict=False):
        parent = numbered[before].rank if before >= 0 else 0.0
        part = [i for i in range(before + 1, after) if i not in numbered and _may_head(blocks, numbers, i, numbered)]
        closed = [i for i in part if blocks[i].text.endswith("。")]
        if len(closed) < 2 and not any(numbered[i].rank == 70 for i in range(before + 1, after) if i in numbered):
            part = [i for i in part if i not in closed or blocks[i].style]
        found += _ranked(blocks, numbers, part, parent, top, numbered)
    return found


def _may_head(
    blocks: Sequence[Block], numbers: Sequence[Number | None], index: int, numbered: dict[int, Heading]
) -> bool:
    """Whether a block without a number can be a heading: short, alone, and followed by longer text."""
    block = blocks[index]
    text = block.text
    if numbers[index] is not None or block.style in ("table", "note", "list") or not 2 <= len(text) <= PLAIN:
        return False
    if text.endswith(("：", ":", "；", ";", "，", ",", "、", "！", "!", "？", "?", "”，")) or _MEASURE.search(text):
        return False
    if len(_END.findall(text)) > 2 or (_INNER_END.search(text) and not text.endswith("。")):
        return False
    if phrases().lead_in.search(squash(text)):
        return False
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None:
        return False
    if index + 1 in numbered:
        return not text.endswith("。")
    return len(following.text) > max(20, len(text)) or following.style == "table"


def _ranked(
    blocks: Sequence[Block],
    numbers: Sequence[Number | None],
    part: Sequence[int],
    parent: float,
    top: bool,
    numbered: dict[int, Heading],
) -> list[Heading]:
    """The plain headings of one part with their ranks: families above single ones."""
    families: dict[str, list[int]] = {}
    for index in part:
        families.setdefault(blocks[index].text[:_FAMILY], []).append(index)
    shared = _upper([members for members in families.values() if len(members) > 1])
    mixed = bool(shared) and len(shared) < len(part)
    found: list[Heading] = []
    under = False
    for index in part:
        text = blocks[index].text
        following = numbers[index + 1] if index + 1 in numbered else None
        if not text.endswith("。") and (top or (following is not None and following.ordinal == 1)):
            rank = 15.0 if top else (following.rank if following else parent) - 0.5
        elif index in shared or not (mixed and under):
            rank = 71.0
            under = under or index in shared
        else:
            rank = 72.0
        found.append(Heading(index, text, rank, False, "a short line alone before its text"))
    return found


def _upper(families: Sequence[Sequence[int]]) -> set[int]:
    """The members of those families that do not stand wholly between two members of another."""
    kept: set[int] = set()
    for members in families:
        nested = any(
            a < members[0] and members[-1] < b
            for other in families
            if other is not members
            for a, b in zip(other, other[1:], strict=False)
        )
        if not nested:
            kept.update(members)
    return kept


def _levelled(headings: Sequence[Heading]) -> list[Heading]:
    """Levels by nesting: a style that was met before closes what stands below it, a new one opens a level."""
    stack: list[float] = []
    found: list[Heading] = []
    for heading in headings:
        rank = 71.0 if heading.rank == 70 else heading.rank
        while stack and stack[-1] > rank:
            stack.pop()
        if not stack or stack[-1] < rank:
            stack.append(rank)
        found.append(Heading(heading.block, heading.text, rank, heading.run_in, heading.why, len(stack)))
    return found
