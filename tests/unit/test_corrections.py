"""What a person mends is applied, and refused with its line when it fits nothing."""

from datetime import date
from pathlib import Path

import pytest

from baogao.corrections import Corrections, correct_indicators, correct_pairs, parse_corrections
from baogao.errors import ContentError
from baogao.model import Indicator, OtherNumber, Pair, Paragraph, Report, Section, Source

TEXT = "引进企业259家,其中6方面任务,新增企业259家。"
REPORT = Report(
    Source("x.txt", "text", "utf-8", ""),
    "题",
    "plan-report",
    review_year=2023,
    plan_year=2024,
    sections=(Section("1", 1, "一、甲", paragraphs=(Paragraph("1-p1", TEXT),)),),
)
FIRST = Indicator(
    id="1-p1-n1", key=None, name="引进企业", kind="result", measure="count", op="eq", value="259", value_max=None,
    unit="家", amount="259", base_unit="firm", year=2023, section="1", paragraph="1-p1", start=0, end=8, number=(4, 8),
    quote="引进企业259家",
)  # fmt: skip
SECOND = FIRST._replace(id="1-p1-n3", name="新增企业", start=17, end=25, number=(21, 25), quote="新增企业259家")
OTHER = OtherNumber("1-p1", 11, 14, "6方面", "name")


def corrections(tmp_path: Path, *entries: dict[str, object], pairs: tuple[dict[str, object], ...] = ()) -> Corrections:
    path = tmp_path / "report.toml"
    lines = ["# first line"]
    for entry in (*entries, *pairs):
        lines += [f'{key} = "{value}"' for key, value in entry.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    return parse_corrections({"corrections": {"indicator": list(entries), "pair": list(pairs)}}, path)


def test_a_field_is_set_and_the_correction_is_named_among_the_rules(tmp_path: Path) -> None:
    entry = {"paragraph": "1-p1", "number": "259家", "set": {"name": "引进京冀企业"}, "why": "x"}
    found, others = correct_indicators(REPORT, (FIRST, SECOND), (OTHER,), corrections(tmp_path, entry))
    assert [i.name for i in found] == ["引进京冀企业", "新增企业"]
    assert found[0].rules == ("correction",)
    assert others == (OTHER,)


def test_the_second_of_two_equal_numbers_is_meant_by_nth(tmp_path: Path) -> None:
    entry = {"paragraph": "1-p1", "number": "259家", "nth": 2, "drop": "list", "why": "x"}
    found, others = correct_indicators(REPORT, (FIRST, SECOND), (OTHER,), corrections(tmp_path, entry))
    assert found == (FIRST,)
    assert [(n.start, n.why) for n in others] == [(11, "name"), (21, "list")]


def test_a_number_that_was_passed_over_becomes_an_indicator(tmp_path: Path) -> None:
    entry = {"paragraph": "1-p1", "number": "259家", "set": {"name": "引进企业", "kind": "target"}, "why": "x"}
    found, _ = correct_indicators(REPORT, (SECOND,), (OTHER,), corrections(tmp_path, entry))
    assert [(i.name, i.kind, i.year, i.value, i.unit) for i in found] == [
        ("引进企业", "target", 2024, "259", "家"),
        ("新增企业", "result", 2023, "259", "家"),
    ]
    assert TEXT[found[0].start : found[0].end] == found[0].quote


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"paragraph": "9-p9", "number": "259家", "drop": "name", "why": "x"}, "no paragraph '9-p9'"),
        ({"paragraph": "1-p1", "number": "260家", "drop": "name", "why": "x"}, "does not hold '260家'"),
        ({"paragraph": "1-p1", "number": "259家", "drop": "nonsense", "why": "x"}, "unknown reason 'nonsense'"),
        ({"paragraph": "1-p1", "number": "259家", "set": {"colour": "red"}, "why": "x"}, "cannot set 'colour'"),
        ({"paragraph": "1-p1", "number": "6方面", "drop": "name", "why": "x"}, "is no indicator already"),
    ],
)
def test_a_correction_that_fits_nothing_is_refused_with_its_line(
    tmp_path: Path, entry: dict[str, object], message: str
) -> None:
    with pytest.raises(ContentError, match=message) as caught:
        correct_indicators(REPORT, (FIRST, SECOND), (OTHER,), corrections(tmp_path, entry))
    assert caught.value.line is not None


