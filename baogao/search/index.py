"""The search of a site: an exact index in classic scripts, which works from a folder as from a server.

In: the reports. Out: output/search/<hash>/ with index.js (where each section begins), shards of positions
(postings.py), slices of the text for the context of a hit, and b*.js (English names of what the reports count, their
Chinese, and where it stands). A query loads index.js, a shard for each pair of characters, and the slices of the
results on show. The folder's name is a hash of what is in it, so that no browser mixes two builds.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from baogao.content import LANGUAGES, ReportFolder
from baogao.kept import kept
from baogao.language.translations import Translation, read_translation
from baogao.model import Annex, Section
from baogao.placing import place_files
from baogao.search import postings
from baogao.search.bridges import bridge_entries, bridge_shards
from baogao.sections.markdown import Page
from baogao.site.typography import set_punctuation

SLICE, LONGEST = 320, 960  # characters of text in one file: the fewer, the more reports there are …
FILES = 96  # … so that a site of one report has about so many: each costs a tenth of a millisecond to write
BEFORE, AFTER = 40, 120  # how many characters of its neighbours' it has, for the context of a hit at its edge
FOLDER = "search"
PAGES = 120  # so many pages the search page lists one by one


@dataclass(frozen=True)
class Document:
    """What is searched as one: a section, in one language. `blocks`: anchor on its page, and text; heading first."""

    section: str
    url: str  # beside the language's folder: "hexi-2024/1-2-….html"
    headings: Mapping[str, str]
    blocks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Part:
    """A part of a report, or a whole one, as a filter: its name and which sections of the index it is."""

    id: str
    names: Mapping[str, str]
    first: int
    last: int  # the first section that is no longer in it


@dataclass(frozen=True)
class Entry:
    """A page as the search page lists it: the contents where script is off."""

    url: str
    level: int
    headings: Mapping[str, str]


@dataclass(frozen=True)
class Searchable:
    """A report as the search page lists it."""

    slug: str
    titles: Mapping[str, str]
    sections: Part
    parts: tuple[Part, ...]
    pages: tuple[Entry, ...]


@dataclass(frozen=True)
class SearchIndex:
    """The index: the files by name, and what the search page must know."""

    reports: tuple[Searchable, ...]
    files: Mapping[str, str] = field(repr=False)

    @cached_property
    def folder(self) -> str:
        """search/<hash of the files>, seen from the site's root."""
        told = sha256("\0".join(f"{name}\0{text}" for name, text in sorted(self.files.items())).encode())
        return f"{FOLDER}/{told.hexdigest()[:10]}"

    @property
    def short(self) -> bool:
        """Whether the search page has room for every page; else it lists the parts of each report."""
        return sum(len(report.pages) for report in self.reports) <= PAGES


def write_index(folders: Sequence[ReportFolder], output: Path, cache: Path) -> SearchIndex:
    """Write the index of all reports under `output`, and tell what the search page needs.

    It is taken from `cache` where no report, translation or English name has changed.
    """
    index = kept(cache / "index", _made_from(folders), lambda: build_index(folders))
    files = {name: text.encode() for name, text in index.files.items()}
    place_files(files, output / index.folder, cache / "files")
    return index


def _made_from(folders: Sequence[ReportFolder]) -> Iterable[bytes]:
    """All that is in the index: what was read of each report, and what people wrote beside it."""
    for folder in folders:
        yield repr((folder.slug, folder.settings, folder.extract, folder.glossary, folder.slugs)).encode()
        for page, path in sorted(folder.translations.items()):
            yield page.encode()
            yield path.read_bytes()


