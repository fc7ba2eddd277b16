"""What an import keeps, what it refuses, and what it drafts."""

from pathlib import Path

import pytest

from baogao.content import load_report
from baogao.drafting import first_table, report_slug
from baogao.errors import SourceError
from baogao.importing import import_report
from baogao.model import Extract, Report, Source

WORK = """{year}年1月9日在{place}第十八届人民代表大会第四次会议上
{place}县长 林秀岚
各位代表：
一、{before}年工作回顾
过去一年，地区生产总值增长5.{n}%。城镇新增就业{n}200人。
二、{year}年工作安排
今年，地区生产总值增长5.5%左右。
"""


def written(folder: Path, name: str, place: str, year: int = 2024, n: int = 1, title: str = "政府工作报告") -> Path:
    path = folder / name
    path.write_text(f"{title}\n" + WORK.format(place=place, year=year, before=year - 1, n=n), encoding="utf-8")
    return path


def test_another_report_is_not_overwritten(tmp_path: Path) -> None:
    content = tmp_path / "content"
    first = import_report(written(tmp_path, "a.txt", "青禾县"), content)
    for other in (
        written(tmp_path, "b.txt", "清河县"),  # the same letters
        written(
            tmp_path, "c.txt", "青禾县", title="关于青禾县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告"
        ),
    ):
        with pytest.raises(SourceError, match=r"holds another report: 青禾县.*--slug qinghe-2024-(work|plan)"):
            import_report(other, content)
        assert [p.name for p in (first.folder / "source").glob("*.txt")] == ["a.txt"]


def test_a_revised_source_renews_the_folder_and_says_what_it_replaces(tmp_path: Path) -> None:
    content = tmp_path / "content"
    import_report(written(tmp_path, "a.txt", "青禾县"), content)
    done = import_report(written(tmp_path, "b.txt", "青禾县", n=2), content)
    assert done.renewed and done.notes[0] == "source/b.txt stands in place of source/a.txt"
    assert "5.2%" in (done.folder / "indicators.csv").read_text(encoding="utf-8-sig")


def test_what_no_longer_fits_is_listed_with_its_line(tmp_path: Path) -> None:
    content = tmp_path / "content"
    folder = import_report(written(tmp_path, "a.txt", "青禾县"), content).folder
    with (folder / "report.toml").open("a", encoding="utf-8") as table:
        table.write('[[corrections.indicator]]\nparagraph = "1-p1"\nnumber = "5.1%"\ndrop = "name"\nwhy = "x"\n')
    (folder / "summaries.toml").write_text('[report]\nzh = "好"\n["9"]\nzh = "无"\n', encoding="utf-8")
    line = (folder / "report.toml").read_text(encoding="utf-8").splitlines().index('number = "5.1%"') + 1
    notes = import_report(written(tmp_path, "a.txt", "青禾县", n=2), content).notes
    assert (
        f"report.toml:{line}: 1-p1 does not hold '5.1%' any more: mend it or delete it before the next build" in notes
    )
    assert any(note.startswith("summaries.toml:3: no section '9'") for note in notes)


def test_titles_tell_whose_report_it_is_and_of_which_year(tmp_path: Path) -> None:
    folder = load_report(import_report(written(tmp_path, "a.txt", "青禾县"), tmp_path / "content").folder)
    assert folder.title("zh") == "2024年青禾县政府工作报告"
    assert folder.title("en") == "Qinghe County: Government Work Report 2024"
    assert folder.extract.report.title == "政府工作报告"


def test_nothing_of_an_import_is_left_in_content(tmp_path: Path) -> None:
    import_report(written(tmp_path, "a.txt", "青禾县"), tmp_path / "content")
    assert [p.name for p in (tmp_path / "content").iterdir()] == ["qinghe-2024"]
    assert list((tmp_path / ".cache").iterdir()) == []


@pytest.mark.parametrize(
    ("place", "path", "slug", "english"),
    [
        ("宁州市", "", "ningzhou-2025", "Ningzhou City"),
        ("厦门市", "福建省厦门市", "xiamen-2025", "Xiamen City, Fujian"),
        ("重庆市长寿区", "重庆市长寿区", "changshou-2025", "Changshou District, Chongqing"),
        ("越州市鉴湖区", "浙江省越州市鉴湖区", "jianhu-2025", "Jianhu District, Zhejiang"),
        ("沈北新区", "", "shenbei-2025", "Shenbei New Area"),
        ("陕西省", "陕西省", "shaanxi-2025", "Shaanxi"),
        ("山西省", "山西省", "shanxi-2025", "Shanxi"),
        ("西安市", "陕西省西安市", "xian-2025", "Xi'an City, Shaanxi"),
    ],
)
def test_a_place_is_spelt_as_it_is_read(place: str, path: str, slug: str, english: str) -> None:
    report = Report(Source("x.txt", "text", "utf-8", ""), "", "work-report", place, path, plan_year=2025)
    found = Extract(report, (), (), ())
    assert report_slug(found) == slug
    assert f'[place]\nzh = "{place}"\nen = "{english}"' in first_table(found)
