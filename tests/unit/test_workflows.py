"""The workflows: valid, pinned to commits, with the least rights; the starter's is the repository's."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from baogao.paths import CHECKOUT
from baogao.site.starting import STARTER

WORKFLOWS = (CHECKOUT / ".github/workflows/pages.yml", STARTER / "dot-github/workflows/pages.yml.txt")
BIN = Path(sys.executable).parent


@pytest.fixture(params=WORKFLOWS, ids=["repository", "starter"])
def workflow(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    place = tmp_path / ".github" / "workflows" / "pages.yml"
    place.parent.mkdir(parents=True)
    shutil.copyfile(request.param, place)
    return place


def test_every_action_is_official_and_pinned_to_a_commit(workflow: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", workflow.read_text(encoding="utf-8"))
    assert len(used) == 6
    for action, comment in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action


def test_the_schema_knows_it(workflow: Path) -> None:
    command = [BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing(workflow: Path) -> None:
    done = subprocess.run([BIN / "zizmor", "--offline", workflow], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
