"""Citations of a report, a section or a paragraph: GB/T 7714, APA, BibTeX and CSL-JSON, in the page's language.

In: what is cited (`work_of` takes it from a ReportFolder). Out: texts to copy. A reader's own date of access is not
known when a site is built, so GB/T 7714's [引用日期] (in English: [date of access]) stands for the reader to fill in.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from baogao.content import ReportFolder
from baogao.data.addresses import Site, page_path, paragraph_path, section_path
from baogao.language.translations import read_translation

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
OPENING = {"zh": "引言", "en": "Opening"}  # what stands before the first heading has no heading of its own
_TEX = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited: a report, or a part of it."""

    id: str  # "hexi-2024", "hexi-2024-1.2", "hexi-2024-1.2-p1"
    language: str
    title: str
    author: str
    date: str = ""  # ISO 8601, as far as it is known: "2024-03-06", "2024"
    part: str = ""  # the heading of the section
    section: str = ""
    paragraph: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one style, ready to be copied."""

    style: str  # gbt7714, apa, bibtex, csl
    label: str
    text: str


def work_of(folder: ReportFolder, language: str, site: Site, section: str = "", paragraph: str = "") -> Work:
    """A report as something to cite; its section where one is named, its paragraph where one is ("1.2-p1")."""
    report, settings = folder.extract.report, folder.settings
    where, _, count = paragraph.rpartition("-p")
    section = section or where
    if paragraph:
        path = paragraph_path(folder, language, paragraph)
    else:
        path = section_path(folder, language, section) if section else page_path(folder, language)
    return Work(
        "-".join(filter(None, (folder.slug, paragraph or section))),
        language,
        folder.title(language),
        settings.issuers.get(language) or report.issuer or report.place,
        report.published_on or report.delivered_on or str(report.plan_year or report.review_year or ""),
        heading_of(folder, language, section),
        section,
        int(count) if count.isdecimal() else 0,
        site.absolute(path),
    )


def heading_of(folder: ReportFolder, language: str, section: str) -> str:
    """A section's heading; in English the translator's where there is one, else the Chinese."""
    if language == "en" and section in folder.translations:
        return read_translation(folder.translations[section]).head.get("Title", "")
    return next((s.heading for s in folder.extract.report.sections if s.id == section), "")


def citations(work: Work) -> tuple[Citation, ...]:
    """A work in every style."""
    return (
        Citation("gbt7714", "GB/T 7714", gbt7714(work)),
        Citation("apa", "APA", apa(work)),
        Citation("bibtex", "BibTeX", bibtex(work)),
        Citation("csl", "CSL-JSON", json.dumps([csl(work)], ensure_ascii=False, indent=1)),
    )


def gbt7714(work: Work) -> str:
    """GB/T 7714—2015, a report: 责任者. 题名: 其他题名信息[R/OL]. (发布日期)[引用日期]. 网址."""
    place = f", 第{work.paragraph}段" if work.language == "zh" else f", para. {work.paragraph}"
    part = work.part + (place if work.paragraph else "")
    title = work.title + (f": {part.removeprefix(', ')}" if part else "")
    start = f"{_sentence(work.author)}{title}"
    seen = "引用日期" if work.language == "zh" else "date of access"
    if work.url:
        return f"{start}[R/OL]. {f'({work.date})' if work.date else ''}[{seen}]. {work.url}."
    return f"{start}[R]. {work.date}." if work.date else f"{start}[R]."


def apa(work: Work) -> str:
    """APA, 7th edition: Author. (2024, March 6). Part. In Title (section 1.2, para. 1). URL"""
    title = work.title
    if work.part:
        place = f"section {work.section}" + (f", para. {work.paragraph}" if work.paragraph else "")
        title = f"{work.part}. In {work.title} ({place})"
    return f"{_sentence(work.author)}({_apa_date(work.date)}). {title}." + (f" {work.url}" if work.url else "")


def _apa_date(date: str) -> str:
    year, *rest = date.split("-")
    if not rest:
        return year or "n.d."
    return f"{year}, {MONTHS[int(rest[0]) - 1]} {int(rest[1])}"


def bibtex(work: Work) -> str:
    """A BibTeX entry; what TeX would take for markup is escaped, the address is left as it is."""
    year, *rest = work.date.split("-")
    note = work.part
    if work.paragraph:
        note += f", 第{work.paragraph}段" if work.language == "zh" else f", para. {work.paragraph}"
    fields = {
        "author": f"{{{_tex(work.author)}}}",
        "title": f"{{{_tex(work.title)}}}",
        "institution": _tex(work.author),
        "year": year,
        "month": rest[0].lstrip("0") if rest else "",
        "day": rest[1].lstrip("0") if rest else "",
        "note": _tex(note.removeprefix(", ")),
        "url": work.url,
        "langid": {"zh": "chinese", "en": "english"}[work.language],
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value not in ("", "{}")]
    return f"@techreport{{{re.sub(r'[^A-Za-z0-9.-]', '-', work.id)},\n" + ",\n".join(lines) + "\n}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)


def csl(work: Work) -> dict[str, Any]:
    """A CSL-JSON item; a part of a report is a chapter in it."""
    item: dict[str, Any] = {
        "id": work.id,
        "type": "chapter" if work.part else "report",
        "title": work.part or work.title,
        "container-title": work.title if work.part else "",
        "author": [{"literal": work.author}] if work.author else [],
        "publisher": work.author,
        "issued": {"date-parts": [[int(n) for n in work.date.split("-")]]} if work.date else {},
        "section": work.section,
        "locator": str(work.paragraph or ""),
        "label": "paragraph" if work.paragraph else "",
        "language": {"zh": "zh-CN", "en": "en"}[work.language],
        "URL": work.url,
    }
    return {name: value for name, value in item.items() if value}


def _sentence(text: str) -> str:
    """A text that ends in a full stop and a space; nothing stays nothing."""
    return f"{text.rstrip('. ')}. " if text else ""
