"""Front, page and headings → what a report is: title, kind, place, issuer, deliverer, dates, years.

The delivery date is the meeting's and stands in the front; the publication date is the page's. They are never mixed up.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from baogao.model import Section, Source
from baogao.patterns import HAN, regex
from baogao.report.tidy import narrow, squash
from baogao.sections.dates import find_dates
from baogao.sections.places import find_place
from baogao.sections.titles import is_title, title_start

_POSTS = "国务院总理|总理|行政长官|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|主任|局长|厅长|委员长|部长|秘书长"
_PERSON = regex(
    rf"(?P<office>[^\s\d]{{0,40}}?)(?P<post>(?:代理|代|副|常务副)?(?:{_POSTS}))\s*[:：]?\s*"
    rf"(?P<name>{HAN}{{2,4}}|{HAN}(?: {HAN}{{1,2}}){{1,2}}|{HAN}{{2}} {HAN}{{1,2}}|{HAN}+(?:(?:·|•|・){HAN}+)+)$"
)
_NAME = regex(rf"{HAN}{{2,3}}|{HAN}(?: {HAN}{{1,2}}){{1,2}}")  # a name on a line of its own
_NO_NAME = regex("代表|报告|同志|会议|大会|草案|计划|政府|目录|全文|摘要")
# An office on a line of its own: 岭东市发展和改革局
_OFFICE = regex(rf"{HAN}{{2,24}}(?:人民政府|(?<!人大)(?<!常务)委员会|发改委|厅|局)")
_PUBLISHED = regex("(发布|發布|公布|发文|成文|刊发|更新|时间|日期|来源)")
_POSTED = regex(r"(发布|發布|發佈|公布|刊发|更新)\w{0,2}[\]】]?\s*[:：]?\s*$")  # not 成文日期 beside it
_PLAN = regex("国民经济.{0,4}(社会)?发展.{0,4}计划|计划执行情况|年度计划")
_WORK = regex("政府工作(的)?报告|工作报告")
_TOLD = regex("(?:执行|完成)情况(?!.*(?:草案|安排|建议))")  # 2023年计划执行情况报告: of that year
_YEAR = regex(r"(?<!\d)((?:19|20)\d\d)\s*年")
_SITE = regex(r"\s*[-_|—–]\s*[^-_|—–]*(网|政府|门户|频道|平台|日报)[^-_|—–]*$")  # "政府工作报告_某某市人民政府网站"
_UNITS = ("自治区", "自治州", "自治县", "自治旗", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡")
_DASHES = "—–-─ 　"


def read_metadata(
    source: Source,
    front: Sequence[str],
    chrome: Sequence[str],
    sections: Sequence[Section],
    given: Mapping[str, Any],
) -> dict[str, Any]:
    """The metadata fields of a Report, by name; those that a person gave in report.toml win."""
    title = read_title(front, source)
    body = "".join(p.text for s in sections[:3] for p in s.paragraphs[:2])
    kind = (
        "plan-report"
        if _PLAN.search(narrow(title))
        else "work-report"
        if _WORK.search(narrow(title + "".join(front) + body[:80]))
        else "other"
    )
    delivered = read_delivery(front)
    office, deliverer = read_deliverer(front)
    place, path = find_place([*front, title], [*chrome, body])
    review, plan = read_years(title or "".join(front), sections, delivered)
    facts: dict[str, Any] = {
        "title": title,
        "kind": kind,
        "place": place,
        "place_path": path,
        "issuer": _issuer(kind, place, office),
        "deliverer": deliverer,
        "delivered_on": delivered,
        "published_on": read_publication(source, front, chrome, delivered),
        "review_year": review,
        "plan_year": plan,
    }
    return facts | {name: value for name, value in given.items() if name in facts}


def read_title(front: Sequence[str], source: Source) -> str:
    """The title, put together where it was broken over lines: 关于…发展 / 计划草案的报告."""
    last = next((i for i in range(len(front) - 1, -1, -1) if is_title(squash(front[i]))), None)
    if last is None:
        return _unusual_title(front) or _SITE.sub("", dict(source.meta).get("title", ""))
    keys = [squash(line) for line in front[: last + 1]]
    return "".join(front[title_start(keys, last) : last + 1])


def _unusual_title(front: Sequence[str]) -> str:
    """A title that is none by its words: 当前的经济形势和今后经济建设的方针, the line before the delivery line."""
    for index, line in enumerate(front):
        if find_dates(line):
            return front[index - 1] if index and not _PERSON.fullmatch(front[index - 1]) else ""
    return ""


def read_delivery(front: Sequence[str]) -> str | None:
    """The day of the meeting: the date that stands before 在…会议上, which may be broken over lines."""
    text = narrow("".join(front)).replace(" ", "")
    for _, end, day in find_dates(text):
        if re.match("日?[在于]|日?.{2,40}(会议|大会|次会)", text[end:]):
            return day
    dates = find_dates(text)
    return dates[0][2] if len(dates) == 1 else None


def read_deliverer(front: Sequence[str]) -> tuple[str, str]:
    """Office and name of who gave the report: "四川省人民政府省长 施小琳" → 四川省人民政府, 施小琳."""
    for line in reversed(front):
        text = narrow(line).strip(_DASHES + "()")
        for part in (re.split("(?:会议|大会)上", text)[-1].strip(_DASHES), text):
            if found := _PERSON.fullmatch(part):
                return found["office"].strip(), found["name"].replace(" ", "")
    office = next((line for line in front[1:] if _OFFICE.fullmatch(squash(line))), "")
    alone = [line for line in front[1:] if _NAME.fullmatch(line) and not _NO_NAME.search(line)]
    return office, alone[0].replace(" ", "") if len(alone) == 1 else ""


def read_publication(source: Source, front: Sequence[str], chrome: Sequence[str], delivered: str | None) -> str | None:
    """The day on which the page was published, as the page says; never the meeting's."""
    declared = dict(source.meta).get("published", "")
    if dates := find_dates(declared):
        return dates[0][2]
    named: list[str] = []
    for index, line in enumerate(map(narrow, chrome)):
        dates = find_dates(line)
        if not dates:
            continue
        before = chrome[index - 1] if index else ""
        dates = [d for d in dates if _POSTED.search(line[: d[0]])] or dates
        if _PUBLISHED.search(line) or _PUBLISHED.search(before) or len(line) <= 24:
            named.append(dates[0][2])
    return next((day for day in named if delivered is None or day >= delivered), None)


