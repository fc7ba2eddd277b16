"""Sections as pages and as Markdown: what `baogao import` writes to `zh/*.md`, and `baogao check` derives again.

In: a page of a report (its section and what stands deeper inside it). Out: the text of a Markdown file whose
paragraphs, in order, are the report's own, escaped so that Markdown gives every character back.
"""

import re
from typing import NamedTuple

from baogao.model import Report, Section, Table
from baogao.patterns import regex

# What Markdown (as the theme's reader has it: raw HTML off, tables on) would take for markup inside a line …
_INLINE = regex(r"([\\`*_{}\[\]|])")
# … and at its beginning: headings, lists, quotations, rules, code.
_START = regex(r"^(#|[-+](?=\s|$|-))")
_NUMBERED = regex(r"^(\d+)([.)])(?=\s|$)")


class Page(NamedTuple):
    """The sections of one page: a section of level 1 or 2 (or the opening) and what stands deeper inside it."""

    section: Section
    inner: tuple[Section, ...] = ()

    @property
    def id(self) -> str:
        return self.section.id

    @property
    def sections(self) -> tuple[Section, ...]:
        return (self.section, *self.inner)


def is_page(section: Section) -> bool:
    """Whether a section has a page: level 1 and 2, and of run-in headings only the numbered （一） and 一、."""
    if section.level > 2:
        return False
    return not section.run_in or bool(re.match(r"[(（]?[一二三四五六七八九十]+[)）、]", section.heading))


def pages_of(sections: tuple[Section, ...]) -> tuple[Page, ...]:
    """The pages of a report, in order."""
    found: list[tuple[Section, list[Section]]] = []
    for section in sections:
        if is_page(section) or not found:
            found.append((section, []))
        else:
            found[-1][1].append(section)
    return tuple(Page(section, tuple(inner)) for section, inner in found)


def default_slug(section_id: str) -> str:
    """ "1.2" → "1-2"; the text before the first heading is the opening."""
    return "0-opening" if section_id == "0" else section_id.replace(".", "-")


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
