"""Search as readers meet it: a real Chromium, the site opened from its folder, truth counted by brute force."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from baogao.content import load_reports
from baogao.search import postings
from baogao.search.index import page_documents

pytestmark = pytest.mark.browser
HAN = ["养老服务", "地区生产总值", "京津冀", "技术合同", "区", "雏鹰企业", "十项行动", "“146”", "不在这里", "海河英才"]
NUMBERS = ["57.18", "13.1%", "13.1％", "5%", "2024", "1.35万", "259家", "8", "0.3", "99999"]
LATIN = ["GDP", "F6", "surveyed", "unemploy", "CLOUD", "ai", "zzz"]
BRIDGED = {
    "urban unemployment rate": "城镇调查失业率",
    "general public budget revenue": "一般公共预算收入",
    "total retail sales of consumer goods": "社会消费品零售总额",
    "fixed-asset investment": "固定资产投资",
    "gazelle enterprises": "瞪羚",
}


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1100, "height": 900})
    page = context.new_page()
    page.problems = []
    page.on("console", lambda message: page.problems.append(message.text))
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("request", lambda request: request.url.startswith("http") and page.problems.append(request.url))
    yield page
    assert page.problems == []
    context.close()


def open_search(page: Any, site: Path, language: str, query: str = "") -> None:
    page.goto(f"{(site / language / 'search.html').as_uri()}{'?q=' + quote(query) if query else ''}")
    if query:
        page.wait_for_selector("[role=status]:not(:empty)")


@pytest.fixture(scope="session")
def texts(repository: Path) -> list[tuple[str, list[str]]]:
    """Sections in order, and their blocks in Chinese then English, in the compared form."""
    [folder] = load_reports(repository / "content")
    found = []
    for report_page in folder.pages:
        for zh, en in zip(*page_documents(folder, report_page), strict=True):
            found.append((zh.section, [postings.normalise(text) for _, text in (*zh.blocks, ("", "\n"), *en.blocks)]))
    return found


def truth(texts: list[tuple[str, list[str]]], query: str, language: str) -> list[int]:
    word = postings.normalise(query)
    pattern = re.compile(("(?<![a-z0-9])" if "a" <= word[0] <= "z" else "") + re.escape(word))
    chinese_only = language == "zh" and not re.search("[a-z\u4e00-\u9fff]", word)
    hits = []
    for n, (_, blocks) in enumerate(texts):
        searched = blocks[: blocks.index("\n")] if chinese_only else blocks
        if any(pattern.search(block) for block in searched):
            hits.append(n)
    return hits


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_found_is_exactly_what_is_there(page: Any, site: Path, texts: Any, language: str) -> None:
    open_search(page, site, language, "发展")
    found, expected = {}, {}
    for query in (*HAN, *NUMBERS, *LATIN):
        given = [query, {"language": language}]
        hits = page.evaluate("g => baogaoSearch.find(g[0], g[1]).then(r => r.hits.filter(h => !h.via))", given)
        found[query] = sorted(hit["section"] for hit in hits)
        expected[query] = truth(texts, query, language)
    assert found == expected
    assert sum(map(len, expected.values())) > 60


@pytest.mark.parametrize(("english", "chinese"), BRIDGED.items())
def test_an_english_name_finds_the_chinese(page: Any, site: Path, texts: Any, english: str, chinese: str) -> None:
    open_search(page, site, "zh", english)
    page.wait_for_selector(".bg-search__result")
    links = [link.get_attribute("href") for link in page.query_selector_all(".bg-search__result h2 a")][:5]
    sections = {section for section, blocks in texts if any(chinese in block for block in blocks)}
    assert sections and any(re.search(rf"#(s-)?{re.escape(s)}(-p\d+)?$", link) for s in sections for link in links)


def test_a_result_leads_to_the_marked_sentence(page: Any, site: Path) -> None:
    open_search(page, site, "zh", "57.18")
    assert page.inner_text(".bg-search__result mark") == "57.18"
    page.click(".bg-search__result h2 a")
    page.wait_for_selector("main mark")
    assert page.url.endswith("#1.2-p1")
    assert page.inner_text("[id='1.2-p1'] mark") == "57.18"


def test_width_and_links_do_not_hide_a_mark(page: Any, site: Path) -> None:
    address = (site / "zh/hexi-2024/1-2-high-quality-growth.html").as_uri()
    page.goto(f"{address}?mark={quote('57.18亿元,增长13.1%')}")
    page.wait_for_selector("main mark")
    marked = "".join(mark.inner_text() for mark in page.query_selector_all("[id='1.2-p1'] mark"))
    assert postings.normalise(marked) == "57.18亿元,增长13.1%"


def test_the_form_answers_and_the_address_keeps_the_query(page: Any, site: Path) -> None:
    open_search(page, site, "en")
    page.fill("#search-text", "技术合同")
    page.wait_for_selector(".bg-search__result")
    assert page.inner_text("[role=status]") == "Found in 2 sections"
    assert page.get_attribute(".bg-search__result p", "lang") == "zh-Hans" and "?q=" in page.url
    page.fill("#search-text", "没有的词语")
    page.wait_for_selector("text=Nothing found")
    assert page.locator(".bg-search__result").count() == 0
    page.fill("#search-text", "")
    page.wait_for_selector(".bg-search__contents:visible")


def test_filters_keep_to_a_part(page: Any, site: Path) -> None:
    open_search(page, site, "zh", "京津冀")
    page.wait_for_selector(".bg-search__result")
    page.select_option("select[name=part]", index=3)
    page.wait_for_timeout(300)  # the answer comes with the next frames
    links = [link.get_attribute("href") or "" for link in page.query_selector_all(".bg-search__result h2 a")]
    assert links and all("/2-" in link for link in links)
    assert "part=" in page.url


def test_the_keyboard_walks_through_the_results(page: Any, site: Path) -> None:
    open_search(page, site, "zh", "创新")
    page.wait_for_selector(".bg-search__result")
    page.focus("#search-text")
    here = (
        "document.activeElement.closest('li') ? [...document.activeElement.closest('ol').children].indexOf("
        "document.activeElement.closest('li')) : document.activeElement.id"
    )
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown", "Escape"):
        page.keyboard.press(key)
        walked.append(page.evaluate(here))
    assert walked == [0, 1, 0, "search-text", 0, "search-text"]


def test_without_script_the_page_is_the_contents(chromium: Any, site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    open_search(page, site, "zh")
    page.fill("#search-text", "养老")
    page.press("#search-text", "Enter")
    page.wait_for_load_state()
    assert page.is_visible(".bg-search__contents") and page.locator(".bg-search__contents li a").count() == 21
    assert not page.is_visible(".bg-search__filters")
    context.close()


def test_the_index_is_loaded_on_first_use_and_little_of_it(page: Any, site: Path) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: "/search/" in request.url and loaded.append(request.url))
    open_search(page, site, "zh")
    assert loaded == []
    began = time.perf_counter()
    page.fill("#search-text", "一般公共预算收入")
    page.wait_for_selector(".bg-search__result")
    assert time.perf_counter() - began < 2  # a busy machine; docs/publishing.md tells the true figure
    files = [site / "search" / "/".join(url.split("/search/")[1].split("/")) for url in loaded]
    assert 0 < sum(file.stat().st_size for file in files) < 60_000
