"""Numbers as English readers expect them, written and read.

Writing: an amount in base units → "5.718 billion yuan", "13,500", "2 to 3". Reading: a text → its numbers with the same
amounts, so that a translation or a summary can be checked against the report. What one writes the other reads again.
"""

import re
from decimal import Decimal
from functools import cache

from baogao.lexicon import english_units
from baogao.model import Quantity

SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
DECIMALS = 4  # at most so many after the point: 6.7665 trillion, but 1,234.567 billion

_SMALL = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_FACTORS = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_BEFORE = (
    ("no more than|not more than|at most|up to|within|not exceeding|not above", "le"),
    ("no less than|no fewer than|not less than|not below|at least|a minimum of", "ge"),
    ("more than|over|above|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|pass(?:ed|ing|es)?|topp(?:ed|ing)", "gt"),
    ("less than|fewer than|under|below", "lt"),
    ("about|around|some|roughly|approximately|nearly|almost|close to", "about"),
)
_DOWN = r"(?:down|fell|fall|falling|falls|dropp?ed|drop|declin\w+|decreas\w+|cut|reduc\w+|lower\w*|shrank|minus)"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CURRENCY = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "HK$": "HKD"}
_FIND = re.compile(
    rf"""(?:(?P<op>{'|'.join(words for words, _ in _BEFORE)})\s+)?
    (?<![\w.,+“‘"])(?P<currency>US\$|HK\$|\$|€|£|¥|RMB\s?|CNY\s?)?(?P<sign>[−-](?=\d))?(?P<first>{_NUMBER})
    (?:\s?(?P<factor1>thousand|million|billion|trillion|k|m|bn|tn)\b)?
    (?:\s?(?P<unit1>%|percentage\s+points?|per\s+cent|percent|yuan))?
    (?:(?:\s+to\s+|\s+or\s+|\s?[–—-]\s?)(?P<second>{_NUMBER}))?
    (?!\+)
    (?:[\s-]?(?P<factor>thousand|million|billion|trillion|k|m|bn|tn)\b)?
    (?:[\s-]?(?P<unit>%|percentage\s+points?|per\s+cent|percent|(?:[A-Za-z²³µ‰°]+(?:\s(?=per\s|metres?|meters?|dollars?))?
      (?:\sper\s[a-z]+(?:\smetre)?|(?<=US\s)dollars?|\s?metres?|\sdollars?)?)))?""",
    re.VERBOSE | re.IGNORECASE,
)
