"""The charts of the Hexi report, said and drawn in both languages; the cache; the share picture."""

import csv
import gzip
import json
import re
import shutil
import struct
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from baogao.charts import Chart, charts_of, check_charts, kept_charts, share_picture
from baogao.charts.selecting import Row, change_of
from baogao.content import ReportFolder, load_report
from baogao.errors import ChartError
from tests.unit.chart_maker import declare, report_folder
from tests.unit.indicator_maker import make, target

ROOT = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@pytest.fixture(scope="module")
def hexi() -> ReportFolder:
    return load_report(ROOT / "content" / "hexi-2024")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("charts")


@pytest.fixture(scope="module")
def zh(hexi: ReportFolder, cache: Path) -> tuple[Chart, ...]:
    return charts_of(hexi, "zh", cache)


@pytest.fixture(scope="module")
def en(hexi: ReportFolder, cache: Path) -> tuple[Chart, ...]:
    return charts_of(hexi, "en", cache)


def test_hexi_has_the_charts_that_were_asked_for(zh: tuple[Chart, ...]) -> None:
    ids = [chart.id for chart in zh]
    assert len(ids) == len(set(ids)) >= 12
    assert {
        "growth-targets", "growth", "business-entities", "innovative-companies", "digital-economy", "new-companies",
        "livelihoods",
    } <= set(ids)  # fmt: skip
    assert sum(chart.place == "outcome" for chart in zh) >= 5
    assert {chart.place for chart in zh} == {"overview", "outcome", "section"}


def test_every_comparable_pair_is_drawn(hexi: ReportFolder, zh: tuple[Chart, ...]) -> None:
    by_id = hexi.indicators_by_id
    drawn = [set(chart.indicators) for chart in zh if chart.place in ("outcome", "overview")]
    left = []
    for pair in hexi.extract.pairs:
        row = Row(tuple(by_id[i] for i in pair.result), tuple(by_id[i] for i in pair.target), pair.relation)
        rates = pair.relation == "same" and {i.measure for i in (row.result[0], row.target[0])} == {"growth"}
        if change_of(row) is not None or rates:
            ids = {pair.result[0], *pair.target}
            left += [] if any(ids <= chart for chart in drawn) else [row.main.name]
    assert left == []


def test_both_languages_have_the_same_charts(zh: tuple[Chart, ...], en: tuple[Chart, ...]) -> None:
    def shape(charts: tuple[Chart, ...]) -> list[tuple[object, ...]]:
        return [(c.id, c.indicators, c.sections, c.place, len(c.rows), c.csv) for c in charts]

    assert shape(zh) == shape(en)
    han = re.compile(r"[一-鿿]")
    assert [c.id for c in en if han.search(c.title + c.note)] == []
    assert "more than 10 billion yuan" in str([c.rows for c in en]) and "突破100亿元" in str([c.rows for c in zh])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_description_and_labels_say_what_the_table_says(language: str, request: pytest.FixtureRequest) -> None:
    for chart in request.getfixturevalue(language):
        table = "\n".join("\t".join(row) for row in (chart.header, *chart.rows))
        numbers = NUMBER.findall(chart.description)
        assert numbers, chart.id
        assert set(numbers) <= set(NUMBER.findall(table)), chart.id
        assert all(len(row) == len(chart.header) for row in chart.rows)
        for svg in (chart.svg, chart.svg_narrow):
            drawn = "".join(re.findall(r'-value-(?:result|target)".*?</g>(?:</g>)?', svg))
            for row in chart.rows:
                for cell in row[1:3]:
                    assert cell in ("—", "–") or cell in drawn or cell not in table.split("\t"), (chart.id, cell)


def test_csv_holds_every_number_with_its_quotation(hexi: ReportFolder, zh: tuple[Chart, ...]) -> None:
    for chart in zh:
        lines = list(csv.DictReader(StringIO(chart.csv)))
        assert [line["indicator"] for line in lines] == list(chart.indicators)
        for line in lines:
            indicator = hexi.indicators_by_id[line["indicator"]]
            assert (line["value"], line["unit"], line["comparison"]) == (indicator.value, indicator.unit, indicator.op)
            assert line["quote"].removeprefix("'") == indicator.quote


@pytest.mark.parametrize("language", ["zh", "en"])
def test_drawings_are_light(language: str, request: pytest.FixtureRequest) -> None:
    for chart in request.getfixturevalue(language):
        for svg in (chart.svg, chart.svg_narrow):
            assert len(svg.encode()) <= 7000, chart.id
            assert len(gzip.compress(svg.encode())) <= 1600, chart.id
            assert float(re.findall(r'font-size="([\d.]+)"', svg)[0]) >= 12
    ids = [
        i
        for chart in request.getfixturevalue(language)
        for i in re.findall(r' id="([^"]+)"', chart.svg + chart.svg_narrow)
    ]
    assert len(ids) == len(set(ids)) == 4 * len(request.getfixturevalue(language))


def test_narrow_picture_is_a_drawing_of_its_own(zh: tuple[Chart, ...]) -> None:
    for chart in zh:
        wide, narrow = (re.findall(r'viewBox="0 0 (\d+) ', svg)[0] for svg in (chart.svg, chart.svg_narrow))
        assert (wide, narrow) == ("640", "340")


def test_comparison_is_said_beside_the_mark(tmp_path: Path) -> None:
    declare(tmp_path, "pairs", "least = 1")
    folder = report_folder(
        tmp_path,
        [make("技术合同成交总额", "100", "亿元", op="gt", printed="突破100亿元"),
         target("技术合同成交总额", "105", "亿元", op="ge", printed="105亿元以上")],
        [("1-p1-n1", "2-p1-n1", "same")],
    )  # fmt: skip
    own = next(chart for chart in charts_of(folder, "zh", tmp_path / "cache") if chart.id == "made")
    assert own.rows == (("技术合同成交总额", "突破100亿元", "105亿元以上", "—"),)
    assert own.title == "2024年图" and "向外的箭头：以上、超过、突破" in own.note
    assert own.svg.count("bg-chart-sign-") == 2, "an arrow for the result, one for the target"


