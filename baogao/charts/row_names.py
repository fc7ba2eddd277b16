"""What the rows of a chart are called, in the language of the page."""

import re
from collections import Counter

from baogao.charts.selecting import Row, Selection
from baogao.charts.wording import words
from baogao.content import ReportFolder
from baogao.language import languages
from baogao.model import Indicator


def row_names(selection: Selection, folder: ReportFolder, language: str) -> dict[Row, str]:
    """The name of each row. Where two are alike, the text tells them apart.

    谋划项目21个,总投资253.45亿元 … 产业项目11个,总投资88亿元: 总投资（谋划项目） and 总投资（产业项目）.
    新引进数字经济企业65家 … 全区数字经济企业超2000家: the first is 新增.
    """
    names = {row: _name(row, selection, folder, language) for row in selection.rows}
    counted = Counter(names.values())
    said = words(language)
    for row, name in names.items():
        first = row.indicators[0]
        if counted[name] < 2:
            continue
        before = _before(first, folder)
        if before:
            of = said_of(before, folder, language)
            of = of[:1].lower() + of[1:] if of[1:2].islower() else of
            names[row] = str(said["between"]).format(name=name, values=of)
        elif first.added:
            names[row] = str(said["new"]).format(name=name)
    return names


def _name(row: Row, selection: Selection, folder: ReportFolder, language: str) -> str:
    """The declaration's own name for a row, else the lexicon's or the report's."""
    for pattern, names in selection.declaration.names:
        if any(re.search(pattern, i.name) for i in row.indicators):
            return names[language]
    return said_of(row.main, folder, language)


def said_of(indicator: Indicator, folder: ReportFolder, language: str) -> str:
    """The name of an indicator, with a capital letter; the report's own where the language has none."""
    said = languages.name_words(indicator, language, folder.glossary) or indicator.name
    return said[:1].upper() + said[1:]


def _before(indicator: Indicator, folder: ReportFolder) -> Indicator | None:
    """What an amount is the amount of: the counted things before it in its paragraph."""
    found = None
    if indicator.measure == "count":
        return None
    for other in folder.indicators_by_paragraph.get(indicator.paragraph, ()):
        if other.id == indicator.id:
            return found
        if other.measure == "count" and other.name not in (indicator.name, ""):
            found = other
    return None
