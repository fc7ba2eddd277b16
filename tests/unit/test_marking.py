"""Report text → HTML: every character text, every number marked at its place."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from baogao.sections.markdown import escape
from baogao.site.marking import Mark, PageText, ReportExtension, mark_text


class Shown(HTMLParser):
    """The text that a browser shows of HTML, and the tags in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags = "", []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attributes: object) -> None:
        self.tags.append(tag)


def convert(markdown: str, page: PageText) -> str:
    extension = ReportExtension()
    return extension.convert(Markdown(extensions=[extension, "meta", "tables"], output_format="html"), markdown, page)


def page(*names: str, **more: object) -> PageText:
    return PageText("en", names, lambda name, text: (), permalink="", **more)  # type: ignore[arg-type]


def test_a_number_is_a_link_to_its_row() -> None:
    text = "一般公共预算收入57.18亿元,增长13.1%"
    html = mark_text(text, (Mark(8, 15, "1-p1-n1", "result"),), "zh")
    assert html == (
        '一般公共预算收入<a class="bg-number bg-result" id="n-1-p1-n1" href="indicators.html#i-1-p1-n1">57.18亿元</a>'
        "，增长13.1%"
    )


def test_numbers_in_one_another_keep_their_anchors() -> None:
    marks = (Mark(0, 8, "a", "result"), Mark(4, 8, "b", "result"), Mark(3, 6))
    html = mark_text("从143增至178个", marks, "zh")
    assert html.count("<a ") == 1 and 'id="n-a"' in html and '<span id="n-b"></span>' in html


def test_a_number_that_the_text_does_not_show_leads_to_the_paragraph() -> None:
    assert mark_text("No figure here.", (Mark(0, 0, "a", "result"),), "en") == '<span id="n-a"></span>No figure here.'


def test_other_numbers_stay_on_one_line() -> None:
    assert mark_text("至2025年底", (Mark(1, 6),), "zh") == '至<span class="bg-nowrap">2025年</span>底'


@given(
    st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).map(lambda t: " ".join(t.split()))
)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    if not text:
        return
    shown = Shown(convert(f"Title: x\n\n{escape(text)}\n", page("1-p1")))
    assert shown.text.strip().removesuffix("¶").strip() == text.strip()
    assert set(shown.tags) <= {"p", "a"}


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "[a](javascript:b)", "![a](b)", "# a", "- a", "1. a", "> a", "    a", "<http://a.b>",
     "a | b", "***", "&lt;b&gt;", "{{ x }}", "[a]: http://b", "```x```", "_a_ **b**", "a  ", "\\*"],
)  # fmt: skip
def test_markup_is_text(text: str) -> None:
    shown = Shown(convert(f"Title: x\n\n{escape(text.strip())}\n", page("1-p1")))
    assert shown.text.removesuffix("¶") == text.strip()


def test_emphasis_of_a_translator_is_kept_and_numbers_in_it_marked() -> None:
    at = PageText("en", ("1-p1",), lambda name, text: (Mark(9, 14, "x", "result"),), permalink="")
    html = convert("Title: x\n\nRevenue *rose 13.1%* again\n", at)
    assert "<em>rose <a " not in html  # the mark crosses the edge of the emphasis, so it stays plain text
    at = PageText("en", ("1-p1",), lambda name, text: (Mark(13, 18, "x", "result"),), permalink="")
    assert '<em>rose <a class="bg-number bg-result"' in convert("Title: x\n\nRevenue *rose 13.1%* again\n", at)


def test_paragraphs_and_headings_get_the_reports_ids() -> None:
    html = convert("Title: x\n\none\n\n### two\n\nthree\n", page("1-p1", "1.1-p1", headings=("1.1",)))
    assert '<p id="1-p1">' in html and '<h3 id="s-1.1">two</h3>' in html and '<p id="1.1-p1">' in html


def test_a_run_in_heading_stands_in_its_paragraph() -> None:
    html = convert("Title: x\n\n一是稳增长。投资增长\n", page("1-p1", run_in={"1-p1": ("1.1", "一是稳增长。")}))
    assert '<p id="1-p1"><b class="bg-run-in" id="s-1.1">一是稳增长。</b>投资增长' in html
