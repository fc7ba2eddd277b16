"""Personal data is found in what would be published; figures that look like it are not."""

from pathlib import Path

import pytest
from made_report import made_report

from baogao.site.personal import check_personal_data, find_personal_data


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("联系电话13800138000。", "a mobile number"),
        ("电话：138-0013-8000", "a mobile number"),
        ("+86 13912345678", "a mobile number"),
        ("身份证号11010519491231002X", "an identity number"),
        ("邮箱 zhang.san@example.com.cn", "an e-mail address"),
        ("微信号:zhangsan_88", "a chat name"),
        ("QQ：12345678", "a chat name"),
    ],
)
def test_personal_data_is_found(text: str, what: str) -> None:
    assert [found for _, found, _ in find_personal_data(text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "完成投资13800138000元。"[:2] + "138001380000元",
        "地区生产总值15912345678.5元",
        "13800138000万元",
        "110105194912310021",  # the check digit is wrong
        "2023年1月17日 57.18亿元 13.1%",
        "@各部门 a@b",
        "QQ音乐",
    ],
)
def test_figures_are_not(text: str) -> None:
    assert list(find_personal_data(text)) == []


def test_a_finding_names_file_and_line_and_does_not_repeat_the_number(tmp_path: Path) -> None:
    from dataclasses import replace

    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "1.md").write_text("Title: x\n\n联系电话13800138000\n", encoding="utf-8")
    [finding] = check_personal_data(replace(made_report(), path=tmp_path))
    assert (finding.rule, finding.level, finding.line) == ("no-personal-data", "warning", 3)
    assert finding.path.endswith("1.md")
    assert "13800138000" not in str(finding)
