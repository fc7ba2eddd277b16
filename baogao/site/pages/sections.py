"""Section pages, the whole report and the pages side by side.

In: the site, a report, the bodies of its pages. Out: one view a page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from baogao.charts import Chart
from baogao.content import ReportFolder
from baogao.language.translations import is_stale, read_translation
from baogao.model import Summary
from baogao.sections.markdown import Page
from baogao.site.pages.figures import Figure, Figures, cards
from baogao.site.pages.frame import Frame, Link, Place, Site, frame, in_language, with_contents
from baogao.site.pages.texts import Body

MARGIN = 8  # key figures beside the text of a section
LARGE = 100_000_000  # yuan
Bodies = Mapping[tuple[str, str], Body]  # (page's section id, language) → its text


@dataclass(frozen=True)
class Edition:
    """A report in one language, as all its pages need it."""

    site: Site
    folder: ReportFolder
    language: str
    figures: Figures
    other: Figures
    bodies: Bodies
    charts: tuple[Chart, ...] = ()

    @property
    def path(self) -> str:
        return f"{self.language}/{self.folder.slug}"

    def contents(self) -> tuple[Link, ...]:
        """The report's contents: a link a page, with its number and how many figures it holds."""
        links = []
        for page in self.folder.pages:
            count = sum(len(self.figures.in_section(s.id)) for s in page.sections)
            said = "figures_count_one" if count == 1 else "figures_count"
            note = self.site.words[self.language].say(said, n=count) if count else ""
            label = self.site.heading(self.folder, page.id, self.language)
            links.append(Link(label, f"{self.folder.slugs[page.id]}.html", False, page.section.level, page.id, note))
        return tuple(links)

    def body(self, page: Page) -> Body:
        """The text of a page in this language, else the Chinese."""
        return self.bodies.get((page.id, self.language)) or self.bodies[page.id, "zh"]

    def charts_in(self, page: Page) -> tuple[Chart, ...]:
        ids = {s.id for s in page.sections}
        return tuple(c for c in self.charts if c.place == "section" and ids & set(c.sections))


@dataclass(frozen=True)
class SectionView:
    """A section as its page shows it."""

    id: str
    number: str
    summary: Summary
    figures: tuple[Figure, ...]
    body: Body
    charts: tuple[Chart, ...]
    cards: Mapping[str, Sequence[str]]
    total: int
    original_only: bool
    stale: bool
    status: str  # of the translation: "", machine, human, reviewed
    translator: str
    parallel: str  # address of the page side by side, or ""
    twin: str  # address of this page in the other language


def section_frame(edition: Edition, page: Page, contents: Sequence[Link]) -> Frame:
    folder, language = edition.folder, edition.language
    path = f"{edition.path}/{folder.slugs[page.id]}.html"
    heading = edition.site.heading(folder, page.id, language)
    description = folder.summary(page.id, language).text
    made = frame(edition.site, language, Place(path, page.id, heading, description), folder)
    return with_contents(made, contents, page.id)


def section_view(edition: Edition, page: Page) -> SectionView:
    folder, language = edition.folder, edition.language
    ids = [f.id for s in page.sections for f in edition.figures.in_section(s.id)]
    figures = edition.figures.of(ids)
    body = edition.body(page)
    translated = page.id in folder.translations
    translation = read_translation(folder.translations[page.id]) if translated and language == "en" else None
    slug = folder.slugs[page.id]
    return SectionView(
        page.id,
        "" if page.id == "0" else page.id,
        folder.summary(page.id, language),
        key_figures(folder, figures),
        body,
        edition.charts_in(page),
        cards(edition.figures, edition.other, [i for i in ids if f'id="n-{i}"' in body.html]),
        len(figures),
        body.language != language,
        bool(translation and is_stale(folder, page, translation)),
        translation.status if translation else "",
        translation.head.get("Translator", "") if translation else "",
        f"{slug}-parallel.html" if translated else "",
        f"../../{'en' if language == 'zh' else 'zh'}/{folder.slug}/{slug}.html",
    )


def key_figures(folder: ReportFolder, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures for the margin, in order of the text: those with a standard key or a counterpart are taken first,
    then sums of 100 million yuan or more, then what there is before what was done."""
    known = folder.indicators_by_id

    def rank(figure: Figure) -> tuple[int, bool, bool]:
        indicator = known[figure.id]
        known_or_paired = (not indicator.key) + (figure.id not in folder.pair_of)
        large = indicator.base_unit == "CNY" and abs(Decimal(indicator.amount or 0)) >= LARGE
        return known_or_paired, not large, bool(indicator.action)

    seen: set[tuple[str, str]] = set()
    chosen = []
    for figure in sorted(figures, key=rank):
        if (figure.name, figure.kind) not in seen and figure.kind in ("result", "target"):
            seen.add((figure.name, figure.kind))
            chosen.append(figure.id)
    keep = set(chosen[:MARGIN])
    return tuple(f for f in figures if f.id in keep)


@dataclass(frozen=True)
class Part:
    """A page's text inside the whole report."""

    id: str
    level: int
    heading: Markup
    body: Body
    twin: str


def full_view(edition: Edition) -> tuple[Part, ...]:
    """The whole report, a part a page."""
    other = "en" if edition.language == "zh" else "zh"
    return tuple(
        Part(
            page.id,
            page.section.level,
            edition.site.heading(edition.folder, page.id, edition.language) if page.section.heading else Markup(),
            edition.body(page),
            f"../../{other}/{edition.folder.slug}/full.html#s-{page.id}",
        )
        for page in edition.folder.pages
    )


@dataclass(frozen=True)
class Row:
    """A paragraph in both languages."""

    id: str
    zh: Markup
    en: Markup
    heading: bool = False


@dataclass(frozen=True)
class ParallelView:
    rows: tuple[Row, ...]
    section: str  # address of the section's own page
    status: str
    cards: Mapping[str, Sequence[str]]


def parallel_view(edition: Edition, page: Page) -> ParallelView:
    """A page's paragraphs in Chinese and English, row by row; the numbers are anchors in the Chinese only."""
    zh, en = edition.bodies[page.id, "zh"].paragraphs(), edition.bodies[page.id, "en"].paragraphs()
    rows = tuple(Row(name, text, _without_ids(en.get(name, Markup()))) for name, text in zh.items())
    translation = read_translation(edition.folder.translations[page.id])
    ids = [f.id for s in page.sections for f in edition.figures.in_section(s.id)]
    return ParallelView(rows, f"{edition.folder.slugs[page.id]}.html", translation.status,
                        cards(edition.figures, edition.other, ids))  # fmt: skip


def _without_ids(text: Markup) -> Markup:
    """The English beside the Chinese: the same numbers, their ids taken out so that each stands once on the page."""
    import re

    text = Markup(re.sub(r' id="n-([^"]+)"', r' data-number="\1"', text))
    return Markup(re.sub(r'<a class="bg-permalink".*?</a>', "", text))


def parallel_frame(edition: Edition, page: Page, contents: Sequence[Link]) -> Frame:
    words = edition.site.words[edition.language]
    path = f"{edition.path}/{edition.folder.slugs[page.id]}-parallel.html"
    heading = edition.site.heading(edition.folder, page.id, edition.language)
    title = words.say("parallel_title", title=heading.striptags())
    made = frame(edition.site, edition.language, Place(path, "parallel", title), edition.folder)
    made = with_contents(made, contents, page.id)
    crumb = Link(heading, f"{edition.folder.slugs[page.id]}.html")
    shown = in_language(title, edition.language)
    return replace(made, crumbs=(*made.crumbs, crumb), previous=None, next=None, heading=shown)
