"""`baogao import`: a report → its folder under `content/`, written aside and swapped in.

What people wrote (report.toml, summaries, glossary, translations, charts) is kept when a revised source is imported;
what no longer fits is listed.
"""

import json
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from baogao.content import ReportFolder, load_report
from baogao.data.files import indicators_csv
from baogao.errors import SourceError
from baogao.extract import extract
from baogao.model import Extract
from baogao.sections.markdown import default_slug, page_markdown, pages_of

GENERATED = "zh"


@dataclass(frozen=True)
class Imported:
    """What an import did: the folder, and what a person should look at."""

    folder: Path
    renewed: bool
    notes: tuple[str, ...] = ()


def import_report(file: Path, content: Path, slug: str = "") -> Imported:
    """Read a report and make, or renew, its folder. SourceError, and nothing changed, where it is no report."""
    found = extract(file)
    refuse_what_is_no_report(found, file)
    slug = slug or report_slug(found)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise SourceError(f"{slug!r} cannot name a folder", hint="use --slug with lower-case letters, digits, hyphens")
    target = content / slug
    renewed = target.is_dir()
    content.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".import-", dir=content) as scratch:
        folder = Path(scratch) / slug
        if renewed:
            shutil.copytree(target, folder)
            shutil.rmtree(folder / "source")
        (folder / "source").mkdir(parents=True)
        shutil.copyfile(file, folder / "source" / file.name)
        _write(folder / "source" / "source.toml", _source_toml(found, file.name))
        if not (folder / "report.toml").exists():
            _write(folder / "report.toml", _report_toml(found))
        loaded = load_report(folder)
        write_generated(loaded)
        notes = _notes(loaded)
        _swap(folder, target, Path(scratch) / "old")
    return Imported(target, renewed, notes)


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


def report_slug(found: Extract) -> str:
    """河西区, plan year 2024 → "hexi-2024"."""
    from unidecode import unidecode

    place = re.sub(r"(特别行政区|自治区|自治州|自治县|地区|省|市|区|县|旗|盟)$", "", found.report.place) or "report"
    name = re.sub(r"[^a-z0-9]", "", str(unidecode(place)).lower()) or "report"
    year = found.report.plan_year or found.report.review_year
    return f"{name}-{year}" if year else name


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
        f"file = {_toml(name)}",
        f"format = {_toml(source.format)}",
        f"encoding = {_toml(source.encoding)}",
        f"sha256 = {_toml(source.sha256)}",
    ]
    return "\n".join(lines) + "\n"


def _report_toml(found: Extract) -> str:
    """A first report.toml: what was read, for a person to decide on."""
    report = found.report
    lines = ["# What a person decides about this report; docs/content.md lists every key."]
    for table, value in (("titles", report.title), ("place", report.place), ("issuer", report.issuer)):
        lines += ["", f"[{table}]", f"zh = {_toml(value)}", '# en = ""']
    lines += ["", "[deliverer]", f"zh = {_toml(report.deliverer)}", '# en = ""', "", "[slugs]"]
    lines += [f'"{page.id}" = {_toml(default_slug(page.id))}' for page in pages_of(report.sections)]
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _notes(folder: ReportFolder) -> tuple[str, ...]:
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
    return tuple(notes)
