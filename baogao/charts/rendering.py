"""A scene → SVG that is safe to inline, drawn by Matplotlib and tidied: text as text, classes instead of styles.

Matplotlib is imported inside the functions that draw, here and in share_picture.py: its import costs more than all
charts of a site together, and a site whose charts are cached never pays it. Artists stand on a bare Figure, one to
a role, which costs a tenth of Axes.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from io import StringIO
from typing import Any, Self
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from baogao.charts.scene import SHAPES, TEXTS, Scene, Text
from baogao.charts.style import Style

PREFIX = "bg-chart"
# Room for the outline in the colour of the paper that keeps a label readable over a line. The outline itself is a style
# sheet's, or standalone's: `paint-order` is no attribute of the SVG that HTML allows, and without it letters grow thin.
HALO = ' stroke-width="3"'
_SVG = "{http://www.w3.org/2000/svg}"


def render(scene: Scene, pen: "Pen", chart_id: str, title: str, description: str) -> str:
    """The SVG of a scene, its ids beginning with `chart_id`."""
    style = pen.style
    groups = dict(_tidied(pen.draw(scene)))
    parts = [
        f'<svg class="{PREFIX}-drawing" viewBox="0 0 {scene.width} {scene.height:g}" width="{scene.width}" '
        f'height="{scene.height:g}" font-size="{scene.size:g}" role="img" aria-labelledby="{chart_id}-t" '
        f'aria-describedby="{chart_id}-d">',
        f'<title id="{chart_id}-t">{escape(title)}</title><desc id="{chart_id}-d">{escape(description)}</desc>',
    ]
    for role in SHAPES:
        if role in groups:
            parts.append(f'<path class="{PREFIX}-{role}" {_paint(role, style)} d="{groups[role]}"/>')
    for role, (colour, weight) in TEXTS.items():
        inner = "".join(groups.get(f"{role}.{anchor}", "") for anchor in ("start", "middle", "end"))
        if inner:
            bold = f' font-weight="{weight}"' if weight != 400 else ""
            halo = HALO if role != "note" else ""
            fill = getattr(style, colour)
            parts.append(f'<g class="{PREFIX}-{role}" fill="{fill}"{bold}{halo}>{inner}</g>')
    return "".join([*parts, "</svg>"])


def _paint(role: str, style: Style) -> str:
    """The fallback of a role's class: what a reader sees where no style sheet is."""
    fill, stroke, width, round_ends = SHAPES[role]
    words = [f'fill="{getattr(style, fill) if fill else "none"}"']
    if stroke:
        thick = getattr(style, width) if isinstance(width, str) else width
        words.append(f'stroke="{getattr(style, stroke)}" stroke-width="{thick:g}"')
    if round_ends:
        words.append('stroke-linecap="round"')
    return " ".join(words)


class Pen:
    """Draws with Matplotlib in the house style: `with Pen(style) as pen: pen.draw(scene)`.

    Reading a style costs as much as a chart, so it is set once for all that are drawn; and only when one is, because a
    site whose charts are cached never imports Matplotlib.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self._style_set = ExitStack()
        self._ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._style_set.close()

    def draw(self, scene: Scene) -> str:
        """Matplotlib's own SVG of the scene: a group with the role's name for each role."""
        from matplotlib import rc_context
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure

        if not self._ready:
            self._style_set.enter_context(rc_context(fname=self.style.path))
            self._ready = True
        figure = Figure(figsize=(scene.width / 72, scene.height / 72), dpi=72)
        figure.patch.set_visible(False)
        for artist in _artists(scene, self.style):
            figure.add_artist(artist)
        out = StringIO()
        FigureCanvasSVG(figure).print_svg(out, metadata={"Date": None})  # type: ignore[no-untyped-call]
        return out.getvalue()


def _artists(scene: Scene, style: Style) -> Iterator[Any]:
    """One artist for each role of the scene, and one for its texts."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D

    down = Affine2D().scale(1, -1).translate(0, scene.height)  # Matplotlib counts upwards
    for order, (role, (fill, stroke, _width, _ends)) in enumerate(SHAPES.items()):
        if role not in scene.shapes:
            continue
        path = Path.make_compound_path(*(_path(points, closed) for points, closed in scene.shapes[role]))
        path.should_simplify = False
        face, edge = (getattr(style, name) if name else "none" for name in (fill, stroke))
        yield PathPatch(path, transform=down, gid=role, zorder=order, facecolor=face, edgecolor=edge)
    yield _words_artist()(scene.texts, scene.height)