def test_rows_of_one_name_are_told_apart(tmp_path: Path) -> None:
    declare(tmp_path, "bars", 'least = 1\n[select]\nnames = ["总投资"]')
    indicators = [
        make("产业项目", "11", "个", measure="count", at="1-p1 1"), make("总投资", "88", "亿元", at="1-p1 2"),
        make("城更项目", "4", "个", measure="count", at="1-p1 3"), make("总投资", "123.9", "亿元", at="1-p1 4"),
    ]  # fmt: skip
    chart = next(c for c in charts_of(report_folder(tmp_path, indicators), "zh", tmp_path / "cache") if c.id == "made")
    assert [row[0] for row in chart.rows] == ["总投资（城更项目）", "总投资（产业项目）"]


def test_units_are_never_mixed_on_one_axis(tmp_path: Path) -> None:
    declare(tmp_path, "bars", 'least = 1\n[names]\n"企业" = {zh = "企业数", en = "Firms"}')
    indicators = [make("企业", "450", at="1-p1 1"), make("营业收入", "40", "亿元", at="1-p1 2")]
    chart = next(c for c in charts_of(report_folder(tmp_path, indicators), "en", tmp_path / "cache") if c.id == "made")
    assert ">Firms<" in chart.svg and ">Amounts (yuan)<" in chart.svg
    assert chart.description == "Amounts (yuan): Revenue (4 billion yuan); Enterprises and institutions: Firms (450)."


def test_own_chart_with_too_few_rows_stops_the_drawing(tmp_path: Path) -> None:
    declare(tmp_path, "bars", "least = 3")
    with pytest.raises(ChartError, match="too few indicators"):
        charts_of(report_folder(tmp_path, [make("企业", "3")]), "zh", tmp_path / "cache")


def test_general_charts_leave_a_poor_report_in_silence(tmp_path: Path) -> None:
    folder = report_folder(tmp_path, [make("企业", "3")])
    assert charts_of(folder, "zh", tmp_path / "cache") == ()
    assert list(check_charts(folder)) == []


def test_own_chart_replaces_the_general_one_of_its_name(tmp_path: Path) -> None:
    declare(tmp_path, "bars", "least = 1", name="growth")
    charts = charts_of(report_folder(tmp_path, [make("企业", "3")]), "zh", tmp_path / "cache")
    assert [(chart.id, chart.title) for chart in charts] == [("growth", "2024年图")]


def test_second_build_takes_every_drawing_from_the_cache(
    hexi: ReportFolder, zh: tuple[Chart, ...], cache: Path
) -> None:
    program = (
        "import sys; from pathlib import Path; from baogao.content import load_report\n"
        "from baogao.charts import charts_of\n"
        "charts = charts_of(load_report(Path(sys.argv[1])), 'zh', Path(sys.argv[2]))\n"
        "print(len(charts), 'matplotlib' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(hexi.path), str(cache)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [str(len(zh)), "False", "False"]


def test_damaged_or_stale_drawing_is_drawn_again(tmp_path: Path) -> None:
    declare(tmp_path, "bars", "least = 1")
    cache = tmp_path / "cache"
    folder = report_folder(tmp_path, [make("企业", "3")])
    (first,) = charts_of(folder, "zh", cache)
    held = cache / "made.zh.drawings"
    for damaged in (b"\xff\xfe damaged", b"[1]", json.dumps(dict.fromkeys(json.loads(held.read_bytes()), 1)).encode()):
        held.write_bytes(damaged)
        assert charts_of(folder, "zh", cache) == (first,)
    changed = report_folder(tmp_path, [make("企业", "4")])
    (second,) = charts_of(changed, "zh", cache)
    assert "4家" in second.svg and "3家" not in second.svg
    assert list(cache.iterdir()) == [held]
    assert len(json.loads(held.read_bytes())) == 2, "what is no longer shown is not kept"


def test_kept_charts_follow_what_people_write_beside_the_report(hexi: ReportFolder, tmp_path: Path) -> None:
    own = tmp_path / "hexi-2024"
    shutil.copytree(hexi.path, own)
    first = kept_charts(load_report(own), "zh", tmp_path / "cache")
    assert kept_charts(load_report(own), "zh", tmp_path / "cache") == first == charts_of(hexi, "zh", tmp_path / "other")
    for path in (own / "charts").glob("*.toml"):
        path.unlink()
    fewer = kept_charts(load_report(own), "zh", tmp_path / "cache")
    assert 0 < len(fewer) < len(first)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_share_picture_has_its_size_and_is_the_same_again(hexi: ReportFolder, language: str, tmp_path: Path) -> None:
    first = share_picture(hexi, language, tmp_path / "a")
    assert first[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", first[16:24]) == (1200, 630)
    assert len(first) < 60_000 and len(set(first)) > 100
    assert share_picture(hexi, language, tmp_path / "b") == first == share_picture(hexi, language, tmp_path / "a")


def test_missing_glyph_of_the_share_picture_is_a_finding(hexi: ReportFolder) -> None:
    assert [f for f in check_charts(hexi) if "lacks" in f.message] == []
    strange = replace(hexi, settings=hexi.settings._replace(places={"zh": "𠮷区", "en": "District"}))
    found = [f for f in check_charts(strange) if "lacks" in f.message]
    assert [(f.level, "𠮷" in f.message) for f in found] == [("notice", True)]
    assert "place-characters.txt" in found[0].hint
