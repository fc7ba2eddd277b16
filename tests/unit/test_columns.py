"""Pages that are set in columns."""

from typing import Any

from baogao.report.readers.columns import find_columns, parted

_SIZE = 10
_OF_PAGE = {"size": _SIZE, "page_number": 1}


def line(text: str, left: float, top: float) -> list[Any]:
    """A line of characters as pdfplumber gives them."""
    edges = ((left + n * _SIZE, left + (n + 1) * _SIZE) for n in range(len(text)))
    return [{"text": c, "x0": x0, "x1": x1, "bottom": top} | _OF_PAGE for c, (x0, x1) in zip(text, edges, strict=True)]


def page(lefts: tuple[float, ...], rows: int, width: int) -> list[Any]:
    return [c for row in range(rows) for left in lefts for c in line("字" * width, left, 100 + 18 * row)]


def test_a_gutter_parts_two_columns_and_a_title_crosses_it() -> None:
    title = line("某某市人民政府工作报告", 210, 60)
    columns = find_columns([*title, *page((50, 300), 20, 22)])
    assert columns == [(50, 270), (300, 520)]
    both = [*line("左" * 22, 50, 100), *line("右" * 22, 300, 100)]
    assert [(n, part[0]["text"]) for n, part in parted(both, columns)] == [(0, "左"), (1, "右")]
    assert parted(title, columns)[0][0] is None


def test_full_lines_and_the_cells_of_a_table_are_one_column() -> None:
    assert len(find_columns(page((50,), 20, 47))) == 1
    words = ("字" * (12 if row == 4 else 4) for row in range(9))
    cells = [c for row, word in enumerate(words) for left in (50, 300) for c in line(word, left, 100 + 18 * row)]
    assert len(find_columns(cells)) == 1
