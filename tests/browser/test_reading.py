"""What a reader does, in a real Chromium: cards, the language switch, contents on a phone, the table, the keyboard."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SECTION = "zh/hexi-2024/1-2-high-quality-growth.html"
NUMBER = ".bg-number:text-is('57.18亿元')"


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    yield context.new_page()
    context.close()


def test_a_card_tells_the_number_in_the_other_language(page: Any, site: Path) -> None:
    page.goto((site / SECTION).as_uri())
    page.locator(NUMBER).hover()
    card = page.locator("#bg-card")
    card.wait_for(state="visible")
    assert "General public budget revenue: 5.718 billion yuan" in card.text_content()
    assert card.locator("[lang=en]").count() == 1
    card.hover()  # it can be reached with the pointer, and stays
    page.wait_for_timeout(400)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_a_card_comes_with_the_keyboard_too(page: Any, site: Path) -> None:
    page.goto((site / SECTION).as_uri())
    page.locator(".bg-number").first.focus()
    page.keyboard.press("Tab")
    number = page.locator(".bg-number:focus")
    assert number.get_attribute("aria-describedby") == "bg-card"
    assert page.locator("#bg-card").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#bg-card").is_hidden()
    assert number.get_attribute("aria-describedby") is None


def test_a_finger_gets_the_card_first_and_the_table_from_there(chromium: Any, site: Path) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((site / SECTION).as_uri())
    page.locator(NUMBER).tap()
    card = page.get_by_role("dialog", name="一般公共预算收入")
    card.wait_for()
    assert page.url.endswith(SECTION), "the reader is still there"
    box, number = card.bounding_box(), page.locator(NUMBER).bounding_box()
    assert box["x"] == 0 and box["width"] == 360 and box["y"] + box["height"] == 740
    assert 0 < number["y"] < number["y"] + number["height"] < box["y"], "the number stays in sight"
    page.wait_for_timeout(400)
    assert card.is_visible()
    card.get_by_role("button").tap()
    assert card.is_hidden()
    page.locator(NUMBER).tap()
    page.locator("h1").tap()
    assert card.is_hidden(), "a touch beside it closes it"
    page.locator(NUMBER).tap()
    card.get_by_role("link").tap()
    page.wait_for_url("**/indicators.html#i-*")
    assert "57.18" in page.locator("tr:target").inner_text() and "章节 1.2" in page.locator("tr:target").inner_text()
    context.close()


def test_the_way_from_a_number_to_its_row_and_back(page: Any, site: Path) -> None:
    page.goto((site / SECTION).as_uri())
    name = str(page.locator(NUMBER).get_attribute("id"))
    page.locator(NUMBER).click()
    row = page.locator("tr:target")
    assert row.get_attribute("id") == f"i-{name[2:]}"
    assert "57.18" in row.text_content()
    row.locator("td a").click()
    assert page.url.endswith(f"1-2-high-quality-growth.html#{name}")
    assert page.locator(".bg-number:target").text_content() == "57.18亿元"


def test_the_switch_stays_on_the_paragraph(page: Any, site: Path) -> None:
    page.goto((site / SECTION).as_uri() + "#1.2-p2")
    page.locator(".bg-switch").click()
    assert page.url.endswith("en/hexi-2024/1-2-high-quality-growth.html#1.2-p2")
    assert page.locator("p:target").count() == 1


def test_contents_on_a_phone_are_one_touch_away(chromium: Any, site: Path) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / SECTION).as_uri())
    opener = page.locator(".bg-bar__contents")
    box = opener.bounding_box()
    assert box["y"] > 740 * 0.8 and box["height"] >= 44, "where a thumb reaches"
    assert page.locator("#contents").is_hidden()
    opener.click()
    assert page.locator("#contents").is_visible()
    page.locator(".bg-contents__close").click()
    assert page.locator("#contents").is_hidden()
    context.close()


def test_the_table_filters_sorts_and_keeps_it_in_a_link(page: Any, site: Path) -> None:
    table = (site / "zh/hexi-2024/indicators.html").as_uri()
    page.goto(table)
    everything = page.locator("tbody tr:visible").count()
    page.select_option("[name=kind]", "target")
    targets = page.locator("tbody tr:visible").count()
    assert 0 < targets < everything
    page.fill("[name=name]", "地区生产总值")
    assert page.locator("tbody tr:visible").count() >= 1
    assert page.locator("[role=status]").text_content().startswith(f"显示{page.locator('tbody tr:visible').count()}项")
    page.get_by_role("button", name="指标", exact=True).click()
    assert page.locator("th[aria-sort=ascending]").count() == 1
    link = page.locator(".bg-filter__link").get_attribute("href")
    page.goto(table.replace("indicators.html", str(link)))
    assert page.locator("[name=kind]").input_value() == "target"
    assert page.locator("[name=name]").input_value() == "地区生产总值"
    with page.expect_download() as download:
        page.locator(".bg-filter__csv").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    assert len(text.strip().split("\r\n")) == page.locator("tbody tr:visible").count() + 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_table_says_that_nothing_matches_and_shows_how_it_is_sorted(page: Any, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "en/hexi-2024/indicators.html").as_uri())
    assert page.get_by_text("No figures match.").is_hidden()
    arrow = "() => getComputedStyle(document.querySelector('th[data-key=name] .bg-sort'), '::after').content"
    assert "↕" in page.evaluate(arrow)
    page.locator("th[data-key=name] button").click()
    assert "↑" in page.evaluate(arrow)
    page.fill("[name=text]", "no such words")
    assert page.get_by_text("No figures match.").is_visible()
    assert page.locator("tbody tr:visible").count() == 0
    page.locator(".bg-filter button[type=reset]").click()
    page.get_by_text("No figures match.").wait_for(state="hidden")


def test_everything_is_reached_by_keyboard_and_never_hidden(page: Any, site: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((site / SECTION).as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "bg-skip"
    links = page.locator("a:visible, button:visible, summary:visible").count()
    seen, hidden = set(), []
    for _ in range(links + 5):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => { const e = document.activeElement, b = e.getBoundingClientRect();
            const bar = document.querySelector('.bg-bar');
            const top = bar.contains(e) ? innerHeight : bar.getBoundingClientRect().top;
            return [e.tagName + (e.id || e.href || e.className), b.bottom > 0 && b.top < top]; }"""
        )
        seen.add(place[0])
        if not place[1]:
            hidden.append(place[0])
    assert len(seen) > 40
    assert hidden == []


