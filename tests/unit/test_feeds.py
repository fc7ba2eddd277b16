"""Feeds, site map, robots.txt and llms.txt, as their readers see them."""

from xml.etree import ElementTree

import feedparser
import pytest
from made_report import made_report

from baogao.data.addresses import Site
from baogao.data.feeds import atom, llms, root_files, sitemap

SITE = Site({"zh": "报告", "en": "Reports & plans"}, "https://example.org/a")
PAGES = ("index.html", "zh/index.html", "en/index.html", "zh/made-2024/full.html", "en/made-2024/full.html")
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_files_of_absolute_addresses_are_left_out_without_one() -> None:
    assert sorted(root_files([made_report()], Site(), PAGES)) == ["llms.txt", "robots.txt"]
    assert sorted(root_files([made_report()], SITE, PAGES)) == [
        "feeds/en.atom.xml", "feeds/zh.atom.xml", "llms.txt", "robots.txt", "sitemap.xml",
    ]  # fmt: skip
    assert "://" not in "".join(root_files([made_report()], Site(), PAGES).values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_feed_is_well_formed_and_names_the_report(language: str) -> None:
    found = feedparser.parse(atom([made_report("甲<乙>&丙")], language, SITE).encode())
    assert not found.bozo, found.get("bozo_exception")
    (entry,) = found.entries
    assert entry.id == entry.link == f"https://example.org/a/{language}/made-2024/index.html"
    assert entry.updated == "2024-03-06T00:00:00+08:00"
    assert entry.title == {"zh": "甲<乙>&丙", "en": "Report on the 2024 Plan of Hexi District"}[language]
    assert found.feed.id == f"https://example.org/a/feeds/{language}.atom.xml"
    assert found.feed.author == SITE.names[language]


def test_feed_has_what_the_standard_requires() -> None:
    """RFC 4287, 4.1.1 and 4.1.2: id, title and updated of the feed and of each entry; an author."""
    root = ElementTree.fromstring(atom([made_report()], "zh", SITE))
    atoms = {"a": "http://www.w3.org/2005/Atom"}
    for node in (root, *root.findall("a:entry", atoms)):
        for name in ("id", "title", "updated", "author"):
            assert node.find(f"a:{name}", atoms) is not None, name


def test_sitemap_names_every_page_with_its_alternates() -> None:
    root = ElementTree.fromstring(sitemap([made_report()], PAGES, SITE))
    places = [node.findtext("s:loc", namespaces=NS) for node in root.findall("s:url", NS)]
    assert places == [f"https://example.org/a/{page}" for page in sorted(PAGES)]
    by_place = {node.findtext("s:loc", namespaces=NS): node for node in root.findall("s:url", NS)}
    full = by_place["https://example.org/a/zh/made-2024/full.html"]
    assert {link.get("hreflang"): link.get("href") for link in full.findall("x:link", NS)} == {
        "zh-Hans": "https://example.org/a/zh/made-2024/full.html",
        "en": "https://example.org/a/en/made-2024/full.html",
        "x-default": "https://example.org/a/index.html",
    }
    assert full.findtext("s:lastmod", namespaces=NS) == "2024-03-06"


def test_robots_names_the_site_map() -> None:
    assert root_files([], SITE, ())["robots.txt"].endswith("Sitemap: https://example.org/a/sitemap.xml\n")


def test_llms_gives_summary_data_and_sections_in_both_languages() -> None:
    text = llms([made_report()], Site())
    assert text.startswith("# ")
    assert "(data/made-2024/report.json)" in text
    assert "[(一)经济](zh/made-2024/1-1-economy.html)" in text
    assert "Budget revenue was 5.718 billion yuan." in text
