"""Ready for a web server: every text file compressed beside itself, once, at the best level.

In: a built site. Out: index.html.gz beside index.html, where that is smaller; nginx (gzip_static) and Caddy
(precompressed) serve it as it is. The same site gives the same bytes.
"""

import gzip
from pathlib import Path

ENDINGS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".md", ".bib"}
SMALLEST = 256  # bytes: below, compression saves no packet


def precompress(site: Path) -> int:
    """Write the compressed files; how many there are."""
    made = 0
    for path in sorted(p for p in site.rglob("*") if p.suffix in ENDINGS and p.is_file()):
        data = path.read_bytes()
        packed = gzip.compress(data, 9, mtime=0)
        if len(data) >= SMALLEST and len(packed) < len(data):
            path.with_name(path.name + ".gz").write_bytes(packed)
            made += 1
    return made
