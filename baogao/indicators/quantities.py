"""A text → its numbers, as Chinese official prose writes them: value, unit, range, comparison.

`scan` gives every number with a class; `find_quantities` only those that are an amount of something. What a number
measures is not decided here (indicators.py), except where the number's own form says that it is a name: 十项行动, F6—2.
"""

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache

from baogao.indicators.amounts import LOOK_BACK, SCALE, Found, Printed, finish, is_unitless, measure, other
from baogao.indicators.characters import read_characters
from baogao.indicators.numerals import HAN_NUMERAL, arabic, han, normalise, plain
from baogao.lexicon import units
from baogao.model import Quantity
from baogao.patterns import regex

_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"


def find_quantities(text: str) -> list[Quantity]:
    """The amounts of a text in order: 57.18亿元, 1800余个, 八成以上, 4.5%—5%. No years, ordinals, names."""
    return [found.quantity for found in scan(text) if not found.why]


_ABLE = regex(f"[0-9第翻双{HAN_NUMERAL}]|过半")  # what a number begins with: found fast, and looked at closely there


@cache
def _start() -> re.Pattern[str]:
    """Where a number may begin: a digit, or a numeral in characters that goes on as a number does."""
    firsts = re.escape("".join(sorted({word[0] for word in units()})))
    return regex(
        rf"[0-9]|第[{HAN_NUMERAL}]+|[{HAN_NUMERAL}]+(?=[余多几点分成位年{firsts}])|十[一二三四五六七]五|[一二]?十[八九]?大"
        rf"|过半(?=[，。；、,;）)]|$)|(?<=前)[{HAN_NUMERAL}]+(?=[，。；、,;）)！列行]|$)|翻(?=[一两二三四1-4]番)|双位数|零(?=[，。；,;、）)人亡死伤事发感命火]|$)"
    )


def scan(text: str) -> list[Found]:
    """Every number of a text, in order, amounts and others."""
    norm = normalise(text)
    names = _named_spans(norm)
    found: list[Found] = []
    position, begin = 0, _start()
    while able := _ABLE.search(norm, position):
        match = begin.match(norm, able.start())
        if match is None:
            position = able.end()
            continue
        at = match.start() + (match[0][0] == "第")
        made = _read_digits(text, norm, at) if norm[at].isdigit() else read_characters(text, norm, at)
        if not made:
            position = max(match.end(), at + 1)
            continue
        if names:
            made = [_inside_name(norm, one, names) for one in made]
        found += made
        position = max(made[-1].end, at + 1)
    return _complete_lists(norm, found)


def _complete_lists(norm: str, found: list[Found]) -> list[Found]:
    """Bare numbers of a list take the unit of the next: 13.28、12.31、11.47亿元; 第4、第3位 are ranks both."""
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at].quantity, found[at + 1].quantity
        bare = found[at].why == "name" and one.rule == "number" and not one.unit
        if (
            bare
            and after.unit
            and not found[at + 1].why
            and norm[one.end : after.start] in _LIST
            and float(after.value)
        ):
            amount = plain(Decimal(one.value) * Decimal(after.amount) / Decimal(after.value))
            full = one._replace(unit=after.unit, base_unit=after.base_unit, amount=amount, rule="list")
            found[at] = found[at]._replace(quantity=full, why="", counted=found[at + 1].counted)
    for at in range(1, len(found)):
        one, before = found[at].quantity, found[at - 1].quantity
        ranks = found[at].why == "ordinal" and one.unit == "位" and before.rule == "rank" and not found[at - 1].why
        if ranks and norm[before.end : one.start] in _LIST:
            found[at] = found[at]._replace(why="")
    return found


_LIST = ("、", "和", "与", "及")
_NAMED = regex(r"《[^《》]{1,60}》|“[^“”]{1,20}”|〔[^〕]{1,12}〕")
_ONLY_AMOUNT = regex(
    r"“[超近约过破]*[\d.一二两三四五六七八九十百千万亿]+[余多]?(?:%|[百千万亿]*(?:元|美元|平方米|吨|亩))(?:以上)?(?:级|大关|目标)?”"
)


def _named_spans(norm: str) -> list[tuple[int, int]]:
    """Titles and quoted words, whose numbers belong to a name: 《纲要(2023-2035年)》, “1+10”, “四上”."""
    if "“" not in norm and "《" not in norm and "〔" not in norm:
        return []
    return [m.span() for m in _NAMED.finditer(norm) if not _ONLY_AMOUNT.fullmatch(m[0])]


def _inside_name(norm: str, found: Found, names: list[tuple[int, int]]) -> Found:
    at = bisect_right(names, (found.core, 0)) - 1
    if at < 0 or not names[at][0] < found.core < names[at][1]:
        return found
    why = found.why if found.why in ("year", "date") else "document" if norm[names[at][0]] == "〔" else "name"
    return found._replace(why=why)


_DIGITS = regex(_ARABIC)
_SMALLER = regex(rf"(?:(\d{{1,4}})([千百])?|([{HAN_NUMERAL}]{{1,6}}))万")
_TO = regex(rf"(-{{1,2}}|~|至|到)({_ARABIC})")