def build_index(folders: Sequence[ReportFolder]) -> SearchIndex:
    """The index of all reports: their Chinese text, then the English that people wrote."""
    chinese: list[Document] = []
    english: list[Document] = []
    reports = []
    for folder in folders:
        first = len(chinese)
        zh, en = report_documents(folder)
        chinese += zh
        english += en
        reports.append(_searchable(folder, chinese[first:], first))
    text, documents = _joined([*chinese, *english])
    compared, shards, hot, cold = _positions(text)
    starts = [start for start, _ in documents]
    ends = starts[len(chinese)] if len(chinese) < len(starts) else len(text)  # of the Chinese text
    bridges, bridging = bridge_shards(bridge_entries(folders, compared[:ends], starts[: len(chinese)]))
    size = max(SLICE, min(LONGEST, len(text) // FILES))
    table = {
        "sections": len(chinese), "length": len(text), "slice": size, "before": BEFORE, "after": AFTER,
        "cold": cold, "hot": hot, "bridges": bridging,
        "starts": postings.encode(starts),
        "bodies": postings.encode(start + len(d.blocks[0][1]) for start, d in documents),
    }  # fmt: skip
    files = {"index.js": _script("index", table)}
    files |= {f"{name}.js": _script(name, shard) for name, shard in (*shards.items(), *bridges.items())}
    files |= {f"t{n}.js": _script(f"t{n}", made) for n, made in enumerate(_slices(text, documents, size))}
    return SearchIndex(tuple(reports), files)


def _positions(text: str) -> tuple[str, dict[str, dict[str, str]], dict[str, int], int]:
    compared = postings.normalise(text)
    return compared, *postings.shards(postings.index_text(compared))


def report_documents(folder: ReportFolder) -> tuple[list[Document], list[Document]]:
    """What is searched of a report, in Chinese and in English: its sections, then its annexes, in Chinese only."""
    chinese: list[Document] = []
    english: list[Document] = []
    for page in folder.pages:
        zh, en = page_documents(folder, page)
        chinese += zh
        english += en
    for annex in folder.extract.report.annexes:
        headings = {"zh": set_punctuation(annex.heading) or "附件", "en": set_punctuation(annex.heading) or "Annex"}
        own = [(annex.id, annex.heading), *((p.id, p.text) for p in annex.paragraphs)]
        own += [(annex.id, text) for _, text in _tables(folder, annex)]
        blocks = tuple((anchor, set_punctuation(text)) for anchor, text in own)
        url = f"{folder.slug}/full.html"
        chinese.append(Document(annex.id, url, headings, blocks))
        english.append(Document(annex.id, url, headings, ((annex.id, ""),)))
    return chinese, english


def page_documents(folder: ReportFolder, page: Page) -> tuple[list[Document], list[Document]]:
    """The sections of a page in Chinese, and as many in English: empty where nobody has translated them."""
    path = folder.translations.get(page.id)
    translation = read_translation(path) if path else None
    url = f"{folder.slug}/{folder.slugs[page.id]}.html"
    paragraphs = iter(translation.paragraphs if translation else ())
    chinese, english = [], []
    for section in page.sections:
        headings = {"zh": section.heading or folder.text(folder.settings.short_titles, "zh", folder.title("zh"))}
        headings["zh"] = set_punctuation(headings["zh"])
        headings["en"] = _english_heading(folder, page, section, translation) or headings["zh"]
        own = [(f"s-{section.id}", section.heading), *((p.id, p.text) for p in section.paragraphs)]
        own += [(table, text) for table, text in _tables(folder, section)]
        said = headings["en"] if translation and section.heading else ""
        other = [(f"s-{section.id}", said)]
        other += [(p.id, text) for p, (_, text) in zip(section.paragraphs, paragraphs, strict=False)]
        own = [(anchor, set_punctuation(text)) for anchor, text in own]
        chinese.append(Document(section.id, url, headings, tuple(own)))
        english.append(Document(section.id, url, headings, tuple(other)))
    return chinese, english


def _english_heading(folder: ReportFolder, page: Page, section: Section, translation: Translation | None) -> str:
    if translation is None:
        return ""
    if section is page.section:
        return translation.head.get("Title", "") if section.heading else folder.text(folder.settings.short_titles, "en")
    at = page.inner.index(section)
    return translation.headings[at] if at < len(translation.headings) else ""


def _tables(folder: ReportFolder, section: Section | Annex) -> Iterable[tuple[str, str]]:
    """The tables of a section, a row a line; their anchor is the section's heading."""
    places = {section.id, *(p.id for p in section.paragraphs)}
    for table in folder.extract.report.tables:
        if table.after in places:
            yield f"s-{section.id}", "\n".join(" ".join(row) for row in table.rows)


def _searchable(folder: ReportFolder, documents: Sequence[Document], first: int) -> Searchable:
    titles = {code: folder.text(folder.settings.short_titles, code, folder.title(code)) for code in LANGUAGES}
    starts = [n for n, d in enumerate(documents) if "." not in d.section]
    ends = [*starts[1:], len(documents)]
    parts = tuple(
        Part(documents[n].section, documents[n].headings, first + n, first + end)
        for n, end in zip(starts, ends, strict=True)
    )
    urls: dict[str, Entry] = {}
    for d in documents:
        url = f"{d.url}#{d.section}" if d.section.startswith("A") else d.url  # an annex stands on the page of the whole
        urls.setdefault(url, Entry(url, 1 + d.section.count("."), d.headings))
    whole = Part(folder.slug, titles, first, first + len(documents))
    return Searchable(folder.slug, titles, whole, parts, tuple(urls.values()))


def _joined(documents: Sequence[Document]) -> tuple[str, list[tuple[int, Document]]]:
    """All documents as one text, a block a line; and where each begins."""
    lines: list[str] = []
    placed = []
    at = 0
    for document in documents:
        placed.append((at, document))
        for _, text in document.blocks:
            lines.append(text)
            at += len(text) + 1
    return "\n".join(lines), placed


def _slices(text: str, documents: Sequence[tuple[int, Document]], size: int) -> Iterable[list[Any]]:
    """The text in slices: where one begins, its text, [block's start, anchor] …, [section, url, headings] …"""
    blocks: list[tuple[int, int, str]] = []
    for number, (start, document) in enumerate(documents):
        if not any(line for _, line in document.blocks):
            continue  # nobody has translated it: nothing is found there
        for anchor, line in document.blocks:
            blocks.append((start, number, anchor))
            start += len(line) + 1
    at = 0
    for begin in range(0, max(len(text), 1), size):
        while at + 1 < len(blocks) and blocks[at + 1][0] <= begin:
            at += 1
        end = at
        while end < len(blocks) and blocks[end][0] < begin + size:
            end += 1
        here = blocks[at:end]
        sections = {n: documents[n][1] for _, n, _ in here}
        low = max(0, begin - BEFORE)
        yield [
            low,
            text[low : begin + size + AFTER],
            [[start, anchor] for start, _, anchor in here],
            [[n, d.url, d.headings["zh"], d.headings["en"]] for n, d in sections.items()],
        ]


def _script(name: str, value: Any) -> str:
    """A classic script that hands a value to search-index.js."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # no line ends inside a script's string
    return f"baogaoSearch.put({json.dumps(name)},{text})\n"
