"""Which blocks of a body are headings, how deep each stands, and which are run into their paragraph.

In: the blocks of a body. Out: Headings. Numbered ones go by their number (numbered.py), the others by company
(plain.py); levels come from nesting.
"""

from collections.abc import Sequence

from baogao.sections.joining import Block
from baogao.sections.numbered import HAN, Heading, numbered_headings
from baogao.sections.numbering import Number, read_number
from baogao.sections.plain import plain_headings


def find_headings(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of a body, in order, with their levels."""
    numbers = [None if block.style in ("table", "note") else read_number(block.text) for block in blocks]
    found = numbered_headings(blocks, numbers)
    found |= {heading.block: heading for heading in plain_headings(blocks, numbers, found)}
    return _levelled(_nested([found[index] for index in sorted(found)], numbers))


def _nested(headings: Sequence[Heading], numbers: Sequence[Number | None]) -> list[Heading]:
    """A second 一、二、三、 inside the report's own stands below the heading that it follows."""
    found: list[Heading] = []
    outer, inner = 0, 0.0  # the last 一、 of the report's own numbering; the rank that an inner one has
    for position, heading in enumerate(headings):
        number = numbers[heading.block]
        if heading.rank < HAN:
            outer, inner = 0, 0.0
        elif number is not None and heading.rank == HAN:
            if number.ordinal == outer + 1 or not outer:
                outer, inner = number.ordinal, 0.0
            elif number.ordinal == 1 and position and headings[position - 1].rank > HAN:
                inner = headings[position - 1].rank + 0.5
        if inner and heading.rank == HAN:
            heading = heading._replace(rank=inner)
        found.append(heading)
    return found


def _levelled(headings: Sequence[Heading]) -> list[Heading]:
    """Levels by nesting: a style that was met before closes what stands below it, a new one opens a level."""
    stack: list[float] = []
    found: list[Heading] = []
    for heading in headings:
        while stack and stack[-1] > heading.rank:
            stack.pop()
        if not stack or stack[-1] < heading.rank:
            stack.append(heading.rank)
        found.append(heading._replace(level=len(stack)))
    return found
