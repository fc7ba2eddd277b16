"""Tags in a page's head for other programs: share pictures (Open Graph) and libraries (Highwire, Dublin Core).

In: a ReportFolder, a page. Out: Tags. Open Graph needs absolute addresses: without one there are no share tags.
"""

from dataclasses import dataclass

from baogao.content import ReportFolder
from baogao.data.addresses import LANGUAGE_TAGS, LOCALES, Site, alternates
from baogao.data.citing import Work


@dataclass(frozen=True, slots=True)
class Tag:
    """A <meta>: its attribute ("property" for Open Graph, else "name"), name and content."""

    attribute: str
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What is shared of a page."""

    path: str  # "zh/hexi-2024/index.html"
    title: str
    description: str
    picture: str = ""  # path of the share picture on the site
    picture_text: str = ""


def share_tags(folder: ReportFolder, language: str, site: Site, shared: Shared) -> tuple[Tag, ...]:
    """Open Graph and the large card of X; nothing where the site has no address."""
    if not site.address:
        return ()
    other = "en" if language == "zh" else "zh"
    report = folder.extract.report
    pairs = [
        ("og:type", "article"),
        ("og:title", shared.title),
        ("og:description", shared.description),
        ("og:url", site.absolute(shared.path)),
        ("og:site_name", site.names.get(language, "")),
        ("og:locale", LOCALES[language]),
        ("og:locale:alternate", LOCALES[other]),
        ("article:published_time", report.published_on or ""),
    ]
    if shared.picture:
        pairs += [
            ("og:image", site.absolute(shared.picture)),
            ("og:image:type", "image/png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", shared.picture_text or shared.title),
        ]
    card = Tag("name", "twitter:card", "summary_large_image" if shared.picture else "summary")
    return (*(Tag("property", name, content) for name, content in pairs if content), card)


def library_tags(work: Work) -> tuple[Tag, ...]:
    """Highwire's citation_* and Dublin Core: what Google Scholar and Zotero read."""
    date = work.date.replace("-", "/")
    pairs = (
        ("citation_title", work.part or work.title),
        ("citation_technical_report_institution", work.author),
        ("citation_author", work.author),
        ("citation_publication_date", date),
        ("citation_language", work.language),
        ("citation_public_url", work.url),
        ("DC.title", work.part or work.title),
        ("DC.creator", work.author),
        ("DC.date", work.date),
        ("DC.language", LANGUAGE_TAGS[work.language]),
        ("DC.type", "Text"),
        ("DC.identifier", work.url),
        ("DC.isPartOf", work.title if work.part else ""),
    )
    return tuple(Tag("name", name, content) for name, content in pairs if content)


def alternate_links(path: str, site: Site) -> tuple[tuple[str, str], ...]:
    """(hreflang, absolute address) of a page in each language, and the default; nothing without an address."""
    if not site.address:
        return ()
    links = [(LANGUAGE_TAGS[language], site.absolute(other)) for language, other in alternates(path).items()]
    return (*links, ("x-default", site.absolute("index.html")))
