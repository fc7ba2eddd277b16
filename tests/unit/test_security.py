"""The policy is strict, and says the same in the pages and in every server's configuration."""

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


@pytest.mark.parametrize("name", ["nginx/reports-headers.conf", "caddy/Caddyfile", "headers/_headers"])
def test_servers_say_the_same(name: str) -> None:
    text = (CHECKOUT / "hosting" / name).read_text(encoding="utf-8")
    for header, value in ({"Content-Security-Policy": header_policy()} | HEADERS).items():
        line = next(line for line in text.splitlines() if f"{header}" in line and not line.startswith("#"))
        assert value in line


def test_every_page_says_it() -> None:
    base = (Path(CHECKOUT) / "theme" / "templates" / "base.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="Content-Security-Policy" content="{{ csp|safe }}">' in base
