"""Every shared type, frozen and without I/O: what one stage hands to the next.

The fields follow the extract document (docs/extract.md), which is the public interface; offsets count characters of
a paragraph's text, and `text[start:end] == quote` always holds. Named tuples, since a frozen dataclass takes ten times
as long to make, which a command that starts in a third of a second has no time for.
"""

from collections.abc import Mapping
from typing import NamedTuple

GOES_ON = "goes on"


class Line(NamedTuple):
    """A line of the input, as a reader gives it: tidied text, and what its format says about it."""

    number: int  # 1-based: the line of a text file, the block of an HTML page, Word or PDF file
    text: str
    style: str = ""  # "heading", "heading 2" …, "title", "bold", "list", "note", "table" or "" (what the format says)
    rows: tuple[tuple[str, ...], ...] = ()  # of a table, where style is "table"
    hint: str = ""  # "chrome" where the reader knows that the line is the page's, GOES_ON after a line break by hand
    indent: bool = False  # white space stands before it, as before a paragraph


class Source(NamedTuple):
    """A file that was read: its lines in order, and where they come from."""

    file: str
    format: str  # text, html, docx, pdf, markdown
    encoding: str
    sha256: str
    lines: tuple[Line, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()  # what the format declares: ("title", …), ("published", …), ("url", …)
    warnings: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    id: str  # "1.2-p1"
    text: str
    line: int = 0  # of the input


class Section(NamedTuple):
    """A heading and its own paragraphs. The text before the first heading is section "0", level 0, heading ""."""

    id: str  # position in the outline: "1", "1.1", "1.1.1"
    level: int
    heading: str
    run_in: bool = False
    paragraphs: tuple[Paragraph, ...] = ()
    line: int = 0


class Table(NamedTuple):
    id: str  # "1-t1"
    after: str  # id of the paragraph that it follows, or of its section where there is none
    rows: tuple[tuple[str, ...], ...]
    line: int = 0


class Annex(NamedTuple):
    """Text after or beside the body: 名词解释, 附件, footnotes."""

    id: str  # "A1"
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    line: int = 0


class Placed(NamedTuple):
    """Where a line of the input went, and why: the answer of `baogao explain FILE --lines`."""

    line: int
    text: str
    place: str  # "front", "chrome", "blank", "1.2" (its heading), "1.2-p1", "1-t1", "A1", "A1-p1"
    why: str


class Report(NamedTuple):
    """A report that was read: outline, text and metadata, and what was left aside."""

    source: Source
    title: str
    kind: str  # plan-report, work-report, other
    place: str = ""
    place_path: str = ""
    issuer: str = ""
    deliverer: str = ""
    delivered_on: str | None = None  # ISO 8601
    published_on: str | None = None
    review_year: int | None = None
    plan_year: int | None = None
    front: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    annexes: tuple[Annex, ...] = ()
    chrome: tuple[str, ...] = ()
    placed: tuple[Placed, ...] = ()
    warnings: tuple[str, ...] = ()


class Quantity(NamedTuple):
    """A number with its unit and comparison, as it stands in a text. Nothing yet of what it measures."""

    start: int  # of the number with its comparison and unit
    end: int
    text: str
    op: str  # eq, about, ge, gt, le, lt, between
    value: str  # signed ASCII decimal in the printed unit
    value_max: str | None
    unit: str  # as printed: "亿元", "个百分点", "%"
    amount: str  # in base units
    base_unit: str  # CNY, USD, person, firm, m2, %, pp …
    rule: str = ""


class Indicator(NamedTuple):
    """A number of the report with what it measures, and where it stands."""

    id: str  # "1.2-p1-n4": the paragraph, and the number's count in it
    key: str | None
    name: str
    kind: str  # result, target, previous_target, baseline, period
    measure: str  # level, growth, change, share, count, rank
    op: str  # eq, about, ge, gt, le, lt, between, sync
    value: str | None
    value_max: str | None
    unit: str
    amount: str | None
    base_unit: str
    year: int | None
    section: str
    paragraph: str
    start: int
    end: int
    number: tuple[int, int]
    quote: str
    estimate: bool = False
    stretch: bool = False  # 力争, 奋斗目标: hoped for beyond the target
    years: tuple[int, int] | None = None  # of a period
    reference: str = ""  # what a `sync` is in step with
    added: bool = False  # 新增, 净增, 引进: an addition, not the stock
    action: str = ""  # what is done with what is counted, as printed: 引进, 改造, 新建; "" where it says what there is
    qualifier: str = ""  # 累计, 其中 …: what else stands between the name and the number and changes its meaning
    rules: tuple[str, ...] = ()  # which rules read it: for `baogao explain`


class OtherNumber(NamedTuple):
    """A number that is no indicator, and why. Nothing is passed over in silence."""

    paragraph: str
    start: int
    end: int
    text: str
    why: str  # year, date, ordinal, name, threshold, sample, plan, explanation, contact, document, list


class Pair(NamedTuple):
    """Result and target of what is the same, by indicator ids."""

    result: tuple[str, ...]
    target: tuple[str, ...]
    relation: str  # same, level-growth, stock-addition, sum, loose


class Extract(NamedTuple):
    """The extract document: a report and its numbers."""

    report: Report
    indicators: tuple[Indicator, ...] = ()
    pairs: tuple[Pair, ...] = ()
    other_numbers: tuple[OtherNumber, ...] = ()


class Finding(NamedTuple):
    """What a check found: a rule, a place, a remedy."""

    rule: str
    level: str  # error, warning, notice
    path: str
    message: str
    line: int | None = None
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.level}[{self.rule}] {self.message}" + (f" — {self.hint}" if self.hint else "")


class Summary(NamedTuple):
    """A summary of a report or a section in one language; `generated` where no person wrote it."""

    language: str  # zh, en
    text: str
    generated: bool = False


class Settings(NamedTuple):
    """What `report.toml` decides; every field has a rule for its default."""

    slug: str
    titles: Mapping[str, str] = {}  # by language
    short_titles: Mapping[str, str] = {}
    places: Mapping[str, str] = {}
    issuers: Mapping[str, str] = {}
    deliverers: Mapping[str, str] = {}
    roles: Mapping[str, str] = {}  # of the deliverer
    occasions: Mapping[str, str] = {}  # the session that heard it
    source_url: str = ""
    slugs: Mapping[str, str] = {}  # section id → "1-2-high-quality-growth"
    headline: tuple[str, ...] = ()  # standard keys or printed names, six of them
    crest: str = ""  # a file beside report.toml
    place_code: str = ""  # GB/T 2260
    licence: str = ""  # of data and translation, an SPDX name
    contact: str = ""  # where readers report an error: an address (https://… or mailto:…)
    icp: str = ""  # record numbers that sites in China must show
    public_security: str = ""
    colours: Mapping[str, str] = {}
