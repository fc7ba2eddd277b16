"""The theme's style and scripts as files whose names change when they change.

In: theme/static. Out: theme/<name>-<hash>.css|js in the output, and the map from name to address that templates use.
The style is one file: its layers in order, without comments. Relative addresses only, so any home serves it.
"""

import re
import shutil
from hashlib import sha256
from pathlib import Path

from baogao.patterns import regex

# The order of the cascade layers; the folder `components` holds one file a component.
STYLES = ("settings.css", "base.css", "layout.css", "components/*.css", "utilities.css", "print.css")
FOLDER = "theme"  # in the output
_COMMENT = regex(r"/\*.*?\*/", re.DOTALL)
_SPACE = regex(r"\s+")
_AROUND = regex(r"\s*([{};,>])\s*")
_COLON = regex(r"(?<=[a-z-]): (?=[^{}]*[;}])")


def minify(css: str) -> str:
    """CSS without comments and needless white space. Selectors keep their spaces; so does `calc()`."""
    css = _SPACE.sub(" ", _COMMENT.sub("", css))
    css = _COLON.sub(":", _AROUND.sub(r"\1", css))
    return css.replace(";}", "}").strip()


def style(static: Path) -> str:
    """All style sheets of the theme as one."""
    files = [path for pattern in STYLES for path in sorted((static / "css").glob(pattern))]
    return minify("@layer settings,base,layout,components,utilities,print;" + "".join(_read(path) for path in files))


def script(text: str) -> str:
    """A script without comments on lines of their own and without indentation."""
    lines = (line.strip() for line in re.sub(r"^\s*/\*.*?\*/", "", text, flags=re.DOTALL | re.MULTILINE).split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def write_assets(static: Path, output: Path, colours: str = "") -> dict[str, str]:
    """Write style, scripts and other files of `static`; name → path in the site. `colours`: CSS of this very site."""
    made = {"baogao.css": style(static) + colours + "\n"}
    for path in sorted((static / "js").glob("*.js")):
        made[path.name] = script(_read(path))
    names = {}
    (output / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        stem, _, ending = name.rpartition(".")
        names[name] = f"{FOLDER}/{stem}-{sha256(text.encode()).hexdigest()[:8]}.{ending}"
        (output / names[name]).write_text(text, encoding="utf-8", newline="\n")
    for path in sorted(p for p in static.glob("*") if p.is_file()):
        names[path.name] = f"{FOLDER}/{path.name}"
        shutil.copyfile(path, output / names[path.name])
    return names


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
