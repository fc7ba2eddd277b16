"""Text as it came → text with its white space tidied, and nothing else changed.

The extract document gives the report's own text: runs of white space become one space, invisible characters go.
"""

import re
from functools import cache
from typing import Any

from baogao.patterns import HAN, regex

# Zero-width and bidirectional marks, soft hyphen, byte order mark, variation selectors, and control characters.
_INVISIBLE = regex("[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc"
                        "\ufe00-\ufe0f\ue000-\uf8ff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # fmt: skip
_SPACE = regex(r"\s+")
# A number that the page broke: "13. 5%", "2 026年", "1 2.5亿元". Only in prose, where no columns are.
_D = "[0-9０-９]"
_BROKEN_NUMBER = regex(
    rf"(?<={_D}) (?={_D})|(?<={_D}) (?=[.．] ?{_D})"
    rf"|(?<=[^\s0-9０-９]{_D}[.．]) (?={_D})|(?<={_D}{_D}[.．]) (?={_D})|(?<={_D} [.．]) (?={_D})"
)
_NAMED = regex("[A-Za-z图表][0-9.]*$")  # PM2.5 29微克, G318 12公里, 表1 2024年: a name, then a number
# A number that is set apart from what it counts: "增长 8.8 ％", "3251 亿美元", "2024 年"; and a stop from its sentence.
_SET_APART = regex(rf"(?<={_D}) (?={HAN}|[%％‰])|(?<=[%％‰]) (?={HAN})|(?<=\S) (?=[，。；：、！？）])")
_AFTER_WORD = regex(rf"(?<={HAN}) (?={_D})")  # in a heading it parts two things: 第一部分 2024年工作回顾
_COLUMNS = regex(rf"{_D}[%％]? [-−]?{_D}")  # two numbers beside each other in what is no sentence
_PROSE = regex("[，。；,;、]")
# "政 府 工 作 报 告": a heading set with spaces between its characters.
_SPACED = regex(rf"(?:{HAN} ){{2,}}{HAN}")
_HAN = "\u2014-\u2026\u2e80-\uffef"  # Han, their punctuation and full-width forms; two ranges compile fast
_INDENT = regex("(?<=[。！？：；”）])(?:\u3000{2,}|[\u00a0 ]{4,})(?=\\S)")


class _Table(dict[int, Any]):
    """A table for str.translate that learns which characters stay: one that is not in it costs ten times as much."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


# For matching only: full-width forms as half-width ones, so that a pattern is written once.
_NARROW = _Table({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
# … and traditional characters of the words that patterns hold as simplified ones.
_NARROW |= str.maketrans(
    "萬與專業個為舉義習鄉書於產親億從們眾會傳係繫體來黨內冊決況減幾擊劃創別辦務動勢區華單協廳縣參發號後員聽團圍國圖執場聲處備複復奮學實審對導屆層歲廣開強當錄徵態總應戶擴掃報擔據攝數時術"
    "機條標檔極構樣歡歷濟瀏滿點煉熱獻現環電監礎碼種積穩競築簡籌簽糾約級細終組結經統繼續維編縮網聞聯職臨興舊製規視覽觀計訂認討議訊記設訪評識詞話詢語誤說請諸讀謝貢責貳資贊質轉載較輝輯過這"
    "還進達運適選郵釋鏈錯鍵鎮鍛長門閉問間閱陸際階隨險難雙頁頂項順預領題類顧風養驗齊關權館佈誌東灣蘇龍遼寧陝肅貴雲慶稱勝給僅農財價無盡變邁陣須顯",
    "万与专业个为举义习乡书于产亲亿从们众会传系系体来党内册决况减几击划创别办务动势区华单协厅县参发号后员听团围国图执场声处备复复奋学实审对导届层岁广开强当录征态总应户扩扫报担据摄数时术"
    "机条标档极构样欢历济浏满点炼热献现环电监础码种积稳竞筑简筹签纠约级细终组结经统继续维编缩网闻联职临兴旧制规视览观计订认讨议讯记设访评识词话询语误说请诸读谢贡责贰资赞质转载较辉辑过这"
    "还进达运适选邮释链错键镇锻长门闭问间阅陆际阶随险难双页顶项顺预领题类顾风养验齐关权馆布志东湾苏龙辽宁陕肃贵云庆称胜给仅农财价无尽变迈阵须显",
)  # fmt: skip
_TIGHT = dict.fromkeys(map(ord, " \t\r\n\x0b\x0c\xa0\u2002\u2003\u2009\u3000"))
_BRACKETS = str.maketrans("【〖〔】〗〕»›«‹", "[[[]]]>><<")
_SQUASH = _Table(_NARROW | _TIGHT | _BRACKETS)


def tidy(text: str) -> str:
    """ "  （一）做强 \\u3000产业 " → "（一）做强 产业"; "13. 5%" in a sentence → "13.5%"."""
    text = _INVISIBLE.sub("", text).replace("\xa0", " ").strip()
    prose = _PROSE.search(text)
    if prose and " " in text:  # before a wide blank, which parts (表1　2024年…), becomes a space
        text = _BROKEN_NUMBER.sub(lambda match: " " if _NAMED.search(text[: match.start()]) else "", text)
    text = _SPACE.sub(" ", text)
    if " " in text:
        if prose:
            text = _AFTER_WORD.sub("", text)
        if prose or not _COLUMNS.search(text):
            text = _SET_APART.sub("", text)
        if _SPACED.fullmatch(text):
            text = text.replace(" ", "")
    return text


def split_paragraphs(text: str) -> list[str]:
    """Text between two elements as paragraphs: an indent after a sentence's end begins one, a line break in the source
    of a page is nothing between Han characters."""
    return _INDENT.split(_source_break().sub("", text) if "\n" in text else text)


@cache
def _source_break() -> re.Pattern[str]:
    """A line break of a page's source that stands for nothing. Compiled when a page needs it."""
    blank = r"[ \t\r\f]*\n[ \t\r\n]*"
    return regex(rf"(?<=[{_HAN}]){blank}(?=[{_HAN}0-9])|(?<=[0-9%]){blank}(?=[{_HAN}])")


def narrow(text: str) -> str:
    """For matching only: full-width forms as half-width ones, traditional as simplified, character for character."""
    return text.translate(_NARROW)


def tight(text: str) -> str:
    """A text as printed without white space: what `squash` gives, character for character."""
    return text.translate(_TIGHT)


def squash(text: str) -> str:
    """The form in which lines are compared with patterns: narrow, no white space, few kinds of brackets."""
    return text.translate(_SQUASH)
