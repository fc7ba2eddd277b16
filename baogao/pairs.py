"""Results and targets of one report, paired by what they measure.

In: the indicators. Out: pairs with the relation between their two sides, so that no unlike things stand side by side in
silence. docs/pairs.md tells the rules; what makes two names one is in subjects.py and lexicon/pairing.toml.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baogao.groups import Group, group_pairs
from baogao.model import Indicator, Pair
from baogao.subjects import Subject, Weights, core_of, grams, rules, subjects_of

__all__ = ["Group", "Unpaired", "find_pairs", "group_pairs", "unpaired"]

SURE = 0.6  # likeness of two names that are one
LOOSE = 0.34  # likeness that will do where sections are about the same
GROWTH = ("growth", "change")
_COUNTED = ("firm", "household", "item", "count", "")  # 1.35万户 and 1.2万家 count the same thing


@dataclass(frozen=True, slots=True)
class Match:
    """A result and a target that may belong together."""

    score: float
    result: Indicator
    target: Indicator
    relation: str


@dataclass(frozen=True, slots=True)
class Unpaired:
    """What has no counterpart."""

    results: tuple[Indicator, ...]
    targets: tuple[Indicator, ...]


def find_pairs(indicators: Sequence[Indicator]) -> tuple[Pair, ...]:
    """The pairs of a report in the order of their targets.

    The first result of a pair is the one that the target is compared with; where the report also gives the level of
    what grew, it follows (a `sum` is the sum of all its results).
    """
    finder = _Finder(indicators)
    finder.sums()
    finder.alike()
    finder.loose()
    order = {indicator.id: n for n, indicator in enumerate(indicators)}
    return tuple(sorted(finder.pairs, key=lambda pair: order[pair.target[0]]))


def unpaired(pairs: Sequence[Pair], indicators: Sequence[Indicator]) -> Unpaired:
    """The results and targets that no pair holds, in the order of the text."""
    held = {name for pair in pairs for name in (*pair.result, *pair.target)}
    left = [i for i in indicators if i.id not in held]
    return Unpaired(
        tuple(i for i in left if i.kind == "result"), tuple(i for i in left if i.kind == "target" and not i.stretch)
    )


class _Finder:
    """The search for pairs in one report; each step takes what the one before left."""

    def __init__(self, indicators: Sequence[Indicator]) -> None:
        self.results = [i for i in indicators if i.kind == "result"]
        self.targets = [i for i in indicators if i.kind == "target"]
        self.subjects = subjects_of([*self.results, *self.targets])
        self.weights = Weights(self.subjects.values())
        self.pairs: list[Pair] = []
        self.taken: dict[str, str] = {}  # id → id of its counterpart
        self.topics: dict[tuple[str, str], int] = defaultdict(int)
        self._by_key: dict[str, list[Indicator]] = defaultdict(list)
        self._by_gram: dict[str, list[Indicator]] = defaultdict(list)
        for result in self.results:
            if result.key:
                self._by_key[result.key].append(result)
            for gram in self.subjects[result.id].grams:
                self._by_gram[gram].append(result)

    def add(self, results: Sequence[Indicator], targets: Sequence[Indicator], relation: str) -> None:
        self.pairs.append(Pair(tuple(r.id for r in results), tuple(t.id for t in targets), relation))
        for result in results:
            self.taken[result.id] = targets[0].id
        for target in targets:
            self.taken[target.id] = results[0].id
        self.topics[results[0].section, targets[0].section] += 1

    def sums(self) -> None:
        """雏鹰、瞪羚、领军企业总数170家 against 雏鹰企业156家, 瞪羚企业3家 and 领军企业9家 (and the reverse)."""
        for whole_side, part_side in ((self.targets, self.results), (self.results, self.targets)):
            for whole in whole_side:
                found = self._parts(whole, part_side)
                if found and whole is not None:
                    if whole.kind == "target":
                        self.add(found, (whole,), "sum")
                    else:
                        self.add((whole,), found, "sum")

    def _parts(self, whole: Indicator, side: Sequence[Indicator]) -> list[Indicator]:
        if "、" not in whole.name and "和" not in whole.name or whole.measure in GROWTH:
            return []
        wanted = _members(whole.name)
        found = []
        for core in wanted:
            match = next(
                (
                    i
                    for i in side
                    if i.id not in self.taken
                    and self.subjects[i.id].core == core
                    and i.measure not in GROWTH
                    and _same_unit(i, whole)
                ),
                None,
            )
            if match:
                found.append(match)
        return found if len(found) == len(wanted) > 1 else []

    def alike(self) -> None:
        """The best matches by key or name, the surest first; each indicator in one pair."""
        matches = [m for target in self.targets if target.id not in self.taken for m in self._matches(target)]
        for match in sorted(matches, key=self._rank):
            if match.result.id in self.taken or match.target.id in self.taken:
                continue
            if match.target.stretch and any(m.target.name == match.target.name for m in matches if m.target.id in self.taken):
                continue
            self.add((match.result, *self._level_of(match)), (match.target,), match.relation)

    def _rank(self, match: Match) -> tuple[float, int, int, str, int]:
        result, target = match.result, match.target
        return (-round(match.score, 3), len(target.id), len(result.id), target.id + result.id, result.start)

    def _matches(self, target: Indicator) -> Iterator[Match]:
        subject = self.subjects[target.id]
        near = {i.id: i for i in self._by_key.get(target.key or "", ())}
        for gram in subject.grams:
            if self.weights.of[gram] > 0.2:
                near.update((i.id, i) for i in self._by_gram.get(gram, ()))
        for result in near.values():
            relation = relation_of(result, target)
            if relation is None or not _grades_agree(self.subjects[result.id], subject):
                continue
            score = self._score(result, target)
            if relation != "same":
                score -= 0.1
            if score >= SURE - 0.1 * (relation != "same"):
                yield Match(score, result, target, relation)

    def _score(self, result: Indicator, target: Indicator) -> float:
        likeness = self.weights.likeness(self.subjects[result.id], self.subjects[target.id])
        if result.key and target.key:
            return 0.8 + 0.2 * likeness if result.key == target.key else 0.0
        if result.qualifier != target.qualifier:
            likeness -= 0.05
        return likeness

    def _level_of(self, match: Match) -> list[Indicator]:
        """The level that the result's growth stands beside: 一般公共预算收入57.18亿元,增长13.1% against 增长5%."""
        result = match.result
        if result.measure not in GROWTH or match.target.measure not in GROWTH:
            return []
        beside = [
            i
            for i in self.results
            if i.paragraph == result.paragraph
            and i.measure not in (*GROWTH, "rank", "share")
            and (i.key, i.name) == (result.key, result.name)
            and 0 <= result.number[0] - i.number[1] <= 12
            and i.id not in self.taken
        ]
        return beside[-1:]

    def loose(self) -> None:
        """What is left in sections about the same things: names half alike, or neighbours of a sure pair."""
        matches = []
        for target in self.targets:
            if target.id in self.taken or target.stretch or target.key:
                continue
            for result in self.results:
                if result.id in self.taken or result.key or not self.topics.get((result.section, target.section)):
                    continue
                if relation_of(result, target) not in ("same", "stock-addition"):
                    continue
                likeness = self.weights.likeness(self.subjects[result.id], self.subjects[target.id])
                if self._beside(result, target):
                    likeness += 0.2
                if likeness >= LOOSE:
                    matches.append(Match(likeness, result, target, "loose"))
        for match in sorted(matches, key=self._rank):
            if match.result.id not in self.taken and match.target.id not in self.taken:
                self.add((match.result,), (match.target,), "loose")

    def _beside(self, result: Indicator, target: Indicator) -> bool:
        return False