def _path(points: Any, closed: bool) -> Any:
    from matplotlib.path import Path

    codes = [Path.MOVETO] + [Path.LINETO] * (len(points) - 1)
    return Path([*points, points[0]], [*codes, Path.CLOSEPOLY]) if closed else Path(points, codes)


@cache
def _words_artist() -> Any:
    """The class of an artist that hands texts to the renderer as they are.

    A `matplotlib.text.Text` would measure each with a font, of which there is none for Han; where a text is anchored,
    the reader's browser measures it.
    """
    from matplotlib.artist import Artist
    from matplotlib.font_manager import FontProperties

    class Words(Artist):
        def __init__(self, texts: list[Text], height: float) -> None:
            super().__init__()
            self.texts, self.height = texts, height
            self.set_zorder(len(SHAPES))

        def draw(self, renderer: Any) -> None:
            font = FontProperties()
            graphics = renderer.new_gc()
            for role in TEXTS:
                for anchor in ("start", "middle", "end"):
                    found = [text for text in self.texts if (text.role, text.anchor) == (role, anchor)]
                    if not found:
                        continue
                    renderer.open_group("text", gid=f"{role}.{anchor}")
                    for text in found:
                        renderer.draw_text(graphics, text.x, text.y, text.text, font, 0)
                    renderer.close_group("text")
            graphics.restore()

    return Words


def _tidied(svg: str) -> list[tuple[str, str]]:
    """(role, path data) and (role.anchor, text elements) of Matplotlib's SVG, shortened."""
    found = []
    for group in ElementTree.fromstring(svg).iter(f"{_SVG}g"):
        name = group.get("id", "")
        if name in SHAPES:
            data = "".join(path.get("d", "") for path in group.iter(f"{_SVG}path"))
            found.append((name, shorten(data)))
        elif name.partition(".")[0] in TEXTS:
            anchor = name.partition(".")[2]
            texts = "".join(_text(element) for element in group.iter(f"{_SVG}text"))
            found.append((name, texts if anchor == "start" else f"<g text-anchor={quoteattr(anchor)}>{texts}</g>"))
    return found


def _text(element: ElementTree.Element) -> str:
    x, y = re.findall(r"-?[\d.]+", element.get("transform", "")[len("translate") :])[:2]
    return f'<text x="{_short(x)}" y="{_short(y)}">{escape(element.text or "")}</text>'


def shorten(data: str) -> str:
    """Path data in relative steps: "M 10 20 L 30 20 L 30 40 z" → "M10 20h20v20z"."""
    out, x, y, start = [], 0.0, 0.0, (0.0, 0.0)
    for command, first, second in re.findall(r"([MLzZ])\s*(-?[\d.]+)?\s*(-?[\d.]+)?", data):
        if command in "zZ":
            out.append("z")
            x, y = start
            continue
        to_x, to_y = round(float(first), 2), round(float(second), 2)
        if command == "M":
            out.append(f"M{_short(to_x)} {_short(to_y)}")
            start = (to_x, to_y)
        elif to_y == y:
            out.append(f"h{_short(to_x - x)}")
        elif to_x == x:
            out.append(f"v{_short(to_y - y)}")
        else:
            out.append(f"l{_short(to_x - x)} {_short(to_y - y)}")
        x, y = to_x, to_y
    return "".join(out)


def _short(number: float | str) -> str:
    text = f"{float(number):.1f}".removesuffix(".0")
    return "0" if text in ("-0", "0") else text.replace("0.", ".", 1) if abs(float(number)) < 1 else text
