"""A real nginx with the shipped configurations, on the loopback, at a root or under a path."""

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from baogao.paths import CHECKOUT

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
CONF = CHECKOUT / "hosting" / "nginx"
needs_nginx = pytest.mark.skipif(not Path(NGINX).exists(), reason="no nginx here")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def served(site: Path, place: Path, path: str) -> Iterator[str]:
    """The address of a site, served with the shipped files from a scratch folder; only names and paths are changed."""
    for file in CONF.glob("*.conf"):
        shutil.copy(file, place)
    port = free_port()
    if path == "/":
        server = (CONF / "reports.conf").read_text(encoding="utf-8").replace("/srv/reports", str(site))
        server = server.replace("listen 80;", f"listen 127.0.0.1:{port};")
    else:
        lines = (CONF / "reports-path.conf").read_text(encoding="utf-8")
        lines = lines.replace("/srv/reports/", f"{site}/").replace("/reports/", path)
        server = f"server {{ listen 127.0.0.1:{port}; {lines} }}"
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {place}/{kind};" for kind in kinds)
    (place / "nginx.conf").write_text(
        f"daemon off; pid {place}/pid; error_log {place}/error.log; worker_processes 1;\n"
        f"events {{}} http {{ access_log off; {temporary}\n{server}\n}}\n",
        encoding="utf-8",
    )
    user = ["-g", "user root;"] if os.geteuid() == 0 else []  # else the worker, another user, could not read the site
    command = [NGINX, "-p", str(place), "-c", str(place / "nginx.conf"), *user]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}{path}"
    finally:
        process.terminate()
        process.communicate(timeout=10)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the server takes connections; what it says where it ends instead."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            pytest.fail(process.communicate()[1].decode())
        time.sleep(0.05)
    pytest.fail("the server does not answer")
