"""schema.org for machines: the report, its data and the way to a page, as JSON-LD.

In: a ReportFolder, a language, the Site and the page that it stands on. Out: JSON-ready nodes, and the text of a
`<script type="application/ld+json">`. Without an address of the site, its own links are relative to the page.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from baogao.content import ReportFolder
from baogao.data.addresses import LANGUAGE_TAGS, Site, page_path, section_path
from baogao.data.citing import OPENING, heading_of
from baogao.data.packages import data_version, licence_address
from baogao.language.languages import name_words
from baogao.language.translations import read_translation

Node = dict[str, Any]
_FILES = (
    ("indicators.csv", "text/csv"),
    ("indicators.json", "application/json"),
    ("report.json", "application/json"),
    ("datapackage.json", "application/vnd.datapackage+json"),
)
# Google asks of a data set's description that it have 50 to 5000 characters.
_ABOUT_DATA = {
    "zh": "{title}中的全部数字，共{count}项：指标名称、数值、单位、比较词、年份、结果或目标，"
    "以及原文引文和出处。有CSV与JSON两种格式。",
    "en": "Every number of the {title} as data, {count} in all: what it measures, value, unit, comparison, year, "
    "result or target, and the sentence that states it.",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where structured data stands: a page of a site, in a language."""

    site: Site
    language: str
    page: str  # "zh/hexi-2024/index.html"

    def link(self, path: str) -> str:
        return self.site.link(path, self.page)


def report_node(folder: ReportFolder, place: Place) -> Node:
    """The report as schema.org/Report: the government's work, presented by this site."""
    report, settings, language = folder.extract.report, folder.settings, place.language
    other = "en" if language == "zh" else "zh"
    issuer = {"@type": "GovernmentOrganization", "name": settings.issuers.get(language) or report.issuer}
    site_name = place.site.names.get(language, "")
    own = _report_id(folder, place, language)
    relation = "workTranslation" if language == "zh" else "translationOfWork"
    return _said(
        {
            "@type": "Report",
            "@id": own,
            "name": folder.title(language),
            "url": place.link(page_path(folder, language)),
            "inLanguage": LANGUAGE_TAGS[language],
            "abstract": folder.summary("report", language).text,
            "datePublished": report.published_on,
            "dateCreated": report.delivered_on,
            "author": issuer if issuer["name"] else None,
            "publisher": issuer if issuer["name"] else None,
            "sdPublisher": {"@type": "Organization", "name": site_name} if site_name else None,
            "translator": _translators(folder) if language == "en" else None,
            "isBasedOn": settings.source_url,
            "license": _licence(folder, place),
            "spatialCoverage": _spatial(folder, language),
            "temporalCoverage": _temporal(folder),
            relation: {"@id": _report_id(folder, place, other)},
            "hasPart": [
                {
                    "@type": "CreativeWork",
                    "name": heading_of(folder, language, page.id) or OPENING[language],
                    "url": place.link(section_path(folder, language, page.id)),
                }
                for page in folder.pages
            ],
        }
    )


def _report_id(folder: ReportFolder, place: Place, language: str) -> str:
    return place.link(page_path(folder, language) + "#report")


def _licence(folder: ReportFolder, place: Place) -> str:
    name = folder.settings.licence or place.site.licence
    return licence_address(name) if name else ""


def _translators(folder: ReportFolder) -> list[Node]:
    """The people who translated, or reviewed what a machine had: the names in the heads of en/*.md."""
    read = [read_translation(path) for path in folder.translations.values()]
    names = {t.head.get("Translator", "") for t in read if t.status in ("human", "reviewed")}
    return [{"@type": "Person", "name": name} for name in sorted(names - {""})]


def _spatial(folder: ReportFolder, language: str) -> Node | None:
    report, settings = folder.extract.report, folder.settings
    name = settings.places.get(language) or report.place_path or report.place
    if not name:
        return None
    code = {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": settings.place_code}
    return _said({"@type": "AdministrativeArea", "name": name, "identifier": code if settings.place_code else None})


def _temporal(folder: ReportFolder) -> str:
    """2023/2024: the year under review and the plan year, an ISO 8601 interval."""
    report = folder.extract.report
    return "/".join(str(year) for year in (report.review_year, report.plan_year) if year)


def dataset_node(folder: ReportFolder, place: Place) -> Node:
    """The report's numbers as schema.org/Dataset, with its files and what they measure."""
    report, settings, language = folder.extract.report, folder.settings, place.language
    description = _ABOUT_DATA[language].format(title=folder.title(language), count=len(folder.extract.indicators))
    return _said(
        {
            "@type": "Dataset",
            "@id": place.link(page_path(folder, language, "indicators") + "#data"),
            "name": folder.title(language),
            "description": description,
            "url": place.link(page_path(folder, language, "indicators")),
            "inLanguage": LANGUAGE_TAGS[language],
            "creator": _said(
                {"@type": "GovernmentOrganization", "name": settings.issuers.get(language) or report.issuer}
            ),
            "datePublished": report.published_on,
            "version": data_version(folder),
            "license": _licence(folder, place),
            "isAccessibleForFree": True,
            "isBasedOn": {"@id": _report_id(folder, place, "zh")},
            "spatialCoverage": _spatial(folder, language),
            "temporalCoverage": _temporal(folder),
            "variableMeasured": _variables(folder, language),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": kind,
                    "contentUrl": place.link(f"data/{folder.slug}/{name}"),
                }
                for name, kind in _FILES
            ],
        }
    )


def _variables(folder: ReportFolder, language: str) -> list[Node]:
    """Each standard indicator of the report, once for each unit."""
    seen: dict[tuple[str, str], Node] = {}
    for indicator in folder.extract.indicators:
        if indicator.key and indicator.kind in ("result", "target"):
            name = name_words(indicator, language, folder.glossary) or indicator.name
            node = {"@type": "PropertyValue", "name": name, "unitText": indicator.unit, "propertyID": indicator.key}
            seen.setdefault((indicator.key, indicator.unit), _said(node))
    return list(seen.values())


def breadcrumb_node(trail: Sequence[tuple[str, str]], place: Place) -> Node:
    """The way to a page: (name, path) from the first step to the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": place.link(path)}
            for number, (name, path) in enumerate(trail, 1)
        ],
    }


def json_ld(*nodes: Node) -> str:
    """The body of a JSON-LD script: nothing in it can end the script or open a comment."""
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": list(nodes)}, ensure_ascii=False, separators=(",", ":")
    )
    return script_safe(text)


def script_safe(text: str) -> str:
    """JSON that is safe inside a script element: `</script>`, `<!--` and the line separators cannot appear."""
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _said(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
