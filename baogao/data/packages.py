"""Descriptions of the published tables for archives and programs: Frictionless Data Package v2 and CSV on the Web.

In: a ReportFolder, its tables and their CSV text. Out: JSON-ready data. The Data Package standard has no
texts in several languages, so the titles in both stand in the CSVW metadata.
"""

import hashlib
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from baogao.content import ReportFolder
from baogao.data.tables import Column, Table

LANGUAGE_TAGS = {"zh": "zh-Hans", "en": "en"}
_TYPES = {"decimal": "number"}  # Table Schema's name, where it is not ours
_KEYS = {"indicators": "id"}
LICENCE_ADDRESSES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
}


def licence_address(name: str) -> str:
    """Where a licence, given by its SPDX name, can be read."""
    return LICENCE_ADDRESSES.get(name) or f"https://spdx.org/licenses/{name}.html"


def data_version(folder: ReportFolder) -> str:
    """The program's version and what it read: other data cannot have the same one by chance."""
    return f"{version('baogao')}+{folder.extract.report.source.sha256[:12]}"


def data_package(
    folder: ReportFolder, tables: Sequence[Table], texts: Mapping[str, str], licence: str = ""
) -> dict[str, Any]:
    """The datapackage.json of a report; `texts` holds each table's CSV by file name, `licence` is the site's."""
    report, settings = folder.extract.report, folder.settings
    source = {"title": report.title} | ({"path": settings.source_url} if settings.source_url else {})
    issuer = settings.issuers.get("zh") or report.issuer
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": folder.slug,
        "title": folder.title("zh"),
        "description": folder.summary("report", "zh").text,
        "version": data_version(folder),
        "sources": [source],
        "contributors": [*([{"title": issuer, "roles": ["creator"]}] if issuer else [])],
        "resources": [_resource(table, texts[f"{table.name}.csv"]) for table in tables],
    }
    package["contributors"].append({"title": "baogao", "roles": ["wrangler"]})
    published = report.published_on or report.delivered_on
    if published:
        package["created"] = f"{published}T00:00:00Z"
    licence = settings.licence or licence
    if licence:
        package["licenses"] = [{"name": licence, "path": licence_address(licence)}]
    return package


def _resource(table: Table, text: str) -> dict[str, Any]:
    raw = text.encode()
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.name in _KEYS:
        schema["primaryKey"] = [_KEYS[table.name]]
    if table.name == "pairs":
        reference = {"resource": "indicators", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["indicator"], "reference": reference}]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        "title": f"{column.titles['zh']} / {column.titles['en']}",
        "description": f"{column.descriptions['zh']} / {column.descriptions['en']}",
    }
    if column.values:
        field["constraints"] = {"enum": list(column.values)}
    return field


def csvw_metadata(folder: ReportFolder, table: Table, licence: str = "") -> dict[str, Any]:
    """The metadata of one CSV file, with titles and descriptions in both languages."""
    settings, report = folder.settings, folder.extract.report
    schema: dict[str, Any] = {"columns": [_csvw_column(column) for column in table.columns]}
    if table.name in _KEYS:
        schema["primaryKey"] = _KEYS[table.name]
    metadata: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "zh-Hans"}],
        "url": f"{table.name}.csv",
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\n"]},
        "dc:title": [{"@value": folder.title(language), "@language": tag} for language, tag in LANGUAGE_TAGS.items()],
        "dc:source": {"@id": settings.source_url} if settings.source_url else {"@value": report.title},
        "null": "",
        "tableSchema": schema,
    }
    licence = settings.licence or licence
    if licence:
        metadata["dc:license"] = {"@id": licence_address(licence)}
    return metadata


def _csvw_column(column: Column) -> dict[str, Any]:
    """A column; `und` is the name as it stands in the header, which a reader must find among the titles."""
    titles = {tag: column.titles[language] for language, tag in LANGUAGE_TAGS.items()}
    descriptions = [
        {"@value": column.descriptions[language], "@language": tag} for language, tag in LANGUAGE_TAGS.items()
    ]
    datatype: str | dict[str, str] = column.type
    if column.values:
        datatype = {"base": "string", "format": "|".join(column.values)}
    return {
        "name": column.name,
        "titles": titles | {"und": column.name},
        "dc:description": descriptions,
        "datatype": datatype,
    }
