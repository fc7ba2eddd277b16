"""Every rule over a content folder → a list of Findings. Nothing stops at the first; the caller prints and counts.

A rule is a function from a ReportFolder to Findings, named as the rule it checks.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from baogao.charts import check_charts
from baogao.content import LANGUAGES, ReportFolder, line_of, read_toml
from baogao.document import texts_of
from baogao.errors import SiteError
from baogao.importing import generated_files
from baogao.language import languages
from baogao.language.translations import read_translation, translation_findings
from baogao.model import Finding, Indicator, OtherNumber
from baogao.site import personal
from baogao.site.theming import colours_css, crest_of

Rule = Callable[[ReportFolder], Iterator[Finding]]
# Characters of Chinese, words of English: REPORT and SECTION summaries.
LENGTHS = {
    ("report", "zh"): (120, 280),
    ("report", "en"): (80, 160),
    ("section", "zh"): (60, 200),
    ("section", "en"): (35, 140),
}


def _finding(level: str, path: object, message: str, line: int | None = None, hint: str = "") -> Finding:
    """A finding without its rule's name; check_reports puts that in."""
    return Finding("", level, str(path), message, line, hint)


error, warning, notice = (partial(_finding, level) for level in ("error", "warning", "notice"))


def check_reports(folders: Sequence[ReportFolder]) -> tuple[Finding, ...]:
    """All findings over all reports, in the order of reports, rules and places."""
    return tuple(
        finding if finding.rule else finding._replace(rule=rule.__name__.replace("_", "-"))
        for folder in folders
        for rule in RULES
        for finding in rule(folder)
    )


def source_is_as_issued(folder: ReportFolder) -> Iterator[Finding]:
    """The file in source/ has the checksum that source.toml records: it is never edited."""
    record = folder.path / "source" / "source.toml"
    said = read_toml(record).get("sha256")
    true = sha256(folder.source_path.read_bytes()).hexdigest()
    if said and said != true:
        yield error(record, f"{folder.source_path.name} has another checksum: {true[:12]}…",
            line_of(record, "sha256"), "put the issued file back, or import the revised one with `baogao import`",
        )  # fmt: skip


def generated_is_current(folder: ReportFolder) -> Iterator[Finding]:
    """zh/*.md and indicators.csv are what the source and the corrections give."""
    made = generated_files(folder)
    for name, text in made.items():
        path = folder.path / name
        if not path.is_file():
            yield error(path, "missing", hint="run `baogao generate`")
        elif (stands := path.read_bytes()) != text.encode():
            line = _first_difference(stands.decode("utf-8", "replace"), text)
            yield error(
                path,
                "differs from what the source gives",
                line,
                "never edit it: mend report.toml or the rules, then run `baogao generate`",
            )
    for path in sorted((folder.path / "zh").glob("*.md")):
        if f"zh/{path.name}" not in made:
            yield error(path, "no section has this file", hint="delete it")


def _first_difference(one: str, other: str) -> int:
    lines, others = one.splitlines(), other.splitlines()
    pairs = enumerate(zip(lines, others, strict=False), 1)
    return next((n for n, (a, b) in pairs if a != b), min(len(lines), len(others)) + 1)


def quotation_is_in_place(folder: ReportFolder) -> Iterator[Finding]:
    """Every indicator's quotation stands where it says."""
    texts = texts_of(folder.extract)
    for i in folder.extract.indicators:
        if i.paragraph in texts and texts[i.paragraph][i.start : i.end] != i.quote:
            yield error(folder.source_path.name, f"{i.id}: {i.quote!r} is not at its place")


def reading_is_sure(folder: ReportFolder) -> Iterator[Finding]:
    """What the reading of the source was unsure of."""
    report = folder.extract.report
    for doubt in (*report.source.warnings, *report.warnings):
        yield warning(folder.source_path, doubt, hint="see `baogao explain --lines`")
    for name, value in (("deliverer", report.deliverer), ("delivered_on", report.delivered_on)):
        if not value:
            yield notice(folder.source_path, f"no {name} was found", hint="the report may name none; else [metadata]")


def summary_numbers_are_in_section(folder: ReportFolder) -> Iterator[Finding]:
    """Each number of a summary is one that its section states, in both languages."""
    path = folder.path / "summaries.toml"
    for name, texts in folder.summaries.items():
        indicators, others = _numbers_of(folder, name)
        for language, text in texts.items():
            for number in languages.check_numbers(indicators, others, text, language):
                yield error(
                    path,
                    f"{name} ({language}): no such number: {number}",
                    _line_after(path, name, number),
                    "say only numbers that the section states",
                )


def _line_after(path: Path, table: str, needle: str) -> int | None:
    """The first line with a text inside a table of a TOML file, or of the whole file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    heads = (f"[{table}]", f'["{table}"]', f'"{table}".', f"{table}.", f'"{table}" =', f"{table} =")
    begin = next((n for n, line in enumerate(lines) if line.startswith(heads)), 0)
    return next((n for n, line in enumerate(lines[begin:], begin + 1) if needle in line), None) or line_of(path, needle)


def _numbers_of(folder: ReportFolder, name: str) -> tuple[Sequence[Indicator], Sequence[OtherNumber]]:
    """The numbers that back a summary: the section's own; for the report, all."""
    found = folder.extract
    if name == "report":
        return found.indicators, found.other_numbers
    sections = [s for s in found.report.sections if folder.page_of[s.id] == name or s.id == name]
    own = {p.id for s in sections for p in s.paragraphs}
    backing = tuple(i for s in sections for i in folder.indicators_by_section.get(s.id, ()))
    return backing, tuple(n for n in found.other_numbers if n.paragraph in own)


