"""A plain text → its lines. A tabbed line is a row of a table, and so are lines whose columns are set with blanks."""

from collections.abc import Mapping, Sequence

from baogao.model import Line
from baogao.patterns import regex
from baogao.report.tidy import split_paragraphs, tidy

_BREAK = regex("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def read_text(text: str) -> tuple[Line, ...]:
    """The lines of a text, blank ones too, each with its number in the file; two paragraphs in a line are two."""
    raws = _BREAK.split(text)
    made: list[Line] = []
    spaced = _spaced_rows(raws) if "  " in text or "\u3000\u3000" in text else {}
    for number, raw in enumerate(raws, 1):
        if cells := spaced.get(number):
            made.append(Line(number, "\t".join(cells), "table", (cells,)))
            continue
        beside = number > 1 and number < len(raws) and bool(_cells(raws[number]))
        made += _lines(number, raw, beside and made[-1].style == "table")
    return tuple(made)


_GAP = regex("[ \u3000]{2,}")
_NUMBER = regex(r"[\d.,，%％±+\-−—]*\d[\d.,，%％]*(?:左右|以上|以内)?")
ROWS, COLUMNS = 3, 3  # fewer are a list of names, or a heading


def _spaced_rows(raws: Sequence[str]) -> Mapping[int, tuple[str, ...]]:
    """Cells by line number of tables whose columns are set with blanks: lines one after another with as many cells,
    of which all but the first, its head, have a number in a cell of its own."""
    made: dict[int, tuple[str, ...]] = {}
    run: list[tuple[int, tuple[str, ...]]] = []
    for number, raw in enumerate([*raws, ""], 1):
        cells = tuple(map(tidy, _GAP.split(raw.strip(" \u3000\r\n")))) if "\t" not in raw else ()
        fits = len(cells) >= COLUMNS and all(0 < len(cell) <= 40 and "。" not in cell for cell in cells)
        if not fits or (run and len(run[-1][1]) != len(cells)):
            if len(run) >= ROWS and all(any(map(_NUMBER.fullmatch, row)) for _, row in run[1:]):
                made |= dict(run)
            run = []
        if fits:
            run.append((number, cells))
    return made


def _lines(number: int, raw: str, inside: bool) -> list[Line]:
    """The lines of one; `inside`: rows of a table stand before and after it, so that 经济发展⇥⇥⇥ heads some of them."""
    if "\t" in raw and len(cells := _cells(raw, 1 if inside else 2)) > 1:
        return [Line(number, "\t".join(cells), "table", (cells,))]
    return [
        Line(number, tidy(part), indent=part[:1].isspace() or n > 0) for n, part in enumerate(split_paragraphs(raw))
    ]


def _cells(raw: str, least: int = 2) -> tuple[str, ...]:
    """The cells of a tabbed line; () where it is a sentence that only begins or goes on after a tab."""
    cells = tuple(tidy(cell) for cell in raw.strip(" \u3000\r\n").split("\t"))
    filled = [cell for cell in cells if cell]
    if "\t" not in raw or len(filled) < least or any(len(cell) > 60 or "。" in cell for cell in filled):
        return ()
    return cells
