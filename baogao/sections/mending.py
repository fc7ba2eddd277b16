"""What a person mends in the reading of a report: the [outline] table of report.toml.

[outline]
chrome = ["（下转第四版）"]                          # text that is the page's, wherever it stands
headings = [{text = "主要任务", level = 2}, {line = 41, level = 0}]   # level 0: no heading
"""

from collections.abc import Mapping, Sequence
from typing import Any

from baogao.errors import ContentError
from baogao.model import Line
from baogao.sections.joining import Block
from baogao.sections.numbered import Heading


def mend_lines(lines: Sequence[Line], outline: Mapping[str, Any]) -> tuple[Line, ...]:
    """The lines without what report.toml calls the page's. ContentError where a text stands nowhere."""
    found = list(lines)
    for text in outline.get("chrome", ()):
        if not any(text in line.text for line in found):
            raise ContentError(f"outline.chrome: {text!r} stands nowhere in the report", hint="copy it from the source")
        found = [_without(line, text) for line in found]
    return tuple(found)


def _without(line: Line, text: str) -> Line:
    if line.text == text:
        return line._replace(hint="chrome")
    return line._replace(text=line.text.replace(text, "").strip()) if text in line.text else line


def mend_headings(blocks: Sequence[Block], headings: Sequence[Heading], outline: Mapping[str, Any]) -> list[Heading]:
    """The headings with those of report.toml. ContentError where an entry fits no line."""
    found = {heading.block: heading for heading in headings}
    for entry in outline.get("headings", ()):
        fits = [n for n, block in enumerate(blocks) if _fits(block, entry)]
        if not fits or not isinstance(entry.get("level"), int):
            raise ContentError(f"outline.headings: {dict(entry)} fits no line, or has no level")
        for index in fits:
            found.pop(index, None)
            if entry["level"] > 0:
                why = "report.toml says so"
                found[index] = Heading(index, blocks[index].text, 0.0, False, why, entry["level"])
    return [found[index] for index in sorted(found)]


def _fits(block: Block, entry: Mapping[str, Any]) -> bool:
    if "line" in entry:
        return any(line.number == entry["line"] for line in block.lines)
    return bool(block.text == entry.get("text"))
