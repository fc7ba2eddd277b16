"""A paragraph → its indicators and other numbers, list by list from left to right.

For each list of numbers (mostly one): is it an amount of its own, or a threshold, a sample, a fact about the plan? What
does it measure: the name before it, after it, or the one carried over from the numbers before?
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from baogao.amounts import Found
from baogao.aside import why_aside
from baogao.merged import split_names, split_short
from baogao.model import Indicator, OtherNumber
from baogao.naming import EDGES, MAX_NAME, Tail, name_after, subject_of, trim_lead, trim_tail
from baogao.periods import HORIZON, PLAN, Setting, of_sentence
from baogao.quantities import scan
from baogao.stating import REACH, Context, state, state_sync
from baogao.syncs import find_syncs

LONGEST_LIST = 12
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]?")
_LIST_GAP = re.compile(r"[:：∶︰﹕]|、|、?(?:和|与|及|以及)")
_LIST_OF_EACH = re.compile(r"[、，,]|[、，,]?(?:和|与|及|以及)")
_FROM = re.compile(
    r"(?:从|由|自)(?:[^，。；从由\d]{0,10}|[^，。；从由]{0,4}(?:19|20)\d\d年(?:末|底|初)?的?)$|(?:年初|上年|年初的|去年)的?$"
)
_TO = re.compile(
    r"[^，。；、\d]{0,8}(?:增|提|升|扩|上|降|减|下|发展|跃|攀|压|缩|拓|回|调|优|变)[^，。；\d]{0,6}(?:到|至|为)"
)
# 增速均居全省第一, 位列全市第二: what stands between a name and its rank
_RANKED = re.compile(
    r"(?:[，,、]|均|都|分别?|继续|连续[^，。；]{1,4}年?|稳步|首次|总体|综合|提升幅度|各项)*"
    r"(?:(?:稳居|位居|位列|居|列|排名|排在|排|名列|跃居|提升至?|上升|前进至?|跃升至?|升至|升到|上升至|上升到|保持|跻身|进入|获得?|蝉联|分居|分列|占据|位次|为)[^，。；、]{0,12}"
    r"|(?:全国|全省|全市|全区|中部|西部|东部)[^，。；、]{0,6})?$"
)
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)[^，。；、]{0,14}的$")  # 是上年的1.3倍
_BOTH = re.compile(r"(?:双双|(?<![月年日人平])均|都|分别)[^，。；]{0,6}$")
_CLAUSE = re.compile(r"[，,：:；;（(]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands."""

    section: str
    paragraph: str
    setting: Setting
    name: str = ""  # of the place, which may stand before a name


@dataclass(frozen=True, slots=True)
class Name:
    """What is measured, as found in the text."""

    text: str
    start: int
    end: int
    verbs: str = ""
    rule: str = "name before"


@dataclass(slots=True)
class Work:
    """What is known while a paragraph is read."""

    text: str
    place: Place
    setting: Setting
    start: int = 0  # of the sentence
    end: int = 0
    edge: int = 0  # up to here the text is used
    name: Name | None = None
    syncs: int = 0  # targets in words so far
    order: dict[int, int] = field(default_factory=dict)  # a number's place in the text → its count
    indicators: list[Indicator] = field(default_factory=list)
    others: list[OtherNumber] = field(default_factory=list)

    def aside(self, number: Found, why: str) -> None:
        self.others.append(OtherNumber(self.place.paragraph, number.start, number.end, number.quantity.text, why))


def read_paragraph(text: str, place: Place) -> tuple[list[Indicator], list[OtherNumber]]:
    """The indicators and other numbers of a paragraph, in text order."""
    numbers = scan(text)
    if not numbers and "同步" not in text and "于" not in text:
        return [], []
    work = Work(text, place, place.setting, order={n.core: i for i, n in enumerate(numbers, 1)})
    position = 0
    for match in _SENTENCE.finditer(text):
        work.start, work.end = match.span()
        first = position
        while position < len(numbers) and numbers[position].core < work.end:
            position += 1
        work.setting = of_sentence(match[0], work.place.setting)
        if position > first:
            _read_sentence(work, numbers[first:position])
        if work.setting.mode in (PLAN, HORIZON):
            _read_syncs(work, match[0])
    work.others.sort(key=lambda o: o.start)
    work.indicators.sort(key=lambda i: i.number)
    return work.indicators, work.others


