"""Nothing of a report is lost, nothing is announced that is not there, and what is missing is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from baogao.errors import ContentError

TEXT = """关于测试区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

各位代表:

受区人民政府委托,现将报告提请审议。

一、2023年计划执行情况

一般公共预算收入57.18亿元,增长13.1%。

二、2024年目标

一般公共预算收入增长5%,新增就业2万人以上。

坚持稳中求进,推动产业升级,优化营商环境,改善生态环境,办好民生实事,守住安全底线,深化改革开放,扩大有效投资。

继续稳中求进,推动产业升级,优化营商环境,改善生态环境,办好民生实事,守住安全底线,深化改革开放,扩大有效投资。

把握发展大局,推动产业升级,优化营商环境,改善生态环境,办好民生实事,守住安全底线,深化改革开放,扩大有效投资。

汇聚各方力量,推动产业升级,优化营商环境,改善生态环境,办好民生实事,守住安全底线,深化改革开放,扩大有效投资。

名词解释

1.三新:新产业、新业态、<新>商业模式。

2.双碳:碳达峰、碳中和。
"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_picture_of_a_shared_address_is_there(hosted_site: Path, language: str) -> None:
    page = LexborHTMLParser((hosted_site / f"{language}/hexi-2024/index.html").read_text(encoding="utf-8"))
    address = str(page.css_first('meta[property="og:image"]').attributes["content"])
    picture = hosted_site / address.removeprefix("https://example.org/reports/")
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG") and (head[16:20], head[20:24]) == ((1200).to_bytes(4), (630).to_bytes(4))


def test_a_missing_page_is_said_with_its_remedy(scratch_site: Callable[..., Path], tmp_path: Path) -> None:
    from conftest import build_site

    scratch_site(TEXT)
    (tmp_path / "content/scratch/zh/1.md").unlink()
    with pytest.raises(ContentError, match="missing") as caught:
        build_site(tmp_path, tmp_path / "content")
    assert "baogao generate" in caught.value.hint


@pytest.mark.parametrize("language", ["zh", "en"])
def test_annexes_stand_at_the_end_of_the_whole_report(scratch_site: Callable[..., Path], language: str) -> None:
    output = scratch_site(TEXT)
    whole = LexborHTMLParser((output / f"{language}/scratch/full.html").read_text(encoding="utf-8"))
    assert "名词解释" in whole.css_first("#A1").text()
    first, second = whole.css_first("#A1-p1"), whole.css_first("#A1-p2")
    assert "<新>商业模式" in first.text() and "碳达峰" in second.text()
    marked = first.parent is not None and first.parent.attributes.get("lang") == "zh-Hans"
    assert marked == (language == "en")
    overview = LexborHTMLParser((output / f"{language}/scratch/index.html").read_text(encoding="utf-8"))
    assert overview.css_first('.bg-toc a[href="full.html#A1"]') is not None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_stands_on_the_page_of_its_section(tmp_path: Path, language: str) -> None:
    from conftest import build_site

    from baogao.importing import import_report

    table = "| 指标 | 2023年 |\n| --- | --- |\n| 一般公共预算收入 | 57.18亿元 |\n\n二、"
    source = tmp_path / "table.md"
    source.write_text(TEXT.replace("二、", table, 1), encoding="utf-8", newline="\n")
    import_report(source, tmp_path / "content", "scratch")
    output = build_site(tmp_path, tmp_path / "content")
    page = LexborHTMLParser((output / f"{language}/scratch/1.html").read_text(encoding="utf-8"))
    cells = [cell.text() for cell in page.css(".bg-table-scroll table td")]
    assert cells == ["一般公共预算收入", "57.18亿元"]
