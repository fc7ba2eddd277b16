"""Patterns that are compiled when they are first used, so that a command compiles only what its report needs.

Python compiles a pattern anew in each process, in 0.2 to 2 ms: two hundred are half a second. What makes one dear:

- a range of Han, `[一-鿿]`: 1 ms, since every character of a range is counted; `HAN` is the same set for 0.05 ms;
- a set of three or more separate stretches outside Latin-1, `[，。；]`: 0.2 ms, and twice that where it comes first;
- long lists of words: 2 µs a character. One list that several patterns share is better looked up in a dictionary.

So ask a cheap question first where most texts answer it with no: `"连续" in gap and _YEARS_RUNNING.search(gap)`.
"""

import re
from typing import Any, AnyStr, cast

HAN = r"[^\W\d_A-Za-z]"  # a letter that is none of ours
_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub")


class _Pattern:
    """Stands for a compiled pattern; at the first use it takes over the methods of the real one."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(self.pattern, self.flags)
        vars(self).update({method: getattr(made, method) for method in _METHODS})
        return getattr(made, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As re.compile, but compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", _Pattern(pattern, flags))
