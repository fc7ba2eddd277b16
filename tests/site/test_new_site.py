"""A site of one's own, as a newcomer makes it: new, import, build."""

from pathlib import Path

import pytest
from command import REPORT, baogao


@pytest.mark.slow
def test_a_newcomer_gets_a_whole_site_from_three_commands(tmp_path: Path) -> None:
    for folder, arguments in (
        (tmp_path, ("new", "我的 site")),
        (tmp_path / "我的 site", ("import", str(REPORT))),
        (tmp_path / "我的 site", ("build",)),
        (tmp_path / "我的 site", ("publish",)),
    ):
        done = baogao(folder, *arguments, LC_ALL="xx_YY.UTF-8", SITEURL="https://example.org/reports")
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    output = tmp_path / "我的 site" / "output"
    for page in (
        "index.html",
        "zh/hexi-2024/outcome.html",
        "en/hexi-2024/index.html",
        "data/hexi-2024/datapackage.json",
    ):
        assert (output / page).is_file(), page
    assert "https://example.org/reports/zh/hexi-2024/index.html" in (output / "sitemap.xml").read_text(encoding="utf-8")


def test_settings_that_cannot_be_used_are_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text("SITENAME = ", encoding="utf-8")
    for arguments, said in (("build",), "SyntaxError"), (("build", "--settings", "none.py"), "no settings file"):
        done = baogao(tmp_path, *arguments)
        assert (done.returncode, len(done.stderr.strip().splitlines())) == (1, 1), done.stderr
        assert said in done.stderr and not (tmp_path / "output").exists()


def test_bad_input_is_one_clear_line_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 8)
    (tmp_path / "poem.txt").write_text("床前明月光，疑是地上霜。\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    before = sorted(p.name for p in tmp_path.iterdir())
    for name in ("empty.txt", "picture.jpg", "poem.txt", "folder", "missing.txt"):
        done = baogao(tmp_path, "import", name)
        assert done.returncode == 1, name
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr
        assert name in done.stderr
        assert sorted(p.name for p in tmp_path.iterdir()) == before
