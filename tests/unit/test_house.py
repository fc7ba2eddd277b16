"""The house rules: sizes, the direction of imports, one version, nothing of this machine, what the wheel carries."""

import ast
import re
import subprocess
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "baogao"

MODULE, FUNCTION, PARAMETERS = 300, 60, 5
LINES = {".html": 100, ".css": 150, ".js": 150}
# path or path:function → why it may be larger
EXCEPTIONS: dict[str, str] = {}

# From the ground up, in the order of the five words: a module imports its own layer and those before it. A package is
# named once for all that it holds.
LAYERS = {
    "ground": "errors kept model paths patterns placing progress shapes",
    "words": "lexicon indicators.numerals sections.phrases report.tidy site.typography",
    "report": "report",
    "sections": "sections",
    "quantities": "indicators.amounts indicators.characters indicators.quantities",
    "indicators": "indicators",
    "english": "language.english language.names",
    "pairs": "pairing",
    "languages": "language.languages",
    "extract": "corrections document extract indicators.explain",
    "content": "content headlines language.translations language.words",
    "charts": "charts",
    "data": "data",
    "search": "search",
    "checks": "checks drafting importing site.personal site.theming",
    "pages": "plugin site.assets site.marking site.pages site.security",
    "site": "building site",
    "command line": "__main__ cli commands",
}


def git(*arguments: str) -> list[str]:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    if done.returncode > 1:
        pytest.skip("not a git working copy")
    return done.stdout.splitlines()


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package, by its dotted name below it."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def path_of(name: str) -> Path:
    path = PACKAGE / Path(*name.split("."))
    return path.with_suffix(".py") if path.with_suffix(".py").is_file() else path / "__init__.py"


def test_modules_and_functions_are_small() -> None:
    large = []
    for name, tree in modules().items():
        path = str(path_of(name).relative_to(ROOT))
        lines = len(path_of(name).read_text(encoding="utf-8").splitlines())
        if lines > MODULE and path not in EXCEPTIONS:
            large.append(f"{path}: {lines} lines, at most {MODULE}")
        for function in functions(tree):
            size = (function.end_lineno or 0) - function.lineno + 1
            parameters = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
            count = len([p for p in parameters if p not in ("self", "cls")])
            if f"{path}:{function.name}" not in EXCEPTIONS:
                large += [f"{path}:{function.name}: {size} lines, at most {FUNCTION}"] * (size > FUNCTION)
                large += [f"{path}:{function.name}: {count} parameters, at most {PARAMETERS}"] * (count > PARAMETERS)
    assert not large, "\n".join(large)


def test_templates_styles_and_scripts_are_small() -> None:
    large = []
    for path in sorted((ROOT / "theme").rglob("*")):
        limit = LINES.get(path.suffix)
        name = str(path.relative_to(ROOT))
        if limit and name not in EXCEPTIONS:
            lines = len(path.read_text(encoding="utf-8").splitlines())
            large += [f"{name}: {lines} lines, at most {limit}"] * (lines > limit)
    assert not large, "\n".join(large)


def test_exceptions_are_still_needed_and_reasoned() -> None:
    for name, why in EXCEPTIONS.items():
        path = ROOT / name.partition(":")[0]
        assert path.is_file(), f"{name} is no more"
        assert len(why.split()) >= 4, f"{name}: say why"


