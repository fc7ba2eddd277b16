"""Every page, both languages, both themes, in a real Chromium: axe, empty console, reflow, spacing, no script."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACING = (  # WCAG 1.4.12
    "const s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-bottom: 2em !important }'); document.adoptedStyleSheets = [s]"
)
# What cannot be seen because its box is too small for it, but for what is hidden on purpose.
CLIPPED = """() => [...document.querySelectorAll('#main *')].filter(e => {
  const s = getComputedStyle(e);
  return s.overflowX === 'hidden' && !e.closest('.bg-hidden, svg, thead') && e.scrollWidth > e.clientWidth + 1;
}).map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def opened(browser: Any, **options: Any) -> Iterator[Any]:
    context = browser.new_context(**options)
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: page.said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: page.said.append(request.url) if request.url.startswith("http") else None)
    yield page
    context.close()


def test_axe_finds_nothing_and_the_console_is_empty(chromium: Any, site: Path, pages: list[str], theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe, found = Axe(), []
    for page in opened(chromium, viewport={"width": 1280, "height": 900}, color_scheme=theme):
        for name in pages:
            page.goto((site / name).as_uri())
            result = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"], "preload": False})
            for violation in result.response["violations"]:
                nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                found.append(f"{name}: {violation['id']}: {nodes}")
        assert page.said == []
    assert found == []


def test_axe_finds_nothing_where_two_years_meet(chromium: Any, two_years: Path, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for page in opened(chromium, viewport={"width": 320, "height": 900}, color_scheme=theme):
        for name in ("zh/hexi-2024/ledger.html", "en/hexi-2024/ledger.html", "en/hexi-2023/outcome.html"):
            page.goto((two_years / name).as_uri())
            result = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"], "preload": False})
            assert result.response["violations"] == [], name
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (640, "200%")], ids=["320 px", "200 % text"])
def test_nothing_scrolls_sideways(chromium: Any, site: Path, pages: list[str], width: int, size: str) -> None:
    wide = []
    for page in opened(chromium, viewport={"width": width, "height": 640}):
        for name in pages:
            page.goto((site / name).as_uri())
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(name)
    assert wide == []


def test_spacing_can_be_widened(chromium: Any, site: Path, pages: list[str]) -> None:
    clipped = {}
    for page in opened(chromium, viewport={"width": 360, "height": 740}):
        for name in pages:
            page.goto((site / name).as_uri())
            page.evaluate(SPACING)
            if found := page.evaluate(CLIPPED):
                clipped[name] = found
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name
    assert clipped == {}


def test_every_page_of_the_menu_is_in_sight_on_a_phone(chromium: Any, site: Path) -> None:
    for page in opened(chromium, viewport={"width": 360, "height": 740}, java_script_enabled=False):
        for language in ("zh", "en"):
            page.goto((site / language / "hexi-2024/index.html").as_uri())
            boxes = [link.bounding_box() for link in page.locator(".bg-nav a").all()]
            assert len(boxes) == 6
            assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["y"] < 200 for box in boxes), language


def test_all_is_drawn_without_scrolling(chromium: Any, site: Path) -> None:
    """What is drawn only when it comes near is blank in a picture of the whole page."""
    for page in opened(chromium, viewport={"width": 1280, "height": 900}):
        page.goto((site / "en/hexi-2024/outcome.html").as_uri())
        page.wait_for_timeout(100)
        assert page.evaluate(
            "[...document.querySelectorAll('#main h2')].every(e => e.checkVisibility({contentVisibilityAuto: true}))"
        )


def test_the_overview_takes_few_sheets_of_paper(chromium: Any, site: Path) -> None:
    """What it says and the numbers; the charts, which share a page; the contents."""
    for page in opened(chromium):
        for language in ("zh", "en"):
            page.goto((site / language / "hexi-2024/index.html").as_uri())
            printed = page.pdf(prefer_css_page_size=True)
            assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 4, language


def test_results_and_targets_stay_a_table_on_paper(chromium: Any, site: Path) -> None:
    """A4 within its margins is as narrow as a tablet; the blocks of a phone would break 增长4%以上 there and double
    the pages."""
    for page in opened(chromium, viewport={"width": 642, "height": 900}):
        page.emulate_media(media="print")
        for language in ("zh", "en"):
            page.goto((site / f"{language}/hexi-2024/outcome.html").as_uri())
            assert page.locator(".bg-pairs thead").first.evaluate("e => getComputedStyle(e).position") == "static"
            printed = page.pdf(prefer_css_page_size=True)
            assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 12, language


def test_all_is_there_without_script(chromium: Any, site: Path, pages: list[str]) -> None:
    for page in opened(chromium, viewport={"width": 1280, "height": 900}, java_script_enabled=False):
        for name in pages:
            page.goto((site / name).as_uri())
            for figure in page.locator("figure.bg-chart").all():
                assert figure.locator("svg:visible").count() == 1, name
        page.goto((site / "zh/hexi-2024/indicators.html").as_uri())
        assert page.locator("tbody tr:visible").count() > 200
        assert page.locator(".bg-filter:visible").count() == 0


def test_pictures_of_a_run_are_kept(chromium: Any, site: Path, tmp_path: Path, theme: str) -> None:
    place = Path(os.environ.get("SCREENSHOTS", tmp_path))
    names = ("index.html", "zh/hexi-2024/index.html", "en/hexi-2024/index.html", "zh/hexi-2024/outcome.html",
             "en/hexi-2024/outcome.html", "zh/hexi-2024/1-2-high-quality-growth.html",
             "en/hexi-2024/1-2-high-quality-growth.html", "zh/hexi-2024/indicators.html")  # fmt: skip
    for width in (360, 1440):
        for page in opened(chromium, viewport={"width": width, "height": 900}, color_scheme=theme):
            for name in names:
                page.goto((site / name).as_uri())
                path = place / f"{name.replace('/', '-').removesuffix('.html')}-{width}-{theme}.png"
                page.screenshot(path=path)
                assert path.stat().st_size > 10_000