def summary_is_written(folder: ReportFolder) -> Iterator[Finding]:
    """A person wrote a summary of the report and of each section; a missing one is a notice, a long one a warning."""
    path = folder.path / "summaries.toml"
    names = ["report", *(s.id for s in folder.extract.report.sections if s.id != "0" and s.level <= 2)]
    for name in names:
        for language in LANGUAGES:
            text = folder.summaries.get(name, {}).get(language)
            if not text:
                yield notice(path, f"{name} ({language}): none; generated instead")
                continue
            size = len(text.split()) if language == "en" else len(text)
            low, high = LENGTHS["report" if name == "report" else "section", language]
            if not low <= size <= high:
                unit = "words" if language == "en" else "characters"
                yield warning(
                    path,
                    f"{name} ({language}): {size} {unit}, not {low} to {high}",
                    line_of(path, text[:20]),
                )


def translation_fits(folder: ReportFolder) -> Iterator[Finding]:
    """Each English page has the paragraphs and the numbers of its Chinese one."""
    for page in folder.pages:
        path = folder.translations.get(page.id)
        if path is None:
            expected = folder.path / "en" / f"{folder.slugs[page.id]}.md"
            yield notice(expected, "no translation yet; the page gives the Chinese")
        else:
            yield from translation_findings(folder, page, read_translation(path))
    for path in sorted((folder.path / "en").glob("*.md")):
        if path not in folder.translations.values():
            yield error(path, "no section has this file name", hint="rename it")


def names_have_english(folder: ReportFolder) -> Iterator[Finding]:
    """Every result and target has an English name, from the lexicon or the report's glossary."""
    path = folder.path / "glossary.toml"
    missing = dict.fromkeys(
        i.name
        for i in folder.extract.indicators
        if i.kind in ("result", "target") and languages.name_words(i, "en", folder.glossary) is None
    )
    for name in missing:
        yield notice(path, f"no English for {name!r}", hint="add it under [names]")


def headlines_are_there(folder: ReportFolder) -> Iterator[Finding]:
    """Every headline indicator that report.toml names is in the report."""
    path = folder.path / "report.toml"
    shown = {name for name, _, _ in folder.headlines}
    for name in folder.settings.headline:
        if name not in shown:
            yield error(path, f"no indicator {name!r}", line_of(path, name))


def groups_fit(folder: ReportFolder) -> Iterator[Finding]:
    """Every target that [[groups]] moves to a group is one of a pair."""
    path = folder.path / "report.toml"
    paired = {name for pair in folder.extract.pairs for name in pair.target}
    for name in (name for change in folder.groups for name in change.get("targets", ())):
        if name not in paired:
            yield error(path, f"no pair with the target {name!r}", line_of(path, f'"{name}"'), "see outcome.html#p-…")


def slugs_fit(folder: ReportFolder) -> Iterator[Finding]:
    """Slugs name sections that have a page, each its own."""
    path = folder.path / "report.toml"
    for section in folder.settings.slugs:
        if section not in folder.slugs:
            yield error(path, f"no section {section!r} with a page", line_of(path, f'"{section}"'), "delete the line")
    names = list(folder.slugs.values())
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield error(path, f"two sections have the slug {name!r}", line_of(path, name), "give one another")


def no_personal_data(folder: ReportFolder) -> Iterator[Finding]:
    """No mobile numbers, identity numbers, e-mail addresses or chat names in what would be published."""
    yield from personal.check_personal_data(folder)


def charts_can_be_drawn(folder: ReportFolder) -> Iterator[Finding]:
    """Every chart declaration is valid, and its glyphs are there."""
    yield from check_charts(folder)


def looks_can_be_used(folder: ReportFolder) -> Iterator[Finding]:
    """The report's crest is a picture beside report.toml, and its colours can be read on the paper."""
    path = folder.path / "report.toml"
    uses: dict[str, Callable[[], object]] = {
        "crest": partial(crest_of, folder),
        "[colours]": partial(colours_css, folder.settings.colours, ":root", path),
    }
    for key, use in uses.items():
        try:
            use()
        except SiteError as refused:
            yield error(path, refused.message, line_of(path, key), refused.hint)


RULES: tuple[Rule, ...] = (
    source_is_as_issued, reading_is_sure, generated_is_current, quotation_is_in_place, slugs_fit, groups_fit,
    headlines_are_there, summary_is_written, summary_numbers_are_in_section, translation_fits, names_have_english,
    charts_can_be_drawn, looks_can_be_used, no_personal_data,
)  # fmt: skip


def relative(finding: Finding, base: Path) -> Finding:
    """The finding with its path as seen from a folder."""
    path = Path(finding.path)
    return finding._replace(path=str(path.relative_to(base))) if path.is_relative_to(base) else finding
