from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from macros.derive.meetings import PHASES, must_attend, papers, share
from macros.derive.references import references
from macros.derive.timing import unit
from macros.load import load_handbook
from macros.model import Rhythm, Rulebook
from macros.model.facts import MEETING_POINTS

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def real() -> Rulebook:
    return next(iter(load_handbook(DATA).handbook.rulebooks.values()))


def test_every_point_of_a_meeting_has_its_time() -> None:
    assert sorted(point for points in PHASES.values() for point in points) == sorted(MEETING_POINTS)


@pytest.mark.parametrize(("should", "must"), [(1, 1), (2, 1), (8, 4), (9, 5), (10, 5), (11, 6)])
def test_not_fewer_than_half(should: int, must: int) -> None:
    assert must_attend(Fraction(1, 2), should) == must


def test_only_the_department_meeting_has_a_quorum(real: Rulebook) -> None:
    assert share(real.meetings["department-meeting"]) == Fraction(1, 2)
    assert share(real.meetings["executive-meeting"]) is None


def test_the_papers_of_a_meeting_are_those_its_duties_are_about(real: Rulebook) -> None:
    found = {
        id: {(point, document.id) for point, document, _ in papers(real, meeting)}
        for id, meeting in real.meetings.items()
    }
    assert found == {
        "department-meeting": {
            ("record", "meeting-record"),
            ("agenda", "work-plan"),
            ("agenda", "work-summary"),
        },
        "executive-meeting": {
            ("minutes", "meeting-minutes"),
            ("follow_up", "record-of-settled-matters"),
            ("agenda", "internal-submission"),
            ("agenda", "documents-for-local-offices"),
        },
    }


def test_a_document_knows_the_steps_that_are_it_and_the_terms_that_mean_it(real: Rulebook) -> None:
    found = references(real).document.get("meeting-record")
    assert ("procedures", "department-meeting", "record-document") in found
    assert "terms" in {collection for collection, _, _ in found}


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        ({"every": "half-year"}, "half-year"),
        ({"rrule": "FREQ=WEEKLY;BYDAY=MO"}, "week"),
        ({"rrule": "BYDAY=MO;FREQ=WEEKLY"}, "week"),
        ({}, ""),
    ],
)
def test_what_a_rhythm_counts_in(rhythm: dict[str, str], expected: str) -> None:
    assert unit(Rhythm.model_validate(rhythm)) == expected
