"""The old site stands until the new one is whole."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest
from blinker import Signal
from pelican.plugins import signals

from baogao.building import MARK, build, building_place, refuse_foreign, swap
from baogao.errors import SiteError

PAGE = "Title: {title}\nSlug: page\n\nText\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plain Pelican site of one page; returns its settings file."""
    for each in vars(signals).values():  # plugins stay connected in a process that has built a site with them
        if isinstance(each, Signal):
            monkeypatch.setattr(each, "receivers", {})
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "pages" / "page.md").write_text(PAGE.format(title="One"), encoding="utf-8")
    settings = tmp_path / "pelicanconf.py"
    settings.write_text(
        "PATH = 'content'\nTHEME = 'simple'\nTIMEZONE = 'UTC'\nSITENAME = 'x'\nDIRECT_TEMPLATES = []\n"
        "READERS = {'rst': None, 'html': None}\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
        "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n",
        encoding="utf-8",
    )
    return settings


def write_page(site: Path, text: str) -> None:
    (site.parent / "content" / "pages" / "page.md").write_text(text, encoding="utf-8")


def test_a_build_is_swapped_in_whole_and_leaves_nothing_beside_it(site: Path) -> None:
    output = site.parent / "output"
    build(site, output, site.parent / "content")
    assert "One" in (output / "pages" / "page.html").read_text(encoding="utf-8")
    write_page(site, PAGE.format(title="Two"))
    build(site, output, site.parent / "content")
    assert "Two" in (output / "pages" / "page.html").read_text(encoding="utf-8")
    assert (output / MARK).exists()
    assert [p.name for p in (site.parent / ".cache").iterdir() if p.is_dir()] == []


def test_a_page_that_pelican_cannot_read_fails_and_the_old_site_stands(site: Path) -> None:
    output = site.parent / "output"
    build(site, output, site.parent / "content")
    write_page(site, "Title: Three\nDate: no date\n\nText\n")
    with pytest.raises(SiteError, match=r"page\.md"):
        build(site, output, site.parent / "content")
    assert "One" in (output / "pages" / "page.html").read_text(encoding="utf-8")


def test_a_step_after_pelican_that_fails_leaves_the_old_site(site: Path) -> None:
    output = site.parent / "output"
    build(site, output, site.parent / "content")

    def full_disk(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        build(site, output, site.parent / "content", finish=full_disk)
    assert (output / "pages" / "page.html").exists()


def test_a_folder_with_files_of_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(SiteError, match="would be lost"):
        refuse_foreign(tmp_path)


def test_the_swap_exchanges_two_folders(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    new.mkdir()
    old.mkdir()
    (new / "new").touch()
    (old / "old").touch()
    swap(new, old)
    assert (old / "new").exists()
    assert not (old / "old").exists()


def _hold(output: Path, started: object, seconds: float) -> None:
    with building_place(output) as place:
        (place / "half").touch()
        started.set()  # type: ignore[attr-defined]
        time.sleep(seconds)


def test_a_killed_build_leaves_the_old_site_and_does_not_hinder_the_next(site: Path) -> None:
    output = site.parent / "output"
    build(site, output, site.parent / "content")
    context = multiprocessing.get_context("spawn")
    started = context.Event()
    process = context.Process(target=_hold, args=(output, started, 60))
    process.start()
    assert started.wait(20)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    assert "One" in (output / "pages" / "page.html").read_text(encoding="utf-8")
    write_page(site, PAGE.format(title="Four"))
    build(site, output, site.parent / "content")
    assert "Four" in (output / "pages" / "page.html").read_text(encoding="utf-8")
    assert not (output / "half").exists()


def test_two_builds_wait_for_each_other(tmp_path: Path) -> None:
    output = tmp_path / "output"
    context = multiprocessing.get_context("spawn")
    started = context.Event()
    process = context.Process(target=_hold, args=(output, started, 1.0))
    process.start()
    assert started.wait(20)
    begun = time.monotonic()
    with building_place(output) as place:
        assert list(place.iterdir()) == []
    process.join()
    assert time.monotonic() - begun > 0.3
