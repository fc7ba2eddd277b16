"""The folder of a report under `content/`: what people wrote there, beside what is read from the source.

In: content/<report>/ (source/, report.toml, summaries.toml, glossary.toml, en/*.md). Out: a ReportFolder, the one thing
that charts, pages, search and data are made from. Nothing here is written; importing.py does that.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from baogao.errors import ContentError
from baogao.kept import kept
from baogao.lexicon import table as lexicon_table
from baogao.model import Extract, Indicator, Pair, Settings, Summary
from baogao.patterns import regex
from baogao.sections.markdown import Page, default_slug, pages_of
from baogao.shapes import refuse_misshapen

LANGUAGES = ("zh", "en")
Texts = Mapping[str, str]  # by language

_TABLES = {
    # table of report.toml → field of Settings
    "titles": "titles",
    "short_titles": "short_titles",
    "place": "places",
    "issuer": "issuers",
    "deliverer": "deliverers",
    "deliverer_role": "roles",
    "occasion": "occasions",
    "colours": "colours",
}
_REPORT_KEYS = ("headline", "source_url", "crest", "place_code", "licence", "contact", "icp", "public_security")
_SLUG = regex(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class ReportFolder:
    """A report of the site: what was read from its source, and what people wrote about it."""

    path: Path
    slug: str
    settings: Settings
    extract: Extract
    source_path: Path
    summaries: Mapping[str, Texts] = field(default_factory=dict)  # "report" or a section id → language → text
    glossary: Mapping[str, Texts] = field(default_factory=dict)  # {"names": {zh: en}, "terms": {zh: en}}
    groups: tuple[Mapping[str, Any], ...] = ()  # [[groups]] of report.toml: changes to the groups of pairs
    translations: Mapping[str, Path] = field(default_factory=dict)  # page's section id → en/*.md

    @cached_property
    def indicators_by_id(self) -> dict[str, Indicator]:
        return {i.id: i for i in self.extract.indicators}

    @cached_property
    def indicators_by_paragraph(self) -> dict[str, tuple[Indicator, ...]]:
        found: dict[str, list[Indicator]] = {}
        for indicator in self.extract.indicators:
            found.setdefault(indicator.paragraph, []).append(indicator)
        return {paragraph: tuple(items) for paragraph, items in found.items()}

    @cached_property
    def indicators_by_section(self) -> dict[str, tuple[Indicator, ...]]:
        found: dict[str, list[Indicator]] = {}
        for indicator in self.extract.indicators:
            found.setdefault(indicator.section, []).append(indicator)
        return {section: tuple(items) for section, items in found.items()}

    @cached_property
    def pair_of(self) -> dict[str, Pair]:
        """The pair that an indicator stands in, by indicator id."""
        return {i: pair for pair in self.extract.pairs for i in (*pair.result, *pair.target)}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return pages_of(self.extract.report.sections)

    @cached_property
    def slugs(self) -> dict[str, str]:
        """The file name, without ending, of each page, by section id."""
        return {page.id: self.settings.slugs.get(page.id) or default_slug(page.id) for page in self.pages}

    @cached_property
    def page_of(self) -> dict[str, str]:
        """The id of the page that holds a section, by section id."""
        return {section.id: page.id for page in self.pages for section in page.sections}

    @cached_property
    def headlines(self) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
        """The headline indicators: key or name, ids of its results, ids of its targets. Six, chosen or by rule."""
        from baogao.headlines import choose_headlines

        return choose_headlines(self.extract, self.settings.headline)

    def text(self, table: Mapping[str, str], language: str, fallback: str = "") -> str:
        return table.get(language) or fallback

    def title(self, language: str) -> str:
        return self.settings.titles.get(language) or self.extract.report.title

    def summary(self, section: str, language: str) -> Summary:
        """The summary of a section ("report" for the whole): a person's, else generated from the key figures."""
        written = self.summaries.get(section, {}).get(language)
        if written:
            return Summary(language, written)
        from baogao.language.languages import key_figures

        found = self.extract.indicators if section == "report" else self.indicators_by_section.get(section, ())
        return key_figures(found, language, self.glossary)


