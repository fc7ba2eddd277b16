"""A file as people have it → a Source: its format, its encoding, its lines.

Which reader takes it is decided by what the file holds, then by its name. Readers are imported when they are needed.
"""

import hashlib
import re
from pathlib import Path

from baogao.errors import SourceError
from baogao.model import Line, Source
from baogao.patterns import regex
from baogao.report.readers.encodings import decode
from baogao.report.readers.text import read_text

LIMIT = 64 * 1024 * 1024  # bytes of a file
CHARACTERS = 5_000_000  # of a text: 250 reports; what can be read within a gigabyte
PAGE = 16 * 1024 * 1024  # bytes of an HTML page
_DAMAGED = "\ufffd"
_TAG = regex(rb"<(!doctype\s+html|html|head|body|meta|title|div|table|p|span|br|h[1-6])\b[^>]*>", re.I)
_MARKDOWN = (".md", ".markdown", ".mkd")
# What other files begin with, and what to do with them.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word, WPS or Excel file (.doc, .wps, .xls)", "save it as .docx in Word or WPS"),
    (b"{\\rtf", "a Rich Text file", "save it as .docx"),
    (b"\xff\xd8\xff", "a JPEG picture", "run text recognition (OCR) over it first"),
    (b"\x89PNG", "a PNG picture", "run text recognition (OCR) over it first"),
    (b"GIF8", "a GIF picture", "run text recognition (OCR) over it first"),
    (b"II*\0", "a TIFF picture", "run text recognition (OCR) over it first"),
    (b"MM\0*", "a TIFF picture", "run text recognition (OCR) over it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"MIME-Version:", "a web archive (.mht)", "save the page as HTML"),
    (b"From: <Saved by", "a web archive (.mht)", "save the page as HTML"),
)


def read_source(path: Path) -> Source:
    """Read a report's file. SourceError where it is missing, empty, too large, damaged or of an unknown kind."""
    data = _bytes(path)
    try:
        kind, encoding, lines, meta = _read(data, path.suffix.lower())
    except SourceError as error:
        raise SourceError(error.message, path=path, hint=error.hint) from error
    if not any(line.text for line in lines):
        raise SourceError("there is no text in this file", path=path)
    return Source(path.name, kind, encoding, hashlib.sha256(data).hexdigest(), lines, meta, _warnings(lines))


def _read(data: bytes, suffix: str) -> tuple[str, str, tuple[Line, ...], tuple[tuple[str, str], ...]]:
    """Format, encoding, lines and what the format declares."""
    if data.startswith(b"PK\3\4"):
        from baogao.report.readers.docx import read_docx

        return ("docx", "utf-8", *read_docx(data))
    if b"%PDF-" in data[:1024]:
        from baogao.report.readers.pdf import read_pdf

        return ("pdf", "binary", *read_pdf(data))
    for mark, name, hint in _OTHERS:
        if data.startswith(mark):
            raise SourceError(f"this is {name}", hint=hint)
    text, encoding = decode(data)
    if len(text) > CHARACTERS:
        raise SourceError(f"the text has {len(text):,} characters, more than {CHARACTERS:,}", hint="cut the report out")
    if _is_html(text, suffix):
        if len(data) > PAGE:
            raise SourceError(
                f"the page has {len(data):,} bytes, more than {PAGE:,}", hint="save only the report's text"
            )
        from baogao.report.readers.html import read_html

        return ("html", encoding, *read_html(text))
    if suffix in _MARKDOWN:
        from baogao.report.readers.markdown import read_markdown

        return ("markdown", encoding, *read_markdown(text))
    return "text", encoding, read_text(text), ()


def _is_html(text: str, suffix: str) -> bool:
    """Whether a text is a page: by its name, or because it begins like one."""
    if suffix in (".html", ".htm", ".shtml", ".xhtml"):
        return True
    return suffix not in (*_MARKDOWN, ".txt") and bool(_TAG.match(text[:200].lstrip().encode("utf-8", "ignore")))


def _warnings(lines: tuple[Line, ...]) -> tuple[str, ...]:
    damaged = [str(line.number) for line in lines if _DAMAGED in line.text]
    if not damaged:
        return ()
    return (f"unreadable bytes, shown as {_DAMAGED}, in {len(damaged)} lines: {', '.join(damaged[:8])}",)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError("this is a folder", path=path, hint="name the report's file")
        size = path.stat().st_size
        if size > LIMIT:
            hint = "a report is smaller: cut it out"
            raise SourceError(f"the file has {size:,} bytes, more than {LIMIT:,}", path=path, hint=hint)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError("there is no such file", path=path) from error
    except OSError as error:
        raise SourceError(f"the file cannot be read: {error.strerror}", path=path) from error
    if not data.strip():
        raise SourceError("the file is empty", path=path)
    return data
