"""Rows of bars from zero, filled for a result and open for a target: amounts of one unit a panel, or shares of 100 %.

The end of a bar shows the comparison: square for an exact number, a point for 以上 and 突破, a notch for 以内 and 不足,
slices for 约.
"""

from baogao.charts.measuring import BOLD, width_of
from baogao.charts.picture import Line, Mark, Panel, Picture, limit_of
from baogao.charts.rows import GAP, Columns, columns, place_rows, write_key
from baogao.charts.scene import Scene

_THIN, _THICK = 11.0, 12.0  # of a bar in a row of two, and alone
_END = 6.0  # depth of a point or notch
_LEADING = 18.0  # of labels that stand above their bars
_LEAST = 0.2  # of the room, for the bars; else the labels stand above them


def draw_bars(picture: Picture, width: int, size: float) -> Scene:
    scene = Scene(width, size)
    cols = columns(scene, picture.lines)
    top = write_key(scene, picture)
    for number, panel in enumerate(picture.panels):
        if panel.heading:
            top += 10 if number else 0
            scene.write("note", 0, top + scene.size - 2, panel.heading)
            top += scene.size + 7
        top = _panel(scene, panel, cols, top, picture.form == "shares")
    scene.height = top - 4
    return scene


def panel_limit(panel: Panel, shares: bool) -> float | None:
    """Where the axis of a panel is cut. Shares end at 100 %."""
    return None if shares else limit_of([mark.value for line in panel.lines for mark in line.marks], 6.0)


def _panel(scene: Scene, panel: Panel, cols: Columns, top: float, shares: bool) -> float:
    limit = panel_limit(panel, shares)
    scale = _scale(scene, panel, cols, shares, True)
    apart = scale * _longest(panel, shares) < (cols.right - cols.left) * _LEAST
    if apart:
        scale = _scale(scene, panel, cols, shares, False)

    def height(line: Line) -> float:
        bars = _THIN * 2 + 4 if len(line.marks) > 1 else _THICK
        return bars + (_LEADING * len(line.marks) if apart else 0)

    def draw(line: Line, middle: float) -> None:
        tall = _THIN if len(line.marks) > 1 else _THICK
        first = y = middle - height(line) / 2
        for mark, role in ((line.result, "result"), (line.target, "target")):
            if mark is None:
                continue
            if apart:
                scene.write(f"value-{role}", cols.left + GAP, y + scene.size - 1, mark.label)
                y += _LEADING
            end = cols.left + min(mark.value, limit or mark.value) * scale
            if shares:
                scene.box("track", cols.left, y, 100 * scale, tall)
            start = cols.left + min(mark.start, limit or mark.start) * scale
            _bar(scene, role, (start, max(end, start + 1.5)), (y, tall), mark)
            if limit is not None and mark.value > limit:
                x = cols.left + limit * scale - 22
                scene.line("gap", (x - 3, y + tall + 2), (x + 3, y - 2))
            if mark.value_max is not None:  # 2—3家: a line from the lower end to the upper
                start, end = end, cols.left + _length(mark, panel, shares) * scale
                scene.line(f"sign-{role}", (start, y + tall / 2), (end, y + tall / 2))
                scene.line(f"sign-{role}", (end, y + 1), (end, y + tall - 1))
            if not apart:
                x = (cols.left + 100 * scale if shares else end + _reach(mark)) + GAP
                scene.write(f"value-{role}", x, y + tall / 2 + scene.size * 0.36, mark.label)
            y += tall + 4
        if cols.stacked and not shares:
            scene.line("axis", (cols.left, first - 3), (cols.left, y - 1))

    bottom = place_rows(scene, [(line, max(height(line), 20.0)) for line in panel.lines], cols, top, draw)
    if not shares and not cols.stacked:
        scene.line("axis", (cols.left, top - 3), (cols.left, bottom - 5))
    return bottom


def _scale(scene: Scene, panel: Panel, cols: Columns, shares: bool, beside: bool) -> float:
    """Pixels a unit, so that the longest bar, and its label where that stands beside it, end at the right edge."""
    room = cols.right - cols.left - GAP - 2
    found = []
    for mark in (mark for line in panel.lines for mark in line.marks):
        value = _length(mark, panel, shares)
        label = width_of(mark.label, scene.size, BOLD) if beside else 0.0
        if value > 0:
            found.append((room - label - (0 if shares else _reach(mark))) / value)
    return min(found, default=1.0)


def _length(mark: Mark, panel: Panel, shares: bool) -> float:
    """How far a bar reaches, in units: to the end of its range, and no further than the axis does."""
    reach, limit = mark.value_max or mark.value, panel_limit(panel, shares)
    return 100.0 if shares else min(reach, limit or reach)


def _longest(panel: Panel, shares: bool) -> float:
    return max(_length(mark, panel, shares) for line in panel.lines for mark in line.marks)


def _reach(mark: Mark) -> float:
    """How far the sign of a comparison reaches beyond the value."""
    if mark.op == "about":
        return 8.0
    return _END if mark.away > 0 else 0.0


def _bar(scene: Scene, role: str, ends: tuple[float, float], lane: tuple[float, float], mark: Mark) -> None:
    (start, end), (y, tall) = ends, lane
    if role == "target":  # its line lies inside the lane, so that both bars look equally thick
        y, tall = y + 1, tall - 2
    tip = end + _END * mark.away
    middle = y + tall / 2
    if mark.away > 0 or (mark.away < 0 and end - start > _END):
        scene.polygon(role, (start, y), (end, y), (tip, middle), (end, y + tall), (start, y + tall))
    elif mark.op == "about":
        solid = max(start + 2, end - 6)
        scene.box(role, start, y, solid - start, tall)
        for number in range(3):
            scene.box(role, solid + 2 + number * 4, y, 1.5, tall)
    else:
        scene.box(role, start, y, end - start, tall)
    total = sum(mark.parts)
    part = 0.0
    for value in mark.parts[:-1]:  # white lines between the parts of a sum
        part += value
        x = start + (end - start) * part / total
        scene.line("gap", (x, y), (x, y + tall))
