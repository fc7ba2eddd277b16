"""An inline SVG → a file that stands by itself: namespace, paper, font, title and source."""

import re
from xml.sax.saxutils import escape

from baogao.charts.measuring import BOLD, wrap
from baogao.charts.rendering import HALO, PREFIX
from baogao.charts.style import Style

_MARGIN = 24
_FONTS = {
    "zh": "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif",
    "en": "'Helvetica Neue',Arial,'Noto Sans','Noto Sans CJK SC',sans-serif",
}


def standalone(svg: str, title: str, source: str, style: Style, language: str) -> str:
    found = re.match(r'<svg class="[^"]*" viewBox="0 0 (\d+) ([\d.]+)" width="\d+" height="[\d.]+"', svg)
    if found is None:
        raise ValueError("not a chart of ours")
    width, height = int(found[1]), float(found[2])
    titles = wrap(title, 19, width, latin=BOLD)
    above, below = 26 * len(titles) + 14, 34 if source else 8
    box = (-_MARGIN, -above - _MARGIN, width + 2 * _MARGIN, height + above + below + 2 * _MARGIN)
    lang = "zh-Hans" if language == "zh" else "en"
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{lang}" '
        f'font-family="{_FONTS[language]}" viewBox="{" ".join(f"{n:g}" for n in box)}" '
        f'width="{box[2]:g}" height="{box[3]:g}"'
    )
    paper = f'<rect x="{box[0]}" y="{box[1]}" width="{box[2]:g}" height="{box[3]:g}" fill="{style.paper}"/>'
    texts = [
        f'<text x="0" y="{-above + 20 + 26 * number}" font-size="19" font-weight="700" fill="{style.ink}">'
        f"{escape(line)}</text>"
        for number, line in enumerate(titles)
    ]
    if source:
        texts.append(f'<text x="0" y="{height + 28:g}" font-size="12" fill="{style.muted}">{escape(source)}</text>')
    halo = f' stroke="{style.paper}"{HALO} paint-order="stroke"'
    body = re.sub(rf'(<g class="{PREFIX}-[a-z-]+" [^>]*){HALO}', rf"\1{halo}", svg[found.end() :])
    start = body.index("</desc>") + len("</desc>")
    return head + body[:start] + paper + "".join(texts) + body[start:] + "\n"
