"""The same files in three homes: a domain's root, a path under it, a folder; the way that readers go, in each.

No request to another host, no report of the content policy, nothing on the console.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nginx_server import needs_nginx, served

pytestmark = pytest.mark.browser


@pytest.fixture(params=["folder", pytest.param("/", marks=needs_nginx), pytest.param("/a/b/", marks=needs_nginx)])
def home(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Iterator[str]:
    if request.param == "folder":
        moved = tmp_path / "报告 离线" / "site"
        shutil.copytree(site, moved)
        yield moved.as_uri() + "/"
    else:
        with served(site, tmp_path, request.param) as address:
            yield address


@pytest.fixture
def page(chromium: Any, home: str) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda r: r.url.startswith((home, "data:")) or problems.append(r.url))
    # a page left before its icon was there is no failure
    page.on("requestfailed", lambda r: "ERR_ABORTED" in str(r.failure) or problems.append(f"{r.failure}: {r.url}"))
    page.on("response", lambda r: r.status < 400 or problems.append(f"{r.status}: {r.url}"))
    yield page
    assert problems == []
    context.close()


def test_the_way_from_the_cover_to_a_number_and_back_and_on(page: Any, home: str) -> None:
    page.goto(home + "index.html")
    page.locator("main a[href^='zh/']").first.click()
    page.wait_for_url(home + "zh/**")
    page.goto(home + "zh/hexi-2024/index.html")
    page.locator("main a[href*='1-2-high-quality-growth']").first.click()
    page.wait_for_url("**/1-2-high-quality-growth.html*")
    number = page.locator("a.bg-number", has_text="57.18").first
    name = number.get_attribute("id")
    number.click()
    page.wait_for_url("**/indicators.html#i-*")
    row = page.locator(f"[id='i-{name.removeprefix('n-')}']")
    assert "57.18" in row.inner_text()
    row.locator("a[href*='#n-']").first.click()
    page.wait_for_url("**/1-2-high-quality-growth.html#n-*")
    assert page.evaluate("document.querySelector(':target').textContent").startswith("57.18")
    page.click(".bg-switch")
    page.wait_for_url("**/en/hexi-2024/1-2-high-quality-growth.html*")
    page.locator(".bg-nav a[href*='search.html']").click()
    page.fill("#search-text", "urban unemployment")
    page.wait_for_selector(".bg-search__result")
    page.locator(".bg-search__result h2 a").first.click()
    page.wait_for_selector("main mark")
    page.locator(".bg-nav a[href*='indicators.html']").click()
    link = page.locator("main a[href$='indicators.csv']").first
    with page.expect_download() as download:
        link.evaluate("link => { link.download = 'indicators.csv'; link.click(); }")
    assert Path(download.value.path()).read_bytes().startswith(b"\xef\xbb\xbf")
