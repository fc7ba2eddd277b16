"""The text of a report's pages as HTML: what the Markdown reader needs to know of a file, and what it gave.

In: a report folder and the Markdown files of its pages. Out: bodies, whole and by paragraph, in both languages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from pathlib import Path

from markdown import Markdown
from markupsafe import Markup

from baogao.content import ReportFolder
from baogao.language import languages
from baogao.language.words import HTML_LANG, Words
from baogao.model import Table
from baogao.patterns import regex
from baogao.sections.markdown import Page
from baogao.site.marking import Mark, PageText, ReportExtension, mark_text

_PARAGRAPH = regex(r'<p id="([^"]+)">(.*?)</p>', re.DOTALL)


@dataclass(frozen=True)
class Body:
    """A page's text in one language."""

    html: Markup
    language: str
    head: Mapping[str, str] = field(default_factory=dict)  # of the Markdown file: title, status, translator …

    @property
    def html_lang(self) -> str:
        return HTML_LANG[self.language]

    def paragraphs(self) -> dict[str, Markup]:
        """The inside of each paragraph, by id."""
        return {found[1]: Markup(found[2]) for found in _PARAGRAPH.finditer(self.html)}


class Texts:
    """Reads the Markdown pages of reports; one Markdown instance for all of them."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self.words = words
        self.extension = ReportExtension()
        self.markdown = Markdown(extensions=[self.extension, "meta", "tables"], output_format="html")

    def read(self, folder: ReportFolder, page: Page, language: str, path: Path) -> Body:
        """A page's file as HTML, its numbers marked."""
        text = path.read_text(encoding="utf-8")
        html = self.extension.convert(self.markdown, text, page_text(folder, page, language, self.words[language]))
        found = getattr(self.markdown, "Meta", {})
        return Body(Markup(html), language, {key: " ".join(values) for key, values in found.items()})


def page_text(folder: ReportFolder, page: Page, language: str, words: Words) -> PageText:
    """What the Markdown extension must know of a page."""
    paragraphs = [p for section in page.sections for p in section.paragraphs]
    places = {p for section in page.sections for p in (section.id, *(q.id for q in section.paragraphs))}
    tables = [t for t in folder.extract.report.tables if t.after in places]
    headed = [s for s in page.inner if not s.run_in]
    return PageText(
        language,
        tuple(p.id for p in paragraphs),
        lambda name, text: marks_of(folder, name, text, language),
        tuple(s.id for s in headed),
        {s.paragraphs[0].id: (s.id, s.heading) for s in page.sections if s.run_in and s.paragraphs},
        tuple(table_html(folder, t, words) for t in tables),
        words["permalink"],
    )


def marks_of(folder: ReportFolder, paragraph: str, text: str, language: str) -> tuple[Mark, ...]:
    """The numbers of a paragraph: as read in Chinese, by amount in English (those not found lead to its start)."""
    indicators = folder.indicators_by_paragraph.get(paragraph, ())
    if language == "zh":
        others = _others(folder).get(paragraph, ())
        return (*(Mark(*i.number, i.id, i.kind) for i in indicators), *others)
    left = list(indicators)
    made = []
    for quantity in languages.english_numbers(text):
        if _ORDINAL.fullmatch(text[: quantity.end + 1]):
            continue  # "(2) Building …": the heading's own number
        found = next((i for i in left if _same(i.amount, quantity.amount) and i.base_unit == quantity.base_unit), None)
        found = found or next((i for i in left if _same(i.amount, quantity.amount)), None)
        if found:
            left.remove(found)
            made.append(Mark(quantity.start, quantity.end, found.id, found.kind))
    return (*made, *(Mark(0, 0, i.id, i.kind) for i in left))


_ORDINAL = regex(r"\(\d{1,2}\)|\d{1,2}[.)]")


def _same(one: str | None, other: str | None) -> bool:
    return bool(one and other) and abs(Decimal(one or 0)) == abs(Decimal(other or 0))


def _others(folder: ReportFolder) -> dict[str, tuple[Mark, ...]]:
    """Numbers that are no indicators but are kept on one line, by paragraph; worked out once a report."""
    cached: dict[str, tuple[Mark, ...]] | None = _OTHERS.get(id(folder))
    if cached is None:
        cached = {}
        for n in folder.extract.other_numbers:
            if any(c.isdigit() for c in n.text):
                cached[n.paragraph] = (*cached.get(n.paragraph, ()), Mark(n.start, n.end))
        _OTHERS[id(folder)] = cached
    return cached


_OTHERS: dict[int, dict[str, tuple[Mark, ...]]] = {}


def table_html(folder: ReportFolder, table: Table, words: Words) -> str:
    """A table of the report: in a region of its own that scrolls, its numbers marked."""
    left = list(folder.indicators_by_paragraph.get(table.id, ()))
    rows = []
    for n, row in enumerate(table.rows):
        line, at, cells = "\t".join(row), 0, []
        own = [i for i in left if line[i.start : i.end] == i.quote]
        for cell in row:
            inside = [i for i in own if at <= i.number[0] and i.number[1] <= at + len(cell)]
            marks = [Mark(i.number[0] - at, i.number[1] - at, i.id, i.kind) for i in inside]
            tag = 'th scope="col"' if n == 0 else "td"
            cells.append(f"<{tag}>{mark_text(cell, marks, 'zh')}</{tag[:2]}>")
            left = [i for i in left if i not in inside]
            at += len(cell) + 1
        rows.append(f"<tr>{''.join(cells)}</tr>")
    label = escape(words["table_scroll"])
    body = f"<thead>{rows[0]}</thead><tbody>{''.join(rows[1:])}</tbody>" if rows else ""
    return (
        f'<div class="bg-table-scroll" id="{table.id}" role="region" tabindex="0" aria-label="{label}" lang="zh-Hans">'
        f'<table class="bg-table">{body}</table></div>'
    )
