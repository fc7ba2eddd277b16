"""`baogao new my-site`: a folder for a site of one's own, from the installed package alone.

In: the folder's name. Out: settings, Makefile, content/, a guide in both languages, the GitHub workflow; and what to do
next, as lines.
"""

import shlex
from pathlib import Path

from baogao.errors import SiteError
from baogao.paths import PACKAGE

STARTER = PACKAGE / "starter"


def new_site(folder: Path) -> tuple[str, ...]:
    """Make the folder, and tell the next steps. SiteError where something stands there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SiteError("there is something already", path=folder, hint="name a new or empty folder")
    for source in sorted(p for p in STARTER.rglob("*.txt") if p.is_file()):
        # every file has ".txt" at its end here, so that no tool takes it for a part of the program; "dot-" is "."
        name = source.relative_to(STARTER).as_posix().removesuffix(".txt").replace("dot-", ".")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    (folder / "content").mkdir(exist_ok=True)
    return (
        f"{folder}: made. Next · 下一步:",
        f"  cd {shlex.quote(str(folder))}",
        "  baogao import REPORT     a report as text, HTML, .docx or PDF · 导入一份报告",
        "  baogao build             the site, in output/ · 生成网站",
        "  baogao serve             look at it while you edit · 边改边看",
    )
