"""Every rule finds what it is for, names file and line, and is quiet on a folder that is right."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from baogao.checks import check_reports
from baogao.content import load_reports
from baogao.errors import ContentError
from baogao.importing import import_report, write_generated
from baogao.model import Finding

REPORT = """关于河东县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告
——2024年1月9日在河东县第十届人民代表大会第三次会议上
各位代表：
受县人民政府委托，现将计划执行情况与计划草案提请大会审议。
一、2023年计划执行情况
全年地区生产总值120.5亿元，增长5.6%。一般公共预算收入8.2亿元，增长7.1%。城镇新增就业3200人。
二、2024年主要目标
地区生产总值增长6%左右，一般公共预算收入增长5%以上，城镇新增就业3000人。
"""
SUMMARIES = """[report]
zh = "全县生产总值120.5亿元，增长5.6%。"
en = "Output reached 12.05 billion yuan, up 5.6%."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = tmp_path / "report.txt"
    source.write_text(REPORT, encoding="utf-8")
    made = import_report(source, tmp_path / "content", "hedong-2024").folder
    (made / "summaries.toml").write_text(SUMMARIES, encoding="utf-8")
    return made


def found(folder: Path, *levels: str) -> list[Finding]:
    return [f for f in check_reports(load_reports(folder.parent)) if f.level in (levels or ("error",))]


def test_a_folder_that_is_right_has_no_error(folder: Path) -> None:
    assert found(folder) == []


def edit_source(folder: Path) -> None:
    path = folder / "source" / "report.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("120.5", "999.5"), encoding="utf-8")


def edit_section(folder: Path) -> None:
    path = folder / "zh" / "1.md"
    path.write_text(path.read_text(encoding="utf-8").replace("120.5", "999.5"), encoding="utf-8")


def edit_table(folder: Path) -> None:
    path = folder / "indicators.csv"
    path.write_bytes(path.read_bytes().replace(b"120.5", b"999.5"))


def edit_summary(folder: Path) -> None:
    path = folder / "summaries.toml"
    path.write_text(SUMMARIES.replace("12.05 billion", "12.5 billion"), encoding="utf-8")


def add_stray_section(folder: Path) -> None:
    (folder / "zh" / "9.md").write_text("Title: x\n", encoding="utf-8")


def add_stray_translation(folder: Path) -> None:
    (folder / "en").mkdir()
    (folder / "en" / "nine.md").write_text("Title: x\n\nText\n", encoding="utf-8")


def translate(text: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / "en").mkdir()
        body = f"Title: I. 2023\nSlug: 1\nSection: 1\nLang: en\n\n{text}\n"
        (folder / "en" / "1.md").write_text(body, encoding="utf-8")

    return write


RIGHT = (
    "Gross regional product reached 12.05 billion yuan, up 5.6%. General public budget revenue was 820 million yuan, "
    "up 7.1%. There were 3,200 new urban jobs."
)


@pytest.mark.parametrize(
    ("spoil", "rule", "message", "line"),
    [
        (edit_source, "source-is-as-issued", "another checksum", 5),
        (edit_section, "generated-is-current", "differs from what the source gives", 6),
        (edit_table, "generated-is-current", "differs from what the source gives", 2),
        (add_stray_section, "generated-is-current", "no section has this file", None),
        (edit_summary, "summary-numbers-are-in-section", "12.5 billion yuan", 3),
        (add_stray_translation, "translation-fits", "no section has this file name", None),
        (translate("One.\n\nTwo."), "translation-fits", "2 paragraphs, the Chinese has 1", None),
        (translate(RIGHT.replace("5.6%", "6.5%")), "translation-fits", "not in the English: 5.6%", 6),
        (translate(RIGHT.replace("3,200", "many")), "translation-fits", "not in the English", 6),
    ],
)
def test_what_is_spoilt_is_found_with_its_line(
    folder: Path, spoil: Callable[[Path], None], rule: str, message: str, line: int | None
) -> None:
    spoil(folder)
    hits = [f for f in found(folder) if f.rule == rule and message in f.message]
    assert hits, [str(f) for f in found(folder)]
    assert hits[0].line == line
    assert Path(hits[0].path).name


