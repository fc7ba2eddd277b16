"""Where things stand on a site: paths of pages, relative links between them, absolute addresses where the site has one.

Every link of the site is relative and ends in a file name, so that the same files work at a domain's root, under
`/repo/` and from a folder; only citations, feeds, the site map and share tags give the absolute address.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import relpath

from baogao.content import LANGUAGES, ReportFolder

LANGUAGE_TAGS = {"zh": "zh-Hans", "en": "en"}
LOCALES = {"zh": "zh_CN", "en": "en_US"}


@dataclass(frozen=True, slots=True)
class Site:
    """A site: its name by language, its address ("" where it has none), the licence of reports that name none."""

    names: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    licence: str = ""  # an SPDX name

    def absolute(self, path: str) -> str:
        """The absolute address of a path of the site; "" where the site has none."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else ""

    def link(self, path: str, page: str) -> str:
        """The absolute address of a path, or the relative one as seen from a page."""
        return self.absolute(path) or relative(path, page)


def relative(path: str, page: str) -> str:
    """A path of the site as a link from a page of it: ("data/x.csv", "zh/r/index.html") → "../../data/x.csv"."""
    path, mark, fragment = path.partition("#")
    folder = page.rpartition("/")[0]
    return (relpath(path, folder or ".") if path != page else "") + mark + fragment


def page_path(folder: ReportFolder, language: str, name: str = "index") -> str:
    """The path of a report's page: ("en", "outcome") → "en/hexi-2024/outcome.html"."""
    return f"{language}/{folder.slug}/{name}.html"


def page_name(folder: ReportFolder, section: str) -> str:
    """The file name, without ending, of the page that holds a section; an annex stands on that of the whole."""
    return folder.slugs.get(folder.page_of.get(section, section), "full")


def section_path(folder: ReportFolder, language: str, section: str) -> str:
    """The path of a section, with its fragment where it stands inside another section's page."""
    page = folder.page_of.get(section)
    path = page_path(folder, language, page_name(folder, section))
    if page is None:  # an annex
        return f"{path}#{section}"
    return path if page == section else f"{path}#s-{section}"


def paragraph_path(folder: ReportFolder, language: str, paragraph: str) -> str:
    """The path of a paragraph: "1.2-p1" → "zh/hexi-2024/1-2-….html#1.2-p1"."""
    section = paragraph.rpartition("-p")[0]
    return f"{section_path(folder, language, section).partition('#')[0]}#{paragraph}"


def report_pages(folder: ReportFolder) -> tuple[str, ...]:
    """The names of the pages that both languages have of a report, in reading order."""
    return ("index", *folder.slugs.values(), "outcome", "indicators", "full")


def alternates(path: str) -> dict[str, str]:
    """The path of the same page in each language: both trees have the same names."""
    tail = path.partition("/")[2]
    return {language: f"{language}/{tail}" for language in LANGUAGES}
