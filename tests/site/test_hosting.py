"""A real nginx and a real Caddy with the shipped configurations: at a root, and under a path."""

import gzip
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message

import caddy_server
import nginx_server
import pytest

from baogao.site.publishing import precompress
from baogao.site.security import HEADERS, header_policy

SERVERS = [
    *(pytest.param((nginx_server, path), marks=nginx_server.needs_nginx) for path in ("/", "/a/b/")),
    *(pytest.param((caddy_server, path), marks=caddy_server.needs_caddy) for path in ("/", "/a/b/")),
]
PAGE = "<!DOCTYPE html><title>报告</title><p>一般公共预算收入57.18亿元</p>" * 20
FILES = {
    "index.html": PAGE,
    "404.html": "<!DOCTYPE html><title>没有这个页面</title>",
    "zh/hexi-2024/index.html": PAGE,
    "theme/baogao-0a1b2c3d.css": "a{color:red}" * 40,
    "search/0123456789/t1.js": 'baogaoSearch.put("t1",["一"])',
    "data/hexi-2024/indicators.csv": "\ufeff名称,数值\n",
    "data/hexi-2024/indicators.json": "{}",
    "feeds/zh.atom.xml": "<feed/>",
    "llms.txt": "报告",
    "theme/icon.svg": "<svg/>",
}
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "theme/baogao-0a1b2c3d.css": "text/css; charset=utf-8",
    "search/0123456789/t1.js": "text/javascript; charset=utf-8",
    "data/hexi-2024/indicators.csv": "text/csv; charset=utf-8",
    "data/hexi-2024/indicators.json": "application/json; charset=utf-8",
    "feeds/zh.atom.xml": "application/xml; charset=utf-8",
    "llms.txt": "text/plain; charset=utf-8",
    "theme/icon.svg": "image/svg+xml; charset=utf-8",
}


@pytest.fixture(scope="module", params=SERVERS)
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site."""
    place = tmp_path_factory.mktemp("hosting")
    site = place / "site"
    for name, text in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8", newline="\n")
    precompress(site)
    (place / "secret.txt").write_text("a secret", encoding="utf-8")
    server, path = request.param
    with server.served(site, place, path) as address:
        yield address


def get(address: str, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(address, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_types_and_characters(home: str) -> None:
    found = {name: get(home + name)[1]["Content-Type"] for name in TYPES}
    assert found == TYPES


def test_text_comes_compressed_to_those_who_take_it(home: str) -> None:
    status, headers, body = get(home + "index.html", Accept_Encoding="gzip")
    assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, "gzip", "Accept-Encoding")
    assert gzip.decompress(body).decode() == PAGE
    assert get(home + "index.html")[2].decode() == PAGE


def test_a_folder_gives_its_index(home: str) -> None:
    assert get(home)[2].decode() == PAGE
    assert get(home + "zh/hexi-2024/")[2].decode() == PAGE


@pytest.mark.parametrize("name", ["none.html", "zh/none/none/none.html", "theme/none-00000000.css"])
def test_what_is_missing_gives_the_sites_own_page(home: str, name: str) -> None:
    status, headers, body = get(home + name)
    assert (status, body.decode()) == (404, FILES["404.html"])
    assert headers["Content-Security-Policy"] == header_policy()
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("name", ["index.html", "theme/baogao-0a1b2c3d.css", "search/0123456789/t1.js"])
def test_every_answer_has_the_security_headers(home: str, name: str) -> None:
    headers = get(home + name)[1]
    for header, value in ({"Content-Security-Policy": header_policy()} | HEADERS).items():
        assert headers.get_all(header) == [value]


def test_only_names_with_a_hash_are_kept(home: str) -> None:
    for name in TYPES:
        kept = get(home + name)[1].get_all("Cache-Control")
        hashed = name.startswith("search/") or "-0a1b2c3d" in name
        assert kept == ["public, max-age=31536000, immutable" if hashed else "no-cache"], name


def test_nothing_above_the_site_is_served(home: str) -> None:
    for way in ("../secret.txt", "%2e%2e/secret.txt", "theme/..%2f..%2fsecret.txt", "theme/../../../../secret.txt"):
        assert b"secret" not in get(home + way)[2], way
