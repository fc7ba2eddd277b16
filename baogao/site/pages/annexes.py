"""What stands after the body of a report: 名词解释, 附件, footnotes. Shown at the end of the whole report, in Chinese.

In: an edition. Out: a view an annex, and its links for the contents.
"""

from dataclasses import dataclass

from markupsafe import Markup

from baogao.model import Annex
from baogao.site.marking import mark_text
from baogao.site.pages.frame import Link, in_language
from baogao.site.pages.sections import Edition
from baogao.site.pages.texts import table_html


@dataclass(frozen=True)
class AnnexView:
    """An annex: its heading, and its paragraphs and tables as HTML."""

    id: str
    heading: Markup
    body: Markup


def annex_views(edition: Edition) -> tuple[AnnexView, ...]:
    return tuple(
        AnnexView(annex.id, _heading(edition, annex), _body(edition, annex))
        for annex in edition.folder.extract.report.annexes
    )


def annex_links(edition: Edition) -> tuple[Link, ...]:
    """Links to the annexes, as seen from a page of the report."""
    annexes = edition.folder.extract.report.annexes
    return tuple(Link(_heading(edition, a), f"full.html#{a.id}", False, 1, a.id) for a in annexes)


def _heading(edition: Edition, annex: Annex) -> Markup:
    return in_language(annex.heading or edition.site.words[edition.language]["annex"], edition.language)


def _body(edition: Edition, annex: Annex) -> Markup:
    """Paragraphs, each with its id, and the tables where they stand between them."""
    folder, words = edition.folder, edition.site.words[edition.language]
    tables: dict[str, list[str]] = {}
    for table in folder.extract.report.tables:
        tables.setdefault(table.after, []).append(table_html(folder, table, words))
    parts = tables.get(annex.id, [])
    for paragraph in annex.paragraphs:
        parts = [*parts, f'<p id="{paragraph.id}">{mark_text(paragraph.text, (), "zh")}</p>']
        parts += tables.get(paragraph.id, [])
    return Markup("\n".join(parts))
