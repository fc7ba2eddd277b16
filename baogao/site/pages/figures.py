"""An indicator as a page shows it: name, value in words, kind and year, its row and its sentence, its counterpart.

In: a report folder and a language. Out: a Figure an indicator, worked out once and used by every page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from baogao.content import ReportFolder
from baogao.data.addresses import page_name
from baogao.language import languages
from baogao.language.words import Words
from baogao.model import Indicator
from baogao.site.pages.frame import in_language

KINDS = ("result", "target", "previous_target", "baseline", "period")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the report, in the words of one language."""

    id: str
    name: Markup
    value: Markup
    kind: str
    label: str  # "2023年完成", "2024 target"
    year: str
    row: str  # its row among the indicators
    sentence: str  # its place in the text
    section: str  # id of the page that it stands on
    number: str = ""  # the section's number, as shown
    mark: str = ""  # "预计", "aspiration": how sure it is, where the report says so


class Figures:
    """Every indicator of a report as a Figure of one language."""

    def __init__(self, folder: ReportFolder, language: str, words: Words) -> None:
        self.folder, self.language, self.words = folder, language, words

    @cached_property
    def all(self) -> dict[str, Figure]:
        return {i.id: self._figure(i) for i in self.folder.extract.indicators}

    def of(self, ids: Sequence[str]) -> tuple[Figure, ...]:
        return tuple(self.all[i] for i in ids if i in self.all)

    def in_section(self, section: str) -> tuple[Figure, ...]:
        return self.of([i.id for i in self.folder.indicators_by_section.get(section, ())])

    def _figure(self, indicator: Indicator) -> Figure:
        name = languages.name_words(indicator, self.language, self.folder.glossary)
        value = languages.value_words(indicator, self.language, self.folder.glossary)
        page = self.folder.page_of.get(indicator.section, indicator.section)
        return Figure(
            indicator.id,
            in_language(name or indicator.name or self.words["unnamed"], self.language),
            in_language(value, self.language),
            indicator.kind,
            self.label(indicator),
            "–".join(map(str, indicator.years)) if indicator.years else str(indicator.year or ""),
            f"indicators.html#i-{indicator.id}",
            f"{page_name(self.folder, indicator.section)}.html#n-{indicator.id}",
            page,
            indicator.section,
            self._mark(indicator),
        )

    def _mark(self, indicator: Indicator) -> str:
        comma = "、" if self.language == "zh" else ", "
        return comma.join(self.words[key] for key in ("estimate", "stretch") if getattr(indicator, key))

    def label(self, indicator: Indicator) -> str:
        """What kind of number it is, and of which year: "2023年完成（预计）"."""
        words = self.words
        if indicator.years:
            text = words.say("period_of", **{"from": indicator.years[0], "to": indicator.years[1]})
        elif indicator.year and indicator.kind in ("result", "target", "previous_target"):
            text = words.say(f"{indicator.kind}_of", year=indicator.year)
        else:
            text = words[indicator.kind]
        more = self._mark(indicator)
        if not more:
            return text
        return f"{text}（{more}）" if self.language == "zh" else f"{text} ({more})"


def cards(own: Figures, other: Figures, ids: Sequence[str]) -> dict[str, list[str]]:
    """What the card beside a number says: id → name, kind and year, name and value in the other language, its pair."""
    made = {}
    for name in ids:
        figure, twin = own.all[name], other.all[name]
        translated = plain(figure.name) != plain(twin.name)  # else the name would be said twice
        said = _both(twin) if translated else plain(twin.value)
        made[name] = [plain(figure.name), figure.kind, figure.label, said, _pair(own, name)]
    return made


def plain(text: Markup) -> str:
    """Markup of our own as the text that it shows."""
    return str(text.striptags()) if "<" in text or "&" in text else str(text)


def _both(figure: Figure) -> str:
    colon = ": " if not figure.label or ord(figure.label[-1]) < 128 else "："
    return f"{plain(figure.name)}{colon}{plain(figure.value)}"


def _pair(own: Figures, name: str) -> str:
    """The counterpart of a number, in words: "2024年目标：150家以上"."""
    pair = own.folder.pair_of.get(name)
    if pair is None:
        return ""
    others = own.of(pair.target if name in pair.result else pair.result)
    if not others:
        return ""
    colon, comma = ("：", "、") if own.language == "zh" else (": ", ", ")
    return f"{others[0].label}{colon}{comma.join(plain(f.value) for f in others)}"


def other_counts(folder: ReportFolder) -> Mapping[str, int]:
    """How many numbers are no indicators, by reason."""
    found: dict[str, int] = {}
    for number in folder.extract.other_numbers:
        found[number.why] = found.get(number.why, 0) + 1
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
