"""A role's duties in short, by the time the words give; shared by its page and its card."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive import acting, effective
from macros.derive.timing import TIMES, times, unit
from macros.model import Duty, Meeting, Party, Rhythm
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.rhythm import rhythm_words
from macros.render.view import capital

_LABELS = {"half-year": "rhythm_half_year", "none": "no_time"}


@dataclass(frozen=True)
class Task:
    """A duty in short, in the capacity the role has in it."""

    link: pieces.Link
    modality: pieces.Tag
    capacity: pieces.Tag | None
    """None where the duty is a meeting's that the role sits in."""
    relation: str
    under: pieces.Link | None
    """The role acted as, marked where that is inferred; None under the role's own name."""
    qualifiers: tuple[pieces.Tag, ...]
    condition: str
    basis: str
    meeting: pieces.Link | None
    """The meeting with which it comes round."""
    rhythm: str
    """How often, in words."""
    quotes: tuple[pieces.Quote, ...]
    places: tuple[pieces.Link, ...]
    """The provisions quoted, each once."""
    bearer: pieces.PartyPiece | None
    """Who does it, where the role itself does not."""
    aside: str
    """In what capacity, with whom, at which meeting, under which name: in one line."""


@dataclass(frozen=True)
class Group:
    """Tasks that fall due alike."""

    id: str
    label: str
    tasks: tuple[Task, ...]


def task(desk: Desk, part: acting.Part, role: str, meeting: str = "") -> Task:
    """Return a role's part in a duty, perhaps as one that comes round with a meeting."""
    return _task(desk, part.duty, part.party, under(desk, role, part.under), meeting)


def groups(desk: Desk, role: str) -> tuple[Group, ...]:
    """Return all that a role does, by when the words say it falls due; nothing is guessed."""
    found: dict[str, list[Task]] = {}
    for part in acting.parts(desk.rulebook, role):
        if part.acts:
            for when, meeting in times(part.duty, desk.rulebook):
                found.setdefault(when, []).append(task(desk, part, role, meeting))
    for duty, held in acting.duties_of_meetings(desk.rulebook, role):
        if duty.bearer:
            found.setdefault(unit(duty.rhythm) or "none", []).append(
                _task(desk, duty, duty.bearer, None, held.id)
            )
    return tuple(
        Group(when, capital(desk.ui(_LABELS.get(when) or f"rhythm_{when}")), tuple(found[when]))
        for when in TIMES
        if when in found
    )


def under(desk: Desk, role: str, name: str) -> pieces.Link | None:
    """Return the role under whose name another acts; its title says where the editors infer that."""
    tie = next((link for link in desk.rulebook.roles[role].acts_as if link.role == name), None)
    if tie is None:
        return None
    link, inferred = desk.link("roles", name), desk.ui("inferred") if tie.inferred else ""
    return pieces.Link(link.href, desk.ui("as_role", name=link.text), inferred)


def rhythm_of(desk: Desk, rhythm: Rhythm) -> str:
    """Return a rhythm in words, with what its duty says of it: 原则上每月初."""
    qualifiers = [tag.label for tag in desk.qualifiers(effective.home(rhythm, desk.rulebook.duties))]
    return desk.ui("word_space").join([*qualifiers, rhythm_words(rhythm, desk.language)])


def questions(desk: Desk, role: str) -> tuple[pieces.Question, ...]:
    """Return what the rules leave open about a role, and about all its duties and documents."""
    found = []
    for name in acting.names(desk.rulebook, role):
        found += [item[0] for item in desk.references.touched.get(f"roles/{name}")]
        for collection, thing, _ in desk.references.role.get(name):
            if collection in ("duties", "documents"):
                found += [item[0] for item in desk.references.touched.get(f"{collection}/{thing}")]
    return tuple(desk.question(question) for question in dict.fromkeys(found))


def _task(desk: Desk, duty: Duty, party: Party, name: pieces.Link | None, meeting: str) -> Task:
    held = desk.rulebook.meetings.get(meeting)
    rhythm = duty.rhythm or (held.rhythm if held else None)
    of_meeting = meeting in party.meetings
    other = duty.bearer if duty.bearer is not party or of_meeting else None
    lone = party.relation == "single"
    return Task(
        link=desk.link("duties", duty.id, desk.of(duty.action)),
        modality=desk.tag("modality", duty.modality),
        capacity=None if of_meeting else desk.tag("capacity", party.capacity),
        relation="" if lone else desk.tag("relation", party.relation).label,
        under=name,
        qualifiers=desk.qualifiers(duty),
        condition=desk.of(duty.condition),
        basis=desk.of(duty.basis),
        meeting=desk.link("meetings", meeting) if held else None,
        rhythm=rhythm_of(desk, rhythm) if rhythm else "",
        quotes=desk.quotes(duty.words),
        places=tuple(desk.link("provisions", at) for at in dict.fromkeys(one.at for one in duty.words)),
        bearer=desk.party(other) if other else None,
        aside=_aside(desk, party, name, None if of_meeting else held),
    )


def _aside(desk: Desk, party: Party, name: pieces.Link | None, held: Meeting | None) -> str:
    said = [] if party.capacity == "responsible" else [desk.tag("capacity", party.capacity).label]
    if party.relation != "single":
        said.append(desk.tag("relation", party.relation).label)
    if held:
        when = desk.ui("bracketed", text=rhythm_of(desk, held.rhythm))
        said.append(desk.ui("word_space").join([desk.of(held.name), when]))
    if name:
        inferred = desk.ui("bracketed", text=name.title) if name.title else ""
        said.append(desk.ui("word_space").join(part for part in (name.text, inferred) if part))
    return desk.ui("dot").join(said)
