"""The only door to Pelican: reads a report's Markdown pages, and writes every page, asset and data file of the site.

In: Pelican's settings (and BAOGAO: name, contact, record numbers, colours). Out: the site. In an ordinary Pelican site
the plugin adds its reports to what is there: its settings are defaults, and other Markdown is read as ever.
"""

import json
import shutil
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache, StrictUndefined
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import MarkdownReader, Readers
from pelican.settings import DEFAULT_CONFIG
from pelican.writers import Writer

from baogao.charts import Chart, share_picture
from baogao.content import LANGUAGES, ReportFolder, load_reports, refuse_no_address
from baogao.data.feeds import root_files
from baogao.data.files import write_data
from baogao.data.structured import script_safe
from baogao.errors import ContentError, SiteError
from baogao.language.translations import STATUSES
from baogao.language.words import load_words
from baogao.patterns import regex
from baogao.placing import place_files
from baogao.search.index import write_index
from baogao.sections.markdown import Page
from baogao.site.assets import write_assets
from baogao.site.pages.frame import Site, in_language
from baogao.site.pages.heads import addresses, share_path
from baogao.site.pages.site import Publication, Sheet
from baogao.site.pages.texts import Body, Texts
from baogao.site.security import policy
from baogao.site.theming import colours_css, crest_of, crest_path
from baogao.site.typography import HAN

# What a site of reports needs; where a site's own settings say otherwise, they hold.
DEFAULTS: dict[str, Any] = {
    "DIRECT_TEMPLATES": [],
    "RELATIVE_URLS": True,
    "PAGE_TRANSLATION_ID": None,
    "THEME_STATIC_PATHS": [],
    "STATIC_PATHS": [],
    "READERS": {"rst": None, "html": None},
    "INDEX_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "AUTHOR_SAVE_AS": "",
} | {key: None for key in DEFAULT_CONFIG if "FEED_" in key and key.endswith(("ATOM", "RSS"))}
OWN = ("name", "contact", "icp", "public_security", "colours", "official")


_CHINESE_TEXT = regex(f"<text((?: [^>]*)?>[^<]*[{HAN}])")


class Build:
    """What one run of Pelican knows of the reports; kept in its settings."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.content = Path(settings["PATH"])
        self.theme = Path(settings["THEME"])
        self.own = settings.get("BAOGAO", {})
        if unknown := sorted(set(self.own) - set(OWN)):
            raise SiteError(f"unknown key {unknown[0]!r} in BAOGAO", hint=f"known: {', '.join(OWN)}")
        self.address = str(settings.get("SITEURL") or "").rstrip("/")
        self.cache = self.content.parent / ".cache"
        self.folders = settings.get("BAOGAO_REPORTS") or load_reports(self.content, self.cache / "reports")
        self.words = load_words(self.theme)
        if self.own.get("official"):  # the issuer's own site
            for words in self.words.values():
                words["unofficial"] = words["official"]
        refuse_no_address(str(self.own.get("contact", "")), "contact", "pelicanconf.py")
        self.texts = Texts(self.words)
        self.bodies: dict[tuple[str, str, str], Body] = {}

    @cached_property
    def pages(self) -> dict[Path, tuple[ReportFolder, Page, str]]:
        """The Markdown file of each page → its report, page and language."""
        found = {}
        for folder in self.folders:
            for page in folder.pages:
                found[(folder.path / "zh" / f"{folder.slugs[page.id]}.md").resolve()] = (folder, page, "zh")
                if page.id in folder.translations:
                    found[folder.translations[page.id].resolve()] = (folder, page, "en")
        return found

    def colours(self) -> str:
        """CSS of the site's own colours, and of those of its reports."""
        own = colours_css(self.own.get("colours", {}), ":root", "pelicanconf.py")
        return own + "".join(
            colours_css(f.settings.colours, f".bg-report-{f.slug}", f.path / "report.toml") for f in self.folders
        )

    @cached_property
    def publication(self) -> Publication:
        english = {(slug, page): body.head["title"] for (slug, page, code), body in self.bodies.items()
                   if code == "en" and body.head.get("title")}  # fmt: skip
        name = self.own.get("name") or {}
        names = {code: name.get(code) or self.words[code]["site"] for code in LANGUAGES}
        owner = {key: str(self.own.get(key, "")) for key in OWN[1:4]}
        statuses: dict[str, list[str]] = {}
        for (slug, _, code), body in self.bodies.items():
            if code == "en" and body.language == "en":
                statuses.setdefault(slug, []).append(body.head.get("status", STATUSES[0]))
        least = {slug: min(found, key=STATUSES.index) for slug, found in statuses.items()}
        site = Site(self.folders, self.words, names, owner, self.address, english, least)
        return Publication(site, self.bodies, self.cache / "charts")


