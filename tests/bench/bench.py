"""CPU time of `make html` beside plain Pelican on the same Markdown files, and of reading reports.

Run by `make bench`; prints a table. Each figure is user and system time of the whole process with its children, the
median of RUNS runs: other work on the machine hardly touches it. With --limits, exit 1 where a budget is exceeded.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".venv" / "bin"
SOURCE = ROOT / "content" / "hexi-2024" / "source" / "hexi-2024.txt"
RUNS = 3
# What a reader of one report must not wait for longer than: times plain Pelican's cost, or seconds.
LIMITS = {"cold": 6.0, "warm": 2.0, "unchanged": 0.25, "extract": 0.35}
WHAT = {
    "cold": "make html, no chart drawn yet",
    "warm": "make html, charts in the cache",
    "unchanged": "make html, nothing changed",
}
SIZES = (20_000, 200_000, 1_000_000, 3_400_000)  # characters; the last is a file of 10 MB
GROWTH = 1.5  # times what a character of the shortest text costs, that one of the others may: reading is linear
# A copy of the tree is built, so that what the working copy holds is neither used nor changed.
COPIED = ("Makefile", "pyproject.toml", "pelicanconf.py", "publishconf.py", "content", "charts", "theme", "baogao")
PLAIN = """
PATH = {content!r}
PAGE_PATHS = ["zh", "en"]
ARTICLE_PATHS = []
OUTPUT_PATH = {output!r}
SITENAME = "Plain"
TIMEZONE = "UTC"
DEFAULT_LANG = "zh"
"""


@dataclass(frozen=True)
class Row:
    """A line of the result: what, CPU seconds, and the budget it is held to (times plain Pelican, or seconds)."""

    what: str
    seconds: float
    budget: str = ""
    within: bool = True


def cpu(run: Callable[[], object]) -> float:
    """User and system seconds of the processes that `run` starts and waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def in_turns(cases: Mapping[str, tuple[Callable[[], object], Callable[[], object]]]) -> dict[str, float]:
    """Name → median cost. Each case is (prepare, run); they take turns, so that a busy spell hits all alike."""
    costs: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(RUNS):
        for name, (prepare, run) in cases.items():
            prepare()
            costs[name].append(cpu(run))
    return {name: statistics.median(found) for name, found in costs.items()}


def quietly(command: Sequence[object], folder: Path) -> None:
    """Run a command in a folder; its output only where it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled, and so is the one measured
    done = subprocess.run([str(c) for c in command], cwd=folder, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}")


def copy_tree(place: Path) -> Path:
    """A copy of the project that uses the same .venv, with a package path of its own."""
    tree = place / "tree"
    tree.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, tree / name)
    return tree


def plain_site(place: Path, tree: Path) -> tuple[object, ...]:
    """Plain Pelican with its default theme, on the Markdown files of every report."""
    content = place / "plain"
    for language in ("zh", "en"):
        (content / language).mkdir(parents=True)
        for path in sorted((tree / "content").glob(f"*/{language}/*.md")):
            text = path.read_text(encoding="utf-8")
            # Pelican knows no translator's `Status: reviewed` and would leave the page out
            text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("Status:"))
            name = f"{path.parent.parent.name}-{path.name}"
            (content / language / name).write_text(text, encoding="utf-8", newline="\n")
    settings = place / "plain.py"
    settings.write_text(PLAIN.format(content=str(content), output=str(place / "plain-output")), encoding="utf-8")
    return (BIN / "pelican", "--quiet", "--ignore-cache", "--settings", settings)


def site_rows(place: Path) -> list[Row]:
    """`make html` cold, warm and with nothing changed, beside plain Pelican, all in this run."""
    tree = copy_tree(place)
    plain = plain_site(place, tree)
    (tree / "requirements").symlink_to(ROOT / "requirements")
    (tree / ".venv").symlink_to(ROOT / ".venv")
    os.environ["PYTHONPATH"] = str(tree)

    def forget(*names: str) -> None:
        for name in names:
            shutil.rmtree(tree / name, ignore_errors=True)

    def build() -> None:
        quietly(("make", "html"), tree)

    build()  # compiles the package, writes Matplotlib's own font cache
    costs = in_turns(
        {
            "plain": (lambda: None, lambda: quietly(plain, place)),
            "cold": (lambda: forget("output", ".cache"), build),
            "warm": (lambda: forget("output"), build),
            "unchanged": (lambda: None, build),
        }
    )
    pages = len(list((place / "plain-output").glob("pages/*.html")))
    base = costs["plain"]
    rows = [Row(f"plain Pelican, default theme, {pages} pages", base, "1 ×")]
    for name, what in WHAT.items():
        rows.append(Row(what, costs[name], f"≤ {LIMITS[name]:g} ×", costs[name] <= LIMITS[name] * base))
    return rows


def reading_rows(place: Path) -> list[Row]:
    """`baogao extract` from start to finish, and how its time grows with the text."""
    command = (BIN / "baogao", "extract", SOURCE)
    seconds = in_turns({"extract": (lambda: None, lambda: quietly(command, place))})["extract"]
    rows = [Row("baogao extract, the Hexi report", seconds, f"≤ {LIMITS['extract']:g} s", seconds <= LIMITS["extract"])]
    whole = SOURCE.read_text(encoding="utf-8").splitlines()
    body = whole[next(at for at, line in enumerate(whole) if line.startswith("一、")) :]  # read over and over
    first = 0.0
    for size in SIZES:
        text = "\n".join(body) + "\n"
        path = place / f"{size}.txt"
        path.write_text("关于2024年国民经济和社会发展计划的报告\n\n" + text * (size // len(text) + 1), encoding="utf-8")
        start = time.process_time()
        characters, numbers = read(path)
        spent = time.process_time() - start
        pace = f"{characters / spent / 20_000:.0f} reports/s"
        what = f"reading {characters:,} characters of Hexi, {numbers:,} numbers: {pace}"
        first = first or GROWTH * spent / characters
        rows.append(Row(what, spent, f"≤ {first * characters:.2g} s", spent <= first * characters))
    return rows


def read(path: Path) -> tuple[int, int]:
    """Characters and numbers of a report that is read in this process, after start-up."""
    from baogao.extract import extract

    found = extract(path)
    return len(path.read_text(encoding="utf-8")), len(found.indicators) + len(found.other_numbers)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limits", action="store_true", help="exit 1 where a budget is exceeded")
    parser.add_argument("--reading", action="store_true", help="only the reading of reports")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        read(SOURCE)  # start-up: modules, lexicon
        rows = ([] if options.reading else site_rows(place)) + reading_rows(place)
    base = rows[0].seconds
    for row in rows:
        times = f"{row.seconds / base:6.2f} ×" if "×" in row.budget else " " * 8
        print(f"{row.seconds:8.3f} s {times}  {row.budget:<9} {'' if row.within else 'TOO SLOW '}{row.what}")
    return int(options.limits and not all(row.within for row in rows))


if __name__ == "__main__":
    sys.exit(main())