def read_years(title: str, sections: Sequence[Section], delivered: str | None) -> tuple[int | None, int | None]:
    """The year under review and the plan year: from the title, else the headings, else the day of the meeting, else the
    two years that the text names most.

    A report of November or December is of the year that ends: 2023年12月20日 tells of 2023 and plans 2024.
    """
    in_title = [int(year) for year in _YEAR.findall(title)]
    if len(set(in_title)) >= 2:
        return min(in_title), max(in_title)
    headings = [int(y) for s in sections if s.level == 1 for y in _YEAR.findall(s.heading)]
    given = int(delivered[:4]) if delivered else None
    year_ends = bool(delivered and delivered[5:7] in ("11", "12"))
    if len(set(in_title)) == 1 and given in (None, in_title[0]) and _TOLD.search(title):
        return in_title[0], in_title[0] + 1
    if in_title and (given is None or in_title[0] == given):
        return in_title[0] - 1, in_title[0]
    if len(set(headings)) >= 2 and max(headings) - min(headings) == 1:
        return min(headings), max(headings)
    if given is not None:
        return (given, given + 1) if year_ends else (given - 1, given)
    if headings:
        return headings[0], headings[0] + 1
    named = Counter(int(year) for s in sections for p in s.paragraphs for year in _YEAR.findall(p.text))
    pairs = [(min(named[y], named[y + 1]), y) for y in list(named) if min(named[y], named[y + 1]) > 1]
    return (max(pairs)[1], max(pairs)[1] + 1) if pairs else (None, None)


def _issuer(kind: str, place: str, office: str) -> str:
    """Who issues the report: the office that the deliverer speaks for, a work report's is the place's government."""
    if place == "中华人民共和国":
        return "国务院"
    if kind == "work-report" and place:
        return f"{place}人民政府"
    unit = next((u for u in _UNITS if place.endswith(u) and office.startswith(u)), "")
    return place + office.removeprefix(unit) if unit else office  # 县发展和改革委员会 → 颍阳县发展和改革委员会
