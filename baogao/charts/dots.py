"""Rows of dots on one axis of per cent: growth rates around zero, or targets by their distance from the result."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from baogao.charts.measuring import BOLD, width_of
from baogao.charts.picture import Line, Mark, Picture, limit_of
from baogao.charts.rows import GAP, columns, free_parts, place_rows, steps, write_key
from baogao.charts.scene import Scene

_TALL = 20.0
_HALF = 7.0  # of a diamond
_SIGN = 12.0  # length of an arrow beside a mark
_LEADING, _BETWEEN = 18.0, 16.0  # of labels that stand below one another, and side by side above their marks
_LEAST = 0.2  # of the room, for the marks; else the labels stand apart


def axis_limit(picture: Picture) -> float | None:
    """Where the axis is cut. A target that is up to two and a half times its result is never cut."""
    values = [mark.value for line in picture.lines for mark in line.marks]
    return limit_of(values, 4.0, 150.0 if picture.form == "pairs" else 0.0)


@dataclass(frozen=True, slots=True)
class Axis:
    """x = start + value * scale, up to `limit`, where the axis is cut."""

    start: float
    scale: float
    limit: float | None

    def x(self, value: float) -> float:
        if self.limit is not None and abs(value) > self.limit:
            value = self.limit * (1.0 if value > 0 else -1.0)
        return self.start + value * self.scale

    def cut(self, value: float) -> bool:
        return self.limit is not None and abs(value) > self.limit


def draw_dots(picture: Picture, width: int, size: float) -> Scene:
    scene = Scene(width, size)
    lines = picture.lines
    cols = columns(scene, lines)
    limit = axis_limit(picture)
    room = (cols.left, cols.right)
    axis, stacked = _beside(picture, size, room, limit)
    apart = _span(picture, axis) < (room[1] - room[0]) * _LEAST
    if apart:  # long labels would leave the marks no room: they get a line of their own
        axis = fit(picture, size, room, limit, lambda line: (0.0, 0.0))
    first = write_key(scene, picture)
    top = first + (scene.size + 4 if picture.form == "pairs" else 0)

    def height(line: Line) -> float:
        return _TALL + _LEADING * (_label_lines(line, size, room) if apart else line in stacked)

    def draw(line: Line, middle: float) -> None:
        low = middle + (height(line) - _TALL) / 2 if apart else middle
        _marks(scene, axis, line, low)
        if apart:
            _labels_above(scene, line, room, low - _TALL / 2 - 3)
        elif line in stacked:
            _labels_stacked(scene, axis, line, middle)
        else:
            _labels(scene, axis, line, middle)

    bottom = place_rows(scene, [(line, height(line)) for line in lines], cols, top, draw)
    if picture.form == "pairs":
        _directions(scene, axis.x(0.0), picture, top - 10)
    _grid(scene, axis, picture, (top - 4, bottom))
    scene.height = bottom + scene.size + 8
    return scene


def _beside(
    picture: Picture, size: float, room: tuple[float, float], limit: float | None
) -> tuple[Axis, frozenset[Line]]:
    """The axis for labels beside their marks, and the rows whose labels stand below one another on one side.

    These are the rows where the label between zero and its mark would lie across the line of zero.
    """
    stacked: frozenset[Line] = frozenset()
    while True:
        axis = fit(picture, size, room, limit, partial(_label_room, size=size, stacked=stacked))
        across = {line for line in picture.lines if line not in stacked and _lies_across(line, axis, size)}
        if not across:
            return axis, stacked
        stacked |= across


def fit(
    picture: Picture,
    size: float,
    room: tuple[float, float],
    limit: float | None,
    labels: Callable[[Line], tuple[float, float]],
) -> Axis:
    """The largest scale at which every mark and its labels (their widths on the left and on the right) fit the room."""
    unit = Axis(0.0, 1.0, limit)
    needs = [(0.0, 6.0, 0.0, 6.0)]  # (lowest value, what is to its left, highest value, what is to its right)
    for line in picture.lines:
        left, right = labels(line)
        for mark in line.marks:
            ends = (_HALF + _reach(mark, -1) + left, _HALF + _reach(mark, 1) + right)
            needs.append((unit.x(mark.value), ends[0], unit.x(mark.value), ends[1]))
            if mark.value_max is not None:
                needs.append((unit.x(mark.value), 0.0, unit.x(mark.value_max), 4.0 + right))
    if picture.form == "pairs":  # so that a chart of small differences does not make them look large
        needs.append((-25.0, 4.0, 25.0, 4.0))
        values = [mark.value for line in picture.lines for mark in line.marks]
        below, above = (width_of(words, size) + 9 for words in (picture.below, picture.above))
        needs.append((0.0, below if min(values) < 0 else 4.0, 0.0, above if max(values) > 0 else 4.0))
    start, scale = room[0], 0.0
    low_scale, high_scale = 0.0, 1000.0
    for _ in range(50):
        scale = (low_scale + high_scale) / 2
        least = max(room[0] + left - lowest * scale for lowest, left, _h, _r in needs)
        most = min(room[1] - right - highest * scale for _l, _n, highest, right in needs)
        if least <= most:
            low_scale, start = scale, least
        else:
            high_scale = scale
    return Axis(start, low_scale, limit)


def _sides(line: Line) -> tuple[Mark | None, Mark | None]:
    """Which mark has its label on the left and which on the right."""
    if line.result and line.target:
        if line.target.value < line.result.value:
            return line.target, line.result
        return line.result, line.target
    mark = line.result or line.target
    if mark is None:
        return None, None
    return (mark, None) if mark.value < 0 else (None, mark)


def _label_room(line: Line, size: float, stacked: frozenset[Line]) -> tuple[float, float]:
    """How much the labels of a row take beside its marks, on the left and on the right."""
    left, right = (GAP + width_of(mark.label, size, BOLD) if mark else 0.0 for mark in _sides(line))
    if line in stacked:
        return (0.0, max(left, right)) if line.marks[0].value > 0 else (max(left, right), 0.0)
    return left, right


def _lies_across(line: Line, axis: Axis, size: float) -> bool:
    """Whether the label on the side of zero reaches to the line of zero."""
    low, high = _sides(line)
    if not low or not high:
        return False
    (left, right), (first, last) = _label_room(line, size, frozenset()), _ends(line, axis)
    zero = axis.x(0.0)
    return (low.value > 0 and first - left < zero + 2) or (high.value < 0 and last + right > zero - 2)


def _ends(line: Line, axis: Axis) -> tuple[float, float]:
    """Where the marks of a row begin and end, with the signs of their comparisons."""
    first = [axis.x(mark.value) - _HALF - _reach(mark, -1) for mark in line.marks]
    last = [axis.x(mark.value) + _HALF + _reach(mark, 1) for mark in line.marks]
    last += [axis.x(mark.value_max) + 4 for mark in line.marks if mark.value_max is not None]
    return min(first), max(last)


def _reach(mark: Mark, side: int) -> float:
    """How far the sign of a comparison reaches out on that side."""
    if mark.op == "about":
        return 6.0
    return _SIGN if mark.away == side else 0.0


def _marks(scene: Scene, axis: Axis, line: Line, y: float) -> None:
    result, target = line.result, line.target
    zero = axis.x(0.0)
    if result and target:
        scene.line("link", (axis.x(result.value), y), (axis.x(target.value), y))
    elif result and axis.x(result.value) != zero:
        scene.line("stem", (zero, y), (axis.x(result.value), y))
    elif target and axis.x(target.value) != zero:
        scene.line("link", (zero, y), (axis.x(target.value), y))
    for mark, role in ((target, "target"), (result, "result")):
        if mark is None:
            continue
        x = axis.x(mark.value)
        if role == "target":
            scene.diamond(x, y, _HALF + (1.5 if result and abs(axis.x(result.value) - x) < 5 else 0))
        else:
            scene.dot(x, y)
        _sign(scene, axis, mark, role, y)
        if axis.cut(mark.value) and abs(x - zero) > 30:
            scene.line("gap", (x - 21, y + 6), (x - 15, y - 6))


def _labels(scene: Scene, axis: Axis, line: Line, y: float) -> None:
    """The lower number on the left of everything in the row, the higher one on its right."""
    low, high = _sides(line)
    first, last = _ends(line, axis)
    for mark, x, anchor in ((low, first - GAP, "end"), (high, last + GAP, "start")):
        if mark:
            role = "target" if mark is line.target else "result"
            scene.write(f"value-{role}", x, y + scene.size * 0.36, mark.label, anchor)


def _labels_stacked(scene: Scene, axis: Axis, line: Line, y: float) -> None:
    """The target's number below the result's, on the side of the marks that is away from zero."""
    first, last = _ends(line, axis)
    x, anchor = (last + GAP, "start") if line.marks[0].value > 0 else (first - GAP, "end")
    for mark, role, lower in ((line.result, "result", -0.5), (line.target, "target", 0.5)):
        if mark:
            scene.write(f"value-{role}", x, y + scene.size * 0.36 + _LEADING * lower, mark.label, anchor)


def _labels_above(scene: Scene, line: Line, room: tuple[float, float], y: float) -> None:
    """Result and target above their marks, side by side, or below one another where that is too wide."""
    x, apart = room[0], _label_lines(line, scene.size, room) > 1
    for mark, role in ((line.result, "result"), (line.target, "target")):
        if mark:
            scene.write(f"value-{role}", x, y - (_LEADING if apart and role == "result" else 0), mark.label)
            x += 0 if apart else width_of(mark.label, scene.size, BOLD) + _BETWEEN


def _label_lines(line: Line, size: float, room: tuple[float, float]) -> int:
    wide = sum(width_of(mark.label, size, BOLD) for mark in line.marks) + _BETWEEN
    return 2 if len(line.marks) > 1 and wide > room[1] - room[0] else 1


def _span(picture: Picture, axis: Axis) -> float:
    """How much of the axis the marks take, in pixels."""
    values = [mark.value for line in picture.lines for mark in line.marks] + [0.0]
    places = [axis.x(value) for value in (*values, *((-25.0, 25.0) if picture.form == "pairs" else ()))]
    return max(places) - min(places)


def _sign(scene: Scene, axis: Axis, mark: Mark, role: str, y: float) -> None:
    """Show the comparison: an arrow for 以上 and 以内, dashes on both sides for 约, a span for a range."""
    x, role = axis.x(mark.value), f"sign-{role}"
    if mark.op == "about":
        for side in (-1, 1):
            scene.line(role, (x + side * (_HALF + 2), y), (x + side * (_HALF + 6), y))
    elif mark.op == "between" and mark.value_max is not None:
        end = axis.x(mark.value_max)
        scene.line(role, (x + _HALF, y), (end, y))
        scene.line(role, (end, y - 5), (end, y + 5))
    elif mark.away:
        tip = x + mark.away * (_HALF + _SIGN - 1)
        scene.line(role, (x + mark.away * _HALF, y), (tip, y))
        scene.line(role, (tip - mark.away * 4.5, y - 4.5), (tip, y), (tip - mark.away * 4.5, y + 4.5))


def _grid(scene: Scene, axis: Axis, picture: Picture, span: tuple[float, float]) -> None:
    """Light lines, which leave out the words that they would run through, and their ticks; zero is drawn darker."""
    values = [replace_limit(mark.value, axis.limit) for line in picture.lines for mark in line.marks] + [0.0]
    low, high = min(values), max(values)
    if picture.form == "pairs":
        low, high = min(low, -25.0), max(high, 25.0)
    ticks = [t for t in steps(low, high, (high - low) * axis.scale) if not axis.limit or abs(t) < axis.limit * 0.9]
    taken: list[tuple[float, float]] = []
    for tick in sorted(ticks, key=abs):  # zero first: its words are sure to find room
        x = axis.x(tick)
        for upper, lower in free_parts(scene, x, span):
            scene.line("axis" if tick == 0 else "grid", (x, upper), (x, lower))
        words = picture.zero if tick == 0 else _percent(tick, picture.form == "pairs")
        half = width_of(words, scene.size) / 2
        centre = min(max(x, half), scene.width - half)
        if all(centre + half + 8 < left or right + 8 < centre - half for left, right in taken):
            scene.write("note", centre, span[1] + scene.size + 2, words, "middle")
            taken.append((centre - half, centre + half))


def _directions(scene: Scene, zero: float, picture: Picture, y: float) -> None:
    """Above the rows: on which side of the line a target is higher than the result."""
    values = [mark.value for line in picture.lines for mark in line.marks]
    for side, words in ((-1, picture.below), (1, picture.above)):
        if any(value * side > 0 for value in values):
            scene.write("note", zero + side * 8, y, words, "end" if side < 0 else "start")


def replace_limit(value: float, limit: float | None) -> float:
    """The value, or where the axis is cut."""
    return value if limit is None or abs(value) <= limit else limit * (1.0 if value > 0 else -1.0)


def _percent(value: float, signed: bool) -> str:
    number = f"{abs(value):g}%"
    return ("−" if value < 0 else "+" if signed else "") + number
