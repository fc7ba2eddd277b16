"""What was made once is kept in .cache, under the hash of what it was made from, and read again where nothing changed.

In: a place, what a thing is made from, how it is made. Out: the thing. Nothing need ever be deleted by hand: what is
damaged, or made from something else or by another version of the program, is made anew.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

from baogao.paths import PACKAGE

Made = TypeVar("Made")
_HASH = 64  # hexadecimal digits of a SHA-256


def kept(place: Path, made_from: Iterable[bytes], make: Callable[[], Made]) -> Made:
    """The thing at `place` if it was made from just this, by this program; else made, and kept for the next time.

    What `make` raises is raised, and nothing is kept. The file is written aside and moved, so that two builds at once
    do no harm. It holds a pickle, and is to be trusted as far as the folder is, like Python's own caches of code: the
    second hash finds damage, not malice.
    """
    key = _told([program(), sys.version.encode(), *made_from])
    try:
        held = place.read_bytes()
    except OSError:
        held = b""
    known, digest, body = held[:_HASH], held[_HASH : 2 * _HASH], held[2 * _HASH :]
    if known == key and digest == _told([body]):
        return cast(Made, pickle.loads(body))
    made = make()
    body = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        aside.write_bytes(key + _told([body]) + body)
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)  # half of it, where the disk is full
    return made


@cache
def program() -> bytes:
    """A hash of the program itself: its code and what it knows."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".toml"))
    return _told(part for path in files for part in (str(path.relative_to(PACKAGE)).encode(), path.read_bytes()))


def _told(parts: Iterable[bytes]) -> bytes:
    """The hash of some parts, with their lengths, so that no two lists give the same."""
    told = sha256()
    for part in parts:
        told.update(b"%d:" % len(part) + part)
    return told.hexdigest().encode()
