"""A selection → everything about a chart that is said in a language: picture, title, notes, description, table, CSV."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from baogao.charts.bars import panel_limit
from baogao.charts.chart_csv import chart_csv
from baogao.charts.dots import axis_limit
from baogao.charts.picture import Line, Mark, Panel, Picture
from baogao.charts.row_names import row_names
from baogao.charts.selecting import RATES, Row, Selection, change_of, is_addition
from baogao.charts.wording import words
from baogao.content import ReportFolder
from baogao.language import languages
from baogao.model import Indicator
from baogao.pairing.ranking import is_exact


@dataclass(frozen=True, slots=True)
class Described:
    """A chart in one language, all but its drawing."""

    picture: Picture
    title: str
    note: str
    description: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    csv: str


@dataclass(frozen=True, slots=True)
class Describer:
    """Says things of one report in one language."""

    folder: ReportFolder
    language: str

    def describe(self, selection: Selection) -> Described:
        picture = self._picture(selection)
        title = self._fill(selection.titles, selection)
        description = self._description(selection, picture)
        picture = replace(picture, title=title, description=description)
        header, rows = self._table(selection, picture)
        note = self._note(selection, picture)
        return Described(picture, title, note, description, header, rows, chart_csv(selection))

    # what is written

    def value(self, indicator: Indicator) -> str:
        return languages.value_words(indicator, self.language, self.folder.glossary)

    def label(self, indicators: tuple[Indicator, ...], row: Row, form: str) -> str:
        """A mark's label. In a chart of growth rates the number alone: the title says that they are growth rates."""
        if row.relation == "sum" and len(indicators) > 1:
            values = [self.value(i) for i in indicators]
            if self.language == "zh" and len({i.unit for i in indicators}) == 1:  # 156＋3＋9家
                values = [*(i.value or "" for i in indicators[:-1]), values[-1]]
            return str(words(self.language)["plus"]).join(values)
        indicator = indicators[0]
        if form == "growth" and not (indicator.amount or "").startswith("-"):
            return self.value(indicator._replace(measure="share"))
        said = self.value(indicator)
        if is_addition(row) and indicator.kind == "target":
            return str(words(self.language)["addition"]).format(value=said)
        return said

    # what is drawn

    def _picture(self, selection: Selection) -> Picture:
        form = selection.declaration.form
        names = row_names(selection, self.folder, self.language)
        lines = {row: self._line(row, names[row], form) for row in selection.rows}
        if form == "bars":
            units: dict[str, list[Row]] = {}
            for row in selection.rows:
                units.setdefault(row.main.base_unit or "item", []).append(row)
            panels = tuple(
                Panel(tuple(lines[row] for row in rows), self._unit(unit) if len(units) > 1 else "")
                for unit, rows in units.items()
            )
        else:
            panels = (Panel(tuple(lines.values())),)
        axis = [str(words(self.language)[name]) for name in ("same", "below", "above")] if form == "pairs" else []
        return Picture(form, panels, self.head("result"), self.head("target"), *axis)

    def _line(self, row: Row, name: str, form: str) -> Line:
        marks: dict[str, Mark | None] = {"result": None, "target": None}
        for role, side in (("result", row.result), ("target", row.target)):
            if not side:
                continue
            used = side if row.relation == "sum" else side[:1]
            value = sum(float(i.amount or 0) for i in used)
            value_max = _maximum(used[0])
            parts = tuple(float(i.amount or 0) for i in used) if len(used) > 1 else ()
            start = 0.0
            if form == "pairs":
                value_max = _relative(row, value_max) if role == "target" else None
                value = (change_of(row) or 0.0) if role == "target" else 0.0
            elif form == "bars" and role == "target" and row.relation in ("stock-addition", "level-growth"):
                start = float(row.result[0].amount or 0)
                value = start * (1 + (change_of(row) or 0.0) / 100)
            label = self.label(used, row, form)
            marks[role] = Mark(value, used[0].op, label, value_max, start, parts, _sign(used[0]))
        return Line(name, marks["result"], marks["target"])

    def _unit(self, unit: str) -> str:
        units: Mapping[str, str] = words(self.language)["units"]
        return units.get(unit, unit)

    def head(self, role: str) -> str:
        """What a role is called: 2023年结果, 2024年目标."""
        report = self.folder.extract.report
        year = report.review_year if role == "result" else report.plan_year
        if year is None:
            return str(words(self.language)[f"no_year_{role}"])
        return str(words(self.language)[role]).format(review=year, plan=year)

    # what is said about it

    def _fill(self, texts: Mapping[str, str], selection: Selection) -> str:
        report = self.folder.extract.report
        each = selection.each.get(self.language, "")
        filled = texts[self.language]
        for name, value in (
            ("review", report.review_year or ""), ("plan", report.plan_year or ""), ("group", each), ("section", each),
            ("place", self.folder.settings.places.get(self.language) or report.place),
        ):  # fmt: skip
            filled = filled.replace(f"{{{name}}}", str(value))
        return filled[:1].upper() + filled[1:]

    def _note(self, selection: Selection, picture: Picture) -> str:
        """The declaration's note, then what the marks need to be said of them."""
        said = words(self.language)
        notes = [self._fill(selection.declaration.notes, selection)] if selection.declaration.notes else []
        if picture.form == "pairs":
            notes.append(said["index"])
        if picture.form in ("pairs", "bars"):
            if any(is_addition(row) for row in selection.rows):
                notes.append(said["addition_note"])
            if any(row.relation == "level-growth" for row in selection.rows):
                notes.append(said["growth_note"])
        if is_cut(picture):
            notes.append(said["cut"])
        ops = {mark.op for line in picture.lines for mark in line.marks}
        signs = (("away", {"ge", "gt"}), ("towards", {"le", "lt"}), ("about", {"about"}), ("range", {"between"}))
        marks = "dots" if picture.form in ("pairs", "growth") else "bars"
        found = [said[name][marks] for name, of in signs if ops & of]
        if found:
            text = ("；" if self.language == "zh" else "; ").join(found)
            notes.append(text[0].upper() + text[1:] + said["stop"].strip())
        return (" " if self.language == "en" else "").join(notes)

    def _description(self, selection: Selection, picture: Picture) -> str:
        """One sentence with the numbers at both ends of the chart."""
        said = words(self.language)
        lines = dict(zip(selection.rows, _in_order(selection, picture), strict=True))
        if picture.form == "pairs":
            ranked = sorted(lines.values(), key=lambda line: -(line.target.value if line.target else 0.0))
            high, low = (line.target.value if line.target else 0.0 for line in (ranked[0], ranked[-1]))
            if high == low == 0:
                names: tuple[str, ...] = ("all_equal",)
            elif high <= 0:
                names = ("pairs_least_low" if high < 0 else "some_equal", "pairs_bottom")
            else:
                names = ("pairs_top", "pairs_bottom" if low < 0 else "pairs_least")
        elif len(picture.panels) > 1:  # amounts of several units are not compared with one another
            ranked = [max(panel.lines, key=_size) for panel in picture.panels]
            told = [
                f"{panel.heading}{said['colon']}{self._item(line)}"
                for panel, line in zip(picture.panels, ranked, strict=True)
            ]
            return ("；" if self.language == "zh" else "; ").join(told) + str(said["stop"]).strip()
        else:
            ranked = sorted(lines.values(), key=_size, reverse=True)
            names = ("top", "bottom")
        ends = (ranked[0], ranked[-1]) if len(ranked) > 1 else (ranked[0],)
        told = [said[name].format(item=self._item(line)) for name, line in zip(names, ends, strict=False)]
        text = ("，" if self.language == "zh" else "; ").join(told) + str(said["stop"]).strip()
        return text[0].upper() + text[1:]

    def _item(self, line: Line) -> str:
        said = words(self.language)
        if line.result and line.target:
            values = said["result_target"].format(result=line.result.label, target=line.target.label)
        elif line.result:
            values = line.result.label
        else:
            values = said["only_target"].format(target=line.target.label if line.target else "")
        return str(said["between"]).format(name=line.name, values=values)

    def _table(self, selection: Selection, picture: Picture) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        said = words(self.language)
        roles = [role for role, has in (("result", picture.has_results), ("target", picture.has_targets)) if has]
        header = [said["indicator"], *(self.head(role) for role in roles)]
        if picture.form == "pairs":
            header.append(said["change"])
        rows = []
        lines = _in_order(selection, picture)
        for row, line in zip(selection.rows, lines, strict=True):
            marks = {"result": line.result, "target": line.target}
            cells = [line.name, *(mark.label if (mark := marks[role]) else str(said["nothing"]) for role in roles)]
            if picture.form == "pairs" and line.target:
                sure = all(is_exact(i) for i in row.indicators)  # of bounds nobody knows how far they lie apart
                cells.append((_signed(line.target.value) or str(said["equal"])) if sure else str(said["nothing"]))
            rows.append(tuple(cells))
        return tuple(header), tuple(rows)


