"""What each command does: a name, a line of help, its options, a function. Imports are made where they are needed.

`baogao extract` must start in a third of a second, so nothing here may import Pelican or Matplotlib at the top.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from baogao.errors import BaogaoError

Option = tuple[tuple[str, ...], dict[str, Any]]

_FILE: Option = (("file",), {"type": Path, "help": "a report: text, HTML, Word (.docx), PDF or Markdown"})
_CONTENT: Option = (("--content",), {"type": Path, "default": Path("content"), "help": "folder of the reports"})
_OUTPUT: Option = (("--output",), {"type": Path, "default": Path("output"), "help": "where the site goes"})
_SETTINGS: Option = (
    ("--settings",),
    {"type": Path, "default": Path("pelicanconf.py"), "help": "Pelican's settings file"},
)
_JSON: Option = (("--json",), {"action": "store_true", "help": "findings as JSON"})


_PORTS = 65535


def _port(text: str) -> int:
    """A port as the option --port takes it."""
    if not text.isdigit() or int(text) > _PORTS:
        raise argparse.ArgumentTypeError(f"not a number from 0 to {_PORTS}: {text!r}")
    return int(text)


class Command(NamedTuple):
    name: str
    help: str
    run: Callable[[argparse.Namespace], int | None]
    options: tuple[Option, ...] = ()


def run_extract(options: argparse.Namespace) -> None:
    """Print the extract document, or its indicators as a table."""
    from baogao.document import format_document, to_document
    from baogao.extract import extract

    found = extract(options.file)
    if options.format == "csv":
        from baogao.data.files import extract_csv

        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        sys.stdout.write(extract_csv(found))
        return
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(format_document(to_document(found)))
    for warning in (*found.report.source.warnings, *found.report.warnings):
        print(f"baogao: {options.file.name}: warning: {warning}", file=sys.stderr)


def run_import(options: argparse.Namespace) -> None:
    """Make or renew the report's folder."""
    from baogao.importing import import_report

    done = import_report(options.file, options.content, options.slug)
    counts = f"{done.sections} sections, {done.results} results, {done.targets} targets, {done.pairs} pairs"
    print(f"{done.folder}: {'renewed' if done.renewed else 'made'} ({counts})")
    for note in done.notes:
        print(f"  note: {note}")
    if not done.renewed:
        print(f"  note: titles and English names in {done.folder}/report.toml were made by rule: look at them")
    if not done.renewed and not (options.content.parent / "pelicanconf.py").exists():
        print("  note: no pelicanconf.py here: `baogao new FOLDER` makes a site that this report can be put into")


