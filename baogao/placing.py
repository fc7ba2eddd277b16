"""Files of a site that seldom change, placed without being written again.

In: their texts. Out: the files in the site. To create a file costs a tenth of a millisecond or more, by file system,
and a site has hundreds; to give a file that is there a second name costs a tenth of that.
"""

import os
from collections.abc import Mapping
from pathlib import Path


def place_files(files: Mapping[str, bytes], folder: Path, kept: Path) -> None:
    """Put files by name into `folder`, which has none of them; `kept` holds them from build to build.

    A kept file gets a second name in `folder` where it holds the very same bytes; else the file is written anew, and
    kept. Where the file system knows no second names (or `kept` is on another one), every file is written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        place, held = folder / name, kept / name
        if not (_holds(held, data) and _link(held, place)):
            place.write_bytes(data)
            held.unlink(missing_ok=True)
            _link(place, held)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _link(path: Path, name: Path) -> bool:
    try:
        os.link(path, name)
    except OSError:
        return False
    return True
