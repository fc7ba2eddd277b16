"""Files for machines at the root of a site: Atom feeds, the site map, robots.txt, llms.txt.

In: the reports of a site, the Site, the paths of its pages. Out: file name → text. Feeds and the site map consist of
absolute addresses and are left out where the site has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from baogao.content import LANGUAGES, ReportFolder
from baogao.data.addresses import LANGUAGE_TAGS, Site, alternates, page_path, section_path
from baogao.data.citing import OPENING, heading_of

XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_WORDS = {
    "feed": {"zh": "报告", "en": "Reports"},
    "whole": {"zh": "全文", "en": "The whole report on one page"},
    "outcome": {"zh": "实绩与目标", "en": "Results and targets"},
    "indicators": {"zh": "全部指标，附原文引文", "en": "Every indicator, with its quotation"},
    "csv": {"zh": "全部指标（CSV）", "en": "Every indicator (CSV)"},
    "json": {"zh": "章节、段落、指标与对照（JSON）", "en": "Sections, paragraphs, indicators and pairs (JSON)"},
}


def feed_path(language: str) -> str:
    return f"feeds/{language}.atom.xml"


def root_files(folders: Sequence[ReportFolder], site: Site, pages: Iterable[str]) -> dict[str, str]:
    """Every file of this module, by path; `pages` are the paths of the site's HTML pages that may be indexed."""
    made = {"robots.txt": robots(site), "llms.txt": llms(folders, site)}
    if site.address:
        made |= {feed_path(language): atom(folders, language, site) for language in LANGUAGES}
        made["sitemap.xml"] = sitemap(folders, pages, site)
    return made


def atom(folders: Sequence[ReportFolder], language: str, site: Site) -> str:
    """The feed of a site's reports in a language, the latest first (RFC 4287)."""
    name = site.names.get(language, "") or _WORDS["feed"][language]
    own = site.absolute(feed_path(language))
    entries = [_entry(folder, language, site) for folder in folders]
    updated = max((_moment(folder) for folder in folders), default="1970-01-01T00:00:00Z")
    return (
        f'{XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{LANGUAGE_TAGS[language]}">\n'
        f"<title>{escape(name)}</title>\n<id>{escape(own)}</id>\n<updated>{updated}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(site.absolute(f"{language}/index.html"))}/>\n'
        f"<author><name>{escape(name)}</name></author>\n" + "".join(entries) + "</feed>\n"
    )


def _entry(folder: ReportFolder, language: str, site: Site) -> str:
    """A report; its id is its address, which never changes once published."""
    address = site.absolute(page_path(folder, language))
    report = folder.extract.report
    author = folder.settings.issuers.get(language) or report.issuer
    author_line = f"<author><name>{escape(author)}</name></author>\n" if author else ""
    return (
        f"<entry>\n<title>{escape(folder.title(language))}</title>\n<id>{escape(address)}</id>\n"
        f"<updated>{_moment(folder)}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>\n{author_line}'
        f"<summary>{escape(folder.summary('report', language).text)}</summary>\n</entry>\n"
    )


def _moment(folder: ReportFolder) -> str:
    """When a report came out, in China's time; of one without a date, the first day of its year."""
    report = folder.extract.report
    year = report.plan_year or report.review_year or 1970
    return f"{report.published_on or report.delivered_on or f'{year}-01-01'}T00:00:00+08:00"


def sitemap(folders: Sequence[ReportFolder], pages: Iterable[str], site: Site) -> str:
    """The site map with the alternates of each page; a report's pages carry its date."""
    known = set(pages)
    dates = {folder.slug: folder.extract.report.published_on or "" for folder in folders}
    rows = [_location(path, known, dates, site) for path in sorted(known)]
    return (
        f'{XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(rows)
        + "</urlset>\n"
    )


def _location(path: str, known: set[str], dates: Mapping[str, str], site: Site) -> str:
    language, _, tail = path.partition("/")
    others = {k: other for k, other in alternates(path).items() if other in known} if language in LANGUAGES else {}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{LANGUAGE_TAGS[k]}" href={quoteattr(site.absolute(other))}/>'
        for k, other in others.items()
    )
    if others and "index.html" in known:
        links += f'<xhtml:link rel="alternate" hreflang="x-default" href={quoteattr(site.absolute("index.html"))}/>'
    date = dates.get(tail.partition("/")[0], "")
    changed = f"<lastmod>{date}</lastmod>" if date else ""
    return f"<url><loc>{escape(site.absolute(path))}</loc>{changed}{links}</url>\n"


def robots(site: Site) -> str:
    """Everything may be read; the site map is named where there is one."""
    text = "User-agent: *\nAllow: /\n"
    return f"{text}\nSitemap: {site.absolute('sitemap.xml')}\n" if site.address else text


def llms(folders: Sequence[ReportFolder], site: Site) -> str:
    """llms.txt: what is here and where, for language models; links are relative where the site has no address."""
    lines = [f"# {site.names.get('zh') or _WORDS['feed']['zh']} / {site.names.get('en') or _WORDS['feed']['en']}", ""]
    lines += [
        "> Chinese government reports in Chinese and English: every number is traced to the sentence that states it. "
        "The issuer's Chinese text prevails.",
    ]
    for folder in folders:
        for language in LANGUAGES:
            lines += ["", f"## {folder.title(language)}", "", folder.summary("report", language).text, ""]
            lines += [f"- [{name}]({site.link(path, 'llms.txt')})" for name, path in _links(folder, language)]
    return "\n".join(lines) + "\n"


def _links(folder: ReportFolder, language: str) -> list[tuple[str, str]]:
    """(name, path) of a report's whole text, its data and its sections."""
    word = {name: texts[language] for name, texts in _WORDS.items()}
    named = [(word[name], page_path(folder, language, name)) for name in ("outcome", "indicators")]
    sections = [
        (heading_of(folder, language, page.id) or OPENING[language], section_path(folder, language, page.id))
        for page in folder.pages
    ]
    return [
        (word["whole"], page_path(folder, language, "full")),
        *named,
        (word["csv"], f"data/{folder.slug}/indicators.csv"),
        (word["json"], f"data/{folder.slug}/report.json"),
        *sections,
    ]
