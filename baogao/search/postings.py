"""The exact index of a text: where each pair of characters and each Latin word stands.

In: one long text (sections joined by newlines). Out: lists of positions, written as short ASCII, in shards. A query of
any length is answered by intersecting the lists of pairs that cover it, so an answer is exactly a substring: no word
segmentation, which no two engines do alike for Chinese. `search-index.js` reads what is written here; `normalise` and
`shard_of` stand there too, and tests compare them.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from baogao.patterns import regex

# Symbols of a position list: printable ASCII that needs no escape in a script's string. Not among them: blank and "~".
SYMBOLS = "".join(chr(c) for c in range(0x23, 0x7E) if c != 0x5C)
# (how many first symbols, how many further symbols follow): small gaps take one character.
CLASSES = ((50, 0), (32, 1), (6, 2), (1, 3), (1, 5))
LIMIT = 3072  # bytes of a shard, about: a query loads one for each two characters

_WORD = regex("[a-z]+")
_BLANK = (" ", "\n")
_QUOTES = {"’": "'", "‘": "'", "“": '"', "”": '"'}
_ONE = dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("~〜", "∼") | _QUOTES | {"。": "."}
AFTER_DIGIT = "\t"  # marks a Latin word that begins right after a digit (5G, 25MW): inside a word, no beginning

Postings = dict[str, dict[str, list[int]]]  # first character → the rest of the key → positions


def normalise(text: str) -> str:
    """Text in the form that is compared: half-width, lower case, no accents; as many characters as before."""
    return text.translate({ord(c): normal(c) for c in set(text)})


def normal(character: str) -> str:
    """One character in the form that is compared.

    Width and compatibility forms fold where one character becomes one (，→ , ％→%), since a report prints half-width
    what a page shows full-width; dashes and quotation marks become one of each kind.
    """
    folded = unicodedata.normalize("NFKC", character)
    if len(folded) != 1:
        folded = character
    if "\u00c0" <= folded <= "\u024f":  # Latin letters with accents
        folded = unicodedata.normalize("NFKD", folded)[0]
    lower = folded.lower()
    lower = lower if len(lower) == 1 else folded
    lower = _ONE.get(lower, lower)
    return " " if lower != "\n" and (lower.isspace() or unicodedata.category(lower) == "Cc") else lower


def index_text(text: str) -> Postings:
    """Positions of every pair of characters and every Latin word of a normalised text.

    Pairs inside a Latin word are left out (the word has its own key); a blank ends a pair as it ends a query's word.
    """
    pairs: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(map(str.__add__, text, text[1:] + "\n")):
        pairs[pair].append(at)
    found: Postings = defaultdict(dict)
    for pair, places in pairs.items():
        first, second = pair[0], pair[1]
        blank = second in _BLANK
        if first in _BLANK or (_is_letter(first) and (blank or _is_letter(second))):
            continue  # inside a Latin word, or its last letter: words have keys of their own
        kept = found[first].get("", []) if blank else []
        found[first]["" if blank else second] = sorted(kept + places) if kept else places
    for match in _WORD.finditer(text):
        at = match.start()
        rest = match[0][1:] + (AFTER_DIGIT if at and text[at - 1].isdigit() else "")
        # "w~": a word's key ends in a mark of its own, so that the word "ai" and a pair "a" + "i" never mix
        found[match[0][0]].setdefault(rest + "~", []).append(at)
    return found


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z"


def encode(positions: Iterable[int]) -> str:
    """Ascending positions as differences, each in one to six symbols."""
    short = _short()
    parts = []
    last = 0
    for position in positions:
        gap = position - last
        parts.append(short[gap] if gap < len(short) else _symbols(gap))
        last = position
    return "".join(parts)


@cache
def _short() -> tuple[str, ...]:
    """The symbols of small numbers, ready."""
    return tuple(_symbols(number) for number in range(1 << 11))


def _symbols(number: int) -> str:
    lead = 0
    for count, further in CLASSES:
        room = count * len(SYMBOLS) ** further
        if number < room:
            tail = ""
            for _ in range(further):
                number, digit = divmod(number, len(SYMBOLS))
                tail = SYMBOLS[digit] + tail
            return SYMBOLS[lead + number] + tail
        number -= room
        lead += count
    raise ValueError("a text of more than five thousand million characters")


def shard_of(first: str, second: str, hot: Mapping[str, int], cold: int) -> str:
    """The name of the shard that holds a key: a frequent first character has several of its own."""
    if first in hot:
        return f"{ord(first):x}-{(ord(second) if second else 0) % hot[first]}"
    return f"s{ord(first) % cold}"


def shards(found: Postings) -> tuple[dict[str, dict[str, str]], dict[str, int], int]:
    """Shards by name, each {first character: "rest~positions …"}; hot characters; number of cold shards."""
    written = {first: {rest: rest + "~" + encode(at) for rest, at in keys.items()} for first, keys in found.items()}
    sizes = {first: sum(map(len, keys.values())) + 3 * len(keys) for first, keys in written.items()}  # of UTF-8, about
    hot = {first: -(-size // LIMIT) for first, size in sorted(sizes.items()) if size > LIMIT}
    cold = max(1, -(-sum(size for first, size in sizes.items() if first not in hot) // LIMIT))
    names = [f"s{n}" for n in range(cold)]
    names += [f"{ord(first):x}-{n}" for first, count in hot.items() for n in range(count)]
    files: dict[str, dict[str, list[str]]] = {name: {} for name in names}  # also those that stay empty: a query asks
    for first, keys in sorted(written.items()):
        for rest, entry in sorted(keys.items()):
            name = shard_of(first, rest[:1].strip("~\t"), hot, cold)
            files[name].setdefault(first, []).append(entry)
    made = {name: {first: " ".join(entries) for first, entries in keys.items()} for name, keys in files.items()}
    return made, hot, cold
