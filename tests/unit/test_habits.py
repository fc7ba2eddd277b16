"""The editorial habits that reports come in, one small report each."""

# ruff: noqa: E501  (a Chinese sentence stays whole; Ruff counts each character as two)

from pathlib import Path

import pytest

from baogao.errors import ContentError
from baogao.model import Report
from baogao.report.source import read_source
from baogao.sections.outline import read_report

P = "全区上下坚持稳中求进工作总基调，扎实推进高质量发展，经济运行总体平稳、稳中有进，社会大局保持和谐稳定。"
Q = "完成固定资产投资35.6亿元，增长6.2%；社会消费品零售总额达到88.1亿元。项目建设提速提质，群众获得感不断增强。"
HEAD = "政府工作报告\n——2025年1月8日在东河县第十七届人民代表大会第五次会议上\n县长 李 明\n各位代表：\n现在报告工作。\n"


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def read_text(text: str, corrections: dict[str, object] | None = None, name: str = "report.txt") -> Report:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_report(read_source(path), corrections)

    return read_text


def outline(report: Report) -> list[tuple[str, str]]:
    return [(s.id, s.heading) for s in report.sections if s.heading]


def test_six_styles_of_numbers_nest(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}第一部分 回顾\n{P}\n一、经济\n{P}\n（一）工业\n{Q}\n1.规模以上\n{P}\n（1）装备\n{Q}\n（2）食品\n{P}\n"
                  f"2.中小企业\n{P}\n二、民生\n{P}\n第二部分 安排\n一、投资\n{Q}\n")  # fmt: skip
    assert [i for i, _ in outline(report)] == [
        "1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.2", "1.1.1.2", "1.2", "2", "2.1",
    ]  # fmt: skip


def test_numbers_that_begin_anew_stand_below_headings_without_one(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}2024年工作回顾\n{P}\n一、经济\n{Q}\n二、民生\n{P}\n2025年工作安排\n{P}\n一、项目\n{P}\n二、创新\n{P}\n"
    )
    assert outline(report) == [
        ("1", "2024年工作回顾"), ("1.1", "一、经济"), ("1.2", "二、民生"),
        ("2", "2025年工作安排"), ("2.1", "一、项目"), ("2.2", "二、创新"),
    ]  # fmt: skip


def test_chapters_without_a_number_are_told_by_what_they_say(read) -> None:  # type: ignore[no-untyped-def]
    over_plain = read(
        f"{HEAD}2024年工作回顾\n工业经济提档升级\n{Q}\n城乡面貌焕然一新\n{P}\n2025年总体要求和主要目标\n{P}\n2025年重点工作\n"
        f"着力扩大有效投资\n{P}\n着力办好民生实事\n{P}\n着力加强政府自身建设\n{P}\n"
    )
    assert [i for i, _ in outline(over_plain)] == ["1", "1.1", "1.2", "2", "3", "3.1", "3.2", "3.3"]
    over_numbers = read(
        f"{HEAD}2024年工作回顾\n{P}\n一、工业经济提档升级。\n{Q}\n二、城乡面貌焕然一新。\n{P}\n2025年预期目标\n{P}\n"
        f"2025年重点工作\n{P}\n全面加强政府自身建设\n{P}\n"
    )
    assert [i for i, _ in outline(over_numbers)] == ["1", "1.1", "1.2", "2", "3", "4"]
    under_numbers = read(
        f"{HEAD}一、2024年工作回顾\n{P}\n主要目标完成情况\n{Q}\n产业结构持续优化\n{P}\n二、2025年重点工作\n{P}\n"
    )
    assert [i for i, _ in outline(under_numbers)] == ["1", "1.1", "1.2", "2"]


def test_sentences_alone_before_their_text_are_headings_in_company(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}一、工作\n{P}\n产业结构持续优化。\n{Q}\n城乡面貌不断改善。\n{P}\n重点抓好八个方面工作。\n{P}\n"
    )
    assert [h for _, h in outline(report)] == ["一、工作", "产业结构持续优化。", "城乡面貌不断改善。"]


