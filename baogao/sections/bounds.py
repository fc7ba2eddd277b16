"""Where in a file the report stands: its front, its body, its annexes, and what is the page's.

In: the lines of a Source. Out: Bounds, by indexes into the lines. What is in doubt stays in the body: a line too many
can be seen, a line too few cannot.
"""

from collections.abc import Sequence
from typing import NamedTuple

from baogao.model import Line
from baogao.patterns import HAN as LETTER
from baogao.patterns import regex
from baogao.report.tidy import squash
from baogao.sections.numbering import read_number
from baogao.sections.phrases import phrases
from baogao.sections.titles import is_delivery, is_title

PROSE = 24  # characters: a line with a sentence end and so long is text, not a button
_GREETING = frozenset("尊各诸主同")  # what a salutation begins with
_LONG, _ASKED = 200, 60  # characters of running text, and of its beginning
_BODY = 200  # characters: no annex comes before so much of the body
_SENTENCE = regex("[。！？；!?;]")


class Bounds(NamedTuple):
    """`start` and `end` of the body, `annexes` as (start, end) with the heading first, by index of line."""

    start: int
    end: int
    annexes: tuple[tuple[int, int], ...]
    salutation: int | None  # the line of it; None where there is none
    inline: int = 0  # characters of the salutation, where the body's first line goes on after it
    title: int | None = None
    warnings: tuple[str, ...] = ()


class _Page(NamedTuple):
    """The lines, squashed once, and what is asked of them again and again."""

    lines: Sequence[Line]
    keys: tuple[str, ...]

    def prose(self, index: int) -> bool:
        """Whether a line is running text."""
        text = self.lines[index].text
        return len(text) >= PROSE and bool(_SENTENCE.search(text)) and not self.chrome(index)

    def chrome(self, index: int) -> bool:
        """Whether a line outside the body is the page's."""
        key = self.keys[index]
        return self.lines[index].hint == "chrome" or (len(key) <= 170 and bool(phrases().chrome.fullmatch(key)))

    def numbered(self, index: int) -> bool:
        """Whether a line begins with the number of a heading that opens a report's part."""
        number = read_number(self.lines[index].text)
        return number is not None and number.rank <= 30


def _key(line: Line) -> str:
    """The form in which a line is compared; of running text only what any question here looks at."""
    return squash(line.text) if len(line.text) <= _LONG else squash(line.text[:_ASKED]) + line.text[_ASKED:]


def find_bounds(lines: Sequence[Line]) -> Bounds:
    """Where body and annexes stand."""
    page = _Page(lines, tuple(map(_key, lines)))
    salutation, inline = _salutation(page)
    if salutation is None:
        start, warnings = _start_without(page)
    else:
        start, warnings = salutation + (0 if inline else 1), ()
    title = _title(page, start)
    cuts = _annex_starts(page, start)
    stops = [*cuts[1:], len(lines)]
    cuts = [cut for cut, stop in zip(cuts, stops, strict=False) if not _is_link(page, cut, stop, title)]
    end = _end(page, start, cuts[0] if cuts else len(lines), title)
    annexes = tuple((a, _end(page, a + 1, b, title)) for a, b in zip(cuts, [*cuts[1:], len(lines)], strict=False))
    return Bounds(start, end, annexes, salutation, inline, title, (*warnings, *_second_body(page, start)))


def _second_body(page: _Page, start: int) -> tuple[str, ...]:
    """A warning where a title and a salutation come again after the body's beginning: two reports in one file."""
    for index in range(start + 1, len(page.keys)):
        greets = page.keys[index][:1] in _GREETING and page.keys[index].endswith(":") and _salutes(page, index) == 0
        titled = greets and [i for i in range(max(start, index - 6), index) if is_title(page.keys[i])]
        if titled:
            first, second = page.lines[start].number, page.lines[titled[0]].number
            return (f"two bodies: one begins in line {first}, another report in line {second}; both were read as one",)
    return ()


def _salutation(page: _Page) -> tuple[int | None, int]:
    """The line 各位代表： and, where the text goes on in the same line, how many characters it has."""
    before = 0
    found: list[tuple[int, int]] = []
    for index, key in enumerate(page.keys):
        if not key:
            continue
        if key[0] in _GREETING and (length := _salutes(page, index)) is not None:
            found.append((index, length))
            if len(found) == 1 and before > 4:
                return None, 0
        elif page.prose(index):
            before += 1
            if found and before > 12:
                break
    if len(found) > 1 and _repeats(page, found[0][0], found[1][0]):
        return found[1]
    return found[0] if found else (None, 0)


def _salutes(page: _Page, index: int) -> int | None:
    """0 where the line is a salutation, the length of it where it begins with one, None where it is none."""
    key = page.keys[index]
    if phrases().salutation.fullmatch(key) and not key.endswith("。"):
        return 0
    opening = phrases().salutation.match(key)
    if opening is None or not opening[0].endswith((":", "!", ",")) or len(opening[0]) > 40:
        return None
    text, count = page.lines[index].text, 0
    for position, character in enumerate(text):
        if count == opening.end():
            return position
        count += not character.isspace()
    return None