def _read_sentence(work: Work, numbers: Sequence[Found]) -> None:
    work.edge, work.name = work.start, None
    for number in numbers:
        if number.why:
            work.aside(number, number.why)
    amounts = [n for n in numbers if not n.why]
    at = 0
    while at < len(amounts):
        number = amounts[at]
        following = amounts[at + 1] if at + 1 < len(amounts) else None
        work.edge = max(work.edge, number.start - REACH)
        gap = work.text[work.edge : number.start]
        why, _ = why_aside(work.text, gap, number, following, work.setting.mode == PLAN)
        if why:
            work.aside(number, why)
            if why == "sample":
                work.edge = number.end
            at += 1
            continue
        if why := _glued(work, number):
            work.aside(number, why)
            at += 1
            continue
        run = _run(work, amounts[at : at + LONGEST_LIST], gap)
        _read_list(work, run)
        at += len(run)


def _read_syncs(work: Work, sentence: str) -> None:
    for sync in find_syncs(sentence, work.place.name):
        work.syncs += 1
        where = (work.place.section, work.place.paragraph)
        work.indicators.append(state_sync(sync, work.start, work.setting, where, work.text, work.syncs))


def _glued(work: Work, number: Found) -> str:
    """A number that goes on from an explanation: 15分钟0.7公里服务半径."""
    return next((o.why for o in work.others[-3:] if o.end == number.start and o.why in ("explanation", "name")), "")


def _run(work: Work, amounts: Sequence[Found], gap: str) -> Sequence[Found]:
    """The numbers that stand in one list with the first: 分别增长4.4%、5.6%; 7.7公里、48万平方米的城市绿道."""
    between = _LIST_OF_EACH if "分别" in gap else _LIST_GAP
    last = 0
    while last + 1 < len(amounts) and between.fullmatch(work.text, amounts[last].end, amounts[last + 1].start):
        last += 1
    if last and _name_after(work, amounts[last]) and _named(work, gap):
        return amounts[:1]  # 引进设计企业50家、156家重点企业…: each has its own name
    return amounts[: last + 1]


def _named(work: Work, gap: str) -> bool:
    """Whether a name, not only verbs, stands before a number."""
    rest = gap[: trim_tail(gap).end]
    part = rest[_last_clause(rest) :]
    return trim_lead(part, work.place.name)[0] < len(part)


def _name_after(work: Work, number: Found) -> int:
    """How long the name is that follows a number, with the 的 before it; 0 where none does."""
    if number.quantity.base_unit in ("%", "pp", "place", "times", "doublings", "‰"):
        return 0
    skip = 1 if work.text.startswith("的", number.end) else 0
    length = name_after(work.text[number.end + skip : min(work.end, number.end + MAX_NAME + 2)])
    return length + skip if length >= 2 else 0


def _read_list(work: Work, run: Sequence[Found]) -> None:
    """One number, or the numbers of a list: find their names, then state them."""
    text, first = work.text, run[0]
    gap = text[work.edge : first.start]
    baseline = _FROM.search(gap) if _TO.match(text, run[-1].end) else None
    head = gap[: baseline.start()] if baseline else gap
    if first.quantity.rule == "rank":
        head = head[: _RANKED.search(head).start()]  # type: ignore[union-attr]
    elif first.quantity.base_unit == "times" and (times := _TIMES_OF.search(head)):
        head = head[: times.start()]
    tail = trim_tail(head)
    name, used = _find_name(work, head, tail, run, baseline is None)
    names = _names_of(name, run, gap)
    if len(run) > 1 and first.quantity.op == "gt" and first.start < first.core and names[0] is names[-1]:
        for passed in run[:-1]:  # 接连突破8万亿元、9万亿元: the last is where it stands
            work.aside(passed, "threshold")
        run, names = [_shared(run[-1], run)], names[-1:]
    context = Context(
        work.setting, text, work.start, work.edge, gap, tail, baseline is not None, work.place.section,
        work.place.paragraph, work.indicators[-1] if work.indicators else None,
    )  # fmt: skip
    for position, number in enumerate(run):
        for copy, one in enumerate(names[position]):
            stated = state(context, _shared(number, run), one, work.order[number.core], copy)
            work.indicators.append(stated)
    work.edge = used
    if name.text:
        work.name = name


