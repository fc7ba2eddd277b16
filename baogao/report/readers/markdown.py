"""A Markdown file → its lines: markup taken off, headings and tables known by it.

Only what reports are written with; what is no markup stays as it stands.
"""

import re

from baogao.model import Line
from baogao.patterns import regex
from baogao.report.tidy import tidy

_HEADING = regex(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM = regex(r"\s*[-*+]\s+(?=\S)")
_RULE = regex(r"\s*([-*_=])(?:\s*\1){2,}\s*$")
_DIVIDER = regex(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_NOTE = regex(r"\[\^[^\]]{1,20}\]:\s*")
_META = regex(r"([A-Za-z_][\w -]{0,30}):\s*(.*)$")
_QUOTE = regex(r"^\s{0,3}(>\s?)+")
_INLINE = (
    (regex(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (regex(r"\[\^[^\]]{1,20}\]"), ""),
    (regex(r"\[([^\]]+)\]\((?:https?:|mailto:|[#/.])[^)\s]*\)"), r"\1"),
    (regex(r"(?<![\\*])(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1(?!\*)"), r"\2"),
    (regex(r"(?<![\w\\_])(_{1,3})(?=\S)([^_]+?)(?<=\S)\1(?![\w_])"), r"\2"),
    (regex(r"(?<!\\)~~(.+?)~~"), r"\1"),
    (regex(r"\\([\\`*_{}\[\]()#+\-.!|>~<])"), r"\1"),
)
_BOLD_LINE = regex(r"\s*(\*\*|__)(?!\s)[^*_]+(?<!\s)\1\s*$")


def read_markdown(text: str) -> tuple[tuple[Line, ...], tuple[tuple[str, str], ...]]:
    """The lines of a file, and the fields of its head (between --- and ---, or Title: …)."""
    rows = text.splitlines()
    meta, start = _head(rows)
    lines: list[Line] = []
    fenced = False
    for number, raw in enumerate(rows[start:], start + 1):
        if raw.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif fenced:
            lines.append(Line(number, tidy(raw)))
        else:
            lines.append(_line(number, raw))
    return tuple(line for line in lines if line.style != "divider"), meta


def _head(rows: list[str]) -> tuple[tuple[tuple[str, str], ...], int]:
    """The fields before the text, and the index at which the text begins."""
    fenced = bool(rows) and rows[0].strip() == "---"
    fields: dict[str, str] = {}
    for index, row in enumerate(rows[fenced:60], int(fenced)):
        if (fenced and row.strip() in ("---", "...")) or (not fenced and not row.strip()):
            named = {"title": fields.get("title", ""), "published": fields.get("date", "")}
            return tuple(sorted((k, v) for k, v in named.items() if v)), index + 1 if fields else 0
        found = _META.match(row)
        if found is None and not fenced:
            break
        if found:
            fields[found[1].lower()] = found[2].strip().strip("\"'")
    return (), 0


def _line(number: int, raw: str) -> Line:
    if raw.startswith("|") and raw.count("|") > 1:
        return _row(number, raw)
    raw = _QUOTE.sub("", raw)
    if heading := _HEADING.match(raw):
        return Line(number, tidy(_plain(heading[2])), f"heading {len(heading[1])}")
    if note := _NOTE.match(raw):
        return Line(number, tidy(_plain(raw[note.end() :])), "note")
    if _RULE.match(raw):
        return Line(number, "")
    style = "bold" if _BOLD_LINE.match(raw) else "list" if _ITEM.match(raw) else ""
    return Line(number, tidy(_plain(_ITEM.sub("", raw) if style == "list" else raw)), style, indent=raw[:1].isspace())


def _row(number: int, raw: str) -> Line:
    if _DIVIDER.match(raw):
        return Line(number, "", "divider")
    cells = tuple(tidy(_plain(cell)) for cell in re.split(r"(?<!\\)\|", raw.strip().strip("|")))
    return Line(number, "\t".join(cells), "table", (cells,))


def _plain(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text