def _repeats(page: _Page, first: int, second: int) -> bool:
    """Whether the page begins with a short extract of the report that stands whole after it."""
    between = sum(page.prose(i) for i in range(first, second))
    opening = next((k for k in page.keys[first + 1 : second] if len(k) >= 12), "")
    return (
        between <= 2 and bool(opening) and any(k.startswith(opening[:12]) for k in page.keys[second + 1 : second + 4])
    )


def _start_without(page: _Page) -> tuple[int, tuple[str, ...]]:
    """The body's first line where nobody is saluted: after the last front line before the first running text."""
    first = next((i for i in range(len(page.lines)) if page.prose(i) and not page.keys[i].startswith("(")), None)
    if first is None:
        first = next((i for i, key in enumerate(page.keys) if page.numbered(i)), 0)
        return first, ("no running text was found: is this a report?",)
    start = first
    while start > 0 and not _is_front(page, start - 1):
        start -= 1
    later = set(page.keys[first:])
    while start < first and (not page.keys[start] or page.keys[start] in later):
        start += 1  # a table of contents names headings that come again
    warning = f"no salutation (各位代表：) was found; the body was taken to begin in line {page.lines[start].number}"
    return start, (warning,)


def _is_front(page: _Page, index: int) -> bool:
    """Whether a line before the first running text closes the front: title, delivery line, or the page's."""
    key = page.keys[index]
    if not key:
        return False
    known = phrases()
    return bool(page.chrome(index) or known.front.fullmatch(key) or is_title(key)) or (
        not page.numbered(index) and not _SENTENCE.search(key) and not key.endswith(":")
    )


def _title(page: _Page, start: int) -> int | None:
    """The line in which the title ends: the last one before the body, else the one before the delivery line."""
    for index in range(start - 1, -1, -1):
        if is_title(page.keys[index]) and not page.chrome(index):
            return index
    met = next((i for i in range(start - 1, -1, -1) if is_delivery(page.keys[i])), 0)
    return next((i for i in range(met - 1, -1, -1) if page.keys[i] and not page.chrome(i)), None)


def _annex_starts(page: _Page, start: int) -> list[int]:
    """The lines that open an annex: after the body's text, and not where the body goes on."""
    known = phrases()
    seen = 0
    bare = False  # nothing but annex headings stands since the last one: 附件2, 名词解释
    found: list[int] = []
    goes_on = _going_on(page, start)
    for index in range(start, len(page.lines)):
        key = page.keys[index]
        if 0 < len(key) <= 60 and seen >= _BODY and not goes_on[index] and known.annex.fullmatch(key):
            found += [] if bare else [index]
            bare = True
        elif key:
            bare = False
        seen += len(key)
    return found


def _is_link(page: _Page, start: int, stop: int, title: int | None) -> bool:
    """Whether what opens an annex is the page's link to a file: 附件： with nothing after it, 附件1：….xlsx."""
    return page.chrome(start) and not any(page.keys[start + 1 : _end(page, start + 1, stop, title)])


def _going_on(page: _Page, start: int) -> list[bool]:
    """For each line, whether the body's own numbering 一、二、… is continued after it: no annex begins there."""
    ordinals = [0] * len(page.lines)
    for index in range(start, len(page.lines)):
        number = read_number(page.lines[index].text)
        ordinals[index] = number.ordinal if number and number.style == "han" else 0
    following, after = 0, [0] * len(page.lines)
    for index in range(len(page.lines) - 1, start - 1, -1):
        after[index] = following
        following = ordinals[index] or following
    last, found = 0, [False] * len(page.lines)
    for index in range(start, len(page.lines)):
        found[index] = bool(last) and after[index] == last + 1
        last += ordinals[index] == last + 1
    return found


def _end(page: _Page, start: int, stop: int, title: int | None) -> int:
    """Where a stretch of report ends and the page's tail begins."""
    known = phrases()
    opening = next((k for k in page.keys[start : start + 12] if k), "")
    left = 0  # running text after the line
    end = stop
    for index in range(stop - 1, start - 1, -1):
        key = page.keys[index]
        if not key or page.lines[index].style == "note":
            continue
        page_own = page.chrome(index) or (index > start + 12 and _repeated(page, index, title, opening))
        if left == 0 and (page_own or _stray(page, index)):
            end = index
        elif len(key) <= 170 and known.tail.fullmatch(key) and left < 200:
            end, left = index, 0
        elif not page_own:
            left += len(key)
            if left > 400:
                break
    return end


def _repeated(page: _Page, index: int, title: int | None, opening: str) -> bool:
    """Whether a line of the tail says the title again, or, after that, the body's first words."""
    names = (page.keys[title],) if title is not None else ()
    if page.keys[index] in names:
        return True
    before = next((i for i in range(index - 1, -1, -1) if page.keys[i]), 0)
    return len(opening) >= 12 and opening in page.keys[index][: len(opening) + 40] and page.keys[before] in names


_STATED = regex(rf"{LETTER}.*\d(?:%|％|‰|[万亿]*(?:元|人|户|家|个|项|公里|亩|吨))")  # a text cut off at 增长6%


def _stray(page: _Page, index: int) -> bool:
    """A short line after the last sentence: a button, a link, a date."""
    line = page.lines[index]
    return (
        len(line.text) <= 30
        and line.style not in ("table", "note", "heading")
        and not page.numbered(index)
        and not _SENTENCE.search(line.text)
        and not _STATED.search(line.text)
        and not line.text.endswith(("：", ":", "”", "）", ")", "》", "…", "。"))
    )
