"""What every form shares: the key above, the names of the rows, the ticks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from baogao.charts.measuring import BOLD, HINTED, width_of, wrap
from baogao.charts.picture import Line, Picture
from baogao.charts.scene import TEXTS, Scene, Text

WIDE, NARROW = 640, 340
GAP = 6.0  # between a mark and its label


@dataclass(frozen=True, slots=True)
class Columns:
    """Where names end and marks begin. In the narrow drawing the names stand above their marks."""

    names: float  # width of the names
    left: float  # the plot
    right: float
    stacked: bool


def columns(scene: Scene, lines: tuple[Line, ...]) -> Columns:
    if scene.width < 480:
        return Columns(scene.width, 0.0, scene.width, True)
    longest = max(width_of(line.name, scene.size) for line in lines)
    names = min(longest, 218.0)
    return Columns(names + 1, names + 18, scene.width, False)


def write_key(scene: Scene, picture: Picture) -> float:
    """Say with the marks themselves what is filled and what is open. Out: where the rows begin."""
    if not (picture.has_results and picture.has_targets):
        return 4.0
    middle = 11.0
    x = 7.0
    bars = picture.form in ("bars", "shares")
    for role, head in (("result", picture.result_head), ("target", picture.target_head)):
        if bars:
            scene.box(role, x - 6, middle - 5, 14, 10)
        elif role == "result":
            scene.dot(x, middle)
        else:
            scene.diamond(x, middle, 7)
        scene.write(f"value-{role}", x + 13, middle + scene.size * 0.36, head)
        x += 13 + width_of(head, scene.size, BOLD) + 26
    return 34.0


def place_rows(
    scene: Scene, rows: Iterable[tuple[Line, float]], cols: Columns, top: float, draw: Callable[[Line, float], None]
) -> float:  # fmt: skip
    """Write the name of each row, which comes with the height of its marks, and call `draw(line, middle)` for them.

    Out: where the rows end.
    """
    leading = round(scene.size * 1.3)
    for line, tall in rows:
        names = wrap(line.name, scene.size, cols.names, 2 if cols.stacked else 3, HINTED)
        if cols.stacked:
            for number, name in enumerate(names):
                scene.write("text", 0, top + leading * (number + 1) - 6, name)
            draw(line, top + leading * len(names) + tall / 2 + 1)
            top += leading * len(names) + tall + 12
            continue
        height = max(tall, leading * len(names))
        middle = top + height / 2
        first = middle - leading * (len(names) - 1) / 2 + scene.size * 0.36
        for number, name in enumerate(names):
            scene.write("text", 0, first + leading * number, name)
        draw(line, middle)
        top += height + 9
    return top


def ends_of(text: Text, size: float) -> tuple[float, float]:
    """Where a text begins and where it ends."""
    width = width_of(text.text, size, BOLD if TEXTS[text.role][1] > 400 else 1.0)
    left = {"start": text.x, "middle": text.x - width / 2, "end": text.x - width}[text.anchor]
    return left, left + width


def free_parts(scene: Scene, x: float, span: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """The parts of an upright line on which no words lie."""
    upper, lower = span
    for text in sorted(scene.texts, key=lambda text: text.y):
        left, right = ends_of(text, scene.size)
        if left - 2 < x < right + 2 and text.y + 4 > upper:
            if text.y - scene.size > upper + 4:  # not a mere dot between two lines of words
                yield upper, min(text.y - scene.size, lower)
            upper = text.y + 4
    if upper < lower:
        yield upper, lower


def steps(low: float, high: float, room: float) -> list[float]:
    """Round numbers for the ticks of an axis, about one in 90 pixels, zero among them."""
    span = high - low
    if span <= 0:
        return [0.0]
    wanted = span / max(2.0, room / 90)
    for power in range(-3, 16):
        for factor in (1, 2, 2.5, 5):
            step = factor * 10.0**power
            if step >= wanted:
                first = int(low / step) - 1
                ticks = [first * step + step * n for n in range(int(span / step) + 4)]
                return [tick for tick in ticks if low - 1e-9 <= tick <= high + 1e-9]
    return [0.0]
