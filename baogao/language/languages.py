"""An indicator in words, in Chinese and in English: its value, its name, what a pair means, the key figures.

Chinese words are the report's own; English ones come from the lexicon (indicators.toml, english.toml, terms.toml) and
the report's glossary. The number checks between languages are in comparing.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from baogao.language.english import amount_words, english_numbers, plain, wording
from baogao.language.names import english_name, english_phrase, full_name
from baogao.lexicon import table
from baogao.model import Indicator, Pair, Quantity, Summary
from baogao.pairing.comparing import check_numbers, missing_numbers
from baogao.pairing.ranking import rank
from baogao.patterns import regex

__all__ = [
    "check_numbers",
    "english_numbers",
    "key_figures",
    "missing_numbers",
    "name_words",
    "pair_words",
    "value_words",
]

Glossary = Mapping[str, Mapping[str, str]]  # "names", "terms" → Chinese → English
_OF_TABLE = regex(r"-t\d+$")  # the id of a table
_LAST_DIGIT = regex(r"\d(?=\D*$)")
FIGURES = 5  # so many a sentence, of results and of targets


def value_words(item: Indicator | Quantity, language: str, glossary: Glossary | None = None) -> str:
    """The value with its comparison and unit: 突破100亿元 / "more than 10 billion yuan", 增长13.1% / "up 13.1%"."""
    if language == "zh":
        return _chinese_value(item)
    if isinstance(item, Quantity):
        return _compared(item.op, "level", amount_words(item.amount, item.base_unit, _amount_max(item), item.unit))
    target = item.kind == "target"
    for printed, (reached, aimed) in wording()["printed"].items():
        if printed in _printed(item):
            return str(aimed if target else reached)
    if item.value is None or item.amount is None:
        return _in_step(item)
    if item.measure == "rank":
        form = wording()["rank"]["among" if item.op == "le" else "level"]
        return str(form.format(plain(Decimal(item.value))))
    falls = item.value.startswith("-")
    amount, amount_max = item.amount.removeprefix("-"), (_amount_max(item) or "").removeprefix("-") or None
    form = "level"
    if item.measure == "growth":
        form = ("fall" if falls else "growth") if target else ("down" if falls else "up")
    elif item.measure == "change":
        form = "down" if falls else "up"
    words = amount_words(amount, _unit_said(item), amount_max, item.unit)
    if _printed(item).endswith(("∶1", ":1", "：1")):  # 2.6∶1
        words += " to 1"
    return _compared(item.op, form, words)


def _unit_said(item: Indicator) -> str:
    """The base unit, but none for what is counted: the name says already that they are people or firms."""
    return "" if item.base_unit in wording()["counts"] else item.base_unit


def _compared(op: str, form: str, amount: str) -> str:
    return str(wording()["comparisons"].get(op, wording()["comparisons"]["eq"])[form]).format(amount)


def _amount_max(item: Indicator | Quantity) -> str | None:
    """The upper end of a range in base units: the amount's factor on the printed value, on the upper one."""
    if item.value_max is None or item.value is None or item.amount is None:
        return None
    value = Decimal(item.value)
    factor = Decimal(item.amount) / value if value else Decimal(1)
    return f"{(Decimal(item.value_max) * factor).normalize():f}"


def _printed(item: Indicator) -> str:
    """The number as the report prints it, with its comparison and unit."""
    start, end = item.number
    printed = item.quote[max(0, start - item.start) : end - item.start]
    if _OF_TABLE.search(item.paragraph) and item.unit and item.unit not in printed:  # its unit stands in another cell
        return _LAST_DIGIT.sub(rf"\g<0>{item.unit}", printed, count=1)
    return printed


def _chinese_value(item: Indicator | Quantity) -> str:
    if isinstance(item, Quantity):
        return item.text
    printed = _printed(item)
    unmarked = item.measure in ("growth", "change") and not any(c in printed for c in "增降长跌减升高低翻")
    if item.value is None or not unmarked:
        return printed
    falls = item.value.startswith("-")
    rises = "增长" if item.measure == "growth" else "上升" if item.base_unit == "place" else "提高"
    return ("下降" if falls else rises) + printed.lstrip("-−－")


def _in_step(item: Indicator) -> str:
    """What a target without a number is in step with: 与经济增长同步 → "in step with economic growth"."""
    known: dict[str, str] = wording()["sync"]
    return next((en for zh, en in known.items() if zh and zh in item.reference), known[""])