def test_one_short_sentence_is_no_heading(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}一、工作\n{P}\n{Q}\n成绩来之不易。\n{P}\n{Q}\n")
    assert [h for _, h in outline(report)] == ["一、工作"]


def test_run_in_heading_keeps_its_paragraph_whole(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}一、工作\n（一）聚焦扩大内需。{P}\n（二）强化创新。{Q}\n")
    section = report.sections[2]
    assert (section.heading, section.run_in, section.paragraphs[0].text) == (
        "（一）聚焦扩大内需", True, "（一）聚焦扩大内需。" + P,
    )  # fmt: skip


def test_list_items_are_paragraphs_and_bullets_too(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}一、工作\n主要是：\n1.新增就业1200人；\n2.改造小区12个；\n3.新建学校2所。\n● 建成农田3万亩。\n{P}\n"
    )
    assert outline(report) == [("1", "一、工作")]
    assert len(report.sections[1].paragraphs) == 6


def test_empty_sections_and_equal_headings_stay(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}一、工作\n（一）空节\n（二）空节\n（三）空节\n{P}\n")
    assert [h for _, h in outline(report)] == ["一、工作", "（一）空节", "（二）空节", "（三）空节"]


def test_pieces_set_apart_are_put_together(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}一、\n工作回顾\n{P}以PM\n2.5\n年平均浓度下降。\n“十五五”时期经济社会发展的\n主要目标\n是：增长5%。\n"
    )
    assert report.sections[1].heading == "一、工作回顾"
    assert [p.text for p in report.sections[1].paragraphs] == [
        P + "以PM2.5年平均浓度下降。", "“十五五”时期经济社会发展的主要目标是：增长5%。",
    ]  # fmt: skip


def test_a_page_turn_does_not_part_a_paragraph(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}一、工作\n坚持稳中求进，完成\n（下转第四版）\n（上接第一版）投资35.6亿元。{P}\n")
    assert len(report.sections[1].paragraphs) == 1


def test_what_a_newspaper_prints_between_two_pages_is_no_text(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}{P}合同成交额突破12亿元，（下转第四版）\n\n第04版：要闻·综合\n（上接第一版）增长31.6%。\n{P}\n"
    )
    assert len(report.sections[0].paragraphs) == 3
    assert "第04版：要闻·综合" in report.chrome


def test_a_title_of_three_lines_and_a_name_set_wide(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        "关于东河县2024年国民经济和社会发展计划\n执行情况与2025年国民经济和社会发展计划\n草案的报告\n"
        "——二〇二五年元月八日在东河县第十七届人民代表大会第五次会议上\n东河县发展和改革委员会主任　高　鸣　远\n"
        f"各位代表：\n{P}\n一、2024年计划执行情况\n{Q}\n"
    )
    assert report.title == "关于东河县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告"
    assert (report.kind, report.deliverer, report.delivered_on) == ("plan-report", "高鸣远", "2025-01-08")


def test_a_text_wrapped_at_a_width_is_put_together(read) -> None:  # type: ignore[no-untyped-def]
    long = P + Q + P + Q
    text = "\n".join(("　　" + long)[i : i + 30] for i in range(0, len(long) + 2, 30))
    report = read(f"{HEAD}　　一、工作\n{text}\n　　二、安排\n{text}\n")
    assert [p.text for p in report.sections[1].paragraphs] == [long]
    assert outline(report) == [("1", "一、工作"), ("2", "二、安排")]


def test_a_report_without_salutation_begins_after_its_front(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"政府工作报告\n（1957年6月26日在第一届全国人民代表大会第四次会议上）\n国务院总理 周某某\n{P}\n一、关于制度\n{Q}\n二、关于建设\n{P}\n"
    )
    assert report.sections[0].paragraphs[0].text == P
    assert (report.place, report.issuer, report.delivered_on) == ("中华人民共和国", "国务院", "1957-06-26")
    assert any("line 4" in warning for warning in report.warnings)


