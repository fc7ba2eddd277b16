"""Numbers in Chinese characters: 百分之五点一, 三分之一, 七成半, 两位数, 翻一番, 三十亿元; 三个着力 is a name."""

import re
from decimal import Decimal
from functools import cache

from baogao.indicators.amounts import LOOK_BACK, SCALES, Found, Printed, finish, is_among_first, measure, other
from baogao.indicators.numerals import HAN_NUMERAL, han, plain
from baogao.lexicon import units, words
from baogao.model import Quantity
from baogao.patterns import regex

# Units that a number in characters counts for an amount: 三十亿元, 五千亩, 一倍; 三年, 八方 and 一位 are none.
_HAN_UNITS = frozenset(
    ["CNY", "USD", "HKD", "EUR", "%", "‰", "pp", "times", "doublings", "m2", "m3", "t", "kWh", "kW", "TEU"]
)
_HAN_NONE = frozenset(["方", "立方", "克", "斤", "位", "里", "米", "度电", "P", "E", "T"])
# 七十六万头, 三万四千亩, 二十一座: of these, numbers in characters are no names; but 千村示范, 十项行动
_HAN_COUNTED = frozenset(words("头 只 羽 套 户 座 处 所 台 辆 栋 株 床 人 名 人次 公里 亩 公顷 斤 公斤"))
_PLACED = regex("[一二两三四五六七八九][十百千万亿]|^十[一二三四五六七八九]")
_OF_PEOPLE = tuple("民们才士类物大")  # 六亿人民
_HALF_OF = regex(r"(?:占比|比重|比例|份额|占[^，。；\d]{1,12})(?:已|均|首次|历史性|超)*$")
_PLAN_NAME = regex(
    r"十[一二三四五六七]五(?![个项家名位座条户年万亿])|[一二]十[一二三四五六七八九]?大(?=[报精以召开代会提确和、，。])"
)
_TIMES = frozenset(["届", "次", "期", "轮", "批", "节"])


@cache
def _han_number() -> re.Pattern[str]:
    """百分之五点一, 三分之一, 七成半, 两位数, 翻一番, 百余项, 两千家, 二〇二六年."""
    digit = "[零〇一二两三四五六七八九]"
    no_tenths = "[为功立果效员都长熟本品就型绩交分份群套行人语书例]"  # 建成, 一成立, 三成员
    return regex(
        rf"""(?P<year>[一二][零〇九0]{digit}{digit}年)
        |(?P<per>百分之|千分之)(?P<pn>[{HAN_NUMERAL}]+(?:点{digit}+)?)
        |(?P<whole>[二三四五六七八九十百千]+)分之(?P<part>[一二两三四五六七八九十]+)
        |(?P<tenths>[一二两三四五六七八九\d])成(?P<half>半|[一二三四五六七八九])?(?!{no_tenths})
        |(?P<digits>[两二双三四])位数
        |翻(?P<doublings>[一两二三四\d])番
        |(?P<n>[{HAN_NUMERAL}]+(?:点{digit}+)?)""",
        re.VERBOSE,
    )


# 实现火情零亡人, 零就业家庭动态为零, 贫困发生率由7.9%降至零; 零售, 零距离, 归零 are no numbers.
_NONE_OF = regex(r"零(?:人(?:员)?(?:死亡|伤亡)|亡人|死亡|伤亡|事故|发生|感染|命案|火灾)|零(?=[，。；,;、）)]|$)")