def test_a_correction_without_a_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="without a reason"):
        corrections(tmp_path, {"paragraph": "1-p1", "number": "259家", "drop": "name"})


def test_a_misspelt_key_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="did you mean paragraph"):
        corrections(tmp_path, {"pargraph": "1-p1", "number": "259家", "drop": "name", "why": "x"})


def test_pairs_are_replaced_and_dropped(tmp_path: Path) -> None:
    target = FIRST._replace(id="2-p1-n1", kind="target")
    wrong = Pair(("1-p1-n1",), ("2-p1-n1",), "same")
    right = {"result": ["1-p1-n3"], "target": ["2-p1-n1"], "relation": "loose", "why": "x"}
    made = correct_pairs((wrong,), (FIRST, SECOND, target), corrections(tmp_path, pairs=(right,)))
    assert made == (Pair(("1-p1-n3",), ("2-p1-n1",), "loose"),)
    drop = {"target": ["2-p1-n1"], "drop": True, "why": "x"}
    assert correct_pairs((wrong,), (FIRST, SECOND, target), corrections(tmp_path, pairs=(drop,))) == ()


def test_a_pair_of_unknown_indicators_is_refused(tmp_path: Path) -> None:
    entry = {"result": ["1-p1-n9"], "target": ["2-p1-n1"], "why": "x"}
    with pytest.raises(ContentError, match="no indicator 1-p1-n9, 2-p1-n1"):
        correct_pairs((), (FIRST,), corrections(tmp_path, pairs=(entry,)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": "abc"}, "value is no number: 'abc'"),
        ({"kind": "resultat"}, "unknown kind 'resultat' — did you mean result?"),
        ({"op": "xx"}, "unknown op 'xx'"),
        ({"key": "gdppp"}, "unknown key 'gdppp' — did you mean gdp"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(tmp_path: Path, change: dict[str, object], said: str) -> None:
    entry = {"paragraph": "1-p1", "number": "259家", "set": change, "why": "x"}
    with pytest.raises(ContentError, match=said):
        correct_indicators(REPORT, (FIRST,), (), corrections(tmp_path, entry))


def test_a_number_in_digits_means_the_same_as_in_quotes_and_the_amount_follows(tmp_path: Path) -> None:
    entry = {"paragraph": "1-p1", "number": "259家", "set": {"value": 2.6, "unit": "万家"}, "why": "x"}
    found, _ = correct_indicators(REPORT, (FIRST,), (), corrections(tmp_path, entry))
    assert (found[0].value, found[0].unit, found[0].amount) == ("2.6", "万家", "26000")


def test_a_correction_that_changes_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="changes nothing"):
        corrections(tmp_path, {"paragraph": "1-p1", "number": "259家", "why": "x"})


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("delivered_on", date(2024, 1, 19), "2024-01-19"),
        ("kind", "work-report", "work-report"),
        ("plan_year", 2024, 2024),
    ],
)
def test_metadata_is_taken_as_toml_has_it(tmp_path: Path, name: str, value: object, read: object) -> None:
    assert parse_corrections({"metadata": {name: value}}, tmp_path / "report.toml").reading["metadata"] == {name: read}


@pytest.mark.parametrize(
    ("name", "value"), [("delivered_on", "19.1.2024"), ("kind", "foo"), ("review_year", "abc"), ("title", 3)]
)
def test_metadata_of_the_wrong_kind_is_refused_with_its_line(tmp_path: Path, name: str, value: object) -> None:
    path = tmp_path / "report.toml"
    path.write_text(f"[metadata]\n{name} = {value!r}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=rf"report.toml:2: metadata: {name}"):
        parse_corrections({"metadata": {name: value}}, path)


def test_a_result_that_a_person_pairs_leaves_its_other_pair(tmp_path: Path) -> None:
    goals = [FIRST._replace(id=f"2-p1-n{n}", kind="target") for n in (1, 2)]
    found = (Pair((FIRST.id,), (goals[0].id,), "same"),)
    entry = {"result": [FIRST.id], "target": [goals[1].id], "why": "x"}
    made = correct_pairs(found, (FIRST, SECOND, *goals), corrections(tmp_path, pairs=(entry,)))
    assert made == (Pair((FIRST.id,), (goals[1].id,), "same"),)
