"""What ends a command: one clear line with file, line and remedy; caught once, in cli.py."""


class BaogaoError(Exception):
    """Something that cannot go on.

    `message` says what is wrong, `path` and `line` where, `hint` what to do. Exit status 1.
    """

    def __init__(self, message: str, *, path: object = None, line: int | None = None, hint: str = "") -> None:
        self.message, self.path, self.line, self.hint = message, path, line, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}:{self.line}: " if self.line else f"{self.path}: "
        return place + self.message + (f" — {self.hint}" if self.hint else "")


class SourceError(BaogaoError):
    """A report that cannot be read: missing, empty, of an unknown kind, too large, damaged."""


class ContentError(BaogaoError):
    """A file of `content/` that cannot be used: a wrong key, a wrong value, a missing file."""


class ChartError(BaogaoError):
    """A chart declaration that cannot be drawn."""


class SiteError(BaogaoError):
    """A site, bundle or search index that cannot be built."""
