"""Inferences and open matters are found wherever they stand; facts of the Garden Club are fictional."""

from __future__ import annotations

from dataclasses import replace

from macros.derive.assurance import inferences, unsettled
from macros.model import Bilingual
from tests.sample import handbook

BOOK = handbook().rulebooks["garden"]


def test_an_inferred_bearer_is_told_from_an_inferred_duty() -> None:
    why = Bilingual(zh="虚构的理由", en="a fictional reason")
    water = BOOK.duties["water"]
    by_bearer = water.model_copy(update={"bearer_source": "inferred", "note": why})
    whole = water.model_copy(update={"inferred": True, "note": why})
    for duty, trail in ((by_bearer, ("bearer_source",)), (whole, ())):
        found = list(inferences(replace(BOOK, duties={"water": duty})))
        of_duties = [(one.trail, one.note) for one in found if one.collection == "duties"]
        assert of_duties[0] == (trail, why)
        assert of_duties[1][0] == ("carries_out", 0), "a link's inference is its own"


def test_what_is_unstated_of_a_meeting_is_a_fact_left_open() -> None:
    found = {one.trail[0]: one for one in unsettled(BOOK) if one.collection == "meetings"}
    assert found["convener"].kind == "fact" and found["convener"].question == "who-convenes"
