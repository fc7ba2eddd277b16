"""Chinese punctuation as it is set, not as it was typed: done where a page is rendered, never in the data.

In: text with the half-width marks that government sites type between Han characters. Out: text of the same length, so
that offsets hold. The rule is GB/T 15834: marks of a Chinese sentence are full width; those of numbers, times,
addresses and Latin runs stay.
"""

from baogao.patterns import regex

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = HAN + "\u3000-\u3006\u3008-\u303f\uff01-\uff0f\uff1a-\uff1f“”‘’…—"
_FULL = str.maketrans(",;:?!.()", "，；：？！。（）")
# 万户,同比 / 13.1%,其中 / 12日: but not 1,234 or 10:30 or 6.5
_MARK = regex(rf"(?<=[{_WIDE}])[,;:?!]|(?<=[0-9A-Za-z%‰)])[,;:?!](?=[{_WIDE}]|$)")
_STOP = regex(rf"(?<=[{_WIDE}])\.(?=[{_WIDE}]|$)")
# (一)扎实 / 实施方案(2023-2025年)》 / 友谊北路(马场道—宾水道): one side, or what is inside, is Chinese
_BRACKETS = regex(rf"(?<=[{_WIDE}])\([^()]*\)|\([^()]*[{HAN}][^()]*\)|\([^()]*\)(?=[{_WIDE}])")
HAS_HAN = regex(f"[{HAN}]")


def set_punctuation(text: str) -> str:
    """Chinese text with the marks of its sentences full width: "增长13.1%,其中" → "增长13.1%，其中". Same length."""
    if not any(mark in text for mark in ",;:?!.("):
        return text
    text = _BRACKETS.sub(lambda found: f"（{found[0][1:-1]}）", text)
    text = _MARK.sub(lambda found: found[0].translate(_FULL), text)
    return _STOP.sub("。", text)
