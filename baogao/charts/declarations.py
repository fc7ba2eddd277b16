"""A chart declaration: a few lines of TOML that say which indicators to draw and how. Files in, Declarations out.

`charts/*.toml` serve every report; `content/<report>/charts/*.toml` one. A declaration selects by key, name, measure,
section, unit or group, never by a value. docs/charts.md explains each field.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import tomli

from baogao.errors import ChartError
from baogao.patterns import regex

FORMS = ("pairs", "growth", "bars", "shares")
PLACES = ("overview", "outcome", "section")
EACH = ("group", "section")
SORTS = ("value", "text", "names")
_PLAIN = {"form": str, "place": str, "order": int, "least": int, "most": int, "each": str, "sort": str, "beside": bool}
_FIELDS = {**_PLAIN, "sections": list, "title": dict, "note": dict, "rest": dict, "names": dict, "select": dict}
_SELECT = ("added", "ids", "keys", "names", "without", "measures", "kinds", "sections", "units", "groups")
_PLACEHOLDER = regex(r"\{(\w*)\}")
_KNOWN = ("review", "plan", "place", "group", "section")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which indicators. An empty field lets all through; `names` and `without` are patterns (regular expressions)."""

    keys: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("result", "target")
    sections: tuple[str, ...] = ()  # "1.3", or "1.*" for what is below
    units: tuple[str, ...] = ()  # base units: CNY, firm, person …
    groups: tuple[str, ...] = ()  # of pairs
    ids: tuple[str, ...] = ()  # beside names and keys, in a chart of one report
    added: bool | None = None  # only what was added (新增, 引进), or only what is there


@dataclass(frozen=True, slots=True)
class Declaration:
    id: str
    path: Path
    own: bool  # of one report: then it must find something
    form: str
    titles: Mapping[str, str]
    notes: Mapping[str, str]
    choice: Choice
    place: str = "section"
    order: int = 50
    least: int = 3
    most: int = 16
    each: str = ""
    sort: str = "value"  # by value, in the order of the text, or in the order of `select.names` and `select.keys`
    sections: tuple[str, ...] = ()  # where it stands, if not where its indicators do
    beside: bool = True  # whether the counterpart of what is selected stands in the same row
    rest: Mapping[str, str] | None = None  # each = "group": title of the chart of the groups that are too small
    names: tuple[tuple[str, Mapping[str, str]], ...] = ()  # shorter or clearer names: pattern → by language


def read_declarations(folder: Path, own: bool = False) -> tuple[Declaration, ...]:
    """Every declaration of a folder, by order and name. A missing folder has none."""
    found = [_read(path, own) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(found, key=lambda declaration: (declaration.order, declaration.id)))


def _read(path: Path, own: bool) -> Declaration:
    try:
        table = tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ChartError(f"not valid TOML: {error}", path=path, hint="see docs/charts.md for an example") from error
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem):
        raise ChartError("a chart's file name is its id", path=path, hint="use a–z, 0–9 and hyphens")
    _known(path, table, tuple(_FIELDS), "field")
    for name, value in table.items():
        if not isinstance(value, _FIELDS[name]) or (_FIELDS[name] is int and isinstance(value, bool)):
            raise ChartError(f"{name} must be of type {_FIELDS[name].__name__}", path=path)
    _one_of(path, table, "form", FORMS)
    for name, allowed in (("place", PLACES), ("each", EACH), ("sort", SORTS)):
        if name in table:
            _one_of(path, table, name, allowed)
    plain = {name: table[name] for name in _PLAIN if name in table}
    return Declaration(
        id=path.stem, path=path, own=own, **plain,
        titles=_texts(path, table, "title"),
        notes=_texts(path, table, "note") if "note" in table else {},
        rest=_texts(path, table, "rest") if "rest" in table else None,
        choice=_choice(path, table.get("select", {})),
        sections=tuple(str(section) for section in table.get("sections", [])),
        names=tuple(
            (_pattern(path, pattern), _texts(path, table["names"], pattern)) for pattern in table.get("names", {})
        ),
    )  # fmt: skip


def _choice(path: Path, table: Mapping[str, Any]) -> Choice:
    _known(path, table, _SELECT, "field of [select]")
    lists = {name: value for name, value in table.items() if name != "added"}
    if not isinstance(table.get("added", True), bool):
        raise ChartError("select.added must be true or false", path=path)
    for name, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ChartError(f"select.{name} must be a list of texts", path=path, hint=f'{name} = ["…"]')
    for name in ("names", "without"):
        for pattern in table.get(name, []):
            _pattern(path, pattern)
    return Choice(**{name: tuple(value) for name, value in lists.items()}, added=table.get("added"))


def _texts(path: Path, table: Mapping[str, Any], name: str) -> Mapping[str, str]:
    texts = table.get(name)
    if not isinstance(texts, dict) or not all(isinstance(texts.get(language), str) for language in ("zh", "en")):
        raise ChartError(f"{name} is needed in both languages", path=path, hint=f'{name} = {{zh = "…", en = "…"}}')
    _known(path, texts, ("zh", "en"), f"language of {name}")
    for text in texts.values():
        for placeholder in _PLACEHOLDER.findall(text):
            if placeholder not in _KNOWN:
                hint = "known: " + ", ".join(f"{{{known}}}" for known in _KNOWN)
                raise ChartError(f"{name} holds the unknown placeholder {{{placeholder}}}", path=path, hint=hint)
    return texts


def _pattern(path: Path, pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ChartError(f"not a valid pattern: {pattern} ({error})", path=path) from error
    return pattern


def _known(path: Path, table: Mapping[str, Any], names: tuple[str, ...], what: str) -> None:
    for name in table:
        if name not in names:
            close = get_close_matches(name, names, 1)
            hint = f"did you mean {close[0]}?" if close else "known: " + ", ".join(names)
            raise ChartError(f"unknown {what}: {name}", path=path, hint=hint)


def _one_of(path: Path, table: Mapping[str, Any], name: str, allowed: tuple[str, ...]) -> None:
    if table.get(name) not in allowed:
        raise ChartError(f"{name} is {table.get(name)!r}", path=path, hint="one of: " + ", ".join(allowed))
