"""styles.xml → what a style says of a paragraph: heading and its level, bold, hidden, numbered."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from baogao.patterns import regex
from baogao.report.readers.wordxml import W, attribute, is_on, value

_HEADING = regex(r"(?:heading|标题|標題)\s*([1-9])$", re.I)
_TITLE = regex(r"(?:title|标题|標題|大标题|文件标题)$", re.I)
_DEPTH = 12  # styles based on styles


class Styles(NamedTuple):
    """The styles of a document by their ids."""

    styles: dict[str, Element]

    def chain(self, style: str) -> list[Element]:
        """A style and those that it is based on."""
        found: list[Element] = []
        while style in self.styles and len(found) < _DEPTH:
            found.append(self.styles[style])
            style = value(found[-1], "basedOn")
        return found

    def of(self, paragraph: Element) -> list[Element]:
        """The style of a paragraph and those that it is based on."""
        return self.chain(value(paragraph.find(f"{W}pPr"), "pStyle"))

    def kind(self, paragraph: Element) -> str:
        """ "heading 2", "title" or "": by the style's name or the paragraph's place in Word's outline."""
        level = value(paragraph.find(f"{W}pPr"), "outlineLvl")
        for style in self.of(paragraph):
            name = value(style, "name")
            if found := _HEADING.match(name):
                return f"heading {found[1]}"
            if _TITLE.match(name):
                return "title"
            level = level or value(style.find(f"{W}pPr"), "outlineLvl")
        return f"heading {int(level) + 1}" if level in tuple("012345678") else ""

    def is_bold(self, paragraph: Element) -> bool:
        """Whether the paragraph's style is bold."""
        return next((is_on(r, "b") for s in self.of(paragraph) if _has(r := s.find(f"{W}rPr"), "b")), False)

    def is_hidden(self, properties: Element | None) -> bool:
        """Whether a run's own properties, or the character style that it has, hide it."""
        if _has(properties, "vanish"):
            return is_on(properties, "vanish")
        chain = self.chain(value(properties, "rStyle"))
        return next((is_on(r, "vanish") for s in chain if _has(r := s.find(f"{W}rPr"), "vanish")), False)


def _has(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(W + name) is not None


def read_styles(part: Element | None) -> Styles:
    """The styles of a document; none where it has no styles.xml."""
    return Styles({attribute(s, "styleId"): s for s in part.iter(f"{W}style")} if part is not None else {})
