"""The page that says what became of last year's targets: made where two years of a place meet, and only there."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

VERDICTS = {
    "met": ["地区生产总值", "一般公共预算收入", "城镇调查失业率", "居民人均可支配收入", "新增就业"],
    "missed": ["社会消费品零售总额", "引进京冀企业"],
    "open": ["技术合同成交总额", "居民消费价格"],
    "not-reported": ["提升改造绿道"],
}


def tree(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def test_each_target_stands_under_its_verdict(two_years: Path) -> None:
    page = tree(two_years / "zh/hexi-2024/ledger.html")
    assert page.css_first("h1").text(strip=True) == "2023年的目标，后来怎样"
    for verdict, names in VERDICTS.items():
        found = [node.text(strip=True) for node in page.css(f"#v-{verdict} tbody th")]
        assert set(names) <= set(found), verdict
    counts = [int(node.text()) for node in page.css(".bg-verdicts b")]
    assert sum(counts) == len(page.css("tbody tr")) == 11
    assert len(page.css(".bg-share rect")) == sum(bool(n) for n in counts)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_sides_lead_to_their_sentences_and_the_rule_is_told(two_years: Path, language: str) -> None:
    place = two_years / language / "hexi-2024"
    page = tree(place / "ledger.html")
    for kind, home in (("target", "../hexi-2023/"), ("result", "")):
        links = [str(node.attributes["href"]) for node in page.css(f"td a.bg-{kind}")]
        assert links and all(link.startswith(home) for link in links)
        for link in links:
            file, _, name = link.partition("#")
            assert tree((place / file).resolve()).css_first(f"[id='{name}']") is not None, link
    assert len(page.css("[aria-labelledby='rule'] li")) == 5


def test_the_pages_of_both_years_lead_to_it(two_years: Path) -> None:
    for page, to in (("hexi-2024/outcome.html", "ledger.html"), ("hexi-2023/outcome.html", "../hexi-2024/ledger.html")):
        links = [node.attributes["href"] for node in tree(two_years / "en" / page).css("main a")]
        assert to in links, page
    assert not (two_years / "zh/hexi-2023/ledger.html").exists()
    assert "https://example.org/en/hexi-2024/ledger.html" in (two_years / "sitemap.xml").read_text(encoding="utf-8")


def test_one_year_alone_has_none(site: Path) -> None:
    assert list(site.rglob("ledger.html")) == []
    assert "ledger.html" not in (site / "zh/hexi-2024/outcome.html").read_text(encoding="utf-8")
