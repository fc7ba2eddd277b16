"""What programs read of a page: canonical address and alternates, share and library tags, structured data.

In: a frame and its report. Out: markup for <head>. Without an address of the site nothing absolute is written.
"""

from markupsafe import Markup

from baogao.content import ReportFolder
from baogao.data.addresses import Site as Addresses
from baogao.data.citing import work_of
from baogao.data.sharing import Shared, alternate_links, library_tags, share_tags
from baogao.data.structured import Place, breadcrumb_node, dataset_node, json_ld, report_node
from baogao.site.pages.frame import Frame, Site

_LINK = Markup('<link rel="{}" href="{}">\n')
_ALTERNATE = Markup('<link rel="alternate" hreflang="{}" href="{}">\n')
_META = Markup('<meta {}="{}" content="{}">\n')
_SCRIPT = Markup('<script type="application/ld+json">{}</script>\n')


def addresses(site: Site) -> Addresses:
    return Addresses(site.names, site.address)


def share_path(folder: ReportFolder, language: str) -> str:
    """Where in the site the picture stands that is shown when a report's address is shared."""
    return f"share/{folder.slug}-{language}.png"


def head_of(site: Site, frame: Frame, folder: ReportFolder | None, section: str = "") -> Markup:
    """The tags of a page; those of a report's pages say which report, or section, they show."""
    known = addresses(site)
    parts = []
    if site.address and frame.path != "404.html":
        parts.append(_LINK.format("canonical", known.absolute(frame.path)))
        if "/" in frame.path:
            parts += [_ALTERNATE.format(code, to) for code, to in alternate_links(frame.path, known)]
    if folder is None:
        return Markup().join(parts)
    picture = share_path(folder, frame.language)
    shared = Shared(frame.path, frame.title, frame.description, picture, site.title(folder, frame.language))
    tags = [*share_tags(folder, frame.language, known, shared)]
    if site.address:
        tags += library_tags(work_of(folder, frame.language, known, section))
    parts += [_META.format(tag.attribute, tag.name, tag.content) for tag in tags]
    place = Place(known, frame.language, frame.path)
    nodes = []
    if frame.name == "overview":
        nodes = [report_node(folder, place)]
    elif frame.name == "indicators":
        nodes = [dataset_node(folder, place)]
    elif section:
        nodes = [breadcrumb_node(_trail(site, frame, folder), place)]
    if nodes:
        parts.append(_SCRIPT.format(Markup(json_ld(*nodes))))
    return Markup().join(parts)


def _trail(site: Site, frame: Frame, folder: ReportFolder) -> list[tuple[str, str]]:
    base = frame.language
    return [
        (site.words[base]["reports"], f"{base}/index.html"),
        (site.title(folder, base), f"{base}/{folder.slug}/index.html"),
        (str(frame.heading.striptags()), frame.path),
    ]
