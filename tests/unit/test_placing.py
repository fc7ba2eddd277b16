"""Files are linked only where the very bytes are kept, and a site holds them where nothing can be linked."""

from pathlib import Path

import pytest

from baogao import placing
from baogao.placing import place_files

FILES = {"a.js": b"one", "b.svg": "二".encode()}


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_second_site_has_the_same_files_under_second_names(tmp_path: Path) -> None:
    for site in ("one", "two"):
        place_files(FILES, tmp_path / site, tmp_path / "kept")
        assert held(tmp_path / site) == FILES
    assert all((tmp_path / "one" / name).samefile(tmp_path / "two" / name) for name in FILES)


def test_what_changed_is_written_and_the_site_before_keeps_what_it_had(tmp_path: Path) -> None:
    place_files(FILES, tmp_path / "one", tmp_path / "kept")
    place_files(FILES | {"a.js": b"new"}, tmp_path / "two", tmp_path / "kept")
    assert held(tmp_path / "one") == FILES
    assert held(tmp_path / "two") == FILES | {"a.js": b"new"} == held(tmp_path / "kept")


def test_what_someone_wrote_into_a_site_is_not_in_the_next(tmp_path: Path) -> None:
    place_files(FILES, tmp_path / "one", tmp_path / "kept")
    (tmp_path / "one" / "a.js").write_bytes(b"edited in place")
    place_files(FILES, tmp_path / "two", tmp_path / "kept")
    assert held(tmp_path / "two") == FILES


def test_without_second_names_every_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*names: object) -> None:
        raise OSError("another device")

    monkeypatch.setattr(placing.os, "link", refuse)
    for site in ("one", "two"):
        place_files(FILES, tmp_path / site, tmp_path / "kept")
        assert held(tmp_path / site) == FILES
    assert held(tmp_path / "kept") == {}
