"""How wide a text will be, and where it breaks: from a table of widths, so that no font is read at all.

A reader's browser sets the text in its own sans-serif. Han characters are one em wide in every font; for Latin letters
the widths of Helvetica are taken, with a little room for the wider faces (Segoe UI, Roboto, San Francisco).
"""

import re
from functools import lru_cache

from baogao.patterns import HAN, regex

# Advance widths of U+0020 to U+007E in Helvetica, in hundredths of an em, from its published metrics.
_LATIN = (
    28, 28, 36, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58,
    58, 58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67,
    61, 28, 28, 28, 47, 56, 33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56, 50,
    72, 50, 50, 50, 33, 26, 33, 58,
)  # fmt: skip
_ROOM = 1.07
# Newer browsers put an eighth of an em between Han and Latin (text-autospace).
_AUTOSPACE = 0.125
_BOUNDARY = regex(rf"(?<={HAN})(?=[0-9A-Za-z%])|(?<=[0-9A-Za-z%])(?={HAN})")
_NO_START = "，、。；：！？）》」』”’%％)],.;:·—"  # a line does not begin with these
_NO_END = "（《「『“‘([$"  # … nor end with these


@lru_cache(maxsize=4096)
def width_of(text: str, size: float) -> float:
    """The width of one line in pixels."""
    ems = _AUTOSPACE * len(_BOUNDARY.findall(text))
    for character in text:
        code = ord(character)
        if 0x20 <= code <= 0x7E:
            ems += _LATIN[code - 0x20] / 100 * _ROOM
        else:
            ems += 1.0 if code >= 0x2000 else 0.6
    return ems * size


def wrap(text: str, size: float, room: float, most: int = 3) -> list[str]:
    """Break a name into lines that fit `room`: Han anywhere but before closing marks, Latin words and numbers whole.

    What does not fit in `most` lines ends in an ellipsis; the table beside the chart has the whole name.
    """
    lines = [""]
    for piece in _pieces(text):
        if not lines[-1] or width_of(lines[-1] + piece.rstrip(), size) <= room:
            lines[-1] += piece if lines[-1] else piece.lstrip()
        else:
            lines.append(piece.lstrip())
    lines = _balance([line.rstrip() for line in lines], size)
    if len(lines) > most:
        last = lines[most - 1]
        while last and width_of(last + "…", size) > room:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip(" ,，、") + "…"]
    return lines


def _pieces(text: str) -> list[str]:
    """What may not be broken: a Latin word with its space, a Han character with the marks that cling to it."""
    pieces: list[str] = []
    for piece in re.findall(r"[!-~À-ɏ–]+\s*|\s+|.", text):
        if pieces and (piece[0] in _NO_START or pieces[-1][-1] in _NO_END):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _balance(lines: list[str], size: float) -> list[str]:
    """Keep one Han character from standing alone on the last line."""
    if len(lines) > 1 and len(lines[-1]) == 1 and ord(lines[-1]) >= 0x2E80 and len(lines[-2]) > 3:
        lines[-2:] = [lines[-2][:-1], lines[-2][-1] + lines[-1]]
    return lines
