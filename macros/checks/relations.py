"""How several parties bear a duty is what the words between their names say: 或, 和, or one alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from macros.checks._tools import names_of, quoted, words_around
from macros.checks.parties import duties_read, names_lost, parties_of
from macros.derive.names import Names
from macros.model import Code, Duty, Finding, Party, Place, Rulebook

RELATION = Code(
    "relation-against-words", "error", "关系与原文不符", "A relation is not that of the words between names"
)
ALONE = Code("relation-of-one", "error", "只有一方却写了几方的关系", "One alone bears a relation of several")

TOGETHER = Code(
    "together-or-each",
    "warning",
    "是共同做还是各自做",
    "Several do together what each does, or each what they do together",
)

CODES = (RELATION, ALONE, TOGETHER)

_TOGETHER = re.compile("共同|一同|一起|联合|会同|全体|集体|过半数|参加|出席|列席|组成")
_WHOLE = re.compile("共同|一同|一起|联合|全体|集体|过半数")

_OR = re.compile("或者?")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the relation of each party with the words between the names."""
    if names_lost(rulebook):
        return
    names = names_of(rulebook)
    for duty in duties_read(rulebook):
        for name, index, party in parties_of(duty):
            place = duty.place(name) if index is None else duty.place(name, index)
            yield from _relation(rulebook, names, duty, party, place)
            yield from _together(duty, party)
    alone = [
        (duty, party)
        for duty in rulebook.duties.values()
        for party in duty.parties
        if len(party.roles) == 1 and not party.meetings
    ]
    yield from _of_several(rulebook, alone)
    yield from _not_one(rulebook, [party for _, party in alone])


def _together(duty: Duty, party: Party) -> Iterator[Finding]:
    """All do one thing together where the words say so: they attend, or act jointly."""
    words = quoted(duty.words)
    if party.relation == "all-of":
        wrong = not (_TOGETHER if party.capacity == "participates" else _WHOLE).search(words)
        rather = ("原文没有说共同做", "the words do not say that they do it together", "each")
    else:
        joint = party.relation == "each" and party.capacity == "participates"
        wrong = joint and bool(_TOGETHER.search(words))
        rather = ("原文说的是一同做", "by the words they do it together", "all-of")
    if wrong:
        hint = (f"写 relation: {rather[2]}", f"write relation: {rather[2]}")
        yield TOGETHER.at(party.place("relation"), *rather[:2], hint)


def _not_one(rulebook: Rulebook, alone: list[Party]) -> Iterator[Finding]:
    """A role that more duties take for one than for several has one holder."""
    ones = Counter(party.roles[0] for party in alone if party.relation == "single")
    all_of = Counter(party.roles[0] for party in alone if party.relation in ("each", "all-of"))
    for id, times in ones.items():
        role = rulebook.roles.get(id)
        if role is not None and role.holders == "several" and times > all_of[id]:
            said = (f"有 {times} 项职责说它只有一个", f"{times} duties take it for a single one")
            hint = ("写 holders: one，或改那些职责", "write holders: one, or change those duties")
            yield ALONE.at(role.place("holders"), *said, hint)


def _of_several(rulebook: Rulebook, alone: list[tuple[Duty, Party]]) -> Iterator[Finding]:
    """A role that several hold in one duty is held by several in another."""
    several = {party.roles[0]: duty.id for duty, party in alone if party.relation in ("each", "all-of")}
    for _, party in alone:
        role = rulebook.roles.get(party.roles[0])
        if party.relation == "single" and role and role.holders == "unstated" and role.id in several:
            other = several[role.id]
            said = (
                f"“{other}”里是几个人，这里是 single",
                f'"{other}" has several of them; here it is single',
            )
            yield TOGETHER.at(party.place("relation") or party.place(), *said, ("写 each", "write each"))


def _relation(
    rulebook: Rulebook, names: Names, duty: Duty, party: Party, place: Place | None
) -> Iterator[Finding]:
    ids = (*party.roles, *party.meetings)
    place = party.place("relation") or place
    if len(ids) == 1:
        role = rulebook.roles.get(ids[0])
        if party.relation == "single" and role is not None and role.holders == "several":
            said = (
                f"“{role.name.zh}”不止一个，关系却是 single",
                f'"{ids[0]}" has several holders, but the relation is single',
            )
            yield ALONE.at(place, *said, ("写 each 或 all-of", "write each or all-of"))
            return
        lone = party.relation == "one-of" or (
            party.relation in ("each", "all-of") and (role is None or role.holders == "one")
        )
        if lone:
            said = (
                f"只有一方，关系却是 {party.relation}",
                f"there is one party, but the relation is {party.relation}",
            )
            hint = ("补上其余各方，或写 single", "name the others, or write single")
            yield ALONE.at(place, *said, hint)
        return
    between = _between(names, duty, set(ids))
    if between is None:
        if party.relation == "one-of" and not re.search(
            "或|任一|之一", _of_others_left_out(rulebook, names, duty, party)
        ):
            said = (
                "这一条没有“或”，关系却是 one-of",
                'the article holds no 或 ("or"), but the relation is one-of',
            )
            yield RELATION.at(place, *said, ("写 each 或 all-of", "write each or all-of"))
        return
    either = bool(_OR.search(between))
    if either and duty.modality == "must-not" and party.relation == "each":
        return  # 单位或者个人不得: neither may
    if either and party.relation != "one-of":
        said = (
            f"原文是“或”，关系却是 {party.relation}",
            f'the words say 或 ("or"), but the relation is {party.relation}',
        )
        yield RELATION.at(place, *said, ("写 relation: one-of", "write relation: one-of"))
    elif party.relation == "one-of" and not either:
        said = ("原文没有“或”，关系却是 one-of", 'the words hold no 或 ("or"), but the relation is one-of')
        hint = (
            "写 all-of 或 each；原文没有说清的写 unstated 和 question",
            "write all-of or each; where the words leave it open, unstated with a question",
        )
        yield RELATION.at(place, *said, hint)


def _of_others_left_out(rulebook: Rulebook, names: Names, duty: Duty, party: Party) -> str:
    """Return the words around a duty without the 或 between names of others (向主任或副主任)."""
    words = words_around(rulebook, duty.words)
    sides = [side for side in (duty.bearer, *duty.counterparts) if side and side is not party]
    others = [{*side.roles, *side.meetings} for side in sides if side.relation == "one-of"]
    own = {*party.roles, *party.meetings}
    for first, second in reversed(list(pairwise(names.found(words)))):
        both = [{*one.roles, *one.meetings} for one in (first, second)]
        theirs = any(all(ids & one for one in both) for ids in others) or not all(own & one for one in both)
        if words[first.end : second.start] == "或" and theirs:
            words = words[: first.end] + words[second.start :]
    return words


def _between(names: Names, duty: Duty, ids: set[str]) -> str | None:
    """Return the words between the first and the last of the names that stand side by side."""
    for citation in duty.words:
        spans = [found for found in names.found(citation.quote) if (found.roles | found.meetings) & ids]
        told = {id for found in spans for id in (found.roles | found.meetings) & ids}
        if told != ids:
            continue
        pieces = [citation.quote[before.end : after.start] for before, after in pairwise(spans)]
        near = [piece for piece in pieces if len(piece) <= 2]
        if near:
            return "".join(near)
    return None