def _size(line: Line) -> float:
    return max(mark.value for mark in line.marks)


def _in_order(selection: Selection, picture: Picture) -> list[Line]:
    """The picture's lines in the order of the selection's rows (panels of bars are by unit)."""
    if selection.declaration.form != "bars":
        return list(picture.lines)
    units = list(dict.fromkeys(row.main.base_unit or "item" for row in selection.rows))
    left = {unit: list(panel.lines) for unit, panel in zip(units, picture.panels, strict=True)}
    return [left[row.main.base_unit or "item"].pop(0) for row in selection.rows]


def is_cut(picture: Picture) -> bool:
    """Whether an axis of the picture is cut, so that the reader must be told."""
    if picture.form in ("pairs", "growth"):
        return axis_limit(picture) is not None
    return any(panel_limit(panel, picture.form == "shares") for panel in picture.panels)


def _maximum(indicator: Indicator) -> float | None:
    """The upper end of a range in base units."""
    if indicator.value_max is None or not indicator.amount or not indicator.value or float(indicator.value) == 0:
        return None
    return float(indicator.value_max) * float(indicator.amount) / float(indicator.value)


def _sign(indicator: Indicator) -> int:
    return -1 if (indicator.amount or "").startswith("-") else 1


def _relative(row: Row, value_max: float | None) -> float | None:
    """The upper end of a range of targets, as its distance from the result."""
    if value_max is None or row.relation != "same" or row.target[0].measure in RATES:
        return None
    return (value_max / float(row.result[0].amount or 1) - 1) * 100


def _signed(value: float) -> str:
    """A difference with its sign: +5%, −42.1%, or nothing where there is none."""
    number = f"{abs(value):.1f}".removesuffix(".0")
    return "" if number == "0" else ("−" if value < 0 else "+") + number + "%"