SMALL = """() => [
  ...document.querySelectorAll('header a, nav a, footer a, button, select, input, summary')
].filter(e => {
  const b = e.getBoundingClientRect();
  return b.width && (b.height < 24 || b.width < 24) && !e.closest('.bg-contents, .bg-skip');
}).map(e => e.outerHTML.slice(0, 90))"""
# As where a machine has no font for the text: its characters have next to no size.
NO_FONT = (
    "const s = new CSSStyleSheet();"
    " s.replaceSync('body, body * { font-size: 1px !important; line-height: 1 !important }');"
    " document.adoptedStyleSheets = [s]"
)


@pytest.mark.parametrize("fonts", ["as they are", "none"])
def test_targets_are_large_enough(page: Any, site: Path, pages: list[str], fonts: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    found = {}
    for name in (p for p in pages if "parallel" not in p and not re.search(r"/2-\d", p)):
        page.goto((site / name).as_uri())
        if fonts == "none":
            page.evaluate(NO_FONT)
        if small := page.evaluate(SMALL):
            found[name] = small
    assert found == {}


def test_chinese_is_set_by_the_rules(page: Any, site: Path) -> None:
    page.goto((site / SECTION).as_uri())
    style = page.evaluate(
        """() => { const s = getComputedStyle(document.querySelector('.bg-text p'));
        return [s.lineBreak, s.getPropertyValue('text-autospace'), parseFloat(s.lineHeight) / parseFloat(s.fontSize),
                document.querySelector('.bg-text p').clientWidth / parseFloat(s.fontSize)]; }"""
    )
    assert style[0] == "strict" and style[1] == "normal"
    assert 1.7 <= style[2] <= 1.9
    assert 34 <= style[3] <= 40, "Han characters a line"
    for width in range(320, 720, 20):  # no line begins with a closing mark, and no number is broken
        page.set_viewport_size({"width": width, "height": 800})
        broken = page.evaluate(
            """() => { const bad = [];
            for (const a of document.querySelectorAll('.bg-number:not(.bg-number--long), .bg-nowrap'))
              if (a.getClientRects().length > 1) bad.push(a.textContent);
            return bad; }"""
        )
        assert broken == [], width