def name_words(indicator: Indicator, language: str, glossary: Glossary | None = None) -> str | None:
    """The name of what is measured; in English None where nobody has given the English for it."""
    if language == "zh":
        return full_name(indicator)
    return english_name(indicator, (glossary or {}).get("names", {}))


def pair_words(pair: Pair, indicators: Iterable[Indicator], language: str) -> str:
    """What the comparison of a pair means, in a few words."""
    wanted = {*pair.result, *pair.target}
    by_id = {i.id: i for i in indicators if i.id in wanted}
    results, targets = [by_id[i] for i in pair.result], [by_id[i] for i in pair.target]
    kind = _comparison_kind(pair, results[0], targets[0])
    said = _remarks()[kind][language]
    if kind in ("sum", "split"):
        parts = results if kind == "sum" else targets
        plus, one_unit = "+" if language == "zh" else " + ", len({i.unit for i in parts}) == 1
        one_unit = one_unit and (language == "zh" or all(i.value == i.amount for i in parts))
        numbers = [plain(Decimal(i.value or "0")) if one_unit else value_words(i, language) for i in parts]
        said = said.format(n=len(parts), parts=plus.join(numbers), total=_total(parts, one_unit, language))
    return said


def _total(parts: Sequence[Indicator], one_unit: bool, language: str) -> str:
    """What the parts of a sum add up to: in their unit, or, of several (8650亿元, 1.12万亿元), in one that fits."""
    if one_unit:
        return plain(sum((Decimal(i.value or "0") for i in parts), Decimal(0)))
    total, base = sum((Decimal(i.amount or "0") for i in parts), Decimal(0)), parts[0].base_unit
    if language == "en":
        return amount_words(str(total), base)
    power, scale = next(((p, s) for p, s in ((12, "万亿"), (8, "亿"), (4, "万")) if total >= 10**p), (0, ""))
    word = next((i.unit.lstrip("万亿千百") for i in parts), "")
    return f"{plain(total.scaleb(-power))}{scale}{word}"


def _comparison_kind(pair: Pair, result: Indicator, target: Indicator) -> str:
    """The remark that fits: for the same measure which of the two is higher, else what is unlike."""
    if pair.relation == "sum":
        return "sum" if len(pair.result) > 1 else "split"
    if pair.relation == "level-growth":
        return "growth-level" if result.measure in ("growth", "change") else "level-growth"
    if pair.relation == "stock-addition":
        return "addition-stock" if result.added and not target.added else "stock-addition"
    return rank(result, target) if pair.relation == "same" else pair.relation


def _remarks() -> dict[str, dict[str, str]]:
    return table("remarks")


def key_figures(indicators: Sequence[Indicator], language: str, glossary: Glossary | None = None) -> Summary:
    """The first figures of a report or section in a sentence, for where nobody has written a summary."""
    names = (glossary or {}).get("names", {})
    sentences = []
    for kind, form in (("result", "results"), ("target", "targets")):
        figures: dict[str, list[Indicator]] = {}
        for indicator in _leading(indicators, kind):
            name = full_name(indicator) if language == "zh" else english_phrase(indicator, names)
            said_before = figures.get(name or "")
            if said_before and said_before[0].key != indicator.key:
                continue  # two things with one English name (外贸进出口, 对外贸易扩大至228个国家): never in one breath
            if name and (said_before or len(figures) < FIGURES):
                figures.setdefault(name, []).append(indicator)
        if figures:
            said = [_figure(name, items, language) for name, items in figures.items()]
            year = next((i.year for items in figures.values() for i in items if i.year), "")
            joined = ("；" if language == "zh" else "; ").join(said)
            sentences.append(_remarks()[form][language].format(year=year, figures=joined))
    text = ("" if language == "zh" else " ").join(sentences) or _remarks()["none"][language]
    return Summary(language, text, generated=True)


def _leading(indicators: Sequence[Indicator], kind: str) -> list[Indicator]:
    """Those of a kind, standard indicators first, else in the order of the text; of each name and measure the first."""
    seen: dict[tuple[str, str], Indicator] = {}
    for indicator in indicators:
        if indicator.kind == kind and not indicator.stretch and indicator.measure not in ("rank", "change"):
            seen.setdefault((indicator.name, "growth" if indicator.measure == "growth" else ""), indicator)
    return sorted(seen.values(), key=lambda i: i.key is None)


def _figure(name: str, items: Sequence[Indicator], language: str) -> str:
    """一般公共预算收入57.18亿元、增长13.1% / "general public budget revenue 5.718 billion yuan, up 13.1%"."""
    values = [value_words(item, language) for item in items]
    return name + "、".join(values) if language == "zh" else f"{name} {', '.join(values)}"
