"""Numbers of one side that add up to one of the other: 雏鹰企业156家, 瞪羚企业3家 and 领军企业9家 against 170家."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from baogao.lexicon import table
from baogao.model import Indicator
from baogao.pairing.relations import rises, same_unit
from baogao.pairing.subjects import Subject, core_of
from baogao.patterns import regex

_AND = regex("、|以及|[和与及](?![谐平美睦解气])")
_SUCH_AS = regex(
    "(?:争取|引进|新增|培育)?((?:[^，。；、]{2,16}、)+[^，。；、]{2,16})等(?:各类|各种|各项)?[^，。；、]{2,8}$"
)
REACH = 64  # characters before a number in which what it sums up is listed
END = 2  # characters that the names of a part and of what it is sought by have in common at least


class Side:
    """The results or the targets of a report, to be found by the end of what they measure."""

    def __init__(self, indicators: Sequence[Indicator], subjects: Mapping[str, Subject]) -> None:
        self._by_core: dict[str, list[Indicator]] = defaultdict(list)
        for indicator in indicators:
            self._by_core[subjects[indicator.id].core].append(indicator)
        self._by_end: dict[str, list[str]] = defaultdict(list)
        for core in self._by_core:
            for end in dict.fromkeys((core[-END:], _bare(core)[-END:])):
                self._by_end[end].append(core)

    def parts(self, wanted: Iterable[str], whole: Indicator, taken: Container[str]) -> list[Indicator]:
        """Of each of the cores that are wanted an indicator that can be added up to the whole; nothing where one is
        missing or `taken` by another pair."""
        wanted = list(map(_bare, wanted))
        found: list[Indicator] = []
        for core in wanted if not rises(whole) else ():
            held = (i for name in self._alike(core) for i in self._by_core[name])
            fits = (i for i in held if i.id not in taken and not rises(i) and same_unit(i, whole))
            found += [part for part in [next(fits, None)] if part is not None and part not in found]
        return found if len(found) == len(wanted) > 1 else []

    def _alike(self, core: str) -> Iterator[str]:
        for name in self._by_end.get(core[-END:], ()):
            if "、" in name and "、" not in core:
                continue  # 首店、旗舰店57家 are no part of 首店、旗舰店60家
            bare = _bare(name)
            if bare == core or (len(core) > END and (bare.endswith(core) or (len(name) > 3 and core.endswith(name)))):
                yield name


def listed(whole: Indicator, text: str) -> list[str]:
    """The cores of the things that a number sums up: those of its name or, in its paragraph, those before 等各类."""
    if "、" in whole.name:
        return members(whole.name)
    before = text[max(0, whole.start - REACH) : whole.number[0]]
    found = _SUCH_AS.search(before) if "等" in before else None  # 专项债券、超长期特别国债等各类政策资金130亿元
    return [core_of(part) for part in _AND.split(found[1]) if part] if found else []


def members(name: str) -> list[str]:
    """The things that a name lists: 雏鹰、瞪羚、领军企业总数 → 雏鹰企业, 瞪羚企业, 领军企业."""
    *first, last = _AND.split(name)
    end = core_of(last)
    heads = sorted(table("pairing")["generic"]["heads"], key=len, reverse=True)
    head = next((h for h in heads if end.endswith(h)), "")
    cores = [core_of(part) for part in first]
    return [*(core if core.endswith(head) else core + head for core in cores), end]


def _bare(core: str) -> str:
    """专精特新小巨人企业 and 专精特新小巨人, 专项债资金 and 专项债 are one part of a sum."""
    return core.removesuffix("资金").removesuffix("企业") or core
