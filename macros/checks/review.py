"""What is said to be reviewed says when; only what was reviewed bears a date of review."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._tools import elements
from macros.model import Code, Finding, Place, Rulebook
from macros.model.base import Reviewed

NO_DATE = Code("reviewed-without-date", "error", "已复核而没有日期", "Something reviewed does not say when")
DRAFT_DATE = Code("draft-with-review-date", "error", "草稿写了复核日期", "A draft bears a date of review")

TOO_OLD = Code("reviewed-before-the-text", "error", "复核日期早于条文", "A review is older than the text")

CODES = (NO_DATE, DRAFT_DATE, TOO_OLD)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every statement with an id, and at every translation."""
    oldest = min((version.date for version in rulebook.head.versions), default="")
    for _, element in elements(rulebook):
        on = getattr(element, "reviewed_on", None)
        if on and on < oldest:
            said = (f"复核日期早于条文（{oldest}）", f"the review is older than the text ({oldest})")
            yield TOO_OLD.at(element.place("reviewed_on"), *said, ("核对日期", "which day was it?"))
        if isinstance(element, Reviewed):
            yield from _dated(
                element.review, element.reviewed_on, element.place("review"), element.place("reviewed_on")
            )
    for provision in rulebook.provisions.values():
        place = provision.places.get("review")
        if provision.translation_review is not None:
            yield from _dated(provision.translation_review, provision.translation_reviewed_on, place, place)


def _dated(review: str, on: str | None, place: Place | None, date_place: Place | None) -> Iterator[Finding]:
    if review == "reviewed" and on is None:
        said = ("写了 reviewed，没有 reviewed_on", "it says reviewed, but there is no reviewed_on")
        hint = ("写 reviewed_on: 年-月-日", "write reviewed_on: year-month-day")
        yield NO_DATE.at(place, *said, hint)
    if review == "draft" and on is not None:
        said = ("是草稿，却有 reviewed_on", "it is a draft, but there is a reviewed_on")
        yield DRAFT_DATE.at(
            date_place,
            *said,
            ("写 review: reviewed，或删去日期", "write review: reviewed, or delete the date"),
        )
