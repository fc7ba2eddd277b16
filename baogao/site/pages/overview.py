"""The overview of a report, the list of reports, the cover of the site, and the indicators of a report.

In: the site and its editions. Out: their views.
"""

from dataclasses import dataclass

from markupsafe import Markup

from baogao.charts import Chart
from baogao.content import ReportFolder
from baogao.model import Summary
from baogao.site.pages.figures import KINDS, Figure, plain
from baogao.site.pages.frame import Site, in_language, title_in
from baogao.site.pages.sections import Edition
from baogao.site.theming import crest_path
from baogao.site.typography import set_punctuation


@dataclass(frozen=True)
class Headline:
    """One of the six: what it is, and its result beside its target."""

    name: Markup
    results: tuple[Figure, ...]
    targets: tuple[Figure, ...]


@dataclass(frozen=True)
class OverviewView:
    title: Markup
    facts: tuple[tuple[str, Markup], ...]
    summary: Summary
    headlines: tuple[Headline, ...]
    charts: tuple[Chart, ...]
    crest: str
    review: int | str
    plan: int | str


def overview_view(edition: Edition) -> OverviewView:
    report = edition.folder.extract.report
    return OverviewView(
        title_in(edition.folder.title(edition.language), edition.language),
        facts(edition.site, edition.folder, edition.language),
        edition.folder.summary("report", edition.language),
        headlines(edition),
        tuple(c for c in edition.charts if c.place == "overview"),
        crest_path(edition.folder),
        report.review_year or "",
        report.plan_year or "",
    )


def headlines(edition: Edition) -> tuple[Headline, ...]:
    made = []
    for _, results, targets in edition.folder.headlines:
        # what stands first is what readers look for: a level before its growth is kept in the order of the report
        ones, others = edition.figures.of(results[:2]), edition.figures.of(targets[:1])
        made.append(Headline((ones or others)[0].name, ones, others))
    return tuple(made)


def facts(site: Site, folder: ReportFolder, language: str) -> tuple[tuple[str, Markup], ...]:
    """What is known of the report: label and value."""
    report, settings, words = folder.extract.report, folder.settings, site.words[language]
    deliverer = settings.deliverers.get(language) or report.deliverer
    role = settings.roles.get(language, "")
    if deliverer and role:
        deliverer = f"{role} {deliverer}" if language == "zh" else f"{deliverer}, {role}"
    values = (
        ("place", settings.places.get(language) or report.place),
        ("issuer", settings.issuers.get(language) or report.issuer),
        ("deliverer", deliverer),
        ("occasion", settings.occasions.get(language, "")),
        ("delivered", date_words(report.delivered_on, language)),
        ("published", date_words(report.published_on, language)),
    )
    return tuple((words[key], in_language(value, language)) for key, value in values if value)


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


def date_words(date: str | None, language: str) -> str:
    """2024-01-17 → 2024年1月17日, 17 January 2024."""
    if not date:
        return ""
    year, month, day = (int(part) for part in date.split("-"))
    return f"{year}年{month}月{day}日" if language == "zh" else f"{day} {MONTHS[month - 1]} {year}"


@dataclass(frozen=True)
class Door:
    """A report in one language on the cover or in the list."""

    language: str
    title: Markup
    place: str
    summary: str
    href: str
    date: str
    headlines: tuple[Headline, ...]


def door(edition: Edition, base: str) -> Door:
    folder, language = edition.folder, edition.language
    return Door(
        language,
        in_language(edition.site.title(folder, language), language),
        folder.settings.places.get(language) or folder.extract.report.place,
        folder.summary("report", language).text,
        f"{base}{folder.slug}/index.html",
        date_words(folder.extract.report.delivered_on, language),
        headlines(edition),
    )


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of the table of indicators."""

    figure: Figure
    before: str  # of the sentence: what stands before the quotation, the quotation, what stands after
    quote: str
    after: str


@dataclass(frozen=True)
class IndicatorsView:
    rows: tuple[IndicatorRow, ...]
    kinds: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str, bool], ...]  # id, heading, whether it is Chinese on a page that is not


def indicators_view(edition: Edition) -> IndicatorsView:
    found = edition.folder.extract
    texts = {p.id: p.text for s in found.report.sections for p in s.paragraphs}
    rows = []
    for indicator in found.indicators:
        before, after = _around(texts.get(indicator.paragraph, ""), indicator.start, indicator.end)
        rows.append(IndicatorRow(edition.figures.all[indicator.id], before, set_punctuation(indicator.quote), after))
    words = edition.site.words[edition.language]
    present = {i.kind for i in found.indicators}
    sections = [(p.id, edition.site.heading(edition.folder, p.id, edition.language)) for p in edition.folder.pages]
    annexes = ((a.id, in_language(a.heading or words["annex"], edition.language)) for a in found.report.annexes)
    with_rows = {row.figure.section for row in rows}
    return IndicatorsView(
        tuple(rows),
        tuple((kind, words[kind]) for kind in KINDS if kind in present),
        tuple(
            (name, plain(heading), "<span" in heading) for name, heading in (*sections, *annexes) if name in with_rows
        ),
    )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The clause around a quotation: from the mark before it to the mark after it, at most 16 characters each way."""
    marks = ",，、;；。:："
    first = max((text.rfind(mark, 0, start) for mark in marks), default=-1) + 1
    last = min((at for at in (text.find(mark, end) for mark in marks) if at >= 0), default=end)
    return set_punctuation(text[max(first, start - 16) : start]), set_punctuation(text[end : min(last, end + 16)])
