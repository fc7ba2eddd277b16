"""From an English query to the Chinese text: the English names of what the reports count and say.

In: the reports, and the index's text. Out: [English, [Chinese …]] for each name that the text has: of its indicators
(lexicon and glossary), of the glossaries' terms, and of lexicon/terms.toml. bridge.js carries them.
"""

from collections.abc import Sequence

from baogao import languages, postings
from baogao.content import ReportFolder, read_toml
from baogao.paths import LEXICON

TABLES = ("names", "terms", "heads", "modifiers")  # of lexicon/terms.toml: those whose values are English


def bridge_entries(folders: Sequence[ReportFolder], compared: str) -> list[tuple[str, list[str]]]:
    """English name → Chinese ones that stand in the text, sorted; the longest Chinese first."""
    found: dict[str, set[str]] = {}
    for chinese, english in _names(folders):
        if english and any("a" <= c <= "z" for c in english.lower()):
            told = postings.normalise(chinese)
            if len(told) > 1 and told in compared:
                found.setdefault(" ".join(english.lower().split()), set()).add(told)
    return [(english, sorted(names, key=lambda n: (-len(n), n))) for english, names in sorted(found.items())]


def _names(folders: Sequence[ReportFolder]) -> list[tuple[str, str]]:
    terms = read_toml(LEXICON / "terms.toml")
    names = [(zh, en) for table in TABLES for zh, en in terms.get(table, {}).items() if isinstance(en, str)]
    for folder in folders:
        for table in folder.glossary.values():
            names += table.items()
        for indicator in folder.extract.indicators:
            names.append((indicator.name, languages.name_words(indicator, "en", folder.glossary) or ""))
    return list(dict.fromkeys(names))
