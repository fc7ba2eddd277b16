"""Report text → HTML: paragraphs with their ids, numbers marked and linked to their rows, headings with ids.

In: the pages of a report as Markdown (raw HTML off), and what is known of their paragraphs. Out: HTML in which
everything that a report says is text: escaped here, in one place, character by character.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from baogao.site.typography import set_punctuation

# Of the inline patterns of Markdown these stay; report text cannot make links, images or tags.
INLINE = ("backtick", "escape", "strong_em", "em_strong", "em_strong2")
NARROW = 24  # a number up to this many characters is kept on one line


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in a paragraph: an indicator with its id and kind, or (id "") one that is only kept on one line."""

    start: int
    end: int
    id: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PageText:
    """What the extension must know of a page: ids in order, marks by paragraph, ready HTML of its tables."""

    language: str
    paragraphs: tuple[str, ...]
    marks: Any  # (paragraph id, text) → tuple[Mark, ...]
    headings: tuple[str, ...] = ()
    run_in: dict[str, tuple[str, str]] = field(default_factory=dict)  # paragraph id → section id, heading
    tables: tuple[str, ...] = ()
    permalink: str = "{id}"  # its accessible name


def mark_text(text: str, marks: Sequence[Mark], language: str) -> str:
    """A paragraph's text as HTML, its numbers marked. Marks that overlap an earlier one become bare anchors in it."""
    shown = set_punctuation(text) if language == "zh" else text
    parts: list[str] = []
    at = 0
    for mark, nested in _layers(marks):
        parts.append(escape(shown[at : mark.start], quote=False))
        inner = "".join(f'<span id="n-{m.id}"></span>' for m in nested)
        inner += escape(shown[mark.start : mark.end], quote=False)
        if mark.start == mark.end:  # a number that the text does not show: its link leads here
            parts.append(f'<span id="n-{mark.id}"></span>')
            continue
        long = " bg-number--long" if mark.end - mark.start > NARROW else ""
        if mark.id:
            href = f"indicators.html#i-{mark.id}"
            parts.append(f'<a class="bg-number bg-{mark.kind}{long}" id="n-{mark.id}" href="{href}">{inner}</a>')
        elif long or nested:
            parts.append(inner)
        else:
            parts.append(f'<span class="bg-nowrap">{inner}</span>')
        at = mark.end
    parts.append(escape(shown[at:], quote=False))
    return "".join(parts)


def _layers(marks: Sequence[Mark]) -> Iterator[tuple[Mark, list[Mark]]]:
    """Marks in order, none overlapping, each with the indicators that it covers."""
    kept: list[tuple[Mark, list[Mark]]] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, not m.id)):
        if kept and mark.start < kept[-1][0].end:
            if mark.id and not kept[-1][0].id:
                kept[-1] = (mark, kept[-1][1])
            elif mark.id:
                kept[-1][1].append(mark)
        else:
            kept.append((mark, []))
    return iter(kept)


class _Entity(InlineProcessor):
    """The three escapes that baogao.sections.markdown writes, as characters."""

    def handleMatch(self, m: Any, data: str) -> tuple[Element, int, int]:
        element = Element("bg-text")
        element.text = {"amp": "&", "lt": "<", "gt": ">"}[m[1]]
        return element, m.start(0), m.end(0)


class _Marker(Treeprocessor):
    """Replaces each paragraph, heading and table of a report's page by HTML of our own making."""

    page: PageText

    def run(self, root: Element) -> None:
        paragraphs, headings, tables = iter(self.page.paragraphs), iter(self.page.headings), iter(self.page.tables)
        for element in list(root):
            if element.tag == "p":
                made = self._paragraph(element, next(paragraphs, ""))
            elif element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                made = self._heading(element, next(headings, ""))
            elif element.tag == "table":
                made = next(tables, "")
            else:
                continue
            element.clear()
            element.tag = "p"
            element.text = self.md.htmlStash.store(made)

    def _paragraph(self, element: Element, name: str) -> str:
        text = _text(element)
        marks = self.page.marks(name, text)
        plain = not any(child.tag != "bg-text" for child in element.iter() if child is not element)
        html = mark_text(text, marks, self.page.language) if plain else _runs(element, marks, self.page.language, 0)[0]
        opening = ""
        if name in self.page.run_in:
            section, heading = self.page.run_in[name]
            if plain and text.startswith(heading):
                rest = tuple(Mark(m.start - len(heading), m.end - len(heading), m.id, m.kind) for m in marks)
                opening = f'<b class="bg-run-in" id="s-{section}">{mark_text(heading, (), self.page.language)}</b>'
                html = mark_text(text[len(heading) :], [m for m in rest if m.start >= 0], self.page.language)
            else:
                opening = f'<span id="s-{section}"></span>'
        if not name:
            return f"<p>{opening}{html}</p>"
        label = escape(self.page.permalink.format(id=name))
        link = f'<a class="bg-permalink" href="#{name}" aria-label="{label}">¶</a>'
        return f'<p id="{name}">{opening}{html}{link}</p>'

    def _heading(self, element: Element, section: str) -> str:
        text = mark_text(_text(element), (), self.page.language)
        return f'<h3 id="s-{section}">{text}</h3>' if section else f"<h3>{text}</h3>"


def _text(element: Element) -> str:
    return "".join(element.itertext())


def _runs(element: Element, marks: Sequence[Mark], language: str, at: int) -> tuple[str, int]:
    """HTML of a paragraph with emphasis in it: each run of text marked for itself; its length."""
    parts: list[str] = []

    def run(text: str | None) -> None:
        nonlocal at
        if text:
            inside = [m for m in marks if at <= m.start and m.end <= at + len(text)]
            parts.append(mark_text(text, [Mark(m.start - at, m.end - at, m.id, m.kind) for m in inside], language))
            at += len(text)

    run(element.text)
    for child in element:
        inner, at = _runs(child, marks, language, at)
        tag = child.tag if child.tag in ("em", "strong", "code") else ""
        parts.append(f"<{tag}>{inner}</{tag}>" if tag else inner)
        run(child.tail)
    return "".join(parts), at


class ReportExtension(Extension):
    """Python-Markdown for a report's pages. Set `page` before each conversion."""

    def __init__(self) -> None:
        super().__init__()
        self.marker = _Marker()

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        for item in [i.name for i in md.inlinePatterns._priority]:
            if item not in INLINE:
                md.inlinePatterns.deregister(item)
        for block in ("code", "quote", "indent", "hr", "olist", "ulist", "setextheader", "reference"):
            md.parser.blockprocessors.deregister(block)
        md.inlinePatterns.register(_Entity(r"&(amp|lt|gt);", md), "bg-entity", 90)
        self.marker.md = md
        # after everything else, Markdown's own unescaping (priority 0) included
        md.treeprocessors.register(self.marker, "bg-marker", -10)

    def convert(self, md: Markdown, text: str, page: PageText) -> str:
        """A page's Markdown as HTML."""
        self.marker.page = page
        return str(md.reset().convert(text))
