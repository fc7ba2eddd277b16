"""A table in an annex: what the text does not say has its rows, its links and its pairs, like any other number."""

import json
import re
from pathlib import Path

import pytest
from command import baogao

TEXT = """关于青榆县2024年国民经济和社会发展计划执行情况与2025年计划草案的报告
2025年1月8日在青榆县第十八届人民代表大会第五次会议上
各位代表：
现将2024年国民经济和社会发展计划执行情况与2025年计划草案提请大会审议。
一、2024年计划执行情况
全年地区生产总值213.4亿元，增长5.6%；城镇新增就业4120人。{filler}
二、2025年主要目标
地区生产总值增长6%左右，城镇新增就业4000人以上。
附件1
青榆县2025年国民经济和社会发展计划主要指标表
指标名称\t单位\t2024年计划\t2024年完成\t2025年计划
地区生产总值增速\t%\t6\t5.6\t6左右
城镇新增就业\t人\t4000\t4120\t4000以上
森林覆盖率\t%\t48\t48.2\t48.5
"""


@pytest.mark.slow
def test_numbers_of_an_annex_are_linked_and_paired(tmp_path: Path) -> None:
    filler = "全县上下坚持稳中求进，扎实推动高质量发展，着力办好民生实事，经济运行总体平稳。" * 6
    (tmp_path / "report.txt").write_text(TEXT.format(filler=filler), encoding="utf-8")
    for arguments in (("new", "site"), ("import", "../report.txt"), ("build",), ("check",)):
        done = baogao(tmp_path / "site" if arguments[0] != "new" else tmp_path, *arguments)
        assert done.returncode == 0, done.stderr
    output = tmp_path / "site" / "output"
    found = json.loads((output / "data" / "qingyu-2025" / "report.json").read_text(encoding="utf-8"))
    annex = {i["id"]: (i["name"], i["kind"], i["value"]) for i in found["indicators"] if i["section"] == "A1"}
    assert list(annex.values()) == [
        ("地区生产总值", "previous_target", "6"),
        ("城镇新增就业", "previous_target", "4000"),
        ("森林覆盖率", "previous_target", "48"),
        ("森林覆盖率", "result", "48.2"),
        ("森林覆盖率", "target", "48.5"),
    ]
    assert [[annex[i] for i in p["result"] + p["target"]] for p in found["pairs"] if set(p["result"]) & set(annex)] == [
        [("森林覆盖率", "result", "48.2"), ("森林覆盖率", "target", "48.5")]
    ]
    for language in ("zh", "en"):
        pages = output / language / "qingyu-2025"
        whole = (pages / "full.html").read_text(encoding="utf-8")
        links = re.findall(r'href="full.html#(n-A1[^"]*)"', (pages / "indicators.html").read_text(encoding="utf-8"))
        assert sorted(links) == sorted(f"n-{i}" for i in annex)
        assert all(f'id="{link}"' in whole for link in links)
        assert 'href="#A1"' in whole
        assert 'href="full.html#n-A1' in (pages / "outcome.html").read_text(encoding="utf-8")
