"""Share tags, library tags and alternates of a page."""

from made_report import made_report

from baogao.data.addresses import Site
from baogao.data.citing import work_of
from baogao.data.sharing import Shared, Tag, alternate_links, library_tags, share_tags

SITE = Site({"zh": "报告", "en": "baogao"}, "https://example.org/a")
SHARED = Shared(
    "en/made-2024/index.html", "The plan", "What was planned", "data/made-2024/share-en.png", "Plan and outcome"
)


def test_share_tags_are_absolute_and_name_the_picture() -> None:
    tags = {tag.name: tag.content for tag in share_tags(made_report(), "en", SITE, SHARED)}
    assert tags["og:url"] == "https://example.org/a/en/made-2024/index.html"
    assert tags["og:image"] == "https://example.org/a/data/made-2024/share-en.png"
    assert (tags["og:image:width"], tags["og:image:height"], tags["og:image:alt"]) == (
        "1200",
        "630",
        "Plan and outcome",
    )
    assert (tags["og:locale"], tags["og:locale:alternate"]) == ("en_US", "zh_CN")
    assert (tags["og:type"], tags["og:site_name"], tags["twitter:card"]) == ("article", "baogao", "summary_large_image")


def test_no_share_tags_or_alternates_without_an_address() -> None:
    assert share_tags(made_report(), "en", Site(), SHARED) == ()
    assert alternate_links("en/made-2024/index.html", Site()) == ()


def test_alternates_name_both_languages_and_the_default() -> None:
    assert alternate_links("en/made-2024/full.html", SITE) == (
        ("zh-Hans", "https://example.org/a/zh/made-2024/full.html"),
        ("en", "https://example.org/a/en/made-2024/full.html"),
        ("x-default", "https://example.org/a/index.html"),
    )


def test_libraries_get_title_author_date_and_address() -> None:
    tags = library_tags(work_of(made_report(), "zh", SITE, "1.1"))
    assert Tag("name", "citation_title", "(一)经济") in tags
    assert Tag("name", "citation_publication_date", "2024/03/06") in tags
    assert Tag("name", "DC.isPartOf", "关于河西区2024年计划的报告") in tags
    assert Tag("name", "citation_public_url", "https://example.org/a/zh/made-2024/1-1-economy.html") in tags


def test_libraries_get_no_address_where_there_is_none() -> None:
    names = {tag.name for tag in library_tags(work_of(made_report(), "zh", Site()))}
    assert "citation_public_url" not in names
    assert "DC.identifier" not in names
