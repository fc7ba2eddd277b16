"""What a person mends in a report's `report.toml`, each with its reason, applied to what was read.

[[corrections.indicator]]
paragraph = "1.2-p1"
number = "57.18亿元"            # as it stands in the paragraph; `nth` where it stands there more than once
set = { name = "一般公共预算收入" }   # or: drop = "name"
why = "…"

[[corrections.pair]]
result = ["1.1-p1-n1"]
target = ["2.1-p1-n1"]
relation = "same"               # or: drop = true
why = "…"
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from baogao.errors import ContentError
from baogao.indicators.quantities import find_quantities
from baogao.indicators.standard import standards
from baogao.model import Indicator, OtherNumber, Pair, Paragraph, Report

WHYS = (
    "year", "date", "ordinal", "name", "threshold", "sample", "plan", "explanation", "contact", "document", "list",
)  # fmt: skip
CHOICES = {
    "kind": ("result", "target", "previous_target", "baseline", "period"),
    "measure": ("level", "growth", "change", "share", "count", "rank"),
    "op": ("eq", "about", "ge", "gt", "le", "lt", "between", "sync"),
}
_KINDS = {bool: "true or false", int: "a year as 2024", str: "a text in quotes"}
REPORT_KINDS = ("plan-report", "work-report", "other")
RELATIONS = ("same", "level-growth", "stock-addition", "sum", "loose")
SETTABLE = (
    "key", "name", "kind", "measure", "op", "value", "value_max", "unit", "year", "estimate", "stretch", "added",
    "action", "qualifier", "reference",
)  # fmt: skip


class Corrections(NamedTuple):
    """The corrections of one `report.toml`; `reading` goes to the outline, the others to what is read after it."""

    path: Path | None = None
    reading: Mapping[str, Any] = {}  # {"outline": {…}, "metadata": {…}}
    indicators: tuple[Mapping[str, Any], ...] = ()
    pairs: tuple[Mapping[str, Any], ...] = ()
    unfit: list[ContentError] | None = (
        None  # where those that fit nothing are gathered; they are errors where it is None
    )

    def misfit(self, message: str, entry: Mapping[str, Any], hint: str) -> None:
        """An entry that fits nothing in this source: raised, or gathered."""
        error = self.refuse(message, entry, hint)
        if self.unfit is None:
            raise error
        self.unfit.append(error)

    def refuse(self, message: str, entry: Mapping[str, Any], hint: str) -> ContentError:
        """An error that names the file and the line where the entry's place stands."""
        return ContentError(message, path=self.path, line=self._line(entry), hint=hint)

    def _line(self, entry: Mapping[str, Any]) -> int | None:
        needle = next((str(entry[k]) for k in ("number", "why", "paragraph") if entry.get(k)), "")
        if self.path is None or not needle:
            return None
        lines = self.path.read_text(encoding="utf-8").splitlines()
        return next((n for n, line in enumerate(lines, 1) if needle in line), None)


NONE = Corrections()


def parse_corrections(table: Mapping[str, Any], path: Path) -> Corrections:
    """The `[corrections]`, `[outline]` and `[metadata]` tables of a report.toml, checked."""
    corrections = table.get("corrections", {})
    known = ("indicator", "pair")
    for name in corrections:
        if name not in known:
            raise ContentError(f"unknown table corrections.{name}", path=path, hint=_nearest(name, known))
    made = Corrections(
        path,
        {"outline": table.get("outline", {}), "metadata": _metadata(table.get("metadata", {}), path)},
        tuple(corrections.get("indicator", ())),
        tuple(corrections.get("pair", ())),
    )
    for entry in made.indicators:
        _check_keys(made, entry, ("paragraph", "number", "nth", "set", "drop", "why"))
        if "set" not in entry and "drop" not in entry:
            raise made.refuse("a correction that changes nothing", entry, 'say set = { … } or drop = "…"')
    for entry in made.pairs:
        _check_keys(made, entry, ("result", "target", "relation", "drop", "why"))
    return made


