"""The English of an indicator's name: from the report's glossary, the standard keys, the terms, or put together.

A name is put together (航运 + 企业 → "shipping enterprises") only where every part of it is in lexicon/terms.toml; else
there is none, and pages show the Chinese.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache

from baogao.language.english import amount_words
from baogao.lexicon import either, table
from baogao.model import Indicator
from baogao.patterns import regex

_MARKS = regex(r"[“”\"‘’'\s]")


def english_name(indicator: Indicator, names: Mapping[str, str]) -> str | None:
    """The name as an English label, or None where no English is known."""
    known = english_phrase(indicator, names)
    return label(known) if known else None


def english_phrase(indicator: Indicator, names: Mapping[str, str]) -> str | None:
    """The name as it stands inside an English sentence; the glossary's own as it is written there."""
    name, full = indicator.name, full_name(indicator)
    bare = _MARKS.sub("", name)
    own = names.get(full) or names.get(name) or names.get(bare)
    if own:  # a person's word for it says what is done as well
        return _qualified_by(own, indicator.qualifier)
    known = _terms()["names"]
    plain = known.get(full) or known.get(name) or known.get(bare)
    share = compose(bare) if indicator.measure == "share" and bare.endswith("占比") else None
    plain = plain or share or (english_of_key(indicator.key) if indicator.key else None) or compose(bare)
    if plain is None or full in known:
        return plain
    if not indicator.action and not plain.startswith("new") and (new := _NEW.match(name)):
        plain = _done(new[0]).format(plain)  # the key's English does not say that 新登记经营主体 are new
    done = "{}" if _DEED.search(name) or indicator.action in name else _done(indicator.action)
    return _qualified_by(done.format(plain), indicator.qualifier)


_NEW = regex("新登记|新认定|新增|新设立|新设|新注册|新培育|新引进|净增")
_TO_DATE = regex("to date|in all|cumulative|total")
# 实施老旧小区改造: its English says what is done
_DEED = regex("(?:改造|建设|整治|修复|治理|提升|活动|行动|创建|加固|以旧换新|退出|绿化)$")


def _qualified_by(said: str, qualifier: str) -> str:
    """With what changes its meaning: to date, on a comparable basis."""
    known = {"": "", "累计": "to date", "同口径": "on a comparable basis"}
    more = known.get(qualifier, "adjusted")
    return f"{said}, {more}" if more and not (qualifier == "累计" and _TO_DATE.search(said)) else said


def full_name(indicator: Indicator) -> str:
    """The name with what is done: 引进京冀企业, 累计出清僵尸企业; as the report prints it, where it prints it so."""
    action, name = indicator.action, indicator.name
    if not name:
        return name
    overlap = next((n for n in range(len(action), 1, -1) if name.startswith(action[-n:])), 0)  # 新增谋划 + 谋划项目
    full = name if action in name else action + name[overlap:]
    if full.startswith(indicator.qualifier):
        return full
    return (
        indicator.qualifier + full if action and indicator.qualifier == "累计" else f"{full}（{indicator.qualifier}）"
    )


@lru_cache(maxsize=1024)
def _done(action: str) -> str:
    """新增 → "new {}"; of what has no English whole (新建改造), the longest beginning that has."""
    forms = _terms()["prefixes"]
    begins = (action[:n] for n in range(len(action), min(1, len(action) - 1), -1))  # 获 alone, but not 建 of 建成
    return forms.get(next((word for word in begins if word in forms), ""), "{}")


def english_of_key(key: str) -> str | None:
    """The official English of a standard key."""
    entry = table("indicators").get(key)
    return str(entry["en"]) if entry else None


def label(text: str) -> str:
    """With a capital: "shipping enterprises" → "Shipping enterprises"."""
    first = text[:1] if text[:1] != "‘" else text[:2]
    return first.upper() + text[len(first) :]


# 注册资本5000万元以上企业, 投资10亿元以上项目
_THRESHOLD = regex(r"(?P<what>注册资本)?(?:总?投资额?)?(?P<value>\d+(?:\.\d+)?)(?P<scale>[万亿])元及?以上的?")


