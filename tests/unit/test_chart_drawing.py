"""Pictures become scenes and scenes SVG: comparisons are drawn, labels fit, nothing unsafe is in the file."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baogao.charts.bars import draw_bars
from baogao.charts.dots import draw_dots
from baogao.charts.measuring import wrap
from baogao.charts.picture import Line, Mark, Panel, Picture, limit_of
from baogao.charts.rendering import Pen, render, shorten
from baogao.charts.rows import ends_of
from baogao.charts.scene import Scene
from baogao.charts.standalone import standalone
from baogao.charts.style import house_style, style_path
from baogao.errors import ChartError

STYLE = house_style(style_path())


def picture(form: str, *lines: Line) -> Picture:
    return Picture(form, (Panel(lines),), "2023年结果", "2024年目标", "持平", "← 低", "高 →", "标题", "描述3。")


def draw(shown: Picture, width: int = 640) -> Scene:
    return (draw_dots if shown.form in ("pairs", "growth") else draw_bars)(shown, width, STYLE.size(width))


def svg_of(scene: Scene, chart_id: str, title: str, description: str) -> str:
    with Pen(STYLE) as pen:
        return render(scene, pen, chart_id, title, description)


def boxes(scene: Scene) -> list[tuple[float, float, float, str]]:
    """(left, right, base line, text) of each text."""
    return [(*ends_of(text, scene.size), text.y, text.text) for text in scene.texts]


def assert_labels_fit(scene: Scene) -> None:
    found = boxes(scene)
    for left, right, y, text in found:
        assert left >= -1 and right <= scene.width + 1, f"{text} leaves the picture: {left:.0f} to {right:.0f}"
        assert 0 < y <= scene.height
    for number, (left, right, y, text) in enumerate(found):
        for other_left, other_right, other_y, other in found[number + 1 :]:
            if abs(y - other_y) < scene.size * 0.8:
                assert right <= other_left + 1 or other_right <= left + 1, f"{text} lies on {other}"


MARKS = st.builds(
    Mark,
    st.floats(-400, 400).map(lambda value: round(value, 2)),
    st.sampled_from(("eq", "about", "ge", "gt", "le", "lt")),
    st.sampled_from(("5%", "突破100亿元", "more than 10.5 billion yuan", "156＋3＋9家", "at least 12,000 households")),
)
NAMES = st.sampled_from(
    ("产业", "社区户外微场地、笼式足球场、多功能运动场", "Total investment in projects of the whole district", "Jobs")
)
LINES = st.lists(
    st.one_of(
        st.builds(Line, NAMES, MARKS, MARKS), st.builds(Line, NAMES, MARKS), st.builds(Line, NAMES, st.none(), MARKS)
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@given(LINES, st.sampled_from(("pairs", "growth")), st.sampled_from((640, 340)))
@settings(deadline=None, max_examples=60)
def test_labels_of_dots_fit_whatever_they_are(lines: list[Line], form: str, width: int) -> None:
    if form == "pairs":
        lines = [Line(x.name, replace(x.result, value=0.0) if x.result else None, x.target) for x in lines]
    assert_labels_fit(draw(picture(form, *lines), width))


@given(LINES, st.sampled_from((640, 340)))
@settings(deadline=None, max_examples=60)
def test_labels_of_bars_fit_whatever_they_are(lines: list[Line], width: int) -> None:
    def up(mark: Mark | None) -> Mark | None:
        return replace(mark, value=abs(mark.value) + 0.5) if mark else None

    assert_labels_fit(draw(picture("bars", *(Line(x.name, up(x.result), up(x.target)) for x in lines)), width))


def test_result_is_a_filled_dot_and_target_an_open_diamond() -> None:
    scene = draw(picture("growth", Line("收入", Mark(13.1, "eq", "13.1%"), Mark(5, "eq", "5%"))))
    assert len(scene.shapes["dot"]) == 2 and len(scene.shapes["target"]) == 2  # in the key and in the row
    assert all(len(points) == 4 and closed for points, closed in scene.shapes["target"])
    dot = scene.shapes["dot"][-1][0][0]
    assert dot[0] > scene.shapes["target"][-1][0][0][0], "13.1 lies to the right of 5"


@pytest.mark.parametrize(
    ("op", "sign", "points"), [("ge", 1, 1), ("gt", 1, 1), ("le", 1, -1), ("lt", 1, -1), ("ge", -1, -1), ("eq", 1, 0)]
)
def test_arrow_shows_the_comparison(op: str, sign: int, points: int) -> None:
    """以上 points away from zero, 以内 towards it; 下降3%以上 is further down."""
    scene = draw(
        picture("growth", Line("收入", Mark(10.0 * sign, op, "x", sign=sign)), Line("甲", Mark(20, "eq", "y")))
    )
    arrows = scene.shapes.get("sign-result", [])
    if not points:
        assert not arrows
        return
    (start, tip), _ = arrows[0]
    assert (tip[0] - start[0]) * points > 0


def test_about_and_range_are_drawn() -> None:
    about = draw(picture("growth", Line("收入", Mark(10, "about", "约10%")), Line("甲", Mark(20, "eq", "20%"))))
    assert len(about.shapes["sign-result"]) == 2  # a dash on each side
    wide = draw(picture("growth", Line("收入", None, Mark(4, "between", "4%—5%", 5.0))))
    (start, end), _ = wide.shapes["sign-target"][0]
    assert end[0] > start[0]


def test_label_that_would_lie_across_zero_stands_above_the_other() -> None:
    """4%以上 beside 5%, on an axis that another row makes long: both stand on the right, one below the other."""
    scene = draw(
        picture(
            "growth", Line("GDP", Mark(4, "ge", "at least 4%"), Mark(5, "eq", "5%")), Line("x", Mark(90, "eq", "y"))
        )
    )
    (above, below) = (next(t for t in scene.texts if t.text == label) for label in ("at least 4%", "5%"))
    assert (above.anchor, above.x) == (below.anchor, below.x) == ("start", above.x) and above.y < below.y - scene.size
    falls = draw(
        picture("growth", Line("a", Mark(-4, "eq", "down"), Mark(-5, "eq", "more")), Line("b", Mark(-90, "eq", "y")))
    )
    assert {text.anchor for text in falls.texts if text.text in ("down", "more")} == {"end"}


def test_no_line_runs_through_words() -> None:
    scene = draw(picture("growth", *(Line("a name of some length", Mark(n, "eq", "label")) for n in (1, 20))), 340)
    for points, _ in (*scene.shapes["grid"], *scene.shapes["axis"]):
        (x, top), (_, bottom) = points
        for text in scene.texts:
            left, right = ends_of(text, scene.size)
            assert not (left < x < right and top < text.y - scene.size / 2 < bottom), text.text


def test_long_labels_of_bars_stand_above_them() -> None:
    label = "growth of at least 25.345 billion yuan"
    scene = draw(picture("bars", Line("Investment", Mark(5, "eq", label)), Line("x", Mark(3, "eq", "3"))), 340)
    assert_labels_fit(scene)
    assert max(x for points, _ in scene.shapes["result"] for x, _ in points) > 300, "the bars have the width"


@pytest.mark.parametrize(("op", "corners"), [("eq", 4), ("gt", 5), ("le", 5)])
def test_end_of_a_bar_shows_the_comparison(op: str, corners: int) -> None:
    scene = draw(picture("bars", Line("企业", Mark(100, op, "x")), Line("甲", Mark(50, "eq", "y"))))
    bar, _ = scene.shapes["result"][0]
    assert len(bar) == corners
    ends = sorted(x for x, _ in bar)[-2:]
    if op == "gt":
        assert ends[1] - ends[0] > 4, "the point stands out"
    if op == "le":
        assert ends[0] == ends[1], "the notch goes in"


def test_bars_are_as_long_as_their_values() -> None:
    lines = [Line(str(value), Mark(value, "eq", f"{value}家")) for value in (100, 50, 25)]
    bars = [
        max(x for x, _ in points) - min(x for x, _ in points)
        for points, _ in draw(picture("bars", *lines)).shapes["result"]
    ]
    assert bars[0] / bars[1] == pytest.approx(2, rel=0.02) and bars[0] / bars[2] == pytest.approx(4, rel=0.03)


def test_addition_begins_where_the_stock_ends() -> None:
    scene = draw(picture("bars", Line("实验室", Mark(4, "eq", "4家"), Mark(6, "eq", "新增2家", start=4))))
    stock, addition = scene.shapes["result"][-1][0], scene.shapes["target"][-1][0]
    assert min(x for x, _ in addition) == pytest.approx(max(x for x, _ in stock), abs=1)


@pytest.mark.parametrize(
    ("values", "limit"),
    [([5, 10, 13, 206], 16.25), ([326, 206, 80, 63], None), ([5, 100], None), ([], None), ([1, 2, 3, 4], None)],
)
def test_axis_is_cut_only_where_one_value_flattens_the_rest(values: list[float], limit: float | None) -> None:
    assert limit_of(values, 4.0) == limit


def test_names_break_where_they_may() -> None:
    assert wrap("战略性新兴服务业占规上服务业比重", 14, 200) == ["战略性新兴服务业占规上服务业", "比重"]
    assert wrap("Enterprises from Beijing and Hebei", 14, 180) == ["Enterprises from Beijing", "and Hebei"]
    assert all(not line.startswith(("、", "，", "）")) for line in wrap("笼式足球场、多功能（运动场）、书斋", 14, 70))
    assert wrap("很长的名称" * 9, 14, 100, 2)[-1].endswith("…")


HOSTILE = ["<script>alert(1)</script>", '" onload="x', "$x^2$", "a & b", "]]>", "{{ 7 * 7 }}", "\\frac", "=SUM(A1)"]


def test_svg_is_safe_to_inline() -> None:
    lines = [Line(name, Mark(number + 1, "eq", name)) for number, name in enumerate(HOSTILE)]
    shown = replace(picture("bars", *lines), title=HOSTILE[0], description=HOSTILE[1])
    svg = svg_of(draw(shown), "c-x-zh-640", shown.title, shown.description)
    tree = ElementTree.fromstring(svg)
    assert {element.tag for element in tree.iter()} == {"svg", "title", "desc", "path", "g", "text"}
    assert [e.text for e in tree.iter("text") if e.text in HOSTILE][: len(HOSTILE)] == HOSTILE, "text as it is"
    allowed = {
        "class", "viewBox", "width", "height", "font-size", "role", "aria-labelledby", "aria-describedby", "id", "d",
        "fill", "stroke", "stroke-width", "stroke-linecap", "font-weight", "text-anchor", "x", "y",
    }  # fmt: skip
    assert {name for element in tree.iter() for name in element.attrib} <= allowed
    assert not re.search(r"<(style|metadata|script|!--|\?xml|!DOCTYPE)|font-family|xlink|url\(", svg)


def test_ids_begin_with_the_charts_and_name_the_picture() -> None:
    svg = svg_of(draw(picture("bars", Line("企业", Mark(3, "eq", "3家")))), "c-firms-zh-640", "标题", "描述3。")
    tree = ElementTree.fromstring(svg)
    assert sorted(e.attrib["id"] for e in tree.iter() if "id" in e.attrib) == ["c-firms-zh-640-d", "c-firms-zh-640-t"]
    assert (tree.attrib["role"], tree.attrib["aria-labelledby"]) == ("img", "c-firms-zh-640-t")
    assert tree.findtext("title") == "标题" and tree.findtext("desc") == "描述3。"


def test_same_scene_gives_the_same_bytes() -> None:
    shown = picture(
        "pairs", Line("企业", Mark(0, "gt", "超100家"), Mark(5, "ge", "105家以上")), Line("甲", Mark(0, "eq", "1"))
    )
    first, second = (svg_of(draw(shown, 340), "c-x", "t", "d") for _ in range(2))
    assert first == second


def test_path_data_is_short_and_right() -> None:
    assert shorten("M 10 20 \nL 30 20 \nL 30 40.5 \nL 20 30 \nz \nM 1 2 \nL 1 2") == "M10 20h20v20.5l-10 -10.5zM1 2h0"


def test_file_of_its_own_carries_title_source_paper_and_font() -> None:
    svg = svg_of(draw(picture("bars", Line("企业", Mark(3, "eq", "3家")))), "c-x", "标题", "描述3。")
    tree = ElementTree.fromstring(standalone(svg, "A title & more", "Hexi", STYLE, "en"))
    space = "{http://www.w3.org/2000/svg}"
    assert tree.tag == f"{space}svg" and "sans-serif" in tree.attrib["font-family"]
    texts = [e.text for e in tree.iter(f"{space}text")]
    assert "A title & more" in texts and "Hexi" in texts
    paper = next(tree.iter(f"{space}rect"))
    assert paper.attrib["fill"] == STYLE.paper
    assert float(paper.attrib["height"]) == float(tree.attrib["height"]), "paper behind all of it"


def test_style_without_two_colours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.mplstyle"
    path.write_text("axes.prop_cycle: cycler('color', ['c0351d'])\n", encoding="utf-8")
    with pytest.raises(ChartError, match="two colours"):
        house_style(path)


def test_colours_can_be_read_and_told_apart() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(one: str, other: str) -> float:
        low, high = sorted((light(one), light(other)))
        return (high + 0.05) / (low + 0.05)

    for text in (STYLE.result, STYLE.target, STYLE.ink, STYLE.muted):
        assert contrast(text, STYLE.paper) >= 4.5
    for mark in (STYLE.result, STYLE.target, STYLE.axis):
        assert contrast(mark, STYLE.paper) >= 3
    assert contrast(STYLE.result, STYLE.track) >= 3