def relation_of(result: Indicator, target: Indicator) -> str | None:
    """How two sides of a pair compare, or None where they cannot: other units, a rank against an amount."""
    if "rank" in (result.measure, target.measure):
        return "same" if result.measure == target.measure else None
    grows = result.measure in GROWTH, target.measure in GROWTH
    if all(grows):
        alike = result.measure == target.measure or target.op == "sync"
        return "same" if alike and (target.value is None or _same_unit(result, target)) else None
    if any(grows):
        return "level-growth"
    if target.value is None:
        return "same"
    if not _same_unit(result, target):
        return None
    stock = {_standing(result), _standing(target)}
    return "stock-addition" if stock == {"stock", "flow"} else "same"


def _standing(indicator: Indicator) -> str:
    """Whether a number is what there is (stock), what came in a year (flow), or does not say."""
    said = indicator.name + indicator.quote
    if indicator.added or any(word in said for word in rules()["flow"]["words"]):
        return "flow" if indicator.added or not any(word in said for word in rules()["stock"]["words"]) else "stock"
    return "stock" if any(word in said for word in rules()["stock"]["words"]) else ""


def _same_unit(one: Indicator, other: Indicator) -> bool:
    if one.base_unit == other.base_unit:
        return True
    return one.base_unit in _COUNTED and other.base_unit in _COUNTED


def _grades_agree(one: Subject, other: Subject) -> bool:
    return one.grade == other.grade or not one.grade or not other.grade


def _members(name: str) -> list[str]:
    """The things that a name lists: 雏鹰、瞪羚、领军企业总数 → 雏鹰企业, 瞪羚企业, 领军企业."""
    parts = name.replace("和", "、").split("、")
    last = core_of(parts[-1])[0]
    head = next((h for h in sorted(rules()["generic"]["heads"], key=len, reverse=True) if last.endswith(h)), "")
    cores = [core_of(p)[0] for p in parts[:-1]]
    return [c if c.endswith(head) else c + head for c in cores] + [last]
