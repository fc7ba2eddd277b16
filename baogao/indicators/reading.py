"""A paragraph → its indicators and other numbers, list by list from left to right.

For each list of numbers (mostly one): is it an amount of its own, or a threshold, a sample, a fact about the plan? What
does it measure: the name before it, after it, or the one carried over from the numbers before?
"""

from collections.abc import Sequence
from decimal import Decimal

from baogao.indicators.amounts import Found
from baogao.indicators.aside import says_why, why_aside
from baogao.indicators.context import Context, Name, Place, Work
from baogao.indicators.naming import trim_tail
from baogao.indicators.nearby import find_name, is_named, lead_in, name_following, names_of
from baogao.indicators.periods import HORIZON, PLAN, from_sentence, of_sentence
from baogao.indicators.quantities import scan
from baogao.indicators.stating import REACH, state, state_sync
from baogao.indicators.syncs import find_syncs
from baogao.model import Indicator, OtherNumber
from baogao.patterns import regex

LONGEST_LIST = 12
_SENTENCE = regex(r"[^。！？!?；;\n]+[。！？!?；;\n]?")
_EACH = "(?:每[人户])?(?:每[年月天])?"  # 分别提高到每月700元和每年5600元
_LIST_GAP = regex(rf"[:：∶︰﹕]|、{_EACH}|、?(?:和|与|及|以及){_EACH}")
_LIST_OF_EACH = regex(rf"[、，,]{_EACH}|[、，,]?(?:和|与|及|以及){_EACH}")
_FROM = regex(
    r"(?:从|由|自)(?:[^，。；从由\d]{0,10}|[^，。；从由]{0,4}(?:19|20)\d\d年(?:末|底|初)?的?)$|(?:年初|上年|年初的|去年)的?$"
)
_TO = regex(
    r"[^，。；、\d]{0,8}(?:增|提|升|扩|上|降|减|下|发展|跃|攀|压|缩|拓|回|调|优|变|整|并|精)[^，。；\d]{0,6}(?:到|至|为)"
)
# 增速均居全省第一, 位列全市第二: what stands between a name and its rank
_RANKED = regex(
    r"(?:[，,、]|均|都|分别?|继续|连续[^，。；]{1,8}?[年季]?|稳步|首次|总体|综合|提升幅度|各项)*"
    r"(?:(?:稳居|位居|位列|居|列|排名|排在|排|名列|跃居|提升至?|上升|前进至?|跃升至?|升至|升到|上升至|上升到|保持|跻身|进入|获得?|蝉联|分居|分列|占据|位次|为)[^，。；、]{0,12}"
    r"|(?:全国|全省|全市|全区|中部|西部|东部)[^，。；、]{0,6})?$"
)
_AMONG = regex(
    r"[在居列于]?全[国省市区县州][^，。；、\d]{0,4}\d+[个家][^，。；\d]{0,16}$"
)  # 在全国168个重点城市中排名第96位
_STEPS = ("连跨", "连跃", "连上", "连续跨越", "接连跨越", "先后跨越")
_TIMES_OF = regex(r"(?:是|为|相当于|达到?)[^，。；、]{0,14}的$")  # 是上年的1.3倍
_CLAUSE = regex(r"[，,：:；;（(]")


def read_paragraph(text: str, place: Place) -> tuple[list[Indicator], list[OtherNumber]]:
    """The indicators and other numbers of a paragraph, in text order."""
    numbers = scan(text)
    if not numbers and "同步" not in text and "于" not in text:
        return [], []
    work = Work(text, place, {n.core: i for i, n in enumerate(numbers, 1)})
    position, current = 0, place.setting
    for match in _SENTENCE.finditer(text):
        work.start, work.end = match.span()
        first = position
        while position < len(numbers) and numbers[position].core < work.end:
            position += 1
        current = from_sentence(match[0], current, place.setting)
        work.says_why = says_why(text, work.start, work.end, work.says_why)
        if position == first and "同步" not in match[0] and "于" not in match[0]:
            continue
        work.settings = of_sentence(match[0], current)
        if position > first:
            _read_sentence(work, numbers[first:position])
        if any(setting.mode in (PLAN, HORIZON) for _, setting in work.settings):
            _read_syncs(work, match[0])
    work.others.sort(key=lambda o: o.start)
    work.indicators.sort(key=lambda i: i.number)
    return work.indicators, work.others


def _read_sentence(work: Work, numbers: Sequence[Found]) -> None:
    work.edge, work.name = work.start, lead_in(work)
    for number in numbers:
        if number.why:
            work.aside(number, number.why)
    amounts = [n for n in numbers if not n.why]
    at = 0
    while at < len(amounts):
        number = amounts[at]
        following = amounts[at + 1] if at + 1 < len(amounts) else None
        work.turn(number.start)
        work.edge = max(work.edge, number.start - REACH)
        gap = work.text[work.edge : number.start]
        planned = work.setting.mode == PLAN
        why, rule = why_aside(work.text, gap, number, following, planned)
        if planned and not why and work.says_why <= number.start:
            why, rule = "explanation", "why so"
        if why and not _goes_on(work, number):
            work.aside(number, why)
            if why == "sample" and rule != "ranked among":
                work.edge = number.end
            at += 1
            while rule in ("against", "plan") and at < len(amounts) and _is_listed(work, amounts[at - 1], amounts[at]):
                work.aside(amounts[at], why)  # 分别高于全省0.6、2.8和0.7个百分点
                at += 1
            continue
        if why := _glued(work, number):
            work.aside(number, why)
            at += 1
            continue
        run = _run(work, amounts[at : at + LONGEST_LIST], gap)
        _read_list(work, run)
        at += len(run)


