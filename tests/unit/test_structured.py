"""JSON-LD: its shape, its links, and that nothing in it can leave its script."""

import json
from pathlib import Path
from typing import Any

from made_report import made_report

from baogao.data.addresses import Site, page_path
from baogao.data.structured import Place, breadcrumb_node, dataset_node, json_ld, report_node

SITE = Site({"zh": "报告", "en": "baogao"}, "https://example.org", "CC-BY-4.0")


def place(language: str, name: str = "index", site: Site = SITE) -> Place:
    return Place(site, language, page_path(made_report(), language, name))


def parsed(*nodes: dict[str, Any]) -> list[dict[str, Any]]:
    document = json.loads(json_ld(*nodes))
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def test_report_is_the_governments_work_presented_by_this_site() -> None:
    (node,) = parsed(report_node(made_report(), place("zh")))
    assert node["@type"] == "Report"
    assert node["author"] == node["publisher"] == {"@type": "GovernmentOrganization", "name": "河西区发展和改革委员会"}
    assert node["sdPublisher"]["name"] == "报告"
    assert (node["inLanguage"], node["datePublished"], node["temporalCoverage"]) == (
        "zh-Hans",
        "2024-03-06",
        "2023/2024",
    )
    assert node["spatialCoverage"]["identifier"]["value"] == "120103"
    assert [part["url"] for part in node["hasPart"]] == [
        "https://example.org/zh/made-2024/1-results-2023.html", "https://example.org/zh/made-2024/1-1-economy.html",
    ]  # fmt: skip


def test_each_language_names_the_other() -> None:
    (zh,) = parsed(report_node(made_report(), place("zh")))
    (en,) = parsed(report_node(made_report(), place("en")))
    assert zh["workTranslation"]["@id"] == en["@id"]
    assert en["translationOfWork"]["@id"] == zh["@id"]
    assert en["name"] == "Report on the 2024 Plan of Hexi District"


def test_the_official_page_is_named_only_where_it_is_known() -> None:
    assert "isBasedOn" not in report_node(made_report(), place("zh"))
    (node,) = parsed(report_node(made_report(source_url="https://example.gov.cn/1"), place("zh")))
    assert node["isBasedOn"] == "https://example.gov.cn/1"


def test_dataset_has_what_catalogues_ask_for() -> None:
    (node,) = parsed(dataset_node(made_report(), place("en", "indicators")))
    assert node["@type"] == "Dataset"
    assert 50 <= len(node["description"]) <= 5000
    assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert node["isAccessibleForFree"] is True
    first = node["distribution"][0]
    assert first["contentUrl"] == "https://example.org/data/made-2024/indicators.csv"
    assert first["encodingFormat"] == "text/csv"
    assert {v["unitText"] for v in node["variableMeasured"]} == {"亿元", "%"}


def test_chinese_description_is_long_enough_for_a_short_title() -> None:
    assert len(dataset_node(made_report("报告"), place("zh"))["description"]) >= 50


def test_without_an_address_links_are_relative_to_the_page() -> None:
    text = json_ld(
        report_node(made_report(), place("zh", site=Site())), dataset_node(made_report(), place("zh", site=Site()))
    )
    assert "example.org" not in text
    assert '"../../data/made-2024/indicators.csv"' in text
    assert '"1-1-economy.html"' in text


def test_breadcrumbs_count_from_one() -> None:
    trail = (("报告", "zh/index.html"), ("河西区", "zh/made-2024/index.html"))
    (node,) = parsed(breadcrumb_node(trail, place("zh")))
    assert [(i["position"], i["name"], i["item"]) for i in node["itemListElement"]] == [
        (1, "报告", "https://example.org/zh/index.html"),
        (2, "河西区", "https://example.org/zh/made-2024/index.html"),
    ]


def test_a_hostile_title_cannot_leave_the_script() -> None:
    title = "</script><script>alert(1)</script><!-- \u2028 &amp; ]]>"
    text = json_ld(report_node(made_report(title), place("zh")))
    for mark in ("<", ">", "&", "\u2028"):
        assert mark not in text
    assert json.loads(text)["@graph"][0]["name"] == title


def test_only_people_are_named_as_translators(tmp_path: Path) -> None:
    from dataclasses import replace

    paths = {}
    for section, status, name in (("1", "machine", "baogao"), ("1.1", "reviewed", "Li Lei")):
        paths[section] = tmp_path / f"{section}.md"
        text = f"Title: T\nSection: {section}\nLang: en\nTranslator: {name}\nStatus: {status}\n\nText.\n"
        paths[section].write_text(text, encoding="utf-8")
    node = report_node(replace(made_report(), translations=paths), place("en"))
    assert node["translator"] == [{"@type": "Person", "name": "Li Lei"}]


def test_the_opening_has_a_name_of_its_own() -> None:
    from dataclasses import replace

    from baogao.model import Section

    folder = made_report()
    report = folder.extract.report._replace(sections=(Section("0", 0, ""), *folder.extract.report.sections))
    folder = replace(folder, extract=folder.extract._replace(report=report))
    assert report_node(folder, place("zh"))["hasPart"][0]["name"] == "引言"
