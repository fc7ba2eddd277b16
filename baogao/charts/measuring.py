"""How wide a text will be, and where it breaks: from a table of widths, so that no font is read at all.

A reader's browser sets the text in its own sans-serif. Han characters are one em wide in every font; for Latin letters
the widths of DejaVu Sans are taken, the widest face that browsers fall back on: what fits in it fits in all others.
"""

import re
from functools import lru_cache

from baogao.patterns import HAN, regex

# Advance widths of U+0020 to U+007E in DejaVu Sans, in hundredths of an em, rounded up.
_LATIN = (
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62,
    69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60,
    82, 60, 60, 53, 64, 34, 64, 84,
)  # fmt: skip
BOLD = 1.14  # how much wider its bold letters are; Han characters stay as wide as they are
HINTED = 1.06  # how much wider letters are where a system rounds each to whole pixels, at the size of a name
# Newer browsers put an eighth of an em between Han and Latin (text-autospace).
_AUTOSPACE = 0.125
_BOUNDARY = regex(rf"(?<={HAN})(?=[0-9A-Za-z%])|(?<=[0-9A-Za-z%])(?={HAN})")
_NO_START = "，、。；：！？）》」』”’%％)],.;:·—"  # a line does not begin with these
_NO_END = "（《「『“‘([$"  # … nor end with these


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, latin: float = 1.0) -> float:
    """The width of one line in pixels. `latin`: how wide Latin letters are, compared with the table."""
    ems = _AUTOSPACE * len(_BOUNDARY.findall(text))
    for character in text:
        code = ord(character)
        if 0x20 <= code <= 0x7E:
            ems += _LATIN[code - 0x20] / 100 * latin
        else:
            ems += 1.0 if code >= 0x2000 else 0.7 * latin
    return ems * size


def wrap(text: str, size: float, room: float, most: int = 3, latin: float = 1.0) -> list[str]:
    """Break a name into lines that fit `room`: Han anywhere but before closing marks, Latin words and numbers whole.

    What does not fit in `most` lines ends in an ellipsis; the table beside the chart has the whole name.
    """
    lines = [""]
    for piece in _pieces(text):
        if not lines[-1] or width_of(lines[-1] + piece.rstrip(), size, latin) <= room:
            lines[-1] += piece if lines[-1] else piece.lstrip()
        else:
            lines.append(piece.lstrip())
    lines = _balance([line.rstrip() for line in lines], size)
    if len(lines) > most:
        last = lines[most - 1]
        while last and width_of(last + "…", size, latin) > room:
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
