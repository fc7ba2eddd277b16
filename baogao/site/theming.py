"""What an office changes of the theme without touching it: colours and crest, from report.toml or pelicanconf.py.

In: colours by token name ("result", "target_dark" …) and a crest's file name. Out: CSS of the site's own, and where the
crest stands in the output. A colour that could not be read on the paper is refused, with its contrast.
"""

from collections.abc import Mapping
from pathlib import Path

from baogao.content import ReportFolder
from baogao.errors import SiteError
from baogao.patterns import regex

TOKENS = ("paper", "ink", "result", "target", "link")
PAPER = {"": "#fbf9f4", "_dark": "#171513"}  # as in theme/static/css/settings.css
CONTRAST = 4.5  # WCAG 1.4.3
CRESTS = (".svg", ".png", ".webp", ".jpg")
_HEX = regex(r"#[0-9a-fA-F]{6}")


def colours_css(colours: Mapping[str, str], scope: str, where: object) -> str:
    """The tokens of `scope` (":root", ".bg-report-hexi-2024") set anew, in both themes; "" where nothing is set."""
    for name, value in colours.items():
        if name.removesuffix("_dark") not in TOKENS:
            raise SiteError(f"unknown colour {name!r}", path=where, hint=f"known: {', '.join(TOKENS)}, each also _dark")
        if not isinstance(value, str) or not _HEX.fullmatch(value):
            raise SiteError(f"the colour {name} = {value!r}", path=where, hint="write it as #b8301c")
    parts = []
    for theme, form in (("", "{}"), ("_dark", "@media(prefers-color-scheme:dark){{{}}}")):
        own = {token: colours[token + theme] for token in TOKENS if token + theme in colours}
        paper = own.get("paper", PAPER[theme])
        for token, value in own.items():
            if token != "paper" and (found := contrast(value, paper)) < CONTRAST:
                raise SiteError(
                    f"the colour {token}{theme} {value} has a contrast of {found:.1f} with the paper {paper}",
                    path=where,
                    hint=f"take a {'lighter' if theme else 'darker'} one: at least {CONTRAST}",
                )
        if own:
            parts.append(form.format(f"{scope}{{{';'.join(f'--{token}:{value}' for token, value in own.items())}}}"))
    return f"@layer settings{{{''.join(parts)}}}" if parts else ""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG: 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def crest_of(folder: ReportFolder) -> Path | None:
    """The file of a report's crest. SiteError where it is not a picture in the report's own folder."""
    if not folder.settings.crest:
        return None
    path = folder.path / folder.settings.crest
    inside = path.resolve().is_relative_to(folder.path.resolve())
    if not inside or path.suffix.lower() not in CRESTS or not path.is_file():
        raise SiteError(
            f"no crest {folder.settings.crest!r}",
            path=folder.path / "report.toml",
            hint=f"name a file beside it, one of {', '.join(CRESTS)}",
        )
    return path


def crest_path(folder: ReportFolder) -> str:
    """Where a report's crest stands in the site: "theme/crest-hexi-2024.svg"; "" where it has none."""
    crest = crest_of(folder)
    return f"theme/crest-{folder.slug}{crest.suffix.lower()}" if crest else ""
