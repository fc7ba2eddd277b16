"""A whole report as one HTML file for e-mail: style inside, no script, no link that leads to a file that is not there.

In: the built site and its page of the whole report. Out: HTML whose content security policy allows its own style, by
hash, and nothing else.
"""

import base64
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from baogao.content import ReportFolder
from baogao.patterns import regex
from baogao.site.security import single_file_policy

# What leads elsewhere in the site, or works only with a script.
_ELSEWHERE = "script, link, form, base, .bg-skip, .bg-nav, .bg-switch, .bg-permalink, .bg-crumbs"
_TYPES = {".png": "image/png", ".svg": "image/svg+xml", ".jpg": "image/jpeg", ".webp": "image/webp"}
_IMPORT = regex(r"url\((?!['\"]?data:)[^)]*\)")


def single_file(site: Path, page: Path, folder: ReportFolder) -> str:
    """The page with everything that it needs inside it."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    sheets = [n.attributes.get("href") or "" for n in tree.css('link[rel="stylesheet"]')]
    styles = [_IMPORT.sub("none", (page.parent / sheet).read_text(encoding="utf-8")) for sheet in sheets]
    for node in [*tree.css(_ELSEWHERE), *tree.css('meta[http-equiv="Content-Security-Policy" i]')]:
        node.decompose()
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    for link in tree.css("a[href]"):
        _keep_inside(link, ids, {f"{slug}.html": f"s-{section}" for section, slug in folder.slugs.items()})
    for image in tree.css("img[src]"):
        _take_in(image, site, page)
    html = tree.html or ""
    declared = f'<meta http-equiv="Content-Security-Policy" content="{single_file_policy(styles)}">'
    told = "".join(f"<style>{style}</style>" for style in styles)
    head, charset, rest = html.partition('<meta charset="utf-8">')
    return f"<!DOCTYPE html>\n{head.removeprefix('<!DOCTYPE html>').lstrip()}{charset}\n{declared}\n{told}{rest}\n"


def _keep_inside(link: LexborNode, ids: set[str | None], sections: dict[str, str]) -> None:
    """A link to what this file has leads there; one to another page of the site is only text."""
    address, fragment = urldefrag(link.attributes.get("href") or "")
    if urlsplit(address).scheme in ("http", "https", "mailto"):
        return
    target = fragment if fragment in ids else sections.get(address.rpartition("/")[2], "")
    if target in ids and target:
        link.attrs["href"] = f"#{target}"
    else:
        del link.attrs["href"]  # a link without an address is text to every reader, and keeps its id and its look


def _take_in(image: LexborNode, site: Path, page: Path) -> None:
    path = (page.parent / unquote(image.attributes.get("src") or "")).resolve()
    if path.is_relative_to(site.resolve()) and path.suffix in _TYPES and path.is_file():
        image.attrs["src"] = f"data:{_TYPES[path.suffix]};base64,{base64.b64encode(path.read_bytes()).decode()}"
