"""A PDF with a text layer → its lines: paragraphs put together again, running heads and page numbers dropped.

Chinese papers indent a paragraph's first line by two characters and fill the others: that tells the paragraphs.
"""

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from baogao.errors import SourceError
from baogao.model import Line
from baogao.patterns import regex
from baogao.report.readers.columns import Span, find_columns, parted
from baogao.report.tidy import tidy

_PAGES = 400
_UNPACKED = 256 * 1024 * 1024  # bytes of all streams together
_STREAM = regex(rb"stream\r?\n")
_EDGE = 0.12  # of a page's height: where running heads and page numbers stand
_PAGE_NUMBER = regex(r"[-—–─·•\s第]*\d{1,4}\s*[/页]?\s*(共?\s*\d{0,4}\s*页?)?[-—–─·•\s]*")
_OPENERS = frozenset("“‘（《〈「『【〔([")
_UNPARTED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.%")
_NEVER_FIRST = frozenset("，。、；：！？）》〉」』】〕”’…—%％,.;:!?)]·")
_HINT = "install baogao[pdf]"


class _Row(NamedTuple):
    """A line as it stands on its page."""

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int
    height: float  # of the page
    lead: float = 0  # the width of what stands together at its beginning: “1269”行
    table: tuple[tuple[str, ...], ...] = ()


def read_pdf(data: bytes) -> tuple[tuple[Line, ...], tuple[tuple[str, str], ...]]:
    """The paragraphs of a PDF in order. SourceError where it is damaged, locked, scanned or built to be a burden."""
    try:
        import pdfplumber
    except ImportError as error:
        raise SourceError("PDF files need a reader that is not installed", hint=_HINT) from error
    _refuse_burden(data)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > _PAGES:
                raise SourceError(
                    f"the PDF has {len(document.pages)} pages, more than {_PAGES}", hint="cut the report out"
                )
            columns = find_columns([c for page in document.pages for c in page.chars])
            rows = [row for page in document.pages for row in _rows(page, columns)]
    except SourceError:
        raise
    except Exception as error:  # pdfminer meets damage with errors of any kind
        locked = "Password" in type(error).__name__ + str(error.__cause__ or "") + repr(error.args)
        message = "the PDF is locked by a password" if locked else "the PDF is damaged"
        raise SourceError(message, hint="print it to a new PDF or copy its text into a text file") from error
    if sum(len(row.text) for row in rows) < 20:
        raise SourceError(
            "the PDF has no text, only pictures of pages", hint="run text recognition (OCR) over it first"
        )
    paragraphs = _paragraphs(_without_heads(rows))
    lines = (Line(n, text, "table" if table else "", table) for n, (text, table) in enumerate(paragraphs, 1))
    return tuple(lines), ()


def _refuse_burden(data: bytes) -> None:
    """A packed stream can hold a thousand times its size: unpack each only to count."""
    total = 0
    for found in _STREAM.finditer(data):
        unpacker = zlib.decompressobj()
        try:
            piece = unpacker.decompress(data[found.end() : found.end() + 65536], _UNPACKED)
            total += len(piece)
            position = found.end() + 65536
            while not unpacker.eof and total <= _UNPACKED and position < len(data):
                total += len(
                    unpacker.decompress(unpacker.unconsumed_tail or data[position : position + 65536], 1 << 20)
                )
                position += 0 if unpacker.unconsumed_tail else 65536
        except zlib.error:
            continue  # not packed, or in another way
        if total > _UNPACKED:
            raise SourceError("the PDF unpacks to more than a report can hold", hint="print it to a new PDF")


def _rows(page: Any, columns: Sequence[Span]) -> list[_Row]:
    """The lines of a page in the order in which they are read, and its ruled tables in their place. `columns`: those of
    the whole document; a page can have its own where that has none."""
    tables = _tables(page)
    characters = [c for c in page.chars if c.get("upright", True) and not any(_inside(c, box) for box, _ in tables)]
    columns = columns if len(columns) > 1 else find_columns(characters)
    found: list[tuple[int | None, _Row]] = []
    for box, cells in tables:
        row = _Row(_tabbed(cells), box[0], box[2], box[1], 0, page.page_number, page.height, table=cells)
        inside = [n for n, (left, right) in enumerate(columns) if left - 9 <= box[0] and box[2] <= right + 9]
        found.append((inside[0] if inside else None, row))
    line: list[Any] = []
    for character in [*sorted(characters, key=lambda c: (round(c["bottom"], 1), c["x0"])), None]:
        if line and (character is None or character["bottom"] - line[0]["bottom"] > 0.5 * max(line[0]["size"], 4)):
            for column, part in parted(line, columns):
                row = _row(part, page)
                shift = columns[column][0] - columns[0][0] if column else 0.0
                found.append((column, row._replace(left=row.left - shift, right=row.right - shift)))
            line = []
        line.append(character)
    return _in_order([(column, row) for column, row in found if row.text])


def _in_order(rows: Sequence[tuple[int | None, _Row]]) -> list[_Row]:
    """Rows column by column; one that crosses the columns, as a title does, closes what stands above it."""
    band = 0
    keyed: list[tuple[tuple[int, int, float], _Row]] = []
    for column, row in sorted(rows, key=lambda item: item[1].top):
        band += column is None
        keyed.append(((band, -1 if column is None else column, row.top), row))
    return [row for _, row in sorted(keyed, key=lambda item: item[0])]


