"""Bytes → text, in any encoding that Chinese reports come in. No library where one look decides."""

import codecs
import re
from unicodedata import category

from baogao.errors import SourceError
from baogao.patterns import regex

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_DECLARED = regex(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.I)
# Names that pages declare, and what they mean: GB2312 and GBK are written, GB18030 holds both.
_MEANT = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
          "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "utf8": "utf-8"}  # fmt: skip
# The commonest characters of Chinese prose, in both scripts: what tells GB18030 from Big5, which share their bytes.
_COMMON = frozenset("的一是在和年发展發業业国國人建设設工作，。、大会會政府经濟经济實实现現")

_DAMAGED = "\ufffd"
_NO_TEXT = "the text is in no encoding that Chinese reports come in"


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. SourceError where it is none that Chinese texts come in."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), name
    if name := _wide(data):
        return _sound(data.decode(name, "replace")), name
    declared = _DECLARED.search(data[:4096])
    for name in ("utf-8", _meant(declared[1]) if declared else "", "gb18030", "big5hkscs"):
        if name and (text := _strict(data, name)) is not None:
            return _other_script(data, text) if name == "gb18030" and not declared else (text, _shown(name))
    return _nearest(data)


def _meant(declared: bytes) -> str:
    name = _MEANT.get(declared.decode("ascii").lower(), declared.decode("ascii").lower())
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _shown(name: str) -> str:
    return "big5" if name == "big5hkscs" else name


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: line breaks and ASCII stand with a zero byte beside them. A few stray zero bytes in a
    UTF-8 text are none."""
    head = data[:20000]
    if b"\0" not in head or len(data) % 2:
        return ""
    little, big = head[1::2].count(0), head[::2].count(0)
    if little + big < len(head) // 10 and _strict(data, "utf-8") is not None:
        return ""
    return "utf-16-le" if little > big else "utf-16-be"


def _sound(text: str) -> str:
    """The text, where its characters are ones that texts have. SourceError where the bytes are no text."""
    head = text[:20000]
    odd = sum((category(c) in ("Cc", "Cn", "Co", "Cs") and not c.isspace()) or c == _DAMAGED for c in head)
    if odd > max(3, len(head) // 100):
        raise SourceError(_NO_TEXT, hint="save it as UTF-8")
    return text


def _other_script(data: bytes, text: str) -> tuple[str, str]:
    """GB18030 takes nearly every Big5 text: the reading with more common characters is the right one."""
    other = _strict(data, "big5hkscs")
    if other is not None and _likeness(other) > _likeness(text):
        return other, "big5"
    return text, "gb18030"


def _likeness(text: str) -> float:
    head = text[:20000]
    return sum(character in _COMMON for character in head) / (len(head) or 1)


def _nearest(data: bytes) -> tuple[str, str]:
    """A text with a few damaged bytes: the reading with the fewest, each shown as U+FFFD."""
    best = min(
        ((data.decode(n, "replace"), n) for n in ("utf-8", "gb18030", "big5hkscs")), key=lambda t: t[0].count(_DAMAGED)
    )
    if best[0].count(_DAMAGED) > max(3, len(best[0]) // 200):
        raise SourceError(_NO_TEXT, hint="save it as UTF-8")
    return best[0], _shown(best[1])
