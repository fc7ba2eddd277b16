"""Results and targets of one report, paired by what they measure.

In: the indicators. Out: pairs with the relation between their two sides, so that no unlike things stand side by side in
silence. docs/pairs.md tells the rules; what makes two names one is in subjects.py and lexicon/pairing.toml.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from baogao.indicators.merged import split_short
from baogao.lexicon import table
from baogao.model import Indicator, Pair, Report
from baogao.pairing.groups import Group, group_pairs
from baogao.pairing.relations import distance, relation_of, rises, same_unit, standing
from baogao.pairing.subjects import Weights, clause_of, contrast, core_of, heads, is_narrower, subjects_of
from baogao.pairing.sums import Side, listed

__all__ = ["Group", "find_pairs", "group_pairs"]

SURE = 0.6  # likeness of two names that are one
KEYED = 0.85  # where only one of the two is a standard indicator
LOOSE = 0.34  # likeness that will do in sections about the same
MOST = 64  # results of one key, or with two characters in common, that a target is held against
ALIKE = 8  # of these, results of one name: more are no one report
GUESSED = 120_000  # results times targets; beyond it a text is no one report, and nothing is paired loosely
NEAR = 2  # so many numbers before or after a sure pair


class Match(NamedTuple):
    """A result and a target that may belong together."""

    score: float
    result: Indicator
    target: Indicator
    relation: str


def find_pairs(indicators: Sequence[Indicator], report: Report | None = None) -> tuple[Pair, ...]:
    """The pairs of a report in the order of their targets. With the report, the words around a number are seen too.

    The first result of a pair is the one that the target is compared with; where the report also gives the level of
    what grew, it follows. Of a `sum`, one side is the sum of all of the other.
    """
    sections = report.sections if report else ()
    finder = _Finder(indicators, {p.id: p.text for section in sections for p in section.paragraphs})
    finder.sums()
    finder.alike()
    finder.loose()
    finder.halves()
    order = {indicator.id: n for n, indicator in enumerate(indicators)}
    return tuple(sorted(finder.pairs, key=lambda pair: order[pair.target[0]]))


class _Finder:
    """The search for pairs in one report; each step takes what the one before left."""

    def __init__(self, indicators: Sequence[Indicator], texts: Mapping[str, str]) -> None:
        self.results = [i for i in indicators if i.kind == "result"]
        self.targets = [i for i in indicators if i.kind == "target"]
        self.order = {i.id: n for n, i in enumerate(self.results)} | {i.id: n for n, i in enumerate(self.targets)}
        self.texts = texts
        self.subjects = subjects_of([*self.results, *self.targets], texts)
        self.clauses = {i.id: i.name + clause_of(i, texts) for i in (*self.results, *self.targets)}
        self.standings = {i.id: standing(i, self.clauses[i.id]) for i in (*self.results, *self.targets)}
        self.weights = Weights(self.subjects.values())
        self.pairs: list[Pair] = []
        self.taken: dict[str, Indicator] = {}  # id → its counterpart
        self.topics: dict[tuple[str, str], int] = defaultdict(int)
        self._by_key: dict[str, list[Indicator]] = defaultdict(list)
        self._by_gram: dict[str, list[Indicator]] = defaultdict(list)
        self._paired: set[str] = set()  # the cores of results that are taken
        self._done: dict[str, frozenset[str]] = {}  # what was or will be done with an indicator: 改造, 培育
        alike: Counter[str] = Counter()
        for result in self.results:
            alike[self.subjects[result.id].core] += 1
            if alike[self.subjects[result.id].core] > ALIKE:
                continue
            if result.key:
                self._by_key[result.key].append(result)
            for gram in self.subjects[result.id].grams:
                self._by_gram[gram].append(result)

    def add(self, results: Sequence[Indicator], targets: Sequence[Indicator], relation: str) -> None:
        self.pairs.append(Pair(tuple(r.id for r in results), tuple(t.id for t in targets), relation))
        self._paired |= {self.subjects[r.id].core for r in results}
        self.taken |= {r.id: targets[0] for r in results} | {t.id: results[0] for t in targets}
        self.topics[results[0].section, targets[0].section] += 1

    def sums(self) -> None:
        """雏鹰、瞪羚、领军企业总数170家 against 雏鹰企业156家, 瞪羚企业3家 and 领军企业9家 (and the reverse)."""
        results, targets = Side(self.results, self.subjects), Side(self.targets, self.subjects)
        for target in self.targets:
            if parts := self._parts(target, results):
                self.add(parts, (target,), "sum")
        for result in self.results:
            if parts := self._parts(result, targets):
                self.add((result,), parts, "sum")

    def _parts(self, whole: Indicator, side: Side) -> list[Indicator]:
        """The indicators of the other side that a merged name lists, where all are there."""
        if rises(whole) or whole.id in self.taken:
            return []
        return side.parts(listed(whole, self.texts.get(whole.paragraph, "")), whole, self.taken)

    def alike(self) -> None:
        """The best matches by key or name, the surest first; each indicator in one pair."""
        matches = [m for target in self.targets if target.id not in self.taken for m in self._matches(target)]
        main = {(self.subjects[t.id].core, rises(t)) for t in self.targets if not t.stretch}
        for match in sorted(matches, key=self._rank):
            target = match.target
            if match.result.id in self.taken or target.id in self.taken:
                continue
            if target.stretch and (self.subjects[target.id].core, rises(target)) in main:
                continue  # 增长5%、力争6%: the hope stands beside its target, not beside another result
            self.add((match.result, *self._level_of(match)), (target,), match.relation)

    def _rank(self, match: Match) -> tuple[float, int, int]:
        return -round(match.score, 3), self.order[match.target.id], self.order[match.result.id]

    def _matches(self, target: Indicator) -> Iterator[Match]:
        subject = self.subjects[target.id]
        near = {i.id: i for i in self._by_key.get(target.key or "", ())[:MOST]}
        for gram in subject.grams:
            if self.weights.of[gram] > 0.2:
                near.update((i.id, i) for i in self._by_gram.get(gram, ())[:MOST])
        for result in near.values():
            same_key = target.key is not None and result.key == target.key
            half_known = (result.key is None) != (target.key is None)
            score = self._score(result, target)
            if score < (KEYED if half_known else SURE):
                continue
            relation = self._relation(result, target)
            apart = is_narrower if same_key else contrast
            if relation is not None and not apart(self.subjects[result.id], subject):
                unlike = 0.1 * (relation != "same") + 0.02 * min(4.0, math.log2(distance(result, target)))
                yield Match(score - unlike, result, target, relation)

    def _relation(self, result: Indicator, target: Indicator) -> str | None:
        return relation_of(result, target, (self.standings[result.id], self.standings[target.id]))

    def _score(self, result: Indicator, target: Indicator) -> float:
        likeness = self.weights.likeness(self.subjects[result.id], self.subjects[target.id])
        if result.key and target.key:
            return 0.8 + 0.2 * likeness if result.key == target.key else 0.0
        return likeness - 0.05 * (result.qualifier != target.qualifier)

    def _level_of(self, match: Match) -> list[Indicator]:
        """The level that the result's growth stands beside: 一般公共预算收入57.18亿元,增长13.1% against 增长5%.

        None where a target of its own waits for it: 增长6.5%左右，总量突破620亿元.
        """
        result = match.result
        if not rises(result) or not rises(match.target):
            return []
        at, same = self.order[result.id], (result.paragraph, result.key, result.name)
        near = self.results[max(0, at - NEAR) : at]  # 城镇、农村居民收入分别为42360元、21850元，分别增长4.6%和6.2%
        levels = [r for r in near if (r.paragraph, r.key, r.name) == same and r.measure in ("level", "share", "count")]
        before = levels[-1] if levels else result
        if not levels or before.id in self.taken:
            return []
        waits = any(_same_level(before, target) and target.id not in self.taken for target in self.targets)
        return [] if waits else [before]

    def loose(self) -> None:
        """What is left: names half alike in sections about the same, neighbours of sure pairs, the same thing done."""
        matches = []
        left = [r for r in self.results if r.id not in self.taken and not r.key and not rises(r)]
        words = table("pairing")["loose"]["verbs"]
        self._done = {i.id: frozenset(v for v in words if v in self.clauses[i.id]) for i in (*left, *self.targets)}
        for target in self.targets if len(self.results) * len(self.targets) <= GUESSED else ():
            if target.id in self.taken or target.stretch or target.key or rises(target):
                continue
            first, last = self._window(target)
            for result in left:
                if same_unit(result, target):
                    score = self._closeness(result, target, first <= self.order[result.id] <= last)
                    if score >= LOOSE and self._relation(result, target) in ("same", "stock-addition"):
                        matches.append(Match(score, result, target, "loose"))
        for match in sorted(matches, key=self._rank):
            if match.result.id not in self.taken and match.target.id not in self.taken:
                self.add((match.result,), (match.target,), "loose")

    def halves(self) -> None:
        """居民收入与经济增长同步 against the growth of urban and of rural incomes, where the report has only these; and
        存贷款余额 against the sum of deposits and loans."""
        results = Side(self.results, self.subjects)
        for target in self.targets:
            names = split_short(target.name, 2) if target.id not in self.taken else ()
            if both := results.parts(map(core_of, names), target, self.taken):
                self.add(both, (target,), "sum")
            keys = table("pairing")["parts"].get(target.key, ())
            if target.id in self.taken or target.stretch or not keys:
                continue
            parts = []
            for key in keys:
                left = (r for r in self._by_key[key] if r.id not in self.taken)
                parts += [r for r in left if self._relation(r, target) == "same"][:1]
            if len(parts) == len(keys):
                self.add(parts, (target,), "loose")

    def _closeness(self, result: Indicator, target: Indicator, neighbours: bool) -> float:
        mine, theirs = self.subjects[result.id], self.subjects[target.id]
        about_one = bool(self.topics.get((result.section, target.section)))
        beside = neighbours and result.unit == target.unit and self._are_kin(result, target) and self._is_new(result)
        done = result.base_unit == target.base_unit and not self._done[result.id].isdisjoint(self._done[target.id])
        if not (about_one or beside or done) or contrast(mine, theirs, measures=result.base_unit == "CNY"):
            return 0.0
        likeness = self.weights.likeness(mine, theirs)
        if about_one and likeness >= LOOSE:
            return likeness
        return LOOSE + likeness if beside or done else 0.0

    def _are_kin(self, result: Indicator, target: Indicator) -> bool:
        """A rare unit (场) or the same last word must say that neighbours are of one kind.

        Of things that are counted, one that many end with (企业) does so only where one of the names says no more, or
        both were come by in the same way (引进).
        """
        if target.unit not in table("pairing")["loose"]["common_units"]:
            return True
        last, cores = result.name[-2:], {core_of(result.name), core_of(target.name)}
        tells = result.measure != "count" or last not in heads() or last in cores
        return last == target.name[-2:] and (tells or self._share(table("pairing")["loose"]["kin"], result, target))

    def _share(self, words: Sequence[str], result: Indicator, target: Indicator) -> bool:
        return any(w in self.clauses[result.id] and w in self.clauses[target.id] for w in words)

    def _window(self, target: Indicator) -> tuple[int, int]:
        """The results beside which a target's counterpart would stand: between those of the sure pairs around it."""
        ends: list[Indicator] = []
        for step in (-1, 1):
            at = self.order[target.id] + step
            while 0 <= at < len(self.targets) and self.targets[at].paragraph == target.paragraph:
                if held := self.taken.get(self.targets[at].id):
                    ends.append(held)
                    break
                at += step
        if not ends or ends[0].paragraph != ends[-1].paragraph:
            return 1, 0
        places = [self.order[end.id] for end in ends]
        return min(places) - NEAR, max(places) + NEAR

    def _is_new(self, result: Indicator) -> bool:
        """Not a second number of what is paired already (新增单位72家,总数达352家)."""
        return self.subjects[result.id].core not in self._paired


def _same_level(result: Indicator, target: Indicator) -> bool:
    """Whether a target is set for just this level."""
    same = (result.key, result.name) == (target.key, target.name) if not result.key else result.key == target.key
    return same and not rises(target) and target.value is not None and same_unit(result, target)