def run_check(options: argparse.Namespace) -> int:
    """Print every finding; 1 where one is an error (with --strict, or a warning)."""
    from baogao.checks import check_reports
    from baogao.content import load_reports

    findings = check_reports(load_reports(options.content))
    if options.json:
        fields = ("rule", "level", "path", "line", "message", "hint")
        print(json.dumps([{f: getattr(x, f) for f in fields} for x in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            if finding.level != "notice" or options.notices:
                print(finding)
        counts = {level: sum(f.level == level for f in findings) for level in ("error", "warning", "notice")}
        more = " (--notices lists them)" if counts["notice"] and not options.notices else ""
        print(", ".join(f"{n} {level}{'' if n == 1 else 's'}" for level, n in counts.items()) + more)
    bad = ("error", "warning") if options.strict else ("error",)
    return int(any(f.level in bad for f in findings))


def run_generate(options: argparse.Namespace) -> None:
    """Write the derived files of each report anew: zh/*.md and indicators.csv."""
    from baogao.content import load_reports
    from baogao.importing import write_generated

    for folder in load_reports(options.content):
        changed = write_generated(folder)
        print(f"{folder.path}: {len(changed)} files written" if changed else f"{folder.path}: up to date")


def run_charts(options: argparse.Namespace) -> None:
    """Draw every chart of every report into the cache, and list them."""
    from baogao.charts import charts_of
    from baogao.content import LANGUAGES, load_reports

    cache = Path(".cache/charts")
    for folder in load_reports(options.content):
        for language in LANGUAGES:
            charts = charts_of(folder, language, cache)
            print(f"{folder.slug} ({language}): {len(charts)} charts")
            for chart in charts:
                print(f"  {chart.id}: {chart.title}")


def run_build(options: argparse.Namespace) -> None:
    """Build the site aside and swap it in."""
    from baogao.building import build

    build(options.settings, options.output, options.content)
    print(f"{options.output}: built")


def run_publish(options: argparse.Namespace) -> int:
    """Check strictly, then build for hosting, with precompressed files."""
    from baogao.building import build
    from baogao.site.publishing import precompress

    if not options.lenient and run_check(_strict(options)):
        raise BaogaoError("not published", hint="mend the findings, or say --lenient")
    build(options.settings, options.output, options.content, finish=precompress)
    print(f"{options.output}: ready to be served")
    if not os.environ.get("SITEURL"):
        print("  note: without SITEURL=https://… there are no canonical addresses, sitemap, feed or share tags")
    return 0


def run_bundle(options: argparse.Namespace) -> None:
    """Check strictly, then make the offline zips and single-file pages."""
    from baogao.site.bundle import make_bundles

    if not options.lenient and run_check(_strict(options)):
        raise BaogaoError("not bundled", hint="mend the findings, or say --lenient")
    for path in make_bundles(options.settings, options.content, options.dist):
        print(path)


def _strict(options: argparse.Namespace) -> argparse.Namespace:
    return argparse.Namespace(content=options.content, json=False, notices=False, strict=True)


def run_explain(options: argparse.Namespace) -> None:
    """Show where each line went, or what was understood of a number and by which rules."""
    from baogao.extract import extract
    from baogao.indicators.explain import explain_lines, explain_number

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    found = extract(options.file)
    lines = tuple(explain_number(found, options.number) if options.number else explain_lines(found))
    if not lines:
        raise BaogaoError(f"no number {options.number}: neither an indicator nor set aside", path=options.file)
    print("\n".join(lines))


def run_serve(options: argparse.Namespace) -> None:
    """Serve the site here; rebuild and reload on each save."""
    from baogao.site.serving import serve

    serve(options.settings, options.content, options.port)


def run_new(options: argparse.Namespace) -> None:
    """Make a folder for a site of one's own."""
    from baogao.site.starting import new_site

    for line in new_site(options.folder):
        print(line)


COMMANDS = (
    Command("new", "make a folder for a site of one's own", run_new, ((("folder",), {"type": Path}),)),
    Command(
        "import", "report → content/<report>/", run_import,
        (_FILE, _CONTENT, (("--slug",), {"default": "", "help": "name of the folder; else place and year"})),
    ),
    Command(
        "extract", "report → its sections and indicators, as JSON or CSV on standard output", run_extract,
        (_FILE, (("--format",), {"choices": ("json", "csv"), "default": "json"})),
    ),
    Command(
        "explain", "show what was understood of each line or number, and by which rules", run_explain,
        (
            _FILE,
            (("--lines",), {"action": "store_true", "help": "where each line went (this is the default)"}),
            (("--number",), {"metavar": "57.18", "help": "what this number was taken for"}),
        ),
    ),
    Command("generate", "write zh/*.md and indicators.csv anew", run_generate, (_CONTENT,)),
    Command(
        "check", "all findings, with file, line and remedy", run_check,
        (
            _CONTENT,
            _JSON,
            (("--strict",), {"action": "store_true", "help": "a warning fails too"}),
            (("--notices",), {"action": "store_true", "help": "print notices too"}),
        ),
    ),
    Command("charts", "draw the charts", run_charts, (_CONTENT,)),
    Command("build", "build the site", run_build, (_SETTINGS, _CONTENT, _OUTPUT)),
    Command("serve", "serve the site here; rebuild and reload on save", run_serve,
            (_SETTINGS, _CONTENT, (("--port",), {"type": _port, "default": 8000}))),
    Command(
        "publish", "check strictly, then build for hosting", run_publish,
        (
            (("--settings",), {"type": Path, "default": Path("publishconf.py"), "help": "Pelican's settings file"}),
            _CONTENT, _OUTPUT,
            (("--lenient",), {"action": "store_true", "help": "publish in spite of findings"}),
        ),
    ),
    Command(
        "bundle", "make the offline zip and the single-file page of each report", run_bundle,
        (
            _SETTINGS, _CONTENT,
            (("--dist",), {"type": Path, "default": Path("dist"), "help": "where they go"}),
            (("--lenient",), {"action": "store_true", "help": "bundle in spite of findings"}),
        ),
    ),
)  # fmt: skip
