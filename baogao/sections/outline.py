"""Lines → a Report: title, outline, paragraphs, tables, annexes, and what was left aside, line by line.

Nothing goes in silence: each line of the source is Placed, with the reason.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from baogao.model import Annex, Line, Paragraph, Placed, Report, Section, Source, Table
from baogao.patterns import regex
from baogao.report.tidy import squash
from baogao.sections.bounds import Bounds, find_bounds
from baogao.sections.headings import find_headings
from baogao.sections.joining import Block, join_lines
from baogao.sections.mending import mend_headings, mend_lines
from baogao.sections.metadata import read_metadata
from baogao.sections.numbered import Heading
from baogao.sections.phrases import phrases
from baogao.sections.titles import title_start

NOTES = "注释"  # what the annex of footnotes is called
_BETWEEN_PAGES, _CAPTION = 12, 60  # lines between two pages of a newspaper, and characters of one


class _Places:
    """Where each line went; the last word counts."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.found: dict[int, tuple[str, str]] = {}  # the line, by identity → place, why

    def put(self, lines: Sequence[Line], place: str, why: str) -> None:
        for line in lines:
            self.found[id(line)] = (place, why)

    def placed(self) -> tuple[Placed, ...]:
        return tuple(
            Placed(line.number, line.text, *self.found.get(id(line), ("blank", "nothing but white space")))
            for line in self.lines
        )

    def texts(self, place: str) -> tuple[str, ...]:
        return tuple(line.text for line in self.lines if self.found.get(id(line), ("",))[0] == place)


def read_report(source: Source, corrections: Mapping[str, Any] | None = None) -> Report:
    """Read a report's outline, text and metadata. `corrections`: the [outline] and [metadata] tables of report.toml."""
    outline = (corrections or {}).get("outline", {})
    lines = mend_lines(source.lines, outline)
    bounds = find_bounds(lines)
    if bounds.inline and bounds.salutation is not None:
        lines = _parted(lines, bounds.salutation, bounds.inline)
        bounds = find_bounds(lines)
    places = _Places(lines)
    _place_front(lines, bounds, places)
    body = _body_lines(lines, bounds, places)
    blocks = join_lines(body)
    headings = mend_headings(blocks, find_headings(blocks), outline)
    sections, tables = _sections(blocks, headings, places)
    annexes, annex_tables = _annexes(lines, bounds, places)
    front = places.texts("front")
    facts = read_metadata(source, front, places.texts("chrome"), sections, (corrections or {}).get("metadata", {}))
    unknown = [name for name in ("place", "plan_year") if not facts[name]]
    missing = tuple(f"no {name} was found: [metadata] in report.toml can give it" for name in unknown)
    warnings = (*bounds.warnings, *_doubts(sections, places), *missing)
    return Report(
        source, front=front, sections=sections, tables=tables + annex_tables, annexes=annexes,
        chrome=places.texts("chrome"), placed=places.placed(), warnings=warnings, **facts,
    )  # fmt: skip


def _parted(lines: Sequence[Line], index: int, length: int) -> tuple[Line, ...]:
    """The lines with 各位代表：现在… as two, of which the first is the salutation."""
    line = lines[index]
    parts = line._replace(text=line.text[:length].strip()), line._replace(text=line.text[length:].strip())
    return (*lines[:index], *parts, *lines[index + 1 :])


_LEADERS = regex(r"[…．.·・]{3,}\s*\d{1,3}$")  # 一、2024年工作回顾……………1


