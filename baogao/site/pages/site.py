"""All pages of a site: which templates, which paths, which views.

In: the reports, the words, the settings. Out: Pages to be written, each a path, a template and what it shows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from baogao.charts import kept_charts
from baogao.content import LANGUAGES, ReportFolder
from baogao.data.citing import citations, work_of
from baogao.pairing.ledger import Entry
from baogao.sections.markdown import Page
from baogao.site.pages.about import about_report, site_licence
from baogao.site.pages.annexes import annex_links, annex_views
from baogao.site.pages.figures import Figures
from baogao.site.pages.frame import Frame, Link, Place, Site, frame, other_language, way, with_contents
from baogao.site.pages.heads import addresses, head_of
from baogao.site.pages.ledger import ledger_view, ledgers
from baogao.site.pages.outcome import outcome_view
from baogao.site.pages.overview import door, indicators_view, overview_view
from baogao.site.pages.sections import (
    Edition,
    full_view,
    parallel_frame,
    parallel_view,
    section_frame,
    section_view,
)
from baogao.site.pages.texts import Body


@dataclass(frozen=True)
class Sheet:
    """A page to be written."""

    path: str
    template: str
    frame: Frame
    view: Any = None
    folder: ReportFolder | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


class Publication:
    """A site's editions and their pages."""

    def __init__(self, site: Site, bodies: Mapping[tuple[str, str, str], Body], cache: Path) -> None:
        self.site, self.cache = site, cache
        self.bodies = bodies  # (report, page's section id, language)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        return tuple(self._edition(folder, language) for folder in self.site.folders for language in LANGUAGES)

    def _edition(self, folder: ReportFolder, language: str) -> Edition:
        figures = {code: self._figures(folder, code) for code in LANGUAGES}
        other = LANGUAGES[1 - LANGUAGES.index(language)]
        own = {(page, code): body for (slug, page, code), body in self.bodies.items() if slug == folder.slug}
        charts = kept_charts(folder, language, self.cache)
        return Edition(self.site, folder, language, figures[language], figures[other], own, charts)

    def _figures(self, folder: ReportFolder, language: str) -> Figures:
        key = (folder.slug, language)
        if key not in self._made:
            self._made[key] = Figures(folder, language, self.site.words[language])
        return self._made[key]

    @cached_property
    def _made(self) -> dict[tuple[str, str], Figures]:
        return {}

    def sheets(self) -> Iterator[Sheet]:
        """Every page of the site but those of a section, which `section` makes one by one."""
        yield self._cover()
        yield self._not_found()
        for language in LANGUAGES:
            yield from self._site_pages(language)
        for edition in self.editions:
            yield from self._report_pages(edition)

    def section(self, edition: Edition, page: Page) -> Sheet:
        made = section_frame(edition, page, self._contents(edition))
        work = work_of(edition.folder, edition.language, addresses(self.site), page.id)
        view = section_view(edition, page)
        return self._sheet("section", made, view, edition.folder, page.id, citations=citations(work))

    def _contents(self, edition: Edition) -> tuple[Link, ...]:
        key = (edition.folder.slug, edition.language)
        if key not in self._links:
            self._links[key] = edition.contents()
        return self._links[key]

    @cached_property
    def _links(self) -> dict[tuple[str, str], tuple[Link, ...]]:
        return {}

    @cached_property
    def _ledgers(self) -> dict[str, tuple[Entry, ...]]:
        return ledgers(self.site.folders)

    def _later(self, folder: ReportFolder) -> str:
        """Where a later report says what became of this one's targets."""
        later = (slug for slug, entries in self._ledgers.items() if entries[0].target_report == folder.slug)
        return next((f"../{slug}/ledger.html" for slug in later), "")

    def _sheet(self, template: str, made: Frame, view: Any = None, folder: ReportFolder | None = None,
               section: str = "", **more: Any) -> Sheet:  # fmt: skip
        made = replace(made, head=head_of(self.site, made, folder, section))
        return Sheet(made.path, template, made, view, folder, more)

    def _report_pages(self, edition: Edition) -> Iterator[Sheet]:
        folder, language, words = edition.folder, edition.language, self.site.words[edition.language]
        report = folder.extract.report
        years = {"review": report.review_year or "", "plan": report.plan_year or ""}
        contents = self._contents(edition)

        def page(name: str, heading: str, description: str = "") -> Frame:
            file = "index" if name == "overview" else name
            path = f"{edition.path}/{file}.html"
            made = frame(self.site, language, Place(path, name, heading, description), folder)
            return with_contents(made, contents)

        title = self.site.title(folder, language)
        summary = folder.summary("report", language).text
        overview = replace(page("overview", title, summary), crumbs=())
        yield self._sheet("overview", overview, overview_view(edition), folder,
                          annexes=annex_links(edition))  # fmt: skip
        outcome = page("outcome", words.say("outcome_title", **years))
        entries = self._ledgers.get(folder.slug, ())
        yield self._sheet("outcome", outcome, outcome_view(edition), folder, years=years,
                          ledger="ledger.html" if entries else "", later=self._later(folder))  # fmt: skip
        if entries:
            known = {f.slug: self._figures(f, language) for f in self.site.folders}
            view = ledger_view(entries, known)
            kept = page("ledger", words.say("ledger_title", year=view.year))
            crumb = Link(Markup(escape(words["outcome"])), "outcome.html")
            yield self._sheet("ledger", replace(kept, crumbs=(*kept.crumbs, crumb)), view, folder)
        rows = indicators_view(edition)
        indicators = replace(page("indicators", words["indicators_title"]), scripts=("indicators.js",))
        yield self._sheet("indicators", indicators, rows, folder)
        whole = page("full", words["full_title"])
        inside = tuple(replace(link, href=f"#s-{link.number}") for link in whole.contents)
        inside += tuple(replace(link, href=f"#{link.number}") for link in annex_links(edition))
        yield self._sheet("full", replace(whole, contents=inside), full_view(edition), folder,
                          overview=overview_view(edition), annexes=annex_views(edition))  # fmt: skip
        for section in folder.pages:
            if (section.id, "en") in edition.bodies:
                made = parallel_frame(edition, section, contents)
                yield self._sheet("parallel", made, parallel_view(edition, section), folder, section.id)

    def _site_pages(self, language: str) -> Iterator[Sheet]:
        words, own = self.site.words[language], [e for e in self.editions if e.language == language]

        def page(name: str, heading: str, file: str = "") -> Frame:
            return frame(self.site, language, Place(f"{language}/{file or name}.html", name, heading))

        doors = tuple(door(edition, "") for edition in own)
        yield self._sheet("reports", replace(page("reports", words["reports_title"], "index"), crumbs=()), doors)
        about = tuple(about_report(edition) for edition in own)
        work = work_of(own[0].folder, language, addresses(self.site))
        licence = site_licence(self.site) or words["licence_none"]
        made = page("about", words["about_title"])
        yield self._sheet("about", made, about, licence=licence, citations=citations(work))
        yield self._sheet("search", page("search", words["search"]))

    def ordinary(self, template: str, path: str, title: str, language: str) -> Sheet:
        """A page of the site that is no report's: Pelican's own pages and articles."""
        code = language if language in LANGUAGES else LANGUAGES[-1]
        made = frame(self.site, code, Place(path, path, title))
        return Sheet(path, template, replace(made, crumbs=(), other=way(path, other_language(f"{code}/index.html"))))

    def _cover(self) -> Sheet:
        title = " · ".join(dict.fromkeys(self.site.names.values()))
        made = frame(self.site, "zh", Place("index.html", "cover", title))
        first = self.site.folders[0].slug
        doors = tuple(door(e, f"{e.language}/") for e in self.editions if e.folder.slug == first)
        return self._sheet("cover", replace(made, crumbs=(), other="en/index.html"), doors)

    def _not_found(self) -> Sheet:
        words = self.site.words
        heading = f"{words['zh']['not_found']} · {words['en']['not_found']}"
        made = frame(self.site, "zh", Place("404.html", "404", heading))
        address = f"{self.site.address}/" if self.site.address else ""
        made = replace(made, crumbs=(), index=False, address=address, other=f"{address}en/index.html")
        if address:
            navigation = tuple(replace(link, href=address + link.href) for link in made.navigation)
            made = replace(made, navigation=navigation)
        return Sheet("404.html", "404", made)
