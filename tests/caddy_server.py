"""A real Caddy with the shipped configurations, on the loopback, at a root or under a path."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from nginx_server import free_port, wait_for

from baogao.paths import CHECKOUT

CADDY = shutil.which("caddy")
CONF = CHECKOUT / "hosting" / "caddy"
needs_caddy = pytest.mark.skipif(CADDY is None, reason="no caddy here")


@contextlib.contextmanager
def served(site: Path, place: Path, path: str) -> Iterator[str]:
    """The address of a site, served with the shipped files from a scratch folder; only names and paths are changed."""
    shutil.copy(CONF / "reports.caddy", place)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    if path == "/":
        told = (CONF / "Caddyfile").read_text(encoding="utf-8").replace("reports.example.org", address)
    else:
        told = (CONF / "Caddyfile.path").read_text(encoding="utf-8").replace(" /reports/", f" {path}")
        told = f"{address} {{\n{told}\n}}\n"
    told = told.replace("/srv/reports", str(site))
    (place / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{told}", encoding="utf-8")
    own = {name: str(place) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    command = [str(CADDY), "run", "--config", str(place / "Caddyfile"), "--adapter", "caddyfile"]
    process = subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        wait_for(port, process)
        yield f"{address}{path}"
    finally:
        process.terminate()
        process.communicate(timeout=10)
