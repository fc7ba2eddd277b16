"""An office's own name, colours and crest; and the theme inside an ordinary Pelican site."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from baogao.errors import SiteError

REPORT = """关于测试区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

各位代表:

一、2023年计划执行情况

一般公共预算收入57.18亿元,增长13.1%。

二、2024年目标

一般公共预算收入增长5%。
"""
OWN = """
[report]
crest = "crest.svg"

[colours]
result = "#8a1c5a"
result_dark = "#ff9ad0"
"""
CREST = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'


def test_name_colours_and_crest_are_the_offices(scratch_site: Callable[..., Path]) -> None:
    names = {"name": {"zh": "测试区统计局", "en": "Test District Statistics"}, "contact": "https://example.org/errors"}
    output = scratch_site(REPORT, {"report.toml": OWN, "crest.svg": CREST}, BAOGAO=names)
    overview = (output / "zh/scratch/index.html").read_text(encoding="utf-8")
    assert "测试区统计局" in overview and 'href="https://example.org/errors"' in overview
    assert 'src="../../theme/crest-scratch.svg"' in overview
    assert (output / "theme/crest-scratch.svg").read_text(encoding="utf-8") == CREST
    style = next((output / "theme").glob("baogao-*.css")).read_text(encoding="utf-8")
    assert ".bg-report-scratch{--result:#8a1c5a}" in style
    assert "@media(prefers-color-scheme:dark){.bg-report-scratch{--result:#ff9ad0}}" in style
    assert 'class="bg-report-scratch"' in overview


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('[colours]\nresult = "#ffb0a0"\n', "a contrast of"),
        ('[colours]\nresult = "red;}body{display:none"\n', "the colour result"),
        ('[colours]\nresullt = "#8a1c5a"\n', "unknown colour 'resullt'"),
        ('[report]\ncrest = "../../../secret.svg"\n', "no crest"),
        ('[report]\ncrest = "crest.html"\n', "no crest"),
    ],
)
def test_what_cannot_be_used_is_refused(scratch_site: Callable[..., Path], table: str, message: str) -> None:
    with pytest.raises(SiteError, match=message):
        scratch_site(REPORT, {"report.toml": table, "crest.html": "x"})


def test_a_plain_pelican_site_keeps_its_own_pages(tmp_path: Path, repository: Path) -> None:
    from baogao.importing import import_report

    source = tmp_path / "report.txt"
    source.write_text(REPORT, encoding="utf-8", newline="\n")
    import_report(source, tmp_path / "content", "scratch")
    (tmp_path / "content" / "pages").mkdir()
    (tmp_path / "content" / "pages" / "office.md").write_text(
        "Title: Our office\nSlug: office\n\n## A heading\n\n- one [link](https://example.org)\n", encoding="utf-8"
    )
    (tmp_path / "content" / "news.md").write_text(
        "Title: News\nSlug: news\nDate: 2024-03-01\nCategory: misc\n\nThe report is *here*.\n", encoding="utf-8"
    )
    (tmp_path / "pelicanconf.py").write_text(
        f'SITENAME = "An office"\nPATH = "content"\nTIMEZONE = "Asia/Shanghai"\nDEFAULT_LANG = "en"\n'
        f'THEME = {str(repository / "theme")!r}\nPLUGINS = ["baogao.plugin"]\n'
        f"FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pelican", "--fatal", "warnings", "-o", "output"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
                          env={"PYTHONPATH": str(repository), "PATH": shutil.os.environ["PATH"]})  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    output = tmp_path / "output"
    page = (output / "pages/office.html").read_text(encoding="utf-8")
    assert '<a href="https://example.org">link</a>' in page and "<h2>A heading</h2>" in page
    assert "<em>here</em>" in (output / "news.html").read_text(encoding="utf-8")
    assert (output / "zh/scratch/outcome.html").is_file()
