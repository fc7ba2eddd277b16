"""Paths and links of a site, wherever it stands."""

import pytest
from made_report import made_report

from baogao.data.addresses import Site, alternates, page_path, paragraph_path, relative, section_path


@pytest.mark.parametrize(
    ("path", "page", "expected"),
    [
        ("data/r/indicators.csv", "zh/r/index.html", "../../data/r/indicators.csv"),
        ("zh/r/full.html#1-p1", "zh/r/index.html", "full.html#1-p1"),
        ("zh/r/index.html#report", "zh/r/index.html", "#report"),
        ("en/r/index.html", "index.html", "en/r/index.html"),
    ],
)
def test_link_is_relative_to_the_page(path: str, page: str, expected: str) -> None:
    assert relative(path, page) == expected


def test_link_is_absolute_only_where_the_site_has_an_address() -> None:
    assert (
        Site(address="https://example.org/a/").link("zh/index.html", "index.html")
        == "https://example.org/a/zh/index.html"
    )
    assert Site().link("zh/index.html", "index.html") == "zh/index.html"
    assert Site().absolute("zh/index.html") == ""


def test_paths_of_pages_sections_and_paragraphs() -> None:
    folder = made_report()
    assert page_path(folder, "en", "outcome") == "en/made-2024/outcome.html"
    assert section_path(folder, "zh", "1.1") == "zh/made-2024/1-1-economy.html"
    assert paragraph_path(folder, "en", "1.1-p1") == "en/made-2024/1-1-economy.html#1.1-p1"


def test_a_section_inside_a_page_has_a_fragment() -> None:
    from dataclasses import replace

    from baogao.model import Section

    folder = made_report()
    report = folder.extract.report
    deeper = report._replace(sections=(*report.sections, Section("1.1.1", 3, "1.细目")))
    folder = replace(folder, extract=folder.extract._replace(report=deeper))
    assert section_path(folder, "zh", "1.1.1") == "zh/made-2024/1-1-economy.html#s-1.1.1"
    assert paragraph_path(folder, "zh", "1.1.1-p2") == "zh/made-2024/1-1-economy.html#1.1.1-p2"


def test_both_languages_have_the_same_names() -> None:
    assert alternates("zh/r/full.html") == {"zh": "zh/r/full.html", "en": "en/r/full.html"}