@lru_cache(maxsize=4096)
def compose(name: str, depth: int = 0) -> str | None:
    """A name's English as inside a sentence: whole, behind a verb or scope, a measure of something, or word by word."""
    terms = _terms()
    if name in terms["names"]:
        return terms["names"][name]
    if depth > 4 or len(name) < 2:
        return None
    if (match := _THRESHOLD.match(name)) and (rest := compose(name[match.end() :], depth + 1)):
        amount = Decimal(match["value"]) * (10**8 if match["scale"] == "亿" else 10**4)
        return f"{rest} above {amount_words(str(amount), 'CNY')}{' in registered capital' if match['what'] else ''}"
    if (match := _beginning().match(name)) and (rest := compose(name[match.end() :], depth + 1)):
        return terms["prefixes"][match[0]].format(rest)
    if of_others := _of_others(name, depth):
        return of_others
    if "、" in name and (listed := _listed(name, depth)):
        return listed
    if (match := _measure().search(name)) and (rest := compose(name[: match.start()], depth + 1)):
        measure = terms["measures"][match[0]]
        if rest.endswith(" industry") and not rest.startswith("the "):
            rest = f"the {rest}"
        return f"{measure} {rest}" if measure.endswith((" in", " on", " of", " under")) else f"{measure} of {rest}"
    if (match := _suffix().search(name)) and (rest := compose(name[: match.start()], depth + 1)):
        return terms["suffixes"][match[0]].format(rest)
    for end in _ENDINGS:
        if name.endswith(end) and (rest := compose(name[: -len(end)], depth + 1)):
            return rest
    return _word_by_word(name) or _qualified(name, depth) or _listed(name, depth)


# 离岛免税销售额占零售额比重, 工业对经济增长的贡献率
_SHARE = regex(r"(?P<part>.+?)占(?P<whole>.+?)的?(?:比重|比例|占比)")
_CONTRIBUTION = regex(r"(?P<part>.+?)对(?P<whole>.+?)的?贡献率")


def _of_others(name: str, depth: int) -> str | None:
    """A part with its whole, what contributes with what grows, or a number with that to which it is set."""
    if match := _per().match(name):
        rest = compose(name[match.end() :].removeprefix("拥有"), depth + 1)
        return _terms()["per"][match[0]].format(rest) if rest else None
    if match := _CONTRIBUTION.fullmatch(name):
        part, whole = compose(match["part"], depth + 1), compose(match["whole"], depth + 1)
        return f"contribution of {part} to {whole}" if part and whole else None
    if match := _SHARE.fullmatch(name):
        part, whole = compose(match["part"], depth + 1), match["whole"]
        of = _terms()["wholes"].get(whole) or compose(whole, depth + 1)
        return f"{part} as a share of {of}" if part and of else None
    return None


def _qualified(name: str, depth: int) -> str | None:
    """省级专精特新中小企业 → "provincial" and the rest."""
    word = next((w for w in _longest() if name.startswith(w)), None)
    rest = compose(name[len(word) :], depth + 1) if word else None
    return f"{_terms()['modifiers'][word]} {rest}" if word and rest else None


def _listed(name: str, depth: int) -> str | None:
    """学校、医院和公园 → "schools, hospitals and parks"."""
    parts = re.split("[、和及]", name)
    said = [compose(part, depth + 1) for part in parts] if len(parts) > 1 else []
    known = [part for part in said if part]
    return f"{', '.join(known[:-1])} and {known[-1]}" if len(known) == len(parts) > 1 else None


_ENDINGS = ("总数", "数量", "总量", "总额", "个数", "数", "规模")


def _word_by_word(name: str) -> str | None:
    """航运服务企业 → "shipping service enterprises": modifiers, then a head."""
    match = _words().fullmatch(name)
    if not match:
        return None
    terms = _terms()
    front, said = match["front"], []
    while front:
        word = next((w for w in _longest() if front.startswith(w)), None)
        if word is None:
            return None
        said.append(terms["modifiers"][word])
        front = front[len(word) :]
    return " ".join((*said, terms["heads"][match["head"]]))


def _terms() -> dict[str, dict[str, str]]:
    return table("terms")


@cache
def _longest() -> tuple[str, ...]:
    return tuple(sorted(_terms()["modifiers"], key=lambda w: (-len(w), w)))


@cache
def _beginning() -> re.Pattern[str]:
    return regex(either(_terms()["prefixes"]))


@cache
def _measure() -> re.Pattern[str]:
    return regex(f"(?:{either(_terms()['measures'])})$")


@cache
def _suffix() -> re.Pattern[str]:
    return regex(f"(?:{either(_terms()['suffixes'])})$")


@cache
def _per() -> re.Pattern[str]:
    return regex(either(_terms()["per"]))


@cache
def _words() -> re.Pattern[str]:
    return regex(f"(?P<front>(?:{either(_terms()['modifiers'])})*)(?P<head>{either(_terms()['heads'])})")
