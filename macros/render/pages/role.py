"""One role: everything that is said of it, under its own name and under those of the roles it acts as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive import acting
from macros.model import Role, Rulebook
from macros.model.vocabulary import RoleLink
from macros.render import pieces, tasks
from macros.render.desk import Desk
from macros.render.pages import role_card
from macros.render.view import View, capital

KIND = "role"
SCOPE = "rulebook"
PATH = "roles/{id}/"
ORDER = 51
UNDER = "roles"


@dataclass(frozen=True)
class Tie:
    """A link between roles, with the words or the reason."""

    link: pieces.Link
    standing: pieces.Standing
    quotes: tuple[pieces.Quote, ...]


@dataclass(frozen=True)
class Item:
    """One of several things in a row: what it is, under which name, with what number."""

    link: pieces.Link
    under: pieces.Link | None
    number: int = 0
    note: str = ""


@dataclass(frozen=True)
class Shelf:
    """A meeting, a document or a procedure, and the role's items in it."""

    link: pieces.Link
    note: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Report:
    """To whom something is reported, or by whom, and by which duty."""

    party: pieces.PartyPiece
    duty: pieces.Link
    under: pieces.Link | None
    quotes: tuple[pieces.Quote, ...]


@dataclass(frozen=True, kw_only=True)
class RoleView(View):
    """The page of one role."""

    kind: pieces.Tag
    holders: pieces.Tag
    pool: pieces.Tag
    card: str
    """The address of its card; empty where there would be nothing on it."""
    ties: tuple[tuple[str, tuple[Tie, ...]], ...]
    groups: tuple[tasks.Group, ...]
    decisions: tuple[tasks.Task, ...]
    meetings: tuple[Shelf, ...]
    procedures: tuple[Shelf, ...]
    documents: tuple[Shelf, ...]
    reports_to: tuple[Report, ...]
    reported_by: tuple[Report, ...]
    toward: tuple[tasks.Task, ...]
    """What others do toward it."""
    origin_of: tuple[pieces.Link, ...]
    """Duties whose matter it decided or raised."""
    terms: tuple[pieces.Link, ...]
    questions: tuple[pieces.Question, ...]
    quotes: tuple[pieces.Quote, ...]
    standing: pieces.Standing


def entries(rulebook: Rulebook) -> Iterable[str]:
    """Return the ids of all roles."""
    return tuple(rulebook.roles)


def view(desk: Desk, entry: str) -> RoleView:
    """Put the page together."""
    role = desk.rulebook.roles[entry]
    parts = acting.parts(desk.rulebook, entry)
    ties = (
        ("part_of", _ties(desk, (role.part_of,) if role.part_of else ())),
        ("has_parts", _back(desk, entry, "part_of")),
        ("members", _ties(desk, role.members)),
        ("member_of", _back(desk, entry, "members")),
        ("acts_as", _ties(desk, role.acts_as)),
        ("acted_by", _back(desk, entry, "acts_as")),
        ("answers_for", _ties(desk, role.answers_for)),
        ("answered_by", _back(desk, entry, "answers_for")),
    )
    has_card = entry in role_card.entries(desk.rulebook)
    return RoleView(
        title=capital(desk.of(role.name)),
        lead=desk.ui("role_lead", name=desk.of(role.name)),
        kind=desk.tag("role_kind", role.kind),
        holders=desk.tag("holders", role.holders),
        pool=desk.tag("pool", role.pool),
        card=desk.page(role_card.PATH.replace("{id}", entry)) if has_card else "",
        ties=tuple((desk.ui(key), found) for key, found in ties if found),
        groups=tasks.groups(desk, entry),
        decisions=tuple(
            tasks.task(desk, part, entry) for part in parts if part.party.capacity in acting.DECIDES
        ),
        meetings=_shelves(desk, entry, "meetings"),
        procedures=_shelves(desk, entry, "procedures"),
        documents=_shelves(desk, entry, "documents"),
        reports_to=tuple(
            Report(desk.party(party), *_by(desk, part, entry))
            for part, party in acting.informs(desk.rulebook, entry)
        ),
        reported_by=tuple(
            Report(desk.party(part.duty.bearer), *_by(desk, part, entry))
            for part in acting.informed_of(desk.rulebook, entry)
            if part.duty.bearer
        ),
        toward=tuple(
            tasks.task(desk, part, entry)
            for part in parts
            if not part.acts and part.party.capacity != "informed"
        ),
        origin_of=_named(desk, entry, "duties", "origin"),
        terms=_named(desk, entry, "terms", ""),
        questions=tasks.questions(desk, entry),
        quotes=desk.quotes(role.words),
        standing=desk.standing(role),
    )


def _by(
    desk: Desk, part: acting.Part, role: str
) -> tuple[pieces.Link, pieces.Link | None, tuple[pieces.Quote, ...]]:
    return (
        desk.link("duties", part.duty.id),
        tasks.under(desk, role, part.under),
        desk.quotes(part.duty.words),
    )


def _named(desk: Desk, role: str, collection: str, detail: str) -> tuple[pieces.Link, ...]:
    found = [
        thing
        for name in acting.names(desk.rulebook, role)
        for kind, thing, how in desk.references.role.get(name)
        if (kind, how) == (collection, detail)
    ]
    return tuple(desk.link(collection, thing) for thing in dict.fromkeys(found))


def _shelves(desk: Desk, role: str, wanted: str) -> tuple[Shelf, ...]:
    """Return the meetings, procedures or documents that name the role, with its points or steps in each."""
    found: dict[str, list[Item]] = {}
    for name in acting.names(desk.rulebook, role):
        under = tasks.under(desk, role, name)
        for collection, thing, detail in desk.references.role.get(name):
            if collection == wanted:
                item = (
                    _step(desk, thing, detail, under)
                    if wanted == "procedures"
                    else _point(desk, detail, under)
                )
                found.setdefault(thing, []).append(item)
    return tuple(
        Shelf(
            desk.link(wanted, thing),
            _rhythm(desk, wanted, thing),
            tuple(sorted(items, key=lambda one: one.number)),
        )
        for thing, items in found.items()
    )


def _step(desk: Desk, procedure: str, step: str, under: pieces.Link | None) -> Item:
    steps = desk.rulebook.procedures[procedure].steps
    number = next(number for number, one in enumerate(steps, 1) if one.id == step)
    return Item(desk.step_link(procedure, steps[number - 1]), under, number)


def _point(desk: Desk, point: str, under: pieces.Link | None) -> Item:
    return Item(pieces.Link("", desk.tag("point", point).label), under)


def _rhythm(desk: Desk, collection: str, thing: str) -> str:
    return tasks.rhythm_of(desk, desk.rulebook.meetings[thing].rhythm) if collection == "meetings" else ""


def _tie(desk: Desk, role: str, link: RoleLink) -> Tie:
    return Tie(desk.link("roles", role), desk.standing(link, review=False), desk.quotes(link.words))


def _ties(desk: Desk, found: Iterable[RoleLink]) -> tuple[Tie, ...]:
    return tuple(_tie(desk, link.role, link) for link in found)


def _back(desk: Desk, entry: str, attribute: str) -> tuple[Tie, ...]:
    out = []
    for role in desk.rulebook.roles.values():
        out += [_tie(desk, role.id, link) for link in _all(role, attribute) if link.role == entry]
    return tuple(out)


def _all(role: Role, attribute: str) -> Iterable[RoleLink]:
    value = getattr(role, attribute)
    return value if isinstance(value, tuple) else (value,) if value else ()
