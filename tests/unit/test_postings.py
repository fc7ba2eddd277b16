"""Positions: written short, read back the same; folded forms keep their place."""

import string

from hypothesis import given
from hypothesis import strategies as st

from baogao.search import postings


def decode(text: str) -> list[int]:
    """What search-index.js does, in Python."""
    found, at, symbols = [], 0, iter(postings.SYMBOLS.index(c) for c in text)
    for symbol in symbols:
        room = 0
        for count, further in postings.CLASSES:
            if symbol < count:
                for _ in range(further):
                    symbol = symbol * len(postings.SYMBOLS) + next(symbols)
                at += symbol + room
                break
            symbol -= count
            room += count * len(postings.SYMBOLS) ** further
        found.append(at)
    return found


@given(st.lists(st.integers(0, 10**8), unique=True).map(sorted))
def test_positions_are_read_as_they_were_written(positions: list[int]) -> None:
    assert decode(postings.encode(positions)) == positions


def test_every_class_of_gaps_has_its_limits() -> None:
    edges = [49, 50, 2929, 2930, 51529, 51530, 780529, 780530, 10**9]
    assert [decode(postings.encode([edge])) for edge in edges] == [[edge] for edge in edges]


def test_symbols_need_no_escape_in_a_script() -> None:
    assert len(postings.SYMBOLS) == len(set(postings.SYMBOLS)) == sum(count for count, _ in postings.CLASSES)
    assert not set(postings.SYMBOLS) & set('"\\~ ')
    assert set(postings.SYMBOLS) <= set(string.printable)


@given(st.text())
def test_the_compared_form_keeps_every_place(text: str) -> None:
    assert len(postings.normalise(text)) == len(text)
    assert postings.normalise(postings.normalise(text)) == postings.normalise(text)


def test_width_case_dashes_and_accents_fold() -> None:
    assert postings.normalise("１３．１％，ＧＤＰ—Ürümqi“十”。") == '13.1%,gdp-urumqi"十".'


def test_every_pair_and_word_stands_at_its_place() -> None:
    text = postings.normalise("GDP增长5.7%,PM2.5为3G\nai区")
    found = postings.index_text(text)
    assert found["增"]["长"] == [3]
    assert found["g"]["dp~"] == [0]
    assert found["p"]["增"] == [2]  # a word's last letter with what follows it
    assert found["g"][postings.AFTER_DIGIT + "~"] == [text.index("3g") + 1]
    assert "i" not in found["a"] and found["a"]["i~"] == [text.index("ai")]
    assert found["长"]["5"] == [4]
    assert found["区"][""] == [len(text) - 1]


def test_a_frequent_character_gets_shards_of_its_own_and_all_are_written() -> None:
    text = postings.normalise("".join(f"发{chr(0x4E00 + n % 3000)}区" for n in range(4000)))
    files, hot, cold = postings.shards(postings.index_text(text))
    assert hot["发"] > 1
    expected = {f"{ord(c):x}-{n}" for c, count in hot.items() for n in range(count)} | {f"s{n}" for n in range(cold)}
    assert set(files) == expected
    assert max(len(v) for keys in files.values() for v in keys.values()) < 6 * postings.LIMIT
