"""`baogao serve`: the site on this machine; a save is built at once, and the open page reloads itself.

In: the settings, content and a port. Out: an HTTP server on the loopback. The pages are the built ones, with one script
of the server's own added on the way, and nowhere else.
"""

import threading
import time
from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from baogao.building import build
from baogao.errors import BaogaoError, SiteError
from baogao.paths import shipped
from baogao.patterns import regex
from baogao.site.security import policy

SITE = Path(".cache/serve/site")
LOOK = 0.15  # seconds between two looks at the files
WAIT = 20.0  # seconds that a page's question stays open
OWN = "/-baogao/"  # the server's own addresses
RELATIVE = regex(rb'\b(href|src|data-mark)="(?![a-z]+:|[/#"])')
BUILDING = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy()}"><title>baogao</title></head>
<body><p>Building the site … · <span lang="zh-Hans">正在生成网站……</span></p></body></html>""".encode()
SCRIPT = b"""(function ask(known) {
  fetch("/-baogao/version?" + known).then(function (answer) { return answer.text(); }).then(function (now) {
    if (known && now !== known) { location.reload(); } else { ask(now); }
  }).catch(function () { setTimeout(ask, 1000, known); });
})("");
"""


class Version:
    """How often the site was built; a page waits for the next time."""

    def __init__(self) -> None:
        self.number = 0
        self.changed = threading.Condition()

    def next(self) -> None:
        with self.changed:
            self.number += 1
            self.changed.notify_all()

    def after(self, known: str) -> str:
        """The number as soon as it is another than `known`, or after a while."""
        with self.changed:
            self.changed.wait_for(lambda: str(self.number) != known, timeout=WAIT)
            return str(self.number)


class Handler(SimpleHTTPRequestHandler):
    """The built site; HTML with its character set and the reloading script; the site's own page for what is missing."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, version: Version, **named: Any) -> None:
        self.version = version
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        if self.path.startswith(OWN + "version"):
            self._answer(self.version.after(self.path.partition("?")[2]).encode(), "text/plain; charset=utf-8")
        elif self.path.startswith(OWN):
            self._answer(SCRIPT, "text/javascript; charset=utf-8")
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.is_dir():
            return super().send_head()  # sends on to the address with a slash
        status = 200 if path.is_file() else 404
        if status == 404:
            path = Path(self.directory) / "404.html"
        if path.suffix != ".html":
            return super().send_head()
        body = reloading(path.read_bytes() if path.is_file() else BUILDING)
        if status == 404:
            body = RELATIVE.sub(rb'\1="/', body)  # it is shown at any depth, and here the site is at the root
        self._head(status, "text/html; charset=utf-8", len(body))
        return BytesIO(body)

    def _answer(self, body: bytes, kind: str) -> None:
        self._head(200, kind, len(body))
        self.wfile.write(body)

    def _head(self, status: int, kind: str, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the terminal shows builds and what is wrong with them."""


def reloading(html: bytes) -> bytes:
    """A page with the reloading script; the policy of every page lets it ask this server."""
    return html.replace(b"</head>", b'<script src="/-baogao/reload.js" defer></script></head>', 1)


def watched(settings: Path, content: Path) -> list[Path]:
    """What the site is made from, and a person edits."""
    beside = settings.resolve().parent
    folders = [place for name in ("theme", "charts") for place in (shipped(name), beside / name)]
    return [content, *(place for place in dict.fromkeys(folders) if place.is_dir()), *sorted(beside.glob("*.py"))]


def stamps(paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Change time and size of every file under some paths. An editor's own files (hidden, ending in ~) are none."""
    found = {}
    for path in paths:
        for file in [path] if path.is_file() else path.rglob("*"):
            if not file.name.startswith(".") and not file.name.endswith(("~", ".pyc")):
                try:
                    status = file.stat()
                except OSError:
                    continue  # deleted between listing and looking
                found[str(file)] = (status.st_mtime_ns, status.st_size)
    return found


def serve(settings: Path, content: Path, port: int) -> None:
    """Build, serve and watch until interrupted. SiteError where the port is taken."""
    version = Version()
    handler = partial(Handler, directory=str(SITE), version=version)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise SiteError(f"port {port} cannot be used: {error.strerror}", hint="name another --port") from error
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_address[1]}/ (a saved file shows at once; Ctrl+C ends it)", flush=True)
    try:
        watch(settings, content, version)
    except KeyboardInterrupt:
        print("\nended")
    finally:
        server.shutdown()
        server.server_close()


def watch(settings: Path, content: Path, version: Version) -> None:
    """Build now, and whenever something is saved; what is wrong is said, and the last good site stays."""
    seen: dict[str, tuple[int, int]] = {}
    while True:
        now = stamps(watched(settings, content))
        if now != seen:
            seen = now
            rebuild(settings, content, version)
        time.sleep(LOOK)


def rebuild(settings: Path, content: Path, version: Version) -> None:
    """Build once, say how long it took or what is wrong."""
    began = time.perf_counter()
    try:
        build(settings, SITE, content, SITEURL="")
    except BaogaoError as error:
        print(f"baogao: {error}", flush=True)
    except Exception as error:  # a template half edited can raise anything; the last good site stays
        print(f"baogao: {type(error).__name__}: {error}", flush=True)
    else:
        version.next()
        print(f"built in {time.perf_counter() - began:.2f} s", flush=True)
