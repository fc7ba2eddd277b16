"""The site for a stick and for e-mail: a zip that opens by double click, and each report as one HTML file.

In: the settings and content. Out: dist/<name>-offline.zip and dist/<report>-<language>.html. The zip holds the site as
it is built without an address; the single files have no script and no link out of themselves but the source's.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path, PurePosixPath

from baogao.building import building_place, run_pelican
from baogao.content import LANGUAGES, ReportFolder, load_reports
from baogao.errors import SiteError
from baogao.patterns import regex
from baogao.site.security import policy
from baogao.site.singlefile import single_file

DEEPEST = 180  # characters of a path below the top folder: Windows ends at 260
_RESERVED = regex(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_SAFE = regex(r"[A-Za-z0-9._-]+")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_START = "START-HERE.html"
_START_ZH = "从这里开始.txt"
_TEXT_ZH = """{title}

双击打开同一文件夹中的 START-HERE.html，即可阅读，不需要网络。
图表、数据、搜索都在 site 文件夹里，请整个文件夹一起复制。
MANIFEST.txt 列出每个文件的 SHA-256 校验值。
"""


def make_bundles(settings: Path, content: Path, dist: Path) -> tuple[Path, ...]:
    """Build the site without an address, and pack it. The files made; each is put in its place whole."""
    folders = load_reports(content)
    dist.mkdir(parents=True, exist_ok=True)
    with building_place(dist) as site:
        run_pelican(settings, site, content, SITEURL="")
        name = f"{folders[0].slug if len(folders) == 1 else 'reports'}-offline"
        made = [_place(dist / f"{name}.zip", pack(site, name, folders))]
        for folder in folders:
            for language in LANGUAGES:
                page = site / language / folder.slug / "full.html"
                made.append(_place(dist / f"{folder.slug}-{language}.html", single_file(site, page, folder).encode()))
    return tuple(made)


def _place(path: Path, data: bytes) -> Path:
    aside = path.with_name(f".{path.name}.part")
    aside.write_bytes(data)
    aside.replace(path)
    return path


def pack(site: Path, name: str, folders: tuple[ReportFolder, ...]) -> bytes:
    """The zip of a built site: one top folder, sorted, without times, with a manifest of hashes."""
    style = next(f"site/{p.relative_to(site).as_posix()}" for p in sorted(site.rglob("theme/baogao-*.css")))
    files = {
        _START: start_page(folders, style).encode(),
        _START_ZH: _TEXT_ZH.format(title=_titles(folders, "zh")).encode(),
    }
    files |= {f"site/{path}": (site / path).read_bytes() for path in safe_paths(site)}
    lines = [f"{sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())]
    files["MANIFEST.txt"] = "".join(lines).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{path}", _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, data)
    return packed.getvalue()


def safe_paths(site: Path) -> Iterator[str]:
    """The site's files, sorted. SiteError for a name that some system cannot hold."""
    for path in sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()):
        if path == ".nojekyll":
            continue
        for part in PurePosixPath(path).parts:
            if not _SAFE.fullmatch(part) or _RESERVED.fullmatch(part) or part.endswith("."):
                raise SiteError(f"the name {part!r} cannot be unpacked everywhere", path=path, hint="use other slugs")
        if len(path) > DEEPEST:
            raise SiteError(f"a path of {len(path)} characters cannot be unpacked everywhere", path=path)
        yield path


def _titles(folders: tuple[ReportFolder, ...], language: str) -> str:
    return "\n".join(folder.text(folder.settings.short_titles, language, folder.title(language)) for folder in folders)


def start_page(folders: tuple[ReportFolder, ...], style: str) -> str:
    """The page that is opened first: two doors. No script: it opens anywhere, and without the site's style too."""
    doors = []
    for language, lang, word in (("zh", "zh-Hans", "阅读中文版"), ("en", "en", "Read in English")):
        place = f"{folders[0].slug}/index.html" if len(folders) == 1 else "index.html"
        titles = "".join(f"<br>{escape(title)}" for title in _titles(folders, language).split("\n"))
        door = f'<a class="bg-button" href="site/{language}/{place}">{word}</a>'
        doors.append(f'<p lang="{lang}"><span class="bg-cover__claim">{titles[4:]}</span> {door}</p>')
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>从这里开始 · Start here</title>\n'
        f'<meta name="color-scheme" content="light dark">\n<link rel="stylesheet" href="{style}">\n'
        '</head>\n<body class="bg-page bg-page--cover">\n<div class="bg-frame">\n<main class="bg-main">\n'
        '<article class="bg-cover">\n<h1 class="bg-cover__name">从这里开始 '
        '<span class="bg-cover__second" lang="en">Start here</span></h1>\n<div class="bg-cover__doors">\n'
        + "\n".join(doors)
        + "\n</div>\n</article>\n</main>\n</div>\n</body>\n</html>\n"
    )
