"""The English names nobody whom the Chinese does not name."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._english import counted, pairs, stems
from macros.checks._tools import names_of
from macros.checks.parties import names_lost
from macros.model import Code, Finding, Rulebook
from macros.model.base import TODO

NAMED = Code(
    "english-names-another",
    "warning",
    "英文里的人中文没有提到",
    "The English names somebody the Chinese does not",
)

CODES = (NAMED,)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look for the names of roles and meetings that have two words and more: one word may mean anything."""
    if names_lost(rulebook):
        return
    names = names_of(rulebook)
    known: dict[tuple[str, ...], set[str]] = {}
    english = {id: role.name.en for id, role in rulebook.roles.items()}
    english |= {id: meeting.name.en for id, meeting in rulebook.meetings.items()}
    for id, name in english.items():
        known.setdefault(stems(name), set()).add(id)
    several = [words for words in known if len(words) > 1]
    for pair in pairs(rulebook):
        found = counted(pair.en, several) if TODO not in pair.en else {}
        there = {id for one in names.found(pair.zh) for id in (*one.roles, *one.meetings)} if found else set()
        for words in found:
            if not known[words] & there:
                name = english[min(known[words])]
                said = (f"中文没有提到“{name}”", f'the Chinese does not name "{name}"')
                yield NAMED.at(pair.place, *said, ("照中文译", "translate what the Chinese says"))
