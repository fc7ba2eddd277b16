"""Score an extract of the Hexi report against the annotation that a person made by reading it (hexi/annotation.toml).

.venv/bin/python tests/golden/hexi_score.py           # the figures, then every miss, false alarm and wrong pair
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from baogao.model import Extract, Indicator, Pair

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "content" / "hexi-2024" / "source" / "hexi-2024.txt"
ANNOTATION = Path(__file__).parent / "hexi" / "annotation.toml"

SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
# Comparisons that say the same to a reader; 超 and 以上 are told apart in the data, not in the score.
BOUNDS = {"ge": "least", "gt": "least", "le": "most", "lt": "most"}
# Measures that two people would not tell apart by rule.
MEASURES = {"share": "level", "count": "level"}
YEARS = {"result": 2023, "target": 2024}


@dataclass(frozen=True)
class Number:
    """A number of the annotation, with its place in the paragraph."""

    paragraph: str
    start: int
    end: int
    text: str
    kind: str  # result, target, baseline … or none
    why: str = ""
    measure: str = ""
    op: str = ""
    values: tuple[str, ...] = ()
    unit: str = ""
    name: str = ""

    def __str__(self) -> str:
        said = self.why if self.kind == "none" else f"{self.kind} {self.name}"
        return f"{self.paragraph} {self.text} ({said})"


@dataclass
class Score:
    """What matched, and what did not, as lines to read."""

    asked: int = 0
    given: int = 0
    matched: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    ops: list[str] = field(default_factory=list)
    wordings: list[str] = field(default_factory=list)
    pairs_asked: int = 0
    pairs_found: int = 0
    pairs_missed: list[str] = field(default_factory=list)
    pairs_wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.matched / self.asked

    @property
    def precision(self) -> float:
        return self.matched / self.given if self.given else 0.0


def read_annotation(texts: dict[str, str]) -> tuple[list[Number], dict[str, list[dict[str, Any]]]]:
    """The annotation's numbers, each found in its paragraph in the order of the text; its pairs as written."""
    table = tomllib.loads(ANNOTATION.read_text(encoding="utf-8"))
    pairs = table.pop("pairs")
    if table.keys() != texts.keys():
        raise AssertionError(f"annotated paragraphs and the report's differ: {table.keys() ^ texts.keys()}")
    return [n for paragraph, part in table.items() for n in _numbers(paragraph, texts[paragraph], part)], pairs


def _numbers(paragraph: str, text: str, part: dict[str, Any]) -> Iterator[Number]:
    position = 0
    for printed, what, *name in part["numbers"]:
        start = text.index(printed, position)
        position = start + len(printed)
        kind, *rest = what.split()
        if kind == "none":
            yield Number(paragraph, start, position, printed, kind, why=rest[0])
        else:
            measure, op, value, unit, *_ = rest
            unit = unit.strip("-")
            yield Number(
                paragraph, start, position, printed, kind, "", measure, op, tuple(value.split("~")), unit, name[0]
            )


def amounts(values: tuple[str, ...], unit: str) -> tuple[str, tuple[Decimal, ...]]:
    """The unit without 万 and 亿, and the values in it: 1.35 万户 and 13500 户 are the same."""
    prefix = next((p for p in SCALES if unit.startswith(p) and unit != p), "")
    return unit[len(prefix) :], tuple(Decimal(v) * SCALES.get(prefix, 1) for v in values)


def score(found: Extract) -> Score:
    """Compare an extract with the annotation."""
    texts = {p.id: p.text for s in found.report.sections for p in s.paragraphs}
    numbers, pairs = read_annotation(texts)
    made = Score(asked=sum(n.kind in YEARS for n in numbers))
    given = [i for i in found.indicators if i.kind in YEARS and i.paragraph in texts]
    made.given = len(given)
    taken: dict[str, Number] = {}
    for number in numbers:
        near = [i for i in found.indicators if _overlaps(i, number) and i.id not in taken]
        right = next((i for i in near if number.kind in YEARS and _same(i, number)), None)
        if right:
            taken[right.id] = number
            made.matched += 1
            made.ops += _op(right, number)
            if not (right.name in number.name or number.name in right.name):
                made.wordings.append(f"{number} named {right.name}")
        elif number.kind in YEARS:
            made.missed.append(f"{number}; read as {[_said(i) for i in near] or 'nothing'}")
    for indicator in given:
        if indicator.id in taken:
            continue
        covered = [n for n in numbers if _overlaps(indicator, n)]
        if any(n.kind in YEARS and _same(indicator, n) for n in covered):
            made.given -= 1  # 存贷款余额 read twice, as deposits and as loans: neither more right nor wrong
            continue
        line = f"{_said(indicator)}; annotated {[str(n) for n in covered] or 'nothing'}"
        made.false.append(line)
        if covered and all(n.kind == "none" and n.why == "name" for n in covered):
            made.names.append(line)
    _score_pairs(made, found, numbers, pairs, taken)
    return made