class ReportReader(MarkdownReader):
    """Markdown of a report's page by our own rules; any other Markdown as Pelican reads it."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        build: Build = self.settings["BAOGAO_BUILD"]
        known = build.pages.get(Path(source_path).resolve())
        if known is None:
            return super().read(source_path)  # type: ignore[no-any-return]
        folder, page, language = known
        body = build.texts.read(folder, page, language, Path(source_path))
        build.bodies[folder.slug, page.id, language] = body
        path = f"{language}/{folder.slug}/{folder.slugs[page.id]}.html"
        title = body.head.get("title") or page.section.heading or folder.title(language)
        own = {"title": title, "slug": folder.slugs[page.id], "lang": language, "save_as": path, "url": path}
        return str(body.html), own | {"template": "section", "report": folder, "report_page": page}


class ReportsGenerator(Generator):
    """Everything of a report that is not the page of a Markdown file, and what stands around it."""

    def generate_context(self) -> None:
        build: Build = self.settings["BAOGAO_BUILD"]
        assets = write_assets(build.theme / "static", Path(self.output_path), build.colours())
        index = write_index(build.folders, Path(self.output_path), build.cache / "search")
        self.context.update(build=build, assets=assets, search_index=index, site=build.publication.site)
        self.context.update(csp=policy(), preview=str(self.settings.get("PREVIEW") or "")[:12])
        for page in self.context["pages"]:
            self._give(page)
        for article in self.context.get("articles", ()):
            self._give(article)

    def _give(self, page: Any) -> None:
        """The view of a section to the Pelican page that shows it."""
        publication = self.context["build"].publication
        if not getattr(page, "report", None):
            page.sheet = publication.ordinary(page.template, page.save_as, str(page.title), page.lang)
            return
        edition = next(e for e in publication.editions if (e.folder, e.language) == (page.report, page.lang))
        sheet = publication.section(edition, page.report_page)
        page.sheet = sheet

    def generate_output(self, writer: Writer) -> None:
        build: Build = self.settings["BAOGAO_BUILD"]
        output = Path(self.output_path)
        paths = [page.sheet.path for page in self.context["pages"] if getattr(page, "sheet", None)]
        for sheet in build.publication.sheets():
            self._write(writer, sheet)
            paths += [sheet.path] if sheet.frame.index else []
        for edition in build.publication.editions:
            for page in edition.folder.pages:
                if (page.id, edition.language) not in edition.bodies:
                    sheet = build.publication.section(edition, page)
                    self._write(writer, sheet)
                    paths.append(sheet.path)
            slug = edition.folder.slug
            place_files(
                chart_files(edition.charts), output / "data" / slug / "charts", build.cache / "charts" / "files" / slug
            )
            if build.address:  # without one, no page can name the picture
                picture = output / share_path(edition.folder, edition.language)
                picture.parent.mkdir(exist_ok=True)
                picture.write_bytes(share_picture(edition.folder, edition.language, build.cache / "charts"))
        for folder in build.folders:
            write_data(folder, output)
            if crest := crest_of(folder):
                shutil.copyfile(crest, output / crest_path(folder))
        for name, text in root_files(build.folders, addresses(build.publication.site), paths).items():
            (output / name).parent.mkdir(parents=True, exist_ok=True)
            (output / name).write_text(text, encoding="utf-8", newline="\n")

    def _write(self, writer: Writer, sheet: Sheet) -> None:
        template = self.get_template(sheet.template)
        writer.write_file(sheet.path, template, self.context, relative_urls=True, sheet=sheet, **sheet.more)


def chart_files(charts: Any) -> dict[str, bytes]:
    """Each chart as a picture and as data, to be downloaded: name → content."""
    made = {}
    for chart in charts:
        made[f"{chart.id}-{chart.language}.svg"] = chart.svg_file.encode()
        made[f"{chart.id}-{chart.language}.csv"] = chart.csv.encode("utf-8-sig")
    return made


def show_sheet(generator: Generator, content: Any) -> None:
    """Pelican writes a Markdown file's page: its template finds the same names as those of our own pages."""
    generator.context["sheet"] = content.sheet


