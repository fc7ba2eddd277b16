"""The theme as a system: words in both languages and all used, tokens defined, contrast, sizes, no stray style."""

import re
from pathlib import Path

import pytest

from baogao.language.words import load_words
from baogao.site.assets import minify, script, style
from baogao.site.theming import colours_css, contrast

THEME = Path(__file__).resolve().parents[2] / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
STYLES = sorted((THEME / "static/css").rglob("*.css"))
SCRIPTS = sorted((THEME / "static/js").glob("*.js"))


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    words = load_words(THEME)
    for key in words["zh"]:
        places = [set(re.findall(r"\{(\w+)\}", words[language][key])) for language in ("zh", "en")]
        assert places[0] == places[1], key


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    known = set(load_words(THEME)["zh"])
    used = set()
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"\bw(?:ords\.\w+)?\.(?!say\b)(\w+)", text)) | set(
            re.findall(r'\.say\(["\'](\w+)', text)
        )
        used |= set(re.findall(r'"(\w+)"', text)) & known
    code = "".join(p.read_text(encoding="utf-8") for p in sorted((THEME.parent / "baogao").rglob("*.py")))
    prefixes = tuple(
        re.findall(r'["\'](\w+_)["\'] [~+]', code + "".join(p.read_text(encoding="utf-8") for p in TEMPLATES))
    )
    unused = {k for k in known - used if f'"{k}"' not in code and not k.startswith(prefixes) and not k.endswith("_of")}
    assert used - known - {"strip"} == set()
    assert sorted(unused) == []


def tokens() -> dict[str, dict[str, str]]:
    """The colours of the light and the dark theme."""
    text = (THEME / "static/css/settings.css").read_text(encoding="utf-8")
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    return {
        name: dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part))
        for name, part in (("light", light), ("dark", dark))
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_can_be_read(theme: str) -> None:
    own = tokens()[theme]
    for paper in ("paper", "paper-deep", "mark"):
        for text in ("ink", "ink-soft", "result", "target", "link"):
            least = 4.5 if paper != "mark" or text == "ink" else 3
            assert contrast(own[text], own[paper]) >= least, (text, paper)
    for mark in ("result", "target", "rule-strong", "focus"):
        assert contrast(own[mark], own["paper"]) >= 3, mark


def test_every_token_is_defined_and_used() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    defined = set(re.findall(r"(--[a-z0-9-]+):", text))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", text))
    assert used - defined == set()
    assert defined - used - {"--result-tint", "--target-tint"} == set()


def test_colours_stand_in_the_tokens_only() -> None:
    for path in STYLES:
        if path.name not in ("settings.css", "print.css"):
            assert not re.search(
                r"#[0-9a-f]{3,6}\b(?![^{]*\{)", re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"))
            ), path


def test_every_class_of_a_template_is_of_this_theme() -> None:
    for path in TEMPLATES:
        for names in re.findall(r'class="([^"{]*)"', path.read_text(encoding="utf-8")):
            assert all(name.startswith("bg-") for name in names.split()), (path.name, names)


def test_files_stay_small() -> None:
    for paths, most in ((TEMPLATES, 100), (STYLES, 150), (SCRIPTS, 160)):
        for path in paths:
            assert len(path.read_text(encoding="utf-8").splitlines()) <= most, path


def test_minified_style_says_the_same() -> None:
    css = "/* c */\n@layer a {\n  .x > .y:is(.z, .w) p { color : red; margin: 0 auto;  width: calc(1px + 2em) }\n}\n"
    assert minify(css) == "@layer a{.x>.y:is(.z,.w) p{color : red;margin:0 auto;width:calc(1px + 2em)}}"
    whole = style(THEME / "static")
    assert whole.count("{") == whole.count("}") and "/*" not in whole
    sources = "".join(re.sub(r"/\*.*?\*/", "", p.read_text(encoding="utf-8"), flags=re.DOTALL) for p in STYLES)
    assert whole.count("{") == sources.count("{")


def test_scripts_lose_comments_only() -> None:
    assert script('/* why */\n(function () {\n  // a note\n  var x = "http://a//b";\n})();\n') == (
        '(function () {\nvar x = "http://a//b";\n})();\n'
    )


def test_scripts_are_classic_and_reach_no_network() -> None:
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bfetch\(|XMLHttpRequest|\bimport\b|\beval\(|innerHTML|new Worker|https?://", text), path


def test_own_colours_change_both_themes() -> None:
    css = colours_css({"result": "#8a1c5a", "target_dark": "#c0ccff"}, ":root", "x")
    assert css == "@layer settings{:root{--result:#8a1c5a}@media(prefers-color-scheme:dark){:root{--target:#c0ccff}}}"
    assert colours_css({}, ":root", "x") == ""
