"""A site of one's own: the folder, and nothing that stood there is lost."""

import ast
import tomllib
from pathlib import Path

import pytest

from baogao.errors import SiteError
from baogao.paths import CHECKOUT
from baogao.site.starting import STARTER, new_site


def test_the_folder_has_what_a_site_needs(tmp_path: Path) -> None:
    folder = tmp_path / "我的 网站"
    lines = new_site(folder)
    made = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert made == {
        "pelicanconf.py", "publishconf.py", "Makefile", "README.md", "requirements.txt", ".gitignore",
        ".github/workflows/pages.yml",
    }  # fmt: skip
    assert (folder / "content").is_dir()
    assert any("baogao import" in line for line in lines)


def test_what_stands_there_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SiteError, match="something already"):
        new_site(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_settings_are_those_of_the_repository_but_for_names() -> None:
    def assigned(text: str) -> set[str]:
        return {t.id for n in ast.parse(text).body if isinstance(n, ast.Assign) for t in n.targets if hasattr(t, "id")}

    own = (CHECKOUT / "pelicanconf.py").read_text(encoding="utf-8")
    assert assigned((STARTER / "pelicanconf.py.txt").read_text(encoding="utf-8")) == assigned(own)
    publish = (CHECKOUT / "publishconf.py").read_text(encoding="utf-8")
    assert (STARTER / "publishconf.py.txt").read_text(encoding="utf-8") == publish


def test_the_wheel_carries_the_starter() -> None:
    table = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "baogao" in table["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert STARTER.is_relative_to(CHECKOUT / "baogao")
