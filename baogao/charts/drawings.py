"""What was drawn before is not drawn again: the drawings of a report in one language, kept in the cache."""

import json
import os
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from baogao.charts.bars import draw_bars
from baogao.charts.describing import Described
from baogao.charts.dots import draw_dots
from baogao.charts.rendering import Pen, render
from baogao.charts.scene import Scene
from baogao.charts.style import Style


class Drawings:
    """The drawings of a report in one language that were made before, under the hash of all that they show."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.used: dict[str, str] = {}
        try:
            read = json.loads(path.read_bytes())
        except (OSError, ValueError):  # none yet, or damaged
            read = None
        self.known = read if isinstance(read, dict) else {}

    def draw(self, told: Described, width: int, chart_id: str, pen: Pen) -> str:
        """The SVG: of the last time where picture, style and program are still the same, else drawn."""
        asked = (chart_id, repr(told.picture), repr(pen.style.values), _program())
        key = sha256("\n".join(asked).encode()).hexdigest()
        if not isinstance(svg := self.known.get(key), str):
            svg = render(_scene(told, width, pen.style), pen, chart_id, told.title, told.description)
        self.used[key] = svg
        return svg

    def keep(self) -> None:
        """Keep those that were used, for the next time."""
        if self.used == self.known:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        aside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        aside.write_text(json.dumps(self.used, ensure_ascii=False), encoding="utf-8", newline="\n")
        aside.replace(self.path)


def _scene(told: Described, width: int, style: Style) -> Scene:
    draw = draw_dots if told.picture.form in ("pairs", "growth") else draw_bars
    return draw(told.picture, width, style.size(width))


@cache
def _program() -> str:
    """What else a drawing depends on: the code that draws it and Matplotlib's version."""
    modules = ("bars", "dots", "measuring", "picture", "rendering", "rows", "scene")
    code = b"".join((Path(__file__).parent / f"{name}.py").read_bytes() for name in modules)
    return sha256(code).hexdigest() + version("matplotlib")
