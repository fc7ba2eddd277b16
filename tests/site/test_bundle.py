"""The offline zip and the single file: what is in them, and that they are the same each time."""

import hashlib
import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import REPOSITORY, copy_content

from baogao.content import load_reports
from baogao.errors import SiteError
from baogao.site.bundle import make_bundles, pack, safe_paths
from baogao.site.security import style_hash

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bundle")
    make_bundles(REPOSITORY / "pelicanconf.py", copy_content(place), place / "dist")
    return place / "dist"


@pytest.fixture(scope="module")
def archive(dist: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO((dist / "hexi-2024-offline.zip").read_bytes()))


def test_dist_has_the_zip_and_a_page_for_each_language(dist: Path) -> None:
    assert {p.name for p in dist.iterdir()} >= {"hexi-2024-offline.zip", "hexi-2024-zh.html", "hexi-2024-en.html"}
    assert not list(dist.glob("*.part")) and not list(dist.glob(".*.part"))


def test_one_top_folder_sorted_and_without_a_time(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {"hexi-2024-offline"}
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
    assert {"hexi-2024-offline/START-HERE.html", "hexi-2024-offline/从这里开始.txt"} <= set(names)


def test_the_manifest_names_every_file_with_its_hash(archive: zipfile.ZipFile) -> None:
    lines = archive.read("hexi-2024-offline/MANIFEST.txt").decode().splitlines()
    told = {path: digest for digest, path in (line.split("  ") for line in lines)}
    hashes = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    files = {name.removeprefix("hexi-2024-offline/"): digest for name, digest in hashes.items()}
    del files["MANIFEST.txt"]
    assert told == files


def test_no_address_is_written_into_the_zip(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        if name.endswith(".html"):
            text = archive.read(name).decode()
            assert 'rel="canonical"' not in text and 'property="og:url"' not in text, name
            assert not re.search(r'(?:href|src)="/', text), name


def test_the_zip_is_the_same_again(site: Path) -> None:
    folders = load_reports(REPOSITORY / "content")
    assert pack(site, "x", folders) == pack(site, "x", folders)


@pytest.mark.parametrize("name", ["con.html", "aux", "a b.html", "报告.html", "nul.txt", "x" * 200 + ".html"])
def test_names_that_some_system_cannot_hold_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(SiteError):
        list(safe_paths(tmp_path))


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.styles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "style":
            self.styles.append(data)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_single_file_stands_alone(dist: Path, language: str) -> None:
    text = (dist / f"hexi-2024-{language}.html").read_text(encoding="utf-8")
    reader = Reader()
    reader.feed(text)
    names = [tag for tag, _ in reader.tags]
    assert "script" not in names and "link" not in names and "iframe" not in names
    [declared] = [a["content"] for t, a in reader.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert declared and style_hash("".join(reader.styles)) in declared
    ids = {a["id"] for _, a in reader.tags if "id" in a}
    for tag, attributes in reader.tags:
        for name in ("href", "src", "srcset", "action", "data"):
            value = attributes.get(name)
            if tag != "meta" and value:
                assert (value.startswith("#") and value[1:] in ids) or value.startswith("data:"), (tag, value)
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    assert "57.18" in text or "5.718" in text
    assert sum(1 for i in ids if i and re.fullmatch(r"[\d.]+-p\d+", i)) >= 47
