"""Of which year a number is: headings and sentences → a setting (review, plan, term, horizon) and its years.

review   the year under review: results            plan     the plan year: targets
term     the five years up to the review year: their totals are periods, the last level is a result
horizon  beyond the plan year (十五五, 到2030年): periods

The words are data: lexicon/periods.toml.
"""

import re
from functools import cache
from typing import NamedTuple

from baogao.indicators.numerals import han
from baogao.lexicon import table
from baogao.model import Report, Section
from baogao.patterns import HAN, regex

REVIEW, PLAN, TERM, HORIZON = "review", "plan", "term", "horizon"


class Setting(NamedTuple):
    """What a stretch of text speaks about."""

    mode: str
    review: int | None
    plan: int | None
    ahead: str = "今年"  # what the report calls the plan year: 明年 where it is given before the year is over

    @property
    def year(self) -> int | None:
        return self.plan if self.mode == PLAN else self.review

    @property
    def years(self) -> tuple[int, int] | None:
        """The five years that a period covers."""
        if self.review is None:
            return None
        if self.mode == HORIZON:
            first = (self.review // 5) * 5 + 1 if self.review % 5 else self.review + 1
            return first, first + 4
        first = self.review - (self.review - 1) % 5
        return first, self.review


@cache
def said_words(group: str, name: str) -> re.Pattern[str]:
    """The pattern of lexicon/periods.toml under a group and a name."""
    return regex(table("periods")[group][name])


def settings(report: Report) -> dict[str, Setting]:
    """The setting of every section, by its heading or that of the section above it."""
    made: dict[str, Setting] = {}
    review, plan = report.review_year, report.plan_year
    before_its_end = review is not None and (report.delivered_on or "").startswith(f"{review}-")
    start = current = chapter = Setting(REVIEW, review, plan, "明年" if before_its_end else "今年")
    looking_back: set[str] = set()  # the sections whose own heading says so
    for section in report.sections:
        if section.level > 1:
            above = made.get(section.id.rpartition(".")[0], current)
        else:  # 四、加强政府自身建设, after 三、2026年重点工作, is of the plan too
            above = chapter if chapter.mode == PLAN else start
        under_review = section.id.rpartition(".")[0] in looking_back
        made[section.id] = current = above._replace(mode=_mode_of(section, above, under_review))
        if (under_review and current.mode == REVIEW) or looks_back(section.heading, above):
            looking_back.add(section.id)
        if section.level <= 1:
            chapter = current
    return made


def looks_back(heading: str, above: Setting) -> bool:
    """Whether a heading says that what stands below it tells of the year under review."""
    said = said_words("headings", "review").search(heading)
    return bool(said) or bool(above.review and f"{above.review}年" in heading)


def _mode_of(section: Section, above: Setting, under_review: bool) -> str:
    heading = section.heading
    if not heading:
        return above.mode
    is_plan = bool(said_words("headings", "plan").search(heading)) or bool(above.plan and f"{above.plan}年" in heading)
    is_plan = is_plan or (not under_review and bool(said_words("headings", "tasks").search(heading)))
    is_review = looks_back(heading, above)
    if said_words("headings", "situation").search(heading):  # 面临的形势 tells of what is
        return REVIEW
    ahead = bool(said_words("headings", "horizon").search(heading))
    if is_review and not (is_plan and above.plan and f"{above.plan}年" in heading):
        return TERM if _of_term_only(heading, above) else REVIEW
    if ahead and not (above.plan and (f"{above.plan}年" in heading or "今年" in heading)):
        return HORIZON
    if is_plan:
        return PLAN
    if said_words("headings", "term").search(heading) and above.mode == REVIEW:
        return TERM
    return above.mode


def _of_term_only(heading: str, above: Setting) -> bool:
    """一、过去五年工作回顾, but not 一、过去一年和五年工作回顾: there the last year has paragraphs of its own."""
    year = said_words("term", "year").search(heading) or (above.review and f"{above.review}年" in heading)
    return bool(said_words("headings", "years").search(heading)) and not year


_SENTENCE_END = regex("[。！]")
_START = 40  # a paragraph says what it is about in its first words


def of_paragraph(text: str, setting: Setting, before: str) -> Setting:
    """The setting of a paragraph; `before` is the mode of the paragraph before it in the same section."""
    head = text[:_START]
    if setting.mode in (REVIEW, TERM):
        term = said_words("term", "start").search(head)
        year = said_words("term", "year").search(head) or (setting.review and f"{setting.review}年" in head)
        if setting.mode == TERM and not (term and not year) and (before == REVIEW or _of_year(setting).match(head)):
            return setting._replace(mode=REVIEW)
        if term:
            return setting if year else setting._replace(mode=TERM)
        if before == TERM and not year and not said_words("term", "problems").search(head):
            return setting._replace(mode=TERM)
        back = _back(setting.review).match(head)
        if setting.mode == REVIEW and (_opens_plan(setting).match(head) or (before == PLAN and not back)):
            return setting._replace(mode=PLAN)
    return setting


@cache
def _of_year(setting: Setting) -> re.Pattern[str]:
    """How a paragraph turns from the five years to the last of them: 刚刚过去的2021年，是“十四五”开局之年."""
    year = f"{setting.review}年|" if setting.review else ""
    return regex(
        rf"(?:各位代表[，,！!：:])?(?:刚刚过去的|过去的|即将过去的)?(?:{year}过去一年|去年|一年来)(?:[，,]|是|我们|全年)"
    )


_AIMS = "(?:要|将|拟|预期|目标|力争|计划|安排|确保|争取|主要)"


@cache
def _opens_plan(setting: Setting) -> re.Pattern[str]:
    """How a paragraph of a text without headings turns to the plan: 今年，我们要…, 新的一年，主要预期目标是…"""
    years = f"{setting.ahead}|{setting.plan}年" if setting.plan else setting.ahead
    return regex(
        rf"(?:各位代表[，,！!：:])?(?:做好)?(?:新的一年|(?:{years})(?:是|的(?:工作|任务|经济|主要|总体)|工作|，?我们{_AIMS}"
        rf"|{_AIMS}|，{_AIMS}))|(?:各位代表[，,！!：:])?(?:初步考虑|主要预期目标)"
    )


@cache
def _turns_to_plan(setting: Setting) -> re.Pattern[str]:
    """Where a clause of the review turns to the plan: 2024年拟安排增长6%, 今年要继续…"""
    by_year = rf"{setting.plan}年(?!以来|初|\d{{1,2}}月|[一二三四]季度|上半年|1)|" if setting.plan else ""
    return regex(
        rf"(?:^|(?<=[，,；;。：:、（]))(?:{by_year}(?:{setting.ahead}|新的一年)(?!以来)[^，。；\d]{{0,8}}?{_AIMS})"
    )


@cache
def _looks_back(review: int | None) -> re.Pattern[str]:
    """What came before, told beside the plan: 在去年新增156处的基础上再新增120处; 去年完成138个、今年再改造112个."""
    year = rf"|{review}年(?:[底末](?!前)|(?=已|共|新增|累计|完成|建成|实现|投入|在库))" if review else ""
    return regex(
        rf"(?:(?<![比较与同超由从于到])(?:去年|上年)(?!的|[末底]?(?:基础|同期|水平|相比)){year})"
        "[^；。]*?(?=基础上|今年|明年|，再|，力争|，确保|，(?:其中已)?列入|[。；]|$)"
    )


@cache
def _back(review: int | None) -> re.Pattern[str]:
    """Where it turns back to the year under review."""
    year = rf"{review}年|" if review else ""
    return regex(rf"(?:^|(?<=[，,；;。：:、（]))(?:{year}去年|上年(?!的)|过去一年|一年来|刚刚过去|回顾)")


def leads_to_term(text: str) -> bool:
    """Whether a paragraph turns to the five years, of which the next ones then tell: …。回望五年奋斗历程，…"""
    return any(said_words("term", "start").match(text, match.end()) for match in _SENTENCE_END.finditer(text))


def from_sentence(text: str, setting: Setting, whole: Setting) -> Setting:
    """The setting from a sentence on, `whole` that of its paragraph: 五年来，…；… goes on until 过去一年，…"""
    if setting.mode == REVIEW and said_words("term", "start").match(text):
        return setting if said_words("term", "year").search(text) else setting._replace(mode=TERM)
    if whole.mode == REVIEW and setting.mode in (REVIEW, PLAN):
        turn = _turns_to_plan(setting).match(text) if setting.mode == REVIEW else None
        if turn and not turn[0].startswith(f"{setting.plan}"):  # 2024年… may stand beside 2023年…; 今年要… goes on
            return setting._replace(mode=PLAN)
        if setting.mode == PLAN and _back(setting.review).match(text):
            return whole
    if setting.mode == TERM and whole.mode == REVIEW and said_words("term", "year").search(text[:_START]):
        return whole
    return setting


def _turns(text: str, setting: Setting) -> tuple[tuple[int, Setting], ...]:
    """The settings of a sentence of the review that speaks of the plan too: 2023年增长5.6%，2024年拟安排增长6%."""
    ahead = [(m.start(), setting._replace(mode=PLAN)) for m in _turns_to_plan(setting).finditer(text)]
    if not ahead:
        return ()
    back = [(m.start(), setting) for m in _back(setting.review).finditer(text)]
    return ((0, setting), *sorted(ahead + back, key=lambda turn: turn[0]))


_BY_YEAR = regex(rf"(?:^|[，,；。]|力争|确保)到(20\d\d)年(?:[末底前]|(?=[，,]|{HAN}))")


_END_OF_PLAN = regex("“?十([一二三四五六七])五”?(?:时?期)?末")


def _beyond(text: str, setting: Setting) -> int | None:
    """Where a sentence of the plan looks beyond its year: 到2027年，每千人口托位数达到5.5个; “十五五”末…"""
    if setting.mode == PLAN and setting.plan:
        end = _END_OF_PLAN.search(text)
        if end and 2005 + 5 * han(end[1]) >= setting.plan:  # the tenth plan ended in 2005
            return end.start()
        for by in _BY_YEAR.finditer(text):
            if int(by[1]) > setting.plan:
                return by.start()
    return None


_DATED = regex("[年五]")  # no sentence speaks of another time without one of them: 去年, 十五五


def of_sentence(text: str, setting: Setting) -> tuple[tuple[int, Setting], ...]:
    """The settings of a sentence, each with where it begins: 产量达到95亿立方米，到2027年建成… speaks of two times."""
    if not _DATED.search(text):
        return ((0, setting),)
    if setting.mode == HORIZON:
        of_plan = setting.plan and (f"{setting.plan}年" in text[:24] or text.startswith("今年"))
        return ((0, setting._replace(mode=PLAN) if of_plan else setting),)
    if setting.mode == REVIEW and (turns := _turns(text, setting)):
        return turns
    if setting.mode == PLAN and (told := tuple(_looks_back(setting.review).finditer(text))):
        review = setting._replace(mode=REVIEW)
        backs = [turn for m in told for turn in ((m.start(), review), (m.end(), setting))]
        return tuple(backs) if backs[0][0] == 0 else ((0, setting), *backs)
    first = setting
    if setting.mode == PLAN and text.startswith(("去年", "上年", "过去一年", f"{setting.review}年")):
        first = setting._replace(mode=REVIEW)
    elif setting.mode == REVIEW and said_words("term", "clause").search(text):
        first = setting._replace(mode=TERM)
    clause = said_words("horizon", "clause").search(text)
    starts = [at for at in (clause.start() if clause else None, _beyond(text, setting)) if at is not None]
    if not starts:
        return ((0, first),)
    ahead = (min(starts), setting._replace(mode=HORIZON))
    again = text.find(f"{setting.plan}年", ahead[0] + 1) if setting.plan else -1
    if again < 0:
        again = text.find("今年", ahead[0] + 1)
    if setting.mode == PLAN and again >= 0:
        return (0, first), ahead, (again, setting)
    return (0, first), ahead
