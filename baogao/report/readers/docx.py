"""A Word file → its lines: styles, automatic numbers, tables, footnotes; changes as accepted, hidden text left out.

Read with the standard library alone: a Word file is a zip of XML. Bounded before anything is unpacked.
"""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from baogao.errors import SourceError
from baogao.model import GOES_ON, Line
from baogao.report.readers.wordnumbers import Counters, read_numbering
from baogao.report.readers.wordstyles import Styles, read_styles
from baogao.report.readers.wordxml import W, attribute, is_on
from baogao.report.tidy import tidy

_LARGEST = 64 * 1024 * 1024  # bytes of one part, unpacked
_PARTS = 5_000
_RATIO = 200  # unpacked to packed: text compresses 10 to 1
_PIECES, _HEADING = 3, 90  # lines and characters of a heading that is broken by hand
_SKIPPED = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}fldData", f"{W}rPr", f"{W}pPr"))
_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(data: bytes) -> tuple[tuple[Line, ...], tuple[tuple[str, str], ...]]:
    """The lines of a document in order, its notes last. SourceError where it is damaged or built to be a burden."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _part(archive, "word/document.xml", required=True)
            assert document is not None
            notes = [
                n for n in (_part(archive, f"word/{kind}.xml") for kind in ("footnotes", "endnotes")) if n is not None
            ]
            styles = read_styles(_part(archive, "word/styles.xml"))
            counters = Counters(read_numbering(_part(archive, "word/numbering.xml")), styles)
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        RuntimeError,
        NotImplementedError,
        ValueError,
        OSError,
    ) as error:
        raise SourceError("the Word file is damaged", hint="open it in Word and save it again") from error
    body = document.find(f"{W}body")
    lines: list[Line] = []
    for element in _contents(body if body is not None else document):
        lines += _read(element, styles, counters, len(lines) + 1)
    for note in notes:
        lines += _notes(note, styles, len(lines) + 1)
    return tuple(lines), ()


def _part(archive: zipfile.ZipFile, name: str, required: bool = False) -> Element | None:
    """One XML part; bounded, and without the definitions by which a few bytes become many."""
    infos = archive.infolist()
    if len(infos) > _PARTS:
        raise SourceError(f"the Word file holds {len(infos):,} parts", hint="save it again in Word")
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        if not required:
            return None
        raise SourceError("this zip file is no Word document", hint="unpack it first") from error
    if info.file_size > _LARGEST or info.file_size > _RATIO * max(info.compress_size, 1000):
        raise SourceError(f"{name} unpacks to {info.file_size:,} bytes: not a report's size")
    with archive.open(info) as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise SourceError(f"{name} has definitions or a size that no Word document has")
    return ElementTree.fromstring(data)


def _contents(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, those inside content controls and accepted insertions too."""
    stack = list(parent)[::-1]
    while stack:
        element = stack.pop()
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag not in _SKIPPED and element.tag != f"{W}sdtPr":
            stack += list(element)[::-1]


def _read(element: Element, styles: Styles, counters: Counters, number: int) -> list[Line]:
    if element.tag == f"{W}tbl":
        return _table(element, styles, counters, number)
    if _is_deleted(element):
        return []
    prefix = counters.next_number(element)
    texts, bold = _text(element, styles)
    style = styles.kind(element) or ("bold" if bold else "list" if prefix == "•" else "")
    lines: list[Line] = []
    for box in texts.split("\f"):
        pieces = list(filter(None, map(tidy, box.split("\n"))))
        one = not lines and style not in ("", "list") and len(pieces) <= _PIECES and sum(map(len, pieces)) <= _HEADING
        for position, text in enumerate(pieces):
            shown = ("" if prefix == "•" or lines else prefix) + text
            hint = GOES_ON if one and position else ""
            lines.append(Line(number + len(lines), shown, style, hint=hint))
    return lines


def _is_deleted(paragraph: Element) -> bool:
    """Whether a paragraph was removed by a tracked change that also takes its end."""
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
    return mark is not None and not any(True for _ in paragraph.iter(f"{W}t"))


def _text(paragraph: Element, styles: Styles) -> tuple[str, bool]:
    """A paragraph's text as accepted and shown, a line break as \\n, a text box that hangs on it after \\f; and whether
    all of it is bold."""
    texts: list[str] = []
    plain = False
    pending = [paragraph]
    for part in pending:
        parts: list[str] = []
        paragraph_bold = styles.is_bold(part)
        stack = list(part)[::-1]
        while stack:
            element = stack.pop()
            if element.tag in _SKIPPED or element.tag == _FALLBACK:
                continue
            if element.tag != f"{W}r":
                stack += list(element)[::-1]
                continue
            properties = element.find(f"{W}rPr")
            if styles.is_hidden(properties):
                continue
            text = _run(element)
            bold = is_on(properties, "b", paragraph_bold)
            plain = plain or (not bold and bool(text.strip()) and part is paragraph)
            parts.append(text)
            pending += [inner for box in _boxes(element) for inner in box.iterfind(f"{W}p")]
        texts.append("".join(parts))
    return "\f".join(texts), bool(texts[0].strip()) and not plain


def _boxes(run: Element) -> list[Element]:
    """The text boxes that hang on a run, each once: not in the older form that Word keeps beside them."""
    found: list[Element] = []
    stack = list(run)[::-1]
    while stack:
        element = stack.pop()
        if element.tag == f"{W}txbxContent":
            found.append(element)
        elif element.tag != _FALLBACK:
            stack += list(element)[::-1]
    return found


def _run(run: Element) -> str:
    parts = []
    for element in run:
        if element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in (f"{W}tab", f"{W}ptab"):
            parts.append("\t")
        elif element.tag in _BREAKS and attribute(element, "type") in ("", "textWrapping"):
            parts.append("\n")
        elif element.tag == f"{W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _table(table: Element, styles: Styles, counters: Counters, number: int) -> list[Line]:
    """A table of data as one line with rows; one that lays out paragraphs as those paragraphs."""
    rows: list[tuple[str, ...]] = []
    for row in table.iter(f"{W}tr"):
        cells: list[str] = []
        for cell in row.iterfind(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            count = attribute(span, "val") if span is not None else "1"
            text = " ".join(tidy(_text(p, styles)[0]) for p in cell.iter(f"{W}p"))
            cells += [tidy(text), *[""] * (min(int(count), 50) - 1 if count.isdigit() else 0)]
        if any(cells):
            rows.append(tuple(cells))
    if any(len(cell) > 300 for row in rows for cell in row) or max((len(row) for row in rows), default=0) < 2:
        inner = list(table.iter(f"{W}p"))
        lines: list[Line] = []
        for paragraph in inner:
            lines += _read(paragraph, styles, counters, number + len(lines))
        return lines
    return [Line(number, "\n".join("\t".join(row) for row in rows), "table", tuple(rows))] if rows else []


def _notes(part: Element, styles: Styles, number: int) -> list[Line]:
    """Footnotes and endnotes; not the separators that Word keeps beside them."""
    lines: list[Line] = []
    for note in part:
        if attribute(note, "type") in ("", "normal"):
            text = tidy(" ".join(_text(paragraph, styles)[0] for paragraph in note.iter(f"{W}p")))
            if text:
                lines.append(Line(number + len(lines), text, "note"))
    return lines
