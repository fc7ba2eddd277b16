"""A drawing before it is drawn: shapes and texts by role, in pixels from the upper left corner. No Matplotlib here."""

from dataclasses import dataclass, field

Points = tuple[tuple[float, float], ...]

# Roles of shapes in the order in which they are drawn: what comes later lies above.
# role: (filled with, stroked with, stroke width: a number, or a name of the style; round ends)
SHAPES: dict[str, tuple[str, str, str | float, bool]] = {
    "track": ("track", "", 0, False),
    "grid": ("", "grid", 1, False),
    "axis": ("", "axis", 1, False),
    "link": ("", "axis", 2, False),
    "stem": ("", "result", 2.5, False),
    "result": ("result", "", 0, False),
    "target": ("paper", "target", "line", False),
    "dot": ("", "result", "dot", True),
    "gap": ("", "paper", 3, False),
    "sign-result": ("", "result", "line", False),
    "sign-target": ("", "target", "line", False),
}
# Roles of texts: (colour, weight)
TEXTS: dict[str, tuple[str, int]] = {
    "text": ("ink", 400),
    "value-result": ("result", 700),
    "value-target": ("target", 700),
    "note": ("muted", 400),
}


@dataclass(frozen=True, slots=True)
class Text:
    role: str
    anchor: str  # start, middle, end
    x: float
    y: float  # of the base line
    text: str


@dataclass(slots=True)
class Scene:
    """What one drawing holds. A layout adds to it; rendering draws it."""

    width: int
    size: float  # of the text
    height: float = 0
    shapes: dict[str, list[tuple[Points, bool]]] = field(default_factory=dict)  # role → points, closed
    texts: list[Text] = field(default_factory=list)

    def line(self, role: str, *points: tuple[float, float]) -> None:
        self._add(role, points, False)

    def polygon(self, role: str, *points: tuple[float, float]) -> None:
        self._add(role, points, True)

    def box(self, role: str, x: float, y: float, width: float, height: float) -> None:
        self.polygon(role, (x, y), (x + width, y), (x + width, y + height), (x, y + height))

    def dot(self, x: float, y: float) -> None:
        """A filled round mark: a line of no length with round ends, the shortest way to say so in SVG."""
        self.line("dot", (x, y), (x, y))

    def diamond(self, x: float, y: float, half: float) -> None:
        """An open mark."""
        self.polygon("target", (x - half, y), (x, y - half), (x + half, y), (x, y + half))

    def write(self, role: str, x: float, y: float, text: str, anchor: str = "start") -> None:
        self.texts.append(Text(role, anchor, _tidy(x), _tidy(y), text))

    def _add(self, role: str, points: Points, closed: bool) -> None:
        rounded = tuple((_tidy(x), _tidy(y)) for x, y in points)
        self.shapes.setdefault(role, []).append((rounded, closed))


def _tidy(number: float) -> float:
    """Half pixels: sharp lines, short files, and the same bytes whatever the last digit of a sum is."""
    return round(number * 2) / 2
