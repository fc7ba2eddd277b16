"""Personal data in what would be published: mobile and identity numbers, e-mail addresses, chat names.

In: a report's folder. Out: a warning for each, with its place. Official contact data has no place in a presentation of
the report either (docs/publishing.md), so there is no list of exceptions.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from baogao.content import ReportFolder
from baogao.model import Finding
from baogao.patterns import regex

RULE = "no-personal-data"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
_PATTERNS = (
    # neither a part of a longer number nor an amount
    ("a mobile number", regex(r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\d.]*\d)(?!\s*[万亿元%])")),
    ("an e-mail address", regex(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    ("a chat name", regex(r"(?:微信号?|QQ号?|WeChat|Weixin|Telegram)\s*[:：]\s*[A-Za-z0-9_-]{5,}", re.IGNORECASE)),
)
_IDENTITY = regex(r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])")


def find_personal_data(text: str) -> Iterator[tuple[int, str, str]]:
    """Where it stands, what it is, and the text, of each piece of personal data."""
    for match in _IDENTITY.finditer(text):
        if is_identity_number(match[0]):
            yield match.start(), "an identity number", match[0]
    for what, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), what, match[0]


def is_identity_number(digits: str) -> bool:
    """Whether eighteen digits end in the check digit of GB 11643-1999."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return "10X98765432"[total % 11] == digits[-1].upper()


def published_files(folder: Path) -> Iterator[Path]:
    """The files of a report's folder whose words end up on pages. The source is judged by what was read from it."""
    yield from sorted(folder.glob("*.toml"))
    for language in ("zh", "en"):
        yield from sorted((folder / language).glob("*.md"))
    yield from sorted((folder / "charts").glob("*.toml"))


def check_personal_data(folder: ReportFolder) -> Iterator[Finding]:
    """A warning for each piece of personal data in what would be published of a report."""
    for path in published_files(folder.path):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for _, what, text in find_personal_data(line):
                if path.name == "report.toml" and line.startswith("contact"):
                    continue  # whom to write to is there to be published
                yield Finding(RULE, "warning", str(path), f"{what}: {_masked(text)}", number, "leave it out")


def _masked(text: str) -> str:
    """Enough to find it by, without publishing it a second time in a log."""
    return text[:3] + "…" + text[-2:]
