"""Every numeral of a report's body is an indicator's, another number's, or only helps to write a word."""

import re
from pathlib import Path

import pytest

from baogao.extract import extract
from baogao.indicators.leftover import is_word, with_leftover

ROOT = Path(__file__).parents[2]
REPORTS = [ROOT / "content" / "hexi-2024" / "source" / "hexi-2024.txt"]
REPORTS += sorted(p for p in (ROOT / "tests" / "library" / "reports").glob("*.txt") if ".utf16" not in p.name)
NUMERAL = re.compile("[0-9０-９]+|[零〇一二两三四五六七八九十百千万亿]+")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_no_numeral_is_passed_over(path: Path) -> None:
    found = extract(path)
    missed = []
    for section in found.report.sections:
        for paragraph in section.paragraphs:
            read = [i.number for i in found.indicators if i.paragraph == paragraph.id]
            read += [(o.start, o.end) for o in found.other_numbers if o.paragraph == paragraph.id]
            for match in NUMERAL.finditer(paragraph.text):
                known = any(start <= match.start() < end for start, end in read)
                if not known and not is_word(paragraph.text, *match.span()):
                    missed.append(paragraph.text[max(0, match.start() - 5) : match.end() + 5])
    assert not missed


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("坚持“五源同治”", [("五源", "name")]),
        ("打造“三全三优”品牌", [("三全", "name"), ("三优", "name")]),
        ("建成一刻钟生活圈", [("一刻钟", "explanation")]),
        ("三是抓好招商", [("三是", "ordinal")]),
        ("项目一期开工", [("一期", "ordinal")]),
        ("龙翰三、四期", [("三", "name"), ("四期", "ordinal")]),
        ("进一步统一部署一般公共预算、万象城和红十字会，十分重要，动态清零", []),
    ],
)
def test_what_a_leftover_numeral_is(text: str, others: list[tuple[str, str]]) -> None:
    found = with_leftover("1-p1", text, (), ())
    assert [(o.text, o.why) for o in found] == others
    assert all(text[o.start : o.end] == o.text for o in found)
