"""The English pages of a report: read, and compared with the Chinese by paragraphs and by numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from baogao.content import ReportFolder
from baogao.errors import ContentError
from baogao.language import languages
from baogao.model import Finding, OtherNumber
from baogao.patterns import regex
from baogao.sections.markdown import Page

KEYS = ("Title", "Slug", "Section", "Lang", "Translator", "Status", "Source-hash", "Date")
STATUSES = ("machine", "human", "reviewed")
_UNESCAPE = regex(r"\\([\\`*_{}\[\]()#+\-.!|~^<>=:])")


@dataclass(frozen=True)
class Translation:
    """An en/*.md file: its head, and its paragraphs with the line each begins on."""

    path: Path
    head: dict[str, str]
    paragraphs: tuple[tuple[int, str], ...]
    headings: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        return self.head.get("Status", "machine")


def read_translation(path: Path) -> Translation:
    """Read an English page. ContentError where its head is not of known keys."""
    state = path.stat()
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4096)
def _read(path: Path, changed: int, size: int) -> Translation:
    """The page as it stood at a time of change: pages, citations and feeds of one build ask for it many times."""
    lines = path.read_text(encoding="utf-8").split("\n")
    head: dict[str, str] = {}
    number = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            break
        key, colon, value = line.partition(":")
        if not colon or key not in KEYS:
            raise ContentError(f"{key!r} in the head", path=path, line=number, hint=f"known: {', '.join(KEYS)}")
        head[key] = value.strip()
    if head.get("Status", STATUSES[0]) not in STATUSES:
        raise ContentError(f"the status {head['Status']!r}", path=path, hint=f"known: {', '.join(STATUSES)}")
    blocks: list[tuple[int, list[str]]] = []
    fresh = True
    for at, line in enumerate(lines[number:], number + 1):
        if not line.strip():
            fresh = True
            continue
        if fresh:
            blocks.append((at, []))
        blocks[-1][1].append(line.strip())
        fresh = False
    texts = [(at, " ".join(parts)) for at, parts in blocks]
    paragraphs = tuple((at, plain(t)) for at, t in texts if not t.startswith(("#", "|")))
    return Translation(path, head, paragraphs, tuple(plain(t.lstrip("# ")) for _, t in texts if t.startswith("#")))


def plain(markdown: str) -> str:
    """The text of a Markdown line as a reader sees it."""
    text = re.sub(r"(?<!\\)(\*{1,2})(.+?)\1", r"\2", markdown)
    text = _UNESCAPE.sub(r"\1", text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def source_hash(page_texts: tuple[str, ...]) -> str:
    """What a translation was made from: the first twelve digits of the SHA-256 of its paragraphs."""
    return sha256("\n".join(page_texts).encode()).hexdigest()[:12]


def is_stale(folder: ReportFolder, page: Page, translation: Translation) -> bool:
    """Whether the Chinese changed after it was translated, where the translation says from what it was made."""
    said = translation.head.get("Source-hash")
    return bool(said) and said != source_hash(tuple(p.text for s in page.sections for p in s.paragraphs))


def translation_findings(folder: ReportFolder, page: Page, translation: Translation) -> Iterator[Finding]:
    """What does not fit between an English page and its Chinese one."""
    rule, path = "translation-fits", str(translation.path)
    paragraphs = [p for section in page.sections for p in section.paragraphs]
    if len(paragraphs) != len(translation.paragraphs):
        yield Finding(
            rule, "error", path, f"{len(translation.paragraphs)} paragraphs, the Chinese has {len(paragraphs)}",
            hint="one block for each, in order",
        )  # fmt: skip
        return
    now = source_hash(tuple(p.text for p in paragraphs))
    if is_stale(folder, page, translation):
        hint = f"renew it, then say Source-hash: {now}"
        yield Finding(rule, "warning", path, "the Chinese has changed since it was translated", hint=hint)
    elif "Source-hash" not in translation.head:
        hint = f"say Source-hash: {now} in its head, and a change of the Chinese will be told"
        yield Finding(rule, "notice", path, "from which Chinese it was made is not said", hint=hint)
    others: dict[str, list[OtherNumber]] = {}
    for number in folder.extract.other_numbers:
        others.setdefault(number.paragraph, []).append(number)
    for paragraph, (line, text) in zip(paragraphs, translation.paragraphs, strict=True):
        indicators = folder.indicators_by_paragraph.get(paragraph.id, ())
        known = tuple(others.get(paragraph.id, ()))
        for unbacked in languages.check_numbers(indicators, known, text, "en", source=paragraph.text):
            yield Finding(rule, "error", path, f"{paragraph.id}: not in the Chinese: {unbacked}", line)
        for missing in languages.missing_numbers(indicators, text):
            yield Finding(rule, "error", path, f"{paragraph.id}: not in the English: {missing}", line)