def _metadata(table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """What a person says about the report, days as YYYY-MM-DD whether TOML has them as text or as dates."""
    made: dict[str, Any] = {}
    for name, value in table.items():
        wanted = ""
        if name.endswith("_on"):
            try:
                value = date.fromisoformat(str(value)).isoformat()
            except ValueError:
                wanted = "a day as 2024-01-19"
        elif name.endswith("_year"):
            wanted = "" if isinstance(value, int) and not isinstance(value, bool) else "a year as 2024, without quotes"
        elif name == "kind":
            wanted = "" if value in REPORT_KINDS else f"one of {', '.join(REPORT_KINDS)}"
        elif not isinstance(value, str):
            wanted = "a text in quotes"
        if wanted:
            lines = path.read_text(encoding="utf-8").splitlines()
            line = next((n for n, text in enumerate(lines, 1) if text.startswith(name)), None)
            raise ContentError(f"metadata: {name} = {value!r}", path=path, line=line, hint=f"give {wanted}")
        made[name] = value
    return made


def _check_keys(corrections: Corrections, entry: Mapping[str, Any], known: Sequence[str]) -> None:
    for key in entry:
        if key not in known:
            raise corrections.refuse(f"unknown key {key!r} in a correction", entry, _nearest(key, known))
    if not str(entry.get("why", "")).strip():
        raise corrections.refuse("a correction without a reason", entry, 'say why = "…"')


def _nearest(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # only where something is misspelt

    near = get_close_matches(word, known, 1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"


def correct_indicators(
    report: Report, indicators: Sequence[Indicator], others: Sequence[OtherNumber], corrections: Corrections
) -> tuple[tuple[Indicator, ...], tuple[OtherNumber, ...]]:
    """Indicators and other numbers after the corrections, in text order. ContentError where one fits nothing."""
    if not corrections.indicators:
        return tuple(indicators), tuple(others)
    texts = {p.id: p.text for section in report.sections for p in section.paragraphs}
    sections = {p.id: section.id for section in report.sections for p in section.paragraphs}
    kept, rest = list(indicators), list(others)
    for entry in corrections.indicators:
        paragraph, number = str(entry.get("paragraph", "")), str(entry.get("number", ""))
        if paragraph not in texts:
            corrections.misfit(f"no paragraph {paragraph!r}", entry, "`baogao extract` lists the ids")
            continue
        start = _locate(texts[paragraph], number, int(entry.get("nth", 1)))
        if start is None:
            corrections.misfit(f"{paragraph} does not hold {number!r}", entry, "quote it as it is printed")
            continue
        end = start + len(number)
        hit = [i for i in kept if i.paragraph == paragraph and i.number[0] < end and start < i.number[1]]
        if "drop" in entry:
            why = str(entry["drop"])
            if why not in WHYS:
                raise corrections.refuse(f"unknown reason {why!r}", entry, _nearest(why, WHYS))
            if not hit:
                corrections.misfit(f"{number!r} is no indicator already", entry, "delete this correction")
                continue
            kept = [i for i in kept if i not in hit]
            rest.append(OtherNumber(paragraph, start, end, number, why))
            continue
        changes = _changes(corrections, entry)
        if not hit:
            text = Paragraph(paragraph, texts[paragraph])
            made = _make(text, sections[paragraph], (start, end), report, changes)
            if made is None:
                corrections.misfit(f"{number!r} is no quantity", entry, "quote the number with its unit")
                continue
            rest = [n for n in rest if not (n.paragraph == paragraph and n.start < end and start < n.end)]
            kept.append(made)
            continue
        kept = [_changed(i, changes)._replace(rules=(*i.rules, "correction")) if i in hit else i for i in kept]
    order = {pid: n for n, pid in enumerate(texts)}
    kept.sort(key=lambda i: (order.get(i.paragraph, len(order)), i.number))
    rest.sort(key=lambda n: (order.get(n.paragraph, len(order)), n.start))
    return tuple(kept), tuple(rest)


def _locate(text: str, number: str, nth: int) -> int | None:
    at = -1
    for _ in range(nth):
        at = text.find(number, at + 1) if number else -1
        if at < 0:
            return None
    return at


def _make(
    paragraph: Paragraph, section: str, span: tuple[int, int], report: Report, changes: Mapping[str, Any]
) -> Indicator | None:
    """An indicator for a number that the reading passed over."""
    text = paragraph.text
    found = next((q for q in find_quantities(text) if q.start < span[1] and span[0] < q.end), None)
    if found is None:
        return None
    kind = str(changes.get("kind", "result"))
    made = Indicator(
        id=f"{paragraph.id}-c{span[0]}", key=None, name="", kind=kind, measure="level", op=found.op, value=found.value,
        value_max=found.value_max, unit=found.unit, amount=found.amount, base_unit=found.base_unit,
        year=report.plan_year if kind == "target" else report.review_year, section=section, paragraph=paragraph.id,
        start=found.start, end=found.end, number=(found.start, found.end), quote=text[found.start : found.end],
        rules=("correction",),
    )  # fmt: skip
    return _changed(made, changes)


def _changes(corrections: Corrections, entry: Mapping[str, Any]) -> dict[str, Any]:
    """What an entry sets, each value of its kind; ContentError where one is not."""
    changes = dict(entry.get("set", {}))
    for key, value in changes.items():
        if key not in SETTABLE:
            raise corrections.refuse(f"cannot set {key!r}", entry, _nearest(key, SETTABLE))
        if key in CHOICES and value not in CHOICES[key]:
            raise corrections.refuse(f"unknown {key} {value!r}", entry, _nearest(str(value), CHOICES[key]))
        if key == "key" and value not in standards():
            raise corrections.refuse(f"unknown key {value!r}", entry, _nearest(str(value), tuple(standards())))
        wanted = bool if key in ("estimate", "stretch", "added") else int if key == "year" else str
        if key not in ("value", "value_max") and type(value) is not wanted:
            raise corrections.refuse(f"{key} = {value!r}", entry, f"give {_KINDS[wanted]}")
        if key in ("value", "value_max"):
            changes[key] = str(value)  # 113 means the same as "113"
    number = re.compile(r"-?\d+(\.\d+)?")
    for key in ("value", "value_max"):
        if key in changes and not number.fullmatch(changes[key]):
            raise corrections.refuse(f"{key} is no number: {changes[key]!r}", entry, "give digits, as 57.18")
    return changes


def _changed(indicator: Indicator, changes: Mapping[str, Any]) -> Indicator:
    """The indicator with what is set, and what follows from it: the amount in the base unit."""
    made = indicator._replace(**({"action": "", "qualifier": ""} if "name" in changes else {}) | dict(changes))
    if not {"value", "unit"} & set(changes) or made.value is None:
        return made
    found = find_quantities(made.value.removeprefix("-") + made.unit)
    if not found:
        return made
    sign = "-" if made.value.startswith("-") else ""
    return made._replace(amount=sign + found[0].amount, base_unit=found[0].base_unit)


def correct_pairs(pairs: Sequence[Pair], indicators: Sequence[Indicator], corrections: Corrections) -> tuple[Pair, ...]:
    """Pairs after the corrections: an entry replaces every pair that shares its targets, or drops it."""
    ids = {i.id for i in indicators}
    kept = list(pairs)
    for entry in corrections.pairs:
        result, target = tuple(entry.get("result", ())), tuple(entry.get("target", ()))
        unknown = [i for i in (*result, *target) if i not in ids]
        if unknown or not target:
            corrections.misfit(
                f"no indicator {', '.join(unknown) or '(no target named)'}", entry, "see `baogao extract`"
            )
            continue
        kept = [p for p in kept if not (set(p.target) & set(target) and (not entry.get("drop") or _shares(p, result)))]
        if entry.get("drop"):
            continue
        relation = str(entry.get("relation", "same"))
        if relation not in RELATIONS:
            raise corrections.refuse(f"unknown relation {relation!r}", entry, _nearest(relation, RELATIONS))
        kept = [p for p in (_without(p, result) for p in kept) if p.result]
        kept.append(Pair(result, target, relation))
    order = {i.id: n for n, i in enumerate(indicators)}
    return tuple(sorted(kept, key=lambda p: [order.get(i, 0) for i in p.target]))


def _without(pair: Pair, result: tuple[str, ...]) -> Pair:
    """A pair without results that a person gave to another: each number stands in one pair."""
    return pair._replace(result=tuple(i for i in pair.result if i not in result))


def _shares(pair: Pair, result: tuple[str, ...]) -> bool:
    """Whether a pair is meant by the results that an entry names; an entry without results means every pair."""
    return not result or bool(set(pair.result) & set(result))
