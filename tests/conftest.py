"""What many tests share: the real site, built once a session; a scratch site from a dict of files; Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


def build_site(place: Path, content: Path, **settings: object) -> Path:
    """A site in `place`/output from a content folder, as `baogao build` makes it."""
    from baogao.building import build

    return build(REPOSITORY / "pelicanconf.py", place / "output", content, THEME=str(REPOSITORY / "theme"), **settings)


def copy_content(place: Path) -> Path:
    """The repository's content with its derived files, beside the cache of charts; the repository stays as it is."""
    from baogao.content import load_reports
    from baogao.importing import write_generated

    content = Path(shutil.copytree(REPOSITORY / "content", place / "content"))
    for folder in load_reports(content):
        write_generated(folder)
    cache = REPOSITORY / ".cache" / "charts"
    if cache.is_dir():
        shutil.copytree(cache, place / ".cache" / "charts")
    return content


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built without an address: the output folder."""
    place = tmp_path_factory.mktemp("site")
    return build_site(place, copy_content(place))


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """Every page of the built site, as paths below it."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(found) > 90, "the site has lost pages"
    return found


@pytest.fixture(scope="session")
def hosted_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site built for an address."""
    place = tmp_path_factory.mktemp("hosted")
    return build_site(place, copy_content(place), SITEURL="https://example.org/reports")


@pytest.fixture(scope="session")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two reports of one place, a year apart: the output folder."""
    from two_years import REPORTS

    from baogao.importing import import_report

    place = tmp_path_factory.mktemp("two-years")
    for name, text in REPORTS.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        import_report(place / f"{name}.txt", place / "content", name)
    return build_site(place, place / "content", SITEURL="https://example.org")


@pytest.fixture
def scratch_site(tmp_path: Path) -> Callable[..., Path]:
    """Imports a report from its text and builds a site of it: `scratch_site(text)` → the output folder."""

    def make(text: str, files: dict[str, str] | None = None, **settings: object) -> Path:
        from baogao.importing import import_report

        source = tmp_path / "report.txt"
        source.write_text(text, encoding="utf-8", newline="\n")
        imported = import_report(source, tmp_path / "content", "scratch")
        for name, body in (files or {}).items():
            path = imported.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8", newline="\n")
        return build_site(tmp_path, tmp_path / "content", **settings)

    return make


def chromium_path() -> str | None:
    """CHROMIUM, or a Chromium of the system."""
    named = (os.environ.get("CHROMIUM"), *map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    return next((path for path in named if path), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A real Chromium; its tests are left out where the machine has none."""
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium here: set CHROMIUM to its path")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
