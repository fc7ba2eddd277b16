"""A full disk, a real one: the old site stands, and what is wrong is one line."""

import os
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from command import REPORT, baogao

LEFT = 64 * 1024  # bytes left on the disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of 12 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no right to mount a small disk here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> None:
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filled").write_bytes(bytes(free - LEFT))


def tree(folder: Path) -> dict[str, str]:
    return {str(p): sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.slow
def test_a_full_disk_leaves_everything_as_it_was(disk: Path) -> None:
    site = disk / "site"
    for folder, arguments in (disk, ("new", "site")), (site, ("import", str(REPORT))), (site, ("build",)):
        assert baogao(folder, *arguments).returncode == 0
    fill(disk)
    content, output = tree(site / "content"), tree(site / "output")
    assert output
    for arguments in ("build",), ("publish", "--lenient"), ("bundle", "--lenient"), ("import", str(REPORT)):
        done = baogao(site, *arguments)
        assert done.returncode == 1, arguments
        assert len(done.stderr.strip().splitlines()) == 1 and "No space left on device" in done.stderr, done.stderr
        assert (tree(site / "content"), tree(site / "output")) == (content, output), arguments
        assert not [p for p in (site / "dist").glob("*") if p.is_file()]
    (disk / "filled").unlink()
    assert baogao(site, "build").returncode == 0
    assert tree(site / "output") == output
