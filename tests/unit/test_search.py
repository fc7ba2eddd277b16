"""The index of a site: what each file says, and that the same reports give the same bytes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from made_report import made_report
from test_postings import decode

from baogao.content import ReportFolder
from baogao.model import Annex, Paragraph, Section
from baogao.search import bridges, postings
from baogao.search import index as search


def value(text: str) -> tuple[str, object]:
    inside = text.removeprefix("baogaoSearch.put(").rstrip().removesuffix(")")
    name, at = json.JSONDecoder().raw_decode(inside)
    return name, json.loads(inside[at + 1 :])


@pytest.fixture
def report() -> ReportFolder:
    return made_report()


def test_every_file_is_one_call_that_hands_over_json(report: ReportFolder) -> None:
    index = search.build_index([report])
    for name, text in index.files.items():
        assert value(text)[0] == name.removesuffix(".js")
        assert text.count("\n") == 1


def test_the_table_says_where_each_section_begins(report: ReportFolder) -> None:
    table = value(search.build_index([report]).files["index.js"])[1]
    assert isinstance(table, dict)
    assert table["sections"] == 2
    assert len(decode(table["starts"])) == 4  # both in Chinese, then both in English
    assert decode(table["starts"])[0] == 0


def test_slices_hold_the_whole_text_with_its_paragraphs(report: ReportFolder) -> None:
    files = search.build_index([report]).files
    slices = [value(files[f"t{n}.js"])[1] for n in range(sum(name.startswith("t") for name in files))]
    text = "".join(s[1][n * search.SLICE - s[0] :][: search.SLICE] for n, s in enumerate(slices))  # type: ignore[index]
    assert "一般公共预算收入57.18亿元，增长13.1%" in text  # set as on the page
    anchors = [anchor for s in slices for _, anchor in s[2]]  # type: ignore[index]
    assert "1.1-p1" in anchors and "s-1" in anchors


def test_report_text_is_inert_in_the_scripts(report: ReportFolder) -> None:
    hostile = "</script><script>alert(1)</script>\u2028\"'\\" + "x" * 10
    section = Section("2", 1, hostile, paragraphs=(Paragraph("2-p1", hostile),))
    found = report.extract.report._replace(sections=(*report.extract.report.sections, section))
    index = search.build_index([replace(report, extract=report.extract._replace(report=found))])
    for text in index.files.values():
        assert "\u2028" not in text
        value(text)


def test_the_folder_changes_with_the_text_and_only_then(report: ReportFolder, tmp_path: Path) -> None:
    first, again = search.write_index([report], tmp_path, tmp_path / "cache"), search.build_index([report])
    assert first.folder == again.folder
    assert search.write_index([report], tmp_path, tmp_path / "cache").folder == first.folder
    assert sorted(p.name for p in (tmp_path / first.folder).iterdir()) == sorted(first.files)
    other = Section("2", 1, "二、别的")
    changed = report.extract.report._replace(sections=(*report.extract.report.sections, other))
    again = replace(report, extract=report.extract._replace(report=changed))
    assert search.write_index([again], tmp_path, tmp_path / "cache").folder != first.folder


def test_parts_are_the_first_level(report: ReportFolder) -> None:
    listed = search.build_index([report, report]).reports
    assert [(p.id, p.first, p.last) for p in listed[1].parts] == [("1", 2, 4)]
    assert listed[0].sections.last == 2


def test_annexes_are_searched_and_lead_to_the_page_of_the_whole(report: ReportFolder) -> None:
    told = ("A1-p1", "三新：新产业、新业态、新商业模式。")
    annex = Annex("A1", "名词解释", paragraphs=(Paragraph(*told),))
    found = report.extract.report._replace(annexes=(annex,))
    with_annex = replace(report, extract=report.extract._replace(report=found))
    chinese, english = search.report_documents(with_annex)
    assert (chinese[-1].url, chinese[-1].blocks[1]) == ("made-2024/full.html", told)
    assert len(chinese) == len(english)
    [listed] = search.build_index([with_annex]).reports
    assert (listed.parts[-1].id, listed.pages[-1].url) == ("A1", "made-2024/full.html#A1")


def test_the_bridge_leads_from_english_names_to_the_text(report: ReportFolder) -> None:
    glossary = {"names": {"技术合同成交额": "Technology  contracts"}, "terms": {"不在文中": "absent"}}
    glossed = replace(report, glossary=glossary)
    text = postings.normalise("".join(p.text for s in report.extract.report.sections for p in s.paragraphs))
    found = bridges.bridge_entries([glossed], text, [0])
    entries = dict(found)
    [(name, places)] = entries["technology contracts"]
    assert name == "技术合同成交额"
    assert decode(places) == [text.index(name)]
    assert "absent" not in entries
    shards, count = bridges.bridge_shards(found)
    under = [shards[bridges.bridge_shard_of(key, count)][key] for key in ("tec", "con")]
    assert all("technology contracts" in dict(listed) for listed in under)


def test_a_name_is_told_a_few_times_in_each_section() -> None:
    text = "就业就业就业就业。稳就业"
    assert bridges.few_places("就业", text, [0, 9]) == [0, 2, 4, 10]
