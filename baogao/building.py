"""Build the site aside and swap it in at once: the old site stands until the new one is whole.

In: a Pelican settings file, content, output. Out: the output folder, exchanged in one step (renameat2 where the system
has it). A failing, killed or full-disk build leaves the old site; two builds of one output wait for each other.
"""

import contextlib
import ctypes
import fcntl
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from baogao.errors import SiteError
from baogao.progress import Progress

MARK = ".nojekyll"  # every site that we build has it, and GitHub Pages needs it
LOCALES = ["C.UTF-8", "C"]  # there on every machine; the one that a terminal names may not be
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD


class _Collector(logging.Handler):
    """Keeps every warning and error that Pelican logs; all are reported, not just the first."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build(
    settings_file: Path,
    output: Path,
    content: Path | None = None,
    finish: Callable[[Path], object] | None = None,
    **overrides: Any,
) -> Path:
    """Build the whole site into `output`; `finish` has the new tree before it is swapped in.

    SiteError with everything that Pelican complained of; then nothing is changed.
    """
    refuse_foreign(output)
    os.umask(0o022)  # the same modes on every machine
    with building_place(output) as place:
        Progress.say("building the site")
        run_pelican(settings_file, place, content, **overrides)
        (place / MARK).touch()
        if finish is not None:
            finish(place)
        swap(place, output)
    Progress.say("")
    return output


def run_pelican(settings_file: Path, output: Path, content: Path | None = None, **overrides: Any) -> None:
    """Run Pelican in this process, every warning an error."""
    # pelican takes 0.3 s to import: only who builds pays for it
    from pelican import Pelican, console
    from pelican.log import LimitFilter
    from pelican.log import init as init_log

    collector = _Collector()
    LimitFilter._raised_messages.clear()  # else what one build said, the next one in this process would pass over
    init_log(logging.WARNING, handler=collector)
    logging.getLogger().addHandler(collector)  # where logging is set up already (pytest), init adds no handler
    console.quiet = True
    given: dict[str, Any] = {"OUTPUT_PATH": str(output), "LOCALE": LOCALES, **overrides}
    if content is not None:
        given["PATH"] = str(content.resolve())
    try:
        Pelican(read_settings_file(settings_file, given)).run()
    except OSError as error:
        raise SiteError(f"the site could not be written: {error.strerror or error}", path=output) from error
    finally:
        logging.getLogger().removeHandler(collector)
    if collector.messages:
        raise SiteError("; ".join(dict.fromkeys(collector.messages)), path=settings_file, hint="nothing was changed")


def read_settings_file(path: Path, given: Mapping[str, Any]) -> dict[str, Any]:
    """Pelican's settings with ours over them. SiteError for a file that is not there or that Python cannot run."""
    from pelican.settings import read_settings

    if not path.is_file():
        raise SiteError("no settings file", path=path, hint="run this in the folder that `baogao new` made")
    if address := os.environ.get("SITEURL", "").rstrip("/"):
        if not re.match(r"https?://[^/\s]+", address):
            raise SiteError(f"no web address: SITEURL={address}", hint="give it as https://example.org/reports")
        os.environ["SITEURL"] = address
    try:
        return dict(read_settings(str(path), override=dict(given)))
    except Exception as error:  # the file is a program: it can raise anything
        raise SiteError(f"{type(error).__name__}: {error}", path=path) from error


def refuse_foreign(output: Path) -> None:
    """SiteError where `output` holds something that no build of ours made: it would be deleted."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise SiteError("not a folder of its own", path=output, hint="name another --output")
    if output.is_dir() and not (output / MARK).exists() and any(output.iterdir()):
        raise SiteError(
            "holds files that no build of baogao made; they would be lost",
            path=output,
            hint="name another --output, or empty it yourself",
        )


@contextlib.contextmanager
def building_place(output: Path) -> Iterator[Path]:
    """An empty folder on the file system of `output`, for one build at a time; a killed build's is removed."""
    cache = output.parent.resolve() / ".cache"
    cache.mkdir(parents=True, exist_ok=True)
    place = cache / f"building-{output.name}"
    with (cache / f"{output.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)


def swap(new: Path, output: Path) -> None:
    """Put `new` in the place of `output` at once; what stood there is left at `new`."""
    if not output.exists():
        new.rename(output)
    elif not _exchange(new, output):
        # no renameat2 here: two renames, with no site for an instant between them
        old = new.with_name(new.name + "-old")
        shutil.rmtree(old, ignore_errors=True)
        output.rename(old)
        new.rename(output)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
