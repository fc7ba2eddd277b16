"""A page as saved from a government site → its lines: the article's text, and what is the page's marked as such.

Works on any nesting without recursion, within limits that no report reaches. The article is found by the containers
that the usual systems give it (lexicon/pages.toml), else by where the running text is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from baogao.errors import SourceError
from baogao.lexicon import table as lexicon
from baogao.model import Line
from baogao.patterns import regex
from baogao.report.readers.tables import cells_of, is_data
from baogao.report.tidy import split_paragraphs, tidy


def _words(text: str) -> list[str]:
    return text.split()


_DROPPED = frozenset(
    _words(
        "script style noscript template iframe svg math object embed audio video canvas map head select option "
        "textarea input button datalist dialog rp rt title meta link"
    )
)
_BLOCKS = frozenset(
    _words(
        "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary "
        "table tbody td tfoot th thead tr ul"
    )
)
_PAGE = frozenset(("nav", "footer", "aside", "form", "menu", "header"))
_VOID = frozenset(
    _words("area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option")
)
_HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all", re.I)
_BOLD = regex(r"font-weight\s*:\s*(bold|[6-9]00)", re.I)
_TAG = regex(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_BALLAST = regex(r"<(script|style)\b.*?</\1\s*>|\bsrc\s*=\s*[\"']data:[^\"']*[\"']", re.I | re.S)
_POINTS = regex("[，。；：、]")
_TAGS, _DEPTH, _WORK = 400_000, 1_000, 100_000_000  # elements, their nesting, and their product


_Step = tuple[LexborNode | None, str, bool, bool]  # a node (None: the end of a block), its block's tag, page's, bold


@dataclass
class _Block:
    """The text of one block while it is gathered, with what is known of it."""

    tag: str
    place: str  # "before", "inside", "after" the article
    page: bool
    parts: list[str] = field(default_factory=list)
    bold: int = 0
    plain: int = 0

    def take(self, text: str, bold: bool) -> None:
        self.parts.append(text)
        size = len(text) - sum(map(str.isspace, text))
        self.bold, self.plain = self.bold + size * bold, self.plain + size * (not bold)

    def lines(self, number: int) -> Iterator[Line]:
        """The block's paragraphs; a heading or list item by its element, a bold line by its weight."""
        style = f"heading {self.tag[1]}" if re.fullmatch("h[1-6]", self.tag) else "list" if self.tag == "li" else ""
        if not style and self.bold and not self.plain:
            style = "bold"
        texts = "".join(self.parts).split("\n") if self.tag == "pre" else split_paragraphs("".join(self.parts))
        for text in filter(None, map(tidy, texts)):
            yield Line(number, text, style, hint="chrome" if self.page or self.place == "after" else "")
            number += 1


def read_html(text: str) -> tuple[tuple[Line, ...], tuple[tuple[str, str], ...]]:
    """The lines of a page in order, and what its head declares. SourceError where it is built to be a burden."""
    text = _BALLAST.sub("", text)
    _refuse_burden(text)
    tree = LexborHTMLParser(text)
    if tree.body is None:
        return (), ()
    lines: list[Line] = []
    for block in _blocks(tree.body, _article(tree, tree.body)):
        if isinstance(block, _Block):
            lines += block.lines(len(lines) + 1)
        elif rows := cells_of(block):
            lines.append(Line(len(lines) + 1, "\n".join("\t".join(row) for row in rows), "table", rows))
    return tuple(lines), _declared(tree)


def _refuse_burden(text: str) -> None:
    """Parsing costs elements times nesting: refuse what no page has before it is parsed."""
    tags = depth = deepest = 0
    for tag in _TAG.finditer(text):
        tags += 1
        if tag[2].lower() not in _VOID:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    if tags > _TAGS or deepest > _DEPTH or tags * deepest > _WORK:
        raise SourceError(
            f"the page has {tags:,} elements, nested {deepest:,} deep: more than a report needs",
            hint="copy the report's text into a text file",
        )


