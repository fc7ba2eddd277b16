"""From an English query to the Chinese text: the English names of what the reports count and say.

In: the reports, and the index's text. Out: [English, [[Chinese, where it stands] …]] for each name that the text has:
of its indicators (lexicon and glossary), of the glossaries' terms, of lexicon/terms.toml and lexicon/bridge.toml. Each
stands under the first three letters of each of its words, in shards of like size, so that a query loads those of its
own words only, and no positions beside them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from baogao.content import ReportFolder
from baogao.language import languages
from baogao.lexicon import table
from baogao.patterns import HAN, regex
from baogao.search import postings

TABLES = ("names", "terms", "heads", "modifiers")  # of lexicon/terms.toml: those whose values are English
KEY = 3  # letters: what begins with a word that is asked for has its first three, too
MANY = 3  # so many places of a name are told in each section: what is often said there is hardly more to the point
_WORD = regex("[a-z]+")
_PLAIN = regex(f"{HAN}{{3,}}")  # of the patterns that an indicator is known by, those that are a name
# search-names.js leaves them out, too
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
Entry = tuple[str, list[tuple[str, str]]]


def bridge_entries(folders: Sequence[ReportFolder], compared: str, starts: Sequence[int]) -> list[Entry]:
    """English name → Chinese ones that stand in the text, the longest first, and where; `starts`: of the sections."""
    names = [(zh, en) for zh, en in _names(folders) if _WORD.search(en.lower()) and "\n" not in zh]
    compact = postings.normalise("\n".join(zh for zh, _ in names)).split("\n")  # all at once: ten times as fast
    found: dict[str, set[str]] = {}
    places: dict[str, str] = {}
    for told, (_, english) in zip(compact, names, strict=True):
        if len(told) > 1 and told not in places:
            places[told] = postings.encode(few_places(told, compared, starts))
        if places.get(told):
            found.setdefault(" ".join(english.lower().split()), set()).add(told)
    return [
        (english, [(name, places[name]) for name in sorted(names, key=lambda n: (-len(n), n))])
        for english, names in sorted(found.items())
    ]


def bridge_shards(entries: Sequence[Entry]) -> tuple[dict[str, dict[str, list[Entry]]], int]:
    """The entries by the beginnings of their words ("une": "surveyed urban unemployment rate"), in shards b0, b1 …"""
    keys: dict[str, list[Entry]] = {}
    size = 0
    for entry in entries:
        for key in sorted({word[:KEY] for word in _WORD.findall(entry[0]) if word not in _SMALL}):
            keys.setdefault(key, []).append(entry)
            size += len(entry[0]) + sum(3 * len(name) + len(places) + 8 for name, places in entry[1])
    count = max(1, -(-size // postings.LIMIT))
    made: dict[str, dict[str, list[Entry]]] = {f"b{n}": {} for n in range(count)}
    for key, under in sorted(keys.items()):
        made[bridge_shard_of(key, count)][key] = under
    return made, count


def bridge_shard_of(key: str, count: int) -> str:
    """The name of the shard that holds a beginning; search-names.js says the same."""
    number = 0
    for letter in key:
        number = number * 31 + ord(letter)
    return f"b{number % count}"


def few_places(name: str, compared: str, starts: Sequence[int]) -> list[int]:
    """Where a name stands, the first few times in each section."""
    found = []
    at = compared.find(name)
    while at >= 0:
        section = bisect_right(starts, at)
        end = starts[section] if section < len(starts) else len(compared)
        for _ in range(MANY):
            found.append(at)
            at = compared.find(name, at + len(name), end)
            if at < 0:
                break
        at = compared.find(name, end)
    return found


def _names(folders: Sequence[ReportFolder]) -> list[tuple[str, str]]:
    names = [(zh, en) for zh, words in table("bridge")["terms"].items() for en in words]
    names += [(zh, en) for part in TABLES for zh, en in table("terms").get(part, {}).items() if isinstance(en, str)]
    names += _standard(table("indicators"))
    for folder in folders:
        for part in folder.glossary.values():
            names += part.items()
        by_name = {(i.name, i.key): i for i in folder.extract.indicators}  # the same name has the same English
        for indicator in by_name.values():
            names.append((indicator.name, languages.name_words(indicator, "en", folder.glossary) or ""))
    return list(dict.fromkeys(names))


def _standard(indicators: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The names of the standard indicators, also where a report states no number for them."""
    return [
        (name, entry["en"])
        for entry in indicators.values()
        if "zh" in entry and "en" in entry
        for name in (entry["zh"], *entry.get("names", ()))
        if _PLAIN.fullmatch(name)
    ]
