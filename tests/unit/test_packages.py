"""The published data, as the validators of its standards see it."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from made_report import made_report

from baogao.data.files import write_data


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a made report's site."""
    output = tmp_path_factory.mktemp("site")
    write_data(made_report(licence="CC-BY-4.0", source_url="https://example.gov.cn/report.html"), output)
    return output / "data" / "made-2024"


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_file_is_written(place: Path) -> None:
    assert sorted(p.name for p in place.iterdir()) == [
        "datapackage.json", "indicators.csv", "indicators.csv-metadata.json", "indicators.json", "pairs.csv",
        "pairs.csv-metadata.json", "report.json",
    ]  # fmt: skip


def test_the_same_report_gives_the_same_bytes(place: Path, tmp_path: Path) -> None:
    write_data(made_report(licence="CC-BY-4.0", source_url="https://example.gov.cn/report.html"), tmp_path)
    for path in place.iterdir():
        assert (tmp_path / "data" / "made-2024" / path.name).read_bytes() == path.read_bytes()


def test_package_says_licence_source_roles_version_and_hashes(place: Path) -> None:
    package = read(place / "datapackage.json")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["sources"][0]["path"] == "https://example.gov.cn/report.html"
    assert [c["roles"] for c in package["contributors"]] == [["creator"], ["wrangler"]]
    assert package["version"].endswith("+" + "ab" * 6)
    assert package["created"] == "2024-03-06T00:00:00Z"
    for resource in package["resources"]:
        raw = (place / resource["path"]).read_bytes()
        assert resource["bytes"] == len(raw)
        assert resource["hash"] == "sha256:" + hashlib.sha256(raw).hexdigest()


@pytest.mark.filterwarnings("default")
def test_frictionless_validates_the_package(place: Path) -> None:
    import frictionless

    report = frictionless.validate(str(place / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == ["indicators", "pairs"]


@pytest.mark.filterwarnings("default")
def test_frictionless_finds_a_number_that_is_none(place: Path, tmp_path: Path) -> None:
    import frictionless

    for path in place.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b",57.18,", b",much,"))
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("table", ["indicators", "pairs"])
def test_csvw_validates_each_table(place: Path, table: str) -> None:
    import csvw

    assert csvw.CSVW(str(place / f"{table}.csv"), validate=True).is_valid


@pytest.mark.filterwarnings("default")
def test_csvw_finds_a_number_that_is_none(place: Path, tmp_path: Path) -> None:
    import csvw

    for path in place.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b",57.18,", b",much,"))
    assert not csvw.CSVW(str(tmp_path / "indicators.csv"), validate=True).is_valid


def test_csvw_titles_stand_in_both_languages(place: Path) -> None:
    metadata = read(place / "indicators.csv-metadata.json")
    titles = {c["name"]: c["titles"] for c in metadata["tableSchema"]["columns"]}
    assert titles["value"] == {"zh-Hans": "数值", "en": "Value", "und": "value"}
    assert metadata["tableSchema"]["primaryKey"] == "id"
    assert metadata["dc:source"] == {"@id": "https://example.gov.cn/report.html"}


def test_a_report_without_licence_or_address_names_none(tmp_path: Path) -> None:
    write_data(made_report(), tmp_path)
    package = read(tmp_path / "data" / "made-2024" / "datapackage.json")
    assert "licenses" not in package
    assert "path" not in package["sources"][0]


def test_the_sites_licence_serves_where_the_report_has_none(tmp_path: Path) -> None:
    write_data(made_report(), tmp_path, licence="CC0-1.0")
    assert read(tmp_path / "data" / "made-2024" / "datapackage.json")["licenses"][0]["name"] == "CC0-1.0"
