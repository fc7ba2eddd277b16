"""`baogao serve`: pages with the reloading script, the answer to a save, and what a broken save does."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from baogao.errors import SiteError
from baogao.site import serving
from baogao.site.security import policy

META = f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
PAGE = f"<!DOCTYPE html><html><head>{META}</head><p>报告</html>"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, serving.Version, Path]]:
    version = serving.Version()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(serving.Handler, directory=str(tmp_path), version=version))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", version, tmp_path
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def get(address: str) -> tuple[int, str | None, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read().decode()


def test_pages_reload_and_may_ask_this_server_only(served: tuple[str, serving.Version, Path]) -> None:
    address, _, folder = served
    (folder / "zh").mkdir()
    (folder / "zh" / "index.html").write_text(PAGE, encoding="utf-8")
    for way in ("zh/", "zh/index.html", "zh/index.html?q=1"):
        status, kind, text = get(address + way)
        assert (status, kind) == (200, "text/html; charset=utf-8")
        assert policy(connect_src="'self'") in text
        assert '<script src="/-baogao/reload.js" defer></script></head>' in text
    assert get(address + "-baogao/reload.js")[2].startswith("(function")


def test_what_is_missing_gets_the_sites_own_page_and_before_the_first_build_a_word(
    served: tuple[str, serving.Version, Path],
) -> None:
    address, _, folder = served
    status, _, text = get(address + "zh/none.html")
    assert status == 404 and "Building" in text and "reload.js" in text
    links = '<a href="zh/index.html">没有</a><a href="https://example.org/">x</a><a href="#main">y</a>'
    (folder / "404.html").write_text(PAGE.replace("报告", links), encoding="utf-8")
    status, _, text = get(address + "zh/a/b/none.html")
    assert status == 404 and '<a href="/zh/index.html">没有</a><a href="https://example.org/">' in text
    assert '<a href="#main">' in text


def test_text_says_its_characters(served: tuple[str, serving.Version, Path]) -> None:
    address, _, folder = served
    (folder / "a.csv").write_text("名称", encoding="utf-8")
    assert get(address + "a.csv")[1] == "text/csv; charset=utf-8"


def test_a_page_hears_of_the_next_build_at_once(served: tuple[str, serving.Version, Path]) -> None:
    address, version, _ = served
    assert get(address + "-baogao/version?")[2] == "0"
    timer = threading.Timer(0.2, version.next)
    timer.start()
    assert get(address + "-baogao/version?0")[2] == "1"
    timer.join()


def test_every_save_is_seen_and_an_editors_own_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1", encoding="utf-8")
    before = serving.stamps([tmp_path])
    (tmp_path / ".a.toml.swp").write_text("", encoding="utf-8")
    (tmp_path / "a.toml~").write_text("", encoding="utf-8")
    assert serving.stamps([tmp_path]) == before
    (tmp_path / "a.toml").write_text("x = 12", encoding="utf-8")
    assert serving.stamps([tmp_path]) != before


@pytest.mark.parametrize("error", [SiteError("wrong", path="a.toml", line=3), ValueError("half a template")])
def test_a_broken_save_is_said_and_ends_nothing(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(serving, "build", fail)
    version = serving.Version()
    serving.rebuild(Path("pelicanconf.py"), Path("content"), version)
    assert version.number == 0
    assert str(error) in capsys.readouterr().out


def test_a_taken_port_is_one_clear_line(served: tuple[str, serving.Version, Path]) -> None:
    port = int(served[0].rsplit(":", 1)[1].strip("/"))
    with pytest.raises(SiteError, match=f"port {port} cannot be used"):
        serving.serve(Path("pelicanconf.py"), Path("content"), port)
