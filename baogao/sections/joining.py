"""Lines → blocks: a paragraph or heading that the page broke over lines is put together again.

A line goes on in the next one where it cannot stand alone ("以PM" / "2.5" / "年平均浓度…"), or where the whole text is
wrapped at a width and the line is full.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from baogao.model import GOES_ON, Line
from baogao.patterns import regex
from baogao.sections.numbering import read_number
from baogao.sections.phrases import phrases

_ENDS = "。！？；：!?;:…"
_CLOSERS = "”’」』）)】》］]\"'"
_SENTENCE = regex("[。！？；]")
_FULL_STOP = regex("[。！？]")
# What a line that stands alone does not end with, and what a new one does not begin with.
_HANGING = tuple("、，,—的和与及或以并在对把将为从向至到了是(（《“「『·")
_GOES_ON = tuple("。，、；：！？）)”’」』》】％%,.;:!?·")
_PREDICATE = regex("(就?是|为)[：:，,]")  # "主要目标" / "是：地区生产总值…"
_MARK = regex(r"[\[［〔【(（]\d{1,3}[\]］〕】)）]|[①-⑳]|\d{1,3}")  # a note's mark or a number set small, alone
_LEAD_NUMBER = regex(
    r"[一二三四五六七八九十]{1,3}(、|是|要)|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+(部分)?[，、：]?"
)
_ADDRESS = regex("(各位|诸位)(代表|委员)|同志们")
_SET_APART = 45  # characters of a heading that stands apart from its number
_BULLET = regex(r"[●•◆■○▲★☆※·\-—–─]{1,2}\s?\S")
_LEAD = regex(r"[“‘（《〈「『【(\[]*(?:[A-Za-z0-9.%％+\-]+|.)[”’）》〉」』】)\]，。、；：！？…—%％,.;:!?·]*")
_NARROWEST, _WIDEST = 14, 120  # characters in a line of a wrapped text


class Block(NamedTuple):
    """A heading, a paragraph or a row of a table, with the lines that it is made of."""

    text: str
    lines: tuple[Line, ...]

    @property
    def style(self) -> str:
        return self.lines[0].style

    @property
    def number(self) -> int:
        return self.lines[0].number


class Layout(NamedTuple):
    """How a text sets its paragraphs: the width at which it is wrapped (0: it is not), and what marks a new one."""

    width: int
    size: Callable[[str], int]
    indents: bool  # white space before the first line of a paragraph
    gaps: bool  # blank lines between paragraphs

    def full(self, last: Line, line: Line) -> bool:
        """Whether a line had no room for what the next one begins with."""
        lead = _LEAD.match(line.text)
        return (
            self.size(last.text) + 2 * last.indent * (self.size("　")) + self.size(lead[0] if lead else "") > self.width
        )


def join_lines(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a stretch of lines; `lines` has no blank ones."""
    layout = find_layout(lines)
    blocks: list[Block] = []
    parts: list[Line] = []
    text = ""
    for line, ahead in zip(lines, [*lines[1:], None], strict=False):
        if parts and not _continues(text, parts[-1], line, layout) and not _frames(text, parts[-1], line, ahead):
            blocks.append(Block(text, tuple(parts)))
            parts, text = [], ""
        text = _glued(text, line.text) if parts else line.text
        parts.append(line)
    if parts:
        blocks.append(Block(text, tuple(parts)))
    return blocks


