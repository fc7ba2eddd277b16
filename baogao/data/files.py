"""The data that a site publishes, and what `baogao extract` prints as CSV: tables, JSON and their descriptions.

In: a ReportFolder, or an Extract that has no folder. Out: text, and the files of `output/data/<report>/`.
"""

import json
from pathlib import Path
from typing import Any

from baogao.content import ReportFolder
from baogao.data.packages import csvw_metadata, data_package
from baogao.data.tables import indicators_table, pairs_table, to_csv
from baogao.document import format_document, indicator_document, to_document
from baogao.language.languages import name_words
from baogao.model import Extract


def indicators_csv(folder: ReportFolder) -> str:
    """The text of content/<report>/indicators.csv, and of the same file on the site."""
    return to_csv(indicators_table(folder.extract, folder))


def extract_csv(found: Extract) -> str:
    """What `baogao extract --format csv` prints."""
    return to_csv(indicators_table(found))


def indicators_json(folder: ReportFolder) -> str:
    """Indicators and pairs alone, as the extract document has them, with English names."""
    document = to_document(folder.extract)
    indicators = [
        indicator_document(i) | {"name_en": name_words(i, "en", folder.glossary)} for i in folder.extract.indicators
    ]
    return format_document({"report": folder.slug, "indicators": indicators, "pairs": document["pairs"]})


def to_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def data_files(folder: ReportFolder, licence: str = "") -> dict[str, str]:
    """File name → text of everything in `data/<report>/` of a site; `licence` is the site's."""
    tables = (indicators_table(folder.extract, folder), pairs_table(folder.extract))
    made = {f"{table.name}.csv": to_csv(table) for table in tables}
    package = data_package(folder, tables, made, licence)
    made |= {f"{table.name}.csv-metadata.json": to_json(csvw_metadata(folder, table, licence)) for table in tables}
    return made | {
        "indicators.json": indicators_json(folder),
        "report.json": format_document(to_document(folder.extract)),
        "datapackage.json": to_json(package),
    }


def write_data(folder: ReportFolder, output: Path, licence: str = "") -> tuple[Path, ...]:
    """Write a report's data into the site at `output`; the paths that were written, in order."""
    place = output / "data" / folder.slug
    place.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in sorted(data_files(folder, licence).items()):
        (place / name).write_text(text, encoding="utf-8", newline="\n")
        written.append(place / name)
    return tuple(written)