def _printed(norm: str, at: int) -> Printed:
    """The number that begins at `at`, with scale, unit and the second end of a range."""
    digits = _DIGITS.match(norm, at)[0]  # type: ignore[index]
    value, first = arabic(digits), measure(norm, at + len(digits))
    if first.scale == "亿" and not first.unit and (rest := _SMALLER.match(norm, first.end)):  # 8亿6000万斤, 3亿两千万元
        added = Decimal(rest[1] or han(rest[3])) * {"千": 1000, "百": 100}.get(rest[2], 1) / 10**4
        whole = measure(norm, rest.end())
        return Printed(at, whole.end, (plain(Decimal(value) + added),), "亿", whole.unit, whole.more)
    to = _TO.match(norm, first.end) if norm[first.end : first.end + 1] in _TO_BEGINS else None
    if to is None or _from_to(norm, at, to):
        return Printed(at, first.end, (value,), first.scale, first.unit, first.more)
    last = measure(norm, to.end())
    scale, unit, more = last.scale or first.scale, last.unit or first.unit, first.more or last.more
    return Printed(at, last.end, (value, arabic(to[2])), scale, unit, more, "range")


def _from_to(norm: str, at: int, to: re.Match[str]) -> bool:
    """从5%到6%, 由143个至178个: two numbers, not a range."""
    return to[1] in ("至", "到") and bool(_FROM.search(norm, max(0, at - 16), at))


_TO_BEGINS = ("-", "~", "至", "到")
_LETTERS = regex(r"[A-Za-z]+[-+.]?$")
_LETTER = regex("[A-Za-z]")
_FROM = regex(r"[从由][^，。；、]{0,14}$")
_LETTER_NAME = regex(r"[\d.]+[A-Za-z0-9+.\-/·]*")
_JOINED = regex(r"\d+(?:\.\d+)?(?:[+×*·/]\s?[0-9A-Za-z]+)+(?!\d)")
_YEARS = regex(
    r"(?:19|20)\d\d年?(?:-{1,2}|~|至|到|、|和)(?:19|20)?\d\d(?:年代?|(?!\d|[^\W\d_]))[底初末中]?"
    r"|(?:19|20)\d\d(?:年代?[底初末中]?|学年|财年|(?![\d.%,，])(?!" + SCALE + "))"
)
_MONTH = regex(
    r"(?:\d{1,2}(?:-|~|至|到|、))?\d{1,2}月(?:\d{1,2}(?:-\d{1,2})?日)?(?:底|初|末|份)?|\d{1,2}日|\d{1,2}:\d\d(?!\d|:)"
)
_LONG = 7  # digits that may be a telephone's
_MONTH_GOES_ON, _JOINS = frozenset("月日:-~至到、"), frozenset("+×*·/")
_RATIO = regex(r"\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+")
# 022-23278888, 86-22-23278888, 400-810-8888, 138-0000-0000; but 150—180家 and 1150—1200亿元 are ranges
_PHONE = regex(
    r"(?:86(?=-\d{2,3}-)|0\d{2,3}|[48]00(?=-\d{3,4}-)|1\d\d(?=-\d{4}-\d{4}))-\d{2,8}(?:-\d{3,8})*"
    r"|\d{7,}(?![\d.]*(?:" + SCALE + r"|[个家户人元件吨%]))"
)


def _read_digits(text: str, norm: str, at: int) -> list[Found]:
    before = norm[max(0, at - LOOK_BACK) : at]
    if before[-1:].isascii() and _LETTERS.search(before):
        end = _LETTER_NAME.match(norm, at).end()  # type: ignore[union-attr]
        return [other(text, at, end, "name")]
    digits = _DIGITS.match(norm, at)[0]  # type: ignore[index]
    if digits.startswith(("19", "20")) and (match := _YEARS.match(norm, at)) and not _count_after_year(norm, match):
        return [other(text, at, match.end(), "year")]
    follows = norm[at + len(digits) : at + len(digits) + 1]
    for able, pattern, why in (
        (follows == "-" or len(digits) >= _LONG, _PHONE, "contact"),
        (follows in _MONTH_GOES_ON, _MONTH, "date"),
        (follows in _JOINS, _JOINED, "name"),
    ):
        if able and (match := pattern.match(norm, at)):
            return [other(text, at, match.end(), why)]
    if follows == ":" and (match := _RATIO.match(norm, at)):
        return _ratio(text, norm, match)
    printed = _printed(norm, at)
    if not printed.unit and _LETTER.match(norm, printed.end):
        return [other(text, at, _LETTER_NAME.match(norm, at).end(), "name")]  # type: ignore[union-attr]
    return [finish(text, norm, printed)]


def _count_after_year(norm: str, match: re.Match[str]) -> bool:
    """2000家, 2025个: four digits with a measure word are no year. 2023年, 2023专项行动, 2025中国… are."""
    if "年" in match[0] or len(match[0]) > 4:
        return False
    after = measure(norm, match.end())
    return bool(after.unit or after.scale or after.more)


def _ratio(text: str, norm: str, match: re.Match[str]) -> list[Found]:
    """6.7∶43.9∶49.4: the shares of a structure, each a number of its own; 收入比1.92∶1 is 1.92; 1∶3 explains."""
    numbers = list(re.finditer(_ARABIC, match[0]))
    if len(numbers) == 2 and numbers[1][0] == "1" and is_unitless(norm, match.start()):
        value, printed = arabic(numbers[0][0]), text[match.start() : match.end()]
        ratio = Quantity(*match.span(), printed, "eq", value, None, "", value, "", "ratio to one")
        return [Found(ratio, match.start(), "")]
    shares = len(numbers) == 3 and abs(sum(float(arabic(n[0])) for n in numbers) - 100) < 1
    made = []
    for n in numbers:
        start, end = match.start() + n.start(), match.start() + n.end()
        value = arabic(n[0])
        base = "%" if shares else ""
        quantity = Quantity(start, end, text[start:end], "eq", value, None, base, value, base, "ratio")
        made.append(Found(quantity, start, "" if shares else "explanation"))
    return made