def _declared(tree: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    """What <head> says: title, day of publication, address, by the names that the lexicon knows."""
    found: dict[str, str] = {}
    names = {alias.lower(): name for name, aliases in lexicon("pages")["meta"].items() for alias in aliases}
    for node in tree.css("meta"):
        name = names.get((node.attributes.get("name") or node.attributes.get("property") or "").lower())
        content = tidy(node.attributes.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    title = tree.css_first("title")
    if title is not None:
        found.setdefault("title", tidy(title.text()))
    return tuple(sorted(found.items()))


def _article(tree: LexborHTMLParser, body: LexborNode) -> int:
    """Which element holds the article (its mem_id); 0 where the page has no running text."""
    weights, order = _weights(body)
    whole = weights[body.mem_id]
    if not whole:
        return 0
    for selector in lexicon("pages")["containers"]:
        found = [(weights.get(node.mem_id, 0), node.mem_id) for node in tree.css(selector)]
        if held := [item for item in found if item[0] > 0.5 * whole]:
            return min(held)[1]
    return next(node for node in reversed(order) if weights[node] > 0.85 * whole)


def _weights(body: LexborNode) -> tuple[dict[int, int], list[int]]:
    """How much running text each block has, counted by its commas and full stops; and the blocks in order."""
    weights: dict[int, int] = {}
    parents: dict[int, int] = {}
    order: list[int] = []
    stack = [(body, 0)]
    while stack:
        node, parent = stack.pop()
        if node.is_text_node:
            weights[parent] += len(_POINTS.findall(node.text_content or ""))
        elif node.is_element_node and node.tag not in _DROPPED:
            here = node.mem_id if node.tag in _BLOCKS and node.tag != "p" else parent
            if here != parent:
                weights[here], parents[here] = 0, parent
                order.append(here)
            stack += [(child, here) for child in node.iter(include_text=True)]
    for block in reversed(order):
        if parents[block]:
            weights[parents[block]] += weights[block]
    return weights, order


def _blocks(body: LexborNode, article: int) -> Iterator["_Block | LexborNode"]:
    """The blocks of a page in order; a table of data as its element."""
    known = lexicon("pages")
    chrome, inner = regex(known["chrome"], re.I), regex(known["inside"], re.I)
    block = _Block("body", "before" if article else "inside", False)
    place = block.place
    stack: list[_Step] = [(body, "body", False, False)]
    while stack:
        node, tag, page, bold = stack.pop()
        name = node.tag or "" if node is not None else ""
        if node is not None and node.is_text_node:
            block.take(node.text_content or "", bold)
            continue
        if node is not None and (not node.is_element_node or name in _DROPPED or _hidden(node)):
            continue
        if node is not None and name not in _BLOCKS and name != "br":
            page_own = page or (place != "inside" and _named(node, chrome))
            stack += _children(node, tag, page_own, bold or name in ("b", "strong") or _is_bold(node))
            continue
        yield block
        if node is None:  # the end of a block
            place = "after" if tag == "/article" else place
            block = _Block(tag, place, page)
        elif name == "br":
            block = _Block(block.tag, place, page)
        elif name == "table" and is_data(node):
            yield node
            block = _Block(tag, place, page)
        else:
            stack.append((None, tag, page, bold))
            if node.mem_id == article:
                place = "inside"
                stack.append((None, "/article", page, bold))
            page = page or _named(node, inner if place == "inside" else chrome)
            page = page or (place != "inside" and name in _PAGE)
            block = _Block(tag if name in ("div", "center") or (name == "p" and tag == "li") else name, place, page)
            stack += _children(node, block.tag, page, bold or _is_bold(node))
    yield block


def _children(node: LexborNode, tag: str, page: bool, bold: bool) -> list[_Step]:
    """A node's children for the stack, the first on top."""
    steps: list[_Step] = [(child, tag, page, bold) for child in node.iter(include_text=True)]
    return steps[::-1]


def _named(node: LexborNode, words: re.Pattern[str]) -> bool:
    """Whether class or id name an element as the page's."""
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".split()
    return any(words.match(part) for name in names for part in (name, *re.split("[-_]", name)[1:]))


def _hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(attributes.get("style") or ""))
    )


def _is_bold(node: LexborNode) -> bool:
    return bool(_BOLD.search(node.attributes.get("style") or ""))
