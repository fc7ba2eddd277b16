"""Dates as Chinese pages and papers write them → ISO 8601."""

from datetime import date

from baogao.patterns import regex
from baogao.sections.numbering import han_number

_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")
_HAN = "〇○零一二三四五六七八九十"
_DATE = regex(
    rf"([12][0-9]{{3}}|[一二][{_HAN}]{{3}})\s?(?:年|[-/.])\s?([0-9]{{1,2}}|[{_HAN}]{{1,3}}|元|正)\s?(?:月|[-/.])\s?"
    rf"([0-9]{{1,2}}|[{_HAN}]{{1,3}})(?![0-9])"
)


def find_dates(text: str) -> list[tuple[int, int, str]]:
    """The dates of a text in order: (start, end, "2026-01-27"); 二〇二六年一月二十七日 and 2026.01.27 alike."""
    found = []
    for match in _DATE.finditer(text):
        year = match[1] if match[1].isascii() else match[1].translate(_DIGITS)
        month, day = (_number(part) for part in (match[2], match[3]))
        if year.isdigit() and (made := _iso(int(year), month, day)):
            found.append((match.start(), match.end(), made))
    return found


def _number(text: str) -> int:
    """12, 十二 → 12; 元 and 正, the first month → 1."""
    return 1 if text in "元正" else int(text) if text.isascii() else han_number(text)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
