"""Patterns cost nothing until they are used, and little then; counted, not timed."""

import ast
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from baogao.paths import LEXICON
from baogao.patterns import HAN, regex

PACKAGE = Path(__file__).resolve().parents[2] / "baogao"
MODULES = sorted(PACKAGE.rglob("*.py"))
WIDEST = 7000  # characters in a range: the private use area, which holds icons that pages leave behind


def test_a_pattern_is_compiled_once_and_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_it = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: compiled.append(pattern) or compile_it(pattern, flags))
    made = regex("增长(.)", re.IGNORECASE)
    assert made.pattern == "增长(.)" and not compiled
    assert made.sub(r"\1", "增长5%") == "5%"
    assert made.search("增长5%") and not made.match("5%") and made.findall("增长5%") == ["5"]
    assert compiled == ["增长(.)"]


def test_han_is_every_letter_but_ours() -> None:
    assert re.fullmatch(f"{HAN}+", "河西区〇㐀鿿豈")
    assert not [c for c in "aZ09_ 　，。、—“”％" if re.fullmatch(HAN, c)]


def loaded(tree: ast.Module) -> Iterator[ast.AST]:
    """What a module runs when it is loaded."""
    pending: list[ast.AST] = list(tree.body)
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            pending.extend(ast.iter_child_nodes(node))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_compiles_a_pattern_when_it_is_loaded(path: Path) -> None:
    calls = [node for node in loaded(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    named = [node.func for node in calls if isinstance(node.func, ast.Attribute)]
    wrong = [f.lineno for f in named if isinstance(f.value, ast.Name) and f.value.id == "re" and f.attr == "compile"]
    assert not wrong, f"{path.name}:{wrong[0]}: use baogao.patterns.regex"


def widest(parsed: Any) -> int:
    """The widest range of characters in a parsed pattern."""
    if isinstance(parsed, tuple) and parsed and parsed[0] is _constants.RANGE:
        return int(parsed[1][1] - parsed[1][0])
    return max(map(widest, parsed), default=0) if isinstance(parsed, tuple | list | _parser.SubPattern) else 0


def test_the_widest_range_of_a_pattern_is_seen() -> None:
    assert widest(_parser.parse("a(?:b|c[\u4e00-\u9fff]{2,3}?)(?=x)")) == 0x9FFF - 0x4E00
    assert widest(_parser.parse("(?![^\u3400-\u9fff])")) == 0x9FFF - 0x3400


def written() -> Iterator[tuple[str, str]]:
    """The patterns that stand in the code as they are, with their place."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "regex":
                given = node.args[0]
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", given.value


def test_no_pattern_holds_a_range_of_all_han() -> None:
    dear = [place for place, pattern in written() if widest(_parser.parse(pattern)) > WIDEST]
    assert not dear, f"write HAN of baogao.patterns: {dear}"


def holds_one(parsed: Any, words: Sequence[str]) -> bool:
    """Whether whatever a parsed pattern fits holds one of some words."""
    run = ""
    for op, value in parsed:
        run = run + chr(value) if op is _constants.LITERAL else ""
        if run and any(word in run for word in words):
            return True
        if op is _constants.SUBPATTERN and holds_one(value[3], words):
            return True
        if op is _constants.BRANCH and all(holds_one(branch, words) for branch in value[1]):
            return True
        if op is _constants.IN and all(o is _constants.LITERAL and chr(v) in words for o, v in value):
            return True
        if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] and holds_one(value[2], words):
            return True
    return False


INDICATORS = tomllib.loads((LEXICON / "indicators.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", INDICATORS)
def test_the_names_of_a_standard_indicator_hold_one_of_its_words(key: str) -> None:
    row = INDICATORS[key]
    wrong = [n for n in (*row["names"], *row.get("growth", ())) if not holds_one(_parser.parse(n), row["has"].split())]
    assert not wrong, f"{key}: `has` needs a word that stands in {wrong}"
