"""Lines → blocks: a paragraph or heading that the page broke over lines is put together again.

A line goes on in the next one where it cannot stand alone: "以PM" / "2.5" / "年平均浓度…", or where the whole text is
wrapped at a fixed width.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baogao.model import Line
from baogao.numbering import read_number
from baogao.phrases import phrases

_ENDS = "。！？；：!?;:…"
_CLOSERS = "”’」』）)】》］]\"'"
_SENTENCE = re.compile("[。！？；]")
# What a line that stands alone does not end with, and what a new one does not begin with.
_HANGING = tuple("、，,—的和与及或以并在对把将为从向至到了是(（《“「『·")
_GOES_ON = tuple("。，、；：！？）)”’」』》】％%,.;:!?·")
_PREDICATE = re.compile("(就?是|为)[：:，,]")  # "主要目标" / "是：地区生产总值…"
_ADDRESS = re.compile("(各位|诸位)(代表|委员)|同志们")
_BULLET = re.compile(r"[●•◆■○▲★☆※·\-—–─]{1,2}\s?\S")
_WRAP_LEAST = 16  # characters: no page is narrower
_WRAP_MOST = 120


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a row of a table, with the lines that it is made of."""

    text: str
    lines: tuple[Line, ...]

    @property
    def style(self) -> str:
        return self.lines[0].style

    @property
    def number(self) -> int:
        return self.lines[0].number


def join_lines(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a stretch of lines."""
    width = wrap_width(lines)
    indented = _is_indented(lines)
    blocks: list[Block] = []
    parts: list[Line] = []
    text = ""
    for line in lines:
        if not line.text:
            continue
        if parts and not _continues(text, parts[-1], line, width, indented):
            blocks.append(Block(text, tuple(parts)))
            parts, text = [], ""
        text = _glued(text, line.text) if parts else line.text
        parts.append(line)
    if parts:
        blocks.append(Block(text, tuple(parts)))
    return blocks


def wrap_width(lines: Iterable[Line]) -> int:
    """The width at which a text was wrapped by hand or by a program; 0 where each paragraph is one line."""
    widths = [_width(line.text) for line in lines if line.text and line.style != "table"]
    if len(widths) < 8:
        return 0
    counts = Counter(widths)
    width, _ = max(counts.items(), key=lambda item: (sum(counts[item[0] - d] for d in range(4)), item[0]))
    full = sum(counts[width - d] for d in range(5))
    beyond = sum(n for w, n in counts.items() if w > width + 2)
    fits = 2 * _WRAP_LEAST <= width <= 2 * _WRAP_MOST and full >= 0.4 * len(widths) and beyond <= 0.02 * len(widths)
    return width if fits else 0


def _width(text: str) -> int:
    """How wide a line is, in half-width columns."""
    return 2 * len(text) - sum(character < "\u2000" for character in text)


def _is_indented(lines: Iterable[Line]) -> bool:
    """Whether paragraphs are marked by white space before their first line, as 首行缩进."""
    filled = [line for line in lines if line.text]
    return sum(line.indent for line in filled) >= max(2, len(filled) // 8)


def _continues(text: str, last: Line, line: Line, width: int, indented: bool) -> bool:
    """Whether `line` goes on with the block that `text` holds so far."""
    if phrases().page_turn.search(last.text[-16:]) or phrases().page_turn.match(line.text):
        return True  # 下转第四版: the newspaper's paragraph goes on
    if last.style or line.style or _ADDRESS.match(line.text):
        return False
    if (read_number(line.text) and not line.text[0].isdigit()) or _BULLET.match(line.text):
        return False
    if indented and line.indent and width:
        return False
    if width and _width(last.text) >= width - 5:
        return not (_closed(text) and not indented) or not _opens_anew(line)
    return _hangs(text, line)


def _opens_anew(line: Line) -> bool:
    return not line.text.startswith(_GOES_ON)


def _closed(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in _ENDS


def _hangs(text: str, line: Line) -> bool:
    """Whether a text without a sentence's end wants the next line, where no wrapping tells."""
    if _closed(text):
        return line.text.startswith(_GOES_ON) and not line.text.startswith((".", "·", "“", "‘"))
    if _PREDICATE.match(line.text) or (line.text.startswith(_GOES_ON) and not line.text.startswith("·")):
        return True
    if text.endswith(_HANGING):
        return True
    return bool(_SENTENCE.search(text)) and not text.endswith(("”", "）", ")", "》"))


def _glued(text: str, more: str) -> str:
    """Two lines as one text; a space stays only between Latin words."""
    latin = text[-1:].isascii() and text[-1:].isalpha() and more[:1].isascii() and more[:1].isalpha()
    return text + (" " if latin else "") + more
