"""What a number measures: the text around it → a name as the report prints it.

`trim_tail` takes off what links a name to its number (达到, 同比增长), `trim_lead` what only dates or counts it (全年,
引进). The words are data: lexicon/naming.toml.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from baogao.indicators.standard import key_of
from baogao.lexicon import either, table, words
from baogao.patterns import regex

MAX_NAME = 30
MAX_LIST = 80  # of several names that share a list of numbers
EDGES = "●■◆▪•，,。；;、：:（(）)！!？?—-–·…\t 　\n"
_LONGEST = 10
_PLAIN_VERBS = ("实现", "达到", "累计完成")  # 实现增加值; but 完成投资 and 注册资本 are names
_OF_A_KIND = ("性", "型")
_ADDING = ("新增", "净增", "倍增", "起降", "签约", "预约")  # words, though they end as 增, 降 and 约 do


class Tail(NamedTuple):
    """A text without what links it to the number after it."""

    end: int  # where the rest ends
    sign: int = 0  # 1 after 增长, -1 after 下降, 0 where neither stands there
    words: str = ""  # what was taken off
    better: bool = False  # 改善: the sign follows from what is better


@cache
def _tails() -> dict[str, int]:
    """Words before a number → the sign of growth that they give it."""
    data = table("naming")
    known = dict.fromkeys(words(data["tail"]), 0)
    known |= dict.fromkeys(words(data["up"]), 1)
    return known | dict.fromkeys(words(data["down"]), -1)


@cache
def _tail_lengths() -> dict[str, tuple[int, ...]]:
    """The last character of a word before a number → how long such words are, the longest first."""
    found: dict[str, set[int]] = {}
    for word in _tails():
        found.setdefault(word[-1], set()).add(len(word))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


@cache
def _leads() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = table("naming")
    lead = frozenset(words(data["lead"])) | frozenset(words(data["scope"]))
    return lead, frozenset(words(data["verbs"])), frozenset(words(data["whole"]))


@cache
def measures() -> frozenset[str]:
    """Nouns that say only how something is measured: 营业收入, 增加值."""
    return frozenset(words(table("naming")["measures"]))


# 占比较2020年提高, 连续13年稳定在, 增加到2025年的: what only dates the change
_SINCE = regex(
    r"(?:(?:比|较|与)[^，。；、,]{0,3}(?:(?:19|20)\d\d年|上年|去年|前年|“?十.五”?|同期|五年前|疫情前|年初)[^，。；、,]{0,4}|连续[^，。；、,]{1,4}个?[年月]|(?<!\d)近?[五三5]年来?(?:累计)?|(?<=[到至为])(?:19|20)\d\d年[末底]?)$"
)


def trim_tail(text: str) -> Tail:
    """规上工业增加值同比增长 → end of 规上工业增加值, sign 1. Stops at punctuation."""
    known, end, sign, better = _tails(), len(text), 0, False
    while end:
        if text[end - 2 : end] in _ADDING or text.endswith(("自然增长率", "人均"), 0, end):
            break
        for length in _tail_lengths().get(text[end - 1], ()):
            if length <= end and (word := text[end - length : end]) in known:
                if known[word] and not sign:
                    sign, better = known[word], word == "改善"
                end -= length
                break
        else:
            if text[end - 1] in "年月末底初期前比度" and (match := _SINCE.search(text, max(0, end - 16), end)):
                end = match.start()
                continue
            if text[end - 1] in "了的，,、：:（( 　" and end == len(text):
                end -= 1
                continue
            if text[end - 1] == "了":
                end -= 1
                continue
            break
    return Tail(end, sign, text[end:], better)


# What says how a name is measured, though it links it to its number: 信访总量下降9.6%, 新能源装机占比54.8%
_MEASURED = regex("总量|总数|总规模|占比")
_OF_WHOLE = regex(r"..占(?!.*(?:比重|比例|占比|份额|[率比]$))")  # 核电装机规模占全国25.8%


def with_measure(name: str, link: str, share: bool) -> str:
    """A name with the measure that went with what links it to its number: 信访, 总量下降 → 信访总量.

    A standard indicator keeps its own name: 经营主体总量 is 经营主体.
    """
    if share and _OF_WHOLE.search(name):
        return name.rstrip("的") + "比重"
    match = _MEASURED.match(link)
    if match is None or name.endswith(match[0]) or (match[0] == "占比" and not share):
        return name
    whole = name + match[0]
    if match[0] == "占比":
        return whole  # 第三产业增加值占比94.1% is no value added
    return whole if key_of(whole) or not key_of(name) else name


# 四是免费筛查…, 3．每千人口托位数
_NUMBERED = regex(r"[一二三四五六七八九十]是(?=[^，。；]{2})|\d{1,2}[．.、）)](?!\d)")
_YEAR_LEAD = regex(
    r"(?:扣除|剔除|按)[^，。；、]{2,12}?(?:后|计算|口径|(?:因素|影响)+后?)|(?:(?<!\d)近?[五5]年(?:来|间)?(?:累计)?)"
    r"|前(?:\d{1,2}|[一二三四五六七八九十]+)个月|1[-—–－~至到](?:1?\d)月份?|前?[一二三四]季度"
    r"|为[^，。；、]{2,8}?(?:免费)?(?:开展|提供|发放)(?=..)|[（(]?(?:到|至|截至)?(?:(?:19|20)\d\d年(?:度|末|底|初)?|“?十[三四五]五”?(?:以来|时期|期间|末)?)[）)]?的?"
)


_AGAIN = regex("再建(?![设成立筑材])")  # 再建口袋公园8个


@lru_cache(maxsize=4096)
def trim_lead(text: str, place: str = "") -> tuple[int, str]:
    """Where a name begins, and the verbs before it: 全年引进京冀企业 → 4, "引进"."""
    lead, verbs, whole = _leads()
    start, taken = 0, ""
    while start < len(text):
        rest = text[start:]
        if rest[0] in EDGES or rest[0] in "的了":
            start += 1
            continue
        if match := _YEAR_LEAD.match(rest) or (None if text[:start].strip(EDGES) else _NUMBERED.match(rest)):
            start += match.end()
            continue
        if rest[0] in "但而" and is_measured(rest[1:]):
            start += 1
            continue
        if _AGAIN.match(rest):
            taken, start = taken + rest[1], start + 2
            continue
        if place and rest.startswith(place):
            start += len(place)
            continue
        if key_of(rest, True) or any(rest.startswith(word, 0) for word in _whole_from(rest[0], whole)):
            break
        for length in range(min(_LONGEST, len(rest)), 0, -1):
            word, after = rest[:length], rest[length:]
            if (
                word in verbs
                and after[:1] not in _OF_A_KIND
                and (length > 1 or not after or word == "获" or _begins(after))
            ):
                if after and word not in _PLAIN_VERBS and (after in measures() or len(after) == 1):
                    return start, taken
                taken += word
                start += length
                break
            if after[:1] in _OF_A_KIND:
                continue  # 补贴性职业技能培训, 区域性中心敬老院
            if word in lead and (length > 1 or not after or _begins(after)):
                start += length
                break
        else:
            break
    return start, taken


@cache
def _whole_from(first: str, whole: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(w for w in whole if w[0] == first))


def _begins(text: str) -> bool:
    """Whether a text begins with a word of two or more characters that is taken off a name."""
    lead, verbs, _ = _leads()
    return any(text[:n] in lead or text[:n] in verbs for n in range(2, min(_LONGEST, len(text)) + 1))


@cache
def _stops() -> re.Pattern[str]:
    stop = sorted(words(table("naming")["stop"]), key=lambda w: (-len(w), w))
    return regex("|".join(map(re.escape, stop)))


@lru_cache(maxsize=4096)
def name_after(text: str) -> int:
    """How long the name is that a text begins with: 京冀企业，… → 4; 项目如期开工 → 2; ，… → 0."""
    end = next(
        (i for i, c in enumerate(text[: MAX_NAME + 1]) if c in "，,。；;：:！!？?（(）)\t" or c == "、"),
        min(len(text), MAX_NAME),
    )
    head = text[:end]
    if head.startswith("的"):
        return 0
    if second := _SECOND.search(head):  # 4个项目862套住房, 196个项目年度计划投资332亿元
        end = _ITS_MONEY.search(head, 0, second.start()).start()  # type: ignore[union-attr]
        head = head[:end]
    stop, words_of_it = _stops().search(head), [m.span() for m in _inseparable().finditer(head)]
    while stop:
        past = _past_word(head, stop.start(), words_of_it)
        if not past and stop.start() != 1:
            break
        stop = _stops().search(head, past or stop.end())
    return len(head[: stop.start() if stop else end].removesuffix("等"))


_SECOND = regex(r"(?<=[^\d（(])\d[\d.]*(?:万?[个家套所条件项户人名座台张处]|[万亿]+元)")
_ITS_MONEY = regex(r"(?:(?:年度|全年)?计划|总|完成|年度)*投资$|$")


def _past_word(text: str, at: int, inseparable: list[tuple[int, int]]) -> int:
    """Where the word ends that what looks like a verb is part of: the 创新 of 技术创新中心, the 达 of 欠发达."""
    ends = [end for start, end in inseparable if start <= at < end]
    ends += [at + len(w) for w in _whole_from(text[at], _leads()[2]) if text.startswith(w, at)]
    return max(ends, default=0)


@cache
def _inseparable() -> re.Pattern[str]:
    return regex(either(words(table("naming")["inseparable"])))


_AND_SO_ON = regex("(?<=..)(?<![高中初平均同对优特劣减])等(?=[^级次候待].)")
_INNER_END = 2
_SPENT_BY = regex("(?:累计)?完成投资$")
_OPEN = regex("[（(][^（()）]*$")
_AS_SHARE = regex(r"([^达占]{3,}?)(?:达到|达(?![标成])|相当于|不足|不到)[^达]{2,}")  # 海绵城市建设达到建成区面积的44%


@cache
def _inner() -> re.Pattern[str]:
    inner = sorted(words(table("naming")["inner"]), key=lambda w: (-len(w), w))
    return regex("|".join(map(re.escape, inner)))


@cache
def _predicate() -> re.Pattern[str]:
    return regex(
        r"首次|首破|成功|一举|历史性|接连|相继|连跨|连跃|跨|创|双双|持续|稳步|不断|保持|进一步|更加|加快|再创|实现|位居|居|迈|跃|呈|取得|突破|大幅|明显|显著|快速|平稳|稳中|总体|支撑|增势|增速(?:由|企稳|回升)|由负|由降|由跌|转正|止跌|企稳|增长|提升|向好|再上|(?:偏|较|仍|还)?低$|不高$"
    )


def is_measured(text: str) -> bool:
    """Whether a text is, or ends in, a name of its own: 可再生能源装机占比 (历史性超过煤电); 增速 is none."""
    return bool(key_of(text, True)) or any(text.endswith(word) and len(text) >= len(word) + 2 for word in measures())


@lru_cache(maxsize=4096)
def subject_of(text: str, earlier: bool = False, carried: bool = False) -> tuple[int, int, str] | None:
    """Where in a clause the name is: 盘活存量实现收入 → 收入. (start, end, verbs before it.)

    `earlier`: the clause ends before the number's own (进出口总值创历史新高，达到5379亿元): its subject is the name;
    where another name could be `carried` over, only if it is a standard indicator.
    """
    if earlier:
        match = _predicate().search(text, 2)
        end = match.start() if match else len(text)
        if carried and not key_of(text[:end]) and not is_measured(text[:end]):
            return None
        return (0, end, "") if end else None
    start, verbs, cut = 0, "", 0
    if key_of(text, True):
        return 0, len(text), ""
    if match := _AS_SHARE.fullmatch(text):
        return 0, match.end(1), ""
    for match in _AND_SO_ON.finditer(text):  # 汽车等商品销售额; but 高等教育毛入学率
        start = match.end()
    for match in _inner().finditer(text, start + 1):
        protected = any(text.startswith(w, match.start()) for w in _whole_from(text[match.start()], _leads()[2]))
        bracketed = _OPEN.search(text, start, match.start()) is not None  # 领军(培育)企业
        spent = _SPENT_BY.match(text, match.start()) is not None  # 省重点项目完成投资
        if len(text) - match.end() >= _INNER_END and not protected and not bracketed and not spent:
            start, verbs, cut = match.end(), match[0], cut or match.start()
    lead, more = trim_lead(text[start:])
    start += lead
    if start >= len(text):  # 滨海绿道累计贯通: nothing but verbs after the name
        lead, _ = trim_lead(text[:cut])
        return (lead, cut, verbs + more) if lead < cut else None
    longest = MAX_NAME if "、" not in text else MAX_LIST
    if len(text) - start > longest:
        start = len(text) - longest
    return start, len(text), verbs + more
