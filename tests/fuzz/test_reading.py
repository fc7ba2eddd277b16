"""Whatever comes, a reader reads it or refuses it clearly, and every line of it is placed."""

# ruff: noqa: E501  (a Chinese sentence stays whole; Ruff counts each character as two)

import html
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baogao.errors import SourceError
from baogao.model import Report
from baogao.report.readers.docx import read_docx
from baogao.report.readers.html import read_html
from baogao.report.readers.markdown import read_markdown
from baogao.report.source import read_source
from baogao.sections.outline import read_report

PIECES = (
    "一、", "二、", "（一）", "（二）", "1.", "（1）", "①", "一是", "第一部分", "各位代表：", "各位代表！", "政府工作报告", "附件", "名词解释",
    "责任编辑：张三", "关于", "计划草案的报告", "——2025年1月8日在某县第一次会议上", "县长 王明", "（下转第四版）", "增长5.2%", "。", "；", "，",
    "推动高质量发展", "\t", "　　", " ", "\u200b", "\xa0", "*", "_", "{{ x }}", "<b>", "=SUM(A1)", "---", "]]>", "\ufeff", "三、四期",
    "全区上下坚持稳中求进工作总基调，扎实推进高质量发展，经济运行总体平稳。",
)  # fmt: skip
LINES = st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(max_size=30), max_size=30)
MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(path: Path, data: bytes) -> Report | None:
    path.write_bytes(data)
    try:
        return read_report(read_source(path))
    except SourceError:
        return None


def assert_nothing_lost(report: Report) -> None:
    """Each line stands, white space aside, in the place that `placed` names."""
    texts = {"front": "".join(report.front), "chrome": "".join(report.chrome), "blank": ""}
    for section in report.sections:
        texts[section.id] = section.heading
        texts |= {paragraph.id: paragraph.text for paragraph in section.paragraphs}
    texts |= {table.id: "".join("".join(row) for row in table.rows) for table in report.tables}
    for annex in report.annexes:
        texts[annex.id] = annex.heading
        texts |= {paragraph.id: paragraph.text for paragraph in annex.paragraphs}
    assert {placed.line for placed in report.placed} == {line.number for line in report.source.lines}
    for placed in report.placed:
        words = "".join(placed.text.split())
        held = "".join(texts[placed.place].split())
        assert words in held, placed


@MANY
@given(LINES)
def test_any_text_is_placed_line_by_line(tmp_path: Path, lines: list[str]) -> None:
    report = read(tmp_path / "report.txt", "\n".join(lines).encode("utf-8", "ignore"))
    if report is not None:
        assert_nothing_lost(report)


@MANY
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    for name in ("a.txt", "a.html", "a.md", "a"):
        read(tmp_path / name, data)


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "br",
        "table",
        "tr",
        "td",
        "span",
        "b",
        "strong",
        "h1",
        "h2",
        "li",
        "ul",
        "nav",
        "script",
        "style",
        "a",
        "pre",
        "form",
        "center",
        "sup",
    ]
)
MARKUP = st.recursive(
    st.lists(st.sampled_from(PIECES), max_size=4).map(lambda parts: html.escape("".join(parts))),
    lambda inner: st.tuples(TAGS, st.sampled_from(["", " style='display:none'", " class='share'", " colspan='9999999'"]),
                            st.lists(inner, max_size=4), st.booleans()).map(
        lambda t: f"<{t[0]}{t[1]}>{''.join(t[2])}" + (f"</{t[0]}>" if t[3] else "")),
    max_leaves=30,
)  # fmt: skip


@MANY
@given(MARKUP)
def test_any_page_is_read(tmp_path: Path, markup: str) -> None:
    report = read(tmp_path / "report.html", f"<html><body>{markup}</body></html>".encode())
    if report is not None:
        assert_nothing_lost(report)


WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
ELEMENTS = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "sdt",
        "sdtContent",
        "rPr",
        "pPr",
        "vanish",
        "numPr",
        "br",
        "tab",
        "hyperlink",
    ]
)
PARTS = st.recursive(
    st.sampled_from(PIECES).map(lambda text: f"<w:t>{html.escape(text)}</w:t>"),
    lambda inner: st.tuples(ELEMENTS, st.lists(inner, max_size=4)).map(lambda t: f"<w:{t[0]}>{''.join(t[1])}</w:{t[0]}>"),
    max_leaves=30,
)  # fmt: skip


def word(document: str, **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


@MANY
@given(PARTS)
def test_any_word_file_is_read(tmp_path: Path, inner: str) -> None:
    inner = "".join(character for character in inner if character >= " " or character == "\t")
    report = read(tmp_path / "report.docx", word(f"<w:document {WORD}><w:body>{inner}</w:body></w:document>"))
    if report is not None:
        assert_nothing_lost(report)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_a_damaged_pdf_is_read_or_refused(position: int, noise: bytes) -> None:
    from baogao.report.readers.pdf import read_pdf

    data = bytearray(SMALL_PDF)
    position %= len(data)
    data[position : position + len(noise)] = noise
    try:
        read_pdf(bytes(data))
    except SourceError as error:
        assert error.message


SMALL_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 62>>stream\nBT /F 12 Tf 20 200 Td (A government work report, in short) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n"
)


@pytest.mark.parametrize(
    "markup", ["<div>" * 5000, "<b><i>" * 300_000, "<table><tr><td>" * 2000], ids=["deep", "many", "tables"]
)
def test_a_page_built_to_be_a_burden_is_refused_or_read_soon(markup: str) -> None:
    try:
        read_html(f"<html><body>{markup}各位代表：</body></html>")
    except SourceError as error:
        assert "elements" in error.message


def test_entities_and_zip_bombs_in_a_word_file_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + f"<w:document {WORD}>&b;</w:document>"
    with pytest.raises(SourceError, match="definitions"):
        read_docx(word(bomb))
    with pytest.raises(SourceError, match="unpacks"):
        read_docx(word(f"<w:document {WORD}>{' ' * 30_000_000}</w:document>"))


def test_markdown_keeps_what_is_no_markup() -> None:
    lines, _ = read_markdown("## 一、回顾\n\n产值增长5*3=15，文件名a_b_c，{{ x }}，<b>粗</b>。\n")
    assert [line.text for line in lines if line.text] == [
        "一、回顾",
        "产值增长5*3=15，文件名a_b_c，{{ x }}，<b>粗</b>。",
    ]
