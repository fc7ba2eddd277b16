"""Names that a report merges: 存贷款余额, 城乡居民收入, 实际利用内资、外资 → one name for each number of the list."""

import re
from functools import cache, lru_cache

from baogao.indicators.standard import key_of
from baogao.lexicon import table, words
from baogao.patterns import regex

# The official short forms: (merged, its two names). 城乡居民人均可支配收入分别增长4.4%、5.6%.
_SHORT = (
    (regex(r"存款?[、和及]?贷款"), ("存款", "贷款")),
    (regex(r"贷存款|贷款[、和及]?存款"), ("贷款", "存款")),
    (regex(r"农村(?:常住)?(?:居民)?[、和及与]城镇(?:常住)?(?:居民)?"), ("农村居民", "城镇居民")),
    (regex(r"城镇(?:常住)?(?:居民)?[、和及与]农(?:村|牧)(?!牧区|区)(?:常住)?(?:居民)?"), ("城镇居民", "农村居民")),
    (regex(r"城镇(?:常住)?(?:居民)?[、和及与]农(?:村牧|牧)区(?:常住)?(?:居民)?"), ("城镇居民", "农村牧区居民")),
    (regex(r"城乡(?:常住)?居民"), ("城镇居民", "农村居民")),
    (regex(r"城乡(?=最?低(?:生活保障|保))|城市[、和及与]农村(?=.*(?:低保|特困|标准))"), ("城市", "农村")),
    (regex(r"内外资"), ("内资", "外资")),
    (regex(r"进出口"), ("进口", "出口")),
    (regex(r"第?[一1][、]?[二2][、]?[三3]次?产业?"), ("第一产业", "第二产业", "第三产业")),
    (
        regex(r"第一产业[、]第二产业[、和]第三产业|三次产业"),
        ("第一产业", "第二产业", "第三产业"),
    ),
    (regex(r"第?[二2][、]?[三3]产业?"), ("第二产业", "第三产业")),
)
SOWN = regex(r"(?:总?播种|种植|播栽)?面积$")
_ONE_THING = regex("进出口|内外资")  # mostly one sum; two only where 分别 says so
_PART_OF = regex(r"(?:增加值)?占.+(?:比重|比例|占比|份额)$")
VISITORS = ("游客", "人次")  # 接待游客、旅游收入
_ENDS = frozenset("率数量额值比")  # 九年义务教育巩固率、高中阶段毛入学率
_LEVELS = regex("((?:国家|省|市|区|县)(?:、(?:国家|省|市|区|县))*)[、和](国家|省|市|区|县)级(.+)")
_TOGETHER = regex(r"(?<=..)[两三四五六七八九十]大(?=..)")  # 电子信息、新材料、食品加工三大产业集群产值
_BETWEEN = regex(r"[、，,]|以及|[和与及](?![谐平美睦解气])")


@cache
def _shared() -> tuple[str, ...]:
    return tuple(sorted(words(table("naming")["shared"]), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1024)
def split_short(name: str, count: int) -> tuple[str, ...]:
    """The names of an official short form, where it has as many as there are numbers; else nothing."""
    for pattern, parts in _SHORT:
        if len(parts) == count and (match := pattern.search(name)):
            lead, rest = name[: match.start()], name[match.end() :]
            if rest.startswith("居民") and parts[0].endswith("居民"):
                rest = rest[2:]
            return tuple(lead + part + rest for part in parts)
    return ()


@lru_cache(maxsize=1024)
def split_names(name: str, count: int, each: bool = True) -> tuple[str, ...]:
    """One name for each of `count` numbers: 实际直接利用内资、外资 → 实际直接利用内资, 实际直接利用外资."""
    if count < 2:
        return ()
    if (levels := _LEVELS.fullmatch(name)) and levels[1].count("、") + 2 == count:  # 省、市级示范村
        return tuple(f"{level}级{levels[3]}" for level in (*levels[1].split("、"), levels[2]))
    parts = split_parts(name)
    one = _ONE_THING.search(name) and (not each or len(parts) == count)  # 零售总额、进出口总额分别增长…
    if not one and (short := split_short(name, count)):
        return short
    if len(parts) != count:
        parts = [p for p in re.split("、|以及|和", name) if p]
    if len(parts) != count:
        parts = [p for p in re.split("、", name) if p]
    if len(parts) != count:
        return ()
    headed = _with_head(parts)
    return tuple(headed if headed != parts else _with_ending(parts))


def split_parts(text: str) -> list[str]:
    """The parts of a list: 内资、外资 → 内资, 外资."""
    return [part for part in _BETWEEN.split(text) if part]


def _with_head(parts: list[str]) -> list[str]:
    """The beginning that only the first has: 实际直接利用内资、外资."""
    first = parts[0]
    made = [first]
    if SOWN.search(first) and parts[1:] == ["产量"]:  # 粮食播种面积和产量
        return [first, SOWN.sub("", first) + parts[1]]
    for part in parts[1:]:
        if first.endswith("起数") and part.endswith("人数"):  # 生产安全事故起数、死亡人数
            made.append(first.removesuffix("起数") + part)
            continue
        short = len(part) < len(first) - 1 and part[-1] == first[-1]
        made.append(first[: len(first) - len(part)] + part if short and len(part) <= 4 else part)
    return made


def _with_ending(parts: list[str]) -> list[str]:
    """The ending that only the last has: 雏鹰、瞪羚、领军企业; 信息传输、租赁和商务服务业增加值."""
    last = parts[-1]
    bare = re.sub(r"[（(][^）)]*[）)]", "", last)
    if not bare.endswith("占比") and all(p.endswith("占比") for p in parts[:-1]):
        return [*parts[:-1], bare + "占比"]  # the last one's went with what links it to its number
    if (match := _PART_OF.search(bare)) and not any("占" in p for p in parts[:-1]):
        short = [p.removesuffix("增加值") for p in parts[:-1]]
        return [p + match[0] for p in short] + [bare]  # 先进制造业、高技术制造业增加值占规上工业增加值比重
    ending = next((w for w in _shared() if bare.endswith(w) and len(bare) > len(w)), "")
    if ending and not any(p.endswith(ending) for p in parts[:-1]):
        return [
            p if _is_whole(p) else p + (ending.removeprefix("产").removeprefix("业") if p.endswith("业") else ending)
            for p in parts[:-1]
        ] + [_TOGETHER.sub("", bare)]
    return parts


def _is_whole(name: str) -> bool:
    """Whether a name of a list needs no ending from the last: 规模以上工业增加值、固定资产投资、社会消费品零售总额."""
    return (
        bool(key_of(name))
        or name.endswith(VISITORS)
        or name[-1:] in _ENDS
        or any(name.endswith(w) for w in _shared() if len(w) > 1)
    )
