"""What a page says around a report: which lines are the page's, and what they tell of the report."""

# ruff: noqa: E501  (a Chinese sentence stays whole; Ruff counts each character as two)

from pathlib import Path

import pytest

from baogao.model import Report
from baogao.report.source import read_source
from baogao.sections.outline import read_report

P = "全区上下坚持稳中求进工作总基调，扎实推进高质量发展，经济运行总体平稳、稳中有进，社会大局保持和谐稳定。"
MEETING = "——2025年1月8日在东河县第十七届人民代表大会第五次会议上"
BODY = f"各位代表：\n现在报告工作，请予审议。\n一、2024年工作回顾\n{P}\n{P}\n二、2025年工作安排\n{P}\n各位代表，让我们团结奋斗！\n"


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def read_text(text: str) -> Report:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        return read_report(read_source(path))

    return read_text


@pytest.mark.parametrize(
    "tail",
    ["（根据1954年9月24日《人民日报》刊印）", "（东河县人民政府办公室供稿）", "【责任编辑：王洁】", "相关专题：2008年全国两会",
     "上一页 1 2 3 下一页", "本文网址：http://www.example.cn/content_7819.htm", "附件：", "附件1：东河县重点项目表.xlsx", "相关文档：图解",
     "本版责编 丁一 版式 万昕"],
)  # fmt: skip
def test_the_tail_of_a_page_is_not_the_reports(read, tail: str) -> None:  # type: ignore[no-untyped-def]
    report = read(f"政府工作报告\n{MEETING}\n县长 李 明\n{BODY}{tail}\n")
    assert tail in report.chrome
    assert not report.annexes
    assert report.sections[-1].paragraphs[-1].text == "各位代表，让我们团结奋斗！"


def test_the_head_of_a_newspapers_page_does_not_part_a_paragraph(read) -> None:  # type: ignore[no-untyped-def]
    turned = "技术合同成交额突破120亿元，（下转第四版）\n\n第04版：要闻·综合\n（上接第一版）增长31.6%。"
    report = read(f"政府工作报告\n{MEETING}\n县长 李 明\n各位代表：\n一、工作\n{P}\n{turned}\n{P}\n")
    assert (
        report.sections[-1].paragraphs[1].text.startswith("技术合同成交额突破120亿元，（下转第四版）（上接第一版）增长")
    )
    assert "第04版：要闻·综合" in report.chrome


def test_a_picture_and_the_head_of_the_next_page_stand_outside_the_text(read) -> None:  # type: ignore[no-untyped-def]
    head = "东河日报 ２０２５年１月１６日 星期四 第一版"
    between = "图为去年国庆节正式通车的东河二桥。\n\n东河日报 2025年1月16日 星期四 第四版"
    turned = f"以改革开（下转第四版）\n\n{between}\n\n（上接第一版《政府工作报告》）放为动力。"
    report = read(f"{head}\n政府工作报告\n{MEETING}\n县长 李 明\n各位代表：\n一、工作\n{P}\n{turned}\n{P}\n")
    paragraph = report.sections[-1].paragraphs[1].text
    assert paragraph == "以改革开（下转第四版）（上接第一版《政府工作报告》）放为动力。"
    assert set(between.split("\n\n")) < set(report.chrome)
    assert report.published_on == "2025-01-16"


def test_a_long_text_between_two_pages_stays_text(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"政府工作报告\n{MEETING}\n各位代表：\n一、工作\n{P}（下转第四版）\n{P * 2}\n（上接第一版）{P}\n")
    assert P * 2 in "".join(p.text for p in report.sections[-1].paragraphs)


def test_the_caption_of_a_table_is_no_heading(read) -> None:  # type: ignore[no-untyped-def]
    table = "东河县2024年主要指标完成情况表\n指标\t计划\t完成\n生产总值\t100\t101\n投资\t20\t21\n"
    text = BODY.replace("二、2025年", table + "二、2025年")
    report = read(f"政府工作报告\n{MEETING}\n县长 李 明\n{text}")
    assert [s.heading for s in report.sections if s.level] == ["一、2024年工作回顾", "二、2025年工作安排"]
    assert len(report.tables) == 1


