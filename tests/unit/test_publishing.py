"""Compressed files stand beside the site's text files, and are the same each time."""

import gzip
from pathlib import Path

from baogao.site.publishing import precompress


def test_text_is_compressed_once_and_without_a_time(tmp_path: Path) -> None:
    page = "<p>一般公共预算收入57.18亿元</p>" * 40
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "share.png").write_bytes(b"\x89PNG" * 200)
    (tmp_path / "small.css").write_text("a{}", encoding="utf-8")
    assert precompress(tmp_path) == 1
    packed = (tmp_path / "zh" / "index.html.gz").read_bytes()
    assert gzip.decompress(packed).decode() == page
    assert packed[4:8] == b"\0\0\0\0"
    assert not (tmp_path / "share.png.gz").exists() and not (tmp_path / "small.css.gz").exists()
    assert precompress(tmp_path) == 1 and (tmp_path / "zh" / "index.html.gz").read_bytes() == packed
