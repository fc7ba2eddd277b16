"""Targets and what became of them: last year's report beside this year's, where the site has both.

In: the site's reports. Out: the ledger of a report, its targets grouped by verdict; nothing where no year precedes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from baogao.content import ReportFolder
from baogao.pairing.ledger import MET, MISSED, OPEN, SILENT, UNLIKE, Entry, build
from baogao.site.pages.figures import Figure, Figures

VERDICTS = (MET, MISSED, OPEN, UNLIKE, SILENT)  # in the order of the page
_PICTURE = Markup('<svg class="bg-share" viewBox="0 0 {} 6" preserveAspectRatio="none" aria-hidden="true">{}</svg>')
_PIECE = Markup('<rect class="bg-share__{}" x="{}" y=".5" width="{}" height="5"/>')


@dataclass(frozen=True)
class LedgerRow:
    """A target of last year and its outcome; the target leads to its sentence in last year's report."""

    id: str
    target: Figure
    outcomes: tuple[Figure, ...]
    relation: str  # key of the words


@dataclass(frozen=True)
class VerdictView:
    key: str
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True)
class LedgerView:
    year: int
    before: str  # address of last year's report
    total: int
    verdicts: tuple[VerdictView, ...]  # all five, also where none is of them
    picture: Markup


def ledgers(folders: Sequence[ReportFolder]) -> dict[str, tuple[Entry, ...]]:
    """The entries of each report that follows another of the site, by the later report's slug."""
    known = {f.slug: f.extract for f in folders if f.extract.report.place}
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in build(known):
        found[entry.outcome_report] = (*found.get(entry.outcome_report, ()), entry)
    return found


def ledger_view(entries: Sequence[Entry], figures: Mapping[str, Figures]) -> LedgerView:
    """The page of a report's entries; `figures` holds those of each report in the page's language, by slug."""
    first = entries[0]
    held = {key: [e for e in entries if e.verdict == key] for key in VERDICTS}
    verdicts = [VerdictView(key, tuple(_row(e, figures) for e in found)) for key, found in held.items()]
    return LedgerView(
        first.year,
        f"../{first.target_report}/outcome.html",
        len(entries),
        tuple(verdicts),
        picture({key: len(found) for key, found in held.items()}),
    )


def _row(entry: Entry, figures: Mapping[str, Figures]) -> LedgerRow:
    target = figures[entry.target_report].all[entry.target.id]
    return LedgerRow(
        entry.target.id,
        replace(target, sentence=f"../{entry.target_report}/{target.sentence}"),
        figures[entry.outcome_report].of([o.id for o in entry.outcomes]),
        "relation_" + entry.relation.replace("-", "_") if entry.relation else "",
    )


def picture(counts: Mapping[str, int]) -> Markup:
    """One bar of all targets, a piece a verdict; beside it the page says the same in words."""
    pieces, at = [], 0
    for key, count in counts.items():
        if count:
            pieces.append(_PIECE.format(key, at, count))
            at += count
    return _PICTURE.format(at, Markup().join(pieces))
