"""A file (and a person's corrections) in; a report with its indicators and pairs out: the whole reading in order."""

from pathlib import Path

from baogao.corrections import NONE, Corrections, correct_indicators, correct_pairs
from baogao.indicators.finding import read_indicators
from baogao.model import Extract
from baogao.pairing.pairs import find_pairs
from baogao.report.source import read_source
from baogao.sections.outline import read_report


def extract(path: Path, corrections: Corrections = NONE) -> Extract:
    """Read a report: its sections, indicators and pairs.

    Raises SourceError where the file cannot be read and ContentError where a correction fits nothing.
    """
    report = read_report(read_source(path), corrections.reading)
    indicators, others = read_indicators(report)
    indicators, others = correct_indicators(report, indicators, others, corrections)
    pairs = correct_pairs(find_pairs(indicators, report), indicators, corrections)
    return Extract(report, indicators, pairs, others)
