"""The Hexi report as the program reads it, without any correction, against a person's annotation of it."""

import pytest
from hexi_score import REPORT, Score, score

from baogao.extract import extract
from baogao.model import Extract


@pytest.fixture(scope="module")
def found() -> Extract:
    return extract(REPORT)


@pytest.fixture(scope="module")
def scored(found: Extract) -> Score:
    return score(found)


def test_the_annotation_is_whole(scored: Score) -> None:
    assert (scored.asked, scored.pairs_asked) == (211, 42)


def test_results_and_targets_are_found(scored: Score) -> None:
    assert scored.recall >= 0.98, scored.missed


def test_nothing_else_is_taken_for_a_result_or_target(scored: Score) -> None:
    assert scored.precision >= 0.98, scored.false


def test_no_name_is_taken_for_an_indicator(scored: Score) -> None:
    assert scored.names == []


def test_comparisons_are_right(scored: Score) -> None:
    assert len(scored.ops) <= 0.02 * scored.asked, scored.ops


def test_results_and_targets_are_paired(scored: Score) -> None:
    assert scored.pairs_found >= scored.pairs_asked - 3, scored.pairs_missed


def test_pairs_are_right(scored: Score) -> None:
    assert len(scored.pairs_wrong) <= 2, scored.pairs_wrong


def test_the_outline_is_read(found: Extract) -> None:
    headings = [(s.id, s.level, s.heading) for s in found.report.sections if s.heading]
    assert len(headings) == 20
    assert [level for _, level, _ in headings] == [1, *[2] * 9, 1, *[2] * 9]
    assert headings[0][2] == "一、2023年国民经济和社会发展计划执行情况"
    assert headings[2][2] == "(二)扎实推动经济高质量发展,加快实现质的有效提升和量的合理增长"
    assert headings[-1][2] == "(九)聚焦提高人民生活品质,维护社会安全稳定"
    assert sum(len(s.paragraphs) for s in found.report.sections) == 48


def test_the_metadata_are_read(found: Extract) -> None:
    report = found.report
    assert report.deliverer == "王中鹏"
    assert (report.delivered_on, report.published_on) == ("2024-01-17", "2024-03-06")
    assert (report.review_year, report.plan_year) == (2023, 2024)
