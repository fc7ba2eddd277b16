"""A file as people have it → a Source: its format, its encoding, its lines.

Which reader takes it is decided by what the file holds, then by its name. Heavy readers are imported when needed.
"""

import hashlib
from pathlib import Path

from baogao.errors import SourceError
from baogao.model import Source
from baogao.readers.encodings import decode
from baogao.readers.text import read_text

LIMIT = 64 * 1024 * 1024  # bytes; a report of 20,000 characters has 60,000
_DAMAGED = "\ufffd"


def read_source(path: Path) -> Source:
    """Read a report's file. SourceError where it is missing, empty, too large, damaged or of an unknown kind."""
    data = _bytes(path)
    try:
        text, encoding = decode(data)
    except SourceError as error:
        raise SourceError(error.message, path=path, hint=error.hint) from error
    lines = read_text(text)
    if not any(line.text for line in lines):
        raise SourceError("there is no text in this file", path=path)
    warnings = ()
    if damaged := [line.number for line in lines if _DAMAGED in line.text]:
        warnings = (f"unreadable bytes in line {', '.join(map(str, damaged[:5]))}, shown as {_DAMAGED}",)
    return Source(path.name, "text", encoding, hashlib.sha256(data).hexdigest(), lines, (), warnings)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise SourceError("this is a folder", path=path, hint="name the report's file")
        if size > LIMIT:
            raise SourceError(
                f"the file has {size:,} bytes, more than {LIMIT:,}", path=path, hint="a report is smaller"
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError("there is no such file", path=path) from error
    except OSError as error:
        raise SourceError(f"the file cannot be read: {error.strerror}", path=path) from error
    if not data.strip():
        raise SourceError("the file is empty", path=path)
    return data
