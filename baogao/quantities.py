"""A text → its numbers, as Chinese official prose writes them: value, unit, range, comparison.

`scan` gives every number with a class; `find_quantities` only those that are an amount of something. What a number
measures is not decided here (indicators.py), except where the number's own form says that it is a name: 十项行动, F6—2.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from baogao.lexicon import comparisons, either, units
from baogao.model import Quantity
from baogao.numerals import HAN_NUMERAL, arabic, han, normalise, plain

SCALES = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
          "十万亿": 13, "百万亿": 14, "千万亿": 15}  # fmt: skip
_SCALE = f"(?:{either(SCALES)})(?![瓦米克伏卡帕分])"  # 5千瓦, 3千米: the scale belongs to the unit
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_LOOK_BACK = 8  # the longest comparison before a number, or the context of an ordinal
_RANK_BEFORE = re.compile(
    r"(?:居|列|排|名次|位|升至|升到|跃|进入|获|占据|保持|晋|为|夺|冲|跻身|蝉联|稳)[^，。；、]{0,12}$"
    r"|(?:全国|全省|全市|全区|全疆|中部|西部|东部|东北|地区|省份|城市|同类|世界|全球|自治区|地级市|县市区|省会)$"
)
# Characters that make another word of a comparison: 签约, 侦破, 通过, 网上.
_NOT_COMPARED = {
    "约": tuple("签节预履合制公条协集简续违特"), "破": tuple("侦打攻爆查"), "过": tuple("通经"), "近": tuple("附最邻"),
    "上": tuple("网线规限以之早晚马"), "低于": ("不",),
}  # fmt: skip
_MOVED = re.compile(r"(?:前移|前进|上升|提升|跃升|晋升|下降|后移|提高|攀升|进位|上移|升了?)$")
_UNITLESS = re.compile(r"(?:指数|系数|得分|评分|比值|满意度|总分)(?:平均)?(?:达到|达|为|是|升至|提升至|提高到|提高至|增至|降至|在)?$")
# Units that a number in characters counts for an amount: 三十亿元, 五千亩, 一倍; 三年, 八方 and 一位 are none.
_HAN_UNITS = frozenset(["CNY", "USD", "HKD", "EUR", "%", "‰", "pp", "times", "doublings", "m2", "t", "kWh", "kW", "TEU", "m3"])
_HAN_NONE = frozenset(["方", "立方", "克", "斤", "位", "里", "米", "度电", "P", "E", "T"])
_PLAN_NAME = re.compile(r"十[一二三四五六七]五(?![个项家名位座条户年万亿])|[一二]十[一二三四五六七八九]?大(?=[报精以召开代会提确和、，。])")


@dataclass(frozen=True, slots=True)
class Found:
    """A number of a text. `why` is empty for an amount, else why it is none (OtherNumber.why)."""

    quantity: Quantity
    core: int  # where the digits begin, after the comparison
    why: str = ""
    han: bool = False  # written in characters
    count: bool = False  # its unit is a measure word, or it has none

    @property
    def start(self) -> int:
        return self.quantity.start

    @property
    def end(self) -> int:
        return self.quantity.end


def find_quantities(text: str) -> list[Quantity]:
    """The amounts of a text in order: 57.18亿元, 1800余个, 八成以上, 4.5%—5%. No years, ordinals, names."""
    return [found.quantity for found in scan(text) if not found.why]


def scan(text: str) -> list[Found]:
    """Every number of a text, in order, amounts and others."""
    norm = normalise(text)
    names = _named_spans(norm)
    found: list[Found] = []
    position = 0
    while match := _START.search(norm, position):
        at = match.start()
        made = _read_digits(text, norm, at) if norm[at].isdigit() else _read_han(text, norm, at)
        if not made:
            position = at + 1
            continue
        if names:
            made = [_inside_name(norm, one, names) for one in made]
        found += made
        position = max(made[-1].end, at + 1)
    return _complete_lists(norm, found)


def _complete_lists(norm: str, found: list[Found]) -> list[Found]:
    """Bare numbers of a list take the unit of the next: 13.28、12.31、11.47亿元; 第4、第3位 are ranks both."""
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        if one.why == "name" and one.quantity.rule == "number" and not one.quantity.unit and after.quantity.unit:
            if not after.why and norm[one.end : after.start] in ("、", "和", "与", "及") and float(after.quantity.value):
                scale = Decimal(after.quantity.amount) / Decimal(after.quantity.value)
                amount = plain(Decimal(one.quantity.value) * scale)
                full = replace(one.quantity, unit=after.quantity.unit, base_unit=after.quantity.base_unit, amount=amount)
                found[at] = replace(one, quantity=replace(full, rule="list"), why="", count=after.count)
    for at in range(1, len(found)):
        one, before = found[at], found[at - 1]
        if one.why == "ordinal" and one.quantity.unit == "位" and before.quantity.rule == "rank" and not before.why:
            if norm[before.end : one.start] in ("、", "和"):
                found[at] = replace(one, why="")
    return found


_START = re.compile(r"[0-9零〇一二两三四五六七八九十百千万亿]|翻(?=[一两二三四1-4]番)|双位数")
_NAMED = re.compile(r"《[^《》]{1,60}》|“[^“”]{1,20}”|〔[^〕]{1,12}〕")
_ONLY_AMOUNT = re.compile(r"“[超近约过破]*[\d.一二两三四五六七八九十百千万亿]+[余多]?(?:%|[百千万亿]*(?:元|美元|平方米|吨|亩))(?:以上)?(?:级|大关|目标)?”")


def _named_spans(norm: str) -> list[tuple[int, int]]:
    """Titles and quoted words, whose numbers belong to a name: 《纲要(2023-2035年)》, “1+10”, “四上”."""
    if "“" not in norm and "《" not in norm and "〔" not in norm:
        return []
    return [m.span() for m in _NAMED.finditer(norm) if not _ONLY_AMOUNT.fullmatch(m[0])]


def _inside_name(norm: str, found: Found, names: list[tuple[int, int]]) -> Found:
    for start, end in names:
        if start < found.core < end:
            why = found.why if found.why in ("year", "date") else "document" if norm[start] == "〔" else "name"
            cut = found.quantity if found.end <= end else found.quantity
            return replace(found, why=why, quantity=cut)
        if start >= found.core:
            break
    return found


# ---- numbers in digits


@cache
def _unit() -> str:
    one = either(units())
    return rf"(?:{one})(?:[（(](?:{one})[）)]|/(?:台|套|间|处|个|辆|项|件|人|年)(?![^\W\d_]))?"


@cache
def _number() -> re.Pattern[str]:
    """A number with scale, unit and the second end of a range."""
    end = (
        rf"(?P<n{{0}}>{_ARABIC.replace('{', '{{').replace('}', '}}')})(?P<more{{0}}>[余多几])?"
        rf"(?P<scale{{0}}>{_SCALE})?(?P<than{{0}}>[余多])?(?P<unit{{0}}>{_unit()})?"
    )
    return re.compile(rf"{end.format(1)}(?:(?P<range>-{{1,2}}|~|至|到)(?={_ARABIC}){end.format(2)})?")


@cache
def _sides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = comparisons()
    return re.compile(rf"(?:{either(before)})$"), re.compile(either(after))


_LETTERS = re.compile(r"[A-Za-z]+[-+.]?$")
_LETTER_NAME = re.compile(r"[\d.]+[A-Za-z0-9+.\-/·]*")
_JOINED = re.compile(r"\d+(?:\.\d+)?(?:[+×*·/]\s?[0-9A-Za-z]+)+(?!\d)")
_YEARS = re.compile(
    r"(?:19|20)\d\d年?(?:-{1,2}|~|至|到|、|和)(?:19|20)?\d\d(?:年代?|(?!\d|[^\W\d_]))[底初末中]?"
    r"|(?:19|20)\d\d(?:年代?[底初末中]?|学年|财年|(?![\d.%,，])(?!" + _SCALE + "))"
)
_MONTH = re.compile(r"(?:\d{1,2}(?:-|~|至|到|、))?\d{1,2}月(?:\d{1,2}(?:-\d{1,2})?日)?(?:底|初|末|份)?|\d{1,2}日|\d{1,2}:\d\d(?!\d|:)")
_RATIO = re.compile(r"\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+")
_PHONE = re.compile(r"\+?\d{2,4}-\d{3,8}(?:-\d{3,8})*|\d{7,}(?![\d.]*(?:" + _SCALE + r"|[个家户人元件吨%]))")
_NUMBERED = re.compile(r"\d+(?:-\d+)?(?:号|路|型|分局|公局|线(?!上)|期|[#＃])")
_YEAR_UNITS = frozenset(("年", "周年", "年期"))
_TIMES = frozenset(["届", "次", "期", "轮", "批", "节"])


def _read_digits(text: str, norm: str, at: int) -> list[Found]:
    before = norm[max(0, at - _LOOK_BACK) : at]
    if letters := _LETTERS.search(before):
        end = _LETTER_NAME.match(norm, at).end()  # type: ignore[union-attr]
        if letters[0].upper() in ("PM", "PM.") or not letters[0]:
            return [_other(text, at, end, "explanation")] if False else [_other(text, at, end, "name")]
        return [_other(text, at, end, "name")]
    if (match := _YEARS.match(norm, at)) and not _count_after_year(norm, match):
        return [_other(text, at, match.end(), "year")]
    for pattern, why in ((_PHONE, "contact"), (_MONTH, "date"), (_JOINED, "name")):
        if match := pattern.match(norm, at):
            if pattern is _JOINED and re.match(r"\d+(?:\.\d+)?/(?=[0-9A-Za-z])", match[0]) is None and "/" in match[0]:
                continue
            return [_other(text, at, match.end(), why)]
    if match := _RATIO.match(norm, at):
        return _ratio(text, norm, match)
    match = _number().match(norm, at)
    if match is None:
        return []
    if re.match(r"[A-Za-z]", norm[match.end() : match.end() + 1]) and not match["unit1"]:
        return [_other(text, at, _LETTER_NAME.match(norm, at).end(), "name")]  # type: ignore[union-attr]
    return [_amount(text, norm, match)]


def _count_after_year(norm: str, match: re.Match[str]) -> bool:
    """2000家, 2025个: four digits with a measure word are no year. 2023年, 2023专项行动, 2025中国… are."""
    if "年" in match[0] or len(match[0]) > 4:
        return False
    number = _number().match(norm, match.start())
    return bool(number and (number["unit1"] or number["scale1"] or number["more1"]))


def _ratio(text: str, norm: str, match: re.Match[str]) -> list[Found]:
    """6.7∶43.9∶49.4: the shares of a structure, each a number of its own; 1∶3 is an explanation."""
    numbers = list(re.finditer(_ARABIC, match[0]))
    shares = len(numbers) == 3 and abs(sum(float(arabic(n[0])) for n in numbers) - 100) < 1
    made = []
    for n in numbers:
        start, end = match.start() + n.start(), match.start() + n.end()
        value = arabic(n[0])
        base = "%" if shares else ""
        quantity = Quantity(start, end, text[start:end], "eq", value, None, base, value, base, "ratio")
        made.append(Found(quantity, start, "" if shares else "explanation"))
    return made


def _amount(text: str, norm: str, match: re.Match[str]) -> Found:
    """The amount that a match of `_number` holds, with the comparison around it."""
    at, end = match.start(), match.end()
    values, scale, unit = [arabic(match["n1"])], match["scale1"] or "", match["unit1"] or ""
    if match["range"]:
        values.append(arabic(match["n2"]))
        if _from_to(norm, match):  # 从5%到6%, 由143个至178个: two numbers, not a range
            return _amount(text, norm, _number().fullmatch(norm, at, match.start("range")) or match)
        unit = match["unit2"] or unit
        scale = match["scale2"] or scale
    more = bool(match["more1"] or match["than1"] or match["more2"] or match["than2"])
    rule = "range" if match["range"] else "number"
    return _finish(text, norm, (at, end), values, scale, unit, more, rule, False)


def _from_to(norm: str, match: re.Match[str]) -> bool:
    return match["range"] in ("至", "到") and bool(re.search(r"[从由][^，。；、]{0,14}$", norm[max(0, match.start() - 16) : match.start()]))


def _finish(
    text: str, norm: str, span: tuple[int, int], values: list[str], scale: str, unit: str, more: bool, rule: str, by_han: bool
) -> Found:
    """Put number, unit and the comparison around them together; say what is no amount."""
    at, end = span
    before, after = norm[max(0, at - _LOOK_BACK) : at], norm[end : end + 6]
    known = units().get(unit) or (units().get(re.split(r"[（(/]", unit)[0]) if unit else None)
    why, start, op = "", at, "eq"
    if before.endswith("第"):
        return _ordinal(text, norm, span, values, unit, by_han)
    first, last = _sides()
    if hit := first.search(before):
        op, start = comparisons()[0][hit[0]], at - len(hit[0])
        if before[: hit.start()].endswith(_NOT_COMPARED.get(hit[0], ("\0",))):
            op, start = "eq", at  # 签约亿元以上项目, 侦破案件
        elif (hit[0] == "上" and (unit in ("年", "月") or (by_han is False and scale == ""))) or (hit[0] == "过" and not (scale or by_han)):
            op, start = "eq", at
    if more:
        op = "gt"
    if len(values) > 1:
        op = "between"
    if (hit := last.match(after)) and not (hit[0] == "内" and re.match("内[^，。；、）]", after)):
        op = comparisons()[1][hit[0]] if op != "between" else op
        end += len(hit[0])
    sign = -1 if _negative(text, norm, start) else 1
    if sign < 0:
        start -= 1
        values = [f"-{v}" for v in values]
    base = known.base if known else ""
    factor = known.factor if known else Decimal(1)
    if unit == "位":
        if _MOVED.search(before):
            base = "place"
        elif before.endswith("前"):
            op, base, start, rule = "le", "place", at - 1, "rank"
        else:
            base = "person"
    amount = plain(Decimal(values[0]) * Decimal(10) ** SCALES.get(scale, 0) * factor)
    if not unit and not scale:
        why = "" if _UNITLESS.search(before) else "name"
    elif unit in _YEAR_UNITS or (base == "year" and unit != "岁"):
        why = "" if re.search(r"(?:年限|寿命|期限|年龄)[^，。；、]{0,6}$", norm[max(0, at - 14) : at]) else "explanation"
    quantity = Quantity(
        start, end, text[start:end], op, values[0], values[1] if len(values) > 1 else None, scale + unit, amount, base, rule
    )
    return Found(quantity, at, why, by_han, known is None or known.count or unit == "位")


def _negative(text: str, norm: str, start: int) -> bool:
    """A minus sign, as in 增速为−2.3%; the dash of F6—2 or 2021-2025 is none."""
    return start > 0 and text[start - 1] in "-−－" and not (start > 1 and (norm[start - 2].isdigit() or (norm[start - 2].isascii() and norm[start - 2].isalpha()) or norm[start - 2] in "%-"))


def _ordinal(text: str, norm: str, span: tuple[int, int], values: list[str], unit: str, by_han: bool) -> Found:
    """第3位 and 居全国第5 are a rank; 第五次, 第三届 and 第一产业 are ordinals."""
    at, end = span
    start = at - 1
    lead = norm[max(0, start - 14) : start]
    why = "ordinal"
    ends = unit or not norm[end : end + 1] or norm[end] in "，。；、,;:）)！和"
    if unit in ("位", "名", "") and ends and _RANK_BEFORE.search(lead):
        why = ""
    quantity = Quantity(start, end, text[start:end], "eq", values[0], None, "位", values[0], "place", "rank")
    return Found(quantity, at, why, by_han, False)


def _other(text: str, start: int, end: int, why: str, by_han: bool = False) -> Found:
    return Found(Quantity(start, end, text[start:end], "eq", "0", None, "", "0", "", why), start, why, by_han)


# ---- numbers in characters


@cache
def _han_number() -> re.Pattern[str]:
    """百分之五点一, 三分之一, 七成半, 两位数, 翻一番, 百余项, 两千家, 二〇二六年."""
    digit = "[零〇一二两三四五六七八九]"
    return re.compile(
        rf"""(?P<year>[一二][零〇九0]{digit}{digit}年)
        |(?P<per>百分之|千分之)(?P<pn>[{HAN_NUMERAL}]+(?:点{digit}+)?)
        |(?P<whole>[二三四五六七八九十百千]+)分之(?P<part>[一二两三四五六七八九十]+)
        |(?P<tenths>[一二两三四五六七八九\d])成(?P<half>半|[一二三四五六七八九])?(?![为功立果效员都长熟本品就型绩交分份群套行人语书例])
        |(?P<digits>[两二双三四])位数
        |翻(?P<doublings>[一两二三四\d])番
        |(?P<n>[{HAN_NUMERAL}]+(?:点{digit}+)?)(?P<more>[余多几])?(?P<scale>{_SCALE})?(?P<unit>{_unit()})?""",
        re.VERBOSE,
    )


# 实现火情零亡人, 零就业家庭动态为零; 零售, 零距离, 归零 are no numbers.
_NONE_OF = re.compile(r"零(?:(?P<unit>人)(?:员)?(?:死亡|伤亡)|(?P<kind>亡人|死亡|伤亡|事故|发生|感染|命案|火灾))|零(?=[，。；,;、）)]|$)")


def _read_han(text: str, norm: str, at: int) -> list[Found]:
    if norm[at] == "零" and (match := _NONE_OF.match(norm, at)):
        if match[0] != "零" or re.search(r"(?:为|是|保持)$", norm[max(0, at - 2) : at]):
            unit, base = ("人", "person") if "亡" in match[0] else ("", "")
            quantity = Quantity(at, match.end(), match[0], "eq", "0", None, unit, "0", base, "none of")
            return [Found(quantity, at, "", True, True)]
        return []
    if match := _PLAN_NAME.match(norm, at):
        return [_other(text, at, match.end(), "name", True)]
    match = _han_number().match(norm, at)
    if match is None:
        return []
    span = match.span()
    if match["year"]:
        return [_other(text, at, match.end(), "year", True)]
    if match["per"]:
        unit = "%" if match["per"] == "百分之" else "‰"
        return [_finish(text, norm, span, [_han_value(match["pn"])], "", unit, False, "per cent", True)]
    if match["whole"]:
        share = plain(round(Decimal(han(match["part"])) * 100 / Decimal(han(match["whole"])), 2))
        return [_finish(text, norm, span, [share], "", "%", False, "fraction", True)]
    if match["tenths"]:
        whole = int(match["tenths"]) if match["tenths"].isdigit() else han(match["tenths"])
        half = {"半": 5, None: 0}.get(match["half"]) if match["half"] in ("半", None) else han(match["half"])
        return [_finish(text, norm, span, [str(whole * 10 + (half or 0))], "", "%", False, "tenths", True)]
    if match["digits"]:
        floor = {"三": "100", "四": "1000"}.get(match["digits"], "10")
        made = _finish(text, norm, span, [floor], "", "%", False, "digits", True)
        return [replace(made, quantity=replace(made.quantity, op="ge"))]
    if match["doublings"]:
        times = match["doublings"]
        count = times if times.isdigit() else str(han(times))
        return [_finish(text, norm, span, [count], "", "番", False, "doublings", True)]
    return _han_amount(text, norm, match)


def _han_value(printed: str) -> str:
    whole, _, part = printed.partition("点")
    return f"{han(whole)}.{''.join(str(han(c)) for c in part)}" if part else str(han(whole))


def _han_amount(text: str, norm: str, match: re.Match[str]) -> list[Found]:
    """A number in characters with a unit: an amount where its form says so, else part of a name (三个着力, 十项行动)."""
    numeral, unit, at = match["n"], match["unit"] or "", match.start()
    before = norm[max(0, at - _LOOK_BACK) : at]
    if not unit and not before.endswith("第"):
        return []
    value, scale = _han_value(numeral), match["scale"] or ""
    for magnitude in ("万亿", "亿", "万"):  # 三十万人 is 30 万人; 千万元 is 1 千万元
        if not scale and len(numeral) > len(magnitude) and numeral.endswith(magnitude) and "点" not in numeral:
            value, scale = _han_value(numeral[: -len(magnitude)]), magnitude
            break
    if (not scale and numeral in SCALES) or numeral in ("百万", "千万", "十万", "百亿", "千亿", "十亿", "万亿"):
        value, scale = "1", numeral
    if re.fullmatch("[点零〇]*", numeral) and numeral != "零":
        return []
    made = _finish(text, norm, match.span(), [value], scale, unit, bool(match["more"]), "han", True)
    if made.why or made.quantity.rule == "rank":
        return [made]
    known = units().get(unit)
    compared = made.quantity.op in ("gt", "lt", "about") and made.start < made.core
    if match["more"] or (known and known.base in _HAN_UNITS and unit not in _HAN_NONE):
        return [made]
    if numeral in ("一", "百", "千", "万", "亿", "零", "〇", "百万", "千万", "十万"):
        if compared and numeral not in ("一", "零") and not before.endswith(("以上", "网上", "线上", "之上", "早上")):
            return [made]
        return []
    if compared and len(numeral) > 1 and made.quantity.op != "eq":
        return [made]
    why = "ordinal" if unit in _TIMES else "explanation" if unit in ("天", "年", "周", "日", "个月", "小时") else "name"
    return [replace(made, why=why)]
