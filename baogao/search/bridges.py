"""From an English query to the Chinese text: the English names of what the reports count and say.

In: the reports, and the index's text. Out: [English, [Chinese …]] for each name that the text has: of its indicators
(lexicon and glossary), of the glossaries' terms, of lexicon/terms.toml and lexicon/bridge.toml. Each stands in a shard
for every first letter of its words, so that a query loads those of its own words only.
"""

from collections.abc import Sequence

from baogao.content import ReportFolder
from baogao.language import languages
from baogao.lexicon import table
from baogao.patterns import regex
from baogao.search import postings

TABLES = ("names", "terms", "heads", "modifiers")  # of lexicon/terms.toml: those whose values are English
_WORD = regex("[a-z]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
Entry = tuple[str, list[str]]


def bridge_entries(folders: Sequence[ReportFolder], compared: str) -> list[Entry]:
    """English name → Chinese ones that stand in the text, sorted; the longest Chinese first."""
    names = [(zh, en) for zh, en in _names(folders) if _WORD.search(en.lower()) and "\n" not in zh]
    compact = postings.normalise("\n".join(zh for zh, _ in names)).split("\n")  # all at once: ten times as fast
    found: dict[str, set[str]] = {}
    for told, (_, english) in zip(compact, names, strict=True):
        if len(told) > 1 and told in compared:
            found.setdefault(" ".join(english.lower().split()), set()).add(told)
    return [(english, sorted(names, key=lambda n: (-len(n), n))) for english, names in sorted(found.items())]


def bridge_shards(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The entries by the first letters of their words: "b-u" has "surveyed urban unemployment rate"."""
    made: dict[str, list[Entry]] = {f"b-{letter}": [] for letter in _LETTERS}
    for entry in entries:
        for letter in sorted({word[0] for word in _WORD.findall(entry[0])}):
            made[f"b-{letter}"].append(entry)
    return made


def _names(folders: Sequence[ReportFolder]) -> list[tuple[str, str]]:
    names = [(zh, en) for zh, words in table("bridge")["terms"].items() for en in words]
    names += [(zh, en) for part in TABLES for zh, en in table("terms").get(part, {}).items() if isinstance(en, str)]
    for folder in folders:
        for part in folder.glossary.values():
            names += part.items()
        by_name = {(i.name, i.key): i for i in folder.extract.indicators}  # the same name has the same English
        for indicator in by_name.values():
            names.append((indicator.name, languages.name_words(indicator, "en", folder.glossary) or ""))
    return list(dict.fromkeys(names))