def _place_front(lines: Sequence[Line], bounds: Bounds, places: _Places) -> None:
    """Title, delivery line, salutation: front. What else stands before the body, and after it: chrome."""
    known = phrases()
    ends = {end for _, end in bounds.annexes} | {bounds.end}
    first = _front_start(lines, bounds)
    later = {line.text for line in lines[bounds.start : bounds.end]}
    inside = False
    for index, line in enumerate(lines):
        if not line.text:
            continue
        inside = bounds.start <= index < bounds.end or any(a <= index < b for a, b in bounds.annexes)
        if inside:
            continue
        key = squash(line.text)
        if index >= bounds.start:
            places.put(
                [line], "chrome", "after the report's end" if index not in ends else "where the page's tail begins"
            )
        elif index == bounds.salutation:
            places.put([line], "front", "the salutation")
        elif (line.text in later and index != bounds.salutation) or _LEADERS.search(line.text):
            places.put([line], "chrome", "a table of contents")
        elif first <= index and line.hint != "chrome" and not known.chrome.fullmatch(key[:200]):
            places.put([line], "front", "the title, or between it and the body")
        elif known.front.fullmatch(key) and line.hint != "chrome" and not known.chrome.fullmatch(key[:200]):
            places.put([line], "front", "names the meeting")
        else:
            places.put([line], "chrome", "the page's, not the report's")


def _front_start(lines: Sequence[Line], bounds: Bounds) -> int:
    """Where the front begins: the title's first line, or the meeting's paper number before it."""
    if bounds.title is None:
        return 0
    known = phrases()
    keys = [squash(line.text) for line in lines[: bounds.title + 1]]
    first = title_start(keys, bounds.title)
    for index in range(first - 1, -1, -1):
        if not keys[index]:
            continue
        page_own = known.chrome.fullmatch(keys[index][:200]) or lines[index].hint == "chrome"
        if page_own or not known.front.fullmatch(keys[index]):
            break
        first = index
    return first


def _body_lines(lines: Sequence[Line], bounds: Bounds, places: _Places) -> list[Line]:
    known = phrases()
    body: list[Line] = []
    turned = _between_pages(lines[bounds.start : bounds.end])
    for index in range(bounds.start, bounds.end):
        line = lines[index]
        if not line.text or line.style == "note":
            continue
        if index - bounds.start in turned:
            places.put([line], "chrome", "the newspaper's, between two of its pages")
            continue
        if line.hint == "chrome" or (len(line.text) <= 90 and known.inside.fullmatch(squash(line.text))):
            places.put([line], "chrome", "the page's, in the middle of the text")
            continue
        body.append(line)
    return body


def _between_pages(lines: Sequence[Line]) -> frozenset[int]:
    """The few short lines between （下转第四版） and （上接第一版）: a picture's caption, the head of the next page."""
    turn, found, after = phrases().page_turn, set(), None
    for index, line in enumerate(lines):
        marks = [match[0] for match in turn.finditer(line.text)] if "版" in line.text else []
        if after is not None and marks and "上接" in marks[0]:
            between = range(after + 1, index)
            if len(between) <= _BETWEEN_PAGES and all(len(lines[i].text) <= _CAPTION for i in between):
                found |= set(between)
            after = None
        if marks and "下转" in marks[-1]:
            after = index
    return frozenset(found)


def _sections(
    blocks: Sequence[Block], headings: Sequence[Heading], places: _Places
) -> tuple[tuple[Section, ...], tuple[Table, ...]]:
    """Blocks and headings as sections with ids, and the tables between their paragraphs."""
    at = {heading.block: heading for heading in headings}
    counts: list[int] = []
    made: list[tuple[str, Heading | None, int, list[Paragraph]]] = [("0", None, 0, [])]
    tables: list[Table] = []
    rows: list[Block] = []
    for index, block in enumerate(blocks):
        if block.style != "table" and rows:
            tables.append(_table(rows, made[-1][0], made[-1][3], tables, places))
            rows = []
        if heading := at.get(index):
            counts = _counted(counts, heading.level)
            section = ".".join(map(str, counts))
            made.append((section, heading, block.number, []))
            if not heading.run_in:
                places.put(block.lines, section, f"a heading: {heading.why}")
                continue
        section, paragraphs = made[-1][0], made[-1][3]
        if block.style == "table":
            rows.append(block)
            continue
        paragraphs.append(Paragraph(f"{section}-p{len(paragraphs) + 1}", block.text, block.number))
        places.put(block.lines, paragraphs[-1].id, "text" if len(block.lines) == 1 else "text broken over lines")
    if rows:
        tables.append(_table(rows, made[-1][0], made[-1][3], tables, places))
    sections = tuple(
        Section(name, heading.level, heading.text, heading.run_in, tuple(paragraphs), line)
        if heading
        else Section(name, 0, "", False, tuple(paragraphs), line)
        for name, heading, line, paragraphs in made
        if heading or paragraphs or len(made) == 1
    )  # fmt: skip
    return sections, tuple(tables)


