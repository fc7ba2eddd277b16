"""`make html` builds when, and only when, something changed: tried with a builder that only counts."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILDER = """#!/bin/sh
echo built >> ../builds
[ ! -f fail ] || exit 1
mkdir -p output && touch output/index.html
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tree with the Makefile, two sources of every kind and a builder that counts its runs in ../builds."""
    tree = tmp_path / "河西 site"
    for folder in ("content/r/source", "charts", "theme/templates", "baogao"):
        (tree / folder).mkdir(parents=True)
        (tree / folder / "a 报告.txt").write_text("a", encoding="utf-8")
        (tree / folder / "b.txt").write_text("b", encoding="utf-8")
    for name in ("pelicanconf.py", "pyproject.toml", "requirements/site.txt", ".venv/bin/python"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).touch()
        os.utime(tree / name, (1_000_000_000, 1_000_000_000))
    (tree / ".venv" / "site.stamp").touch()  # newer than what it is made from: the set-up is done
    (tree / "builder").write_text(BUILDER, encoding="utf-8")
    (tree / "builder").chmod(0o755)
    shutil.copy(ROOT / "Makefile", tree)
    assert make(tree).stderr == ""
    assert builds(tree) == 1
    return tree


def make(tree: Path, target: str = "html") -> subprocess.CompletedProcess[str]:
    command = ["make", target, "BAOGAO=./builder", "PYTHON=false"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        command, cwd=tree, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=20
    )


def builds(tree: Path) -> int:
    return len((tree.parent / "builds").read_text(encoding="utf-8").splitlines())


def test_nothing_is_built_when_nothing_changed(site: Path) -> None:
    assert make(site).stdout == "output: up to date\n"
    assert builds(site) == 1


@pytest.mark.parametrize("folder", ["content/r/source", "charts", "theme/templates", "baogao"])
def test_a_change_is_noticed(site: Path, folder: str) -> None:
    (site / folder / "a 报告.txt").write_text("changed", encoding="utf-8")
    make(site)
    make(site)
    assert builds(site) == 2


def test_a_new_a_renamed_and_a_deleted_file_are_noticed(site: Path) -> None:
    (site / "content" / "new.md").touch()
    make(site)
    (site / "content" / "new.md").rename(site / "content" / "renamed.md")
    make(site)
    (site / "content" / "renamed.md").unlink()
    make(site)
    assert builds(site) == 4


def test_an_older_file_put_in_place_of_another_is_noticed(site: Path) -> None:
    old = site / "old"
    old.write_text("x", encoding="utf-8")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    old.replace(site / "charts" / "b.txt")
    make(site)
    assert builds(site) == 2


def test_a_lost_site_is_built_again(site: Path) -> None:
    make(site, "clean")
    make(site)
    assert builds(site) == 2


def test_a_failed_build_is_tried_again(site: Path) -> None:
    (site / "content" / "new.md").touch()
    (site / "fail").touch()
    assert make(site).returncode != 0
    (site / "fail").unlink()
    assert make(site).returncode == 0
    assert builds(site) == 3
    assert "up to date" in make(site).stdout


def test_compiled_python_is_no_source(site: Path) -> None:
    (site / "baogao" / "x.pyc").touch()
    make(site)
    assert builds(site) == 1
