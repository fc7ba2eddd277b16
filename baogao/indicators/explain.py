"""What was understood of a line or a number, and by which rules: for people who mend the lexicon and corrections.

In: an extract. Out: lines to print.
"""

from collections.abc import Iterator

from baogao.indicators.numerals import arabic, normalise
from baogao.model import Extract, Indicator, OtherNumber

_WHY = {
    "year": "a year", "date": "a date", "ordinal": "an ordinal", "name": "part of a name",
    "threshold": "a threshold: says which things are counted", "sample": "a sample: says of how many the next speaks",
    "plan": "a fact about the plan", "explanation": "an explanation", "contact": "contact data",
    "document": "a document number", "list": "counts what is listed",
}  # fmt: skip


_SHOWN = 48  # characters of a line


def explain_lines(found: Extract) -> Iterator[str]:
    """Where each line of the input went, and why."""
    for placed in found.report.placed:
        text = placed.text if len(placed.text) <= _SHOWN else placed.text[: _SHOWN - 1] + "…"
        yield f"{placed.line:>5}  {placed.place:<10} {text}  ({placed.why})"


def explain_number(found: Extract, number: str) -> Iterator[str]:
    """Each place where a number stands, what it was taken for, and by which rules."""
    wanted = arabic(normalise(number))
    texts = _texts(found)
    for indicator in found.indicators:
        if _means(indicator, number, wanted):
            yield from _explain_indicator(indicator, texts)
    for other in found.other_numbers:
        if number in other.text or wanted in arabic(normalise(other.text)):
            yield from _explain_other(other, texts)


def _texts(found: Extract) -> dict[str, str]:
    report = found.report
    return {p.id: p.text for section in report.sections for p in section.paragraphs}


def _means(indicator: Indicator, printed: str, wanted: str) -> bool:
    start, end = (offset - indicator.start for offset in indicator.number)
    shown = indicator.quote[max(0, start) : end]
    return printed in shown or wanted.lstrip("-") in ((indicator.value or "").lstrip("-"), indicator.value_max)


def _explain_indicator(indicator: Indicator, texts: dict[str, str]) -> Iterator[str]:
    value = indicator.value if indicator.value_max is None else f"{indicator.value} to {indicator.value_max}"
    yield f"{indicator.id}  {indicator.quote}"
    yield f"    sentence  {_sentence(texts.get(indicator.paragraph, indicator.quote), indicator.number)}"
    yield f"    name      {indicator.name}  (key: {indicator.key or 'none'})"
    yield f"    value     {indicator.op} {value or indicator.reference} {indicator.unit}".rstrip()
    if indicator.amount is not None:
        yield f"    amount    {indicator.amount} {indicator.base_unit}".rstrip()
    marks = [word for word in ("estimate", "stretch", "added") if getattr(indicator, word)]
    year = indicator.year or (indicator.years and f"{indicator.years[0]} to {indicator.years[1]}") or "none"
    yield f"    kind      {indicator.kind}, {indicator.measure}, year {year}{', ' if marks else ''}{', '.join(marks)}"
    yield f"    rules     {', '.join(rule for rule in indicator.rules if rule)}"


def _explain_other(other: OtherNumber, texts: dict[str, str]) -> Iterator[str]:
    yield f"{other.paragraph}  {other.text}"
    yield f"    sentence  {_sentence(texts.get(other.paragraph, other.text), (other.start, other.end))}"
    yield f"    no indicator: {_WHY.get(other.why, other.why)} ({other.why})"


def _sentence(text: str, span: tuple[int, int]) -> str:
    """The sentence around a span, its number between ⟦ and ⟧."""
    start = max((text.rfind(mark, 0, span[0]) for mark in "。！？；"), default=-1) + 1
    ends = [at for mark in "。！？；" if (at := text.find(mark, span[1])) >= 0]
    end = min(ends) + 1 if ends else len(text)
    return f"{text[start : span[0]]}⟦{text[span[0] : span[1]]}⟧{text[span[1] : end]}".strip()
