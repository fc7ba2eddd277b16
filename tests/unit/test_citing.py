"""Citations: the whole text in each style, for a report, a section and a paragraph, with and without an address."""

import json
from dataclasses import replace

import pytest
from made_report import made_report

from baogao.data.addresses import Site
from baogao.data.citing import Work, apa, bibtex, citations, csl, gbt7714, work_of

SITE = Site({"zh": "报告", "en": "baogao"}, "https://example.org/hexi")
REPORT = "https://example.org/hexi/zh/made-2024/index.html"
SECTION = "https://example.org/hexi/zh/made-2024/1-1-economy.html"


def test_gbt7714_of_report_section_and_paragraph() -> None:
    folder = made_report()
    author, title = "河西区发展和改革委员会. ", "关于河西区2024年计划的报告"
    tail = "[R/OL]. (2024-03-06)[引用日期]. "
    assert gbt7714(work_of(folder, "zh", SITE)) == f"{author}{title}{tail}{REPORT}."
    assert gbt7714(work_of(folder, "zh", SITE, "1.1")) == f"{author}{title}: (一)经济{tail}{SECTION}."
    paragraph = work_of(folder, "zh", SITE, paragraph="1.1-p1")
    assert gbt7714(paragraph) == f"{author}{title}: (一)经济, 第1段{tail}{SECTION}#1.1-p1."


def test_gbt7714_without_an_address_is_of_a_printed_report() -> None:
    assert (
        gbt7714(work_of(made_report(), "zh", Site()))
        == "河西区发展和改革委员会. 关于河西区2024年计划的报告[R]. 2024-03-06."
    )


def test_apa_in_english() -> None:
    folder, site = made_report(), SITE
    author = "Development and Reform Commission of Hexi. (2024, March 6). "
    title = "Report on the 2024 Plan of Hexi District"
    page = "https://example.org/hexi/en/made-2024"
    assert apa(work_of(folder, "en", site)) == f"{author}{title}. {page}/index.html"
    assert (
        apa(work_of(folder, "en", site, paragraph="1.1-p1"))
        == f"{author}(一)经济. In {title} (section 1.1, para. 1). {page}/1-1-economy.html#1.1-p1"
    )


def test_bibtex_of_a_section() -> None:
    assert bibtex(work_of(made_report(), "en", SITE, "1.1")) == (
        "@techreport{made-2024-1.1,\n"
        "  author = {{Development and Reform Commission of Hexi}},\n"
        "  title = {{Report on the 2024 Plan of Hexi District}},\n"
        "  institution = {Development and Reform Commission of Hexi},\n"
        "  year = {2024},\n"
        "  month = {3},\n"
        "  day = {6},\n"
        "  note = {(一)经济},\n"
        "  url = {https://example.org/hexi/en/made-2024/1-1-economy.html},\n"
        "  langid = {english}\n}"
    )


def test_bibtex_escapes_what_tex_takes_for_markup() -> None:
    work = Work("x", "en", r"5% & {more}_\x#1$~^", "A", "2024")
    assert r"5\% \& \{more\}\_\textbackslash{}x\#1\$\textasciitilde{}\textasciicircum{}" in bibtex(work)


def test_csl_of_a_report_and_of_a_paragraph() -> None:
    assert csl(work_of(made_report(), "zh", SITE)) == {
        "id": "made-2024", "type": "report", "title": "关于河西区2024年计划的报告",
        "author": [{"literal": "河西区发展和改革委员会"}], "publisher": "河西区发展和改革委员会",
        "issued": {"date-parts": [[2024, 3, 6]]}, "language": "zh-CN", "URL": REPORT,
    }  # fmt: skip
    part = csl(work_of(made_report(), "zh", SITE, paragraph="1.1-p1"))
    assert part["type"] == "chapter"
    assert (part["title"], part["container-title"], part["locator"]) == ("(一)经济", "关于河西区2024年计划的报告", "1")


@pytest.mark.parametrize(
    ("date", "expected"), [("2024-01-17", "(2024, January 17)"), ("2024", "(2024)"), ("", "(n.d.)")]
)
def test_apa_says_as_much_of_the_date_as_is_known(date: str, expected: str) -> None:
    assert expected in apa(Work("x", "en", "T", "A", date))


def test_the_delivery_date_or_the_year_serves_where_none_is_published() -> None:
    folder = made_report()
    report = folder.extract.report._replace(published_on=None)
    folder = replace(folder, extract=folder.extract._replace(report=report))
    assert work_of(folder, "zh", SITE).date == "2024-01-17"
    folder = replace(folder, extract=folder.extract._replace(report=report._replace(delivered_on=None)))
    assert work_of(folder, "zh", SITE).date == "2024"


def test_every_style_is_there_once_and_csl_is_json() -> None:
    made = {c.style: c for c in citations(work_of(made_report(), "en", SITE))}
    assert list(made) == ["gbt7714", "apa", "bibtex", "csl"]
    assert json.loads(made["csl"].text)[0]["title"] == "Report on the 2024 Plan of Hexi District"


def test_a_report_of_which_little_is_known_is_still_cited() -> None:
    for citation in citations(Work("x", "zh", "报告", "")):
        assert "报告" in citation.text
        assert "None" not in citation.text
