"""The interface words of the theme: theme/words/zh.toml and en.toml, with the same keys in both.

In: the theme's folder. Out: a table of words a language; a missing key is an error, never an empty place on a page.
"""

from pathlib import Path

import tomli

from baogao.content import LANGUAGES
from baogao.errors import SiteError

HTML_LANG = {"zh": "zh-Hans", "en": "en"}


class Words(dict[str, str]):
    """Words of one language; `words.say("position", n=3, total=21)` fills the places of one."""

    def __missing__(self, key: str) -> str:
        raise SiteError(f"no word for {key!r}", hint="add it to theme/words/zh.toml and en.toml")

    def say(self, key: str, **values: object) -> str:
        return self[key].format(**values)


def load_words(theme: Path) -> dict[str, Words]:
    """The words of each language. SiteError where the two tables differ in their keys."""
    found = {}
    for language in LANGUAGES:
        path = theme / "words" / f"{language}.toml"
        try:
            found[language] = Words(tomli.loads(path.read_text(encoding="utf-8")))
        except (OSError, tomli.TOMLDecodeError) as error:
            raise SiteError(f"the words cannot be read: {error}", path=path) from error
    zh, en = (set(found[language]) for language in LANGUAGES)
    if odd := sorted(zh ^ en):
        raise SiteError(f"words in one language only: {', '.join(odd)}", path=theme / "words")
    return found