def load_reports(content: Path, cache: Path | None = None) -> tuple[ReportFolder, ...]:
    """Every report of the content folder, the latest first. ContentError where one cannot be read.

    With a `cache`, a source is read again only where it, its report.toml or the program has changed.
    """
    places = sorted(p for p in content.iterdir() if (p / "source").is_dir()) if content.is_dir() else []
    folders = [load_report(place, cache) for place in places]
    if not folders:
        raise ContentError("no report here", path=content, hint="run `baogao import FILE` first")
    return tuple(sorted(folders, key=lambda f: (-(f.extract.report.plan_year or 0), f.slug)))


def load_report(folder: Path, cache: Path | None = None, unfit: list[ContentError] | None = None) -> ReportFolder:
    """One report's folder. ContentError with file, line and remedy where it cannot be used.

    Corrections that fit nothing are gathered in `unfit`, where it is given, instead of being raised.
    """
    source_path = find_source(folder)
    table_path = folder / "report.toml"
    table = read_toml(table_path)
    refuse_misshapen(table, _SHAPE, table_path)
    found = _read(source_path, table, table_path, cache, unfit)
    settings = _settings(table, table_path, folder.name)
    made = ReportFolder(
        folder,
        folder.name,
        settings,
        found,
        source_path,
        _summaries(read_toml(folder / "summaries.toml"), folder / "summaries.toml", found, unfit),
        _glossary(read_toml(folder / "glossary.toml"), folder / "glossary.toml"),
        _groups(table.get("groups", ()), table_path),
    )
    translations = {page: path for page, slug in made.slugs.items() if (path := folder / "en" / f"{slug}.md").is_file()}
    return replace(made, translations=translations)


def _read(
    source: Path, table: Mapping[str, Any], table_path: Path, cache: Path | None, unfit: list[ContentError] | None
) -> Extract:
    """What the source says, corrected; from the cache where source, report.toml and program are still the same."""

    def read() -> Extract:
        # reading compiles 250 regular expressions: only who reads pays for it
        from baogao.corrections import parse_corrections
        from baogao.extract import extract

        return extract(source, parse_corrections(table, table_path)._replace(unfit=unfit))

    if cache is None:
        return read()
    made_from = (source.name.encode(), source.read_bytes(), repr(table).encode())
    return kept(cache / f"{table_path.parent.name}.extract", made_from, read)


def find_source(folder: Path) -> Path:
    """The report as issued: the one file of source/ beside source.toml."""
    files = [p for p in sorted((folder / "source").iterdir()) if p.suffix != ".toml" and not p.name.startswith(".")]
    if len(files) != 1:
        raise ContentError(
            f"{len(files)} files where the report as issued should stand alone",
            path=folder / "source",
            hint="keep one file beside source.toml",
        )
    return files[0]


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file's table; {} where there is none. ContentError with the line where it is broken."""
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise ContentError("not UTF-8", path=path, hint="save it as UTF-8") from error
    except tomli.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise ContentError(f"no valid TOML: {error}", path=path, line=int(line[1]) if line else None) from error


# What kind of value each place of report.toml takes; corrections.py and [metadata] know more of theirs.
_SHAPE: dict[str, Any] = {
    **{name: {"*": str} for name in (*_TABLES, "slugs")},
    "report": dict.fromkeys(_REPORT_KEYS, str) | {"headline": [str]},
    "outline": {"chrome": [str], "headings": [{"text": str, "line": int, "level": int}]},
    "metadata": {"*": object},
    "groups": [{"targets": [str], "key": str, "zh": str, "en": str, "why": str}],
    "corrections": {
        "indicator": [
            {
                "nth": int,
                "set": {"*": (str, int, float, bool)},
                "paragraph": str,
                "number": str,
                "drop": str,
                "why": str,
            }
        ],
        "pair": [{"result": [str], "target": [str], "drop": bool, "relation": str, "why": str}],
    },
}
_WORDS = {"*": {"*": str}}  # summaries.toml, glossary.toml


