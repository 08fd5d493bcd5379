"""Whom the words begin with is who bears the duty, and then it is stated."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._tools import names_of
from macros.model import Code, Duty, Finding, Rulebook

OTHER = Code("bearer-against-words", "warning", "引文开头说的是别的角色", "The words begin with another role")
STATED = Code(
    "bearer-is-stated",
    "warning",
    "引文写明了承担者",
    "The words state who bears the duty",
)

CODES = (OTHER, STATED)

_PASSIVE = "由"
"""Where the words say 由, who acts is named behind it."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every duty whose words begin with a role or a meeting."""
    for duty in rulebook.duties.values():
        first = _first(rulebook, duty)
        if duty.bearer is None or not first:
            continue
        own = {*duty.bearer.roles, *duty.bearer.meetings}
        if duty.bearer_source == "stated" and not own & first and not _passive(duty):
            said = (
                f"引文以“{'、'.join(sorted(first))}”开头",
                f'the words begin with "{", ".join(sorted(first))}"',
            )
            yield OTHER.at(duty.bearer.place(), *said, ("核对承担者", "who bears the duty?"))
        if duty.bearer_source in ("inferred", "unsettled") and own & first:
            said = ("引文以承担者开头", "the words begin with the bearer")
            yield STATED.at(duty.place("bearer_source"), *said, ("写 stated", "write stated"))


def _first(rulebook: Rulebook, duty: Duty) -> set[str]:
    found = [one for citation in duty.words for one in names_of(rulebook).found(citation.quote)
             if one.start == 0]  # fmt: skip
    return {id for one in found for id in (*one.roles, *one.meetings)}


def _passive(duty: Duty) -> bool:
    return any(_PASSIVE in citation.quote for citation in duty.words)
