"""The words of the charts as a browser sets them: none lies on another, none leaves its drawing.

Drawings are made without measuring a font, so only a browser can tell; it does so with the fonts of this machine.
"""

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

# A box of text is higher than its letters: two lines of one label may share four pixels of it. A j reaches out two.
UNFIT = """() => [...document.querySelectorAll('svg.bg-chart-drawing')].flatMap(svg => {
  const all = svg.getBoundingClientRect(), found = [];
  const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
  if (!all.width) return [];
  const chart = svg.closest('figure').id;
  texts.forEach(([text, box], n) => {
    if (box.left < all.left - 3 || box.right > all.right + 1 || box.top < all.top - 1 || box.bottom > all.bottom + 1)
      found.push(`${chart}: “${text}” leaves the drawing`);
    for (const [other, its] of texts.slice(n + 1))
      if (Math.min(box.right, its.right) - Math.max(box.left, its.left) > 1 &&
          Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 4)
        found.push(`${chart}: “${text}” lies on “${other}”`);
  });
  return found;
})"""


@pytest.mark.parametrize("width", [360, 1440])
def test_words_of_charts_fit(chromium: Any, site: Path, pages: list[str], width: int) -> None:
    unfit: dict[str, list[str]] = {}
    drawn = 0
    page = chromium.new_page(viewport={"width": width, "height": 900})
    for name in pages:
        if "bg-chart-drawing" not in (site / name).read_text(encoding="utf-8"):
            continue
        page.goto((site / name).as_uri())
        drawn += page.locator("svg.bg-chart-drawing:visible").count()
        if found := page.evaluate(UNFIT):
            unfit[name] = found
    page.close()
    assert drawn > 40, "the site has lost charts"
    assert unfit == {}
