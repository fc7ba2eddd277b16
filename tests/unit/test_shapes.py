"""A value of the wrong kind in a file that people write is one clear line."""

from pathlib import Path

import pytest

from baogao.content import load_report
from baogao.errors import ContentError
from baogao.importing import import_report

REPORT = """政府工作报告
2024年1月9日在青禾县第十八届人民代表大会第四次会议上
各位代表：
一、2023年工作回顾
过去一年，地区生产总值增长5.1%。
二、2024年工作安排
今年，地区生产总值增长5.5%左右。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    return import_report(tmp_path / "a.txt", tmp_path / "content").folder


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("titles = 3", "report.toml:1: titles = 3 — give a table"),
        ("[titles]\nzh = [1]", "report.toml:2: titles.zh = .* — give a text in quotes"),
        ('[report]\nheadline = "gdp"', "report.toml:2: report.headline = 'gdp' — give a list"),
        ("[report]\nheadline = [1, 2]", "report.toml:2: report.headline = 1 — give a text in quotes"),
        ('colours = "red"', "report.toml:1: colours = 'red' — give a table"),
        ('slugs = ["a"]', "report.toml:1: slugs = .* — give a table"),
        ('[outline]\nchrome = "各位代表"', "report.toml:2: outline.chrome = '各位代表' — give a list"),
        ('[[groups]]\nkey = "growth"\ntargets = "2-p1-n1"', "report.toml:3: groups.targets = .* — give a list"),
        ('[[corrections.pair]]\nresult = 12\nwhy = "x"', "report.toml:2: corrections.pair.result = 12 — give a list"),
        ('[[corrections.indicator]]\nset = "target"\nwhy = "x"', "corrections.indicator.set = 'target' — give a table"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_its_line(folder: Path, written: str, said: str) -> None:
    (folder / "report.toml").write_text(written + "\n", encoding="utf-8")
    with pytest.raises(ContentError, match=said):
        load_report(folder)


def test_a_name_must_be_a_text(folder: Path) -> None:
    entry = '[[corrections.indicator]]\nparagraph = "1-p1"\nnumber = "5.1%"\nset = { name = 5 }\nwhy = "x"\n'
    (folder / "report.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(ContentError, match="name = 5 — give a text in quotes"):
        load_report(folder)


def test_words_are_texts(folder: Path) -> None:
    (folder / "summaries.toml").write_text("[report]\nzh = 1\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"summaries.toml:2: report.zh = 1 — give a text in quotes"):
        load_report(folder)
