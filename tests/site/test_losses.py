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
    assert "make sections" in caught.value.hint
