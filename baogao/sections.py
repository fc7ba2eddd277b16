"""Sections as Markdown: what `baogao import` writes to `zh/*.md`, and `baogao check` derives again.

In: a page of a report (its section and what stands deeper inside it). Out: the text of a Markdown file whose paragraphs,
in order, are the report's own, escaped so that Markdown gives every character back.
"""

import re

from baogao.content import Page
from baogao.model import Report, Section, Table

# What Markdown (as the theme's reader has it: raw HTML off, tables on) would take for markup inside a line …
_INLINE = re.compile(r"([\\`*_{}\[\]|~^])")
# … and at its beginning: headings, lists, quotations, rules, code.
_START = re.compile(r"^(#|>|[-+=:](?=\s|$|[-=]))")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")


def escape(text: str) -> str:
    """Report text so that Markdown gives it back verbatim, as one line."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _INLINE.sub(r"\\\1", text).replace("\n", " ")
    return _NUMBERED.sub(r"\1\\\2", _START.sub(r"\\\1", text))


def head(title: str, slug: str, section: str, language: str) -> str:
    """The metadata block that Pelican reads."""
    return f"Title: {' '.join(title.split())}\nSlug: {slug}\nSection: {section}\nLang: {language}\n"


def page_markdown(report: Report, page: Page, slug: str) -> str:
    """The Markdown file of a page in the report's own language."""
    title = page.section.heading or report.title
    blocks = [head(title, slug, page.id, "zh")]
    tables: dict[str, list[Table]] = {}
    for table in report.tables:
        tables.setdefault(table.after, []).append(table)
    for section in page.sections:
        if section is not page.section:
            blocks.append(_heading(section))
        blocks += [_table(table) for table in tables.get(section.id, ())]
        for paragraph in section.paragraphs:
            blocks.append(escape(paragraph.text) + "\n")
            blocks += [_table(table) for table in tables.get(paragraph.id, ())]
    return "\n".join(blocks)


def _heading(section: Section) -> str:
    """A deeper heading; that of a run-in section is marked, since its paragraph says it too."""
    level = min(max(section.level, 2), 6)
    return f"{'#' * level} {escape(section.heading)}\n"


def _table(table: Table) -> str:
    """A pipe table; its first row is the head."""
    width = max((len(row) for row in table.rows), default=0)
    rows = [[escape(cell) for cell in row] + [""] * (width - len(row)) for row in table.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines[:1], f"|{' --- |' * width}", *lines[1:]]) + "\n"
