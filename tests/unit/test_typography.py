"""Punctuation as it is set: the marks of Chinese sentences full width, all others as they are; never another length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.site.typography import set_punctuation


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("新增1.35万户,同比增长32.15%,其中企业6266户", "新增1.35万户，同比增长32.15%，其中企业6266户"),
        ("(一)扎实推动经济高质量发展,加快实现", "（一）扎实推动经济高质量发展，加快实现"),
        ("三年倍增实施方案(2023-2025年)》", "三年倍增实施方案（2023-2025年）》"),
        ("友谊北路沿线(马场道—宾水道)金融", "友谊北路沿线（马场道—宾水道）金融"),
        ("重点开展以下工作:", "重点开展以下工作："),
        ("引进企业1,234家", "引进企业1,234家"),
        ("时间10:30,地点", "时间10:30，地点"),
        ("比重为6.7:43.9:49.4", "比重为6.7:43.9:49.4"),
        ("见https://example.org/a.b", "见https://example.org/a.b"),
        ("R&D, Inc. (OTC)", "R&D, Inc. (OTC)"),
        ("F6-2地块;全区", "F6-2地块；全区"),
        ("增长5.5%.", "增长5.5%."),
        ("稳步增长.", "稳步增长。"),
    ],
)
def test_marks_between_han_are_set_full_width(typed: str, shown: str) -> None:
    assert set_punctuation(typed) == shown


@given(st.text(alphabet="河西区增长AZaz019 ,.:;?!()（），。“”%-—\n"))
def test_the_length_never_changes(text: str) -> None:
    shown = set_punctuation(text)
    assert len(shown) == len(text)
    assert all(a == b or a in ",.:;?!()" for a, b in zip(text, shown, strict=True))
    assert set_punctuation(shown) == shown or len(shown) == len(text)