def imported(tree: ast.Module) -> Iterator[str]:
    """The modules of the package that a module imports when it is loaded."""
    pending: list[ast.AST] = list(tree.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue  # imported when it is called, so that a command need not load what it does not use
        if isinstance(node, ast.ImportFrom) and node.module == "baogao":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("baogao."):
            package = str(node.module).removeprefix("baogao.")
            for alias in node.names:  # a module of a package, or a name of a module
                yield f"{package}.{alias.name}" if f"{package}.{alias.name}" in modules() else package
        elif isinstance(node, ast.Import):
            yield from (a.name.removeprefix("baogao.") for a in node.names if a.name.startswith("baogao."))
        pending.extend(ast.iter_child_nodes(node))


def layer_of(name: str) -> int:
    parts = name.split(".")
    above = [".".join(parts[:n]) for n in range(len(parts), 0, -1)]  # itself, then the packages that hold it
    for one in above:
        for number, layer in enumerate(LAYERS.values()):
            if one in layer.split():
                return number
    raise AssertionError(f"baogao.{name} stands in no layer: give it one in LAYERS of {Path(__file__).name}")


def test_imports_go_one_way() -> None:
    wrong = []
    for name, tree in modules().items():
        if not name or name == "__init__" or not tree.body[1:]:  # a package that only says what it is for
            continue
        for other in set(imported(tree)):
            if layer_of(other) > layer_of(name):
                wrong.append(f"{name} imports {other}, which stands above it")
    assert not wrong, "\n".join(sorted(wrong))


def test_imports_make_no_circle() -> None:
    graph = {name: {o for o in imported(tree) if o in modules() and o != name} for name, tree in modules().items()}
    while free := [name for name, others in graph.items() if not others & graph.keys()]:
        for name in free:
            del graph[name]
    while outer := [name for name in graph if not any(name in others for others in graph.values())]:
        for name in outer:  # it stands above the circle, not in it
            del graph[name]
    assert not graph, f"circle among {', '.join(sorted(graph))}"


def test_files_are_opened_with_their_encoding() -> None:
    """A locale must not decide how a report is read."""
    careless = []
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            named = {keyword.arg for keyword in node.keywords}
            method = isinstance(node.func, ast.Attribute)
            if method and called in ("read_text", "write_text") and "encoding" not in named:
                careless.append(f"{name}:{node.lineno}: {called} without encoding")
            if method and called == "write_text" and "newline" not in named:
                careless.append(f"{name}:{node.lineno}: write_text without newline")
    assert not careless, "\n".join(careless)


def test_only_the_command_line_prints() -> None:
    printing = {
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing <= {"cli", "commands", "site.serving"}  # the server says what it rebuilds, as long as it runs


# module → why it may catch whatever is raised
CATCHING = {
    "building": "the settings file is a program and can raise anything; it becomes a SiteError",
    "report.readers.pdf": "the PDF library raises anything at all on a damaged file; it becomes a SourceError",
    "site.serving": "the server goes on when a half-edited file cannot be built, and says why",
}


def test_no_except_catches_everything() -> None:
    broad = []
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                kind = node.type
                wide = kind is None or (isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException"))
                if wide and name not in CATCHING:
                    broad.append(f"{name}:{node.lineno}")
    assert not broad, broad


def make_targets() -> set[str]:
    (line,) = re.findall(r"^\.PHONY: ((?:.*\\\n)*.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    return set(line.replace("\\\n", " ").split())


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_readme_lists_every_make_target_and_no_other(readme: str) -> None:
    table = (ROOT / readme).read_text(encoding="utf-8").rpartition("|---|---|\n")[2]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")]
    assert {target for row in rows for target in re.findall(r"`(\w+)`", row)} == make_targets()


def test_help_lists_every_make_target() -> None:
    text = subprocess.run(["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True).stdout
    assert set(re.findall(r"^  make (\w+)", text, re.M)) == make_targets() - {"help"}
    assert text.startswith("report → sections → indicators → charts → site\n")


def test_readme_and_docs_link_to_files_that_are_there() -> None:
    missing = []
    for page in [
        ROOT / "README.md",
        ROOT / "README.zh.md",
        ROOT / "CONTRIBUTING.md",
        *sorted((ROOT / "docs").glob("*.md")),
    ]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                missing.append(f"{page.name}: {target}")
    assert not missing, missing


def test_the_version_is_said_once() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    said = git("grep", "-lF", f'"{version}"', "--", "*.py", "*.toml", "*.json", ":!tests", ":!requirements")
    assert said == ["pyproject.toml"]


def test_no_registry_or_path_of_a_machine_is_committed() -> None:
    hosts = "|".join(("py" + "pi", "python" + "hosted", "npm" + "js", "deb" + "ian"))
    places = "|".join(f"/{name}/" for name in ("wo" + "rk/main", "wo" + "rk/shared", "ro" + "ot", "home/[a-z]+"))
    found = git("grep", "-nIE", f"https?://[a-z.-]*({hosts})|(^|[^a-zA-Z.~-])({places})", "--", ".", ":!LICENSE")
    assert not found, "\n".join(found[:10])


def test_nothing_built_is_committed() -> None:
    assert not git("ls-files", "output", "dist", ".venv", ".cache", "*.pyc")


def test_nothing_needs_the_folder_beside_the_project() -> None:
    assert not git("grep", "-lE", r"\.\./" + "shared", "--", ".")


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_wheel_carries_theme_charts_lexicon_and_the_command(tmp_path: Path) -> None:
    """Everything that git tracks of the package, the theme and the charts is in the wheel, and nothing else."""
    from hatchling.builders.wheel import WheelBuilder

    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        entry = archive.read(next(n for n in names if n.endswith("entry_points.txt"))).decode()
    tracked = set(git("ls-files", "baogao", "theme", "charts"))
    expected = {n if n.startswith("baogao/") else f"baogao/site/{n}" for n in tracked}
    carried = {n for n in names if ".dist-info/" not in n}
    assert expected - carried == set()
    assert not [n for n in carried if n.endswith(".pyc") or not n.startswith("baogao/")]
    assert "baogao = baogao.cli:main" in entry
    assert any(n.endswith("licenses/LICENSE") for n in names)