def find_layout(lines: Sequence[Line]) -> Layout:
    """How a text sets its paragraphs, from its lines together."""
    plain = [line for line in lines if not line.style]
    indented = sum(line.indent for line in plain)
    gaps = sum(line.number - last.number > 1 for last, line in pairwise(plain))
    width, size = max((_wrap_width(plain, len), len), (_wrap_width(plain, _columns), _columns), key=lambda w: w[0][1])
    return Layout(
        width[0],
        size,
        max(2, len(plain) // 12) <= indented <= 0.9 * len(plain),
        0.05 * len(plain) <= gaps <= 0.8 * len(plain),
    )


def _wrap_width(lines: Sequence[Line], size: Callable[[str], int]) -> tuple[int, float]:
    """The width at which a text is wrapped, and the share of its lines that are so wide; (0, 0) where it is not."""
    counts = Counter(size(line.text) + 2 * line.indent * size("　") for line in lines)
    if len(lines) < 8:
        return 0, 0.0
    factor = size("　")
    width = max(counts, key=lambda w: (sum(counts[w - d] for d in range(2 * factor)), w))
    share = sum(counts[width - d] for d in range(3 * factor)) / len(lines)
    beyond = sum(count for w, count in counts.items() if w > width + factor)
    wrapped = _NARROWEST * factor <= width <= _WIDEST * factor and share >= 0.4 and beyond <= 0.02 * len(lines)
    return (max(w for w in counts if w <= width + factor), share) if wrapped else (0, 0.0)


def _columns(text: str) -> int:
    """How wide a text is, in half-width columns; what is neither Latin nor of two columns is rare enough."""
    return 2 * len(text) - len(text.encode("latin-1", "ignore"))


def _continues(text: str, last: Line, line: Line, layout: Layout) -> bool:
    """Whether `line` goes on with the block that `text` holds so far."""
    if line.hint == GOES_ON:
        return not _closed(text) and not read_number(line.text)
    if last.style or line.style:
        return False
    turned = last.text[-1:] in "）)】]" and phrases().page_turn.search(last.text[-16:])
    if turned or phrases().page_turn.match(line.text):
        return True  # 下转第四版: the newspaper's paragraph goes on
    if _ADDRESS.match(line.text):
        return False
    if layout.width:
        return _wrapped_on(text, last, line, layout)
    if _LEAD_NUMBER.fullmatch(
        text
    ):  # "（一）" set apart from its heading; or alone over a paragraph, as in old reports
        stop = _FULL_STOP.search(line.text)
        return len(line.text) <= _SET_APART if stop is None else 2 <= stop.start() <= _SET_APART
    if (read_number(line.text) and not line.text[0].isdigit()) or _BULLET.match(line.text):
        return False
    return _hangs(text, line)


def _frames(text: str, last: Line, line: Line, ahead: Line | None) -> bool:
    """Whether a line is a piece set apart inside a sentence: "今年要实施" / "十大工程" / "，打造…"."""
    if ahead is None or last.style or line.style or ahead.style or _closed(text) or _closed(line.text):
        return False
    following = _PREDICATE.match(ahead.text) or (ahead.text.startswith(_GOES_ON) and not ahead.text.startswith("·"))
    return bool(following) and not read_number(text) and not read_number(line.text)


def _wrapped_on(text: str, last: Line, line: Line, layout: Layout) -> bool:
    """In a wrapped text: whether a full line goes on."""
    if line.text.startswith(_GOES_ON):
        return True
    if (layout.indents and line.indent) or (layout.gaps and line.number - last.number > 1):
        return False
    if not layout.full(last, line):
        return not _closed(text) and text.endswith(_HANGING)
    if _closed(text):
        return not read_number(line.text)  # a paragraph seldom ends where the line does
    return text.endswith(_HANGING) or not read_number(line.text) or line.text[0].isdigit()


def _closed(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in _ENDS


def _hangs(text: str, line: Line) -> bool:
    """Whether a text without a sentence's end wants the next line, where no wrapping tells."""
    if _MARK.fullmatch(line.text):
        return True
    if _closed(text):
        return line.text.startswith(tuple(_CLOSERS)) or line.text in _GOES_ON  # a stray mark, no line of its own
    if _PREDICATE.match(line.text) or (line.text.startswith(_GOES_ON) and not line.text.startswith("·")):
        return True
    if text.endswith(_HANGING) and not (read_number(text) and phrases().whole_word.search(text)):
        return True
    return bool(_SENTENCE.search(text)) and not text.endswith(("”", "）", ")", "》"))


def _glued(text: str, more: str) -> str:
    """Two lines as one text; a space stays only between Latin words."""
    latin = text[-1:].isascii() and text[-1:].isalpha() and more[:1].isascii() and more[:1].isalpha()
    return text + (" " if latin else "") + more
