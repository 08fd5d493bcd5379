"""What one thing says of another fits the reason it gives: main duties, roles, fallbacks, inferences."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._tools import heads_of, names_of, walked
from macros.checks.phrases import share
from macros.model import Code, Duty, Finding, Role, Rulebook
from macros.model.base import Statement

CARRIES = Code(
    "carries-out-another",
    "warning",
    "理由说的是另一条主要职责",
    "The reason for a link speaks of another main duty",
)
ROLE = Code(
    "link-against-note", "warning", "说明里说的是别的角色", "The note of a link speaks of another role"
)
FALLBACK = Code(
    "fallback-elsewhere", "warning", "退路不是同一条里的", "A fallback is no part of the same article"
)
NOTE = Code(
    "note-without-inference",
    "warning",
    "有推断的说明，却没有写明是推断",
    "A note gives a reason for no inference",
)

CODES = (CARRIES, ROLE, FALLBACK, NOTE)

_BETTER = 0.04
"""By how much a reason speaks more of another main duty; ours speak most of their own."""
_WHICH = ("核对所指的是哪一个", "which one is meant?")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the links of duties and of roles, then at every note."""
    yield from _carries(rulebook)
    for duty in rulebook.duties.values():
        yield from _fallbacks(rulebook, duty)
    for role in rulebook.roles.values():
        yield from _roles(rulebook, role)
    inner = (model for _, top, _, model in walked(rulebook) if model is not top)
    for statement in (one for one in inner if isinstance(one, Statement)):
        yield from _note(statement)


def _note(statement: Statement) -> Iterator[Finding]:
    if statement.note is None or statement.inferred or statement.words or statement.question:
        return
    said = ("有说明，却既无引文，也没有写 inferred", "there is a note, but neither words nor inferred")
    hint = ("推断的写 inferred: true，否则删去说明", "write inferred: true, or delete the note")
    yield NOTE.at(statement.place("inferred"), *said, hint)


def _carries(rulebook: Rulebook) -> Iterator[Finding]:
    duties = rulebook.duties
    ids = {link.duty for duty in duties.values() for link in duty.carries_out}
    carried = [duty for id, duty in duties.items() if id in ids]
    for duty in duties.values():
        for link in duty.carries_out:
            if link.note is None or link.duty not in duties:
                continue
            reason = link.note.zh
            best = max(carried, key=lambda one: _spoken_of(one, reason))
            if _spoken_of(best, reason) - _spoken_of(duties[link.duty], reason) > _BETTER:
                said = (f"理由更像是说“{best.id}”", f'the reason speaks rather of "{best.id}"')
                yield CARRIES.at(link.place("duty"), *said, _WHICH)


def _spoken_of(duty: Duty, reason: str) -> float:
    return share(reason, "\n".join((duty.action.zh, *(citation.quote for citation in duty.words))))


def _fallbacks(rulebook: Rulebook, duty: Duty) -> Iterator[Finding]:
    own = heads_of(duty.words)
    for link in duty.fallback:
        other = rulebook.duties.get(link.duty)
        if other is not None and other.words and not own & heads_of(other.words):
            said = (f"“{link.duty}”引的是别的条文", f'"{link.duty}" cites other articles')
            yield FALLBACK.at(link.place("duty"), *said, _WHICH)


def _roles(rulebook: Rulebook, role: Role) -> Iterator[Finding]:
    links = (*role.acts_as, *role.members, *role.answers_for, *((role.part_of,) if role.part_of else ()))
    for link in links:
        if link.note is None or link.role not in rulebook.roles:
            continue
        named = [found.roles for found in names_of(rulebook).found(link.note.zh)]
        others = [roles for roles in named if roles and role.id not in roles]
        if others and not any(link.role in roles for roles in others):
            said = (f"说明里没有提到“{link.role}”", f'the note does not speak of "{link.role}"')
            yield ROLE.at(link.place("role"), *said, _WHICH)
