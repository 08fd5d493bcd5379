"""One role: everything that is said of it, also under the roles it acts as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model import Role, Rulebook
from macros.model.vocabulary import RoleLink
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.duty import procedure_link
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
class Task:
    """A duty in short, in the capacity the role has in it."""

    link: pieces.Link
    modality: pieces.Tag
    relation: str
    qualifiers: tuple[pieces.Tag, ...]
    condition: str
    basis: str
    quotes: tuple[pieces.Quote, ...]
    bearer: pieces.PartyPiece | None
    """Who does it, where the role itself does not."""


@dataclass(frozen=True)
class Part:
    """All that a role does under one name: its own, or that of a role it acts as."""

    id: str
    role: pieces.Link | None
    """The role acted as; None for the role itself."""
    duties: tuple[tuple[pieces.Tag, tuple[Task, ...]], ...]
    groups: tuple[tuple[str, tuple[pieces.Link, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class RoleView(View):
    """The page of one role."""

    kind: pieces.Tag
    holders: pieces.Tag
    pool: pieces.Tag
    ties: tuple[tuple[str, tuple[Tie, ...]], ...]
    parts: tuple[Part, ...]
    questions: tuple[pieces.Question, ...]
    quotes: tuple[pieces.Quote, ...]
    standing: pieces.Standing


def entries(rulebook: Rulebook) -> Iterable[str]:
    """Return the ids of all roles."""
    return tuple(rulebook.roles)


def view(desk: Desk, entry: str) -> RoleView:
    """Put the page together."""
    role = desk.rulebook.roles[entry]
    acted = [link.role for link in role.acts_as]
    parts = (_part(desk, entry, None), *(_part(desk, other, desk.link("roles", other)) for other in acted))
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
    return RoleView(
        title=capital(desk.of(role.name)),
        lead=desk.ui("role_lead", name=desk.of(role.name)),
        kind=desk.tag("role_kind", role.kind),
        holders=desk.tag("holders", role.holders),
        pool=desk.tag("pool", role.pool),
        ties=tuple((desk.ui(key), found) for key, found in ties if found),
        parts=tuple(part for part in parts if part.role is None or part.duties or part.groups),
        questions=_questions(desk, (entry, *acted)),
        quotes=desk.quotes(role.words),
        standing=desk.standing(role),
    )


def _part(desk: Desk, role: str, link: pieces.Link | None) -> Part:
    by_capacity: dict[str, list[Task]] = {}
    for collection, thing, capacity in desk.references.role.get(role):
        if collection == "duties":
            by_capacity.setdefault(capacity, []).append(_task(desk, thing, role))
    groups = (
        (desk.ui("meetings_title"), _links(desk, role, "meetings")),
        (desk.ui("steps"), _links(desk, role, "procedures")),
        (desk.ui("documents_title"), _links(desk, role, "documents")),
        (desk.ui("glossary_title"), _links(desk, role, "terms")),
    )
    return Part(
        f"as-{role}",
        link,
        tuple((desk.tag("capacity", capacity), tuple(tasks)) for capacity, tasks in by_capacity.items()),
        tuple(group for group in groups if group[1]),
    )


def _task(desk: Desk, duty_id: str, role: str) -> Task:
    duty = desk.rulebook.duties[duty_id]
    parties = ((duty.bearer,) if duty.bearer else ()) + duty.counterparts
    shared = [party.relation for party in parties if role in party.roles and party.relation != "single"]
    return Task(
        desk.link("duties", duty_id, desk.of(duty.action)),
        desk.tag("modality", duty.modality),
        desk.tag("relation", shared[0]).label if shared else "",
        desk.qualifiers(duty),
        desk.of(duty.condition),
        desk.of(duty.basis),
        desk.quotes(duty.words),
        desk.party(duty.bearer) if duty.bearer and role not in duty.bearer.roles else None,
    )


def _links(desk: Desk, role: str, wanted: str) -> tuple[pieces.Link, ...]:
    out = []
    for collection, thing, detail in desk.references.role.get(role):
        if collection != wanted:
            continue
        if collection == "procedures":
            out.append(procedure_link(desk, thing, detail))
        elif collection == "terms":
            out.append(desk.link(collection, thing))
        else:
            out.append(desk.point_link(collection, thing, detail))
    return tuple(out)


def _questions(desk: Desk, roles: Iterable[str]) -> tuple[pieces.Question, ...]:
    """Return what the rules leave open about the roles, and about what they do."""
    found = []
    for role in roles:
        found += [item[0] for item in desk.references.touched.get(f"roles/{role}")]
        for collection, thing, _ in desk.references.role.get(role):
            if collection in ("duties", "documents"):
                found += [item[0] for item in desk.references.touched.get(f"{collection}/{thing}")]
    return tuple(desk.question(question) for question in dict.fromkeys(found))


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