def test_traditional_characters_are_read_and_kept(read) -> None:  # type: ignore[no-untyped-def]
    report = read("政府工作報告\n——一九五四年九月二十三日在第一屆全國人民代表大會第一次會議上\n國務院總理 周某某\n各位代表：\n"
                  "現在，我代表中央人民政府作工作報告。\n一、經濟建設\n我國人民革命的根本目的，是解放生產力，使國民經濟得到發展。\n")  # fmt: skip
    assert (report.title, report.kind, report.delivered_on) == ("政府工作報告", "work-report", "1954-09-23")
    assert outline(report) == [("1", "一、經濟建設")]


def test_a_salutation_in_the_first_line_is_front(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"政府工作报告\n各位代表：现在，我代表县人民政府报告工作。\n一、工作\n{P}\n")
    assert report.sections[0].paragraphs[0].text == "现在，我代表县人民政府报告工作。"


def test_two_reports_in_one_file_are_told_with_their_lines(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}一、工作\n{P}\n{P}\n{P}\n关于东河县2024年预算执行情况的报告\n东河县财政局局长　李明\n各位代表：\n{Q}\n"
    )
    assert "two bodies: one begins in line 5, another report in line 10; both were read as one" in report.warnings
    assert not [w for w in read(f"{HEAD}一、工作\n{P}\n各位代表！\n{P}\n").warnings if "two bodies" in w]


def test_a_table_of_contents_is_no_outline(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"东河县政府工作报告\n目录\n一、回顾\n二、安排\n各位代表：\n现在报告。\n一、回顾\n{P}\n二、安排\n{Q}\n"
    )
    assert outline(report) == [("1", "一、回顾"), ("2", "二、安排")]
    assert "一、回顾" in report.chrome


def test_tabbed_lines_are_a_table(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}一、计划\n{P}\n指标\t单位\t计划\n就业\t人\t3000\n二、安排\n{Q}\n")
    assert report.tables[0].rows == (("指标", "单位", "计划"), ("就业", "人", "3000"))
    assert (report.tables[0].id, report.tables[0].after) == ("1-t1", "1-p1")


def test_an_outline_is_mended_by_report_toml(read) -> None:  # type: ignore[no-untyped-def]
    text = f"{HEAD}一、工作\n{P}\n第四版要闻\n成绩来之不易。\n{Q}\n"
    mended = {"outline": {"chrome": ["第四版要闻"], "headings": [{"text": "成绩来之不易。", "level": 2}]},
              "metadata": {"place": "西河县"}}  # fmt: skip
    report = read(text, mended)
    assert outline(report) == [("1", "一、工作"), ("1.1", "成绩来之不易。")]
    assert report.place == "西河县" and "第四版要闻" in report.chrome
    with pytest.raises(ContentError, match="nowhere"):
        read(text, {"outline": {"chrome": ["没有这句话"]}})


def test_headings_without_a_number_are_words(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}一、经济建设\n工业\n{P}\n农业\n{Q}\ntitle: 被覆盖的标题\ndate: 1999-01-01\n{P}\n| --- | --- |\n{P}\n二、外交\n{Q}\n"
    )
    assert [h for _, h in outline(report)] == ["一、经济建设", "工业", "农业", "二、外交"]


def test_the_last_chapter_may_name_the_government_that_is_wanted(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}2024年工作回顾\n工业经济提档升级\n{Q}\n2025年重点工作\n着力扩大投资需求\n{P}\n稳步提升城乡面貌\n{Q}\n建设人民满意政府\n{P}\n"
    )
    assert [i for i, _ in outline(report)] == ["1", "1.1", "2", "2.1", "2.2", "3"]


def test_a_number_alone_over_a_paragraph_is_a_heading(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}{P}\n（一）\n{P}\n{Q}\n（二）\n{P}{P}\n")
    assert outline(report) == [("1", "（一）"), ("2", "（二）")]
    apart = read(f"{HEAD}（一）\n推进新型工业化\n{P}\n（二）\n提升城市品质。{P}\n")
    assert outline(apart) == [("1", "（一）推进新型工业化"), ("2", "（二）提升城市品质")]


