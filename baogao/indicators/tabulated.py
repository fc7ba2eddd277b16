"""A table of a report → its indicators: 指标 / 单位 / 2023年计划 / 2023年完成 / 2024年计划.

The heads of the columns say kind, year and measure; a row gives the name and its unit. Offsets count in the row's text,
which is its cells with a tab between them; `paragraph` is the table's id.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from baogao.indicators.amounts import SCALES, Found
from baogao.indicators.naming import trim_lead, trim_tail
from baogao.indicators.numerals import normalise, plain
from baogao.indicators.periods import PLAN, Setting
from baogao.indicators.quantities import scan
from baogao.indicators.standard import key_of, standards
from baogao.indicators.syncs import STEP_WORDS
from baogao.lexicon import units
from baogao.model import Indicator, OtherNumber, Quantity, Table
from baogao.patterns import regex

_NAME = regex(r"指标|项目|名称|内容|类别")
_UNIT = regex(r"单位")
_YEAR = regex(r"((?:19|20)\d\d)")
_PLANNED = regex(r"计划|目标|预期|安排|建议")
_DONE = regex(r"完成|实际|执行|实绩|预计|结果|达到|情况|实现")
_GROWTH = regex(r"增长|增速|增幅|±|增减|同比|比上年")
_PART = regex(
    r"完成(?:年度|全年)?(?:计划|目标)(?:的)?(?:%|％|比例|情况|[（(]|率)|完成率|占计划|完成计划|完成比例|序号|备注|责任|属性|牵头"
)
_NUMBERED = regex(
    r"\s*(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+[、.．]|\d+[、.．](?!\d)|其中[:：]?|#|★|▲|＃|－|-|—)\s*"
)
_OF_UNIT = regex(r"[（(]([^（）()]{1,10})[）)]\s*$")
_SHARE = regex("占|比重|比例")
_BLANK = regex(r"[\s\-—–－/／无…*]*")


class Column(NamedTuple):
    """What the numbers of a column are."""

    kind: str
    year: int | None
    growth: bool


def read_table(
    table: Table, section: str, setting: Setting, stated: Iterable[Indicator]
) -> tuple[list[Indicator], list[OtherNumber]]:
    """The indicators of a table; those that the text states already (`stated`) are not given twice."""
    head = _head(table.rows)
    if not head:
        return [], []
    heads = _heads(table.rows[:head])
    name_at = next((i for i, h in enumerate(heads) if _NAME.search(h) and not _PART.search(h)), 0)
    unit_at = next((i for i, h in enumerate(heads) if _UNIT.fullmatch(h.replace("计量", ""))), None)
    columns = _columns(heads, setting, {name_at, unit_at})
    known = {_sign(i) for i in stated}
    found: list[Indicator] = []
    others: list[OtherNumber] = []
    count = 0
    for row in table.rows[head:]:
        position = 0
        for at, cell in enumerate(row):
            if at in columns and name_at < len(row) and not _BLANK.fullmatch(cell):
                count += 1
                unit = row[unit_at] if unit_at is not None and unit_at < len(row) else ""
                made = _cell(row[name_at], unit, cell, columns[at])
                if made is not None:
                    full = _placed(made, (table.id, section, count), row, name_at, at)
                    if _sign(full) in known:
                        others.append(OtherNumber(table.id, position, position + len(cell), cell, "list"))
                    else:
                        found.append(full)
            position += len(cell) + 1
    return found, others


def _sign(indicator: Indicator) -> tuple[str, str, str, int | None, str | None]:
    amount = indicator.amount and plain(Decimal(indicator.amount))
    measure = "level" if indicator.measure == "share" else indicator.measure
    return indicator.key or indicator.name, indicator.kind, measure, indicator.year, amount


def _head(rows: Sequence[Sequence[str]]) -> int:
    """How many rows are the head: those before the first with a number in a cell of its own. 0: no table of numbers."""
    for at, row in enumerate(rows[:5]):
        if any(re.match(r"\s*[−\-－]?\d[\d,，.]*\s*(?:[%％万亿元个以左]|$)", cell) for cell in row[1:]):
            plain_years = all(re.fullmatch(r"\s*(?:19|20)\d\d年?\s*|\D*", c) for c in row[1:])
            if not plain_years:
                return (
                    at
                    if any(_PLANNED.search(c) or _DONE.search(c) or _GROWTH.search(c) for r in rows[:at] for c in r)
                    else 0
                )
    return 0


def _heads(rows: Sequence[Sequence[str]]) -> list[str]:
    """The head of each column, its rows joined; a cell that spans columns speaks for the empty ones after it."""
    width = max(map(len, rows))
    made = [""] * width
    for number, row in enumerate(rows):
        last = ""
        for at in range(width):
            cell = re.sub(r"\s", "", row[at]) if at < len(row) else ""
            if cell or number:
                last = cell
            if (cell or last) not in made[at]:
                made[at] += cell or last
    return made


def _columns(heads: Sequence[str], setting: Setting, taken: set[int | None]) -> dict[int, Column]:
    """What each column of numbers is. Without a year, 计划 after 完成 is the plan year's, else the review year's."""
    made: dict[int, Column] = {}
    done = False
    for at, head in enumerate(heads):
        if at in taken or _PART.search(head) or not head:
            continue
        year = int(match[1]) if (match := _YEAR.search(head)) else None
        planned = bool(_PLANNED.search(head)) and not re.search(r"完成|实际|执行", head)
        if planned:
            if year is None:
                year = setting.plan if done or setting.mode == PLAN else setting.review
            kind = "target" if year == setting.plan else "previous_target" if year == setting.review else "period"
        elif year is not None and setting.review is not None and year < setting.review:
            kind = "baseline"
        elif _DONE.search(head) or year == setting.review or _GROWTH.search(head):
            kind, done, year = "result", True, year or setting.review
        elif year is not None and year == setting.plan:
            kind = "target"
        else:
            continue
        made[at] = Column(kind, year, bool(_GROWTH.search(head)))
    return made


def _cell(name: str, unit: str, cell: str, column: Column) -> Indicator | None:
    """One cell as an indicator without its place: name, unit and value put together."""
    name = re.sub(r"\s+", "", _NUMBERED.sub("", name, count=1) if _NUMBERED.match(name) else name)
    if (match := _OF_UNIT.search(name)) and match[1].lstrip("".join(SCALES)) in units():
        unit, name = unit or match[1], name[: match.start()]
    tail = trim_tail(name)
    bare = name[: tail.end]
    bare = bare[trim_lead(bare)[0] :] or name
    if column.growth:
        unit = "%"
    unit = re.split(r"[、,，/]", re.sub(r"\s", "", normalise(unit)))[0] if "/" not in unit else re.sub(r"\s", "", unit)
    if step := STEP_WORDS.search(cell):
        words = Quantity(0, len(cell), cell, "sync", "", None, "", "", "")
        return _made(bare, column, words, "growth")._replace(reference=step["reference"] or "")
    quantity = _value(cell, unit)
    if quantity is None:
        return None
    inside = trim_tail(normalise(cell)[: quantity.start])
    sign = inside.sign or tail.sign
    key = key_of(bare, True)
    grown = quantity.base_unit in ("%", "‰", "times") and (
        column.growth or bool(sign) or bool(key and (standards()[key].flow or key in _GROWN))
    )
    if grown:
        measure = "growth"
    elif quantity.base_unit == "pp":
        measure = "change"
    elif quantity.base_unit == "%" and _SHARE.search(bare):
        measure = "share"
    else:
        measure = "count" if (u := units().get(quantity.unit.lstrip("百千万亿十"))) and u.counted else "level"
    fall = "-" if sign < 0 and measure in ("growth", "change") and not quantity.value.startswith("-") else ""
    value_max = quantity.value_max and fall + quantity.value_max
    signed = quantity._replace(value=fall + quantity.value, value_max=value_max, amount=fall + quantity.amount)
    return _made(bare, column, signed, measure)


_GROWN = ("income", "urban_income", "rural_income", "cpi", "energy_intensity", "carbon_intensity")


def _value(cell: str, unit: str) -> Quantity | None:
    """The number of a cell with the row's unit where it has none of its own: 5.5以内 with %."""
    numbers = [f for f in scan(cell) if not f.why or f.why in ("name", "year", "contact")]
    if not numbers:
        return None
    first: Found = numbers[0]
    if first.why or not first.quantity.unit:
        digits = regex(r"[\d.,，]+(?:(?:[-~]|至|到)[\d.]+)?").match(normalise(cell), first.core)
        if digits is None:
            return None
        again = [f for f in scan(f"{cell[: digits.end()]}{unit}{cell[digits.end() :]}") if f.core == first.core]
        if not again or (again[0].why and again[0].why != "name"):
            return None
        quantity = again[0].quantity
        end = min(len(cell), quantity.end - len(unit))
        return quantity._replace(end=end, text=cell[quantity.start : end])
    return first.quantity


def _made(name: str, column: Column, q: Quantity, measure: str) -> Indicator:
    return Indicator(
        id="", key=key_of(name, measure == "growth"), name=name, kind=column.kind, measure=measure, op=q.op,
        value=q.value or None, value_max=q.value_max, unit=q.unit, amount=q.amount or None, base_unit=q.base_unit,
        year=column.year, section="", paragraph="", start=0, end=0, number=(q.start, q.end), quote="",
        rules=("table", q.rule or "sync"),
    )  # fmt: skip


def _placed(made: Indicator, ids: tuple[str, str, int], row: Sequence[str], name_at: int, at: int) -> Indicator:
    """The indicator with its place: quoted from the row's name to the number. `ids`: table, section, count."""
    table, section, count = ids
    text = "\t".join(row)
    start, cell = (sum(len(c) + 1 for c in row[:column]) for column in (name_at, at))
    number = (cell + made.number[0], cell + made.number[1])
    start = min(start, number[0])
    return made._replace(
        id=f"{table}-n{count}", section=section, paragraph=table, start=start, end=number[1], number=number,
        quote=text[start : number[1]],
    )  # fmt: skip
