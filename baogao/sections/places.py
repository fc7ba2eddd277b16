"""Of which place a report is: "在河西区第十八届人民代表大会" → 河西区, and 天津市河西区 where the page tells."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from baogao.lexicon import table
from baogao.patterns import HAN, regex
from baogao.report.tidy import squash, tight

_STATE = "中华人民共和国"
_UNIT = "(?:特别行政区|自治区|自治州|自治县|自治旗|新区|林区|省|市|州|盟|县|区|旗|镇|乡)"
_OF_CONGRESS = regex(
    rf"(?:在|于|日|^)({HAN}{{1,12}}?{_UNIT})(?:第?[一二三四五六七八九十百\d]+届)?(?:人民代表大会|人大|第?[一二三四五六七八九十\d]+次)"
)
_OF_GOVERNMENT = regex(
    rf"({HAN}{{1,12}}?{_UNIT})(?:人民政府|政府工作报告|省长|市长|县长|区长|主席|发改|发展和改革|\d{{4}}年|20\d\d)"
)
_ABOUT = regex(rf"关于({HAN}{{1,12}}?{_UNIT})")
_OF_OFFICE = regex(rf"^({HAN}{{1,12}}?{_UNIT}){HAN}{{2,16}}(?:局|厅|委员会|办公室)")  # 青枫县农业农村局局长 韦卓然
_NATION = regex("全国人民代表大会|国务院总理|国务院")
_SPECIAL = "特别行政区"
_REGISTERED = regex(rf"({HAN})(?:ICP备|公网安备)")
_SITE_CODE = regex(r"网站标识码[::]?(\d\d)\d{8}")
_SURE = 1000  # mentions that a registration counts for
_LEADING = regex(r"^(?:(?:19|20)\d\d年|关于|在)+")


@cache
def provinces() -> tuple[dict[str, str], ...]:
    """The provinces: name, short name, sign, GB/T 2260 code, English."""
    return tuple(table("places")["province"])


def find_place(front: Sequence[str], around: Sequence[str]) -> tuple[str, str]:
    """The place of a report and its path from the province down. `around`: the page and the first paragraphs."""
    lines = (*map(tight, front), tight("".join(front)))
    text = squash(lines[-1])
    place = _named(lines)
    if not place and _NATION.search(text):
        return _STATE, _STATE
    if not place:
        place = next((p["name"] for p in provinces() if p["short"] in text), "")
    return place, _path(place, [text, *map(squash, around)]) if place else ""


def _named(lines: Sequence[str]) -> str:
    """The place that a line names as the congress's, else as what the title is about, else as the government's or an
    office's."""
    for pattern in (_OF_CONGRESS, _ABOUT, _OF_GOVERNMENT, _OF_OFFICE):
        for line in lines:
            if found := pattern.search(squash(line)):
                return _LEADING.sub("", line[found.start(1) : found.end(1)])
    return ""


def _path(place: str, texts: Sequence[str]) -> str:
    """The province before the place: the one named in it, else the one where the page is registered (豫ICP备,
    网站标识码：41…), else the one that the page names most often."""
    counts: Counter[str] = Counter()
    registered = {sign for text in texts for sign in _REGISTERED.findall(text)}
    codes = {code for text in texts for code in _SITE_CODE.findall(text)}
    for province in provinces():
        if place == province["name"]:
            return place
        if place.startswith(province["short"]):
            return place
        if province["name"].endswith(_SPECIAL):
            continue  # no county or city lies in it
        for text in texts:
            counts[province["name"]] += 2 * text.count(province["name"]) + text.count(province["short"])
        counts[province["name"]] += _SURE * (province["sign"] in registered or province["code"][:2] in codes)
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0] if counts else ("", 0)
    return best[0] + place if best[1] else place
