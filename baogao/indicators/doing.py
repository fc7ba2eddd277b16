"""What is done with what is counted: 引进京冀企业259家 is no stock of them, and neither is what follows in its list."""

from functools import lru_cache

from baogao.indicators.amounts import Found
from baogao.indicators.context import Context, Name
from baogao.indicators.periods import TERM
from baogao.lexicon import table, words
from baogao.patterns import regex

_ADDED = regex(r"新增|净增|引进|新建|新设|新登记|新注册|新认定|增设|招引|新引进|新培育")
TO_LEVEL = regex(r"(?:到|至|达|为|突破|超过?|跨上|迈上|站上|过|居|稳定在|保持在|控制在|占|是|有)")


def is_added(context: Context, number: Found, name: Name) -> bool:
    """新增规上工业企业20家、高新技术企业10家: the verb speaks for the whole list."""
    if _ADDED.search(name.verbs + name.text[:4]):
        return True
    before = context.previous
    if not before or not before.added or name.verbs:
        return False
    return _goes_on(context, number, name)


_LIST = regex("、|和|以及|及|与")
_LONGEST_ACTION = 6
_TO_DATE = regex("累计")
_BASIS = regex("(?:同|可比)口径|(?:扣除|剔除)(?!价格)[^，。；、]{2,14}?(?:因素|影响)")


def action_of(context: Context, number: Found, name: Name, key: str | None) -> str:
    """What is done with what is counted: 引进京冀企业259家; of a standard indicator only an addition (新增经营主体).

    In a list it holds for what follows: 新增绿色食品46个、有机农产品8个.
    """
    action, before = without_neutral(name.verbs), context.previous
    if before and not name.verbs and _goes_on(context, number, name):
        return before.action
    became = before is not None and before.kind == "baseline" and before.name == name.text  # 由14家整合至9家
    done = action == "完成" and name.rule == "name after"  # 完成5家菜市场改造
    if len(action) > _LONGEST_ACTION or action in name.text or became or done or (key and not _ADDED.search(action)):
        return ""
    return action


def _goes_on(context: Context, number: Found, name: Name) -> bool:
    """Whether a number stands in one list with the one before: 新建2所学校和1所幼儿园; not 新增19家、达到113家."""
    before = context.previous
    listed = before is not None and before.number[0] > context.sentence and bool(_LIST.match(context.gap))
    stands = TO_LEVEL.search(context.tail.words + number.quantity.text[: number.core - number.start])
    # 净增5600家、首次突破2万家; 新增1350公里、总里程7598公里
    return listed and not stands and not name.text.startswith("总") and context.gap[:2] != "、总"


def qualifier_of(context: Context) -> str:
    """累计, where the number counts from the beginning on, not only in the year; of a rate that is no plain one what
    makes it another: 同口径, 扣除留抵退税因素."""
    if context.tail.sign and (basis := _BASIS.search(context.gap)):
        return "同口径" if "口径" in basis[0] else basis[0]
    return "累计" if context.setting.mode != TERM and _TO_DATE.search(context.gap) else ""


@lru_cache(maxsize=1024)
def without_neutral(verbs: str) -> str:
    """成功实现 → "", 办理 → 办理: word by word, the longest first."""
    neutral, rest = frozenset(words(table("naming")["neutral"])), verbs
    known = neutral | frozenset(words(table("naming")["verbs"]))
    kept = ""
    while rest:
        word = next((rest[:n] for n in range(len(rest), 0, -1) if rest[:n] in known), rest[0])
        kept += "" if word in neutral else word
        rest = rest.removeprefix(word)
    return kept
