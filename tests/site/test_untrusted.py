"""A hostile report: everything in it is text on every page of the site built from it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

HOSTILE = """关于测试区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

——2024年1月17日在测试区第一届人民代表大会第四次会议上

各位代表:

受区人民政府委托,现将报告提请审议。

一、2023年计划执行情况<script>alert(1)</script>

一般公共预算收入57.18亿元,增长13.1%。<img src=x onerror=alert(2)>税收收入50.01亿元{{ 7*7 }}{% raw %}。

*星号*与_下划线_和`反引号`,[链接](javascript:alert(3)),![图](x.png),新增就业1.9万人&lt;b&gt;&amp;。

# 不是标题,固定资产投资增长3%

1. 不是列表,社会消费品零售总额增长5%

=SUM(A1:A9)引进企业259家

(一)推进“</title><svg onload=alert(4)>”工程

Title: 不是元数据,引进企业100家。

二、2024年目标

一般公共预算收入增长5%,新增就业2万人以上,引进企业300家。
"""


@pytest.fixture
def output(scratch_site: Callable[..., Path]) -> Path:
    return scratch_site(HOSTILE)


def test_nothing_of_it_becomes_markup(output: Path) -> None:
    pages = sorted(output.rglob("*.html"))
    assert len(pages) > 15
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text and "<img src=x" not in text and "<svg onload" not in text, path
        tree = LexborHTMLParser(text)
        for node in tree.css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], path
            assert not str(node.attributes.get("href") or "").startswith("javascript:"), path
        for script in tree.css("script:not([src])"):
            assert script.attributes["type"] in ("application/json", "application/ld+json")


def test_all_of_it_is_shown_as_it_was_written(output: Path) -> None:
    shown = LexborHTMLParser((output / "zh/scratch/full.html").read_text(encoding="utf-8")).css_first("main").text()
    shown = re.sub(r"\s+", "", shown).translate(str.maketrans("：（）！；，", ":()!;,"))  # as typed, not as set
    for piece in (
        "<script>alert(1)</script>", "<imgsrc=xonerror=alert(2)>", "{{7*7}}{%raw%}", "*星号*与_下划线_和`反引号`",
        "[链接](javascript:alert(3))", "![图](x.png)", "&lt;b&gt;&amp;", "#不是标题", "1.不是列表", "=SUM(A1:A9)",
        "</title><svgonload=alert(4)>", "Title:不是元数据",
    ):  # fmt: skip
        assert piece in shown, piece
