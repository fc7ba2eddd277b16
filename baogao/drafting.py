"""What an import drafts for a person to decide on: the folder's name and the first report.toml."""

import json
import re

from baogao.model import Extract, Report
from baogao.patterns import regex
from baogao.sections.markdown import default_slug, pages_of
from baogao.sections.places import provinces

# The last of the places that a name tells, and its kind: 重庆市长寿区 → 长寿, 区.
_PLACE = regex(
    "(?:.+?(?:特别行政区|自治区|自治州|地区|省|市|州(?!市)|盟))?(.+?)(特别行政区|自治区|自治州|自治县|地区|新区|省|市|区|县|旗|盟)$"
)
_KINDS = {"市": "City", "区": "District", "新区": "New Area", "县": "County", "旗": "Banner"}
_TITLES = {
    "work-report": ("{year}年{place}{title}", "{place}: Government Work Report {year}"),
    "plan-report": ("{title}", "{place}: Report on the {year} Plan for National Economic and Social Development"),
}


def report_slug(found: Extract) -> str:
    """河西区, plan year 2024 → "hexi-2024"; 陕西省 → "shaanxi-2026", as its English has it."""
    place = found.report.place
    latin = _provinces().get(place) or _romanised(_parts(place)[0]) or "report"
    name = re.sub(r"[^a-z0-9]+", "-", latin.lower().replace("'", "")).strip("-") or "report"
    year = found.report.plan_year or found.report.review_year
    return f"{name}-{year}" if year else name


def first_table(found: Extract) -> str:
    """A first report.toml: what was read, and English by rule, for a person to decide on."""
    report = found.report
    lines = [
        "# What a person decides about this report; docs/content.md lists every key.",
        "# English that stands here was made by rule: put the official names in its place.",
    ]
    titles, places = _titles(report), (report.place, _english_place(report))
    for table, (zh, en) in (("titles", titles), ("place", places), ("issuer", (report.issuer, ""))):
        lines += ["", f"[{table}]", f"zh = {toml_string(zh)}", f"en = {toml_string(en)}" if en else '# en = ""']
    lines += ["", "[deliverer]", f"zh = {toml_string(report.deliverer)}", '# en = ""', "", "[slugs]"]
    lines += [f'"{page.id}" = {toml_string(default_slug(page.id))}' for page in pages_of(report.sections)]
    return "\n".join(lines) + "\n"


def toml_string(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _titles(report: Report) -> tuple[str, str]:
    """The title in both languages; 政府工作报告 alone does not tell a reader whose it is and of which year."""
    year, english = report.plan_year or report.review_year, _english_place(report)
    zh, en = _TITLES.get(report.kind, ("{title}", ""))
    if not year or (report.place and report.place in report.title) or re.search(r"\d{4}年", report.title):
        zh = "{title}"
    title = zh.format(year=year, place=report.place, title=report.title)
    return title, en.format(year=year, place=english) if english and year else ""


def _english_place(report: Report) -> str:
    """甘肃省 → Gansu; 河西区, in 天津市 → Hexi District, Tianjin; "" where its kind has no English here."""
    known = _provinces()
    if report.place in known:
        return known[report.place]
    name, kind = _parts(report.place)
    if kind not in _KINDS:
        return ""
    within = next((english for full, english in known.items() if report.place_path.startswith(full)), "")
    own = f"{_romanised(name).capitalize()} {_KINDS[kind]}"
    return f"{own}, {within}" if within else own


def _provinces() -> dict[str, str]:
    return {str(p["name"]): str(p["english"]) for p in provinces()}


def _parts(place: str) -> tuple[str, str]:
    """天津市河西区 → 河西, 区."""
    found = _PLACE.fullmatch(place)
    return (found[1], found[2]) if found else (place, "")


def _romanised(text: str) -> str:
    """宁州 → ningzhou; an apostrophe where two syllables would run together (西安 → xi'an)."""
    from pypinyin import lazy_pinyin  # only an import needs it

    syllables = lazy_pinyin(text, errors="ignore")
    return "".join(f"'{s}" if n and s[:1] in "aeo" else s for n, s in enumerate(syllables))
