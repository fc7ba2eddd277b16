"""Formats and encodings: what a file is, how its bytes become lines, and what is said of a file that is none."""

# ruff: noqa: E501  (a Chinese sentence stays whole; Ruff counts each character as two)

from pathlib import Path
from random import Random

import pytest

from baogao.errors import SourceError
from baogao.report.readers.wordnumbers import show_number
from baogao.report.source import read_source

TEXT = "政府工作报告\n各位代表：\n现在，我代表县人民政府报告工作，请予审议。\n一、二〇二四年工作回顾\n国民经济发展，建设成就。\n"
TRADITIONAL = (
    "政府工作報告\n各位代表：\n現在，我代表政府向大會報告工作。\n一、經濟建設\n國民經濟的發展是我國人民的大事。\n"
)


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16"),
     ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be")],
)  # fmt: skip
def test_encodings_are_told_apart(tmp_path: Path, codec: str, name: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode(codec))
    source = read_source(path)
    assert source.encoding == name
    assert [line.text for line in source.lines][:2] == ["政府工作报告", "各位代表："]


def test_big5_is_not_taken_for_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TRADITIONAL.encode("big5"))
    source = read_source(path)
    assert source.encoding == "big5"
    assert source.lines[3].text == "一、經濟建設"


def test_gb2312_declared_and_gbk_meant(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    page = f'<html><head><meta charset="gb2312"></head><body><p>{TEXT}镕基喆</p></body></html>'
    path.write_bytes(page.encode("gbk"))
    assert any("镕基喆" in line.text for line in read_source(path).lines)


def test_a_stray_zero_byte_does_not_make_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes((TEXT + "增长9\0.4%。").encode() + b" " * (len((TEXT + "增长9\0.4%。").encode()) % 2))
    assert read_source(path).encoding == "utf-8"
    assert read_source(path).lines[-1].text == "增长9.4%。"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(Random(7).randbytes(50_000))
    with pytest.raises(SourceError, match="encoding"):
        read_source(path)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("增\u200b长5.2\u00ad%", "增长5.2%"),
        ("\u3000\u3000增长\xa0５.２％，", "增长５.２％，"),
        ("增长 13. 5%，达到2 026年水平，", "增长13.5%，达到2026年水平，"),
        ("达到 3251 亿美元 ，增长 8 . 8 ％ 。", "达到3251亿美元，增长8.8％。"),
        ("2024 年工作安排", "2024年工作安排"),
        ("地区生产总值 亿元 100 105", "地区生产总值 亿元 100 105"),  # columns
        ("政 府 工 作 报 告", "政府工作报告"),
        ("省长 施小琳", "省长 施小琳"),
    ],
)
def test_white_space_is_tidied_and_nothing_else(tmp_path: Path, raw: str, wanted: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(raw, encoding="utf-8")
    assert read_source(path).lines[0].text == wanted


def test_line_endings_may_be_mixed(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("甲。\r\n乙。\r丙。\n丁。".encode())
    assert [line.text for line in read_source(path).lines] == ["甲。", "乙。", "丙。", "丁。"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1 x}", "Rich Text"),
        (b"PK\3\4" + b"\0" * 40, "damaged"),
        (b"%PDF-1.4\nnothing", "PDF"),
        (bytes(range(128, 256)) * 40, "encoding"),
    ],
)
def test_other_files_are_refused_with_a_remedy(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "report"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=message) as caught:
        read_source(path)
    assert caught.value.path == path


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_source(tmp_path / "missing.txt")
    with pytest.raises(SourceError, match="folder"):
        read_source(tmp_path)


def test_a_text_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("经济社会发展。\n".encode() * 2_300_000)
    with pytest.raises(SourceError, match="characters"):
        read_source(path)


def test_a_reader_that_is_missing_names_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pdfplumber", None)
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.4\n")
    with pytest.raises(SourceError, match=r"baogao\[pdf\]"):
        read_source(path)


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [(3, "decimal", "3"), (12, "chineseCounting", "十二"), (20, "chineseCountingThousand", "二十"),
     (3, "decimalEnclosedCircle", "③"), (10, "ideographDigital", "一〇"), (2, "chineseLegalSimplified", "贰")],
)  # fmt: skip
def test_word_numbers_are_shown_as_word_shows_them(number: int, kind: str, shown: str) -> None:
    assert show_number(number, kind) == shown


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("指标    单位    上年  今年\n新增就业    人    2150    2000\n  参保率　　%　　95.8　　96以上\n正文。\n", 3),
        ("指标    单位    今年\n新增就业    人    2150\n正文。\n", 0),  # too few
        ("张三    李四    王五\n赵六    钱七    孙八\n周九    吴十    郑一\n", 0),  # names
        ("政  府  工  作\n报  告  二  零\n二  五  年  度\n", 0),  # a title set wide
    ],
)
def test_columns_set_with_blanks_are_a_table(tmp_path: Path, text: str, rows: int) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    found = [line.rows[0] for line in read_source(path).lines if line.style == "table"]
    assert len(found) == rows and all(len(row) == 4 for row in found)


def test_a_row_that_heads_a_group_stays_in_its_table(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "指标\t单位\t计划\n（一）经济发展\t\t\n产值\t亿元\t12\n（一）经济发展\t\t\n正文。\n", encoding="utf-8"
    )
    lines = read_source(path).lines
    assert [line.style for line in lines[:4]] == ["table", "table", "table", ""]
    assert lines[1].rows == (("（一）经济发展", "", ""),)