def _is_listed(work: Work, one: Found, after: Found) -> bool:
    """Whether a number goes on in the list of the one before it."""
    between = bool(_LIST_GAP.fullmatch(work.text, one.end, after.start))
    return between and one.quantity.base_unit == after.quantity.base_unit


def _read_syncs(work: Work, sentence: str) -> None:
    for sync in find_syncs(sentence, work.place.name):
        work.turn(work.start + sync.start)
        if work.setting.mode not in (PLAN, HORIZON):
            continue
        work.syncs += 1
        work.indicators.append(state_sync(sync, work.syncs, work))


def _goes_on(work: Work, number: Found) -> bool:
    """审批时间由58个工作日压减至35个工作日以内: the second is what the first became."""
    before = work.indicators[-1] if work.indicators else None
    if before is None or before.kind != "baseline" or before.base_unit != number.quantity.base_unit:
        return False
    return before.number[0] > work.start and bool(_TO.match(work.text, before.number[1]))


def _glued(work: Work, number: Found) -> str:
    """A number that goes on from an explanation: 15分钟0.7公里服务半径; but 省市县三级1.6万余项事项 does not."""
    aside = (o for o in work.others[-3:] if o.end == number.start and o.text[:1].isdigit())
    return next((o.why for o in aside if o.why in ("explanation", "name")), "")


def _run(work: Work, amounts: Sequence[Found], gap: str) -> Sequence[Found]:
    """The numbers that stand in one list with the first: 分别增长4.4%、5.6%; 7.7公里、48万平方米的城市绿道."""
    between = _LIST_OF_EACH if "分别" in gap else _LIST_GAP
    last = 0
    while last + 1 < len(amounts) and between.fullmatch(work.text, amounts[last].end, amounts[last + 1].start):
        last += 1
    if last and name_following(work, amounts[last]) and is_named(work, gap):
        return amounts[:1]  # 引进设计企业50家、156家重点企业…: each has its own name
    return amounts[: last + 1]


def _read_list(work: Work, run: Sequence[Found]) -> None:
    """One number, or the numbers of a list: find their names, then state them."""
    text, first = work.text, run[0]
    gap = text[work.edge : first.start]
    baseline = _FROM.search(gap) if _TO.match(text, run[-1].end) else None
    head = gap[: baseline.start()] if baseline else gap
    if first.quantity.rule == "rank":
        head = head[: _RANKED.search(head).start()]  # type: ignore[union-attr]
        head = head[: among.start()] if (among := _AMONG.search(head)) else head
    elif first.quantity.base_unit == "times" and (times := _TIMES_OF.search(head)):
        head = head[: times.start()]
    tail = trim_tail(head)
    name, used = find_name(work, head, tail, run, baseline is None)
    names = names_of(work, name, run, gap)
    passing = first.quantity.op == "gt" and first.start < first.core
    if len(run) > 1 and names[0] is names[-1] and (passing or gap.endswith(_STEPS)):
        for passed in run[:-1]:  # 接连突破8万亿元、9万亿元: the last is where it stands
            work.aside(passed, "threshold")
        run, names = [_shared(run[-1], run)], names[-1:]
    if not tail.sign and _is_surpassed(work, name, run):
        work.aside(first, "threshold")
        return
    context = Context(
        work.setting, text, work.start, work.edge, gap, tail, baseline is not None, work.place.section,
        work.place.paragraph, work.indicators[-1] if work.indicators else None,
    )  # fmt: skip
    for position, number in enumerate(run):
        if first.quantity.base_unit == "%" != number.quantity.base_unit:  # 增长9%、突破1万亿元
            context = context._replace(tail=tail._replace(sign=0))
        for copy, one in enumerate(names[position]):
            stated = state(context, _shared(number, run), one, work.order[number.core], copy)
            work.indicators.append(stated)
    work.edge = used
    if name.text:
        work.name = name


def _is_surpassed(work: Work, name: Name, run: Sequence[Found]) -> bool:
    """外贸进出口总值5203亿元，首次跨上5000亿元台阶: what the figure before it says more exactly."""
    quantity = run[0].quantity
    if len(run) > 1 or quantity.op != "gt":
        return False
    return any(
        before.op == "eq"
        and before.number[0] >= work.start
        and (before.name, before.base_unit, before.kind) == (name.text, quantity.base_unit, "result")
        and before.measure in ("level", "count")
        and Decimal(quantity.amount) < Decimal(before.amount or 0)
        for before in work.indicators[-4:]
    )


def _shared(number: Found, run: Sequence[Found]) -> Found:
    """A comparison that stands once for a list: 分别增长4.5%、5.5%左右; 分别突破1.5万亿元、1.4万亿元."""
    if len(run) < 2 or number.quantity.op != "eq":
        return number
    last, first = run[-1].quantity, run[0].quantity
    if last.base_unit == "pp" and number.quantity.unit == "个":  # 分别提高1.9个和2.4个百分点
        quantity = number.quantity._replace(unit=last.unit, base_unit="pp")
        return number._replace(quantity=quantity, counted=False)
    if last.op in ("about", "ge", "le") and run[-1].start == run[-1].core:
        return number._replace(quantity=number.quantity._replace(op=last.op))
    if first.op in ("gt", "lt", "about", "ge", "le") and run[0].start < run[0].core:
        return number._replace(quantity=number.quantity._replace(op=first.op))
    return number