def _settings(table: Mapping[str, Any], path: Path, slug: str) -> Settings:
    known = ("report", "slugs", "corrections", "outline", "metadata", "groups", *_TABLES)
    _refuse_unknown(table, known, path)
    report = dict(table.get("report", {}))
    _refuse_unknown(report, _REPORT_KEYS, path)
    slugs = {str(section): str(name) for section, name in table.get("slugs", {}).items()}
    for name in slugs.values():
        if not _SLUG.fullmatch(name):
            raise ContentError(
                f"the slug {name!r} is not of lower-case letters, digits and single hyphens",
                path=path,
                line=line_of(path, name),
            )
    for name in ("source_url", "contact"):
        refuse_no_address(str(report.get(name, "")), name, path)
    values: dict[str, Any] = {target: dict(table.get(name, {})) for name, target in _TABLES.items()}
    return Settings(slug, slugs=slugs, headline=tuple(report.pop("headline", ())), **values, **report)


def refuse_no_address(address: str, name: str, path: object) -> None:
    """ContentError for what would become a link but is none that is safe to follow: javascript:…"""
    if address and not re.match(r"(?i)https?://[^\s/]|mailto:[^\s@]+@", address):
        line = line_of(path, name) if isinstance(path, Path) else None
        raise ContentError(f"{name}: no web or mail address: {address!r}", path=path, line=line,
                           hint="give https://… or, to write to, mailto:…")  # fmt: skip


def _groups(tables: Sequence[Mapping[str, Any]], path: Path) -> tuple[Mapping[str, Any], ...]:
    """The changes to the groups of pairs: each names its group by a key, a new one in both languages."""
    known = lexicon_table("groups")
    for change in tables:
        _refuse_unknown(change, ("key", *LANGUAGES, "targets", "why"), path)
        key = str(change.get("key", ""))
        if not _SLUG.fullmatch(key):
            raise ContentError(f"[[groups]] with the key {key!r}", path=path, line=line_of(path, "[[groups]]"),
                               hint="name the group by lower-case letters, digits and single hyphens")  # fmt: skip
        if key not in known and not all(change.get(code) for code in LANGUAGES):
            raise ContentError(f"the group {key!r} has no title", path=path, line=line_of(path, f'"{key}"'),
                               hint=f"give zh and en, or take one of {', '.join(known)}")  # fmt: skip
    return tuple(tables)


def _refuse_unknown(table: Mapping[str, Any], known: tuple[str, ...], path: Path) -> None:
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
            raise ContentError(f"unknown key {key!r}", path=path, line=line_of(path, key), hint=hint)


def line_of(path: Path, needle: str) -> int | None:
    """The first line of a file that holds a text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if needle in line), None)


def _summaries(
    table: Mapping[str, Any], path: Path, found: Extract, unfit: list[ContentError] | None
) -> dict[str, Texts]:
    refuse_misshapen(table, _WORDS, path)
    known = ("report", *(s.id for s in found.report.sections))
    if unfit is not None:
        gone = [name for name in table if name not in known]
        unfit += [ContentError(f"no section {name!r}", path=path, line=line_of(path, f'"{name}"')) for name in gone]
        table = {name: texts for name, texts in table.items() if name not in gone}
    _refuse_unknown(table, known, path)
    for texts in table.values():
        _refuse_unknown(texts, LANGUAGES, path)
    return {
        name: {language: " ".join(text.split()) for language, text in texts.items()} for name, texts in table.items()
    }


def _glossary(table: Mapping[str, Any], path: Path) -> dict[str, Texts]:
    refuse_misshapen(table, _WORDS, path)
    _refuse_unknown(table, ("names", "terms"), path)
    return {name: dict(table.get(name, {})) for name in ("names", "terms")}
