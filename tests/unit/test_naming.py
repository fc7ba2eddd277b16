"""What a number measures is named as a statistician would name it, whole and without what only links it."""

import pytest
from test_indicators import made_report

from baogao.indicators.finding import read_indicators

NAMES = {
    "可再生能源装机占比54.8%。": ["可再生能源装机占比"],
    "信访总量下降9.6%。": ["信访总量"],
    "泸州经济总量突破3000亿元。": ["泸州经济总量"],
    "核电装机规模占全国25.8%。": ["核电装机规模占全国比重"],
    "每千人口执业（助理）医师数3.6人。": ["每千人口执业（助理）医师数"],
    "补贴性职业技能培训2万人次。": ["补贴性职业技能培训"],
    "高等教育毛入学率56.3%。": ["高等教育毛入学率"],
    "城乡低保标准分别提高到每人每月650元和490元。": ["城市低保标准", "农村低保标准"],
    "生产安全事故起数、死亡人数分别下降22.3%、19.6%。": ["生产安全事故起数", "生产安全事故死亡人数"],
    "刑事、治安案件分别下降6%、9%。": ["刑事案件", "治安案件"],
    "生猪、家禽年出栏量分别达到30万头、900万只。": ["生猪年出栏量", "家禽年出栏量"],
    "电子信息、新材料、食品加工三大产业集群产值分别达到862亿元、537亿元和426亿元。": [
        "电子信息产业集群产值",
        "新材料产业集群产值",
        "食品加工产业集群产值",
    ],
    "先进制造业、高技术制造业增加值占规上工业增加值比重分别为44.7%、21.3%。": [
        "先进制造业增加值占规上工业增加值比重",
        "高技术制造业增加值占规上工业增加值比重",
    ],
    "三次产业结构由31.2∶29.5∶39.3优化为25.4∶38.8∶35.8。": ["第一产业占比", "第二产业占比", "第三产业占比"] * 2,
    "扶持39个欠发达县。": ["欠发达县"],
    "建成5个国家技术创新中心。": ["国家技术创新中心"],
    "交付4个项目862套住房。": ["项目", "住房"],
    "新登记经营主体148.6万户，总量1138万户。": ["新登记经营主体", "经营主体"],
    "四是免费筛查结直肠癌200万人。": ["结直肠癌"],
}


@pytest.mark.parametrize(("text", "names"), NAMES.items())
def test_name(text: str, names: list[str]) -> None:
    indicators, _ = read_indicators(made_report(text))
    assert [i.name for i in indicators] == names


def test_articles_of_the_plan_are_no_indicators() -> None:
    indicators, others = read_indicators(made_report("草案提出了28个主要指标，从5个方面推进。"))
    assert not indicators
    assert [(o.text, o.why) for o in others] == [("28个", "list"), ("5个", "list")]
