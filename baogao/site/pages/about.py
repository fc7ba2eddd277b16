"""What the site says about itself: where its reports come from, and the quality of this very build, counted.

In: the site and its reports. Out: the views of the page "about".
"""

from dataclasses import dataclass

from markupsafe import Markup

from baogao.content import LANGUAGES, ReportFolder
from baogao.document import texts_of
from baogao.language import languages
from baogao.language.translations import read_translation
from baogao.site.pages.figures import other_counts
from baogao.site.pages.frame import Site
from baogao.site.pages.overview import facts
from baogao.site.pages.sections import Edition


@dataclass(frozen=True)
class AboutReport:
    """A report on the page "about"."""

    title: str
    facts: tuple[tuple[str, Markup], ...]
    source_url: str
    file: str
    checksum: str
    quality: tuple[tuple[str, str], ...]
    licence: str
    overview: str


def about_report(edition: Edition) -> AboutReport:
    folder, site, language = edition.folder, edition.site, edition.language
    words = site.words[language]
    return AboutReport(
        site.title(folder, language),
        facts(site, folder, language),
        folder.settings.source_url,
        folder.extract.report.source.file,
        folder.extract.report.source.sha256,
        tuple((words[key], value) for key, value in quality(folder, len(edition.charts))),
        folder.settings.licence,
        f"{folder.slug}/index.html",
    )


def quality(folder: ReportFolder, charts: int) -> tuple[tuple[str, str], ...]:
    """Counts of this build: key of the words, value. A share is given as "n/of"."""
    found = folder.extract
    texts = dict(texts_of(found))
    indicators = found.indicators
    texts |= {t.id: "\n".join("\t".join(row) for row in t.rows) for t in found.report.tables}
    in_place = sum(i.quote in texts.get(i.paragraph, "") for i in indicators)
    heads = [read_translation(path) for path in folder.translations.values()]
    english = sum(languages.name_words(i, "en", folder.glossary) is not None for i in indicators)
    written = sum(bool(texts.get(language)) for texts in folder.summaries.values() for language in LANGUAGES)
    counts: dict[str, str] = {
        "quality_sections": str(sum(bool(s.heading) for s in found.report.sections)),
        "quality_paragraphs": str(sum(len(s.paragraphs) for s in found.report.sections)),
        "quality_indicators": str(len(indicators)),
        "quality_results": str(sum(i.kind == "result" for i in indicators)),
        "quality_targets": str(sum(i.kind == "target" for i in indicators)),
        "quality_in_place": f"{in_place}/{len(indicators)}",
        "quality_pairs": str(len(found.pairs)),
        "quality_other": str(sum(other_counts(folder).values())),
        "quality_charts": str(charts),
        "quality_summaries": str(written),
        "quality_translated": f"{len(heads)}/{len(folder.pages)}",
        "quality_reviewed": str(sum(t.status == "reviewed" for t in heads)),
        "quality_names": f"{english}/{len(indicators)}",
    }
    return tuple(counts.items())


def site_licence(site: Site) -> str:
    return next((f.settings.licence for f in site.folders if f.settings.licence), "")
