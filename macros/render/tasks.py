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
    capacity: pieces.Tag
    relation: str
    under: pieces.Link | None
    """The role acted as; None under the role's own name."""
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
    return _task(desk, part.duty, part.party, part.under if part.under != role else "", meeting)


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
                _task(desk, duty, duty.bearer, "", held.id)
            )
    return tuple(
        Group(when, capital(desk.ui(_LABELS.get(when) or f"rhythm_{when}")), tuple(found[when]))
        for when in TIMES
        if when in found
    )


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


def _task(desk: Desk, duty: Duty, party: Party, under: str, meeting: str) -> Task:
    held = desk.rulebook.meetings.get(meeting)
    rhythm = duty.rhythm or (held.rhythm if held else None)
    of_meeting = meeting in party.meetings
    other = duty.bearer if duty.bearer is not party or of_meeting else None
    lone = party.relation == "single"
    return Task(
        link=desk.link("duties", duty.id, desk.of(duty.action)),
        modality=desk.tag("modality", duty.modality),
        capacity=desk.tag("capacity", party.capacity),
        relation="" if lone else desk.tag("relation", party.relation).label,
        under=desk.link("roles", under) if under else None,
        qualifiers=desk.qualifiers(duty),
        condition=desk.of(duty.condition),
        basis=desk.of(duty.basis),
        meeting=desk.link("meetings", meeting) if held else None,
        rhythm=rhythm_of(desk, rhythm) if rhythm else "",
        quotes=desk.quotes(duty.words),
        places=tuple(desk.link("provisions", at) for at in dict.fromkeys(one.at for one in duty.words)),
        bearer=desk.party(other) if other else None,
        aside=_aside(desk, party, under, None if of_meeting else held),
    )


def _aside(desk: Desk, party: Party, under: str, held: Meeting | None) -> str:
    said = [] if party.capacity == "responsible" else [desk.tag("capacity", party.capacity).label]
    if party.relation != "single":
        said.append(desk.tag("relation", party.relation).label)
    if held:
        when = desk.ui("bracketed", text=rhythm_of(desk, held.rhythm))
        said.append(desk.ui("word_space").join([desk.of(held.name), when]))
    if under:
        said.append(desk.ui("as_role", name=desk.name("roles", under)))
    return desk.ui("dot").join(said)
