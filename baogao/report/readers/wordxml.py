"""The few words of WordprocessingML that the other modules share."""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")


def attribute(element: Element, name: str) -> str:
    """An attribute in Word's namespace; "" where there is none."""
    return element.get(W + name, "")


def value(parent: Element | None, path: str) -> str:
    """The w:val of a descendant, by the names on the way: value(pPr, "numPr/numId")."""
    found = parent.find("/".join(W + name for name in path.split("/"))) if parent is not None else None
    return "" if found is None else attribute(found, "val")


def is_on(properties: Element | None, name: str, default: bool = False) -> bool:
    """Whether a switch such as bold is on: <w:b/>, <w:b w:val="1"/>; off: <w:b w:val="0"/>."""
    found = properties.find(W + name) if properties is not None else None
    return default if found is None else attribute(found, "val").lower() not in _OFF