def test_a_heading_may_end_in_a_word_that_looks_unfinished(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}一、优先发展农业\n{P}\n二、进一步调整重工业的服务方向\n{P}\n三、当前工作的指导思想和目的\n{Q}\n"
    )
    assert [h for _, h in outline(report)] == [
        "一、优先发展农业", "二、进一步调整重工业的服务方向", "三、当前工作的指导思想和目的",
    ]  # fmt: skip


def test_numbered_sentences_as_long_as_paragraphs_are_paragraphs(read) -> None:  # type: ignore[no-untyped-def]
    text = "在农业方面，各地克服了严重的自然灾害，粮食、棉花、油料的产量都超过了历史上最高的年份，农民的收入有了比较显著的增加。"
    report = read(f"{HEAD}三年来的成就\n{P}\n一、{text}\n二、{text}\n今后的任务\n{Q}\n")
    assert [h for _, h in outline(report)] == ["三年来的成就", "今后的任务"]


def test_a_part_without_numbers_stands_beside_those_with(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"{HEAD}国内形势\n{P}\n一、农业\n{Q}\n二、工业\n{P}\n当前任务\n{P}\n一、农业\n{P}\n二、工业\n{Q}\n外交工作\n{P}\n{Q}\n"
    )
    assert [i for i, _ in outline(report)] == ["1", "1.1", "1.2", "2", "2.1", "2.2", "3"]


def test_a_chapter_with_text_of_its_own_stands_beside_the_next(read) -> None:  # type: ignore[no-untyped-def]
    own = f"{P}{P}{Q}\n{Q}{P}\n{P}{Q}{P}{Q}\n{Q}{Q}\n"
    report = read(f"{HEAD}过去五年的回顾\n{own}今后五年的任务\n{own}对外工作\n{own}")
    assert [i for i, _ in outline(report)] == ["1", "2", "3"]
    leading = read(
        f"{HEAD}过去五年的回顾\n{own}今后五年的任务\n{own}重点做好以下工作：\n发展农业\n{own}发展工业\n{own}"
    )
    assert [i for i, _ in outline(leading)] == ["1", "2", "2.1", "2.2"]


def test_sentences_that_a_colon_announces_are_a_list(read) -> None:  # type: ignore[no-untyped-def]
    items = ["（一）要使粮食生产同人口的增长比较适应。", "（二）要使轻工业和重工业的增长相适应，" + "努力" * 30 + "。",
             "（三）要通过增产和节约缓和紧张局面。"]  # fmt: skip
    report = read("\n".join([HEAD + "一、主要任务", "经过三年调整，我们要努力达到下列几项主要要求：", *items, P]))
    assert [s.heading for s in report.sections if s.heading] == ["一、主要任务"]
    assert [p.text for s in report.sections for p in s.paragraphs][-4:] == [*items, P]


@pytest.mark.parametrize(
    "line",
    ["（原载一九六四年十二月三十一日《人民日报》）", "（新华网 2003年3月19日）", "（《人民日报》1993年4月2日第1版）"],
)
def test_where_it_was_printed_is_no_part_of_the_text(read, line: str) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}一、工作回顾\n{P}\n{Q}\n二、工作安排\n{P}\n{line}\n")
    assert all(line[1:5] not in p.text for s in report.sections for p in s.paragraphs)


def test_a_text_cut_off_after_a_figure_keeps_its_last_line(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"{HEAD}一、工作回顾\n{P}\n{Q}\n二、工作安排\n{P}\n新增企业1300户，增长6%\n")
    assert report.sections[-1].paragraphs[-1].text == "新增企业1300户，增长6%"


def test_a_table_of_contents_with_page_numbers_is_the_page_s(read) -> None:  # type: ignore[no-untyped-def]
    toc = "一、工作回顾………………………………1\n二、工作安排......................14\n"
    report = read(HEAD.replace("各位代表", toc + "各位代表") + f"一、工作回顾\n{P}\n二、工作安排\n{Q}\n")
    assert not any("…" in line or "..." in line for line in report.front)
    assert [s.heading for s in report.sections if s.heading] == ["一、工作回顾", "二、工作安排"]
