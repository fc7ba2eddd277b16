"""The picture of a report where its address is shared: a PNG of 1200 × 630 with title and headline figures.

Its text must be drawn, so it needs a font: the subset in charts/fonts, used here and nowhere else, never served.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from baogao.charts.describing import Describer
from baogao.charts.measuring import width_of, wrap
from baogao.charts.row_names import said_of
from baogao.charts.style import Style, house_style, style_path
from baogao.content import LANGUAGES, ReportFolder
from baogao.model import Finding, Indicator
from baogao.paths import shipped

WIDTH, HEIGHT, MARGIN = 1200, 630, 64
CELL = (WIDTH - 2 * MARGIN) / 3
LATIN = 0.95  # how wide its font is, compared with the table of measuring


@dataclass(frozen=True, slots=True)
class Label:
    """A text of the picture: colour by name of the style, x from the left, y of the base line from the top."""

    text: str
    colour: str
    size: float
    x: float
    y: float


def font_path() -> Path:
    return shipped("charts") / "fonts" / "NotoSansSC-Medium-subset.ttf"


def share_picture(folder: ReportFolder, language: str, cache_folder: Path) -> bytes:
    """The PNG, from the cache where nothing in it has changed, else drawn."""
    style = house_style(style_path())
    labels, marks = lay_out(folder, language)
    code = Path(__file__).read_bytes()
    asked = (repr(labels), repr(marks), repr(style.values), sha256(code).hexdigest(), version("matplotlib"))
    key = sha256("\n".join(asked).encode()).hexdigest()[:16]
    path = cache_folder / f"{folder.slug}.share-{language}-{key}.png"
    try:
        return path.read_bytes()
    except OSError:
        pass
    picture = _drawn(labels, marks, style)
    cache_folder.mkdir(parents=True, exist_ok=True)
    for old in cache_folder.glob(f"{folder.slug}.share-{language}-*.png"):
        old.unlink(missing_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    aside.write_bytes(picture)
    aside.replace(path)
    return picture


def lay_out(folder: ReportFolder, language: str) -> tuple[list[Label], list[tuple[str, float, float]]]:
    """The texts of the picture, and its marks: (role, x, y)."""
    report = folder.extract.report
    place = folder.settings.places.get(language) or report.place
    title = folder.settings.short_titles.get(language) or folder.title(language)
    size, lines = _fitted(title, 54, WIDTH - 2 * MARGIN, 2)
    labels = [Label(place, "muted", 30, MARGIN, 98)]
    y = 98 + 18 + size
    for line in lines:
        labels.append(Label(line, "ink", size, MARGIN, y))
        y += size * 1.25
    rule = y - size * 1.25 + 50
    marks: list[tuple[str, float, float]] = [("rule", MARGIN, rule)]
    top = rule + 58
    pitch = min(156.0, (HEIGHT - 56 - top) / 2)
    told = Describer(folder, language)
    by_id = folder.indicators_by_id
    cells = [[tuple(by_id[i] for i in side) for side in sides] for _, *sides in folder.headlines[:6]]
    names = [said_of((*results, *targets)[0], folder, language) for results, targets in cells]
    small = min((_fitted(name, 24, CELL - 36, 1)[0] for name in names), default=24)
    for number, ((results, targets), name) in enumerate(zip(cells, names, strict=True)):
        x, y = MARGIN + CELL * (number % 3), top + pitch * (number // 3)
        labels.append(Label(wrap(name, small, CELL - 36, 1, LATIN)[0], "muted", small, x, y))
        found, placed = _figures(told, results, targets, (x, y))
        labels += found
        marks += placed
    labels.append(Label(told.head("result"), "result", 22, MARGIN + 24, HEIGHT - 34))
    marks.append(("result", MARGIN + 8, HEIGHT - 42))
    x = MARGIN + 24 + width_of(told.head("result"), 22, LATIN) + 60
    labels.append(Label(told.head("target"), "target", 22, x, HEIGHT - 34))
    marks.append(("target", x - 17, HEIGHT - 42))
    return labels, marks


def _figures(
    told: Describer, results: tuple[Indicator, ...], targets: tuple[Indicator, ...], corner: tuple[float, float]
) -> tuple[list[Label], list[tuple[str, float, float]]]:  # fmt: skip
    """A headline figure: its result large, its target small."""
    x, y = corner
    room = CELL - 36
    labels = []
    marks = []
    if results:
        size, lines = _fitted(told.value(results[0]), 42, room, 1)
        labels.append(Label(lines[0], "result", size, x, y + 48))
    if targets:
        size, lines = _fitted(told.value(targets[0]), 26 if results else 42, room - 26, 1)
        low = y + (84 if results else 48)
        labels.append(Label(lines[0], "target", size, x + 26, low))
        marks.append(("target", x + 9, low - size * 0.36))
    return labels, marks


def _fitted(text: str, size: float, room: float, most: int) -> tuple[float, list[str]]:
    """The largest size, down to six tenths, at which a text needs no more lines than allowed."""
    for factor in (1.0, 0.9, 0.8, 0.7, 0.6):
        lines = wrap(text, size * factor, room, 9, LATIN)
        if len(lines) <= most:
            return size * factor, lines
    return size * 0.6, wrap(text, size * 0.6, room, most, LATIN)


def _drawn(labels: list[Label], marks: list[tuple[str, float, float]], style: Style) -> bytes:
    from io import BytesIO

    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle
    from PIL import Image

    with rc_context(fname=style.path):
        figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72, facecolor=style.paper)
        box: dict[str, Any] = {"transform": None, "linewidth": 0}
        figure.add_artist(Rectangle((0, HEIGHT - 14), WIDTH, 14, facecolor=style.result, **box))
        for role, x, y in marks:
            if role == "rule":
                figure.add_artist(Rectangle((x, HEIGHT - y), WIDTH - 2 * x, 2, facecolor=style.grid, **box))
                continue
            shape = {"marker": "o", "markerfacecolor": style.result, "markeredgecolor": style.result}
            if role == "target":
                shape = {"marker": "D", "markerfacecolor": style.paper, "markeredgecolor": style.target}
            look: dict[str, Any] = {**shape, "markersize": 13, "markeredgewidth": 2.5, "transform": None}
            figure.add_artist(Line2D([x], [HEIGHT - y], **look))
        for label in labels:
            font = FontProperties(fname=font_path(), size=label.size)
            colour = getattr(style, label.colour)
            place: dict[str, Any] = {"transform": None, "parse_math": False}
            figure.text(label.x, HEIGHT - label.y, label.text, fontproperties=font, color=colour, **place)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    image = Image.frombuffer("RGBA", canvas.get_width_height(), pixels, "raw", "RGBA", 0, 1)
    out = BytesIO()
    # Sixty-four colours are enough for flat ones and the edges of letters, and a fifth of the bytes.
    image.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


@cache
def _glyphs(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


def missing_glyphs(folder: ReportFolder) -> Iterator[Finding]:
    """Characters of the share pictures that the font does not have."""
    for language in LANGUAGES:
        text = "".join(label.text for label in lay_out(folder, language)[0])
        missing = sorted({c for c in text if ord(c) not in _glyphs(font_path()) and not c.isspace()})
        if missing:
            yield Finding(
                "charts-can-be-drawn", "notice", str(folder.path),
                f"the font of the share picture lacks {' '.join(missing)} ({language})",
                hint="add them to charts/fonts/place-characters.txt and make the subset again (charts/fonts/README.md)",
            )  # fmt: skip