def cards_json(cards: Any) -> Markup:
    """The cards of a page as the body of a JSON script that nothing in it can end."""
    return Markup(script_safe(json.dumps(cards, ensure_ascii=False, separators=(",", ":"))))


def inline_svg(chart: Chart, svg: str) -> Markup:
    """A drawing inside a page: Chinese in an English one marked; what HTML does not know is left to the style."""
    svg = svg.replace(' paint-order="stroke"', "")
    return Markup(_CHINESE_TEXT.sub(r'<text lang="zh-Hans"\1', svg) if chart.language == "en" else svg)


def prepare(pelican: Pelican) -> None:
    """Our defaults under the site's own settings; the reports, read once."""
    settings = pelican.settings
    for key, value in DEFAULTS.items():
        if settings.get(key) == DEFAULT_CONFIG.get(key):
            settings[key] = value
    build = Build(settings)
    # compiled templates are kept: compiling them costs as much as rendering the whole site
    compiled = build.cache / "templates"
    compiled.mkdir(parents=True, exist_ok=True)
    settings["JINJA_ENVIRONMENT"] = dict(settings["JINJA_ENVIRONMENT"]) | {
        "autoescape": True, "undefined": StrictUndefined, "bytecode_cache": FileSystemBytecodeCache(str(compiled)),
        "auto_reload": False,  # no template changes while a site is built
    }  # fmt: skip
    settings["BAOGAO_BUILD"] = build
    folders = [str(f.path.resolve().relative_to(build.content.resolve())) for f in build.folders]
    for path, (folder, _, language) in build.pages.items():
        if language == "zh" and not path.is_file():
            raise ContentError("a section's page is missing", path=folder.path / "zh" / path.name,
                               hint="run `baogao generate`")  # fmt: skip
    own = [f"{folder}/{code}" for folder in folders for code in LANGUAGES]
    settings["PAGE_PATHS"] = [*settings["PAGE_PATHS"], *own]
    settings["ARTICLE_EXCLUDES"] = [*settings["ARTICLE_EXCLUDES"], *settings["PAGE_PATHS"], *folders]
    settings["JINJA_FILTERS"] = settings["JINJA_FILTERS"] | {
        "cards_json": cards_json,
        "inline_svg": inline_svg,
        "in_language": in_language,
    }


def use_reader(readers: Readers) -> None:
    for ending in MarkdownReader.file_extensions:
        readers.reader_classes[ending] = ReportReader


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(prepare)
    signals.readers_init.connect(use_reader)
    signals.get_generators.connect(generators)
    signals.page_generator_write_page.connect(show_sheet)
    signals.article_generator_write_article.connect(show_sheet)


def generators(pelican: Pelican) -> type[Generator]:
    return ReportsGenerator