def read_characters(text: str, norm: str, at: int) -> list[Found]:
    """The number that begins with the numeral at `at`, or nothing."""
    if norm[at] == "零" and (match := _NONE_OF.match(norm, at)):
        if match[0] != "零" or re.search(
            r"(?:[为是]|保持|[降减归][至到]|(?:减少|下降|压减|降低)[至到])$", norm[max(0, at - 3) : at]
        ):
            unit, base = ("人", "person") if "亡" in match[0] else ("", "")
            quantity = Quantity(at, match.end(), match[0], "eq", "0", None, unit, "0", base, "none of")
            return [Found(quantity, at, "", True, True)]
        return []
    if norm[at] == "过":  # 占比首次过半; 时间过半、任务过半 are no numbers
        if not _HALF_OF.search(norm, max(0, at - 24), at):
            return []
        return [Found(Quantity(at, at + 2, "过半", "gt", "50", None, "%", "50", "%", "half"), at, "", True)]
    if match := _PLAN_NAME.match(norm, at):
        return [other(text, at, match.end(), "name", True)]
    match = _han_number().match(norm, at)
    if match is None:
        return []
    span = match.span()
    if match["year"]:
        return [other(text, at, match.end(), "year", True)]
    if match["per"]:
        unit = "%" if match["per"] == "百分之" else "‰"
        return [finish(text, norm, Printed(*span, (_han_value(match["pn"]),), "", unit, False, "per cent", True))]
    if match["whole"]:
        share = plain(round(Decimal(han(match["part"])) * 100 / Decimal(han(match["whole"])), 2))
        return [finish(text, norm, Printed(*span, (share,), "", "%", False, "fraction", True))]
    if match["tenths"]:
        whole = int(match["tenths"]) if match["tenths"].isdigit() else han(match["tenths"])
        half = {"半": 5, None: 0}.get(match["half"]) if match["half"] in ("半", None) else han(match["half"])
        return [finish(text, norm, Printed(*span, (str(whole * 10 + (half or 0)),), "", "%", False, "tenths", True))]
    if match["digits"]:
        floor = {"三": "100", "四": "1000"}.get(match["digits"], "10")
        made = finish(text, norm, Printed(*span, (floor,), "", "%", False, "digits", True))
        return [made._replace(quantity=made.quantity._replace(op="ge"))]
    if match["doublings"]:
        times = match["doublings"]
        count = times if times.isdigit() else str(han(times))
        return [finish(text, norm, Printed(*span, (count,), "", "番", False, "doublings", True))]
    return _han_amount(text, norm, match)


def _han_value(printed: str) -> str:
    whole, _, part = printed.partition("点")
    return f"{han(whole)}.{''.join(str(han(c)) for c in part)}" if part else str(han(whole))


def _han_amount(text: str, norm: str, match: re.Match[str]) -> list[Found]:
    """A number in characters with a unit: an amount where its form says so, else part of a name (十项行动)."""
    numeral, at = match["n"], match.start()
    end, scale, unit, more = measure(norm, match.end())
    before = norm[max(0, at - LOOK_BACK) : at]
    if not unit and not before.endswith("第") and not is_among_first(norm, at, end, unit):
        return []
    value = _han_value(numeral)
    for magnitude in ("万亿", "亿", "万"):  # 三十万人 is 30 万人; 千万元 is 1 千万元
        if not scale and len(numeral) > len(magnitude) and numeral.endswith(magnitude) and "点" not in numeral:
            value, scale = _han_value(numeral[: -len(magnitude)]), magnitude
            if magnitude == "万" and "亿" in numeral:  # 一亿二千万户 is 1.2 亿户
                value, scale = plain(Decimal(han(numeral)) / 10**8), "亿"
            break
    if (not scale and numeral in SCALES) or numeral in ("百万", "千万", "十万", "百亿", "千亿", "十亿", "万亿"):
        value, scale = "1", numeral
    if re.fullmatch("[点零〇]*", numeral) and numeral != "零":
        return []
    made = finish(text, norm, Printed(at, end, (value,), scale, unit, more, "han", True))
    if made.why or made.quantity.rule == "rank":
        return [made]
    known = units().get(unit)
    compared = made.quantity.op in ("gt", "lt", "about") and made.start < made.core
    if more or (known and known.base in _HAN_UNITS and unit not in _HAN_NONE):
        return [made]
    if numeral in ("一", "百", "千", "万", "亿", "零", "〇", "百万", "千万", "十万"):
        if compared and numeral not in ("一", "零") and not before.endswith(("以上", "网上", "线上", "之上", "早上")):
            return [made]
        return []
    if compared and len(numeral) > 1 and made.quantity.op != "eq":
        return [made]
    if unit in _HAN_COUNTED and _PLACED.search(numeral) and not (unit == "人" and norm[end : end + 1] in _OF_PEOPLE):
        return [made]
    why = "ordinal" if unit in _TIMES else "explanation" if unit in ("天", "年", "周", "日", "个月", "小时") else "name"
    return [made._replace(why=why)]