def test_a_right_translation_is_accepted(folder: Path) -> None:
    translate(RIGHT)(folder)
    assert found(folder) == []


@pytest.mark.parametrize(
    ("table", "message", "line"),
    [
        ('[slugs]\n"1" = "Eins Zwei"\n', "is not of lower-case letters", 2),
        ('[title]\nzh = "x"\n', "did you mean titles", 1),
        ("[report]\nheadlines = []\n", "did you mean headline", 2),
        ("[report\n", "no valid TOML", 1),
    ],
)
def test_a_wrong_report_toml_is_refused_with_its_line(folder: Path, table: str, message: str, line: int) -> None:
    (folder / "report.toml").write_text(table, encoding="utf-8")
    with pytest.raises(ContentError, match=message) as caught:
        load_reports(folder.parent)
    assert caught.value.line == line


def test_headlines_and_slugs_that_fit_nothing_are_found(folder: Path) -> None:
    (folder / "report.toml").write_text(
        '[report]\nheadline = ["moon_landings"]\n[slugs]\n"7" = "seven"\n"1" = "same"\n"2" = "same"\n', encoding="utf-8"
    )
    messages = [f.message for f in found(folder)]
    assert "no indicator 'moon_landings'" in messages
    assert "no section '7' with a page" in messages
    assert "two sections have the slug 'same'" in messages


def test_groups_that_fit_nothing_are_found_or_refused(folder: Path) -> None:
    table = folder / "report.toml"
    before = table.read_text(encoding="utf-8") if table.is_file() else ""
    table.write_text(before + '\n[[groups]]\nkey = "livelihoods"\ntargets = ["2-p1-n1", "9-p9-n9"]\n', encoding="utf-8")
    assert [f.message for f in found(folder)] == ["no pair with the target '9-p9-n9'"]
    table.write_text(before + '\n[[groups]]\nkey = "old-age"\nzh = "养老"\n', encoding="utf-8")
    with pytest.raises(ContentError, match="the group 'old-age' has no title"):
        load_reports(folder.parent)


def test_a_revised_source_keeps_what_people_wrote(folder: Path, tmp_path: Path) -> None:
    translate(RIGHT)(folder)
    (folder / "report.toml").write_text('[titles]\nen = "Plan report"\n', encoding="utf-8")
    revised = tmp_path / "revised.txt"
    revised.write_text(REPORT.replace("120.5", "121.5"), encoding="utf-8")
    done = import_report(revised, folder.parent, "hedong-2024")
    assert done.renewed
    assert [p.name for p in sorted((folder / "source").iterdir())] == ["revised.txt", "source.toml"]
    assert "121.5" in (folder / "zh" / "1.md").read_text(encoding="utf-8")
    assert (folder / "report.toml").read_text(encoding="utf-8").startswith("[titles]")
    messages = [f.message for f in found(folder)]
    assert any("12.05 billion yuan" in m for m in messages), messages


def test_a_second_generation_changes_nothing(folder: Path) -> None:
    (report,) = load_reports(folder.parent)
    assert write_generated(report) == ()


def test_two_sources_are_refused(folder: Path) -> None:
    shutil.copy(folder / "source" / "report.txt", folder / "source" / "other.txt")
    with pytest.raises(ContentError, match="2 files where the report as issued"):
        load_reports(folder.parent)


def test_looks_that_a_build_would_refuse_are_found(folder: Path) -> None:
    settings = folder / "report.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'{text}\n[report]\ncrest = "none.svg"\n[colours]\nresult = "#fefefe"\n', encoding="utf-8")
    lines = settings.read_text(encoding="utf-8").splitlines()
    told = [(f.rule, f.line) for f in found(folder)]
    wrong = [lines.index('crest = "none.svg"') + 1, lines.index("[colours]") + 1]
    assert told == [("looks-can-be-used", line) for line in wrong]
