"""The charts of a report in one language, from declarations, drawn or taken from the cache."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from baogao.charts.declarations import Declaration, read_declarations
from baogao.charts.describing import Describer
from baogao.charts.drawings import Drawings
from baogao.charts.rendering import Pen
from baogao.charts.rows import NARROW, WIDE
from baogao.charts.selecting import Selection, select
from baogao.charts.share_picture import missing_glyphs
from baogao.charts.standalone import standalone
from baogao.charts.style import house_style, style_path
from baogao.content import ReportFolder
from baogao.errors import ChartError
from baogao.kept import kept
from baogao.model import Finding
from baogao.paths import shipped


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in one language: what a page shows of it, and what can be downloaded."""

    id: str  # the same in both languages
    language: str
    title: str
    note: str
    name: str  # short, for assistive technology
    description: str  # a sentence with numbers
    svg: str  # 640 px wide, to be put into the page as it is
    svg_narrow: str  # 340 px wide, a drawing of its own
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sections: tuple[str, ...]  # where it belongs
    place: str  # overview, outcome, section
    indicators: tuple[str, ...]
    csv: str = field(repr=False)  # to be written with encoding="utf-8-sig"
    source: str = ""  # whose report it is: stands below a downloaded chart

    @property
    def svg_file(self) -> str:
        """The chart as a file of its own, with title, source, paper and font."""
        return standalone(self.svg, self.title, self.source, house_style(style_path()), self.language)


def kept_charts(folder: ReportFolder, language: str, cache: Path) -> tuple[Chart, ...]:
    """The charts of a report that stands under content/: those of the last time where nothing changed."""
    place = cache / f"{folder.slug}.{language}.charts"
    return kept(place, _made_from(folder), lambda: charts_of(folder, language, cache))


def _made_from(folder: ReportFolder) -> Iterator[bytes]:
    """All that a chart shows or is drawn by: the report, what people wrote beside it, declarations, house style."""
    own = [folder.source_path, *folder.path.glob("*.toml"), *folder.path.glob("charts/*.toml")]
    for path in [*sorted(own), *sorted(shipped("charts").iterdir())]:
        if path.is_file():
            yield path.name.encode()
            yield path.read_bytes()
    yield version("matplotlib").encode()


def charts_of(folder: ReportFolder, language: str, cache: Path) -> tuple[Chart, ...]:
    """Every chart of a report, in the order of its declarations; each drawing is kept in `cache`.

    A general declaration that finds fewer rows than its `least` makes no chart; a report's own must find some.
    """
    made = []
    drawings = Drawings(cache / f"{folder.slug}.{language}.drawings")
    with Pen(house_style(style_path())) as pen:
        for declaration in declarations_of(folder):
            selections = select(declaration, folder)
            if not selections and declaration.own:
                raise nothing_selected(declaration)
            made += [_chart(selection, Describer(folder, language), drawings, pen) for selection in selections]
    drawings.keep()
    return tuple(made)


def declarations_of(folder: ReportFolder) -> list[Declaration]:
    """The general declarations and the report's own; one of the same name replaces the general one."""
    general = {declaration.id: declaration for declaration in read_declarations(shipped("charts"))}
    own = {declaration.id: declaration for declaration in read_declarations(folder.path / "charts", own=True)}
    return sorted((general | own).values(), key=lambda declaration: (declaration.order, declaration.id))


def nothing_selected(declaration: Declaration) -> ChartError:
    hint = f"make [select] wider (names, keys, sections), or lower least = {declaration.least}"
    return ChartError("the chart selects too few indicators of this report", path=declaration.path, hint=hint)


def check_charts(folder: ReportFolder) -> Iterator[Finding]:
    """What is wrong with declarations: invalid files, own charts that find nothing."""
    try:
        declarations = declarations_of(folder)
    except ChartError as error:
        yield _finding(error)
        return
    for declaration in declarations:
        if declaration.own and not select(declaration, folder):
            yield _finding(nothing_selected(declaration))
    yield from missing_glyphs(folder)


def _finding(error: ChartError) -> Finding:
    return Finding("charts-can-be-drawn", "error", str(error.path), error.message, error.line, error.hint)


def _chart(selection: Selection, describer: Describer, drawings: Drawings, pen: Pen) -> Chart:
    folder, language = describer.folder, describer.language
    told = describer.describe(selection)
    stem = f"{selection.id}-{language}"
    made = [drawings.draw(told, width, f"c-{stem}-{width}", pen) for width in (WIDE, NARROW)]
    return Chart(
        id=selection.id, language=language, title=told.title, note=told.note, name=told.title,
        description=told.description, svg=made[0], svg_narrow=made[1], header=told.header, rows=told.rows,
        sections=selection.declaration.sections or _sections(selection), place=selection.declaration.place,
        indicators=tuple(i.id for row in selection.rows for i in row.indicators), csv=told.csv,
        source=folder.settings.short_titles.get(language) or folder.title(language),
    )  # fmt: skip


def _sections(selection: Selection) -> tuple[str, ...]:
    """Where half of the rows have a number, or four: there the chart belongs."""
    counted = Counter(section for row in selection.rows for section in sorted({i.section for i in row.indicators}))
    enough = min(4, (len(selection.rows) + 1) // 2)
    return tuple(sorted(section for section, number in counted.items() if number >= enough))
