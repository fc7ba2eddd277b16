"""An HTML table → its rows, where it holds data; a table that only lays out the page is none."""

from selectolax.lexbor import LexborNode

from baogao.report.tidy import tidy

_LARGE = 100  # characters of a cell that holds paragraphs, not data
_SPAN = 50  # columns that one cell may take: more is a mistake or a burden


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data: two rows and columns at least, small cells, no table inside."""
    if len(table.css("table")) > 1:
        return False
    rows = table.css("tr")
    if len(rows) < 2 or max((len(_cells(row)) for row in rows[:50]), default=0) < 2:
        return False
    sizes = [len(tidy(cell.text())) for row in rows for cell in _cells(row)]
    large = sum(size > _LARGE for size in sizes)
    return large * 4 <= len(sizes) and max(sizes) <= 6 * _LARGE


def cells_of(table: LexborNode) -> tuple[tuple[str, ...], ...]:
    """The rows of a table; a cell over several columns or rows has its text once, then empty cells."""
    rows: list[tuple[str, ...]] = []
    below: dict[int, int] = {}  # column → rows that a cell above still takes
    for row in table.css("tr"):
        cells: list[str] = []
        for cell in _cells(row):
            _fill(cells, below)
            across, down = (_count(cell, name) for name in ("colspan", "rowspan"))
            for column in range(len(cells), len(cells) + across):
                if down > 1:
                    below[column] = down - 1
            cells += [tidy(cell.text(separator=" ")), *[""] * (across - 1)]
        _fill(cells, below)
        if any(cells):
            rows.append(tuple(cells))
    return tuple(rows)


def _fill(cells: list[str], below: dict[int, int]) -> None:
    """Empty cells where a cell of a row above reaches down."""
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _count(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(int(value), _SPAN) if value.isascii() and value.isdigit() and int(value) else 1
