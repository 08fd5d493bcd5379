from __future__ import annotations

from pathlib import Path

import pytest

from macros.derive import effective
from macros.derive.calendar import recurrences
from macros.derive.coverage import covered_spans, must_be_covered, pieces, position
from macros.derive.matrix import Cell, matrix
from macros.derive.mentions import mentions
from macros.derive.references import references
from macros.load import load_handbook
from macros.model.numerals import number_of
from tests.sample import rulebook

BOOK = rulebook()
DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(("text", "value"), [("九", 9), ("十二", 12), ("二十", 20), ("一百零五", 105)])
def test_chinese_numbers_are_read(text: str, value: int) -> None:
    assert number_of(text) == value


def test_a_provision_knows_who_refers_to_it() -> None:
    assert mentions(BOOK.provisions) == {"art_1__para_1": ("art_1__para_2",)}


def test_references_are_turned_round() -> None:
    found = references(BOOK)
    assert ("duties", "chair", "") in found.provision.get("art_1__para_1")
    assert ("duties", "water", "informed") in found.role.get("president")
    assert ("procedures", "watering", "water") in found.role.get("gardener")
    assert ("documents", "log", "kept_by") in found.role.get("gardener")
    assert ("duties", "water", "carries_out") in found.duty.get("chair")
    assert ("meetings", "monthly", "chair") in found.duty.get("chair")
    assert ("meetings", "monthly") in found.question.get("who-convenes")
    assert found.touched.get("roles/president") == (("who-convenes",),)
    assert found.touched.get("meetings/monthly") == (("who-convenes",),)


def test_a_step_inherits_from_its_duty() -> None:
    step = BOOK.procedures["watering"].steps[1]
    label = effective.label(step, BOOK)
    assert label is not None
    assert label.en == "water the plants"
    assert [party.roles for party in effective.performers(step, BOOK)] == [("gardener",)]
    assert effective.citations(step, BOOK)[0].quote == "园丁应及时浇水"


def test_a_fact_with_a_question_alone_is_unstated() -> None:
    meeting = BOOK.meetings["monthly"]
    assert effective.is_unstated(meeting.vote)
    assert not effective.is_unstated(meeting.chair)


def test_the_matrix_says_who_has_to_do_with_what() -> None:
    table = matrix(BOOK)
    assert table.columns == (("roles", "president"), ("roles", "vice"), ("roles", "gardener"))
    either = (Cell("chairs", "one-of", False, None),)
    assert {row.duty: row.cells for row in table.rows} == {
        "chair": {"roles/president": either, "roles/vice": either},
        "water": {
            "roles/gardener": (Cell("responsible", "each", True, None),),
            "roles/president": (Cell("informed", "single", True, None),),
        },
    }


def test_the_matrix_of_the_real_rules_marks_what_is_open() -> None:
    """Article 8 leaves open whether the Directors' Office or a meeting decides."""
    rules = load_handbook(DATA).handbook.rulebooks["baojiantingfa-2004-13"]
    table = matrix(rules)
    row = next(row for row in table.rows if row.duty == "decide-important-matter")
    assert set(row.cells) == {
        "roles/directors-office",
        "meetings/department-meeting",
        "meetings/executive-meeting",
    }
    assert {cell.relation for cells in row.cells.values() for cell in cells} == {"unstated"}
    assert not any(cell.alone for cells in row.cells.values() for cell in cells)


def test_only_stated_rhythms_recur() -> None:
    assert [(item.collection, item.id) for item in recurrences(BOOK)] == [("meetings", "monthly")]


def test_words_are_covered_by_duties_and_excuses() -> None:
    spans = covered_spans(BOOK)
    words = BOOK.provisions["art_2__para_1"].zh
    assert [(piece.text, piece.by) for piece in pieces(words, spans["art_2__para_1"])] == [
        ("会员可提出建议", (("excuse", "lead-in"),)),
        ("：", ()),
    ]
    assert spans["art_2__para_1__point_1"] == ()


def test_an_occurrence_is_the_one_named() -> None:
    assert [position("天天天", "天", each) for each in (None, 2, 3, 4)] == [0, 1, 2, -1]


@pytest.mark.parametrize(
    ("character", "counts"), [("天", True), ("，", False), ("\u3000", False), ("A", True)]
)
def test_punctuation_needs_no_cover(character: str, counts: bool) -> None:
    assert must_be_covered(character) is counts
