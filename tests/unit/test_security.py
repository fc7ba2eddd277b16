"""The policy is strict, and says the same in the pages and in every server's configuration."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from baogao.paths import CHECKOUT
from baogao.site.security import HEADERS, header_policy, policy, single_file_policy, style_hash


def test_nothing_inline_and_no_third_party() -> None:
    for line in (policy(), header_policy()):
        assert "unsafe" not in line and "http" not in line and "*" not in line
    assert "form-action 'self'" in policy() and policy().startswith("default-src 'none'")


def test_a_directive_can_be_changed_or_added() -> None:
    assert "; connect-src 'self'; " in policy() and "; connect-src 'none'; " in policy(connect_src="'none'")
    assert policy(frame_ancestors="'none'") == policy() + "; frame-ancestors 'none'"


def test_a_single_file_allows_its_own_style_by_hash() -> None:
    assert style_hash("a{color:red}") == "'sha256-6hWWMOcF+mJesSJGYhmK2lkIIEw9Xc5XKGLPVzh8yxs='"
    assert "script-src" not in single_file_policy(["a{}"]) and "'self'" not in single_file_policy(["a{}"])


@pytest.mark.parametrize("name", ["nginx/reports-headers.conf", "caddy/reports.caddy", "headers/_headers"])
def test_servers_say_the_same(name: str) -> None:
    text = (CHECKOUT / "hosting" / name).read_text(encoding="utf-8")
    for header, value in ({"Content-Security-Policy": header_policy()} | HEADERS).items():
        line = next(line for line in text.splitlines() if f"{header}" in line and not line.startswith("#"))
        assert value in line


def headers_for(path: str, rules: dict[str, list[tuple[str, str]]]) -> dict[str, str]:
    """What Cloudflare Pages and Netlify send for a path: of all rules that fit; one that is given twice is joined."""
    sent: dict[str, str] = {}
    for pattern, headers in rules.items():
        if fnmatchcase(path, pattern):
            for name, value in headers:
                sent[name] = f"{sent[name]}, {value}" if name in sent else value
    return sent


def test_the_headers_file_is_what_its_readers_take() -> None:
    """By the rules that both publish (no such reader runs here): paths at the margin, headers indented, limits kept."""
    rules: dict[str, list[tuple[str, str]]] = {}
    for line in (CHECKOUT / "hosting" / "headers" / "_headers").read_text(encoding="utf-8").splitlines():
        assert len(line) <= 2000 and line.isascii() and "\t" not in line and line.strip()
        if line.startswith("/"):
            assert line == line.rstrip() and line.count("*") <= 1 and line not in rules
            rules[line] = []
        elif not line.startswith("#"):
            told = re.fullmatch(r"  ([A-Za-z-]+): (\S.*\S)", line)
            assert told, line
            rules[list(rules)[-1]].append((told[1], told[2]))
    assert 0 < len(rules) <= 100
    secure = {"Content-Security-Policy": header_policy()} | HEADERS
    assert headers_for("/zh/index.html", rules) == secure
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    assert headers_for("/search/0123456789/t1.js", rules) == secure | kept
    assert headers_for("/theme/a-01234567.css", rules) == secure | {"Cache-Control": "public, max-age=604800"}


def test_every_page_says_it() -> None:
    base = (Path(CHECKOUT) / "theme" / "templates" / "base.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="Content-Security-Policy" content="{{ csp|safe }}">' in base
