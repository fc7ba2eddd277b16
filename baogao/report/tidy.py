"""Text as it came → text with its white space tidied, and nothing else changed.

The extract document gives the report's own text: runs of white space become one space, invisible characters go.
"""

import re
from functools import cache

from baogao.patterns import HAN, regex

# Zero-width and bidirectional marks, soft hyphen, byte order mark, variation selectors, and control characters.
_INVISIBLE = regex("[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc"
                        "\ufe00-\ufe0f\ue000-\uf8ff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # fmt: skip
_SPACE = regex(r"\s+")
# A number that the page broke: "13. 5%", "2 026年", "1 2.5亿元". Only in prose, where no columns are.
_D = "[0-9０-９]"
_BROKEN_NUMBER = regex(
    rf"(?<={_D}) (?={_D})|(?<={_D}) (?=[.．]{_D})|(?<=[^\s0-9０-９]{_D}[.．]) (?={_D})|(?<={_D}{_D}[.．]) (?={_D})"
)
_PROSE = regex("[，。；,;、]")
# "政 府 工 作 报 告": a heading set with spaces between its characters.
_SPACED = regex(rf"(?:{HAN} ){{2,}}{HAN}")
_HAN = "\u2014-\u2026\u2e80-\uffef"  # Han, their punctuation and full-width forms; two ranges compile fast
_INDENT = regex("(?<=[。！？：；”）])(?:\u3000{2,}|[\u00a0 ]{4,})(?=\\S)")
# For matching only: full-width forms as half-width ones, so that a pattern is written once.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# … and traditional characters of the words that patterns hold as simplified ones.
_NARROW |= str.maketrans(
    "報會議國務總長縣區計劃釋詞註頁網發佈時間來錄轉載載編輯責審關於導聯繫電話郵號碼權備術開閉館經濟產業員誌們諸請",
    "报会议国务总长县区计划释词注页网发布时间来录转载载编辑责审关于导联系电话邮号码权备术开闭馆经济产业员志们诸请",
)
_SQUASH = _NARROW | dict.fromkeys(map(ord, " \t\r\n\x0b\x0c\xa0\u2002\u2003\u2009\u3000"))


def tidy(text: str) -> str:
    """ "  （一）做强 \\u3000产业 " → "（一）做强 产业"; "13. 5%" in a sentence → "13.5%"."""
    text = _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
    if " " in text:
        if _PROSE.search(text):
            text = _BROKEN_NUMBER.sub("", text)
        elif _SPACED.fullmatch(text):
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


def squash(text: str) -> str:
    """The form in which lines are compared with patterns: narrow, and without white space."""
    return text.translate(_SQUASH)
