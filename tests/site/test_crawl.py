"""The built site, crawled: links, ids, languages, headings, and what strict security and any home ask of it."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

HAN = re.compile(r"[\u3400-\u9fff]{2,}")
NO_MARKUP = ("script", "title", "desc")  # they hold data, or text in which no language can be marked
REPORT = "hexi-2024"


@cache
def tree(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


@cache
def ids(path: Path) -> tuple[str, ...]:
    return tuple(str(node.attributes["id"]) for node in tree(path).css("[id]"))


def test_every_link_and_fragment_resolves(site: Path, pages: list[str]) -> None:
    broken = []
    for page in pages:
        for node in tree(site / page).css("a[href], link[href], script[src], img[src]"):
            to = node.attributes.get("href") or node.attributes.get("src") or ""
            if to.startswith(("https:", "mailto:", "data:")):
                continue
            address, _, fragment = to.partition("#")
            file = (site / page).parent / unquote(address.partition("?")[0]) if address else site / page
            if not file.resolve().is_file():
                broken.append(f"{page}: {to}")
            elif fragment and unquote(fragment) not in ids(file.resolve()):
                broken.append(f"{page}: {to} (no such id)")
    assert broken == []


def test_ids_are_unique(site: Path, pages: list[str]) -> None:
    twice = {page: [i for i, n in Counter(ids(site / page)).items() if n > 1] for page in pages}
    assert {page: found for page, found in twice.items() if found} == {}


def test_both_languages_have_the_same_pages_and_anchors(site: Path, pages: list[str]) -> None:
    chinese = [page for page in pages if page.startswith("zh/")]
    assert [page.replace("zh/", "en/", 1) for page in chinese] == [page for page in pages if page.startswith("en/")]
    kinds = re.compile(r"(s-|i-|p-|c-|g-)?[0-9A]")  # headings, rows, pairs, charts, groups, paragraphs
    for page in chinese:
        here, there = (
            {i for i in ids(site / p) if kinds.match(i) and not re.search(r"-(zh|en)-\d+-[td]$", i)}
            for p in (page, page.replace("zh/", "en/", 1))
        )
        assert here == there, page


def test_the_switch_leads_to_the_same_page(site: Path, pages: list[str]) -> None:
    for page in pages:
        if page.startswith(("zh/", "en/")):
            other = ("en" if page.startswith("zh/") else "zh") + page[2:]
            switch = tree(site / page).css_first("a.bg-switch")
            target = ((site / page).parent / str(switch.attributes["href"])).resolve()
            assert target == (site / other).resolve(), page
            assert switch.attributes["lang"] == switch.attributes["hreflang"]
            assert switch.text(strip=True) == ("English" if page.startswith("zh/") else "中文")


def test_every_number_leads_to_its_row_and_back(site: Path) -> None:
    for language in ("zh", "en"):
        place = site / language / REPORT
        for row in tree(place / "indicators.html").css("tr[id^='i-']"):
            name = str(row.attributes["id"])[2:]
            link = str(row.css_first("td a").attributes["href"])
            page, _, fragment = link.partition("#")
            assert fragment == f"n-{name}"
            number = tree(place / page).css_first(f"[id='n-{name}']")
            assert number is not None, (language, name)
            if number.tag == "a":
                assert str(number.attributes["href"]).startswith("indicators.html#i-")
            else:  # inside another number's link, or, where a translation does not say it, at its paragraph's beginning
                assert number.parent is not None and number.parent.tag in ("a", "p"), (language, name)


def test_one_h1_and_no_level_skipped(site: Path, pages: list[str]) -> None:
    for page in pages:
        levels = [int(node.tag[1]) for node in tree(site / page).css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1 and levels[0] == 1, page
        assert all(after - before <= 1 for before, after in pairwise(levels)), (page, levels)


def test_titles_are_unique_and_in_their_language(site: Path, pages: list[str]) -> None:
    titles = Counter(tree(site / page).css_first("title").text() for page in pages)
    assert [title for title, n in titles.items() if n > 1] == []
    for page in pages:
        words = tree(site / page).css_first("html").attributes
        assert words["lang"] == ("en" if page.startswith("en/") else "zh-Hans")
        if page.startswith("en/"):
            assert not HAN.search(tree(site / page).css_first("title").text()), page


def own_language(node: LexborNode) -> str:
    at: LexborNode | None = node
    while at is not None:
        if at.attributes.get("lang"):
            return str(at.attributes["lang"])
        at = at.parent
    return ""


def test_chinese_on_english_pages_is_marked(site: Path, pages: list[str]) -> None:
    for page in pages:
        if not page.startswith("en/"):
            continue
        for node in tree(site / page).css_first("body").traverse(include_text=True):
            inside = node.parent
            if node.tag != "-text" or inside is None or inside.tag in NO_MARKUP or not HAN.search(node.text()):
                continue
            if not own_language(inside).startswith("zh"):
                pytest.fail(f"{page}: {node.text()[:40]!r} is not marked as Chinese")


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(site: Path, pages: list[str]) -> None:
    for page in pages:
        text = (site / page).read_text(encoding="utf-8")
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)\s*=", text), page
        assert "<style" not in text and "javascript:" not in text, page
        for script in tree(site / page).css("script"):
            kind = script.attributes.get("type")
            assert script.attributes.get("src") or kind in ("application/json", "application/ld+json"), page
            assert kind != "module"
        for node in tree(site / page).css("[src], link[rel=stylesheet]"):
            to = str(node.attributes.get("src") or node.attributes.get("href"))
            assert not re.match(r"[a-z]+:|/", to), (page, to)


def test_links_name_files_and_are_relative(site: Path, pages: list[str]) -> None:
    for page in pages:
        for node in tree(site / page).css("a[href]"):
            to = str(node.attributes["href"])
            if not to.startswith(("https:", "mailto:", "#")):
                file = to.partition("#")[0].partition("?")[0].rpartition("/")[2]
                assert not to.startswith("/") and "." in file, (page, to)


def test_file_names_are_plain(site: Path) -> None:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        assert re.fullmatch(r"[a-z0-9._/-]+", name) and not path.name.startswith("_") and len(name) < 180, name


def test_contents_reach_every_page(site: Path, pages: list[str]) -> None:
    reached, todo = set(), ["index.html"]
    while todo:
        page = todo.pop()
        if page in reached:
            continue
        reached.add(page)
        for node in tree(site / page).css("a[href]"):
            to = str(node.attributes["href"]).partition("#")[0].partition("?")[0]
            if to.endswith(".html") and not to.startswith("https:"):
                todo.append(((site / page).parent / to).resolve().relative_to(site.resolve()).as_posix())
    assert set(pages) - reached == {"404.html"}


def test_charts_have_a_name_a_description_and_a_table(site: Path, pages: list[str]) -> None:
    found = 0
    for page in pages:
        for figure in tree(site / page).css("figure.bg-chart"):
            found += 1
            for svg in figure.css("svg"):
                assert svg.css_first("title").text() and re.search(r"\d", svg.css_first("desc").text()), page
                assert svg.css_first("text") is not None
            assert figure.css_first("table thead th[scope=col]") is not None
            assert figure.css_first("table tbody th[scope=row]") is not None
    assert found >= 24, "twelve charts in two languages"


def test_an_address_is_written_only_where_one_is_set(site: Path, hosted_site: Path) -> None:
    page = f"en/{REPORT}/outcome.html"
    assert "canonical" not in (site / page).read_text(encoding="utf-8")
    head = LexborHTMLParser((hosted_site / page).read_text(encoding="utf-8"))
    canonical = head.css_first("link[rel=canonical]").attributes["href"]
    assert canonical == f"https://example.org/reports/{page}"
    alternates = {n.attributes["hreflang"]: n.attributes["href"] for n in head.css("link[hreflang]")}
    assert alternates["zh-Hans"] == f"https://example.org/reports/zh/{REPORT}/outcome.html"
    assert set(alternates) == {"zh-Hans", "en", "x-default"}
    missing = (hosted_site / "404.html").read_text(encoding="utf-8")
    links = [str(n.attributes["href"]) for n in LexborHTMLParser(missing).css("a[href], link[href]")]
    assert all(to.startswith(("https://example.org/reports/", "#")) for to in links), links