def _find_name(work: Work, head: str, tail: Tail, run: Sequence[Found], follows: bool) -> tuple[Name, int]:
    """What the numbers of a list measure, and up to where the text is then used."""
    text, number, end = work.text, run[0], run[-1].end
    rest = head[: tail.end]
    before = _name_before(work, rest)
    length = _name_after(work, run[-1]) if follows else 0
    begins = not rest.strip(EDGES) or any(c in EDGES for c in head[tail.end - 1 :])  # the number begins its clause
    if length and (not before or begins or rest.endswith("等") or (number.count and not tail.words)):
        start = end + (1 if text.startswith("的", end) else 0)
        verbs = before.verbs if before else trim_lead(rest[_last_clause(rest) :], work.place.name)[1]
        return Name(text[start : end + length], start, end + length, verbs, "name after"), end + length
    if before:
        return before, end
    if work.name:
        verbs = trim_lead(rest[_last_clause(rest) :], work.place.name)[1]
        return replace(work.name, verbs=verbs or work.name.verbs, rule="carried"), end
    return Name("", number.start, number.start, "", "no name"), end


def _last_clause(text: str) -> int:
    """Where the last clause of a text begins."""
    for at in range(len(text) - 1, -1, -1):
        if text[at] in "，,：:（(" or (text[at] in "；;" and at < len(text) - 1):
            return at + 1
    return 0


def _name_before(work: Work, rest: str) -> Name | None:
    """The name that stands before a number; nothing where only verbs or adverbs stand there."""
    whole = rest
    rest = rest.rstrip(EDGES)
    earlier = len(whole) != len(rest) or not rest
    clause = _last_clause(rest)
    part = rest[clause:]
    lead, verbs = trim_lead(part, work.place.name)
    start, stop = clause + lead, len(rest)
    if stop <= start:
        return None
    found = subject_of(rest[start:stop], earlier, work.name is not None)
    if found is None:
        return None
    a, b, more = found
    start, stop = start + a, start + b
    text = rest[start:stop]
    at = work.edge + start
    if work.name and text in _CARRIES:
        return None
    if work.name and text.startswith("占") and work.name.rule != "no name":
        return Name(work.name.text + text, at, work.edge + stop, verbs + more, "share of the carried name")
    if text == "增加值":
        composed = _composed(work, text, at)
        if composed:
            return Name(composed, at, work.edge + stop, verbs + more, "measure of a topic")
    return Name(text, at, work.edge + stop, verbs + more)


# 总量和增速均居全国第5位, 总量达2037.7万户: these say only of what was named before how it is measured
_CARRIES = frozenset(
    [
        "总量",
        "总量和",
        "总量与",
        "增速",
        "总量和增速",
        "增速和总量",
        "增幅",
        "规模",
        "数量",
        "总数",
        "总额",
        "总数量",
        "占比",
        "提升幅度",
        "幅度",
        "同比",
        "环比",
        "总规模",
        "均",
        "其中",
        "两项",
        "总数均",
        "两者",
    ]
)
_TOPIC = re.compile(r"规模以上工业|规上工业|服务业|第[一二三]产业|[一二三]产|数字经济核心产业|数字经济|工业")


def _composed(work: Work, measure: str, at: int) -> str:
    """规模以上工业企业达7.6万家、增加值增长3%: the 增加值 is that of 规模以上工业."""
    topics = _TOPIC.findall(work.text[work.start : at])
    return topics[-1] + measure if topics else ""


def _names_of(name: Name, run: Sequence[Found], gap: str) -> list[list[Name]]:
    """The names of each number of a list; two for a number that speaks of two (双双突破6万亿元)."""
    if len(run) > 1 and (parts := split_names(name.text, len(run), "分别" in gap)):
        return [[replace(name, text=part, rule="merged names")] for part in parts]
    if run[0].quantity.rule == "ratio" and len(run) == 3:  # 三次产业结构为6.7∶43.9∶49.4
        industries = ("第一产业占比", "第二产业占比", "第三产业占比") if "产业" in name.text else (name.text,) * 3
        return [[replace(name, text=text, rule="ratio")] for text in industries]
    if len(run) == 1 and _BOTH.search(gap) and (parts := split_short(name.text, 2)):
        return [[replace(name, text=part, rule="one number for two") for part in parts]]
    return [[name]] * len(run)


def _shared(number: Found, run: Sequence[Found]) -> Found:
    """A comparison that stands once for a list: 分别增长4.5%、5.5%左右; 分别突破1.5万亿元、1.4万亿元."""
    if len(run) < 2 or number.quantity.op != "eq":
        return number
    last, first = run[-1].quantity, run[0].quantity
    if last.op in ("about", "ge", "le") and run[-1].start == run[-1].core:
        return replace(number, quantity=replace(number.quantity, op=last.op))
    if first.op in ("gt", "lt", "about", "ge", "le") and run[0].start < run[0].core:
        return replace(number, quantity=replace(number.quantity, op=first.op))
    return number
