"""What kind of value stands where in a TOML file, as data; a value of another kind is refused with its line.

A shape is a type or several (`str`, `(str, int)`), `[shape]` for a list, or a table of names → shapes, in which "*"
stands for any other name. Which names are known is another question: content.py asks it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from baogao.errors import ContentError

_SAID = {str: "a text in quotes", int: "a number", bool: "true or false"}


def refuse_misshapen(value: Any, shape: Any, path: Path, where: str = "") -> None:
    """ContentError for the first value that is not of its shape, with its place and what is wanted there."""
    if isinstance(shape, Mapping):
        if not isinstance(value, Mapping):
            raise _error(where, value, path, f"a table: [{where}]")
        for name, inner in value.items():
            if wanted := shape.get(name, shape.get("*")):
                refuse_misshapen(inner, wanted, path, f"{where}.{name}".lstrip("."))
    elif isinstance(shape, list):
        if not isinstance(value, list):
            raise _error(where, value, path, "a list: […]")
        for inner in value:
            refuse_misshapen(inner, shape[0], path, where)
    elif not isinstance(value, shape) or (isinstance(value, bool) and shape is not bool and bool not in _types(shape)):
        raise _error(where, value, path, " or ".join(_SAID.get(kind, kind.__name__) for kind in _types(shape)))


def _types(shape: Any) -> tuple[type, ...]:
    return shape if isinstance(shape, tuple) else (shape,)


def _error(where: str, value: object, path: Path, wanted: str) -> ContentError:
    lines = path.read_text(encoding="utf-8").splitlines()
    name = where.rpartition(".")[2]
    begins = (n for n, text in enumerate(lines, 1) if text.strip(" []").startswith(name) or f"{name} =" in text)
    line = next(begins, None)
    return ContentError(f"{where} = {value!r}", path=path, line=line, hint=f"give {wanted}")
