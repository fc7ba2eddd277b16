"""Rows of dots on one axis of per cent: growth rates around zero, or targets by their distance from the result."""

from dataclasses import dataclass

from baogao.drawing.measuring import width_of
from baogao.drawing.picture import Line, Mark, Picture, limit_of
from baogao.drawing.rows import GAP, columns, place_rows, steps, write_key
from baogao.drawing.scene import Scene

_TALL = 20.0
_HALF = 7.0  # of a diamond
_SIGN = 12.0  # length of an arrow beside a mark


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
    limit = limit_of([mark.value for line in lines for mark in line.marks])
    axis = fit(lines, size, (cols.left, cols.right), limit, picture.form == "pairs")
    first = write_key(scene, picture)
    top = first + (scene.size + 6 if picture.form == "pairs" else 0)
    bottom = place_rows(scene, lines, cols, top, lambda line, y: _row(scene, axis, line, y), lambda _: _TALL)
    _grid(scene, axis, picture, (cols.left, cols.right), (top - 2, bottom))
    scene.height = bottom + scene.size + 8
    return scene


def fit(
    lines: tuple[Line, ...], size: float, room: tuple[float, float], limit: float | None, relative: bool
) -> Axis:  # fmt: skip
    """The largest scale at which every mark and its label stay in the room."""
    unit = Axis(0.0, 1.0, limit)
    needs = []  # (lowest value, what is to its left, highest value, what is to its right)
    for line in lines:
        low, high = _sides(line)
        values = [unit.x(mark.value) for mark in line.marks] + [0.0]
        ends = [unit.x(mark.value_max) for mark in line.marks if mark.value_max is not None]
        left = _need(low, size, -1) if low else 6.0
        right = _need(high, size, 1) if high else 6.0
        lowest = unit.x(low.value) if low else min(values)
        highest = max([unit.x(high.value) if high else max(values), *ends])
        needs.append((lowest, left, highest, right))
        needs.append((min(values), 6.0, max(values), 6.0))
    if relative:  # so that a chart of small differences does not make them look large
        needs.append((-25.0, 4.0, 25.0, 4.0))
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


def _need(mark: Mark, size: float, side: int) -> float:
    return _HALF + _reach(mark, side) + GAP + width_of(mark.label, size) * 1.04 + 1


def _reach(mark: Mark, side: int) -> float:
    """How far the sign of a comparison reaches out on that side."""
    if mark.op == "about":
        return 6.0
    return _SIGN if mark.away == side else 0.0


def _row(scene: Scene, axis: Axis, line: Line, y: float) -> None:
    result, target = line.result, line.target
    zero = axis.x(0.0)
    if result and target:
        scene.line("link", (axis.x(result.value), y), (axis.x(target.value), y))
    elif result and axis.x(result.value) != zero:
        scene.line("stem", (zero, y), (axis.x(result.value), y))
    elif target and axis.x(target.value) != zero:
        scene.line("link", (zero, y), (axis.x(target.value), y))
    left, right = _sides(line)
    for mark, role in ((target, "target"), (result, "result")):
        if mark is None:
            continue
        x = axis.x(mark.value)
        if role == "target":
            scene.diamond(x, y, _HALF + (1.5 if result and abs(axis.x(result.value) - x) < 5 else 0))
        else:
            scene.dot(x, y)
        _sign(scene, axis, mark, role, y)
        if axis.cut(mark.value):
            scene.line("gap", (x - 21, y + 6), (x - 15, y - 6))
        side = -1 if mark is left else 1
        reach = _HALF + _reach(mark, side) + GAP
        if mark.value_max is not None and side > 0:
            reach += axis.x(mark.value_max) - x
        anchor = "end" if side < 0 else "start"
        scene.write(f"value-{role}", x + side * reach, y + scene.size * 0.36, mark.label, anchor)
        assert mark is left or mark is right


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


def _grid(
    scene: Scene, axis: Axis, picture: Picture, room: tuple[float, float], span: tuple[float, float]
) -> None:  # fmt: skip
    """Light lines and their ticks; zero is drawn darker."""
    values = [replace_limit(mark.value, axis.limit) for line in picture.lines for mark in line.marks] + [0.0]
    low, high = min(values), max(values)
    if picture.form == "pairs":
        low, high = min(low, -25.0), max(high, 25.0)
    ticks = [t for t in steps(low, high, (high - low) * axis.scale) if not axis.limit or abs(t) < axis.limit * 0.9]
    for tick in ticks:
        x = axis.x(tick)
        scene.line("axis" if tick == 0 else "grid", (x, span[0]), (x, span[1]))
        words = picture.zero if tick == 0 else _percent(tick, picture.form == "pairs")
        half = width_of(words, scene.size) / 2
        centre = min(max(x, half), scene.width - half)
        others = [t for t in ticks if t != 0]
        if tick == 0 or all(abs(axis.x(0) - x) > half + width_of(picture.zero, scene.size) / 2 + 8 for _ in others[:1]):
            scene.write("note", centre, span[1] + scene.size + 2, words, "middle")


def replace_limit(value: float, limit: float | None) -> float:
    """The value, or where the axis is cut."""
    return value if limit is None or abs(value) <= limit else limit * (1.0 if value > 0 else -1.0)


def _percent(value: float, signed: bool) -> str:
    number = f"{abs(value):g}%"
    return ("−" if value < 0 else "+" if signed else "") + number
