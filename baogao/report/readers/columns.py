"""The columns of a page: gazettes and newspapers set their text in two or three, and each is read by itself.

A gutter is a strip that hardly any character crosses, between two stretches of text that fill their width.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

Span = tuple[float, float]  # where a column begins and ends
_GUTTER = 0.8  # of a character: how wide a gutter is at least
_CROSSED = 0.15  # of the text beside it: what may cross it, as titles do
_NARROWEST = 8  # characters in a line of a column
_ROWS = 5  # lines of a column
_CENTRE = 0.55  # … from a gutter's middle, in which a character crosses it; punctuation may hang beside a column
_FILLED = 0.8  # of its width, by half of its lines: a table's cells are not


def find_columns(characters: Sequence[Any]) -> list[Span]:
    """The columns of a page, or of all pages, from left to right; one where there is but one."""
    seen = [c for c in characters if c["text"].strip()]
    if not seen:
        return []
    size = median(c["size"] for c in seen)
    left, right = min(c["x0"] for c in seen), max(c["x1"] for c in seen)
    edges = [left]
    for start, end in _gutters(seen, int(left), int(right) + 1, size):
        if start - edges[-1] >= _NARROWEST * size and right - end >= _NARROWEST * size:
            edges += [start, end]
    edges.append(right)
    columns = list(zip(edges[::2], edges[1::2], strict=True))
    return columns if all(_is_filled(seen, column, size) for column in columns) else [(left, right)]


def _gutters(characters: Sequence[Any], left: int, right: int, size: float) -> list[Span]:
    """The strips that hardly a character stands in."""
    cover = [0] * (right - left + 2)
    for c in characters:
        for x in range(round(c["x0"]) - left, min(max(round(c["x1"]) - left, 0), len(cover))):
            cover[x] += 1
    usual = median(cover)
    found: list[Span] = []
    start = None
    for x, count in enumerate(cover):
        if count <= _CROSSED * usual:
            start = x if start is None else start
            continue
        if start is not None and x - start >= _GUTTER * size:
            found.append((float(left + start), float(left + x)))
        start = None
    return found


def _is_filled(characters: Sequence[Any], column: Span, size: float) -> bool:
    """Whether a column holds running text: lines enough, half of them as wide as it is."""
    ends: dict[tuple[int, int], list[float]] = {}
    for c in characters:
        if column[0] - 1 <= c["x0"] and c["x1"] <= column[1] + 1:
            ends.setdefault((c["page_number"], round(c["bottom"] / (0.5 * size))), []).append(c["x1"] - column[0])
    return len(ends) >= _ROWS and median(map(max, ends.values())) >= _FILLED * (column[1] - column[0])


def parted(line: Sequence[Any], columns: Sequence[Span]) -> list[tuple[int | None, list[Any]]]:
    """A line of characters as what stands in each column; whole, with no column, where it crosses a gutter."""
    middles = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    found: dict[int, list[Any]] = {}
    for c in line:
        centre = (c["x0"] + c["x1"]) / 2
        if c["text"].strip() and any(abs(centre - middle) <= _CENTRE * c["size"] for middle in middles):
            return [(None, list(line))]
        found.setdefault(sum(centre > middle for middle in middles), []).append(c)
    return list(found.items())
