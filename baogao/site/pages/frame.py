"""What every page has around its text: title, addresses, navigation, switch of language, position in the report.

In: the site (its reports, words, settings). Out: a Frame a page. All addresses are relative and end in a file name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from posixpath import dirname, relpath

from markupsafe import Markup, escape

from baogao.content import LANGUAGES, ReportFolder
from baogao.language.words import HTML_LANG, Words
from baogao.patterns import regex
from baogao.site.typography import HAN, HAS_HAN, set_punctuation

_EMPTY = Markup()
_SPAN = Markup('<span lang="zh-Hans">{}</span>')
_LATIN = regex("[A-Za-z]{2}")
_CHINESE = regex(f"([{HAN}](?:[^A-Za-z]*[{HAN}])?)")
NAVIGATION = ("overview", "outcome", "indicators", "full", "search", "about")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a navigation: what it says, where it leads, whether it is this very page."""

    label: Markup
    href: str
    current: bool = False
    level: int = 0
    number: str = ""
    note: str = ""


@dataclass(frozen=True)
class Frame:
    """A page's surroundings, ready for the template."""

    language: str
    path: str  # in the site: "zh/hexi-2024/outcome.html"
    name: str  # of the page: "outcome", a section's id, "about" …
    heading: Markup
    title: str
    description: str
    other: str  # address of the same page in the other language
    navigation: tuple[Link, ...]
    crumbs: tuple[Link, ...] = ()
    contents: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    position: tuple[int, int] | None = None  # section n of total
    head: Markup = _EMPTY  # canonical, share and citation tags, where an address is set
    scripts: tuple[str, ...] = ()
    notice: str = ""  # how far a report's English can be trusted
    index: bool = True  # whether search engines may list it
    address: str = ""  # of the site's root, where the page must be right at any depth (404.html)

    @property
    def html_lang(self) -> str:
        return HTML_LANG[self.language]

    @property
    def base(self) -> str:
        """The way from this page to the site's root: "", "../", "../../"."""
        return self.address or "../" * self.path.count("/")


@dataclass(frozen=True)
class Site:
    """Everything that is the same on all pages."""

    folders: tuple[ReportFolder, ...]
    words: Mapping[str, Words]
    names: Mapping[str, str]  # of the site, by language
    owner: Mapping[str, str] = field(default_factory=dict)  # contact, icp, public_security
    address: str = ""  # SITEURL, or "" where nothing absolute may be written
    english: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (report, page) → its English heading
    translations: Mapping[str, str] = field(default_factory=dict)  # report → machine, human, reviewed; none

    def heading(self, folder: ReportFolder, section_id: str, language: str) -> Markup:
        """A section's heading in a language; the Chinese, marked as such, where there is no English."""
        section = next(s for s in folder.extract.report.sections if s.id == section_id)
        if not section.heading:
            return Markup(escape(self.words[language]["opening"]))
        if language == "en" and (english := self.english.get((folder.slug, section_id))):
            return Markup(escape(english))
        return in_language(section.heading, language)

    def title(self, folder: ReportFolder, language: str) -> str:
        """The report's short title."""
        return folder.settings.short_titles.get(language) or folder.title(language)


def in_language(text: str, language: str) -> Markup:
    """Text of a report on a page of a language: Chinese is set as such, and marked on an English page."""
    if not HAS_HAN.search(text):
        return Markup(escape(text))
    if language == "zh":
        return Markup(escape(set_punctuation(text)))
    if not _LATIN.search(text):
        return _SPAN.format(set_punctuation(text))
    parts = _CHINESE.split(text)  # every other part is Chinese
    return Markup().join(_SPAN.format(set_punctuation(part)) if n % 2 else part for n, part in enumerate(parts))


def title_in(text: str, language: str) -> Markup:
    """A long title with places where its lines may end: after 与, and after a year."""
    made = in_language(text, language)
    return made if language == "en" else Markup(re.sub(r"(与(?=\d)|\d年(?=[^与]))", r"\1<wbr>", str(made)))


def way(path: str, to: str) -> str:
    """The relative address of `to` as seen from `path`, both in the site."""
    return _way(dirname(path) or ".", to)


@cache
def _way(folder: str, to: str) -> str:
    return relpath(to, folder)


def other_language(path: str) -> str:
    """zh/a.html → en/a.html and back; the root's pages stay."""
    for one, other in (LANGUAGES, LANGUAGES[::-1]):
        if path.startswith(f"{one}/"):
            return f"{other}/{path[len(one) + 1 :]}"
    return path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands and what it is called."""

    path: str
    name: str
    heading: str | Markup
    description: str = ""


def frame(site: Site, language: str, place: Place, folder: ReportFolder | None = None) -> Frame:
    """The surroundings of a page; its report's contents are added by `with_contents`."""
    path, name, heading = place.path, place.name, place.heading
    words = site.words[language]
    report = folder or site.folders[0]
    base = f"{language}/{report.slug}"
    places = {key: f"{base}/{key}.html" for key in NAVIGATION}
    places |= {"overview": f"{base}/index.html", "search": f"{language}/search.html", "about": f"{language}/about.html"}
    navigation = tuple(Link(Markup(escape(words[k])), way(path, places[k]), k == name) for k in NAVIGATION)
    plain = heading.striptags() if isinstance(heading, Markup) else heading
    parts = [plain, site.title(folder, language) if folder else "", site.names[language]]
    title = " – ".join(dict.fromkeys(p for p in parts if p))
    crumbs: tuple[Link, ...] = (Link(Markup(escape(words["reports"])), way(path, f"{language}/index.html")),)
    if folder:
        crumbs += (Link(in_language(site.title(folder, language), language), way(path, places["overview"])),)
    notice = ""
    if folder and language == "en" and name in _WHOLE:
        notice = words["translation_" + site.translations.get(folder.slug, "none")]
    return Frame(
        language, path, name, Markup(escape(heading)), title, place.description or title,
        way(path, other_language(path)), navigation, crumbs, notice=notice,
    )  # fmt: skip


# Pages about all of a report; sections say it for themselves.
_WHOLE = ("overview", "outcome", "indicators", "full", "ledger")


def with_contents(made: Frame, links: Sequence[Link], section_id: str = "") -> Frame:
    """The frame with the report's contents, and the place of a section in it."""
    marked = tuple(replace(link, current=link.number == section_id) if section_id else link for link in links)
    at = next((n for n, link in enumerate(links) if link.number == section_id), None) if section_id else None
    if at is None:
        return replace(made, contents=marked)
    return replace(
        made,
        contents=marked,
        position=(at + 1, len(links)),
        previous=links[at - 1] if at else None,
        next=links[at + 1] if at + 1 < len(links) else None,
    )
