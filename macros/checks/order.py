"""Duties stand in the order of the words they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from macros.derive.coverage import position
from macros.model import Code, Duty, Finding, Rulebook
from macros.model.provision import head_of

ORDER = Code("duty-order", "warning", "职责没有按原文排列", "Duties are not in the order of their words")

CODES = (ORDER,)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare each duty of a file with the one before it."""
    numbers = {id: number for number, id in enumerate(rulebook.provisions)}
    last: dict[str, tuple[tuple[int, int, int], Duty]] = {}
    for duty in rulebook.duties.values():
        place = duty.place("id")
        at = _where(rulebook, numbers, duty)
        if place is None or at is None:
            continue
        before = last.get(place.path)
        if before is not None and at[:2] <= before[0][:2] and (at[0], at[2]) < (before[0][0], before[0][2]):
            said = (
                f"“{duty.id}”的原文在“{before[1].id}”之前",
                f'the words of "{duty.id}" stand before those of "{before[1].id}"',
            )
            yield ORDER.at(place, *said, ("按原文的次序排列", "keep to the order of the text"))
        else:
            last[place.path] = (at, duty)


def _where(rulebook: Rulebook, numbers: dict[str, int], duty: Duty) -> tuple[int, int, int] | None:
    """Return where the last of a duty's quotes in its own article begins and ends."""
    found = []
    for citation in duty.words:
        provision = rulebook.provisions.get(citation.at)
        start = position(provision.zh, citation.quote, citation.occurrence) if provision else -1
        if start >= 0:
            found.append((numbers[citation.at], start, start + len(citation.quote)))
    own = head_of(duty.words[0].at) if duty.words else ""
    inside = [one for one, citation in zip(found, duty.words, strict=False) if citation.at.startswith(own)]
    return max(inside) if inside else None