def _counted(counts: Sequence[int], level: int) -> list[int]:
    """The position of the next heading of a level: [1, 2], 2 → [1, 3]."""
    counts = [*counts[:level], *[0] * (level - len(counts))]
    counts[-1] += 1
    return [count or 1 for count in counts]


def _table(
    rows: Sequence[Block], section: str, paragraphs: Sequence[Paragraph], tables: Sequence[Table], places: _Places
) -> Table:
    last = tables[-1].id.rpartition("-t") if tables else ("", "", "")
    name = f"{section}-t{int(last[2]) + 1 if last[0] == section else 1}"
    for row in rows:
        places.put(row.lines, name, "a row of a table")
    cells = tuple(row for block in rows for line in block.lines for row in line.rows)
    return Table(name, paragraphs[-1].id if paragraphs else section, cells, rows[0].number)


def _annexes(all_lines: Sequence[Line], bounds: Bounds, places: _Places) -> tuple[tuple[Annex, ...], tuple[Table, ...]]:
    known = phrases()
    annexes: list[Annex] = []
    tables: list[Table] = []
    for start, end in bounds.annexes:
        name = f"A{len(annexes) + 1}"
        lines = [line for line in all_lines[start:end] if line.text and line.style != "note"]
        heading, rest = _annex_heading(lines)
        places.put(heading, name, "opens an annex")
        paragraphs: list[Paragraph] = []
        rows: list[Block] = []
        for block in join_lines(rest):
            if block.style == "table":
                rows.append(block)
                continue
            if len(block.text) <= 90 and known.inside.fullmatch(squash(block.text)):
                places.put(block.lines, "chrome", "the page's, in the middle of the text")
                continue
            if rows:
                tables.append(_table(rows, name, paragraphs, tables, places))
                rows = []
            paragraphs.append(Paragraph(f"{name}-p{len(paragraphs) + 1}", block.text, block.number))
            places.put(block.lines, paragraphs[-1].id, "text of an annex")
        if rows:
            tables.append(_table(rows, name, paragraphs, tables, places))
        annexes.append(Annex(name, " ".join(line.text for line in heading), tuple(paragraphs), lines[0].number))
    notes = [line for line in all_lines if line.style == "note" and line.text]
    if notes:
        name = f"A{len(annexes) + 1}"
        paragraphs = [Paragraph(f"{name}-p{n}", line.text, line.number) for n, line in enumerate(notes, 1)]
        for line, paragraph in zip(notes, paragraphs, strict=True):
            places.put([line], paragraph.id, "a note")
        annexes.append(Annex(name, NOTES, tuple(paragraphs), notes[0].number))
    return tuple(annexes), tuple(tables)


def _annex_heading(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """附件1 and the short title line that follows it, apart from the annex's text."""
    count = 1
    while (
        count < min(3, len(lines))
        and len(lines[count].text) <= 40
        and phrases().annex.fullmatch(squash(lines[count].text))
    ):
        count += 1
    bare = len(squash(lines[0].text)) <= 5 and count == 1 and len(lines) > 2
    if bare and len(lines[1].text) <= 40 and lines[1].style != "table" and lines[1].text[-1] not in "。：；:;，":
        count = 2
    return list(lines[:count]), list(lines[count:])


def _doubts(sections: Sequence[Section], places: _Places) -> tuple[str, ...]:
    """What a person should look at: no outline, and running text that was left aside."""
    found = []
    if all(section.level == 0 for section in sections):
        found.append("no heading was found: the text stands as one section")
    aside = [p.line for p in places.placed() if p.place == "chrome" and len(p.text) > 80 and "。" in p.text]
    if aside:
        found.append(f"running text was left aside as the page's, in line {', '.join(map(str, aside[:8]))}")
    return tuple(found)
