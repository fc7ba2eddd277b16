"""`baogao import`: a report → its folder under `content/`, written aside and swapped in.

What people wrote (report.toml, summaries, glossary, translations, charts) is kept when a revised source is imported;
what no longer fits is listed.
"""

import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from baogao.content import ReportFolder, load_report
from baogao.data.files import indicators_csv
from baogao.drafting import first_table, report_slug, toml_string
from baogao.errors import BaogaoError, ContentError, SourceError
from baogao.extract import extract
from baogao.model import Extract
from baogao.sections.markdown import page_markdown

GENERATED = "zh"


@dataclass(frozen=True)
class Imported:
    """What an import did: the folder, and what a person should look at."""

    folder: Path
    renewed: bool
    notes: tuple[str, ...] = ()
    sections: int = 0
    results: int = 0
    targets: int = 0
    pairs: int = 0


def import_report(file: Path, content: Path, slug: str = "") -> Imported:
    """Read a report and make, or renew, its folder. SourceError, and nothing changed, where it is no report."""
    found = extract(file)
    refuse_what_is_no_report(found, file)
    slug = slug or report_slug(found)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise SourceError(f"{slug!r} cannot name a folder", hint="use --slug with lower-case letters, digits, hyphens")
    target = content / slug
    renewed = target.is_dir()
    if renewed:
        _refuse_another(found, target)
    content.mkdir(parents=True, exist_ok=True)
    cache = content.resolve().parent / ".cache"  # what a killed import leaves is no report
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="import-", dir=cache) as scratch:
        folder = Path(scratch) / slug
        before = [p.name for p in (target / "source").glob("[!.]*") if p.suffix != ".toml"]
        if renewed:
            shutil.copytree(target, folder)
            shutil.rmtree(folder / "source")
        (folder / "source").mkdir(parents=True)
        shutil.copyfile(file, folder / "source" / file.name)
        _write(folder / "source" / "source.toml", _source_toml(found, file.name))
        if not (folder / "report.toml").exists():
            _write(folder / "report.toml", first_table(found))
        unfit: list[ContentError] = []
        loaded = _load(folder, target, unfit)
        write_generated(loaded)
        notes = _notes(loaded, unfit)
        if before and before != [file.name]:
            notes = (f"source/{file.name} stands in place of source/{before[0]}", *notes)
        _swap(folder, target, Path(scratch) / "old")
    read = loaded.extract
    kinds = [i.kind for i in read.indicators]
    return Imported(
        target, renewed, notes, sum(bool(s.heading) for s in read.report.sections), kinds.count("result"),
        kinds.count("target"), len(read.pairs),
    )  # fmt: skip


def refuse_what_is_no_report(found: Extract, file: Path) -> None:
    """SourceError for a text in which nothing of a report was found."""
    report = found.report
    paragraphs = sum(len(s.paragraphs) for s in report.sections)
    headed = any(s.heading for s in report.sections)
    if not paragraphs or not (headed or report.kind != "other") or not (found.indicators or report.kind != "other"):
        raise SourceError(
            "no report found in it: no outline, or no salutation and no figures",
            path=file.name,
            hint="give the page or document that holds the whole report",
        )


def _load(folder: Path, target: Path, unfit: list[ContentError]) -> ReportFolder:
    """The folder that stands aside; an error names the file where a person has it."""
    try:
        return load_report(folder, unfit=unfit)
    except ContentError as error:
        path = Path(str(error.path))
        place = target / path.relative_to(folder) if path.is_relative_to(folder) else path
        raise ContentError(error.message, path=place, line=error.line, hint=error.hint) from error


def _refuse_another(found: Extract, target: Path) -> None:
    """SourceError where the folder holds another report, which would be lost: 青禾县 and 清河县 are both qinghe."""
    try:
        there = load_report(target, unfit=[]).extract.report
    except (BaogaoError, OSError):
        return  # what stands there cannot be read: it is to be renewed
    report = found.report
    kinds = {there.kind, report.kind}
    years = {y for y in (there.plan_year or there.review_year, report.plan_year or report.review_year) if y}
    places = {p for p in (there.place, report.place) if p}
    if len(places) < 2 and len(years) < 2 and (len(kinds) < 2 or "other" in kinds):
        return
    raise SourceError(
        f"{target} holds another report: {there.place} {there.title}",
        path=report.source.file,
        hint=f"give this one a folder of its own: --slug {target.name}-{report.kind.partition('-')[0]}",
    )


def generated_files(folder: ReportFolder) -> dict[str, str]:
    """Path inside the folder → text of every committed file that is derived from the source."""
    report = folder.extract.report
    made = {f"{GENERATED}/{folder.slugs[p.id]}.md": page_markdown(report, p, folder.slugs[p.id]) for p in folder.pages}
    return made | {"indicators.csv": indicators_csv(folder)}


def write_generated(folder: ReportFolder) -> tuple[Path, ...]:
    """Write the derived files anew and delete those that are no longer derived. The paths that changed."""
    made = generated_files(folder)
    changed = []
    for name, text in made.items():
        path = folder.path / name
        if not path.is_file() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, text)
            changed.append(path)
    for path in sorted((folder.path / GENERATED).glob("*.md")):
        if f"{GENERATED}/{path.name}" not in made:
            path.unlink()
            changed.append(path)
    return tuple(changed)


def _swap(new: Path, target: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    new.rename(target)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _source_toml(found: Extract, name: str) -> str:
    source = found.report.source
    lines = [
        "# The report as issued. The file beside this one is never edited.",
        f"file = {toml_string(name)}",
        f"format = {toml_string(source.format)}",
        f"encoding = {toml_string(source.encoding)}",
        f"sha256 = {toml_string(source.sha256)}",
    ]
    return "\n".join(lines) + "\n"


def _notes(folder: ReportFolder, unfit: list[ContentError]) -> tuple[str, ...]:
    """What a person wrote that no longer fits the source, and what the reading was unsure of."""
    report = folder.extract.report
    slugs = set(folder.slugs.values())
    notes = [*report.source.warnings, *report.warnings]
    for path in sorted((folder.path / "en").glob("*.md")):
        if path.stem not in slugs:
            notes.append(f"en/{path.name}: no section has this file name any more")
    for section in folder.settings.slugs:
        if section not in folder.slugs:
            notes.append(f"report.toml: slugs: the report has no section {section!r} with a page")
    for error in unfit:
        place = Path(str(error.path)).name + (f":{error.line}" if error.line else "")
        notes.append(f"{place}: {error.message} any more: mend it or delete it before the next build")
    return tuple(notes)
