"""What a chart shows, in one language: rows with their marks and words. Describing makes it, a layout places it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in a row, and its words. `op` is the comparison, which the mark shows too."""

    value: float  # in the unit of the axis
    op: str
    label: str
    value_max: float | None = None  # of a range
    start: float = 0.0  # where its bar begins: what an addition adds to
    parts: tuple[float, ...] = ()  # of a sum
    sign: int = 1  # -1 for a fall: 下降3%以上 means further from zero

    @property
    def away(self) -> int:
        """Which way a comparison points: 1 to the right (以上, 突破), -1 to the left (以内, 不足), 0 neither."""
        return {"ge": self.sign, "gt": self.sign, "le": -self.sign, "lt": -self.sign}.get(self.op, 0)


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    result: Mark | None = None
    target: Mark | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in (self.result, self.target) if mark)


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows that share one axis; a picture of bars has a panel for each unit."""

    lines: tuple[Line, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    form: str  # pairs, growth, bars, shares
    panels: tuple[Panel, ...]
    result_head: str  # "2023年结果"
    target_head: str  # "2024年目标"
    zero: str = "0"  # the words of the axis' zero …
    below: str = ""  # … and of its sides
    above: str = ""
    title: str = ""
    description: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for panel in self.panels for line in panel.lines)

    @property
    def has_results(self) -> bool:
        return any(line.result for line in self.lines)

    @property
    def has_targets(self) -> bool:
        return any(line.target for line in self.lines)


def limit_of(values: list[float], far: float, least: float = 0.0) -> float | None:
    """Where an axis is cut, so that a value far beyond the rest does not flatten it; None where nothing is.

    The cut falls into the widest gap among the upper third, if there the next value is more than `far` times as large;
    the rest then fills four fifths of the axis. Nothing below `least` is cut.
    """
    sizes = sorted(abs(value) for value in values if value)
    if len(sizes) < 4:
        return None
    gaps = [(sizes[i + 1] / sizes[i], sizes[i]) for i in range(len(sizes) * 2 // 3 - 1, len(sizes) - 1)]
    ratio, below = max(gaps)
    return max(below * 1.25, least) if ratio > far and sizes[-1] > least else None