def test_an_office_above_a_title_that_names_none_is_part_of_it(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"东河县农业农村局\n2024年工作总结和2025年工作计划\n（2025年1月8日在全县农业农村工作会议上）\n东河县农业农村局局长 李 明\n{BODY}"
    )
    assert (report.title, report.place) == ("东河县农业农村局2024年工作总结和2025年工作计划", "东河县")
    assert report.issuer == "东河县农业农村局"


@pytest.mark.parametrize(
    "title",
    ["关于东河县2024年国民经济和社会发展计划\n执行情况与\n2025年国民经济和社会发展计划草案的报告",
     "关于东河县2024年国民经济和社会发展计划\n执行情况与2025年国民经济和社会发展计划\n草案的报告",
     "东河县2024年国民经济和社会发展计划执行情况\n与2025年国民经济和社会发展计划草案的报告"],
)  # fmt: skip
def test_a_title_is_put_together_and_the_page_kept_apart(read, title: str) -> None:  # type: ignore[no-untyped-def]
    page = "关于我们\n发布机构：东河县发展和改革委员会\n发布日期：2025-03-06\n"
    report = read(f"{page}{title}\n{MEETING}\n县发展和改革委员会主任 赵国强\n{BODY}")
    assert report.title == title.replace("\n", "")
    assert (report.kind, report.issuer) == ("plan-report", "东河县发展和改革委员会")
    assert report.front[0] == title.split("\n")[0]


def test_a_title_without_the_word_is_the_line_before_the_delivery_line(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        "资料库 > 图文数据库\n某某日报 1978.03.07 第1版\n标题：团结起来，为建设现代化强国而奋斗\n团结起来，为建设现代化强国而奋斗\n"
        f"——1978年2月26日在第五届全国人民代表大会第一次会议上的政府工作报告\n国务院总理 某某某\n{BODY}"
    )
    assert (report.title, report.kind) == ("团结起来，为建设现代化强国而奋斗", "work-report")
    assert (report.delivered_on, report.published_on) == ("1978-02-26", "1978-03-07")


@pytest.mark.parametrize(
    ("footer", "path"),
    [("豫ICP备17004562号-1", "河南省东河县"), ("蒙公网安备15252402000031号", "内蒙古自治区东河县"),
     ("网站标识码：2301230001", "黑龙江省东河县"), ("香港某某报 版权所有", "东河县")],
)  # fmt: skip
def test_a_registration_tells_the_province(read, footer: str, path: str) -> None:  # type: ignore[no-untyped-def]
    report = read(f"政府工作报告\n{MEETING}\n县长 李 明\n{BODY}主办单位：东河县人民政府办公室\n{footer}\n")
    assert (report.place, report.place_path) == ("东河县", path)


@pytest.mark.parametrize("name", ["陈 启 明", "诸葛 文静", "林 岚", "巴特尔"])
def test_names_may_be_spaced(read, name: str) -> None:  # type: ignore[no-untyped-def]
    assert read(f"政府工作报告\n{MEETING}\n县长 {name}\n{BODY}").deliverer == name.replace(" ", "")


def test_a_bureau_alone_is_the_issuer(read) -> None:  # type: ignore[no-untyped-def]
    report = read(f"关于东河市2024年国民经济和社会发展计划执行情况的报告\n{MEETING}\n东河市发展和改革局\n{BODY}")
    assert (report.issuer, report.deliverer) == ("东河市发展和改革局", "")


def test_the_day_of_posting_is_not_that_of_writing(read) -> None:  # type: ignore[no-untyped-def]
    head = "索引号：2026-00017 成文日期：2026-01-08 发布日期：2026-01-21 17:30\n"
    report = read(
        f"{head}政府工作报告\n——在东河旗第十七届人民代表大会第五次会议上\n旗长 李 明\n（2026年1月8日）\n{BODY}"
    )
    assert (report.delivered_on, report.published_on) == ("2026-01-08", "2026-01-21")


def test_a_budget_report_is_of_another_kind(read) -> None:  # type: ignore[no-untyped-def]
    report = read(
        f"关于东河县2024年财政预算执行情况和2025年财政预算草案的报告\n{MEETING}\n东河县财政局局长 李明\n{BODY}"
    )
    assert report.kind == "other"


def test_the_first_month_has_other_names(read) -> None:  # type: ignore[no-untyped-def]
    delivered = "——二〇二五年元月八日在东河县第十七届人民代表大会第五次会议上"
    assert read(f"政府工作报告\n{delivered}\n县长 李 明\n{BODY}").delivered_on == "2025-01-08"