def _overlaps(indicator: Indicator, number: Number) -> bool:
    start, end = indicator.number
    return indicator.paragraph == number.paragraph and start < number.end and number.start < end


def _same(indicator: Indicator, number: Number) -> bool:
    if indicator.value is None or indicator.kind != number.kind or indicator.year != YEARS[number.kind]:
        return False
    values = tuple(v for v in (indicator.value, indicator.value_max) if v is not None)
    if MEASURES.get(indicator.measure, indicator.measure) != MEASURES.get(number.measure, number.measure):
        return False
    return amounts(values, indicator.unit) == amounts(number.values, number.unit)


def _op(indicator: Indicator, number: Number) -> Iterator[str]:
    if BOUNDS.get(indicator.op, indicator.op) != BOUNDS.get(number.op, number.op):
        yield f"{number}: {indicator.op}, annotated {number.op}"


def _said(indicator: Indicator) -> str:
    value = indicator.value if indicator.value_max is None else f"{indicator.value}~{indicator.value_max}"
    what = f"{indicator.kind} {indicator.measure} {indicator.op} {value} {indicator.unit} {indicator.year}"
    return f"{indicator.id} {indicator.name} [{what}] {indicator.quote!r}"


Sides = tuple[frozenset[str], frozenset[str]]  # "paragraph printed#count" of the results, of the targets


def _score_pairs(
    made: Score, found: Extract, numbers: list[Number], pairs: dict[str, list[dict[str, Any]]], taken: dict[str, Number]
) -> None:
    labels = _labels(numbers)
    known = set(labels.values())
    required = [(p, {_sides(r, p["target"], known) for r in _alternatives(p["result"])}) for p in pairs["required"]]
    allowed = {_sides(p["result"], p["target"], known): p["relation"] for p in pairs["allowed"]}
    given: dict[Sides, Pair] = {}
    ids = {i: labels[number.paragraph, number.start] for i, number in taken.items()}
    for pair in found.pairs:
        results, targets = ([ids.get(i, i) for i in side] for side in (pair.result, pair.target))
        given[frozenset(results), frozenset(targets)] = pair
    made.pairs_asked = len(required)
    right: set[Sides] = set()
    for wanted, choices in required:
        hits = [s for s in choices if s in given and _relates(given[s].relation, wanted["relation"])]
        right.update(hits)
        made.pairs_found += bool(hits)
        if not hits:
            made.pairs_missed.append(f"{wanted['result']} → {wanted['target']} ({wanted['relation']})")
    for sides, pair in given.items():
        if sides in right or (sides in allowed and _relates(pair.relation, allowed[sides])):
            continue
        names = {i.id: i.name for i in found.indicators}
        shown = [f"{ids.get(i, i)} {names.get(i, '')}" for i in (*pair.result, *pair.target)]
        made.pairs_wrong.append(f"{' / '.join(shown)} ({pair.relation})")


def _labels(numbers: list[Number]) -> dict[tuple[str, int], str]:
    """How the annotation's pairs name a number: "1.3-p1 3家", and "1.3-p1 3家#2" for the second of its paragraph."""
    counts: dict[str, int] = {}
    made = {}
    for n in numbers:
        plain = f"{n.paragraph} {n.text}"
        counts[plain] = counts.get(plain, 0) + 1
        made[n.paragraph, n.start] = plain if counts[plain] == 1 else f"{plain}#{counts[plain]}"
    return made


def _alternatives(results: list[str]) -> list[list[str]]:
    return [choice.split(" + ") for choice in results[0].split("|")] if len(results) == 1 else [results]


def _sides(results: list[str], targets: list[str], known: set[str]) -> Sides:
    for label in (*results, *targets):
        if label not in known:
            raise AssertionError(f"the annotation's pairs name {label!r}, which is none of its numbers")
    return frozenset(results), frozenset(targets)


def _relates(given: str, wanted: str) -> bool:
    """The same relation; whether 50 firms of design are loosely or exactly the same, people disagree."""
    return given == wanted or {given, wanted} == {"same", "loose"}


def main() -> None:
    from baogao.content import load_report
    from baogao.extract import extract

    plain = "--uncorrected" in sys.argv
    made = score(extract(REPORT) if plain else load_report(REPORT.parents[1]).extract)
    print(f"numbers  recall {made.recall:.3f}  precision {made.precision:.3f}  ({made.matched} of {made.asked})")
    print(f"names taken {len(made.names)}  comparisons wrong {len(made.ops)}")
    print(f"pairs  found {made.pairs_found} of {made.pairs_asked}  wrong {len(made.pairs_wrong)}")
    for title in ("missed", "false", "names", "ops", "wordings", "pairs_missed", "pairs_wrong"):
        lines = getattr(made, title)
        print(f"\n## {title} {len(lines)}", *(f"- {line}" for line in lines), sep="\n")


if __name__ == "__main__":
    main()
