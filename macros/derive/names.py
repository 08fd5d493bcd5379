"""Which roles and meetings a passage names, read by the longest name first.

主任 is named neither by 副主任 nor by 主任办公会; a role's names are those the rulebook gives it, the terms
that stand for it and their synonyms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.model import Rulebook

_PARTS = re.compile(r"[（(]([^（）()]*)[）)]")
_PROVISION = re.compile(r"第.+条")


@dataclass(frozen=True)
class Named:
    """A name found in a passage: where it begins and ends, and the roles and meetings it stands for."""

    start: int
    end: int
    roles: frozenset[str]
    meetings: frozenset[str]


class Names:
    """All names of a rulebook's roles and meetings."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Gather the names."""
        self.roles: dict[str, set[str]] = {id: _forms(role.name.zh) for id, role in rulebook.roles.items()}
        self.meetings: dict[str, set[str]] = {
            id: _forms(meeting.name.zh) for id, meeting in rulebook.meetings.items()
        }
        for term in rulebook.terms.values():
            forms = {term.name.zh, *term.synonyms.zh}
            if term.role in self.roles:
                self.roles[term.role] |= forms
            if term.meeting in self.meetings:
                self.meetings[term.meeting] |= forms
        self._by_name = _turned(self.roles), _turned(self.meetings)
        every = sorted({*self._by_name[0], *self._by_name[1]}, key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join(map(re.escape, every))) if every else None

    def found(self, text: str) -> list[Named]:
        """Return the names that stand in a passage, in order; none overlaps another."""
        if self._pattern is None:
            return []
        roles, meetings = self._by_name
        return [
            Named(
                match.start(),
                match.end(),
                roles.get(match.group(), frozenset()),
                meetings.get(match.group(), frozenset()),
            )
            for match in self._pattern.finditer(text)
        ]


def _forms(name: str) -> set[str]:
    """Split a name from what stands in brackets behind it: 派出机构管理部（机构部） has two."""
    inner = [part for part in _PARTS.findall(name) if not _PROVISION.fullmatch(part)]
    return {form for form in (_PARTS.sub("", name).strip(), *inner) if form}


def _turned(names: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for id, forms in names.items():
        for form in forms:
            out.setdefault(form, set()).add(id)
    return {form: frozenset(ids) for form, ids in out.items()}
