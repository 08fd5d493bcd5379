"""What rests on words, inherited words among them; the Garden Club is fictional."""

from __future__ import annotations

from macros.derive.resting import resting_spans
from tests.sample import handbook

BOOK = handbook().rulebooks["garden"]


def test_a_step_rests_on_the_words_of_its_duty() -> None:
    on_watering = resting_spans(BOOK)["art_1__para_2"]
    kinds = {span.kind for span in on_watering}
    assert {"duties", "procedures"} <= kinds
    step = next(span for span in on_watering if span.id == "watering/water")
    duty = next(span for span in on_watering if span.kind == "duties")
    assert (step.start, step.end) == (duty.start, duty.end)


def test_excuses_are_told_apart_by_their_place() -> None:
    found = {span.id for spans in resting_spans(BOOK).values() for span in spans if span.kind == "excuse"}
    assert found == {str(number) for number in range(len(BOOK.coverage))}
