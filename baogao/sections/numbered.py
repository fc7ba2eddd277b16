"""Headings with a number (一、 （一） 1. ① 一是), on a line of their own or run into a paragraph; lists are none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from baogao.patterns import regex
from baogao.sections.joining import Block
from baogao.sections.numbering import Number

LONGEST = 90  # characters of a heading on a line of its own
_SENTENCE = 50  # … of one that ends as a sentence does
RUN_IN = 60  # characters of a heading that is run into its paragraph
SPOKEN = 70  # the rank of 一是, 二是 (lexicon/outline.toml)
_BARE = 30  # … of 一是 without a full stop
HAN = 20  # the rank of 一、二、
_END = regex("[。！？!?]")
_INNER_END = regex("[。！？；!?;].")
_MEASURE = regex(r"\d[\d.,]*\s*([%％‰]|[万亿]|个百分点)")
_UNFINISHED = ("；", "，", ",", "、")


class Heading(NamedTuple):
    """A block that is a heading, or begins with one. `rank` orders the styles, the lowest standing above the others."""

    block: int
    text: str
    rank: float
    run_in: bool
    why: str
    level: int = 0


def has_measure(text: str) -> bool:
    """Whether a text states an amount, as headings do not."""
    return bool(_MEASURE.search(text))


def numbered_headings(blocks: Sequence[Block], numbers: Sequence[Number | None]) -> dict[int, Heading]:
    """The headings with a number, by block; `numbers` has the number of each block."""
    found = {
        index: heading
        for index, (block, number) in enumerate(zip(blocks, numbers, strict=True))
        if number and (heading := _as_heading(index, block, number))
    }
    for run in _runs(numbers):
        if _is_list(run, blocks, numbers, found):
            for index in run:
                found.pop(index, None)
    return found


def _as_heading(index: int, block: Block, number: Number) -> Heading | None:
    """A numbered block as a heading of its own line or run into its paragraph; None where it is neither."""
    rest = number.rest
    mark = block.text[: len(block.text) - len(rest)].strip()
    longest = _SENTENCE if rest.endswith("。") else LONGEST
    if len(rest) <= longest and not _INNER_END.search(rest) and not rest.endswith((*_UNFINISHED, "：", ":")):
        if number.rank == SPOKEN and len(rest) > (RUN_IN if rest.endswith("。") else _BARE):
            return None
        return Heading(index, block.text, number.rank, False, f"numbered {mark}")
    stop = _END.search(rest)
    if (
        number.rank == SPOKEN
        or not stop
        or stop.end() == len(rest)
        or not 2 <= stop.start() <= RUN_IN
        or has_measure(rest[: stop.start()])
    ):
        return None
    head = block.text[: len(block.text) - len(rest) + stop.start()]
    return Heading(index, head, number.rank, True, f"numbered {mark}, run into its paragraph")


def _runs(numbers: Sequence[Number | None]) -> Iterator[list[int]]:
    """Siblings: the blocks whose numbers of one style go up by one, within what stands above them."""
    open_runs: dict[str, list[int]] = {}
    for index, number in enumerate(numbers):
        if number is None:
            continue
        for style in [s for s, run in open_runs.items() if _rank(numbers, run) > number.rank]:
            yield open_runs.pop(style)
        run = open_runs.get(number.style)
        if run and _ordinal(numbers, run[-1]) + 1 == number.ordinal:
            run.append(index)
            continue
        if run:
            yield run
        open_runs[number.style] = [index]
    yield from open_runs.values()


def _rank(numbers: Sequence[Number | None], run: Sequence[int]) -> int:
    number = numbers[run[0]]
    return number.rank if number else 0


def _ordinal(numbers: Sequence[Number | None], index: int) -> int:
    number = numbers[index]
    return number.ordinal if number else 0


def _is_list(
    run: Sequence[int], blocks: Sequence[Block], numbers: Sequence[Number | None], found: Mapping[int, Heading]
) -> bool:
    """Whether siblings are the items of a list: ended by semicolons, or sentences with no text between them."""
    led = run[0] > 0 and blocks[run[0] - 1].text.endswith(("：", ":"))  # 要努力达到下列几项要求：
    if led and len(run) > 1 and run[-1] - run[0] == len(run) - 1 and all(blocks[i].text.endswith("。") for i in run):
        return True
    if _rank(numbers, run) <= HAN and not all(blocks[i].text.endswith("。") for i in run):
        return False
    items = set(run)
    if any(blocks[i].text.endswith("；") or (blocks[i].text.endswith(";") and i + 1 in items) for i in run):
        return True
    alone = [i for i in run if i in found and not found[i].run_in]
    if len(run) < 2 or not alone or len(alone) < len(run):
        return False
    if _rank(numbers, run) <= 30 and not all(blocks[i].text.endswith("。") for i in run):
        return False  # （一）…（二）… without a full stop: parts that are empty
    bare = sum(i + 1 >= len(blocks) or i + 1 in items for i in alone[:-1])
    return bare * 2 > len(alone) - 1