def _tabbed(cells: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join(row) for row in cells)


def _tables(page: Any) -> list[tuple[tuple[float, float, float, float], tuple[tuple[str, ...], ...]]]:
    """The tables of a page that are ruled, with their box and cells."""
    if len(page.lines) + len(page.rects) < 6:
        return []
    found = []
    for table in page.find_tables():
        cells = tuple(tuple(tidy((cell or "").replace("\n", "")) for cell in row) for row in table.extract())
        cells = tuple(row for row in cells if any(row))
        if len(cells) > 1 and max(map(len, cells)) > 1 and max(len(c) for row in cells for c in row) <= 300:
            found.append((table.bbox, cells))
    return found


def _inside(character: Any, box: tuple[float, float, float, float]) -> bool:
    middle = (character["x0"] + character["x1"]) / 2, (character["top"] + character["bottom"]) / 2
    return bool(box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3])


def _row(characters: Sequence[Any], page: Any) -> _Row:
    """One line: its characters by position, each once (a shadow prints them twice), with a space where one is seen."""
    ordered = sorted(characters, key=lambda c: c["x0"])
    size = max(c["size"] for c in ordered)
    parts: list[str] = []
    last: Any = None
    for c in ordered:
        if last is not None and c["text"] == last["text"] and c["x0"] - last["x0"] < 0.2 * size:
            continue
        if last is not None and c["x0"] - last["x1"] > 0.45 * size and c["text"] != " ":
            parts.append(" ")
        parts.append(c["text"])
        last = c
    text = tidy("".join(parts))
    visible = [c for c in ordered if c["text"].strip()] or ordered
    left, right = visible[0]["x0"], visible[-1]["x1"]
    top = min(c["top"] for c in ordered)
    return _Row(text, left, right, top, size, page.page_number, page.height, _lead(visible))


def _lead(characters: Sequence[Any]) -> float:
    """How wide the beginning of a row is that no line break can part."""
    end = 0
    while end < len(characters) and characters[end]["text"] in _OPENERS:
        end += 1
    while end < len(characters) and characters[end]["text"] in _UNPARTED:
        end += 1
    end += end == 0
    while end < len(characters) and characters[end]["text"] in _NEVER_FIRST:
        end += 1
    return float(characters[min(end, len(characters)) - 1]["x1"] - characters[0]["x0"])


def _without_heads(rows: Sequence[_Row]) -> list[_Row]:
    """The rows without running heads, feet and page numbers: at a page's edge, and the same on most pages."""
    edge = [row for row in rows if not row.table and _at_edge(row)]
    pages = len({row.page for row in rows})
    counts = Counter(key for page in _by_page(edge) for key in {_bare(row) for row in page})
    return [
        row
        for row in rows
        if row.table
        or not _at_edge(row)
        or not (_PAGE_NUMBER.fullmatch(row.text) or (pages > 1 and counts[_bare(row)] >= max(2, 0.5 * pages)))
    ]


def _at_edge(row: _Row) -> bool:
    return row.top < _EDGE * row.height or row.top > (1 - _EDGE) * row.height


def _bare(row: _Row) -> tuple[str, int]:
    """A row without its numbers, with its size: a title that says the same in larger type is no running head."""
    return re.sub(r"[\d\s]+", "", row.text), round(row.size)


def _by_page(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    for page in sorted({row.page for row in rows}):
        yield [row for row in rows if row.page == page]


def _paragraphs(rows: Sequence[_Row]) -> list[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Rows put together to paragraphs; a table stays by itself."""
    left, right = _column(rows)
    found: list[tuple[str, tuple[tuple[str, ...], ...]]] = []
    text = ""
    for last, row in pairwise([None, *rows]):
        assert row is not None
        if row.table:
            found += [(text, ())] if text else []
            found.append((row.text, row.table))
            text = ""
        elif text and last is not None and not last.table and _goes_on(last, row, left, right):
            latin = text[-1].isascii() and text[-1].isalpha() and row.text[0].isascii() and row.text[0].isalpha()
            text += (" " if latin else "") + row.text
        else:
            found += [(text, ())] if text else []
            text = row.text
    return found + ([(text, ())] if text else [])


def _column(rows: Sequence[_Row]) -> tuple[float, float]:
    """Where the lines of the text begin and end: the commonest left edge, and the right edge of the full ones."""
    running = [row for row in rows if not row.table and len(row.text) > 15] or [row for row in rows if not row.table]
    if not running:
        return 0.0, 0.0
    lefts = Counter(round(row.left / 3) for row in running)
    common = [edge for edge, count in lefts.items() if count >= 0.15 * len(running)]
    rights = sorted(row.right for row in running)
    return 3.0 * min(common or lefts), rights[int(0.8 * (len(rights) - 1))]


def _goes_on(last: _Row, row: _Row, left: float, right: float) -> bool:
    """Whether a row continues the paragraph of the one before: the same type, that one full, this one not indented."""
    if abs(last.size - row.size) > 0.6:
        return False
    if last.page == row.page and row.top - last.top > 3 * max(last.size, row.size):
        return False
    full = last.right > right - max(1.6 * last.size, row.lead + 0.6 * last.size)
    indented = row.left > left + 1.2 * row.size
    return full and not indented
