"""`charts/house.mplstyle` → the few values of it that a chart needs, without importing Matplotlib."""

import re
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

from baogao.errors import ChartError
from baogao.paths import shipped

_COLOURS = {
    "paper": "figure.facecolor", "track": "axes.facecolor", "ink": "text.color", "muted": "xtick.color",
    "axis": "axes.edgecolor", "grid": "grid.color",
}  # fmt: skip
_SIZES = {
    "wide_size": "font.size", "narrow_size": "legend.fontsize", "line": "lines.linewidth", "dot": "lines.markersize",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """Colours as "#c0351d", sizes in pixels."""

    path: Path
    result: str
    target: str
    paper: str
    track: str
    ink: str
    muted: str
    axis: str
    grid: str
    wide_size: float
    narrow_size: float
    line: float
    dot: float

    @property
    def values(self) -> tuple[str | float, ...]:
        """All but the path: what a drawing depends on, wherever the project stands."""
        return astuple(self)[1:]

    def size(self, width: int) -> float:
        return self.wide_size if width >= 480 else self.narrow_size


def style_path() -> Path:
    return shipped("charts") / "house.mplstyle"


@cache
def house_style(path: Path) -> Style:
    """Read the style: `key: value  # remark` lines, as Matplotlib itself reads them."""
    values = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, colon, value = line.split("#")[0].partition(":")
        if colon:
            values[key.strip()] = value.strip()
    cycle = re.findall(r"[0-9a-fA-F]{6}", values.get("axes.prop_cycle", ""))
    if len(cycle) < 2:
        hint = "axes.prop_cycle: cycler('color', ['c0351d', '2b3a67'])"
        raise ChartError("the chart style needs two colours, of result and of target", path=path, hint=hint)
    try:
        colours = {name: f"#{values[key]}" for name, key in _COLOURS.items()}
        sizes = {name: float(values[key]) for name, key in _SIZES.items()}
        return Style(path=path, result=f"#{cycle[0]}", target=f"#{cycle[1]}", **colours, **sizes)  # type: ignore[arg-type]
    except (KeyError, ValueError) as error:
        raise ChartError(f"the chart style lacks a usable value: {error}", path=path) from error
