"""Who has set, decided or assigned what a duty is about is its origin: 中国保监会制定的政策措施."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import names_of
from macros.checks.parties import duties_read, names_lost, parties_of
from macros.model import Code, Finding, Rulebook

LEFT_OUT = Code(
    "origin-left-out",
    "warning",
    "引文写明了由谁定的，origin 里没有",
    "The words say who set it; origin does not",
)

CODES = (LEFT_OUT,)

_SET_BY = re.compile("(?:[议决确制]?[定订]|批办|批准|同意|交办|下达|布置|部署|印发|发布)的")

_CONVEYED = re.compile("传达[^，。；]*$")
"""Whose decisions are passed on has made them."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look for a name before 制定的 or behind 传达 that is neither origin nor party of the duty."""
    if names_lost(rulebook):
        return
    names = names_of(rulebook)
    for duty in duties_read(rulebook):
        known = {id for _, _, party in parties_of(duty) for id in (*party.roles, *party.meetings)}
        known |= {id for origin in duty.origin for id in (*origin.roles, *origin.meetings)}
        for citation in duty.words:
            for found in names.found(citation.quote):
                conveyed = _CONVEYED.search(citation.quote[: found.start])
                if known & (found.roles | found.meetings):
                    continue
                if not (conveyed or _SET_BY.match(citation.quote, found.end)):
                    continue
                name = citation.quote[found.start : found.end]
                said = (
                    f"引文说是“{name}”定的，职责里没有写",
                    f'the words say that "{name}" set it; the duty does not',
                )
                place = duty.place("origin", 0) if duty.origin else duty.action.place("en")
                yield LEFT_OUT.at(place, *said, ("写进 origin", "name it in origin"))
                known |= found.roles | found.meetings
