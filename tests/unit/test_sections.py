"""Report text goes through Markdown unchanged."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from baogao.model import Paragraph, Report, Section, Source, Table
from baogao.sections.markdown import Page, escape, page_markdown, pages_of


def render(markdown: str) -> str:
    """As the theme's reader has it: raw HTML off, tables on."""
    reader = Markdown(extensions=["tables"])
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader.convert(markdown)


HOSTILE = [
    "<script>alert(1)</script>",
    "{{ config }} {% raw %} {# no #}",
    "*星号* _下划线_ `码` [链](javascript:alert(1)) ![图](x)",
    "# 不是标题",
    "1. 不是列表",
    "2024. 年",
    "- 不是列表",
    "+ 不是列表",
    "> 不是引用",
    "---",
    "===",
    "| 甲 | 乙 |",
    "&lt;b&gt; &amp; &#60;",
    "=SUM(A1:A9)",
    "Title: 不是元数据",
    "[1]: https://example.org",
    "*[HTML]: abbreviation",
    "<https://example.org>",
    "\\反斜杠\\",
    "~~~",
    "```",
    ":   definition",
    "[TOC]",
    "!!! note",
    "[^1]: 脚注",
    "一般公共预算收入57.18亿元,增长13.1%(同口径)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_given_back_as_text(text: str) -> None:
    made = render(escape(text))
    assert re.fullmatch(r"<p>.*</p>", made, re.DOTALL), made
    assert html.unescape(made[3:-4]) == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=80))
def test_any_text_is_given_back_as_text(text: str) -> None:
    made = render(escape(text))
    assert html.unescape(re.sub(r"</?p>", "", made)) == text


def test_a_page_holds_its_deeper_sections_and_tables_in_order() -> None:
    first = Section("1.1", 2, "（一）标题", paragraphs=(Paragraph("1.1-p1", "甲。"),))
    inner = Section("1.1.1", 3, "1.小标题", paragraphs=(Paragraph("1.1.1-p1", "乙。"),))
    table = Table("1.1-t1", "1.1-p1", (("指标", "单位"), ("生产|总值", "亿元")))
    report = Report(Source("x", "text", "utf-8", ""), "题", "other", sections=(first, inner), tables=(table,))
    assert page_markdown(report, Page(first, (inner,)), "1-1") == (
        "Title: （一）标题\nSlug: 1-1\nSection: 1.1\nLang: zh\n\n甲。\n\n"
        "| 指标 | 单位 |\n| --- | --- |\n| 生产\\|总值 | 亿元 |\n\n### 1.小标题\n\n乙。\n"
    )


def test_pages_are_the_sections_of_two_levels_and_numbered_run_in_headings() -> None:
    sections = (
        Section("0", 0, ""),
        Section("1", 1, "一、甲"),
        Section("1.1", 2, "（一）乙", run_in=True),
        Section("1.1.1", 3, "1.丙"),
        Section("1.2", 2, "一是丁", run_in=True),
    )
    assert [(page.id, [s.id for s in page.inner]) for page in pages_of(sections)] == [
        ("0", []),
        ("1", []),
        ("1.1", ["1.1.1", "1.2"]),
    ]
